"""Held-out queries whose neighbours changed most, before and after, as small pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.theme import theme
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled

if TYPE_CHECKING:
    from archive_gui.operations.judging import Example, Neighbour, VersionComparison

_QUERY, _SIDE, _GAP, _MARGIN = 68, 34, 4, 8
_Index = QModelIndex | QPersistentModelIndex


class ExampleModel(QAbstractListModel):
    """Examples, those that became better first."""

    def __init__(self) -> None:
        super().__init__()
        self.examples: list[Example] = []

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many examples there are."""
        return 0 if parent is not None and parent.isValid() else len(self.examples)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What happened to the query; for tips and screen readers with the places."""
        if not index.isValid():
            return None
        example = self.examples[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headline(example)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            described = filled(
                self.tr(
                    "{headline}. Right among the first {n}: before {before}, after {after}. Press "
                    "Return or click to find similar images."
                ),
                headline=self.headline(example),
                n=len(example.after),
                before=sum(near.right for near in example.before),
                after=sum(near.right for near in example.after),
            )
            return plain_tip(described) if role == Qt.ItemDataRole.ToolTipRole else described
        return None

    def headline(self, example: Example) -> str:
        """Whether the query became better, and its name."""
        name = example.query.path.rsplit("/", 1)[-1]
        text = self.tr("Better: {name}") if example.gain > 0 else self.tr("Worse: {name}")
        return filled(text, name=name)

    def show_examples(self, examples: list[Example]) -> None:
        """Take other examples."""
        self.beginResetModel()
        self.examples = examples
        self.endResetModel()


class ExampleDelegate(QStyledItemDelegate):
    """Draws a query, and its nearest marked images before and after below each other."""

    def __init__(self, model: ExampleModel, thumbnails: ThumbnailCache, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._thumbnails = thumbnails
        self.words = (self.tr("Before"), self.tr("After"))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for five neighbours beside the query, or for fewer where that is all there is."""
        del index
        width = 3 * _MARGIN + _QUERY + self._label_width(option) + 5 * (_SIDE + _GAP)
        height = 2 * _MARGIN + option.fontMetrics.height() + 4 + 2 * _SIDE + _GAP
        return QSize(min(width + _GAP, self._view.viewport().width()), height + _GAP)

    def _label_width(self, option: QStyleOptionViewItem) -> int:
        return max(option.fontMetrics.horizontalAdvance(word) for word in self.words) + _MARGIN

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one example."""
        example, colours = self._model.examples[index.row()], theme()
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(option.rect).adjusted(1, 1, -_GAP, -_GAP)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(colours["hover" if hovered else "surface"])
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(colours["accent" if focused else "border"], 2 if focused else 1))
        painter.drawRoundedRect(card, 6, 6)
        inner = card.toRect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._paint_headline(painter, option, inner, example)
        top = inner.top() + option.fontMetrics.height() + 4
        query = QRect(inner.left(), top, _QUERY, 2 * _SIDE + _GAP)
        self._paint_picture(painter, query, example.query)
        left = query.right() + _MARGIN
        for row, (word, strip) in enumerate(
            zip(self.words, (example.before, example.after), strict=True)
        ):
            place = QRect(left, top + row * (_SIDE + _GAP), self._label_width(option), _SIDE)
            painter.setPen(colours["muted"])
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
            fit = (inner.right() - place.right() + _GAP) // (_SIDE + _GAP)
            self._paint_strip(painter, place.right(), place.top(), strip[:fit])
        painter.restore()

    def _paint_headline(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, example: Example
    ) -> None:
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        better = example.gain > 0
        painter.setPen(theme()["positive" if better else "negative"])
        arrow = "\u25b2 " if better else "\u25bc "
        line = QRect(inner.left(), inner.top(), inner.width(), option.fontMetrics.height())
        text = painter.fontMetrics().elidedText(
            arrow + self._model.headline(example), Qt.TextElideMode.ElideMiddle, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(option.font)

    def _paint_strip(
        self, painter: QPainter, left: int, top: int, strip: tuple[Neighbour, ...]
    ) -> None:
        colours = theme()
        for place, near in enumerate(strip):
            area = QRect(left + place * (_SIDE + _GAP), top, _SIDE, _SIDE)
            self._paint_picture(painter, area.adjusted(2, 2, -2, -2), near.image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(area).adjusted(1, 1, -1, -1)
            if not near.right:
                painter.setPen(QPen(colours["border"], 1))
                painter.drawRect(frame)
                continue
            painter.setPen(QPen(colours["positive"], 2))
            painter.drawRect(frame)
            tick = QRectF(area.right() - 13, area.bottom() - 13, 14, 14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours["positive"])
            painter.drawEllipse(tick)
            ratio = painter.device().devicePixelRatioF()
            pixmap = icon_pixmap("use", 12, "on_positive", ratio)
            painter.drawPixmap(tick.topLeft() + QPointF(1, 1), pixmap)

    def _paint_picture(self, painter: QPainter, area: QRect, image: ImageRecord) -> None:
        pixmap = self._thumbnails.pixmap(image.sha256)
        if pixmap is None:
            painter.fillRect(area, theme()["canvas"])
            return
        shown = QSize(pixmap.size())
        shown.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, shown.width(), shown.height())
        target.moveCenter(area.center())
        painter.drawPixmap(target, pixmap)


class ExampleList(QListView):
    """As high as its examples, so that it scrolls only with what is beside it.

    Signals:
        reached(QRect): the keyboard has come to the example in this part of the list.
    """

    reached = Signal(QRect)

    def fit(self) -> None:
        """Take the height that all examples need in the width that there is."""
        count = self.model().rowCount()
        if count:
            cell = self.sizeHintForIndex(self.model().index(0, 0))
            columns = max(1, self.viewport().width() // cell.width())
            self.setFixedHeight(-(-count // columns) * cell.height() + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height for the new width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell where the keyboard is."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.reached.emit(self.visualRect(current))


class Examples(QStackedWidget):
    """A list of examples, or in words why there is none.

    Signals:
        chosen(int): somebody wants to find what is like this image.
        reached(QRect): the keyboard has come to the example in this part of the place.
    """

    chosen = Signal(int)
    reached = Signal(QRect)

    def __init__(self, thumbnails: ThumbnailCache) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.model = ExampleModel()
        self.list = ExampleList()
        self.list.setObjectName("exampleList")
        self.list.setModel(self.model)
        self._delegate = ExampleDelegate(self.model, thumbnails, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Example queries that changed most"))
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        self.list.reached.connect(
            lambda area: self.reached.emit(area.translated(self.list.mapTo(self, QPoint())))
        )
        thumbnails.loaded.connect(self.list.viewport().update)
        self._nothing = EmptyState("similar", "", "")
        framed = QWidget()
        layout = QVBoxLayout(framed)
        layout.setContentsMargins(4, 8, 8, 8)
        layout.addWidget(self.list)
        layout.addStretch(1)
        self.addWidget(self._nothing)
        self.addWidget(framed)
        self.show_words(self.tr("Example queries"), "")

    def show_words(self, heading: str, hint: str) -> None:
        """Say why there are no examples."""
        self._nothing.set_words(heading, hint)
        self.setCurrentIndex(0)

    def show_examples(self, found: VersionComparison, words: tuple[str, str]) -> None:
        """Show what improved and what got worse; `words` name the two versions."""
        examples = [*found.improved, *found.worsened]
        self._delegate.words = words
        self.model.show_examples(examples)
        self.list.fit()
        if not examples:
            self.show_words(
                self.tr("No query changed"),
                self.tr("The held-out images have as good neighbours as before, each of them."),
            )
            return
        images = [
            image
            for each in examples
            for image in (each.query, *(near.image for near in (*each.before, *each.after)))
        ]
        self._thumbnails.want_also([image.sha256 for image in images if image.sha256])
        self.setCurrentIndex(1)

    def _chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.examples[index.row()].query.id)
