"""What people need who work by keyboard, by screen reader, or with large targets."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.theme import ThemeManager
from tests.gui.events import LEFT, NONE, SHIFT, click, let_pass, wait_for, wait_until

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


def test_the_keyboard_goes_from_place_to_place_and_is_never_kept(opened: MainWindow) -> None:
    opened.grid.setFocus()
    visited = []
    for _ in range(3):
        QTest.keyClick(opened, Qt.Key.Key_F6)
        visited.append(opened.places.active)
    assert visited == ["groupings", "query", "training"]
    first = QApplication.focusWidget()
    seen = set()
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, NONE)
        seen.add(QApplication.focusWidget())
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first
    assert opened.grid in seen
    assert len(seen) > 12
