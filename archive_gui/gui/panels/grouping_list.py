"""The list of groupings: anchor's picture, name, counts; images are dropped on it."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from archive_gui.catalog.records import Grouping, Role
from archive_gui.gui.grid.painter import paint_badge
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.mime import IMAGE_IDS, dragged_ids
from archive_gui.gui.theme import theme
from archive_gui.gui.workspace import Workspace

_PICTURE = 48
_MARGIN = 8
_Index = QModelIndex | QPersistentModelIndex


class GroupingModel(QAbstractListModel):
    """The groupings of the workspace.

    Signals:
        renamed(int, str): somebody typed another name for a grouping.
    """

    renamed = Signal(int, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.groupings: list[Grouping] = []
        workspace.marks_changed.connect(self._refresh)
        workspace.closed.connect(self._refresh)

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many groupings there are."""
        return 0 if parent is not None and parent.isValid() else len(self.groupings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; for tips and screen readers with the counts and the note."""
        if not index.isValid():
            return None
        grouping = self.groupings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return grouping.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            counts = self.tr("{name}: {positives} positive, {negatives} negative").format(
                name=grouping.name,
                positives=len(grouping.positives),
                negatives=len(grouping.negatives),
            )
            return f"{counts}\n{grouping.note}" if grouping.note else counts
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the list shows it when the catalog has it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        grouping = self.groupings[index.row()]
        if str(value).strip() != grouping.name:
            self.renamed.emit(grouping.id, str(value))
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Groupings can be selected, renamed and dropped on."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def row_of(self, grouping: int) -> int:
        """The row of a grouping, -1 where it is not there."""
        ids = [each.id for each in self.groupings]
        return ids.index(grouping) if grouping in ids else -1

    def _refresh(self) -> None:
        groupings = list(self._workspace.groupings.values())
        if [each.id for each in groupings] == [each.id for each in self.groupings]:
            self.groupings = groupings
            if groupings:
                self.dataChanged.emit(self.index(0), self.index(len(groupings) - 1))
            return
        self.beginResetModel()
        self.groupings = groupings
        self.endResetModel()


class GroupingDelegate(QStyledItemDelegate):
    """Draws a grouping, and lets its name be edited in place."""

    def __init__(
        self, workspace: Workspace, thumbnails: ThumbnailCache, view: "GroupingList"
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._thumbnails = thumbnails
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the picture and its margins."""
        return QSize(160, _PICTURE + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw picture, name and counts."""
        colours = theme()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        grouping = self._view.model_of_groupings.groupings[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours["selection"])
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colours["accent"])
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colours["hover"])
        if index.row() == self._view.drop_row:
            painter.setPen(QPen(colours["accent"], 2))
            painter.drawRect(area.adjusted(2, 2, -2, -2))
        self._paint_anchor(painter, area, grouping)
        text = area.adjusted(_PICTURE + 2 * _MARGIN + 4, _MARGIN, -_MARGIN, -_MARGIN)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours["text"])
        name = painter.fontMetrics().elidedText(
            grouping.name, Qt.TextElideMode.ElideRight, text.width()
        )
        top = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._view.font())
        left = self._paint_count(painter, text, Role.POSITIVE, len(grouping.positives))
        text.setLeft(left)
        self._paint_count(painter, text, Role.NEGATIVE, len(grouping.negatives))
        painter.restore()

    def _paint_anchor(self, painter: QPainter, area: QRect, grouping: Grouping) -> None:
        frame = QRect(area.left() + _MARGIN + 2, area.top() + _MARGIN, _PICTURE, _PICTURE)
        record = self._workspace.images.get(grouping.anchor)
        pixmap = self._thumbnails.pixmap(record.sha256) if record is not None else None
        painter.fillRect(frame, theme()["canvas"])
        if pixmap is None:
            symbol = icon_pixmap("image", 24, "muted", self._view.devicePixelRatioF())
            painter.drawPixmap(frame.left() + 12, frame.top() + 12, symbol)
            return
        side = min(pixmap.width(), pixmap.height())
        source = QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(frame, pixmap, source)

    def _paint_count(self, painter: QPainter, area: QRect, role: Role, count: int) -> int:
        """Draw a badge with a number in the lower half of `area`; returns where it ends."""
        middle = area.top() + area.height() * 3 // 4
        paint_badge(painter, role, QRectF(area.left(), middle - 8, 16, 16))
        words = str(count)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(theme()["text"])
        box = QRect(area.left() + 22, middle - 12, width + 4, 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        return box.right() + 12

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> QWidget:
        """A plain field for the name."""
        return QLineEdit(parent)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> None:
        """The field lies where the name is drawn."""
        area: QRect = option.rect
        left = area.left() + _PICTURE + 2 * _MARGIN
        editor.setGeometry(left, area.top() + 6, area.right() - left - 4, 28)


class GroupingList(QListView):
    """Lists groupings and takes images that are dropped on them.

    Signals:
        chosen(int): somebody clicked a grouping or went to it by keyboard.
        images_dropped(int, tuple[int, ...], Role): images for a grouping, as positives, or as
            negatives where Alt was held.
    """

    chosen = Signal(int)
    images_dropped = Signal(int, object, object)

    def __init__(self, workspace: Workspace, thumbnails: ThumbnailCache) -> None:
        super().__init__()
        self.model_of_groupings = GroupingModel(workspace)
        self.drop_row = -1
        self.setObjectName("plainList")
        self.setAccessibleName(self.tr("Groupings"))
        self.setModel(self.model_of_groupings)
        self.setItemDelegate(GroupingDelegate(workspace, thumbnails, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def grouping_at(self, index: _Index) -> Grouping | None:
        """The grouping of a row, None where there is none."""
        rows = self.model_of_groupings.groupings
        return rows[index.row()] if 0 <= index.row() < len(rows) else None

    def show_active(self, grouping: Grouping | None) -> None:
        """Show which grouping is in hand, without choosing it again."""
        row = self.model_of_groupings.row_of(grouping.id) if grouping is not None else -1
        index = self.model_of_groupings.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if row < 0:
            self.clearSelection()

    def _choose(self, index: QModelIndex) -> None:
        grouping = self.grouping_at(index)
        if grouping is not None:
            self.chosen.emit(grouping.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take images of the grid."""
        if event.mimeData().hasFormat(IMAGE_IDS):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show on which grouping the images would fall."""
        index = self.indexAt(event.position().toPoint())
        self._show_drop(index.row())
        if index.isValid() and event.mimeData().hasFormat(IMAGE_IDS):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The images went elsewhere."""
        self._show_drop(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Images were dropped: positives, or with Alt negatives."""
        grouping = self.grouping_at(self.indexAt(event.position().toPoint()))
        ids = dragged_ids(event.mimeData())
        self._show_drop(-1)
        if grouping is None or not ids:
            event.ignore()
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        self.images_dropped.emit(grouping.id, ids, Role.NEGATIVE if alt else Role.POSITIVE)
        event.acceptProposedAction()

    def _show_drop(self, row: int) -> None:
        self.drop_row = row
        self.viewport().update()
