from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Lane
from tests.gui.events import (
    ALT,
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    choose,
    drop,
    make_grouping,
    mark,
    marked_rows,
    occupied,
    rows_mime,
    select,
    wait_for,
    wait_until,
)


def grouping_place(window: MainWindow, row: int) -> QPoint:
    panel = window.groupings_panel.list
    return panel.visualRect(panel.model_of_groupings.index(row)).center()


def test_keys_make_a_grouping_and_take_marks_back(opened: MainWindow, qtbot: QtBot) -> None:
    make_grouping(opened, 0, [1, 2], [5])
    assert marked_rows(opened) == {
        0: Role.ANCHOR,
        1: Role.POSITIVE,
        2: Role.POSITIVE,
        5: Role.NEGATIVE,
    }
    mark(opened, [2], Qt.Key.Key_U)
    mark(opened, [5], Qt.Key.Key_P)
    assert marked_rows(opened) == {0: Role.ANCHOR, 1: Role.POSITIVE, 5: Role.POSITIVE}
    select(opened, [1])
    with wait_for(opened.marks_changed):
        qtbot.keyClick(opened.grid, Qt.Key.Key_A, SHIFT)
    assert marked_rows(opened) == {0: Role.POSITIVE, 1: Role.ANCHOR, 5: Role.POSITIVE}


def test_marks_made_at_once_go_to_the_grouping_that_is_being_started(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1])
    with wait_for(opened.marks.started_grouping), occupied(opened, Lane.CATALOG):
        for row, key in ((6, Qt.Key.Key_A), (6, Qt.Key.Key_A), (7, Qt.Key.Key_P)):
            select(opened, [row])
            qtbot.keyClick(opened.grid, key)
        select(opened, [8, 9])
        qtbot.keyClick(opened.grid, Qt.Key.Key_N)
        select(opened, [9])
        qtbot.keyClick(opened.grid, Qt.Key.Key_U)
        select(opened, [7])
        qtbot.keyClick(opened.grid, Qt.Key.Key_A, SHIFT)
    wait_until(lambda: not opened.runner.jobs)
    assert marked_rows(opened) == {6: Role.POSITIVE, 7: Role.ANCHOR, 8: Role.NEGATIVE}
    first, second = opened.workspace.groupings.values()
    assert opened.workspace.active == second
    assert (len(first.positives), first.negatives) == (1, ())


def test_marks_go_to_the_grouping_that_was_chosen_while_another_is_being_started(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 1)
    places = opened.groupings_panel.list.viewport()
    for row in (0, 1):
        # Also the one that is shown as in hand can be chosen.
        chosen = opened.groupings_panel.list.model_of_groupings.groupings[row].id
        anchor, marked = 6 + 2 * row, 7 + 2 * row
        with wait_for(opened.marks.started_grouping), occupied(opened, Lane.CATALOG):
            select(opened, [anchor])
            qtbot.keyClick(opened.grid, Qt.Key.Key_A)
            qtbot.mouseClick(places, LEFT, NONE, grouping_place(opened, row))
            opened.window_actions.back.trigger()
            select(opened, [marked])
            qtbot.keyClick(opened.grid, Qt.Key.Key_P)
        wait_until(lambda: not opened.runner.jobs)
        assert opened.workspace.active is not None
        assert opened.workspace.active.id == chosen
        assert marked_rows(opened) == {row: Role.ANCHOR, marked: Role.POSITIVE}
    started = list(opened.workspace.groupings.values())[2:]
    assert [len(each.positives) for each in started] == [0, 0]


def test_marks_are_in_the_catalog_when_the_window_shows_them(opened: MainWindow) -> None:
    make_grouping(opened, 3, [4], [8])
    project = opened.workspace.require_project()
    assert list_groupings(project) == list(opened.workspace.groupings.values())


def test_letters_typed_into_the_filter_stay_letters(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, [0])
    opened.header.filter.setFocus()
    qtbot.keyClicks(opened.header.filter, "apnu")
    assert opened.header.filter.text() == "apnu"
    assert opened.workspace.groupings == {}


def test_a_mark_without_a_grouping_says_how_to_start_one(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, [0])
    qtbot.keyClick(opened.grid, Qt.Key.Key_P)
    assert "press A" in opened.message_bar.text


def test_the_menu_marks_as_the_keys_do(opened: MainWindow) -> None:
    menu = next(
        action.menu()
        for action in opened.menuBar().actions()
        if action.text().replace("&", "") == "Images"
    )
    assert isinstance(menu, QMenu)
    actions = opened.window_actions
    for row, action in ((4, actions.anchor), (6, actions.positive), (7, actions.negative)):
        select(opened, [row])
        with wait_for(opened.marks_changed):
            choose(menu, action)
    assert marked_rows(opened) == {4: Role.ANCHOR, 6: Role.POSITIVE, 7: Role.NEGATIVE}


def test_images_dropped_on_a_grouping_are_positives_and_with_alt_negatives(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 6)
    viewport = opened.groupings_panel.list.viewport()
    first = grouping_place(opened, 0)
    with wait_for(opened.marks_changed):
        assert drop(opened, viewport, rows_mime(opened, [2, 3]), first)
    with wait_for(opened.marks_changed):
        assert drop(opened, viewport, rows_mime(opened, [8]), first, ALT)
    qtbot.mouseClick(viewport, LEFT, NONE, first)
    assert {opened.grid_model.row_of(i) for i in opened.workspace.active_marks()} == {0, 1, 2, 3}
    assert [record.path[-7:-4] for record in opened.grid_model.records] == [
        "000",
        "002",
        "003",
        "008",
    ]
    assert sorted(opened.workspace.active_marks().values()) == [
        Role.ANCHOR,
        Role.NEGATIVE,
        Role.POSITIVE,
        Role.POSITIVE,
    ]


def test_undo_and_redo_say_what_they_will_do(opened: MainWindow, qtbot: QtBot) -> None:
    actions = opened.window_actions
    assert not actions.undo.isEnabled()
    make_grouping(opened, 0, [1, 2])
    assert actions.undo.text() == "&Undo: Mark 2 images as positive in “000”"
    with wait_for(opened.marks_changed):
        qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert marked_rows(opened) == {0: Role.ANCHOR}
    assert actions.redo.text() == "&Redo: Mark 2 images as positive in “000”"
    assert actions.undo.text() == "&Undo: Start “000”"
    with wait_for(opened.marks_changed):
        qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(marked_rows(opened)) == 3
    assert not actions.redo.isEnabled()


def test_a_grouping_is_renamed_merged_and_deleted_in_the_list(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1])
    make_grouping(opened, 6, [7])
    panel = opened.groupings_panel
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    field = panel.list.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "seals")
    with wait_for(opened.marks_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [each.name for each in opened.workspace.groupings.values()] == ["000", "seals"]

    panel.list.selectAll()
    assert opened.window_actions.merge_groupings.text() == "Merge 2 groupings into “seals”"
    with wait_for(opened.marks_changed):
        choose(panel.menu, opened.window_actions.merge_groupings)
    assert [each.name for each in opened.workspace.groupings.values()] == ["seals"]
    assert len(opened.workspace.active_marks()) == 4

    panel.list.setFocus()
    with wait_for(opened.marks_changed):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert opened.workspace.groupings == {}
    assert opened.workspace.active is None


def test_a_note_typed_a_moment_before_closing_is_kept(opened: MainWindow, qtbot: QtBot) -> None:
    make_grouping(opened, 0)
    folder = opened.workspace.require_project().folder
    opened.groupings_panel.note.setFocus()
    qtbot.keyClicks(opened.groupings_panel.note, "found in box 7")
    with wait_for(opened.window_closed):
        opened.close()
    with Project.open(folder) as project:
        assert [grouping.note for grouping in list_groupings(project)] == ["found in box 7"]
