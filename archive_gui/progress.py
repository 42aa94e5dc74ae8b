"""How a long job tells how far it is, and hears that it should wait or stop."""

import threading

from archive_gui.errors import Cancelled


class Progress:
    """Progress, pause and cancellation of one job; this base class shows nothing.

    The job calls :meth:`report` and :meth:`check`; whoever started the job calls
    :meth:`pause`, :meth:`resume` and :meth:`cancel`, from any thread. The command line and the
    window override :meth:`report`.
    """

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._may_run = threading.Event()
        self._may_run.set()

    def report(self, done: int, total: int, text: str) -> None:
        """Say that `done` of `total` units are done; `total` 0 means that nobody knows yet."""

    def cancel(self) -> None:
        """Ask the job to stop at its next safe point, also where it is paused."""
        self._cancelled.set()
        self._may_run.set()

    def pause(self) -> None:
        """Ask the job to wait at its next safe point, until :meth:`resume` or :meth:`cancel`."""
        self._may_run.clear()
        if self._cancelled.is_set():
            # Cancelled by another thread at this moment: it must not wait for ever.
            self._may_run.set()

    def resume(self) -> None:
        """Let the job go on."""
        self._may_run.set()

    @property
    def paused(self) -> bool:
        """Whether the job waits, or will at its next safe point."""
        return not self._may_run.is_set()

    def wait_while_paused(self) -> None:
        """Wait here, in the job's thread, as long as it is paused; hold no lock meanwhile."""
        self._may_run.wait()

    @property
    def cancelled(self) -> bool:
        """Whether somebody has asked the job to stop."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """A safe point: wait while paused, then raise :class:`Cancelled` if asked to stop."""
        self.wait_while_paused()
        if self.cancelled:
            raise Cancelled
