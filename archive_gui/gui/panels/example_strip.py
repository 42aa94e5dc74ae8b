"""The pictures of a query as a strip of small ones, each of which can be taken away."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem

from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.query_names import side_name
from archive_gui.gui.theme import ThemeManager, theme
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.operations.examples import Example, Side

_SIDE, _CROSS = 46, 16
_CELL = _SIDE + 8
# The cross is taken for meant in a larger square than it is drawn in.
_HIT = 24
_EXAMPLE = Qt.ItemDataRole.UserRole
_SIGNS = {Side.MORE: ("more-like", "positive"), Side.LESS: ("less-like", "negative")}


class ExampleStrip(QListWidget):
    """Shows examples, with a sign on those that refine the query; Delete takes one away.

    Signals:
        chosen(Example): this one is to be shown large.
        removed(Example): the query is to go on without this one.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[Side, Example, QImage | None]] = []
        self.setObjectName("strip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setUniformItemSizes(True)
        # The room that the style leaves for words beside the pictures is not needed.
        self.setGridSize(QSize(_CELL, _CELL))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Pictures of the query; Delete takes one away"))
        self.currentItemChanged.connect(self._current_changed)
        ThemeManager.instance().changed.connect(self._dress)

    def _dress(self) -> None:
        self.show_examples(self._shown)

    def show_examples(self, examples: list[tuple[Side, Example, QImage | None]]) -> None:
        """Show these, in this order; a picture that is not loaded yet is None."""
        self._shown = examples
        kept = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for side, example, picture in examples:
            tile = self._tile(side, picture)
            icon = QIcon(tile)
            # The style would tint the picture of a chosen one.
            icon.addPixmap(tile, QIcon.Mode.Selected)
            item = QListWidgetItem(icon, "")
            words = f"{side_name(side)}: {example.name}"
            tip = filled(self.tr("{words}  (Delete takes it away)"), words=words)
            item.setToolTip(plain_tip(tip))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setData(_EXAMPLE, example)
            self.addItem(item)
        if 0 <= kept < self.count():
            self.setCurrentRow(kept)
        self.blockSignals(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for a scroll bar where one is needed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scrolls = self.count() * _CELL > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setFixedHeight(_CELL + bar + 2)

    def _tile(self, side: Side, picture: QImage | None) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixels = round(_SIDE * ratio)
        tile = QPixmap(pixels, pixels)
        tile.fill(theme()["canvas"])
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picture is not None and not picture.isNull():
            small = picture.scaled(
                pixels,
                pixels,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage((pixels - small.width()) // 2, (pixels - small.height()) // 2, small)
        painter.scale(ratio, ratio)
        if side in _SIGNS:
            sign, colour = _SIGNS[side]
            painter.setPen(QPen(theme()[colour], 2))
            painter.drawRect(QRectF(1, 1, _SIDE - 2, _SIDE - 2))
            self._symbol(painter, QPoint(0, _SIDE - _CROSS), sign, colour)
        self._symbol(painter, QPoint(_SIDE - _CROSS, 0), "close", "text")
        painter.end()
        tile.setDevicePixelRatio(ratio)
        return tile

    def _symbol(self, painter: QPainter, at: QPoint, name: str, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme()["surface"])
        painter.drawRoundedRect(QRectF(at.x(), at.y(), _CROSS, _CROSS), 3, 3)
        symbol = icon_pixmap(name, _CROSS - 2, colour, self.devicePixelRatioF())
        painter.drawPixmap(at + QPoint(1, 1), symbol)

    def cross_of(self, row: int) -> QRect:
        """Where the cross of an example lies in the viewport."""
        area = self.visualItemRect(self.item(row))
        tile = QRect(0, 0, _SIDE, _SIDE)
        tile.moveCenter(area.center())
        return QRect(tile.right() + 1 - _HIT, tile.top(), _HIT, _HIT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an example away by its cross, or choose it."""
        point = event.position().toPoint()
        item = self.itemAt(point)
        if item is not None and self.cross_of(self.row(item)).contains(point):
            self.removed.emit(item.data(_EXAMPLE))
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current example away by Delete."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
            self.removed.emit(item.data(_EXAMPLE))
        else:
            super().keyPressEvent(event)

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_EXAMPLE))
