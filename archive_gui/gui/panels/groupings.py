"""The place of the groupings: the list, what to do with those selected, the note in hand."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from archive_gui.catalog.groupings import short
from archive_gui.catalog.records import Grouping
from archive_gui.gui.action_sets import on_groupings
from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.teaching import TeachingController
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.panels.grouping_bar import GroupingBar
from archive_gui.gui.panels.grouping_drops import images_in
from archive_gui.gui.panels.grouping_facts import GroupingFacts
from archive_gui.gui.panels.grouping_list import GroupingList
from archive_gui.gui.panels.note import NoteField
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.translation import filled
from archive_gui.gui.workspace import Workspace

# From so many on a filter and an order are worth their room.
_MANY = 8


class GroupingsPanel(QWidget):
    """Shows all groupings and the note of the one in hand.

    Images that are dropped anywhere but on a grouping or the note start a new one.

    Signals:
        members_wanted(): somebody chose a grouping to see its members.
    """

    members_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        marks: MarksController,
        teaching: TeachingController,
        thumbnails: ThumbnailCache,
        actions: Actions,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workspace = workspace
        self._marks = marks
        self._actions = actions
        self._dragged: tuple[int, ...] = ()
        self.list = GroupingList(workspace, thumbnails)
        self.list.addActions(list(on_groupings(actions)))
        self.bar = GroupingBar(preferences)
        self.facts = GroupingFacts(workspace, teaching)
        self.note = NoteField(workspace, marks)
        self.new_button = QToolButton()
        self.menu = QMenu(self)
        self.menu.addActions(list(on_groupings(actions)))
        self._make_places()
        self._connect()
        self._arrange(self.bar.filter.text())
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to leave the grid its room."""
        return QSize(190, 160)

    def _make_places(self) -> None:
        self.setAcceptDrops(True)
        self.note.setPlaceholderText(self.tr("Note on this grouping"))
        self.note.setAccessibleName(self.tr("Note on this grouping"))
        self.note.setTabChangesFocus(True)
        # A folder that is dropped here is for the window to open.
        self.note.setAcceptDrops(False)
        self._empty = EmptyState("groupings", "", "")
        self._nothing = EmptyState("filter", "", "")
        self._nothing.set_words(
            self.tr("No grouping passes the filter"), self.tr("Empty the field above.")
        )
        self._stack = QStackedWidget()
        self._stack.setObjectName("dropPlace")
        for page in (self._empty, self._nothing, self.list):
            self._stack.addWidget(page)
        self.new_button.setObjectName("newGrouping")
        self.new_button.setDefaultAction(self._actions.new_grouping)
        self.new_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new_button.setIconSize(QSize(16, 16))
        self.new_button.setSizePolicy(
            self.new_button.sizePolicy().Policy.Expanding,
            self.new_button.sizePolicy().Policy.Fixed,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(10, 8, 10, 0)
        foot.setSpacing(6)
        foot.addWidget(self.new_button)
        foot.addWidget(self.note)
        layout.addWidget(self._foot)
        layout.addWidget(self.facts)

    def _connect(self) -> None:
        actions = self._actions
        actions.rename_grouping.triggered.connect(self._rename)
        actions.merge_groupings.triggered.connect(self._merge)
        actions.relate_groupings.triggered.connect(lambda: self._marks.relate(self._ids()))
        actions.unrelate_groupings.triggered.connect(lambda: self._marks.unrelate(self._ids()))
        actions.delete_groupings.triggered.connect(lambda: self._marks.delete(self._ids()))
        actions.find_grouping.triggered.connect(self._find)
        self.list.chosen.connect(self._chosen)
        self.list.picked.connect(self._offer)
        self.list.images_dropped.connect(self._marks.mark_in)
        self.list.grouping_wanted.connect(self._marks.start_with)
        self.list.model_of_groupings.renamed.connect(self._marks.rename)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        # What changes while a name is typed comes later than the marks.
        self.list.model_of_groupings.modelReset.connect(self._show_page)
        self.bar.arranged.connect(self._arrange)
        self.bar.filter.left.connect(self.list.setFocus)
        self.facts.wanted.connect(self._chosen)
        self._workspace.marks_changed.connect(self._refresh)
        self._workspace.active_changed.connect(self._refresh)
        self._workspace.closed.connect(self._closed)
        self.note.left.connect(self.list.setFocus)

    # Choosing

    def _chosen(self, grouping: int) -> None:
        self._marks.take_in_hand(grouping)
        self.members_wanted.emit()

    def _ids(self) -> list[int]:
        return [grouping.id for grouping in self.list.selected()]

    def _target(self, selected: list[Grouping]) -> Grouping:
        """Into which of several groupings the others are merged: the one in hand."""
        active = self._workspace.active
        in_hand = [each for each in selected if active is not None and each.id == active.id]
        current = self.list.grouping_at(self.list.currentIndex())
        return (in_hand or [each for each in selected if each == current] or selected)[0]

    def _rename(self) -> None:
        selected = self.list.selected()
        if len(selected) == 1:
            row = self.list.model_of_groupings.row_of(selected[0].id)
            self.list.edit(self.list.model_of_groupings.index(row))

    def _merge(self) -> None:
        selected = self.list.selected()
        if len(selected) > 1:
            # What was typed a moment ago would else replace the notes that are joined.
            self.note.keep()
            into = self._target(selected).id
            self._marks.merge(into, [each.id for each in selected if each.id != into])

    def _find(self) -> None:
        self.bar.filter.setFocus()
        self.bar.filter.selectAll()

    def _show_menu(self, point: QPoint) -> None:
        if self.list.selected():
            self.menu.popup(self.list.viewport().mapToGlobal(point))

    def _offer(self) -> None:
        """Offer what can be done with the selected groupings, and say with which."""
        actions, selected = self._actions, self.list.selected()
        count, several = len(selected), len(selected) > 1
        ids = {each.id for each in selected}
        what = filled(self.tr("{n:,} groupings"), n=count)
        merge = self.tr("Merge")
        if several:
            into = short(self._target(selected).name)
            merge = filled(self.tr("Merge {what} into “{name}”"), what=what, name=into)
        actions.merge_groupings.setText(_in_menu(merge))
        relate = filled(self.tr("Relate {what}"), what=what) if several else self.tr("Relate")
        actions.relate_groupings.setText(relate)
        delete = filled(self.tr("Delete {what}"), what=what) if several else self.tr("Delete")
        actions.delete_groupings.setText(delete)
        can_mark = self._workspace.can_mark
        actions.rename_grouping.setEnabled(can_mark and count == 1)
        actions.delete_groupings.setEnabled(can_mark and count > 0)
        actions.merge_groupings.setEnabled(can_mark and several)
        related = [len(ids.intersection(each.related)) for each in selected]
        not_all = sum(related) < count * (count - 1)
        actions.relate_groupings.setEnabled(can_mark and several and not_all)
        unrelate = any(related) if several else any(each.related for each in selected)
        actions.unrelate_groupings.setEnabled(can_mark and unrelate)
        words = filled(self.tr("Unrelate {what}"), what=what)
        alone = self.tr("Unrelate from all others") if unrelate else self.tr("Unrelate")
        actions.unrelate_groupings.setText(words if several else alone)

    # Showing

    def _arrange(self, text: str) -> None:
        self.list.model_of_groupings.arrange(text, self.bar.sort_by)
        self.list.show_active(self._workspace.active)
        self._show_page()

    def _closed(self) -> None:
        self.bar.filter.clear()
        self._refresh()

    def _refresh(self) -> None:
        active = self._workspace.active
        self.list.show_active(active)
        self.note.setVisible(active is not None)
        self.note.setReadOnly(not self._workspace.can_mark)
        self.note.show_of(active)
        self._show_page()
        self._offer()
        self.facts.refresh()

    def _show_page(self) -> None:
        count = len(self._workspace.groupings)
        many = count >= _MANY or bool(self.bar.filter.text())
        self.bar.setVisible(many)
        self.bar.filter.setPlaceholderText(filled(self.tr("Find among {n:,} groupings"), n=count))
        self._actions.find_grouping.setEnabled(many)
        self._foot.setVisible(count > 0)
        shown = bool(self.list.model_of_groupings.groupings)
        page = self.list if shown else self._nothing if count else self._empty
        self._stack.setCurrentWidget(page)
        self._show_hint()

    def _show_hint(self) -> None:
        if self._dragged:
            self._empty.set_words(
                self.tr("Drop to start a grouping"),
                self.tr("The first image becomes the anchor, the others are alike."),
            )
        else:
            self._empty.set_words(
                self.tr("No groupings yet"),
                self.tr(
                    "A grouping says what belongs together. Select an image that shows a motif "
                    "well and press A, or drop images here; then mark images that are alike "
                    "with P, and images that only look alike with N."
                ),
            )

    # Dropping for a new grouping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take images of the archive; all else is for the window."""
        self._set_dragged(images_in(event.mimeData(), self._workspace))
        if self._dragged:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The whole place is one target."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The images went elsewhere."""
        self._set_dragged(())
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Start a grouping with the images."""
        dragged = self._dragged
        self._set_dragged(())
        if dragged:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._marks.start_with(dragged)

    def _set_dragged(self, dragged: tuple[int, ...]) -> None:
        self._dragged = dragged
        on_empty = self._stack.currentWidget() is self._empty
        for place, target in ((self._stack, on_empty), (self.new_button, True)):
            place.setProperty("dropping", bool(dragged) and target)
            place.style().unpolish(place)
            place.style().polish(place)
        self._show_hint()


def _in_menu(text: str) -> str:
    """The text with its ampersands as a menu shows them."""
    return text.replace("&", "&&")
