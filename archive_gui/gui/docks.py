"""The docks around the grid, each with a title that it can be moved by."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QToolButton,
    QWidget,
)

from archive_gui.gui.icons import wear_icon
from archive_gui.gui.translation import filled

_SIDE_WIDTHS = [228, 204]


class Dock(QDockWidget):
    """A place of the window that can be moved, floated and hidden; its widget comes later."""

    def __init__(self, name: str, title: str, area: Qt.DockWidgetArea) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.area = _opposite(area) if self.isRightToLeft() else area
        self.setTitleBarWidget(self._make_title(title))

    def _make_title(self, title: str) -> QWidget:
        bar = QFrame()
        bar.setObjectName("panelTitle")
        self._title = QHBoxLayout(bar)
        self._title.setContentsMargins(10, 5, 4, 5)
        self._title.addWidget(QLabel(title), 1)
        self._hide = hide = self.add_button()
        hide.setToolTip(self.tr("Hide; the View menu brings it back"))
        hide.setAccessibleName(filled(self.tr("Hide {title}"), title=title))
        wear_icon(hide, "close", "muted")
        hide.clicked.connect(self.close)
        return bar

    def fill(self, content: QWidget) -> None:
        """Put in what the place is for; Tab goes to it from the title."""
        self.setWidget(content)
        # Qt puts what comes later behind all that is in the window; so the title follows there.
        self.setTabOrder(_stop_before(content), self._hide)

    def add_button(self) -> QToolButton:
        """A button in the title, before those that are there already."""
        button = QToolButton()
        button.setIconSize(QSize(14, 14))
        button.setAutoRaise(True)
        after = self._title.itemAt(1)
        self._title.insertWidget(1, button)
        if after is not None and (follows := after.widget()) is not None:
            self.setTabOrder(_stop_before(follows), button)
        return button


def _stop_before(widget: QWidget) -> QWidget:
    """Where Shift+Tab comes to from a widget when all of its window is shown; itself if nowhere."""
    part = widget.previousInFocusChain()
    while part is not None and part is not widget:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
            return part
        part = part.previousInFocusChain()
    return widget


def _opposite(area: Qt.DockWidgetArea) -> Qt.DockWidgetArea:
    """The other side, for which Qt does not care where lines go from right to left."""
    sides = [Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea]
    return sides[1 - sides.index(area)] if area in sides else area


def place_docks(window: QMainWindow, docks: list[Dock]) -> None:
    """Put the docks where they are at the first start."""
    for dock in docks:
        window.addDockWidget(dock.area, dock)
    area = Qt.DockWidgetArea
    # The places beside the grid are as high as the window; that of the training is below it.
    window.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
    sides = [dock for dock in docks if dock.area is not area.BottomDockWidgetArea]
    window.resizeDocks(sides, _SIDE_WIDTHS, Qt.Orientation.Horizontal)
