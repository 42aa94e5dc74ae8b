"""How far away the neighbours are: a bar for each, the nearest first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from archive_gui.gui.theme import theme
from archive_gui.gui.translation import filled, written

_TOP, _BARS, _REACH = 6, 68, 5


class DistanceChart(QWidget):
    """Bars from near to far; a jump between two of them shows where likeness ends.

    A line lies at the distance beyond which nothing is shown, and can be dragged; the slider
    beside it does the same by keys.

    Signals:
        chosen(int): the bar with this index was clicked.
        nearest_wanted(float | None): the line was dragged to this distance, None for any.
    """

    chosen = Signal(int)
    nearest_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._distances: tuple[float, ...] = ()
        self._nearest: float | None = None
        self._dragging = False
        self._take_font()
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Distances of the neighbours"))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.height())

    def _take_font(self) -> None:
        small = QFont(self.font())
        small.setPointSizeF(max(7.0, small.pointSizeF() * 0.85))
        self._small, self._words = small, QFontMetrics(small).height() + 3
        self.setFixedHeight(_TOP + _BARS + self._words)

    def changeEvent(self, event: QEvent) -> None:
        """Leave room for larger letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._take_font()

    @property
    def farthest(self) -> float:
        """The distance at the top of the chart; 1 where there is nothing to show."""
        return max(self._distances, default=0.0) or 1.0

    def show_distances(self, distances: Sequence[float], nearest: float | None) -> None:
        """Show these distances in the order of the ranks, and the line at `nearest`."""
        self._distances, self._nearest = tuple(distances), nearest
        self.setAccessibleDescription(
            filled(
                self.tr("{count} neighbours, from {near:.3f} to {far:.3f}"),
                count=len(distances),
                near=distances[0],
                far=distances[-1],
            )
            if distances
            else ""
        )
        self.update()

    @property
    def line(self) -> float:
        """How far below the upper edge the line lies, in pixels."""
        if self._nearest is None:
            return _TOP
        return self._base - (self._base - _TOP) * min(1.0, self._nearest / self.farthest)

    @property
    def _base(self) -> int:
        return self.height() - self._words

    def _bar_at(self, x: float) -> int:
        if not self._distances:
            return -1
        place = int(x * len(self._distances) / max(1, self.width()))
        return max(0, min(len(self._distances) - 1, place))

    def _on_line(self, point: QPointF) -> bool:
        return bool(self._distances) and abs(point.y() - self.line) <= _REACH

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the line."""
        self._dragging = event.button() == Qt.MouseButton.LeftButton and self._on_line(
            event.position()
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the line, or tell rank and distance under the pointer."""
        if self._dragging:
            share = (self._base - event.position().y()) / (self._base - _TOP)
            wanted = None if share >= 1 else max(0.0, share) * self.farthest
            self.nearest_wanted.emit(wanted)
            return
        on_line = self._on_line(event.position())
        self.setCursor(Qt.CursorShape.SizeVerCursor if on_line else Qt.CursorShape.ArrowCursor)
        place = self._bar_at(event.position().x())
        if on_line:
            text = self.tr("Drag the line: nothing farther than this is shown")
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
        elif place >= 0:
            text = filled(
                self.tr("Rank {rank}: {distance:.3f}"),
                rank=place + 1,
                distance=self._distances[place],
            )
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the line, or go to the neighbour."""
        place = self._bar_at(event.position().x())
        if self._dragging:
            self._dragging = False
        elif place >= 0:
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, the line, a base line, and the two ends of the scale."""
        del event
        colours = theme()
        painter = QPainter(self)
        base = self._base
        self._paint_bars(painter)
        painter.fillRect(QRectF(0, base, self.width(), 1), colours["border"])
        if self._distances:
            self._paint_line(painter)
        painter.setPen(colours["muted"])
        painter.setFont(self._small)
        words = QRectF(0, base + 2, self.width(), self._words - 2)
        if self._distances:
            # As in every chart, what is greater lies to the right, in whatever language.
            flag = Qt.AlignmentFlag
            left, right = flag.AlignLeft | flag.AlignAbsolute, flag.AlignRight | flag.AlignAbsolute
            painter.drawText(words, left, written(self._distances[0], ".3f"))
            painter.drawText(words, right, written(self._distances[-1], ".3f"))
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        colours, base, count = theme(), self._base, len(self._distances)
        # Thousands of bars share the columns of the screen; the farthest of each is drawn.
        columns = min(count, max(1, self.width()))
        step = self.width() / max(1, columns)
        gap = 1.0 if step > 3 else 0.0
        for column in range(columns):
            distance = self._distances[(column + 1) * count // columns - 1]
            height = max(1.0, (base - _TOP) * distance / self.farthest)
            bar = QRectF(column * step, base - height, max(1.0, step - gap), height)
            shown = self._nearest is None or distance <= self._nearest
            painter.fillRect(bar, colours["accent" if shown else "control"])

    def _paint_line(self, painter: QPainter) -> None:
        y, right = self.line, self.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme()["text"], 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(right, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme()["text"])
        for edge, inwards in ((0, 6), (right, -6)):
            painter.drawPolygon(
                QPolygonF([QPointF(edge, y - 5), QPointF(edge, y + 5), QPointF(edge + inwards, y)])
            )
