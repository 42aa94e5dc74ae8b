"""How far away the neighbours are: a bar for each, the nearest first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from archive_gui.gui.theme import theme


class DistanceChart(QWidget):
    """Bars from near to far; a jump between two of them shows where likeness ends.

    Signals:
        chosen(int): the bar with this index was clicked.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._distances: tuple[float, ...] = ()
        self.setFixedHeight(84)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Distances of the neighbours"))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, 84)

    def show_distances(self, distances: Sequence[float]) -> None:
        """Show these distances, in the order of the ranks."""
        self._distances = tuple(distances)
        self.setAccessibleDescription(
            self.tr("{count} neighbours, from {near:.3f} to {far:.3f}").format(
                count=len(distances), near=distances[0], far=distances[-1]
            )
            if distances
            else ""
        )
        self.update()

    def _bar_at(self, x: float) -> int:
        if not self._distances:
            return -1
        place = int(x * len(self._distances) / max(1, self.width()))
        return max(0, min(len(self._distances) - 1, place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell rank and distance under the pointer."""
        place = self._bar_at(event.position().x())
        if place >= 0:
            text = self.tr("Rank {rank}: {distance:.3f}").format(
                rank=place + 1, distance=self._distances[place]
            )
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the neighbour."""
        place = self._bar_at(event.position().x())
        if place >= 0:
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, a base line, and the two ends of the scale."""
        del event
        colours = theme()
        painter = QPainter(self)
        base = self.height() - 18
        farthest = max(self._distances, default=0.0) or 1.0
        step = self.width() / max(1, len(self._distances))
        for place, distance in enumerate(self._distances):
            height = max(1.0, (base - 4) * distance / farthest)
            gap = 1.0 if step > 3 else 0.0
            bar = QRectF(place * step, base - height, max(1.0, step - gap), height)
            painter.fillRect(bar, colours["accent"])
        painter.fillRect(QRectF(0, base, self.width(), 1), colours["border"])
        painter.setPen(colours["muted"])
        font = painter.font()
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.85))
        painter.setFont(font)
        words = QRectF(0, base + 2, self.width(), 16)
        if self._distances:
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft, f"{self._distances[0]:.3f}")
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, f"{self._distances[-1]:.3f}")
        painter.end()
