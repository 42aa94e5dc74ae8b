"""The list of groupings: draws what is in sight, whatever their number; takes dropped images."""

import itertools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
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
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.panels.grouping_delegate import (
    HEIGHT,
    NAME_LEFT,
    Row,
    RowPainter,
    falls_on_negatives,
)
from archive_gui.gui.panels.grouping_drops import images_in
from archive_gui.gui.panels.grouping_model import GroupingModel, Index
from archive_gui.gui.panels.naming import Naming
from archive_gui.gui.workspace import Workspace


class GroupingDelegate(QStyledItemDelegate):
    """Draws a grouping, and lets its name be edited in place."""

    def __init__(
        self,
        view: QListView,
        row_at: Callable[[Index, QStyle.StateFlag], Row],
        naming: Naming,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._row_at = row_at
        self._naming = naming

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the picture and its margins."""
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw picture, name and counts."""
        state: QStyle.StateFlag = option.state
        RowPainter(self._view.font()).paint(painter, option.rect, self._row_at(index, state))

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        """A plain field for the name."""
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Name of the grouping"))
        self._naming.begin(field)
        return field

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """The field lies where the name is drawn."""
        left = option.rect.left() + NAME_LEFT - 8
        height = max(28, editor.sizeHint().height())
        field = QRect(left, option.rect.top() + 6, option.rect.right() - left - 4, height)
        editor.setGeometry(QStyle.visualRect(editor.layoutDirection(), option.rect, field))


class GroupingList(QListView):
    """Lists groupings and takes images that are dropped on them or below them.

    Signals:
        chosen(int): somebody clicked a grouping or went to it by keyboard.
        picked(): other groupings are selected.
        images_dropped(int, tuple[int, ...], Role): images for a grouping, as positives, or as
            negatives on the right half of its row or where Alt was held.
        grouping_wanted(tuple[int, ...]): images were dropped below the groupings.
    """

    chosen = Signal(int)
    picked = Signal()
    images_dropped = Signal(int, object, object)
    grouping_wanted = Signal(object)

    def __init__(self, workspace: Workspace, thumbnails: ThumbnailCache) -> None:
        super().__init__()
        self._workspace = workspace
        self._thumbnails = thumbnails
        self._falls: tuple[int, Role] | None = None
        self._dragged: tuple[int, ...] = ()
        self._kept: list[int] = []
        self._naming = Naming(self)
        self.model_of_groupings = GroupingModel(workspace, self._naming)
        self.setObjectName("plainList")
        self.setAccessibleName(self.tr("Groupings"))
        self.setModel(self.model_of_groupings)
        self.setItemDelegate(GroupingDelegate(self, self._row, self._naming))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self._fetch = QTimer(self, interval=20, singleShot=True)
        self._fetch.timeout.connect(self._fetch_anchors)
        self.model_of_groupings.modelAboutToBeReset.connect(self._keep_selection)
        self.model_of_groupings.modelReset.connect(self._restore_selection)
        self.verticalScrollBar().valueChanged.connect(self._fetch.start)
        workspace.images_updated.connect(self._fetch.start)
        self._naming.over.connect(lambda: self.show_active(workspace.active))
        thumbnails.loaded.connect(self.viewport().update)

    # What others ask and tell

    def grouping_at(self, index: Index) -> Grouping | None:
        """The grouping of a row, None where there is none."""
        rows = self.model_of_groupings.groupings
        return rows[index.row()] if 0 <= index.row() < len(rows) else None

    def selected(self) -> list[Grouping]:
        """The selected groupings in the order in which they are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model_of_groupings.groupings[row] for row in rows]

    def show_active(self, grouping: Grouping | None) -> None:
        """Show which grouping is in hand; a selection of several of which it is one stays."""
        self.viewport().update()
        if self._naming.active:
            # The field would be closed where another row is the current one.
            return
        if grouping is not None and grouping.id in {each.id for each in self.selected()}:
            return
        row = self.model_of_groupings.row_of(grouping.id) if grouping is not None else -1
        self.setCurrentIndex(self.model_of_groupings.index(row) if row >= 0 else QModelIndex())
        if row < 0:
            self.clearSelection()

    def select_all_of(self, groupings: Sequence[int]) -> None:
        """Select these, as far as they are shown."""
        model = self.model_of_groupings
        selection = QItemSelection()
        rows = sorted(row for row in map(model.row_of, groupings) if row >= 0)
        # One range for rows in succession: Qt compares each range with each other.
        for _, run in itertools.groupby(enumerate(rows), lambda each: each[1] - each[0]):
            together = [row for _, row in run]
            selection.select(model.index(together[0]), model.index(together[-1]))
        flag = self.selectionModel().SelectionFlag
        self.selectionModel().select(selection, flag.ClearAndSelect)

    # Choosing

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other groupings are selected."""
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the grouping in hand to which an arrow key or its like has gone."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self._choose(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        # Who selects several is about to do something with all of them.
        selected = self.selected()
        grouping = self.grouping_at(index)
        if grouping is not None and [each.id for each in selected] == [grouping.id]:
            self.chosen.emit(grouping.id)

    def _keep_selection(self) -> None:
        current = self.grouping_at(self.currentIndex())
        self._kept = [current.id if current is not None else 0]
        self._kept += [grouping.id for grouping in self.selected()]

    def _restore_selection(self) -> None:
        current, *selected = self._kept
        row = self.model_of_groupings.row_of(current)
        if row >= 0:
            no_update = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.model_of_groupings.index(row), no_update)
        self.select_all_of(selected)
        self._fetch.start()

    # Drawing

    def _row(self, index: Index, state: QStyle.StateFlag) -> Row:
        grouping = self.model_of_groupings.groupings[index.row()]
        active = self._workspace.active
        digest = self._digest(grouping)
        falls = self._falls
        current = index.row() == self.currentIndex().row() and self.hasFocus()
        return Row(
            grouping=grouping,
            pixmap=self._thumbnails.pixmap(digest),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            in_hand=active is not None and active.id == grouping.id,
            current=current,
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            falls_as=falls[1] if falls is not None and falls[0] == index.row() else None,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and have the pictures loaded that were not here."""
        super().paintEvent(event)
        if any(self._thumbnails.pixmap(digest) is None for digest in self._in_sight()):
            self._fetch.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the pictures loaded that come in sight."""
        super().resizeEvent(event)
        self._fetch.start()

    def _digest(self, grouping: Grouping) -> str | None:
        record = self._workspace.images.get(grouping.anchor)
        return record.sha256 if record is not None else None

    def _in_sight(self) -> list[str]:
        groupings = self.model_of_groupings.groupings
        top = self.indexAt(QPoint(1, 1)).row()
        if top < 0:
            return []
        shown = groupings[top : top + self.viewport().height() // HEIGHT + 2]
        return [digest for each in shown if (digest := self._digest(each)) is not None]

    def _fetch_anchors(self) -> None:
        self._thumbnails.want_also(self._in_sight())

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take images of the grid, and files that are images of the archive."""
        self._dragged = images_in(event.mimeData(), self._workspace)
        if self._dragged:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show as what the images would fall on a grouping; scroll at the edges."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        role = self._role_at(index, point, event.modifiers())
        self._show_falls((index.row(), role) if index.isValid() else None)
        edge = self.autoScrollMargin()
        if not edge <= point.y() < self.viewport().height() - edge:
            self.startAutoScroll()
        if self._dragged:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The images went elsewhere."""
        self._end_drag()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Images were dropped: on a grouping, or below all for a new one."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        grouping, dragged = self.grouping_at(index), self._dragged
        self._end_drag()
        if not dragged:
            event.ignore()
            return
        if grouping is None:
            self.grouping_wanted.emit(dragged)
        else:
            role = self._role_at(index, point, event.modifiers())
            self.images_dropped.emit(grouping.id, dragged, role)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _role_at(self, index: Index, point: QPoint, held: Qt.KeyboardModifier) -> Role:
        right = falls_on_negatives(self.visualRect(index), point.x(), self.layoutDirection())
        return Role.NEGATIVE if right or held & Qt.KeyboardModifier.AltModifier else Role.POSITIVE

    def _show_falls(self, falls: tuple[int, Role] | None) -> None:
        if falls != self._falls:
            self._falls = falls
            self.viewport().update()

    def _end_drag(self) -> None:
        self._dragged = ()
        self.stopAutoScroll()
        self._show_falls(None)
