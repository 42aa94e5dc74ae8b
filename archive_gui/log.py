"""The diagnostic log, a few files of bounded size in the user's state folder."""

import contextlib
import faulthandler
import logging
import logging.handlers
from pathlib import Path

import platformdirs

_BYTES = 500_000
_FILES = 3


def log_file() -> Path:
    """Where the log is written."""
    return platformdirs.user_log_path("archive-gui", appauthor=False) / "archive-gui.log"


def start_log() -> None:
    """Send warnings and errors of the whole program to the log file; once per process."""
    root = logging.getLogger("archive_gui")
    if root.handlers:
        return
    root.addHandler(logging.NullHandler())
    # A log that cannot be written is no reason to trouble anybody with a traceback.
    logging.raiseExceptions = False
    # A full or read-only disk must not keep the program from starting.
    with contextlib.suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            log_file(), maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        root.addHandler(handler)
        root.setLevel(logging.INFO)


def keep_crashes() -> None:
    """Have a crash of the process itself leave its threads' stacks in `crash.log`, by the log."""
    with contextlib.suppress(OSError):
        faulthandler.enable(log_file().with_name("crash.log").open("a", encoding="utf-8"))
