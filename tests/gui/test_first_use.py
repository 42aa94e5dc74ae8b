"""Where the keyboard and the selection are after each thing that a newcomer does."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.main_window import MainWindow
from tests.gui.events import (
    LEFT,
    NONE,
    click,
    drop,
    files_mime,
    make_grouping,
    selected_rows,
    wait_for,
    wait_until,
)

Key = Qt.Key


def paths_selected(window: MainWindow) -> list[str]:
    return [record.path for record in window.grid.selected_records()]


def test_the_first_result_is_selected_and_escape_leads_back_to_where_one_was(
    opened: MainWindow,
) -> None:
    click(opened, 7)
    with wait_for(opened.query_finished):
        QTest.keyClick(opened.grid, Key.Key_Return)
    assert selected_rows(opened) == [0]
    QTest.keyClick(opened.grid, Key.Key_Escape)
    assert opened.browsing.scope is Scope.ARCHIVE
    assert paths_selected(opened) == ["photos/007.jpg"]

    with wait_for(opened.query_finished):
        QTest.keyClick(opened.grid, Key.Key_Return)
    QTest.keyClick(opened.grid, Key.Key_Right)
    gone_to = paths_selected(opened)
    QTest.keyClick(opened.grid, Key.Key_Escape)
    assert paths_selected(opened) == gone_to != ["photos/007.jpg"]


def test_who_asks_by_a_drop_or_in_the_zone_goes_on_in_the_results(
    opened: MainWindow, archive: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.jpg"
    shutil.copy(archive / "photos" / "004.jpg", outside)
    zone = opened.query_panel.zone
    opened.groupings_panel.list.setFocus()
    with wait_for(opened.query_finished):
        drop(opened, zone, files_mime(outside))
    assert opened.grid.hasFocus()
    zone.setFocus()
    wait_until(lambda: zone.has_picture)
    with wait_for(opened.query_finished):
        middle = zone.rect().center()
        QTest.mousePress(zone, LEFT, NONE, middle - QPoint(30, 30))
        QTest.mouseMove(zone, middle)
        QTest.mouseMove(zone, middle + QPoint(30, 30))
        QTest.mouseRelease(zone, LEFT, NONE, middle + QPoint(30, 30))
    assert opened.grid.hasFocus()


def test_escape_leads_out_of_the_note_before_it_leads_out_of_the_results(
    opened: MainWindow,
) -> None:
    make_grouping(opened, 3, [4])
    click(opened, 3)
    with wait_for(opened.query_finished):
        QTest.keyClick(opened.grid, Key.Key_Return)
    panel = opened.groupings_panel
    panel.note.setFocus()
    with wait_for(opened.marks_changed):
        QTest.keyClicks(panel.note, "Seen from the front")
    QTest.keyClick(panel.note, Key.Key_Escape)
    assert panel.list.hasFocus()
    assert opened.browsing.scope is Scope.RESULTS
    QTest.keyClick(panel.list, Key.Key_Escape)
    assert opened.browsing.scope is Scope.ARCHIVE
    assert opened.grid.hasFocus()


def test_escape_in_the_archive_brings_the_keyboard_to_the_images_and_keeps_the_selection(
    opened: MainWindow,
) -> None:
    click(opened, 2)
    opened.training_panel.depth_box.setFocus()
    QTest.keyClick(opened.training_panel.depth_box, Key.Key_Escape)
    assert opened.grid.hasFocus()
    assert selected_rows(opened) == [2]
    QTest.keyClick(opened.grid, Key.Key_Escape)
    assert selected_rows(opened) == []
