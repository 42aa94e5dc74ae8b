"""How a long job tells how far it is, and hears that it should stop."""

import threading

from archive_gui.errors import Cancelled


class Progress:
    """Progress and cancellation of one job; this base class shows nothing.

    The job calls :meth:`report` and :meth:`check`; whoever started the job calls
    :meth:`cancel`, from any thread. The command line and the window override :meth:`report`.
    """

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def report(self, done: int, total: int, text: str) -> None:
        """Say that `done` of `total` units are done; `total` 0 means that nobody knows yet."""

    def cancel(self) -> None:
        """Ask the job to stop at its next safe point."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody has asked the job to stop."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` if somebody has asked the job to stop."""
        if self._cancelled.is_set():
            raise Cancelled
