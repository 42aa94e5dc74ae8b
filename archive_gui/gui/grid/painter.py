"""How one cell of the grid looks, and the badges that stand for marks everywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
)

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.theme import Theme, theme
from archive_gui.gui.translation import filled, translated

PADDING = 6
_BADGE = 20
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_KEPT = 4_000
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


def paint_badge(
    painter: QPainter,
    role: Role,
    area: QRectF,
    *,
    hollow: bool = False,
    colours: Theme | None = None,
) -> None:
    """Draw the mark of a role: colour, letter and shape; hollow for marks in other groupings.

    `colours` are by default those that the program wears.
    """
    colours = colours or theme()
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
    """Draws cells of images whose thumbnails are at most `side` logical pixels.

    What many cells have in common, and what is slow to lay out, is kept from one paint to the
    next.
    """

    def __init__(self, side: int, font: QFont, *, with_distance: bool, ratio: float) -> None:
        self.side = side
        self.with_distance = with_distance
        self._ratio = ratio
        self._font = QFont(font)
        self._small = QFont(font)
        self._small.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
        self._metrics = QFontMetrics(self._small)
        self._line = self._metrics.height()
        self._grounds: dict[tuple[object, ...], QPixmap] = {}
        self._symbols: dict[tuple[object, ...], QPixmap] = {}
        self._captions: dict[str, QStaticText] = {}
        self._reasons: dict[str, str] = {}

    @property
    def cell_size(self) -> QSize:
        """The size of a cell: picture, captions, and the padding around them."""
        captions = self._line * (2 if self.with_distance else 1) + 4
        return QSize(self.side + 2 * PADDING, self.side + captions + 2 * PADDING)

    def paint(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        """Draw one cell into `area`."""
        painter.drawPixmap(area.topLeft(), self._ground(area.size(), cell))
        picture = QRect(area.left() + PADDING, area.top() + PADDING, self.side, self.side)
        if cell.record.error or cell.record.missing:
            self._paint_failure(painter, picture, cell.record)
        elif cell.pixmap is None:
            self._paint_symbol(painter, picture, "image", "disabled")
        else:
            self._paint_picture(painter, picture, cell.pixmap)
        role = cell.role or cell.role_elsewhere
        if role is not None:
            badge = QRectF(picture.left() + 3, picture.top() + 3, _BADGE, _BADGE)
            paint_badge(painter, role, badge, hollow=cell.role is None)
        self._paint_captions(painter, picture, cell)

    def _ground(self, size: QSize, cell: Cell) -> QPixmap:
        colours = theme()
        key = (colours.name, cell.selected, cell.current, cell.hovered)
        ground = self._grounds.get(key)
        if ground is None:
            ground = self._grounds[key] = QPixmap(size * self._ratio)
            ground.setDevicePixelRatio(self._ratio)
            ground.fill(colours["canvas"])
            painter = QPainter(ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill = "selection" if cell.selected else "hover" if cell.hovered else "cell"
            painter.setBrush(colours[fill])
            painter.setPen(Qt.PenStyle.NoPen)
            # Where the keyboard is has to differ from what is only selected.
            width = 4 if cell.current else 1
            if cell.current or cell.selected:
                painter.setPen(QPen(colours["accent"], width))
            inset = max(1.0, width / 2)
            frame = QRectF(QPointF(), size.toSizeF()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, 6, 6)
            painter.end()
        return ground

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
        key = (theme().name, name, colour)
        if key not in self._symbols:
            self._symbols[key] = icon_pixmap(name, side, colour, self._ratio)
        middle = picture.center()
        painter.drawPixmap(
            middle.x() - side // 2, middle.y() - side // 2 - lift, self._symbols[key]
        )

    def _paint_failure(self, painter: QPainter, picture: QRect, record: ImageRecord) -> None:
        self._paint_symbol(painter, picture, "image-broken", "muted", self.side // 4)
        below = picture.adjusted(0, self.side // 2, 0, 0)
        painter.setFont(self._small)
        painter.setPen(theme()["muted"])
        painter.drawText(below, _WRAPPED, self._fitted(failure_words(record), below.size()))

    def _fitted(self, reason: str, room: QSize) -> str:
        """As many words of a reason as there is room for."""
        if reason not in self._reasons:
            _keep_bounded(self._reasons)
            shown, area = reason, QRect(QPoint(), room)
            while (
                " " in shown
                and self._metrics.boundingRect(area, _WRAPPED, shown).height() > room.height()
            ):
                shown = shown.removesuffix("…").rpartition(" ")[0].rstrip(" ,;(") + "…"
            self._reasons[reason] = shown
        return self._reasons[reason]

    def _paint_captions(self, painter: QPainter, picture: QRect, cell: Cell) -> None:
        colours = theme()
        painter.setFont(self._small)
        line = QRect(picture.left(), picture.bottom() + 5, picture.width(), self._line)
        caption = self._caption(cell.record.path.rpartition("/")[2], line.width())
        painter.setPen(colours["text"])
        left = line.left() + (line.width() - caption.size().width()) / 2
        painter.drawStaticText(QPointF(left, line.top()), caption)
        if cell.rank is not None and cell.distance is not None:
            painter.setPen(colours["muted"])
            painter.drawText(
                line.translated(0, self._line),
                Qt.AlignmentFlag.AlignCenter,
                filled("{rank}  ·  {distance:.3f}", rank=cell.rank, distance=cell.distance),
            )

    def _caption(self, name: str, width: int) -> QStaticText:
        caption = self._captions.get(name)
        if caption is None:
            _keep_bounded(self._captions)
            shown = self._metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
            caption = QStaticText(shown)
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.prepare(font=self._small)
            self._captions[name] = caption
        return caption


def failure_words(record: ImageRecord) -> str:
    """Why an image is not shown, without its path, which stands beside it."""
    if record.missing:
        return QCoreApplication.translate(
            "GridModel", "This file is no longer in the archive folder."
        )
    reason = translated(record.error or "").removeprefix(record.path).strip()
    return reason[:1].upper() + reason[1:]


def _keep_bounded(kept: "dict[str, QStaticText] | dict[str, str]") -> None:
    if len(kept) >= _KEPT:
        kept.clear()
