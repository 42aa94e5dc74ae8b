"""The rubber band: drawn out over the grid, scrolling when it is drawn beyond an edge."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from archive_gui.gui.theme import theme

_FASTEST = 60


class RubberBand(QObject):
    """A rectangle over the content of a scroll area, None while nobody draws one.

    Signals:
        stretched(QRect): the band covers another part of the content.
    """

    stretched = Signal(QRect)

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._start = QPoint()
        self._pointer = QPoint()
        self._rect: QRect | None = None
        self._edge_scroll = QTimer(self, interval=30)
        self._edge_scroll.timeout.connect(self._scroll_at_edge)

    @property
    def active(self) -> bool:
        """Whether a band is being drawn."""
        return self._rect is not None

    def begin(self, point: QPoint) -> None:
        """A band begins at a point of the viewport."""
        self._start = point + QPoint(0, self._offset)
        self._rect = QRect(self._start, self._start)

    def move(self, point: QPoint) -> None:
        """The band now reaches to a point of the viewport, which may lie outside it."""
        self._pointer = point
        self._stretch()
        self._edge_scroll.start()

    def end(self) -> None:
        """The band is gone."""
        self._edge_scroll.stop()
        self._rect = None

    def paint(self, painter: QPainter) -> None:
        """Draw the band, if there is one."""
        if self._rect is None:
            return
        fill = theme()["accent"]
        painter.setPen(QPen(fill, 1))
        fill.setAlpha(48)
        painter.setBrush(fill)
        painter.drawRect(self._rect.translated(0, -self._offset))

    @property
    def _offset(self) -> int:
        return self._area.verticalScrollBar().value()

    def _stretch(self) -> None:
        self._rect = QRect(self._start, self._pointer + QPoint(0, self._offset)).normalized()
        self.stretched.emit(self._rect)

    def _scroll_at_edge(self) -> None:
        below = self._pointer.y() - self._area.viewport().height()
        beyond = below if below > 0 else min(0, self._pointer.y())
        if beyond:
            step = max(-_FASTEST, min(_FASTEST, beyond))
            self._area.verticalScrollBar().setValue(self._offset + step)
            self._stretch()
