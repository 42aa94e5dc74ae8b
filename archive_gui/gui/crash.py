"""What happens when the program has a defect: it is written to the log, and told in a sentence."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from archive_gui.log import log_file
from archive_gui.words import Sentence, say

_log = logging.getLogger(__name__)


def record_crash(error: BaseException) -> Sentence:
    """Write an unexpected error with its traceback to the log; returns what to tell a person."""
    _log.error("unexpected error", exc_info=error)
    return say(
        "archive-gui met an error that it did not expect ({kind}: {error}). Your marks are safe; "
        "the details are in {file}.",
        kind=type(error).__name__,
        error=error,
        file=log_file(),
    )


def tell_of_crashes(tell: Callable[[str], None]) -> None:
    """Have `tell` called with a sentence for every error that nobody caught."""

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        tell(record_crash(error.with_traceback(traceback)))

    sys.excepthook = hook
