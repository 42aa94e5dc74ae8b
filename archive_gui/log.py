"""The diagnostic log, a few files of bounded size in the user's state folder."""

import contextlib
import faulthandler
import logging
from functools import cached_property
from pathlib import Path

import platformdirs

_BYTES = 500_000
_FILES = 3


class _Files(logging.Handler):
    """Writes to the log file; what that takes is loaded when there is something to write."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._handler.emit(record)
        except Exception:
            self.handleError(record)

    @cached_property
    def _handler(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            log_file(), maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
        )
        handler.setFormatter(self.formatter)
        return handler


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
        handler = _Files()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        root.addHandler(handler)
        root.setLevel(logging.INFO)


def keep_crashes(name: str = "crash") -> None:
    """Have a crash of the process itself leave its threads' stacks in a file of this name, `.log`.

    It lies by the log. What other crashes left there before stays, until it is much.
    """
    file = log_file().with_name(f"{name}.log")
    with contextlib.suppress(OSError):
        much = file.is_file() and file.stat().st_size > _BYTES
        faulthandler.enable(file.open("w" if much else "a", encoding="utf-8"))


def last_crash() -> str:
    """The stacks that a crash of the window left last, empty where it never crashed."""
    try:
        return _last_crash().read_text("utf-8", errors="replace")
    except OSError:
        return ""


def take_crash() -> bool:
    """Whether the window crashed since this was asked before; what it left is :func:`last_crash`.

    To be asked before :func:`keep_crashes`.
    """
    with contextlib.suppress(OSError):
        fresh = log_file().with_name("crash.log")
        if fresh.stat().st_size:
            fresh.replace(_last_crash())
            return True
    return False


def _last_crash() -> Path:
    return log_file().with_name("last-crash.log")
