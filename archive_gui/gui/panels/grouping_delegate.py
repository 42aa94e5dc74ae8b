"""How a grouping looks in the list, also while images are dragged over it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from archive_gui.catalog.records import Grouping, Role
from archive_gui.gui.grid.painter import paint_badge
from archive_gui.gui.icons import icon
from archive_gui.gui.theme import theme
from archive_gui.gui.translation import written

Index = QModelIndex | QPersistentModelIndex
PICTURE = 48
MARGIN = 8
HEIGHT = PICTURE + 2 * MARGIN
NAME_LEFT = PICTURE + 2 * MARGIN + 4


@dataclass(frozen=True, slots=True)
class Row:
    """All that is drawn of one grouping; `falls_as` is what dragged images would be marked as."""

    grouping: Grouping
    pixmap: QPixmap | None
    selected: bool
    in_hand: bool
    current: bool
    hovered: bool
    falls_as: Role | None


class RowPainter:
    """Draws groupings in the font of the list."""

    def __init__(self, font: QFont) -> None:
        self._font = font

    def paint(self, painter: QPainter, area: QRect, row: Row) -> None:
        """Draw one grouping into `area`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, area, row)
        self._paint_anchor(painter, area, row.pixmap)
        if row.falls_as is not None:
            self._paint_targets(painter, area, row.falls_as)
        else:
            self._paint_words(painter, area, row.grouping)
        painter.restore()

    def _paint_background(self, painter: QPainter, area: QRect, row: Row) -> None:
        colours = theme()
        if row.selected:
            painter.fillRect(area, colours["selection"])
        elif row.hovered:
            painter.fillRect(area, colours["hover"])
        if row.in_hand:
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), colours["accent"])
        if row.current:
            painter.setPen(QPen(colours["accent"], 1.5))
            painter.drawRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_anchor(self, painter: QPainter, area: QRect, pixmap: QPixmap | None) -> None:
        frame = QRect(area.left() + MARGIN + 2, area.top() + MARGIN, PICTURE, PICTURE)
        painter.fillRect(frame, theme()["canvas"])
        if pixmap is None:
            icon("image", "muted").paint(painter, frame.adjusted(12, 12, -12, -12))
            return
        side = min(pixmap.width(), pixmap.height())
        source = QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(frame, pixmap, source)

    def _paint_words(self, painter: QPainter, area: QRect, grouping: Grouping) -> None:
        text = area.adjusted(NAME_LEFT, MARGIN, -MARGIN, -MARGIN)
        bold = QFont(self._font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(theme()["text"])
        # File names differ at their ends more often than in the middle.
        name = painter.fontMetrics().elidedText(
            grouping.name, Qt.TextElideMode.ElideMiddle, text.width()
        )
        top = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._font)
        text.setLeft(_paint_count(painter, text, Role.POSITIVE, len(grouping.positives)))
        text.setLeft(_paint_count(painter, text, Role.NEGATIVE, len(grouping.negatives)))
        if grouping.related and text.width() >= 16:
            middle = text.top() + text.height() * 3 // 4
            icon("relate", "muted").paint(painter, QRect(text.left(), middle - 8, 16, 16))
            _paint_number(painter, text, len(grouping.related))

    def _paint_targets(self, painter: QPainter, area: QRect, falls_as: Role) -> None:
        """Draw where images would be dropped as positives and where as negatives."""
        painter.setFont(self._font)
        words = {
            Role.POSITIVE: QCoreApplication.translate("RowPainter", "Alike"),
            Role.NEGATIVE: QCoreApplication.translate("RowPainter", "Not alike"),
        }
        colours, metrics = theme(), painter.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, words.values()))
        # In a narrow list the words matter more than the badges.
        badge = 21 if widest + 27 <= drop_target(area, Role.POSITIVE).width() else 0
        for role, text in words.items():
            target = drop_target(area, role)
            hit = role is falls_as
            painter.setPen(QPen(colours[role.value], 2 if hit else 1.2))
            painter.setBrush(colours[role.value] if hit else colours["surface"])
            painter.drawRoundedRect(QRectF(target), 5, 5)
            width = metrics.horizontalAdvance(text)
            left = target.left() + max(3, (target.width() - width - badge) // 2)
            if badge:
                middle = target.center().y() + 1
                paint_badge(painter, role, QRectF(left, middle - 8, 16, 16), hollow=hit)
            painter.setPen(colours[f"on_{role.value}" if hit else role.value])
            room = target.right() - left - badge
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            box = QRect(left + badge, target.top(), room, target.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def drop_target(area: QRect, role: Role) -> QRect:
    """The part of a row in which images are dropped as `role`; the whole row is one or other."""
    left, right = area.left() + NAME_LEFT, area.right() - 4
    middle = middle_of_targets(area)
    inner = QRect(left, area.top() + 6, right - left, area.height() - 12)
    if role is Role.POSITIVE:
        inner.setRight(middle - 3)
    else:
        inner.setLeft(middle + 3)
    return inner


def middle_of_targets(area: QRect) -> int:
    """From which place on images that are dropped on a row are negatives."""
    return (area.left() + NAME_LEFT + area.right() - 4) // 2


def _paint_count(painter: QPainter, area: QRect, role: Role, count: int) -> int:
    """Draw a badge with a number in the lower half of `area`; returns where it ends."""
    middle = area.top() + area.height() * 3 // 4
    paint_badge(painter, role, QRectF(area.left(), middle - 8, 16, 16))
    return _paint_number(painter, area, count)


def _paint_number(painter: QPainter, area: QRect, count: int) -> int:
    """Draw a number to the right of a symbol in the lower half of `area`; where it ends."""
    middle = area.top() + area.height() * 3 // 4
    words = written(count, ",")
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.setPen(theme()["text"])
    box = QRect(area.left() + 21, middle - 12, width + 4, 24)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
    return box.right() + 10
