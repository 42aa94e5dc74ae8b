"""How one cell of the grid looks, and the badges that stand for marks everywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.theme import theme

PADDING = 6
_BADGE = 20
_LETTERS = {Role.ANCHOR: "A", Role.POSITIVE: "P", Role.NEGATIVE: "N"}


@dataclass(slots=True)
class Cell:
    """All that is drawn of one image."""

    record: ImageRecord
    pixmap: QPixmap | None
    role: Role | None
    role_elsewhere: Role | None
    rank: int | None
    distance: float | None
    selected: bool
    current: bool
    hovered: bool


def badge_path(role: Role, area: QRectF) -> QPainterPath:
    """The shape of a role: diamond for anchors, circle for positives, square for negatives."""
    path = QPainterPath()
    match role:
        case Role.ANCHOR:
            grown = area.adjusted(-2, -2, 2, 2)
            middle = grown.center()
            path.moveTo(middle.x(), grown.top())
            for corner in (
                QPointF(grown.right(), middle.y()),
                QPointF(middle.x(), grown.bottom()),
                QPointF(grown.left(), middle.y()),
            ):
                path.lineTo(corner)
            path.closeSubpath()
        case Role.POSITIVE:
            path.addEllipse(area)
        case Role.NEGATIVE:
            path.addRoundedRect(area.adjusted(1, 1, -1, -1), 2, 2)
    return path


def paint_badge(painter: QPainter, role: Role, area: QRectF, *, hollow: bool = False) -> None:
    """Draw the mark of a role: colour, letter and shape; hollow for marks in other groupings."""
    colours = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = badge_path(role, area)
    if hollow:
        painter.setPen(QPen(colours[role.value], 1.5))
        painter.setBrush(colours["surface"])
    else:
        painter.setPen(QPen(colours["surface"], 1.5))
        painter.setBrush(colours[role.value])
    painter.drawPath(path)
    font = QFont(painter.font())
    font.setPixelSize(round(area.height() * 0.62))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colours[role.value if hollow else f"on_{role.value}"])
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _LETTERS[role])
    painter.restore()


class CellPainter:
    """Draws cells of images whose thumbnails are at most `side` logical pixels."""

    def __init__(self, side: int, font: QFont, *, with_distance: bool, ratio: float) -> None:
        self.side = side
        self.with_distance = with_distance
        self._ratio = ratio
        self._font = QFont(font)
        self._small = QFont(font)
        self._small.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
        self._metrics = QFontMetrics(self._small)
        self._line = self._metrics.height()

    @property
    def cell_size(self) -> QSize:
        """The size of a cell: picture, captions, and the padding around them."""
        captions = self._line * (2 if self.with_distance else 1) + 4
        return QSize(self.side + 2 * PADDING, self.side + captions + 2 * PADDING)

    def paint(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        """Draw one cell into `area`."""
        self._paint_background(painter, area, cell)
        picture = QRect(area.left() + PADDING, area.top() + PADDING, self.side, self.side)
        if cell.record.error or cell.record.missing:
            self._paint_failure(painter, picture, cell.record)
        elif cell.pixmap is None:
            self._paint_symbol(painter, picture, "image", "disabled")
        else:
            self._paint_picture(painter, picture, cell.pixmap)
        self._paint_marks(painter, picture, cell)
        self._paint_captions(painter, picture, cell)

    def _paint_background(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        colours = theme()
        fill = "selection" if cell.selected else "hover" if cell.hovered else "cell"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours[fill])
        if cell.current:
            painter.setPen(QPen(colours["accent"], 2))
        elif cell.selected:
            painter.setPen(QPen(colours["accent"], 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_picture(self, painter: QPainter, picture: QRect, pixmap: QPixmap) -> None:
        shown = pixmap.size()
        limit = QSize(round(self.side * self._ratio), round(self.side * self._ratio))
        if shown.width() > limit.width() or shown.height() > limit.height():
            shown.scale(limit, Qt.AspectRatioMode.KeepAspectRatio)
        width, height = shown.width() / self._ratio, shown.height() / self._ratio
        grow = min(self.side / max(width, height), 2.0)
        width, height = round(width * grow), round(height * grow)
        target = QRect(
            picture.left() + (picture.width() - width) // 2,
            picture.top() + (picture.height() - height) // 2,
            width,
            height,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, grow != 1.0)
        painter.drawPixmap(target, pixmap)

    def _paint_symbol(
        self, painter: QPainter, picture: QRect, name: str, colour: str, lift: int = 0
    ) -> None:
        side = min(40, self.side // 3)
        symbol = icon_pixmap(name, side, colour, self._ratio)
        middle = picture.center()
        painter.drawPixmap(middle.x() - side // 2, middle.y() - side // 2 - lift, symbol)

    def _paint_failure(self, painter: QPainter, picture: QRect, record: ImageRecord) -> None:
        self._paint_symbol(painter, picture, "image-broken", "muted", self.side // 5)
        painter.setFont(self._small)
        painter.setPen(theme()["muted"])
        reason = record.error or "The file is no longer there."
        below = QRect(picture)
        below.setTop(picture.center().y())
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            reason,
        )

    def _paint_marks(self, painter: QPainter, picture: QRect, cell: Cell) -> None:
        role = cell.role or cell.role_elsewhere
        if role is not None:
            area = QRectF(picture.left() + 3, picture.top() + 3, _BADGE, _BADGE)
            paint_badge(painter, role, area, hollow=cell.role is None)

    def _paint_captions(self, painter: QPainter, picture: QRect, cell: Cell) -> None:
        colours = theme()
        painter.setFont(self._small)
        line = QRect(picture.left(), picture.bottom() + 5, picture.width(), self._line)
        name = cell.record.path.rsplit("/", 1)[-1]
        shown = self._metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.setPen(colours["text"])
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
        if cell.rank is not None and cell.distance is not None:
            painter.setPen(colours["muted"])
            painter.drawText(
                line.translated(0, self._line),
                Qt.AlignmentFlag.AlignCenter,
                f"{cell.rank}  ·  {cell.distance:.3f}",
            )
