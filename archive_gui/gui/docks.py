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
_ROOM_BELOW = 240


class Dock(QDockWidget):
    """A place of the window that can be moved, floated and hidden."""

    def __init__(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.area = _opposite(area) if self.isRightToLeft() else area
        self.setWidget(content)
        self.setTitleBarWidget(self._make_title(title))

    def _make_title(self, title: str) -> QWidget:
        bar = QFrame()
        bar.setObjectName("panelTitle")
        hide = QToolButton()
        hide.setIconSize(QSize(14, 14))
        hide.setAutoRaise(True)
        hide.setToolTip(self.tr("Hide; the View menu brings it back"))
        hide.setAccessibleName(filled(self.tr("Hide {title}"), title=title))
        wear_icon(hide, "close", "muted")
        hide.clicked.connect(self.close)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 2, 4, 2)
        row.addWidget(QLabel(title), 1)
        row.addWidget(hide)
        return bar


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


def make_room(window: QMainWindow, dock: Dock) -> None:
    """Give a dock below the grid the height to show all that it has, if it is lower."""
    height = min(_ROOM_BELOW, window.height() // 3)
    below = window.dockWidgetArea(dock) is Qt.DockWidgetArea.BottomDockWidgetArea
    if below and dock.isVisible() and not dock.isFloating() and dock.height() < height:
        window.resizeDocks([dock], [height], Qt.Orientation.Vertical)
