"""A change with the range in which it likely lies, as a bar beside a middle line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from archive_gui.gui.theme import theme

if TYPE_CHECKING:
    from archive_gui.learning.confidence import Interval

_WIDTH, _HEIGHT = 76, 16


class RangeBar(QWidget):
    """Left of the middle line is worse, right of it better; the dot is what was measured."""

    def __init__(self) -> None:
        super().__init__()
        self._change = 0.0
        self._interval: Interval | None = None
        self._reach = 1.0
        self.setFixedSize(_WIDTH, _HEIGHT)

    def sizeHint(self) -> QSize:
        """As large as it always is."""
        return QSize(_WIDTH, _HEIGHT)

    def show_range(self, change: float, interval: Interval | None, reach: float, tip: str) -> None:
        """Show a change and its interval, on a scale from -`reach` to `reach`; None: nothing."""
        self._change, self._interval, self._reach = change, interval, max(reach, 0.01)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the range and the dot."""
        del event
        colours, middle = theme(), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours["border"], 1))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.setPen(QPen(colours["control"], 1))
        painter.drawLine(QPointF(self._at(0), 1), QPointF(self._at(0), self.height() - 1))
        if self._interval is not None:
            low, high = self._at(self._interval.low), self._at(self._interval.high)
            # The colour only repeats on which side of the middle line the bar lies.
            sure = self._interval.low > 0 or self._interval.high < 0
            name = "positive" if self._interval.low > 0 else "negative" if sure else "control"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours[name])
            painter.drawRoundedRect(QRectF(low, middle - 3, max(2.0, high - low), 6), 3, 3)
            painter.setBrush(colours["text"])
            painter.drawEllipse(QPointF(self._at(self._change), middle), 3.5, 3.5)
        painter.end()

    def _at(self, change: float) -> float:
        room = self.width() / 2 - 5
        return self.width() / 2 + room * max(-1.0, min(1.0, change / self._reach))
