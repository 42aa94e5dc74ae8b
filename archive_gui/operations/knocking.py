"""A project that a window has open is asked for once more: a file in its folder tells the window.

Nothing is listened to but the folder, so no other computer or user can knock.
"""

import contextlib
import os
import time
from pathlib import Path

from archive_gui.catalog.locking import in_use
from archive_gui.catalog.project import is_project

_NAME = "knock"
_POLL_SECONDS = 0.05


def knock(folder: Path, patience: float = 3.0) -> bool:
    """Ask the window that has this project open to come to front; whether one has answered.

    Waits at most `patience` seconds, and only where some process has the project open.
    """
    if not is_project(folder) or not in_use(folder):
        return False
    file = folder / _NAME
    try:
        # What has this name already, a link to a file of somebody else's perhaps, is taken away,
        # never written to.
        file.unlink(missing_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        until = time.monotonic() + patience
        while os.path.lexists(file) and time.monotonic() < until:
            time.sleep(_POLL_SECONDS)
        answered = not os.path.lexists(file)
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return answered


def answer(folder: Path) -> bool:
    """Tell whoever has knocked that somebody is there; whether anybody had."""
    with contextlib.suppress(OSError):
        (folder / _NAME).unlink()
        return True
    return False
