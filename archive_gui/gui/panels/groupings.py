"""The place of the groupings: the list, the note of the one in hand, its menu."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from archive_gui.catalog.records import Grouping
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.panels.grouping_list import GroupingList
from archive_gui.gui.workspace import Workspace


class GroupingsPanel(QWidget):
    """Shows all groupings and the note of the one in hand.

    Signals:
        members_wanted(): somebody chose a grouping to see its members.
    """

    members_wanted = Signal()

    def __init__(
        self, workspace: Workspace, marks: MarksController, thumbnails: ThumbnailCache
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workspace = workspace
        self._marks = marks
        self._thumbnails = thumbnails
        self._note_of: int | None = None
        self.list = GroupingList(workspace, thumbnails)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(self.tr("Note on this grouping"))
        self.note.setAccessibleName(self.tr("Note on this grouping"))
        self.note.setFixedHeight(64)
        self.note.setTabChangesFocus(True)
        # A folder that is dropped here is for the window to open.
        self.note.setAcceptDrops(False)
        self._summary = QLabel()
        self._summary.setProperty("role", "muted")
        self._summary.setContentsMargins(10, 6, 10, 6)
        self._summary.setWordWrap(True)
        empty = EmptyState(
            "groupings",
            self.tr("No groupings yet"),
            self.tr(
                "A grouping says what belongs together. Select an image that shows a motif well "
                "and press A; then mark images that are alike with P, and images that only look "
                "alike with N."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._summary)
        self._note_box = QWidget()
        box = QVBoxLayout(self._note_box)
        box.setContentsMargins(8, 0, 8, 8)
        box.addWidget(self.note)
        layout.addWidget(self._note_box)
        self._make_menu()
        self._connect()
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to leave the grid its room."""
        return QSize(190, 160)

    def _make_menu(self) -> None:
        self.rename_action = self._action(self.tr("Rename"), "F2", "rename", self._rename)
        self.merge_menu = QMenu(self.tr("Merge into"), self)
        wear_icon(self.merge_menu.menuAction(), "merge")
        self.delete_action = self._action(self.tr("Delete"), "Del", "delete", self._delete)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _action(self, text: str, keys: str, icon: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self.list)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        wear_icon(action, icon)
        self.list.addAction(action)
        return action

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.images_dropped.connect(self._marks.mark_in)
        self.list.model_of_groupings.renamed.connect(self._marks.rename)
        self._workspace.marks_changed.connect(self._refresh)
        self._workspace.active_changed.connect(self._refresh)
        self._workspace.closed.connect(self._refresh)
        self._workspace.images_updated.connect(self._fetch_anchors)
        self._thumbnails.loaded.connect(self.list.viewport().update)
        self._save_note = QTimer(self, interval=800, singleShot=True)
        self._save_note.timeout.connect(self.keep_note)
        self.note.textChanged.connect(self._save_note.start)

    def _chosen(self, grouping: int) -> None:
        self._workspace.activate(grouping)
        self.members_wanted.emit()

    def _current(self) -> Grouping | None:
        return self.list.grouping_at(self.list.currentIndex())

    def _rename(self) -> None:
        self.list.edit(self.list.currentIndex())

    def _delete(self) -> None:
        grouping = self._current()
        if grouping is not None:
            self._marks.delete(grouping.id)

    def _show_menu(self, point: QPoint) -> None:
        grouping = self.list.grouping_at(self.list.indexAt(point))
        if grouping is not None:
            self.menu_for(grouping).popup(self.list.viewport().mapToGlobal(point))

    def menu_for(self, grouping: Grouping) -> QMenu:
        """The context menu of a grouping."""
        self.merge_menu.clear()
        for other in self._workspace.groupings.values():
            if other.id != grouping.id:
                action = self.merge_menu.addAction(other.name)
                action.triggered.connect(
                    lambda _=False, into=other.id: self._marks.merge(into, grouping.id)
                )
        self.merge_menu.setEnabled(not self.merge_menu.isEmpty())
        menu = QMenu(self)
        menu.addAction(self.rename_action)
        menu.addMenu(self.merge_menu)
        menu.addSeparator()
        menu.addAction(self.delete_action)
        return menu

    def _refresh(self) -> None:
        groupings = self._workspace.groupings.values()
        self._stack.setCurrentIndex(1 if groupings else 0)
        active = self._workspace.active
        self.list.show_active(active)
        self._note_box.setVisible(active is not None)
        self._show_note(active)
        triplets = sum(len(g.positives) * len(g.negatives) for g in groupings)
        self._summary.setVisible(bool(groupings))
        self._summary.setText(
            self.tr("Groupings: {groupings}  ·  triplets: {triplets:,}").format(
                groupings=len(groupings), triplets=triplets
            )
        )
        self._fetch_anchors()

    def _fetch_anchors(self) -> None:
        images = self._workspace.images
        digests = [
            digest
            for grouping in self._workspace.groupings.values()
            if (record := images.get(grouping.anchor)) is not None
            and (digest := record.sha256) is not None
        ]
        self._thumbnails.want_also(digests)

    def _show_note(self, active: Grouping | None) -> None:
        if self._save_note.isActive():
            if active is not None and active.id == self._note_of:
                return
            self.keep_note()
        self._note_of = active.id if active is not None else None
        note = active.note if active is not None else ""
        if self.note.toPlainText() != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)

    def keep_note(self) -> None:
        """Have the catalog keep the note as it was typed, if that did not happen yet."""
        self._save_note.stop()
        grouping = self._workspace.groupings.get(self._note_of or 0)
        note = self.note.toPlainText()
        if grouping is not None and note != grouping.note:
            self._marks.set_note(grouping.id, note)
