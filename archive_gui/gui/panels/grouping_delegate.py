"""How a grouping looks in the list, also while images are dragged over it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from archive_gui.catalog.records import Grouping, Role
from archive_gui.gui.grid.painter import paint_badge
from archive_gui.gui.icons import icon
from archive_gui.gui.long_names import in_two_lines
from archive_gui.gui.theme import theme
from archive_gui.gui.translation import isolated, written

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
            bar = QRect(area.left(), area.top(), 4, area.height())
            bar = QStyle.visualRect(painter.layoutDirection(), area, bar)
            painter.fillRect(bar, colours["accent"])
        if row.current or row.selected:
            # Where the keyboard is has to differ from what is only selected.
            width = 2.5 if row.current else 1.0
            inset = width / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours["accent"], width))
            painter.drawRect(QRectF(area).adjusted(inset, inset, -inset, -inset))

    def _paint_anchor(self, painter: QPainter, area: QRect, pixmap: QPixmap | None) -> None:
        frame = QRect(area.left() + MARGIN + 2, area.top() + MARGIN, PICTURE, PICTURE)
        frame = QStyle.visualRect(painter.layoutDirection(), area, frame)
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
        lines = in_two_lines(grouping.name, bold, text.width())
        height = painter.fontMetrics().height()
        # As near to the counts as one line is that has the upper half for itself.
        top = text.top() + text.height() // 4 - (len(lines) * height) // 2 - len(lines) + 1
        for place, line in enumerate(lines):
            box = QRect(text.left(), top + place * height, text.width(), height)
            box = QStyle.visualRect(painter.layoutDirection(), area, box)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, isolated(line))
        painter.setFont(self._font)
        for role, members in (
            (Role.POSITIVE, grouping.positives),
            (Role.NEGATIVE, grouping.negatives),
        ):
            text.setLeft(_paint_count(painter, area, text, role, len(members)))
        if grouping.related and text.width() >= 16:
            middle = text.top() + text.height() * 3 // 4
            symbol = QRect(text.left(), middle - 8, 16, 16)
            symbol = QStyle.visualRect(painter.layoutDirection(), area, symbol)
            icon("relate", "muted").paint(painter, symbol)
            _paint_number(painter, area, text, len(grouping.related))

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
        direction = painter.layoutDirection()
        room = drop_target(area, Role.POSITIVE, direction).width()
        badge = 21 if widest + 27 <= room else 0
        for role, text in words.items():
            target = drop_target(area, role, direction)
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


def drop_target(area: QRect, role: Role, direction: Qt.LayoutDirection) -> QRect:
    """The part of a row in which images are dropped as `role`; the whole row is one or other."""
    left, right = area.left() + NAME_LEFT, area.right() - 4
    middle = (left + right) // 2
    inner = QRect(left, area.top() + 6, right - left, area.height() - 12)
    if role is Role.POSITIVE:
        inner.setRight(middle - 3)
    else:
        inner.setLeft(middle + 3)
    return QStyle.visualRect(direction, area, inner)


def falls_on_negatives(area: QRect, at: int, direction: Qt.LayoutDirection) -> bool:
    """Whether images that are dropped on a row at this place become negatives."""
    edge = drop_target(area, Role.NEGATIVE, direction)
    if direction is Qt.LayoutDirection.RightToLeft:
        return at <= edge.right() + 3
    return at >= edge.left() - 3


def _paint_count(painter: QPainter, row: QRect, area: QRect, role: Role, count: int) -> int:
    """Draw a badge with a number in the lower half of `area`; returns where it ends."""
    middle = area.top() + area.height() * 3 // 4
    badge = QRect(area.left(), middle - 8, 16, 16)
    badge = QStyle.visualRect(painter.layoutDirection(), row, badge)
    paint_badge(painter, role, QRectF(badge))
    return _paint_number(painter, row, area, count)


def _paint_number(painter: QPainter, row: QRect, area: QRect, count: int) -> int:
    """Draw a number beside a symbol in the lower half of `area`; where it ends."""
    middle = area.top() + area.height() * 3 // 4
    words = written(count, ",")
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.setPen(theme()["text"])
    box = QRect(area.left() + 21, middle - 12, width + 4, 24)
    shown = QStyle.visualRect(painter.layoutDirection(), row, box)
    painter.drawText(shown, Qt.AlignmentFlag.AlignVCenter, words)
    return box.right() + 10
