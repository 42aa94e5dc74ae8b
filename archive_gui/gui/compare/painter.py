"""How a comparison is drawn: neighbours with signs, and the lines between them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archive_gui.gui.compare.model import MOVES, ComparisonModel
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.theme import theme
from archive_gui.gui.translation import written
from archive_gui.operations.comparing import Change, Move

ROW = 60
_PICTURE = 50
_SIGN = 52
_COLOURS = {
    Change.UP: "positive",
    Change.DOWN: "negative",
    Change.SAME: "muted",
    Change.NEW: "accent",
    Change.GONE: "anchor",
}
Index = QModelIndex | QPersistentModelIndex


class ComparisonPainter(QStyledItemDelegate):
    """Draws the cells of a :class:`ComparisonModel`; `chosen` is the image that stands out."""

    def __init__(self, model: ComparisonModel, thumbnails: ThumbnailCache) -> None:
        super().__init__()
        self._model = model
        self._thumbnails = thumbnails
        self.chosen: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height, which the lines rely on."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a neighbour, or the part of the lines that passes here."""
        area: QRect = option.rect
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme()["canvas"])
        if index.column() == MOVES:
            self._paint_lines(painter, area, index.row())
        else:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_neighbour(painter, area, index, focused)
        painter.restore()

    def _paint_lines(self, painter: QPainter, area: QRect, row: int) -> None:
        # In the order of drawing, the chosen one comes last and lies above the others.
        for move in sorted(self._model.crossing(row), key=lambda m: m.image.id == self.chosen):
            thick = move.image.id == self.chosen
            top = area.top() - row * ROW
            left, right = float(area.left()), float(area.right() + 1)
            painter.setPen(QPen(theme()[_COLOURS[move.change]], 3.5 if thick else 1.5))
            if move.before is not None and move.after is not None:
                start = QPointF(left, top + (move.before - 0.5) * ROW)
                painter.drawLine(start, QPointF(right, top + (move.after - 0.5) * ROW))
            else:
                # Comes from nowhere, or leads nowhere: a short end with a knob.
                here = move.before or move.after or 1
                y, edge = top + (here - 0.5) * ROW, left if move.before else right
                end = QPointF(edge + (12 if move.before else -12), y)
                painter.drawLine(QPointF(edge, y), end)
                painter.setBrush(theme()[_COLOURS[move.change]])
                painter.drawEllipse(end, 2.5, 2.5)

    def _paint_neighbour(self, painter: QPainter, area: QRect, index: Index, focused: bool) -> None:
        found, move = self._model.result(index), self._model.move_of(index)
        if found is None or move is None:
            return
        colours, chosen = theme(), found.image.id == self.chosen
        cell = QRectF(area).adjusted(2, 2, -2, -2)
        painter.setBrush(colours["selection" if chosen else "cell"])
        painter.setPen(QPen(colours["accent"], 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(colours["muted"])
        rank = QRectF(cell.left() + 4, cell.top(), 30, cell.height())
        painter.drawText(rank, Qt.AlignmentFlag.AlignCenter, f"{found.rank}")
        place = QRect(
            round(rank.right()) + 4, area.top() + (ROW - _PICTURE) // 2, _PICTURE, _PICTURE
        )
        _paint_picture(painter, place, self._thumbnails.pixmap(found.image.sha256))
        words = QRectF(place.right() + 10, cell.top() + 3, 0, cell.height() - 6)
        room = max(_SIGN, 26 + painter.fontMetrics().horizontalAdvance(self.tr("new")))
        words.setRight(cell.right() - room - 4)
        name = painter.fontMetrics().elidedText(
            found.image.path.rsplit("/", 1)[-1], Qt.TextElideMode.ElideMiddle, int(words.width())
        )
        painter.setPen(colours["text"])
        middle, line = words.center().y(), painter.fontMetrics().height()
        # The two lines keep together, whatever the size of their letters.
        gap = min(words.height(), 2 * line + 6)
        words = QRectF(words.left(), middle - gap / 2, words.width(), gap)
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(colours["muted"])
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, written(found.distance, ".3f"))
        sign = QRectF(cell.right() - room, cell.top(), room - 6, cell.height())
        self._paint_sign(painter, sign, move)

    def _paint_sign(self, painter: QPainter, area: QRectF, move: Move) -> None:
        """The move as colour, shape and word."""
        colour = theme()[_COLOURS[move.change]]
        words = {
            Change.NEW: self.tr("new"),
            Change.GONE: self.tr("out"),
            Change.SAME: "",
        }.get(move.change, f"{move.places}")
        middle = QPointF(area.left() + 8, area.center().y())
        _paint_shape(painter, middle, move.change, colour)
        painter.setPen(colour)
        text = area.adjusted(18, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_picture(painter: QPainter, place: QRect, pixmap: QPixmap | None) -> None:
    if pixmap is None:
        return
    target = QRect(place)
    target.setSize(pixmap.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio))
    target.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, pixmap)


def _paint_shape(painter: QPainter, middle: QPointF, change: Change, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour)
    x, y = middle.x(), middle.y()
    match change:
        case Change.UP | Change.DOWN:
            tip = -5 if change is Change.UP else 5
            corners = [QPointF(x - 5, y - tip), QPointF(x + 5, y - tip), QPointF(x, y + tip)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(QPolygonF(corners))
        case Change.SAME:
            painter.drawLine(QPointF(x - 5, y - 2.5), QPointF(x + 5, y - 2.5))
            painter.drawLine(QPointF(x - 5, y + 2.5), QPointF(x + 5, y + 2.5))
        case Change.NEW:
            painter.drawLine(QPointF(x - 5, y), QPointF(x + 5, y))
            painter.drawLine(QPointF(x, y - 5), QPointF(x, y + 5))
        case Change.GONE:
            painter.drawLine(QPointF(x - 4, y - 4), QPointF(x + 4, y + 4))
            painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
