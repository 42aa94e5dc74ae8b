import os
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_gui.gui.grid.arrange import Arrangement, Show, Sort
from archive_gui.gui.main_window import MainWindow
from tests.conftest import draw
from tests.gui.events import (
    CTRL,
    LEFT,
    SHIFT,
    choose,
    click,
    draw_band,
    let_pass,
    make_grouping,
    open_filters,
    select,
    selected_rows,
    wait_for,
    wait_until,
)


def test_clicks_with_ctrl_add_and_take_away_and_with_shift_reach(opened: MainWindow) -> None:
    click(opened, 1)
    click(opened, 4, SHIFT)
    assert selected_rows(opened) == [1, 2, 3, 4]
    click(opened, 2, CTRL)
    click(opened, 6, CTRL)
    assert selected_rows(opened) == [1, 3, 4, 6]
    click(opened, 0)
    assert selected_rows(opened) == [0]


def test_all_are_selected_by_key_and_the_status_bar_counts_them(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(opened.grid, Qt.Key.Key_A, CTRL)
    assert selected_rows(opened) == list(range(12))
    assert opened.status_bar.selection == "12 selected"
    click(opened, 3)
    assert "photos/003.jpg" in opened.status_bar.selection


def test_a_rubber_band_selects_what_it_touches_and_with_ctrl_more(opened: MainWindow) -> None:
    rects = [opened.grid.visualRect(opened.grid_model.index(row)) for row in range(6)]
    start = rects[0].topLeft() - QPoint(4, 4)
    draw_band(opened, start, rects[1].center())
    assert selected_rows(opened) == [0, 1]
    beside = QPoint(rects[3].right() + 4, rects[3].bottom() + 4)
    draw_band(opened, beside, rects[3].center(), CTRL)
    assert selected_rows(opened) == [0, 1, 3]


def test_the_arrow_keys_walk_and_with_shift_extend(opened: MainWindow, qtbot: QtBot) -> None:
    key = Qt.Key
    qtbot.keyClick(opened.grid, key.Key_Home)
    qtbot.keyClick(opened.grid, key.Key_Right)
    assert selected_rows(opened) == [1]
    qtbot.keyClick(opened.grid, key.Key_Right, SHIFT)
    assert selected_rows(opened) == [1, 2]
    qtbot.keyClick(opened.grid, key.Key_End)
    assert selected_rows(opened) == [11]


def test_the_filter_shows_names_with_all_words_and_escape_empties_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    click(opened, 3)
    qtbot.keyClick(opened.grid, Qt.Key.Key_F, CTRL)
    assert opened.header.filter.hasFocus()
    qtbot.keyClicks(opened.header.filter, "PHOTOS 01")
    wait_until(lambda: len(opened.grid_model.records) == 3)
    qtbot.keyClick(opened.header.filter, Qt.Key.Key_Escape)
    wait_until(lambda: len(opened.grid_model.records) == 12)
    qtbot.keyClick(opened.header.filter, Qt.Key.Key_Escape)
    assert opened.grid.hasFocus()


def test_a_filter_that_nothing_passes_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    opened.header.filter.setFocus()
    qtbot.keyClicks(opened.header.filter, "nowhere")
    wait_until(lambda: not opened.grid.isVisible())


def test_images_are_ordered_by_date_size_and_mark(window: MainWindow, archive: Path) -> None:
    os.utime(archive / "photos" / "005.jpg", (2_000_000_000, 2_000_000_000))
    (archive / "photos" / "009.jpg").write_bytes(
        (archive / "photos" / "009.jpg").read_bytes() + bytes(50_000)
    )
    with wait_for(window.scan_finished):
        window.project.open(archive)

    def first(sort: Sort) -> str:
        choose(window.header.sort_button.menu(), window.header.sort_button.orders[sort])
        return window.grid_model.records[0].path

    assert first(Sort.DATE) == "photos/005.jpg"
    assert first(Sort.SIZE) == "photos/009.jpg"
    choose(window.header.sort_button.menu(), window.header.sort_button.directions[False])
    assert window.grid_model.records[-1].path == "photos/009.jpg"
    assert first(Sort.NAME) == "photos/000.jpg"
    make_grouping(window, 7, [2])
    assert first(Sort.MARK) == "photos/007.jpg"
    assert window.grid_model.records[1].path == "photos/002.jpg"


def test_the_selection_outlives_another_order(opened: MainWindow) -> None:
    make_grouping(opened, 7)
    click(opened, 3)
    chosen = opened.grid.selected_records()
    choose(opened.header.sort_button.menu(), opened.header.sort_button.orders[Sort.MARK])
    assert opened.grid_model.records[0].path == "photos/007.jpg"
    assert opened.grid.selected_records() == chosen


def test_messages_that_come_and_go_do_not_scroll_the_grid(opened: MainWindow) -> None:
    bar = opened.grid.verticalScrollBar()
    opened.grid.set_side(240)
    bar.setValue(120)
    before = bar.value()
    for _ in range(3):
        opened.messages.info("here")
        let_pass(1)
        opened.message_bar.forget()
        let_pass(1)
    assert bar.value() == before > 0


def test_a_narrower_window_keeps_the_same_images_in_sight(opened: MainWindow) -> None:
    opened.grid.set_side(240)
    opened.grid.verticalScrollBar().setValue(150)
    first = opened.grid_model.records[opened.grid.visible_rows()[-1]]
    opened.resize(1000, 800)
    let_pass(1)
    rows = opened.grid.visible_rows()
    assert opened.grid_model.row_of(first.id) in range(rows.start, rows.stop + 4)


def test_filters_add_up_show_as_chips_and_go_with_a_click(
    window: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    (archive / "letters" / "1923").mkdir(parents=True)
    for number in range(3):
        draw(50 + number).save(archive / "letters" / "1923" / f"letter {number}.png")
    with wait_for(window.scan_finished):
        window.project.open(archive)
    make_grouping(window, 1, [3])
    header, model = window.header, window.grid_model

    def names() -> list[str]:
        return [record.path.rpartition("/")[2] for record in model.records]

    def chips() -> list[str]:
        return [chip.text() for chip in header.chips.chips]

    panel = open_filters(window)
    assert not header.chips.isVisible()
    qtbot.keyClicks(panel.folders.field, "lett")
    tree = panel.folders.tree
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert names() == ["letter 0.png", "letter 1.png", "letter 2.png"]
    qtbot.keyClick(panel.show_box, Qt.Key.Key_End)
    assert names() == ["letter 0.png", "letter 2.png"]
    panel.close()
    assert chips() == ["letters", "In no grouping"]
    assert header.chips.isVisible()
    qtbot.mouseClick(header.chips.chips[0], LEFT)
    assert chips() == ["In no grouping"]
    assert len(names()) == 13
    qtbot.keyClicks(header.filter, "nowhere")
    wait_until(lambda: not window.grid.isVisible())
    qtbot.mouseClick(window.browser.empty.button, LEFT)
    assert len(names()) == 15
    assert header.filter.text() == ""
    assert not header.chips.isVisible()


def test_a_filter_by_a_grouping_follows_it_until_it_is_gone(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 4, [6, 8])
    panel = open_filters(opened)
    qtbot.keyClick(panel.grouping_box, Qt.Key.Key_Down)
    panel.close()
    assert [r.path[-7:-4] for r in opened.grid_model.records] == ["004", "006", "008"]
    with wait_for(opened.marks_changed):
        opened.marks.undo()
    assert [r.path[-7:-4] for r in opened.grid_model.records] == ["004"]
    with wait_for(opened.marks_changed):
        opened.marks.undo()
    assert len(opened.grid_model.records) == 12
    assert not opened.header.chips.isVisible()


def test_typing_a_name_goes_to_it_and_its_letters_mark_nothing(
    opened: MainWindow, qtbot: QtBot
) -> None:
    click(opened, 2)
    qtbot.keyClicks(opened.grid, "01")
    assert selected_rows(opened) == [10]
    assert opened.grid.type_ahead.label.isVisible()
    qtbot.keyClicks(opened.grid, "1pA")
    assert opened.workspace.groupings == {}
    assert selected_rows(opened) == [11]
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert not opened.grid.type_ahead.label.isVisible()
    assert selected_rows(opened) == [11]
    qtbot.keyClicks(opened.grid, "/p")
    assert opened.grid.type_ahead.active
    qtbot.keyClick(opened.grid, Qt.Key.Key_Home)
    assert not opened.grid.type_ahead.active
    with wait_for(opened.marks_changed):
        qtbot.keyClicks(opened.grid, "a")


def test_the_selection_is_inverted(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, [0, 1, 5])
    qtbot.keyClick(opened.grid, Qt.Key.Key_I, CTRL)
    assert selected_rows(opened) == [2, 3, 4, 6, 7, 8, 9, 10, 11]


def test_a_rubber_band_beyond_the_edge_scrolls_on_and_selects(opened: MainWindow) -> None:
    opened.grid.set_side(200)
    bar, viewport = opened.grid.verticalScrollBar(), opened.grid.viewport()
    bar.setValue(0)
    QTest.mousePress(viewport, LEFT, pos=QPoint(2, 2))
    QTest.mouseMove(viewport, QPoint(viewport.width() - 2, viewport.height() + 50))
    wait_until(lambda: bar.value() == bar.maximum() > 0)
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(viewport.width() - 2, viewport.height() + 50))
    assert selected_rows(opened) == list(range(12))


def test_nothing_of_the_header_is_cut_off_in_a_small_window(opened: MainWindow) -> None:
    opened.resize(960, 640)
    opened.header.show_arrangement(
        Arrangement("of a very long text", "photos", Show.UNMARKED, None, "JPEG", True, Sort.SIZE)
    )
    let_pass(1)
    header = opened.header
    assert opened.width() == 960
    parts = [header.filter, header.filter_button, header.sort_button, header.slider]
    for part in [*parts, *header.chips.chips, header.chips.clear]:
        assert part.width() >= part.minimumSizeHint().width()
        corner = part.mapTo(header, part.rect().bottomRight())
        assert header.rect().contains(corner), part
