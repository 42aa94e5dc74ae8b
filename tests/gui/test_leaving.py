"""Closing, and opening another archive, while something is going on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.project import Project
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Job, Lane
from tests.gui.events import click, drop, files_mime, make_grouping, occupied, wait_for


def test_nothing_is_opened_any_more_once_the_window_closes(
    opened: MainWindow, make_second: Callable[[], Path]
) -> None:
    second = make_second()
    with wait_for(opened.window_closed), occupied(opened, Lane.EXPORT):
        opened.close()
        assert opened.isVisible()
        drop(opened, opened.grid, files_mime(second))
        opened.welcome.recent_chosen.emit(second)
        opened.window_actions.open_sample.trigger()
        opened.window_actions.close_archive.trigger()
    assert not opened.isVisible()
    assert opened.workspace.project is None


def test_a_window_with_nothing_open_closes_when_it_is_asked_once(window: MainWindow) -> None:
    window.close()
    assert not window.isVisible()


def test_closing_while_another_archive_is_opened_waits_for_no_scan(
    window: MainWindow, archive: Path
) -> None:
    scans: list[bool] = []
    window.project.scan_started.connect(lambda: scans.append(True))
    window.project.open(archive)
    with wait_for(window.window_closed):
        window.close()
    assert scans == []


def test_the_archive_asked_for_last_is_opened_without_scanning_the_one_before(
    window: MainWindow, archive: Path, make_second: Callable[[], Path]
) -> None:
    scanned: list[str] = []
    window.project.scan_started.connect(
        lambda: scanned.append(window.workspace.require_project().archive.name)
    )
    with wait_for(window.scan_finished):
        window.project.open(archive)
        window.project.open(make_second())
    assert scanned == ["second"]


def test_what_changes_while_an_archive_is_left_starts_no_search_in_it(
    opened: MainWindow, make_second: Callable[[], Path], qtbot: QtBot
) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    searches: list[Job] = []
    opened.runner.started.connect(
        lambda job: searches.append(job) if job.lane is Lane.SEARCH and job.title else None
    )
    with wait_for(opened.scan_finished), wait_for(opened.model_used):
        opened.training.use(0)
        opened.project.open(make_second())
    assert searches == []


def test_a_note_typed_while_jobs_come_to_their_end_is_kept(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0)
    folder = opened.workspace.require_project().folder
    with wait_for(opened.window_closed), occupied(opened, Lane.EXPORT):
        opened.close()
        qtbot.keyClicks(opened.groupings_panel.note, "found in box 7")
    with Project.open(folder) as project:
        assert [grouping.note for grouping in list_groupings(project)] == ["found in box 7"]


def test_nothing_long_begins_while_an_archive_closes(opened: MainWindow, tmp_path: Path) -> None:
    make_grouping(opened, 0, [1])
    click(opened, 0)
    with wait_for(opened.query_finished):
        opened.window_actions.similar.trigger()
    lanes: list[Lane] = []
    with wait_for(opened.workspace.closed), occupied(opened, Lane.VIEWING):
        opened.window_actions.close_archive.trigger()
        opened.runner.started.connect(lambda job: lanes.append(job.lane))
        opened.window_actions.train.trigger()
        opened.window_actions.similar.trigger()
        opened.query.again()
        opened.exports.triplets(tmp_path / "triplets.csv")
        assert set(lanes) <= {Lane.CATALOG, Lane.VIEWING}
    assert "nothing is written" in opened.message_bar.text
    assert not opened.training.running
