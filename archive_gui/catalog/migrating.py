"""Bringing the catalog of an earlier program up to date, with a copy kept as it was."""

import sqlite3
from pathlib import Path

from archive_gui.catalog.backups import Occasion, back_up
from archive_gui.errors import ArchiveError
from archive_gui.words import say

SCHEMA = Path(__file__).parent / "schema"


def scripts() -> dict[int, str]:
    """The numbered scripts that make a catalog, by number."""
    return {int(file.name[:3]): file.read_text("utf-8") for file in SCHEMA.glob("*.sql")}


def bring_up_to_date(connection: sqlite3.Connection, folder: Path) -> None:
    """Run what the catalog lacks of the numbered scripts, each whole or not at all.

    Raises ArchiveError when a newer program made the catalog, or the copy of what it was cannot
    be kept in `folder`, the project's.
    """
    known = scripts()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    newest = max(known)
    if version > newest:
        raise ArchiveError(
            say(
                "The project {folder} was made by a newer archive-gui; update the program to "
                "open it.",
                folder=folder,
            )
        )
    if 0 < version < newest:
        back_up(connection, folder, Occasion.UPDATE)
    for number in range(version + 1, newest + 1):
        # executescript would commit what is open, so the script carries its own transaction.
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{known[number]}\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
