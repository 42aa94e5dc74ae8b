"""Connections to the catalog that say in a sentence why it cannot be read or written."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive_gui.errors import ArchiveError
from archive_gui.words import Sentence, say

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# What disks, drives and other programs cause; all else is a defect.
_FROM_OUTSIDE = {
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY),
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM),
}


class CatalogUnavailable(ArchiveError, sqlite3.OperationalError):
    """The catalog cannot be read or written now."""


class CatalogDamaged(ArchiveError, sqlite3.DatabaseError):
    """The catalog's file is no longer what SQLite wrote."""


class TellingConnection(sqlite3.Connection):
    """A connection whose statements raise ArchiveError where disk or file fail them."""

    def __init__(self, file: Path, *args: Any, **named: Any) -> None:
        self._file = file
        with self._told():
            super().__init__(file, *args, **named)

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """See :meth:`sqlite3.Connection.execute`."""
        with self._told():
            return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        """See :meth:`sqlite3.Connection.executemany`."""
        with self._told():
            return super().executemany(*arguments)

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        """See :meth:`sqlite3.Connection.executescript`."""
        with self._told():
            return super().executescript(script)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0)
            told: sqlite3.DatabaseError
            if code & 0xFF in _DAMAGED:
                told = CatalogDamaged(why_unreadable(self._file, error))
            elif code & 0xFF in _FROM_OUTSIDE:
                told = CatalogUnavailable(why_unreadable(self._file, error))
            else:
                raise
            told.sqlite_errorcode = code
            raise told from error


def why_unreadable(catalog: Path, error: sqlite3.DatabaseError) -> Sentence:
    """What to tell a person of a catalog that cannot be read."""
    if isinstance(error, ArchiveError):
        told: Sentence = error.args[0]
        return told
    # sqlite_errorcode is there only for errors that SQLite itself has raised.
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
        return say(
            "The catalog {file} is damaged ({why}); restore a backup of it (in the menu File).",
            file=catalog,
            why=error,
        )
    return say(
        "The catalog {file} cannot be read now ({why}); try again in a moment.",
        file=catalog,
        why=error,
    )
