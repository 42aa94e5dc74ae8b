"""What happens when the program has a defect: it is written down, and told in the window."""

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from archive_gui.operations.archive import data_folder

_log = logging.getLogger("archive_gui")


def log_file() -> Path:
    """The file that unexpected errors are written to."""
    return data_folder() / "logs" / "archive-gui.log"


def write_log() -> None:
    """Begin to write the log, at most two files of 1 MB."""
    file = log_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=2**20, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)


def record_crash(error: BaseException) -> None:
    """Write an unexpected error with its traceback to the log."""
    _log.error("Unexpected error", exc_info=error)


def tell_of_crashes(tell: Callable[[BaseException], None]) -> None:
    """Have `tell` called with every error that nobody caught on the GUI thread."""

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        record_crash(error.with_traceback(traceback))
        tell(error)

    sys.excepthook = hook
