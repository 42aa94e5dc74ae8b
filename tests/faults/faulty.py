"""Faults at chosen events: the n-th file opened or synced, renamed or removed, or SQL statement.

Only events that concern a project, an export or the index in it count, so that what libraries do
when they are loaded does not.
"""

import errno
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WATCHED = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.scandir"}

Fault = Callable[[], None]


def _full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _broken() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _refused() -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _out_of_memory() -> None:
    raise MemoryError


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


FAULTS: dict[str, Fault] = {
    "full": _full,
    "broken": _broken,
    "refused": _refused,
    "memory": _out_of_memory,
    "killed": _killed,
}


class Counter:
    """Counts events and lets a fault happen at one of them."""

    def __init__(self, folders: tuple[Path, ...], fault: str, at: int) -> None:
        self._folders = tuple(map(os.fspath, folders))
        self._fault = fault
        self._at = at
        self._lock = threading.Lock()
        self.seen = 0

    def event(self, sql: bool = False) -> None:
        """Note an event; the fault happens at the one that was chosen."""
        with self._lock:
            self.seen += 1
            due = self.seen == self._at
        if not due:
            return
        if sql and self._fault in ("full", "broken", "refused"):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        FAULTS[self._fault]()

    def hook(self, name: str, arguments: tuple[Any, ...]) -> None:
        """What Python tells of files that are opened, renamed and so on."""
        if name in _WATCHED and arguments and isinstance(arguments[0], (str, bytes, os.PathLike)):
            path = os.fsdecode(arguments[0])
            if path.startswith(self._folders):
                self.event()


def let_happen(folders: tuple[Path, ...], fault: str, at: int) -> Counter:
    """From now on, and for good: this process meets `fault` at the event `at`, counted from 1."""
    counter = Counter(folders, fault, at)
    sync = os.fsync

    def fsync(handle: int) -> None:
        counter.event()
        sync(handle)

    class Connection(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            counter.event(sql=True)
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            counter.event(sql=True)
            return super().executemany(*arguments)

        def executescript(self, script: str, /) -> sqlite3.Cursor:
            counter.event(sql=True)
            return super().executescript(script)

    connect = sqlite3.connect

    def connected(*arguments: Any, **named: Any) -> sqlite3.Connection:
        # Below the program's own kind of connection, where SQLite is.
        kinds = [kind for kind in (named.pop("factory", None), Connection) if kind is not None]
        return connect(*arguments, **named, factory=type("Faulty", tuple(kinds), {}))

    os.fsync = fsync
    sqlite3.connect = connected  # type: ignore[assignment]
    sys.addaudithook(counter.hook)
    return counter
