from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from archive_gui.gui.controllers import marks
from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.panels.grouping_order import GroupingSort
from archive_gui.gui.workers import Lane
from tests.gui.events import (
    ALT,
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    choose,
    drop,
    files_mime,
    hover,
    make_grouping,
    marked_rows,
    occupied,
    rows_mime,
    select,
    wait_for,
    wait_until,
)

Key = Qt.Key


def names(window: MainWindow) -> list[str]:
    return [grouping.name for grouping in window.workspace.groupings.values()]


def shown(window: MainWindow) -> list[str]:
    return [grouping.name for grouping in window.groupings_panel.list.model_of_groupings.groupings]


def halves(window: MainWindow, row: int) -> tuple[QPoint, QPoint]:
    """A place in the left and in the right half of a row of the list."""
    area = window.groupings_panel.list.visualRect(
        window.groupings_panel.list.model_of_groupings.index(row)
    )
    return QPoint(area.left() + 20, area.center().y()), QPoint(area.right() - 20, area.center().y())


def pick(window: MainWindow, *rows: int) -> None:
    """Click the first of these groupings, and the others with Ctrl held."""
    for place, row in enumerate(rows):
        viewport = window.groupings_panel.list.viewport()
        QTest.mouseClick(viewport, LEFT, CTRL if place else NONE, halves(window, row)[0])


def test_a_row_has_two_halves_and_alt_holds_everywhere(opened: MainWindow, archive: Path) -> None:
    make_grouping(opened, 0)
    panel = opened.groupings_panel.list
    left, right = halves(opened, 0)
    pictures = [panel.viewport().grab().toImage()]
    for place, held in ((left, NONE), (right, NONE), (left, ALT)):
        hover(opened, panel.viewport(), rows_mime(opened, [1]), place, held)
        pictures.append(panel.viewport().grab().toImage())
    # While images hang over a row its halves are drawn on it, and which of them it would be.
    assert pictures[0] != pictures[1] != pictures[2] == pictures[3]
    for rows, place, held in (([1], left, NONE), ([2], right, NONE), ([3], left, ALT)):
        with wait_for(opened.marks_changed):
            assert drop(opened, panel.viewport(), rows_mime(opened, rows), place, held)
    assert panel.viewport().grab().toImage() != pictures[3]
    with wait_for(opened.marks_changed):
        files = files_mime(archive / "photos" / "004.jpg", archive.parent / "elsewhere.jpg")
        assert drop(opened, panel.viewport(), files, right)
    assert marked_rows(opened) == {
        0: Role.ANCHOR,
        1: Role.POSITIVE,
        2: Role.NEGATIVE,
        3: Role.NEGATIVE,
        4: Role.NEGATIVE,
    }


def test_images_dropped_beside_the_groupings_start_one(opened: MainWindow, archive: Path) -> None:
    panel = opened.groupings_panel
    with wait_for(opened.marks.started_grouping):
        assert drop(opened, panel, rows_mime(opened, [3, 1, 2]))
    assert marked_rows(opened) == {3: Role.ANCHOR, 1: Role.POSITIVE, 2: Role.POSITIVE}
    assert opened.workspace.undo == "Start “003”"
    viewport = panel.list.viewport()
    with wait_for(opened.marks.started_grouping):
        below = QPoint(40, viewport.height() - 4)
        assert drop(opened, viewport, files_mime(archive / "photos" / "007.jpg"), below)
    with wait_for(opened.marks.started_grouping):
        assert drop(opened, panel.new_button, rows_mime(opened, [8]))
    assert names(opened) == ["003", "007", "008"]
    assert panel.new_button.property("dropping") is False


def test_a_folder_dropped_on_the_groupings_is_opened(
    opened: MainWindow, make_second: Callable[[], Path]
) -> None:
    make_grouping(opened, 0)
    folder = make_second()
    with wait_for(opened.opened):
        drop(opened, opened.groupings_panel.list.viewport(), files_mime(folder), QPoint(40, 20))
    assert opened.workspace.require_project().archive == folder


def test_members_show_by_click_and_by_arrow_keys_and_keys_start_and_split(
    opened: MainWindow, qtbot: QtBot
) -> None:
    select(opened, [0, 1, 2, 5])
    with wait_for(opened.marks.started_grouping):
        qtbot.keyClick(opened.grid, Key.Key_G, CTRL)
    select(opened, [6, 7])
    with wait_for(opened.marks.started_grouping):
        qtbot.keyClick(opened.grid, Key.Key_G, CTRL)
    panel = opened.groupings_panel.list
    pick(opened, 1)
    assert opened.browsing.scope is Scope.GROUPING
    assert len(opened.grid_model.records) == 2
    qtbot.keyClick(panel, Key.Key_Up)
    assert [record.path[-7:-4] for record in opened.grid_model.records] == [
        "000",
        "001",
        "002",
        "005",
    ]
    select(opened, [1, 2])
    with wait_for(opened.marks.started_grouping):
        qtbot.keyClick(opened.grid, Key.Key_G, CTRL | SHIFT)
    assert names(opened) == ["000", "006", "000 (2)"]
    assert opened.window_actions.undo.text() == "&Undo: Split “000 (2)” from “000”"
    assert [record.path[-7:-4] for record in opened.grid_model.records] == ["001", "002"]
    with wait_for(opened.marks_changed):
        qtbot.keyClick(opened, Key.Key_Z, CTRL)
    assert [len(g.positives) for g in opened.workspace.groupings.values()] == [3, 1]


def test_several_are_related_merged_and_deleted_by_menu_and_keys(
    opened: MainWindow, qtbot: QtBot
) -> None:
    for row in (0, 4, 8):
        make_grouping(opened, row, [row + 1], [row + 2])
    panel, actions = opened.groupings_panel, opened.window_actions
    with wait_for(opened.marks_changed):
        opened.marks.rename(opened.workspace.active.id, "Wax & ink")
    pick(opened, 2, 0)
    assert opened.workspace.active.name == "Wax & ink"
    assert actions.merge_groupings.text() == "Merge 2 groupings into “Wax && ink”"
    assert not actions.rename_grouping.isEnabled()
    assert not actions.unrelate_groupings.isEnabled()
    with wait_for(opened.marks_changed):
        qtbot.keyClick(panel.list, Key.Key_R, CTRL)
    first, _, third = opened.workspace.groupings.values()
    assert (first.related, third.related) == ((third.id,), (first.id,))
    index = panel.list.model_of_groupings.index(0)
    described = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert described == "000: 1 positive, 1 negative\nRelated to “Wax & ink”"
    assert [each.name for each in panel.list.selected()] == ["000", "Wax & ink"]
    assert not actions.relate_groupings.isEnabled()
    with wait_for(opened.marks_changed):
        choose(panel.menu, actions.unrelate_groupings)
    assert not any(g.related for g in opened.workspace.groupings.values())
    with wait_for(opened.marks_changed):
        qtbot.keyClick(panel.list, Key.Key_M, CTRL)
    assert names(opened) == ["004", "Wax & ink"]
    assert actions.undo.text() == "&Undo: Merge “000” into “Wax && ink”"
    panel.list.selectAll()
    with wait_for(opened.marks_changed):
        qtbot.keyClick(panel.list, Key.Key_Delete)
    assert names(opened) == []
    for expected in (2, 3):
        with wait_for(opened.marks_changed):
            qtbot.keyClick(opened, Key.Key_Z, CTRL)
        assert len(names(opened)) == expected
    # The bare catalog has what the window shows.
    project = opened.workspace.require_project()
    assert list_groupings(project) == list(opened.workspace.groupings.values())


def test_a_merge_says_where_marks_differ(opened: MainWindow, qtbot: QtBot) -> None:
    make_grouping(opened, 0, [1], [2])
    make_grouping(opened, 4, [2])
    pick(opened, 0, 1)
    with wait_for(opened.marks_changed):
        qtbot.keyClick(opened.groupings_panel.list, Key.Key_M, CTRL)
    assert "1. They are what they were in “000”" in opened.message_bar.text


def test_a_merge_joins_a_note_that_was_typed_a_moment_ago(opened: MainWindow) -> None:
    for number, note in enumerate(["Found in the cellar.", "Kept."]):
        make_grouping(opened, number)
        with wait_for(opened.marks.marks_changed):
            opened.marks.set_note(opened.workspace.active.id, note)
    pick(opened, 1)
    panel = opened.groupings_panel
    panel.note.setFocus()
    QTest.keyClicks(panel.note, "Seen. ")
    panel.list.setFocus()
    pick(opened, 1, 0)
    choose(panel.menu, opened.window_actions.merge_groupings)
    wait_until(lambda: len(opened.workspace.groupings) == 1)
    wait_until(lambda: not opened.runner.jobs)
    panel.note.keep()
    wait_until(lambda: not opened.runner.jobs)
    (merged,) = opened.workspace.groupings.values()
    assert sorted(merged.note.splitlines()) == ["Found in the cellar.", "Seen. Kept."]


def test_a_note_that_waits_for_the_catalog_is_shown_and_goes_on_being_written(
    opened: MainWindow,
) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 1)
    first, second = opened.workspace.groupings
    note = opened.groupings_panel.note
    with occupied(opened, Lane.CATALOG):
        pick(opened, 0)
        note.setFocus()
        QTest.keyClicks(note, "Found in")
        pick(opened, 1)
        assert note.toPlainText() == ""
        pick(opened, 0)
        assert note.toPlainText() == "Found in"
        note.setFocus()
        note.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(note, " the cellar.")
        pick(opened, 1)
        note.setFocus()
        QTest.keyClicks(note, "Wrong")
        note.keep()
        note.selectAll()
        # Back to what the catalog has still: that, too, is a change of what waits.
        QTest.keyClick(note, Key.Key_Delete)
        note.keep()
    wait_until(lambda: not opened.runner.jobs)
    assert opened.workspace.groupings[first].note == "Found in the cellar."
    assert opened.workspace.groupings[second].note == ""
    pick(opened, 0)
    assert note.toPlainText() == "Found in the cellar."


def test_a_note_that_the_catalog_refused_is_not_lost(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 1)
    first = next(iter(opened.workspace.groupings))
    note = opened.groupings_panel.note

    def full(*_: object) -> None:
        raise ArchiveError("The disk is full.")

    with monkeypatch.context() as patched, wait_for(opened.runner.failed):
        patched.setattr(marks.catalog, "set_note", full)
        pick(opened, 0)
        note.setFocus()
        QTest.keyClicks(note, "Found in the cellar.")
        note.keep()
    pick(opened, 1)
    pick(opened, 0)
    assert note.toPlainText() == "Found in the cellar."
    note.keep()
    wait_until(lambda: not opened.runner.jobs)
    assert opened.workspace.groupings[first].note == "Found in the cellar."


def test_the_grouping_in_hand_is_in_hand_when_the_archive_is_opened_again(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 6)
    pick(opened, 0)
    with wait_for(opened.scan_finished):
        opened.project.open(archive)
    assert opened.workspace.active is not None
    assert opened.workspace.active.name == "000"
    assert opened.groupings_panel.list.selected() == [opened.workspace.active]
    assert opened.browsing.scope is Scope.ARCHIVE


def test_the_panel_counts_triplets_and_says_what_to_mark_next(opened: MainWindow) -> None:
    facts = opened.groupings_panel.facts
    assert facts.isHidden()
    make_grouping(opened, 0, [1, 2])
    wait_until(lambda: "nothing to tell apart" in facts.advice.text())
    assert facts.counts.text() == "Comparisons to learn from: 0"
    make_grouping(opened, 6, [7], [9])
    wait_until(lambda: facts.advice.accessibleName().startswith("“000” has no negative yet"))
    # Two with one alike and four unlike each, among three with two alike and two unlike.
    learnt = "Comparisons to learn from: 20, 8 of them from this grouping"
    assert facts.counts.text() == learnt
    exported = "Triplets to export: 1, 1 of them from this grouping"
    assert facts.counts.toolTip().startswith(exported)
    facts.advice.linkActivated.emit(str(next(iter(opened.workspace.groupings))))
    assert opened.workspace.active.name == "000"
    assert opened.browsing.scope is Scope.GROUPING


@pytest.fixture
def many(opened: MainWindow) -> MainWindow:
    """A window with 2,000 groupings beside the images."""
    project = opened.workspace.require_project()
    ids = [image.id for image in opened.workspace.listed_images()]
    with project.transaction() as connection:
        for number in range(2000):
            row = connection.execute("INSERT INTO groupings (name) VALUES (?)", (f"n {number}",))
            marks = [(row.lastrowid, ids[number % 12], "anchor")]
            marks += [(row.lastrowid, ids[(number + 1) % 12], "positive")] * (number == 77)
            connection.executemany("INSERT INTO marks VALUES (?, ?, ?)", marks)
    with wait_for(opened.marks_changed):
        opened.marks.set_note(2, "found in a box")
    return opened


def test_a_grouping_is_found_among_thousands(many: MainWindow, qtbot: QtBot) -> None:
    panel = many.groupings_panel
    assert panel.list.viewport().findChildren(QWidget) == []
    assert len(shown(many)) == 2000
    qtbot.keyClick(many, Key.Key_L, CTRL)
    assert panel.bar.filter.hasFocus()
    qtbot.keyClicks(panel.bar.filter, "BOX found")
    assert shown(many) == ["n 1"]
    qtbot.keyClick(panel.bar.filter, Key.Key_Escape)
    qtbot.keyClicks(panel.bar.filter, "n 19")
    panel.bar.sort_button.menu().actions()[1].trigger()
    assert shown(many)[:2] == ["n 1999", "n 1998"]
    panel.bar.sort_button.menu().actions()[2].trigger()
    assert shown(many)[:3] == ["n 19", "n 119", "n 190"]
    qtbot.keyClick(panel.bar.filter, Key.Key_Escape)
    panel.bar.sort_button.menu().actions()[3].trigger()
    assert shown(many)[0] == "n 77"
    assert many.preferences.grouping_sort == GroupingSort.SIZE
    qtbot.keyClick(panel.bar.filter, Key.Key_Down)
    assert panel.list.hasFocus()
    panel.bar.filter.setText("nothing like it")
    assert panel.list.isHidden()


def test_no_place_is_without_a_name_for_screen_readers(opened: MainWindow) -> None:
    make_grouping(opened, 0)
    panel = opened.groupings_panel
    for widget in (panel.list, panel.note, panel.bar.filter, panel.bar.sort_button):
        assert widget.accessibleName()
    assert panel.new_button.text() == "New grouping"


def test_a_name_that_is_being_typed_outlives_what_changes_meanwhile(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 4)
    panel = opened.groupings_panel.list
    pick(opened, 0)
    qtbot.keyClick(panel, Key.Key_F2)
    (field,) = panel.findChildren(QLineEdit)
    qtbot.keyClicks(field, "Half")
    for change in (
        lambda: opened.marks.set_note(opened.workspace.active.id, "Found in the attic"),
        lambda: opened.marks.start_with([opened.workspace.listed_images()[1].id]),
    ):
        with wait_for(opened.marks_changed):
            change()
        assert panel.findChildren(QLineEdit) == [field]
        assert field.text() == "Half"
    qtbot.keyClicks(field, " a name")
    with wait_for(opened.marks_changed):
        qtbot.keyClick(field, Key.Key_Return)
    wait_until(lambda: len(shown(opened)) == 3)
    assert names(opened)[0] == shown(opened)[0] == "Half a name"
    assert [each.name for each in panel.selected()] == [opened.workspace.active.name]


def test_a_name_that_is_being_typed_goes_with_its_archive(
    opened: MainWindow, make_second: Callable[[], Path], qtbot: QtBot
) -> None:
    make_grouping(opened, 0)
    panel = opened.groupings_panel.list
    qtbot.keyClick(panel, Key.Key_F2)
    (field,) = panel.findChildren(QLineEdit)
    qtbot.keyClicks(field, "Half")
    with wait_for(opened.scan_finished):
        opened.project.open(make_second())
    assert not panel.findChildren(QLineEdit)
    make_grouping(opened, 0)
    assert shown(opened) == names(opened) == ["only"]
