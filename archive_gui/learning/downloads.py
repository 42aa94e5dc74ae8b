"""What Keras prints while it downloads, as the progress of a job."""

import contextlib
import io
import re
from collections.abc import Iterator

from archive_gui.progress import Progress
from archive_gui.words import say

_MEGABYTE = 1_000_000
# Keras's bar: bytes that have come, in bold, of how many.
_FIGURES = re.compile(r"\x1b\[1m *(\d+)/(\d+)\x1b|^\s*(\d+)/Unknown")


class _Bar(io.TextIOBase):
    """Stands in for stdout, and hands the figures of Keras's bar on to a job's progress."""

    def __init__(self, progress: Progress, text: str) -> None:
        self._progress = progress
        self._text = text

    def write(self, printed: str) -> int:
        self._progress.check()
        for known, total, unknown in _FIGURES.findall(printed.replace("\b", "")):
            done = -(-int(known or unknown) // _MEGABYTE)
            self._progress.report(done, -(-int(total or 0) // _MEGABYTE), self._text)
        return len(printed)


@contextlib.contextmanager
def downloading(progress: Progress, title: str) -> Iterator[None]:
    """Let what Keras downloads in the block, if anything, show as `progress`, in megabytes.

    `title` says whose weights they are. What Keras prints goes nowhere else, since stdout is for
    results alone. Stopping the job raises Cancelled out of the download, and Keras deletes what
    had come.
    """
    bar = _Bar(progress, say("Downloading the weights of {network} (MB)", network=title))
    with contextlib.redirect_stdout(bar):
        yield
