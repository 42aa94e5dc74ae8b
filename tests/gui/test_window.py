import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from archive_gui import __version__
from archive_gui.gui.crash import tell_of_crashes
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.panels.limits import COUNTS
from archive_gui.gui.workers import Lane
from archive_gui.operations.licences import COMPONENTS
from archive_gui.progress import Progress
from tests.gui.events import CTRL, LEFT, click, wait_for, wait_until


@pytest.fixture
def crashes_told(window: MainWindow) -> Iterator[None]:
    before = sys.excepthook
    tell_of_crashes(window.messages.error)
    yield
    sys.excepthook = before


def test_a_first_time_user_sees_how_to_begin(window: MainWindow) -> None:
    assert window.welcome.open_button.isVisible()
    assert window.welcome.sample_button.isVisible()
    assert not any(dock.isVisible() for dock in window.docks)
    assert not window.window_actions.export_triplets.isEnabled()


def test_preferences_survive_a_restart(
    open_window: Callable[[], MainWindow], archive: Path, qtbot: QtBot
) -> None:
    first = open_window()
    with wait_for(first.scan_finished):
        first.project.open(archive)
    first.resize(1100, 720)
    groupings, query, training = first.docks
    query.close()
    first.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, groupings)
    qtbot.keyClick(first, Qt.Key.Key_Plus, CTRL)
    side = first.grid.side
    first.query_panel.limits.count_slider.setValue(COUNTS.index(20))
    wait_until(lambda: first.query.count == 20)
    with wait_for(first.window_closed):
        first.close()

    second = open_window()
    assert second.preferences.recent == [archive]
    assert second.grid.side == side != 116
    assert second.query.count == 20
    with wait_for(second.opened):
        second.welcome.recent_chosen.emit(archive)
    groupings, query, training = second.docks
    assert not query.isVisible()
    assert training.isVisible()
    assert second.dockWidgetArea(groupings) is Qt.DockWidgetArea.RightDockWidgetArea


def test_a_hidden_place_comes_back_by_the_view_menu(opened: MainWindow) -> None:
    dock = opened.docks[1]
    dock.close()
    assert not dock.isVisible()
    dock.toggleViewAction().trigger()
    assert dock.isVisible()


def test_closing_while_the_archive_is_scanned_stops_the_scan(
    window: MainWindow, archive: Path
) -> None:
    scans: list[bool] = []
    window.project.closing.connect(lambda: scans.append(window.project.scanning))
    window.project.scan_started.connect(window.close)
    with wait_for(window.window_closed):
        window.project.open(archive)
    assert True in scans
    # An index may still be let go of.
    assert all(job.lane is Lane.SEARCH for job in window.runner.jobs)


def test_the_end_looks_for_no_folder_of_the_list(opened: MainWindow) -> None:
    assert opened.preferences.recent
    lanes: list[Lane] = []
    opened.runner.started.connect(lambda job: lanes.append(job.lane))
    with wait_for(opened.window_closed):
        opened.close()
    assert Lane.CATALOG in lanes
    assert Lane.VIEWING not in lanes


def test_the_manual_opens_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.findChild(QTextBrowser)
    assert "Five steps" in manual.toPlainText()


def test_about_tells_versions_and_licences_beside_the_window(window: MainWindow) -> None:
    window.window_actions.about.trigger()
    about = window.assistance.about
    assert about is not None
    assert about.isVisible()
    assert not about.isModal()
    assert any(label.text() == f"archive-gui {__version__}" for label in about.findChildren(QLabel))
    shown = about.licences.toPlainText()
    for component in COMPONENTS:
        assert component.version in shown
        assert component.licence in shown


def test_a_defect_in_a_job_is_told_and_logged(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(progress: Progress) -> None:
        del progress
        raise ZeroDivisionError("by hand")

    with caplog.at_level(logging.ERROR), wait_for(window.runner.failed):
        window.runner.start(Lane.EXPORT, broken)
    assert "ZeroDivisionError: by hand" in window.message_bar.text
    assert "Traceback" in caplog.text


def test_a_posted_call_may_let_the_others_run_before_it_ends(window: MainWindow) -> None:
    ran: list[str] = []

    def first() -> None:
        window.runner.post(lambda: ran.append("third"))
        wait_until(lambda: "third" in ran)
        ran.append("first")

    window.runner.post(first)
    window.runner.post(lambda: ran.append("second"))
    wait_until(lambda: "first" in ran)
    assert ran == ["second", "third", "first"]


@pytest.mark.usefixtures("crashes_told")
def test_a_defect_in_the_window_is_told(window: MainWindow) -> None:
    try:
        raise KeyError("lost")
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "KeyError: 'lost'" in window.message_bar.text


def test_the_viewer_opens_walks_zooms_and_closes_by_keys(opened: MainWindow, qtbot: QtBot) -> None:
    viewer, key = opened.viewer, Qt.Key
    click(opened, 1)
    with wait_for(viewer.shown_picture):
        qtbot.keyClick(opened.grid, key.Key_Space)
    assert viewer.isVisible()
    assert viewer.hasFocus()
    with wait_for(viewer.shown_picture) as shown:
        qtbot.keyClick(viewer, key.Key_Right)
    assert shown.args[0].path == "photos/002.jpg"
    before = viewer.canvas.scale
    qtbot.keyClick(viewer, key.Key_Plus)
    assert viewer.canvas.scale > before
    qtbot.keyClick(viewer, key.Key_0)
    assert viewer.canvas.fits
    with wait_for(opened.marks_changed):
        qtbot.keyClick(viewer, key.Key_A)
    assert opened.workspace.active is not None
    assert opened.workspace.active.name == "002"
    qtbot.keyClick(viewer, key.Key_Escape)
    assert not viewer.isVisible()
    assert [record.path for record in opened.grid.selected_records()] == ["photos/002.jpg"]


def test_a_double_click_looks_closely(opened: MainWindow, qtbot: QtBot) -> None:
    place = opened.grid.visualRect(opened.grid_model.index(3)).center()
    with wait_for(opened.viewer.shown_picture):
        qtbot.mouseClick(opened.grid.viewport(), LEFT, pos=place)
        qtbot.mouseDClick(opened.grid.viewport(), LEFT, pos=place)
    assert opened.viewer.record is not None
    assert opened.viewer.record.path == "photos/003.jpg"


def test_actions_are_not_touched_where_nothing_has_changed(opened: MainWindow) -> None:
    opened.commands.refresh()
    told: list[str] = []
    for action in opened.window_actions.findChildren(QAction):
        action.changed.connect(lambda action=action: told.append(action.text()))
    # Menus and buttons would be laid out anew each time.
    opened.commands.refresh()
    assert told == []
