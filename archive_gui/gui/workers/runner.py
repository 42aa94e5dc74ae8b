"""Runs jobs in lanes of threads, and brings what they give back to the GUI thread."""

import contextlib
import socket
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import Empty, SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.gui.crash import record_crash
from archive_gui.gui.translation import translated
from archive_gui.gui.workers.jobs import Job, JobProgress, Lane
from archive_gui.progress import Progress

T = TypeVar("T")

# Seconds after which a job that waits for the GUI thread looks whether it was stopped.
_LOOK = 0.1


class _ToGuiThread(QObject):
    """Runs callables on the thread that it was made in.

    The threads of jobs touch nothing of Qt for it, only a queue and a socket that Qt listens to:
    emitting a signal may wait for a lock of Qt's that the GUI thread holds while it waits for
    Python's.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._run)

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` run soon; from any thread."""
        self._calls.put(call)
        self._wake()

    def _wake(self) -> None:
        # A full socket has woken the GUI thread already; a closed one has nobody to wake.
        with contextlib.suppress(OSError):
            self._there.send(b"!")

    def _run(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._here.recv(4096)
        try:
            # What is posted meanwhile waits for its turn, so that events come through.
            for _ in range(self._calls.qsize()):
                try:
                    call = self._calls.get_nowait()
                except Empty:
                    # A call that let events come through has had the others run meanwhile.
                    break
                call()
        finally:
            if not self._calls.empty():
                self._wake()

    def close(self) -> None:
        """Run nothing any more."""
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()


class JobRunner(QObject):
    """Starts every job of the window.

    Signals (all on the GUI thread):
        started(Job), progressed(Job), finished(Job): for whoever shows what is going on.
        failed(str): a job ended with an error, or a defect of the program (which is in the log
            then), that a person should read of.
        idle(): no job is running or waiting any more.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._to_gui = _ToGuiThread(self)
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self.jobs: list[Job] = []

    def start(
        self,
        lane: Lane,
        function: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        *,
        title: str = "",
        failed: Callable[[str], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Job:
        """Run ``function(progress)`` in `lane`; returns at once.

        Exactly one of the callbacks is called on the GUI thread: `done` with the result,
        `failed` with one sentence (the signal of the same name where it is None), or
        `cancelled`.
        """
        job = Job(lane, title)

        def hand_on(count: int, total: int, text: str) -> None:
            self._to_gui.post(lambda: self._report(job, count, total, text))

        job.progress = JobProgress(hand_on)
        self.jobs.append(job)

        def work() -> None:
            end: Callable[[], None]
            succeeded = False
            try:
                job.progress.check()
                if job.title:
                    self._to_gui.post(lambda: self._begin(job))
                result = function(job.progress)
            except Cancelled:
                end = cancelled or _nothing
            except ArchiveError as error:
                text = str(error)
                end = lambda: (failed or self.failed.emit)(translated(text))  # noqa: E731
            except BaseException as error:
                crash = record_crash(error)
                end = lambda: (failed or self.failed.emit)(translated(crash))  # noqa: E731
            else:
                succeeded = True
                end = lambda: done(result) if done is not None else None  # noqa: E731
            self._to_gui.post(lambda: self._end(job, end, succeeded))

        if lane not in self._pools:
            self._pools[lane] = ThreadPoolExecutor(lane.width, thread_name_prefix=lane.title)
        self.started.emit(job)
        self._pools[lane].submit(work)
        return job

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` called on the GUI thread soon; for functions that tell things midway."""
        self._to_gui.post(call)

    def ask(self, call: Callable[[], T], progress: Progress) -> T:
        """Have `call` called on the GUI thread and wait for what it gives; for a job's function.

        Raises what `call` raises, and Cancelled when the job of `progress` is stopped meanwhile.
        """
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(call())
            except BaseException as error:
                answer.set_exception(error)

        self._to_gui.post(run)
        while not answer.done():
            progress.check()
            wait([answer], _LOOK)
        return answer.result()

    def running(self, lane: Lane) -> list[Job]:
        """The jobs of one lane that run or wait."""
        return [job for job in self.jobs if job.lane is lane]

    def cancel_all(self, *, but: frozenset[Lane] = frozenset()) -> None:
        """Ask every job to stop, save those in the lanes `but`."""
        for job in self.jobs:
            if job.lane not in but:
                job.cancel()

    def close(self) -> None:
        """Cancel all and wait for the threads; for the end of the program."""
        self.cancel_all()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()
        self._to_gui.close()

    def shown(self) -> list[Job]:
        """The jobs that a person should see, in the order in which they were started."""
        return [job for job in self.jobs if job.title]

    def cancel(self, job: Job) -> None:
        """Ask one job to stop."""
        job.cancel()
        self.progressed.emit(job)

    def pause(self, job: Job) -> None:
        """Have a job wait."""
        job.pause()
        self.progressed.emit(job)

    def resume(self, job: Job) -> None:
        """Let a job go on."""
        job.resume()
        self.progressed.emit(job)

    def _begin(self, job: Job) -> None:
        if not job.finished:
            job.begun = True
            self.progressed.emit(job)

    def _report(self, job: Job, done: int, total: int, text: str) -> None:
        if not job.finished:
            job.note(done, total, translated(text))
            self.progressed.emit(job)

    def _end(self, job: Job, end: Callable[[], None], succeeded: bool) -> None:
        job.finished, job.succeeded = True, succeeded
        job.progress.close()
        self.jobs.remove(job)
        try:
            end()
        finally:
            self.finished.emit(job)
            if not self.jobs:
                self.idle.emit()


def _nothing() -> None:
    """What happens when a job was cancelled and nobody asked to hear of it."""
