"""Back and forward through past queries, and marks on their results."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from archive_gui.catalog.records import Role
from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Lane
from tests.gui.events import (
    ALT,
    CTRL,
    click,
    make_grouping,
    marked_rows,
    occupied,
    picture_mime,
    select,
    selected_rows,
    wait_for,
    wait_until,
)


def search(window: MainWindow, row: int, qtbot: QtBot) -> None:
    click(window, row)
    with wait_for(window.query_finished):
        qtbot.keyClick(window.grid, Qt.Key.Key_Return)


def press_mark(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    with wait_for(window.marks_changed):
        qtbot.keyClick(window.grid, key)


def test_past_queries_come_back_as_they_were_left(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    opened.grid.set_side(256)
    search(opened, 0, qtbot)
    select(opened, [4, 6])
    opened.query.set_nearest(1.9)
    bar = opened.grid.verticalScrollBar()
    bar.setValue(150)
    first = [record.id for record in opened.grid_model.records]
    picture = QImage(str(archive / "photos" / "009.jpg"))
    QGuiApplication.clipboard().setMimeData(picture_mime(picture))
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened, Qt.Key.Key_V, CTRL)
    assert bar.value() == 0
    assert not opened.window_actions.query_forward.isEnabled()
    # The search lane is busy: what was found before needs no search.
    with occupied(opened, Lane.SEARCH):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Left, ALT)
        assert [record.id for record in opened.grid_model.records] == first
        assert selected_rows(opened) == [4, 6]
        assert bar.value() == 150
        assert opened.query.nearest == 1.9
        qtbot.keyClick(opened.grid, Qt.Key.Key_Right, ALT)
        assert opened.query.query is not None
        assert opened.query.query.name == "Pasted picture"
        assert opened.grid_model.records[0].path == "photos/009.jpg"
        # From the whole archive back leads to the query that was left last.
        qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
        assert opened.browsing.scope is Scope.ARCHIVE
        qtbot.keyClick(opened.grid, Qt.Key.Key_Left, ALT)
        assert opened.query.query.name == "Pasted picture"
    menu = opened.menus.past
    menu.aboutToShow.emit()
    listed = menu.actions()
    assert [action.text() for action in listed] == ["Pasted picture", "000.jpg"]
    wait_until(lambda: all(visit.thumbnail for visit in opened.query.history.visits))
    menu.aboutToShow.emit()
    assert not any(action.icon().isNull() for action in menu.actions())
    menu.actions()[1].trigger()
    assert [record.id for record in opened.grid_model.records] == first


def test_a_past_query_of_before_a_scan_offers_to_search_again(
    opened: MainWindow, qtbot: QtBot
) -> None:
    search(opened, 0, qtbot)
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    with wait_for(opened.scan_finished):
        qtbot.keyClick(opened, Qt.Key.Key_F5)
    qtbot.keyClick(opened.grid, Qt.Key.Key_Left, ALT)
    assert [button.text() for button in opened.message_bar.buttons] == ["Search again"]
    with wait_for(opened.query_finished):
        opened.message_bar.buttons[0].click()


def test_the_first_mark_makes_the_grouping_of_the_query_in_one_step(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 7)
    other = opened.workspace.active
    assert other is not None
    search(opened, 0, qtbot)
    box = opened.query_panel.target.box
    assert box.currentText() == "A new grouping of 000.jpg"
    anchor = opened.workspace.listed_images()[0].id
    click(opened, 0)
    press_mark(opened, Qt.Key.Key_P, qtbot)
    # The selection went on to the next result by itself.
    assert selected_rows(opened) == [1]
    press_mark(opened, Qt.Key.Key_N, qtbot)
    active = opened.workspace.active
    assert active is not None
    assert active.anchor == anchor
    assert marked_rows(opened) == {-1: Role.ANCHOR, 0: Role.POSITIVE, 1: Role.NEGATIVE}
    assert box.currentText() == "000"
    for _ in range(2):
        with wait_for(opened.marks_changed):
            qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert list(opened.workspace.groupings) == [other.id]
    assert box.currentText() == "A new grouping of 000.jpg"
    # Nothing came of it, so what was in hand before is in hand again... unless it was chosen.
    box.setCurrentIndex(box.findData(other.id))
    box.activated.emit(box.currentIndex())
    click(opened, 2)
    press_mark(opened, Qt.Key.Key_P, qtbot)
    assert len(opened.workspace.groupings[other.id].positives) == 1


def test_marks_go_to_the_grouping_that_the_query_is_in_and_back_after_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1])
    make_grouping(opened, 7)
    first, second = opened.workspace.groupings
    search(opened, 1, qtbot)
    assert opened.workspace.active is not None
    assert opened.workspace.active.id == first
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert opened.workspace.active.id == second
    search(opened, 1, qtbot)
    opened.query_panel.target.move_on.click()
    click(opened, 4)
    press_mark(opened, Qt.Key.Key_P, qtbot)
    assert selected_rows(opened) == [4]
    press_mark(opened, Qt.Key.Key_U, qtbot)
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert opened.workspace.active.id == first
    assert opened.workspace.groupings[first].positives == (opened.workspace.listed_images()[1].id,)


@pytest.mark.parametrize("wrong_first", [True, False])
def test_the_first_right_result_of_an_outside_picture_is_the_anchor(
    opened: MainWindow, archive: Path, qtbot: QtBot, wrong_first: bool
) -> None:
    picture = QImage(str(archive / "photos" / "009.jpg"))
    QGuiApplication.clipboard().setMimeData(picture_mime(picture))
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened, Qt.Key.Key_V, CTRL)
    select(opened, [0, 1])
    if wrong_first:
        qtbot.keyClick(opened.grid, Qt.Key.Key_N)
        assert "becomes the anchor" in opened.message_bar.text
        assert not opened.workspace.groupings
        assert selected_rows(opened) == [0, 1]
        return
    press_mark(opened, Qt.Key.Key_P, qtbot)
    assert marked_rows(opened) == {0: Role.ANCHOR, 1: Role.POSITIVE}
    assert selected_rows(opened) == [2]
