"""With letters of 1.6 times their usual size nothing is cut off, also where that comes later."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from archive_gui.gui.app import make_application
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.grid.chips import Chip
from archive_gui.gui.long_names import ElidedComboBox
from archive_gui.gui.main_window import MainWindow
from tests.gui.events import LEFT, click, let_pass, wait_for, wait_until

LARGER = 1.6
# Qt rounds the widths of letters.
SLACK = 2


@pytest.fixture
def enlarge() -> Iterator[Callable[[], None]]:
    """Has the system's letters be larger from now on."""
    application = make_application()
    usual = application.font()

    def act() -> None:
        large = QFont(usual)
        large.setPointSizeF(usual.pointSizeF() * LARGER)
        application.setFont(large)

    yield act
    application.setFont(usual)


def wanted(widget: QWidget) -> QSize:
    """The least size at which all words of a widget can be read."""
    line = widget.fontMetrics().height()
    match widget:
        case ElidedLabel() | Chip() | ElidedComboBox():
            # They shorten their words, which their tips tell whole.
            return QSize(0, line)
        case QLabel() if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width()))
        case QComboBox():
            arrow = 30
            return QSize(widget.fontMetrics().horizontalAdvance(widget.currentText()) + arrow, line)
        case QLineEdit():
            return QSize(0, line)
        case QTabBar() | QAbstractSpinBox():
            return widget.sizeHint()
        case QLabel() | QAbstractButton() if widget.text():
            return widget.minimumSizeHint()
    return QSize()


def room_of(widget: QWidget) -> QRect:
    """What of a widget its parents let be seen, or that can be scrolled into sight."""
    room, at, parent = widget.rect(), widget, widget.parentWidget()
    shift = QPoint()
    while parent is not None and not at.isWindow():
        shift += at.pos()
        if isinstance(parent.parentWidget(), QScrollArea):
            break
        room &= parent.rect().translated(-shift)
        at, parent = parent, parent.parentWidget()
    return room


def cut_off(part: QWidget) -> list[str]:
    """What cannot be read whole in a part of the window."""
    found = [
        f"{area.widget().objectName() or type(area.widget()).__name__} cannot be scrolled sideways"
        for area in part.findChildren(QScrollArea)
        if area.isVisible()
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.widget().minimumSizeHint().width() > area.viewport().width() + SLACK
    ]
    for widget in part.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
            needs, has = wanted(widget), room_of(widget).size()
            short = needs - has
            if short.width() > SLACK or short.height() > SLACK:
                words = widget.property("text") or widget.accessibleName()
                found.append(f"{type(widget).__name__} “{words}” {needs} in {has}")
    return found


def at_rest(part: QWidget) -> list[str]:
    """What is still cut off when Qt has laid everything out anew, which it does step by step."""
    found = cut_off(part)
    for _ in range(40):
        if not found:
            break
        let_pass(50)
        found = cut_off(part)
    return found


def states(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """One place of the window after another, as they are seen in a day's work."""
    panel = window.training_panel
    yield "results", window
    for control in (panel.depth_box, panel.start_button, panel.settings_button):
        assert control.visibleRegion().boundingRect().height() >= control.height() - SLACK
    window.messages.warning("A drive is not connected; connect it and scan again.")
    QTest.keyClicks(window.header.filter, "bar")
    wait_until(lambda: bool(window.header.chips.chips))
    yield "filtered", window
    click(window, 1)
    QTest.keyClick(window.grid, Qt.Key.Key_Space)
    wait_until(window.viewer.isVisible)
    yield "viewer", window.viewer
    QTest.keyClick(window.viewer, Qt.Key.Key_Escape)
    for tab in (panel.result, panel.versions, panel.page):
        panel.tabs.setCurrentWidget(tab)
        let_pass(50)
        yield tab.objectName() or type(tab).__name__, panel
    QTest.mouseClick(panel.settings_button, LEFT)
    let_pass(50)
    yield "settings of a training", panel
    window.window_actions.compare.trigger()
    wait_until(lambda: window.searching.compare_view.model.comparison is not None)
    let_pass(50)
    yield "comparison", window.searching.compare_view
    window.window_actions.settings.trigger()
    assert window.assistance.settings_window is not None
    let_pass(50)
    yield "settings", window.assistance.settings_window
    window.window_actions.shortcuts.trigger()
    assert window.assistance.sheet is not None
    yield "keys", window.assistance.sheet
    window.header.filter_button.click()
    yield "filters", window.header.filters
    window.header.filters.close()


@pytest.mark.parametrize("later", [False, True], ids=["from the start", "later"])
def test_nothing_is_cut_off(
    enlarge: Callable[[], None],
    open_window: Callable[[], MainWindow],
    trained_shapes: Path,
    tmp_path: Path,
    later: bool,
) -> None:
    if not later:
        enlarge()
    window = open_window()
    let_pass(50)
    found = {"welcome": at_rest(window)} if not later else {}
    folder = tmp_path / "project"
    shutil.copytree(trained_shapes, folder)
    with wait_for(window.versions.last_read), wait_for(window.scan_finished):
        window.project.open(folder)
    wait_until(lambda: window.training_panel.versions.table.topLevelItemCount() > 1)
    window.activateWindow()
    click(window, 0)
    with wait_for(window.query_finished):
        QTest.keyClick(window.grid, Qt.Key.Key_Return)
    if later:
        enlarge()
        let_pass(100)
        assert window.header.filter.font() == QApplication.font()
    found |= {state: at_rest(part) for state, part in states(window)}
    assert {state: texts for state, texts in found.items() if texts} == {}
    assert window.size() == QSize(1280, 800)
    assert isinstance(window.header.sort_button, QToolButton)
