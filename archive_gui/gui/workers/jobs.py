"""A job: a function that runs in a lane, with its progress, and a way to stop it."""

import time
from collections.abc import Callable
from enum import Enum

from archive_gui.progress import Progress


class Lane(Enum):
    """A queue of jobs; the value is how many of its jobs run at the same time.

    Jobs in the same lane of width 1 run one after another, in the order in which they were
    started, always in the same thread; so what only one lane touches needs no lock.
    """

    CATALOG = ("catalog", 1)
    SCAN = ("scan", 1)
    SEARCH = ("search", 1)
    TRAINING = ("training", 1)
    PREPARING = ("preparing", 1)
    COMPARING = ("comparing", 1)
    JUDGING = ("judging", 1)
    VIEWING = ("viewing", 1)
    DETAILS = ("details", 1)
    EXPORT = ("export", 1)
    FETCHING = ("fetching", 1)
    COUNTING = ("counting", 1)
    THUMBNAILS = ("thumbnails", 2)

    @property
    def width(self) -> int:
        """How many jobs of the lane run at the same time."""
        return self.value[1]

    @property
    def title(self) -> str:
        """The lane's name, which its threads carry."""
        return self.value[0]


class JobProgress(Progress):
    """The progress that a job's function reports to; hands on at most twenty reports a second."""

    _INTERVAL = 0.05

    def __init__(self, hand_on: Callable[[int, int, str], None]) -> None:
        super().__init__()
        self._hand_on = hand_on
        self._last = 0.0

    def report(self, done: int, total: int, text: str) -> None:
        """Hand the figures on to the window, unless it heard some a moment ago."""
        now = time.monotonic()
        if now - self._last >= self._INTERVAL or done == total:
            self._last = now
            self._hand_on(done, total, text)

    def close(self) -> None:
        """Hand nothing on any more.

        Whoever is told knows the job, and the job knows this: a cycle, which the collector of
        cycles would not find any more once it was told to pass over what there is (see
        `collecting`).
        """
        self._hand_on = _tell_nobody


def _tell_nobody(done: int, total: int, text: str) -> None:
    """What becomes of reports when the job is over."""


# Marks and queries never wait for a pause, and the thumbnails of what is in sight do not either.
_PAUSING = frozenset({Lane.SCAN, Lane.TRAINING, Lane.PREPARING, Lane.EXPORT, Lane.FETCHING})


class Job:
    """One running or waiting job, as the window sees it (touched on the GUI thread only).

    `title` says what the job does, in a person's words; empty for what needs no showing.
    `done`, `total` and `text` are what was reported last, `total` 0 where nobody knows; `begun`
    tells whether it has had its turn in its lane, `succeeded` whether it gave what it was to give.
    """

    def __init__(self, lane: Lane, title: str) -> None:
        self.lane = lane
        self.title = title
        self.done = 0
        self.total = 0
        self.text = ""
        self.finished = self.succeeded = False
        self.begun = False
        self._phase_began = (time.monotonic(), 0)
        self._paused_since = 0.0
        self.progress = JobProgress(_tell_nobody)

    @property
    def can_pause(self) -> bool:
        """Whether the job may wait: not where everything else would have to wait for it."""
        return self.lane in _PAUSING and not self.progress.cancelled

    @property
    def paused(self) -> bool:
        """Whether a person has had the job wait."""
        return self.progress.paused

    def pause(self) -> None:
        """Have the job wait at its next safe point."""
        if self.can_pause and not self.paused:
            self.progress.pause()
            self._paused_since = time.monotonic()

    def resume(self) -> None:
        """Let the job go on; the time that it waited does not count against its pace."""
        if self.paused:
            began, done = self._phase_began
            self._phase_began = (began + time.monotonic() - self._paused_since, done)
            self.progress.resume()

    def cancel(self) -> None:
        """Ask the job to stop at its next safe point; one that has not begun never begins."""
        self.progress.cancel()

    def note(self, done: int, total: int, text: str) -> None:
        """Take what was reported; another text or total is another phase, with its own pace."""
        if (total, text) != (self.total, self.text):
            self._phase_began = (time.monotonic(), done)
        self.done, self.total, self.text = done, total, text

    def seconds_left(self) -> float | None:
        """How long this phase will still take at its pace so far, None where nobody can tell."""
        began, done_then = self._phase_began
        elapsed, done = time.monotonic() - began, self.done - done_then
        if self.paused or self.total <= 0 or done <= 0 or elapsed < 1.0:
            return None
        return elapsed * (self.total - self.done) / done
