"""One process at a time works on a project; who comes second is told who came first."""

import contextlib
import getpass
import json
import os
import platform
from pathlib import Path

from filelock import FileLock, Timeout

from archive_gui.catalog.files import write_atomically
from archive_gui.errors import ArchiveError
from archive_gui.words import Sentence, say

_HOLDER = "lock.json"
# Whoever looks whether a project is in use holds its lock for a moment.
_PATIENCE_SECONDS = 0.3


class ProjectLocked(ArchiveError):
    """The project cannot be locked: another process holds it, or its folder is not writable."""


def acquire(folder: Path, since: str) -> FileLock:
    """Lock a project for this process; `since` is the time that others are told.

    Raises ProjectLocked when another process holds it, or the folder takes no lock.
    """
    lock = FileLock(folder / "lock", thread_local=False)
    holder_file = folder / _HOLDER
    try:
        lock.acquire(timeout=_PATIENCE_SECONDS, poll_interval=0.02)
    except Timeout:
        raise ProjectLocked(_told_holder(folder, holder_file)) from None
    except OSError as error:
        raise ProjectLocked(
            say(
                "The project {folder} cannot be locked ({why}); check that you may write in that "
                "folder.",
                folder=folder,
                why=error.strerror,
            )
        ) from error
    # Who holds the lock is only told to others; the lock itself needs none of it.
    with contextlib.suppress(OSError, KeyError):
        holder = {
            "user": getpass.getuser(),
            "host": platform.node(),
            "process": os.getpid(),
            "since": since,
        }
        write_atomically(holder_file, json.dumps(holder).encode())
    return lock


def in_use(folder: Path) -> bool:
    """Whether some process has the project in this folder open now."""
    try:
        with FileLock(folder / "lock", timeout=0, thread_local=False):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def release(folder: Path, lock: FileLock) -> None:
    """Give the lock of a project back."""
    with contextlib.suppress(OSError):
        (folder / _HOLDER).unlink()
    lock.release()


def _told_holder(folder: Path, holder_file: Path) -> Sentence:
    try:
        holder = json.loads(holder_file.read_bytes())
        return say(
            "The project {folder} is in use by {user} on {host} (process {process}, since {since});"
            " close it there first.",
            folder=folder,
            user=holder["user"],
            host=holder["host"],
            process=holder["process"],
            since=holder["since"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return say(
            "The project {folder} is in use by another process; close it there first.",
            folder=folder,
        )
