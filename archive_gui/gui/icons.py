"""The program's icons: one-colour drawings that take the colours of the theme."""

from collections.abc import Callable
from functools import cache
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from archive_gui.gui.resources import resource
from archive_gui.gui.theme import Theme, ThemeManager, theme

_COLOURS = {"mark-anchor": "anchor", "mark-positive": "positive", "mark-negative": "negative"}


class TakesIcon(Protocol):
    """A button, an action, a window: whatever has an icon that can be set."""

    def setIcon(self, icon: QIcon, /) -> None:
        """Show `icon` from now on."""


_wearers: "WeakKeyDictionary[TakesIcon, Callable[[], QIcon]]" = WeakKeyDictionary()


@cache
def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(resource("icons", f"{name}.svg").read_bytes()))


def icon_pixmap(name: str, side: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `side` logical pixels in the theme's `colour`."""
    pixels = round(side * ratio)
    pixmap = _shape(name, pixels)
    _tint(pixmap, colour)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _shape(name: str, pixels: int) -> QPixmap:
    """The drawing in black; to read it takes longer than to colour it."""
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if name in _DIRECTED and QGuiApplication.isRightToLeft():
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    _drawing(name).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def _tint(shape: QPixmap, colour: str) -> None:
    painter = QPainter(shape)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(shape.rect(), theme()[colour])
    painter.end()


# Those that point to where a line of text begins or ends.
_DIRECTED = {"back", "previous", "next", "undo", "redo"}
_made: dict[tuple[Theme, str, str, bool], QIcon] = {}


class _Engine(QIconEngine):
    """Draws an icon when something shows it, in exactly the size in which it is shown.

    Most of the icons are in menus that nobody has opened yet.
    """

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._pixmaps: dict[tuple[int, float, bool], QPixmap] = {}

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon in so many logical pixels for a screen with `scale` of its own to each."""
        del state
        side, disabled = min(size.width(), size.height()), mode is QIcon.Mode.Disabled
        key = (side, scale, disabled)
        if key not in self._pixmaps:
            colour = "disabled" if disabled else self._colour
            self._pixmaps[key] = icon_pixmap(self._name, side, colour, scale)
        return self._pixmaps[key]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon for a screen whose logical pixels are its own."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into the middle of `rect`."""
        shown = self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatioF())
        place = QRect(QPoint(), shown.deviceIndependentSize().toSize())
        place.moveCenter(rect.center())
        painter.drawPixmap(place, shown)

    def clone(self) -> QIconEngine:
        """Another one for a copy that is about to be changed."""
        return _Engine(self._name, self._colour)


def icon(name: str, colour: str = "") -> QIcon:
    """The icon `name` in the colours of the theme, grey where disabled."""
    colour = colour or _COLOURS.get(name, "text")
    key = (theme(), name, colour, QGuiApplication.isRightToLeft())
    if key not in _made:
        _made[key] = QIcon(_Engine(name, colour))
    return _made[key]


def wear_icon(target: TakesIcon, name: str, colour: str = "") -> None:
    """Give `target` an icon, and the same one in new colours whenever the theme changes."""
    if not _wearers:
        ThemeManager.instance().changed.connect(_dress_all)
    _wearers[target] = lambda: icon(name, colour)
    target.setIcon(icon(name, colour))


def _dress_all() -> None:
    for target, make in list(_wearers.items()):
        # Qt may have deleted a button whose Python half is still referred to somewhere.
        if isValid(target):
            target.setIcon(make())


def program_icon() -> QIcon:
    """The icon of the program itself, for its windows and the task bar."""
    return QIcon(str(resource("icons", "archive-gui.svg")))
