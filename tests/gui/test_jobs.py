"""Pause, go on and stop, of one job and of several; and closing in the midst of it."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Job, Lane
from archive_gui.operations.indexing_apart import _Files
from archive_gui.progress import Progress
from tests.gui.events import CTRL, LEFT, let_pass, wait_for, wait_until


class Counting:
    """A job that counts up until it is stopped."""

    def __init__(self, window: MainWindow, lane: Lane, title: str, total: int = 0) -> None:
        self.count = 0
        self.stopped = False
        self.total = total
        self.job: Job = window.runner.start(
            lane, self._work, title=title, cancelled=lambda: setattr(self, "stopped", True)
        )
        wait_until(lambda: self.count > 0)

    def _work(self, progress: Progress) -> None:
        breath = threading.Event()
        while True:
            progress.check()
            self.count += 1
            progress.report(min(self.count, self.total), self.total, "Counting")
            breath.wait(0.005)

    def stands_still(self) -> bool:
        """Whether it counts no more, once what was under way has come to its end."""
        wait_until(lambda: self.job.paused)
        let_pass(30)
        before = self.count
        let_pass(60)
        return self.count == before


@contextmanager
def several(window: MainWindow) -> Iterator[tuple[Counting, Counting]]:
    first = Counting(window, Lane.EXPORT, "Exporting", 10_000)
    second = Counting(window, Lane.SCAN, "Scanning the archive")
    try:
        yield first, second
    finally:
        window.runner.cancel_all()
        wait_until(lambda: first.stopped and second.stopped)


def test_the_job_at_the_bottom_is_paused_goes_on_and_is_stopped(window: MainWindow) -> None:
    bar = window.status_bar
    counting = Counting(window, Lane.EXPORT, "Exporting", 10_000)
    QTest.mouseClick(bar.pause_button, LEFT)
    assert counting.stands_still()
    assert bar.job_text.endswith("paused")
    assert bar.pause_button.accessibleName() == "Go on: Exporting"
    QTest.mouseClick(bar.pause_button, LEFT)
    reached = counting.count
    wait_until(lambda: counting.count > reached + 3)
    QTest.mouseClick(bar.pause_button, LEFT)
    QTest.mouseClick(bar.stop_button, LEFT)
    wait_until(lambda: counting.stopped)
    assert not bar.pause_button.isVisible()


def test_all_jobs_are_listed_and_each_is_paused_and_stopped_alone(window: MainWindow) -> None:
    with several(window) as (first, second):
        assert window.status_bar.jobs_button.text() == "2 jobs"
        QTest.keyClick(window, Qt.Key.Key_J, CTRL)
        popup = window.status_bar.popup
        assert popup.isVisible()
        assert [job.title for job in popup.rows] == ["Exporting", "Scanning the archive"]
        QTest.mouseClick(popup.rows[first.job].pause_button, LEFT)
        assert first.stands_still()
        reached = second.count
        wait_until(lambda: second.count > reached + 3)
        QTest.mouseClick(popup.rows[second.job].stop_button, LEFT)
        wait_until(lambda: second.stopped)
        assert list(popup.rows) == [first.job]
        assert not first.stopped
        QTest.keyClick(popup, Qt.Key.Key_Escape)
        assert not popup.isVisible()


def test_time_that_a_job_waited_does_not_count_against_its_pace(window: MainWindow) -> None:
    job = Job(Lane.EXPORT, "Exporting")
    job.note(0, 100, "")
    began = job._phase_began[0]
    job.pause()
    assert job.seconds_left() is None
    job._paused_since -= 500
    job.resume()
    assert job._phase_began[0] - began >= 500


def test_what_marks_and_queries_need_is_never_paused(window: MainWindow) -> None:
    for lane in (Lane.CATALOG, Lane.SEARCH, Lane.VIEWING, Lane.THUMBNAILS):
        counting = Counting(window, lane, "Something")
        assert not window.status_bar.pause_button.isVisible()
        counting.job.pause()
        assert not counting.job.paused
        counting.job.cancel()
        wait_until(lambda c=counting: c.stopped)  # type: ignore[misc]


def test_the_window_closes_while_jobs_are_paused(
    open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = open_window()
    with several(window) as (first, second), wait_for(window.window_closed):
        window.runner.pause(first.job)
        window.runner.pause(second.job)
        assert first.stands_still()
        window.close()
    assert not window.isVisible()


def test_nothing_of_a_job_or_a_scan_waits_for_the_collector_of_cycles(
    opened: MainWindow,
) -> None:
    # A scan has it pass over all that there is, for ever; so garbage would stay.
    with wait_for(opened.scan_finished):
        opened.project.rescan()
    gc.collect()
    gc.disable()
    try:
        gone = weakref.ref(opened.runner.start(Lane.VIEWING, lambda progress: progress.check()))
        with wait_for(opened.scan_finished):
            opened.project.rescan()
        wait_until(lambda: not opened.runner.jobs)
        let_pass(30)
        assert gone() is None
        assert not [each for each in gc.get_objects() if isinstance(each, (Job, _Files))]
    finally:
        gc.enable()
