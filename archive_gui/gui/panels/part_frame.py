"""The rectangle that is drawn on a picture, by mouse or by keys."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from archive_gui.gui.theme import theme

_STEP = 0.04
# Less than this share of a side is a slip of the hand.
_SMALLEST = 0.04
STEPS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class PartFrame:
    """A rectangle in shares of a picture's width and height, or none."""

    def __init__(self) -> None:
        self._area: QRectF | None = None

    def __bool__(self) -> bool:
        return self._area is not None

    def clear(self) -> None:
        """Have none."""
        self._area = None

    def begin(self) -> None:
        """Have one in the middle."""
        self._area = QRectF(0.25, 0.25, 0.5, 0.5)

    def draw(self, start: QPointF, end: QPointF) -> None:
        """Draw one from corner to corner, within the picture."""
        self._area = QRectF(start, end).normalized() & QRectF(0, 0, 1, 1)

    def press(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Move by the arrows, with Shift change the size; whether `key` was one of these."""
        if self._area is None or key not in STEPS:
            return False
        dx, dy = STEPS[Qt.Key(key)]
        area = QRectF(self._area)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            area.setWidth(max(_SMALLEST, min(1 - area.left(), area.width() + dx)))
            area.setHeight(max(_SMALLEST, min(1 - area.top(), area.height() + dy)))
        else:
            area.moveLeft(max(0.0, min(1 - area.width(), area.left() + dx)))
            area.moveTop(max(0.0, min(1 - area.height(), area.top() + dy)))
        self._area = area
        return True

    def take(self) -> QRectF | None:
        """The rectangle, which is gone then; None where it is too small to be meant."""
        area, self._area = self._area, None
        if area is None or min(area.width(), area.height()) < _SMALLEST:
            return None
        return area

    def paint(self, painter: QPainter, picture: QRect) -> None:
        """Draw it over a picture."""
        if self._area is None:
            return
        area = QRectF(
            picture.left() + self._area.left() * picture.width(),
            picture.top() + self._area.top() * picture.height(),
            self._area.width() * picture.width(),
            self._area.height() * picture.height(),
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Light under dark, or the other way round, is seen on every picture.
        painter.setPen(QPen(theme()["surface"], 4))
        painter.drawRect(area)
        painter.setPen(QPen(theme()["accent"], 2))
        painter.drawRect(area)
