"""What people need who work by keyboard, by screen reader, or with large targets."""

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget

from archive_gui.gui.compare.model import AFTER, BEFORE
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.messages import Kind, Message
from archive_gui.gui.panels.plots import Plots
from archive_gui.gui.shortcut_sheet import keys_of_places
from archive_gui.gui.theme import ThemeManager
from archive_gui.learning.metrics import EpochReport, Metrics
from archive_gui.learning.settings import Depth
from tests.gui.events import LEFT, NONE, SHIFT, click, let_pass, wait_for, wait_until
from tests.gui.hearing import listening

Role, Name = QAccessible.Role, QAccessible.Text.Name
SCHEMES = (Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
# Containers and plain words take no part, and neither do pictures that only decorate.
SPOKEN = {
    Role.Button,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.SpinBox,
    Role.Slider,
    Role.List,
    Role.ListItem,
    Role.Table,
    Role.Tree,
    Role.PageTab,
    Role.PageTabList,
    Role.MenuItem,
    Role.ProgressBar,
    Role.Dialog,
    Role.Window,
}
SMALLEST_TARGET = 24
# A mark of fewer pixels would be a dot, not a frame or an underline.
SMALLEST_MARK = 40


@pytest.fixture
def opened(window: MainWindow, trained_shapes: Path, tmp_path: Path) -> MainWindow:
    """A window on a trained project with groupings, one image found similar to another."""
    folder = tmp_path / "project"
    shutil.copytree(trained_shapes, folder)
    with wait_for(window.versions.last_read), wait_for(window.scan_finished):
        window.project.open(folder)
    wait_until(lambda: window.training_panel.versions.table.topLevelItemCount() > 1)
    window.activateWindow()
    click(window, 0)
    with wait_for(window.query_finished):
        QTest.keyClick(window.grid, Qt.Key.Key_Return)
    return window


@pytest.fixture
def both_themes() -> Iterator[None]:
    yield
    ThemeManager.instance().follow(Qt.ColorScheme.Unknown)


def places(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """One state of the window after another, with the part of it that is new."""
    panel = window.training_panel
    yield "results", window
    click(window, 1)
    QTest.keyClick(window.grid, Qt.Key.Key_Space)
    wait_until(window.viewer.isVisible)
    yield "viewer", window.viewer
    QTest.keyClick(window.viewer, Qt.Key.Key_Escape)
    assert not window.viewer.isVisible()
    panel.tabs.setCurrentWidget(panel.result)
    let_pass(50)
    yield "result of a training", panel
    panel.tabs.setCurrentWidget(panel.versions)
    panel.versions.table.setCurrentItem(panel.versions.table.topLevelItem(0))
    yield "versions", panel
    panel.tabs.setCurrentIndex(0)
    QTest.mouseClick(panel.settings_button, LEFT)
    yield "settings of a training", panel
    actions = window.window_actions
    for action in (actions.settings, actions.shortcuts, actions.about, actions.manual):
        before = set(QApplication.topLevelWidgets())
        action.trigger()
        new = [
            each
            for each in QApplication.topLevelWidgets()
            if each.isWindow() and each.isVisible() and each not in before
        ]
        for beside in new:
            beside.activateWindow()
            let_pass(20)
            yield action.text(), beside
            beside.close()


def objects_in(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """All that a screen reader is shown, the first dozen items of long lists."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    for place in range(min(12, interface.childCount())):
        yield from objects_in(interface.child(place))


def test_all_that_can_be_used_has_a_name(opened: MainWindow) -> None:
    seen = set()
    for state, part in places(opened):
        for each in objects_in(QAccessible.queryAccessibleInterface(part)):
            if each.role() in SPOKEN and each.role() is not Role.PageTabList:
                assert each.text(Name), (state, each.role(), each.object())
                seen.add(each.role())
            widget = each.object()
            if isinstance(widget, QComboBox):
                # Its name is its value on some systems, where the words are told beside it.
                assert widget.accessibleName(), (state, widget)
            if isinstance(widget, QWidget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert each.text(Name), (state, widget)
    assert {Role.List, Role.ListItem, Role.Slider, Role.ComboBox, Role.Tree} <= seen


def test_a_screen_reader_follows_the_keyboard_through_the_grid(opened: MainWindow) -> None:
    grid = QAccessible.queryAccessibleInterface(opened.grid)
    assert grid.role() is Role.List
    assert grid.childCount() == len(opened.grid_model.records)
    click(opened, 0)
    for row in (1, 2):
        QTest.keyClick(opened.grid, Qt.Key.Key_Right)
        item = grid.focusChild()
        assert item.role() is Role.ListItem
        assert grid.indexOfChild(item) == row
        assert item.state().selected
        record = opened.grid_model.records[row]
        words = item.text(Name)
        assert words.startswith(record.path)
        assert f"rank {row + 1}, distance" in words
        assert (record.id in opened.grid_model.marks) == ("Positive" in words or "Anchor" in words)
    assert not grid.child(0).state().selected
    opened.window_actions.select_all.trigger()
    assert len(opened.grid.selected_records()) == grid.childCount()
    assert grid.child(0).state().selected


def test_a_screen_reader_hears_why_an_image_failed(opened: MainWindow) -> None:
    broken = replace(opened.grid_model.records[2], error="The file is cut off.")
    opened.grid_model.update_images([broken])
    words = QAccessible.queryAccessibleInterface(opened.grid).child(2).text(Name)
    assert words.endswith("The file is cut off.")


def light(picture: QImage) -> npt.NDArray[np.float64]:
    """The relative luminance of each pixel, as WCAG 2 defines it."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), np.uint8)
    rows = raw.reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3]
    share = rows / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.0722, 0.7152, 0.2126]))


def marked_pixels(widget: QWidget) -> int:
    """How many pixels of a widget differ by 3:1 or more once it has the keyboard."""
    if (focused := widget.window().focusWidget()) is not None:
        focused.clearFocus()
    before = light(widget.grab().toImage())
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert widget.hasFocus(), widget
    after = light(widget.grab().toImage())
    height, width = np.minimum(before.shape, after.shape)
    pair = np.stack([before[:height, :width], after[:height, :width]]) + 0.05
    return int((pair.max(0) / pair.min(0) >= 3).sum())


@pytest.mark.usefixtures("both_themes")
def test_it_is_seen_where_the_keyboard_is(opened: MainWindow) -> None:
    checked = 0
    for state, part in places(opened):
        if part is opened.viewer:
            # It covers all else and keeps the keyboard as long as it is there.
            continue
        for scheme in SCHEMES:
            ThemeManager.instance().follow(scheme)
            for widget in part.findChildren(QWidget):
                takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                if takes and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
                    words = (state, scheme, widget, widget.accessibleName())
                    assert marked_pixels(widget) >= SMALLEST_MARK, words
                    checked += 1
    assert checked > 50


def test_targets_are_large_enough(opened: MainWindow) -> None:
    opened.messages.info("something")
    QTest.keyClicks(opened.header.filter, "bar")
    wait_until(lambda: bool(opened.header.chips.findChildren(QAbstractButton)))
    for state, part in places(opened):
        for button in part.findChildren(QAbstractButton):
            # A field is also emptied by keys, and the filter by a larger button below it.
            if button.isVisible() and not isinstance(button.parent(), QLineEdit):
                size = button.size()
                assert min(size.width(), size.height()) >= SMALLEST_TARGET, (state, button)


def in_menus(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        if isinstance(inside := action.menu(), QMenu):
            yield from in_menus(inside)


def test_every_action_is_reached_by_keys(opened: MainWindow) -> None:
    listed = {action for menu in opened.menus.menus for action in in_menus(menu)}
    for name, action in vars(opened.window_actions).items():
        if isinstance(action, QAction):
            assert action in listed or not action.shortcut().isEmpty(), name


class Asked(QObject):
    """Notes where context menus are asked for, and keeps them from opening."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[QPoint] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QContextMenuEvent):
            self.at.append(event.pos())
            return True
        return super().eventFilter(watched, event)


def test_the_context_menu_opens_by_keys_at_the_image(opened: MainWindow) -> None:
    asked = Asked()
    click(opened, 3)
    opened.grid.verticalScrollBar().setValue(opened.grid.verticalScrollBar().maximum())
    opened.grid.installEventFilter(asked)
    QTest.keyClick(opened.grid, Qt.Key.Key_F10, SHIFT)
    opened.grid.removeEventFilter(asked)
    assert len(asked.at) == 1
    assert opened.grid.viewport().rect().contains(asked.at[0])
    assert opened.grid.visualRect(opened.grid.currentIndex()).contains(asked.at[0])


def tabbed_through(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """All that has the keyboard in turn until it is where it was; a trap never ends."""
    modifiers = SHIFT if key is Qt.Key.Key_Backtab else NONE
    first = window.focusWidget()
    seen = [first]
    for _ in range(120):
        QTest.keyClick(window.focusWidget(), key, modifiers)
        if window.focusWidget() is first:
            return seen
        seen.append(window.focusWidget())
    raise AssertionError(f"the keyboard never leaves {seen[-3:]}")


def test_the_keyboard_goes_from_place_to_place_both_ways(opened: MainWindow) -> None:
    opened.message_bar.show_message(Message(Kind.WARNING, "read me"))
    opened.grid.setFocus()
    for held, wanted in (
        (NONE, ["groupings", "query", "training", "messages", ""]),
        (SHIFT, ["messages", "training", "query", "groupings", ""]),
    ):
        visited = []
        for _ in wanted:
            QTest.keyClick(opened, Qt.Key.Key_F6, held)
            in_bar = opened.message_bar.isAncestorOf(QApplication.focusWidget())
            visited.append("messages" if in_bar else opened.places.active)
        assert visited == wanted
        assert opened.grid.hasFocus()


def test_the_middle_takes_the_keyboard_whatever_lies_there(opened: MainWindow) -> None:
    def round_trip() -> QWidget:
        opened.places.activate("training")
        assert opened.places.active == "training"
        while opened.places.active or opened.message_bar.isAncestorOf(QApplication.focusWidget()):
            QTest.keyClick(opened, Qt.Key.Key_F6)
        return QApplication.focusWidget()

    with wait_for(opened.searching.comparing.compared):
        opened.window_actions.compare.trigger()
    assert round_trip() is opened.searching.compare_view.table
    tabbed_through(opened)
    QTest.keyClick(opened.searching.compare_view.table, Qt.Key.Key_Escape)
    QTest.keyClick(opened.grid, Qt.Key.Key_Space)
    wait_until(opened.viewer.isVisible)
    assert round_trip() is opened.viewer
    QTest.keyClick(opened.viewer, Qt.Key.Key_Escape)
    QTest.keyClicks(opened.header.filter, "nothing is called so")
    wait_until(lambda: not opened.grid.isVisible())
    assert opened.browser.isAncestorOf(round_trip())


def test_the_keyboard_is_never_kept_and_goes_as_the_eye_does(opened: MainWindow) -> None:
    opened.grid.setFocus()
    seen = tabbed_through(opened)
    assert seen[1:][::-1] == tabbed_through(opened, Qt.Key.Key_Backtab)[1:]
    assert opened.grid in seen
    assert len(seen) > 12
    checked = 0
    for state, part in places(opened):
        if part is opened.viewer:
            continue
        part.window().activateWindow()
        for panel in (opened.header, *opened.docks) if part is opened else (part,):
            around = [each for each in tabbed_through(part.window()) if panel.isAncestorOf(each)]
            # Begin where the panel does, wherever the round began.
            around.sort(key=lambda widget: chain(part.window()).index(widget))
            for before, after in itertools.pairwise(around):
                here, there = (
                    QRect(each.mapTo(panel, QPoint()), each.size()) for each in (before, after)
                )
                upwards = there.bottom() <= here.top() and there.left() < here.right()
                assert not upwards, (state, before, after)
                checked += 1
    assert checked > 20


def test_tab_goes_from_the_title_of_a_place_to_what_is_below_it(opened: MainWindow) -> None:
    opened.grid.setFocus()
    around = [
        next((dock.objectName() for dock in opened.docks if dock.isAncestorOf(each)), "")
        for each in tabbed_through(opened)
    ]
    visited = [place for place, _ in itertools.groupby(around) if place]
    assert visited == ["groupings", "query", "training"]


def chain(window: QWidget) -> list[QWidget]:
    """The widgets of a window in the order of Tab."""
    found, widget = [window], window.nextInFocusChain()
    while widget is not window:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_what_is_spoken_of_versions_groupings_and_comparisons(opened: MainWindow) -> None:
    panel = opened.training_panel
    panel.tabs.setCurrentWidget(panel.versions)
    table = QAccessible.queryAccessibleInterface(panel.versions.table)
    columns = panel.versions.table.columnCount()
    spoken = [table.child(place).text(Name) for place in range(table.childCount())]
    assert len(spoken) == 3 * columns
    assert all(spoken)
    newest, untrained = spoken[columns : 2 * columns], spoken[2 * columns :]
    assert newest[0].startswith("Model 1, answers, Made: ")
    assert newest[0].count("First right: ") == 1
    assert newest[1:3] == ["no name", "answers"]
    assert untrained[0].startswith("Untrained, not in use") or untrained[2] == "not in use"
    groupings = QAccessible.queryAccessibleInterface(opened.groupings_panel.list)
    spoken = [groupings.child(row).text(Name) for row in range(groupings.childCount())]
    assert [text.endswith(", in hand") for text in spoken].count(True) == 1
    with wait_for(opened.searching.comparing.compared):
        opened.window_actions.compare.trigger()
    model = opened.searching.compare_view.model
    for side, name in ((BEFORE, "Untrained"), (AFTER, "Model 1")):
        words = model.index(0, side).data(Qt.ItemDataRole.AccessibleTextRole)
        assert f"by {name}, rank 1, distance" in words
    assert model.index(0, AFTER).data(Qt.ItemDataRole.AccessibleTextRole).count(", ") >= 3


def test_a_card_is_spoken_with_how_much_it_matters(window: MainWindow) -> None:
    for kind, word in ((Kind.ERROR, "Error"), (Kind.WARNING, "Warning"), (Kind.SUCCESS, "Done")):
        window.message_bar.show_message(Message(kind, "it is so"))
        card = QAccessible.queryAccessibleInterface(window.message_bar.cards[-1])
        assert card.text(Name) == f"{word}: it is so"


def test_renaming_is_found_in_menus_tips_and_on_the_sheet(opened: MainWindow) -> None:
    versions, actions = opened.training_panel.versions, opened.window_actions
    for action, menu in (
        (versions.rename_action, versions.menu),
        (actions.rename_grouping, opened.groupings_panel.menu),
    ):
        assert action in menu.actions()
        assert action.shortcut().toString() == "F2"
        assert "(F2)" in action.toolTip()
    assert any(actions.rename_grouping in in_menus(menu) for menu in opened.menus.menus)
    places_with_it = {
        group.title for group in keys_of_places() if any(key.keys == "F2" for key in group.keys)
    }
    assert places_with_it == {"In the list of groupings", "In the table of versions"}


def test_the_curves_are_spoken_as_where_they_go(window: MainWindow) -> None:
    plots = Plots()
    figures = [Metrics(0.5, first, 0.9, 0.9, 0.4) for first in (0.5, 0.75)]
    reports = [
        EpochReport(Depth.HEAD, epoch, 2, loss, held_out)
        for epoch, loss, held_out in zip((1, 2), (0.9, 0.3), figures, strict=True)
    ]
    plots.show_reports(reports)
    trend = (
        "Loss: down from 0.90 to 0.30. First right: up from 0.50 to 0.75. Order: as at first, 0.40."
    )
    assert plots.trend() == trend
    assert plots.accessibleDescription().startswith(trend)
    with listening() as ear:
        QTest.keyClick(plots, Qt.Key.Key_Left)
    assert ear.texts == [plots.in_words(0)]
