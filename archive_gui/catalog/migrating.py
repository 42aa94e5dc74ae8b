"""Bringing the catalog of an earlier program up to date, with a copy kept as it was."""

import contextlib
import sqlite3
from pathlib import Path

from archive_gui.catalog.files import replacing
from archive_gui.errors import ArchiveError
from archive_gui.words import say

SCHEMA = Path(__file__).parent / "schema"


def bring_up_to_date(connection: sqlite3.Connection, folder: Path) -> None:
    """Run what the catalog lacks of the numbered scripts, each whole or not at all.

    Raises ArchiveError when a newer program made the catalog, or the copy of what it was cannot
    be kept in `folder`, the project's.
    """
    scripts = {int(file.name[:3]): file for file in SCHEMA.glob("*.sql")}
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    newest = max(scripts)
    if version > newest:
        raise ArchiveError(
            say(
                "The project {folder} was made by a newer archive-gui; update the program to "
                "open it.",
                folder=folder,
            )
        )
    if 0 < version < newest:
        _back_up(connection, folder / f"catalog-before-update-{version}.sqlite3")
    for number in range(version + 1, newest + 1):
        script = scripts[number].read_text("utf-8")
        # executescript would commit what is open, so the script carries its own transaction.
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _back_up(connection: sqlite3.Connection, backup: Path) -> None:
    try:
        with (
            replacing(backup) as temporary,
            contextlib.closing(sqlite3.connect(temporary)) as copy,
        ):
            connection.backup(copy)
    except (OSError, sqlite3.OperationalError) as error:
        raise ArchiveError(
            say(
                "The catalog cannot be copied to {file} before it is brought up to date "
                "({why}); see that the disk is not full, and open the project again.",
                file=backup,
                why=error,
            )
        ) from error
