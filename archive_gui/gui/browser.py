"""The middle of the window: the grid with its header, or what to do when it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.action_sets import on_images
from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.browsing import BrowsingController, Scope
from archive_gui.gui.controllers.history import View
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.grid.header import GridHeader
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.grid.view import GridView
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.query_names import query_title
from archive_gui.gui.translation import counted, filled
from archive_gui.gui.workspace import Workspace


class Browser(QWidget):
    """Header and grid, kept in step with what is shown.

    Signals:
        selection_changed(list[ImageRecord]): the selected images.
    """

    selection_changed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        browsing: BrowsingController,
        query: QueryController,
        model: GridModel,
        thumbnails: ThumbnailCache,
        actions: Actions,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._browsing = browsing
        self._query = query
        self._model = model
        self._preferences = preferences
        self._scanning = False
        # Where somebody was in the archive, and which result was selected for them since.
        self._home: View | None = None
        self._offered = -1
        self.grid = GridView(model, thumbnails)
        self.grid.carried = self._carried
        self.grid.addActions(list(on_images(actions)))
        self.grid.opened.connect(lambda _: actions.look.trigger())
        self.header = GridHeader(actions)
        self.empty = EmptyState("image", "", "", self.tr("Clear filter"))
        self.empty.acted.connect(self._clear_filter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.addAction(actions.back)
        self._connect(actions)
        self.grid.set_side(preferences.thumbnail_side)
        self.header.set_side(self.grid.side)
        self.refresh()

    def _connect(self, actions: Actions) -> None:
        header, grid = self.header, self.grid
        header.arrangement_wanted.connect(self._browsing.arrange)
        header.side_wanted.connect(grid.set_side)
        header.filter.left.connect(grid.setFocus)
        header.filters_opening.connect(self._offer_filters)
        grid.side_changed.connect(self._side_changed)
        grid.picked.connect(self.selection_changed)
        self._browsing.arrangement_changed.connect(header.show_arrangement)
        self._browsing.scope_changed.connect(self._scope_changed)
        self._model.arranged.connect(self.refresh)
        self._query.view_of = self.view
        self._query.started.connect(self._note_home)
        self._query.finished.connect(self._offer_first)
        self._query.returned.connect(self._return_to)
        self._workspace.marks_changed.connect(self.refresh)
        self._workspace.active_changed.connect(self.refresh)
        actions.back.triggered.connect(self._back)
        actions.select_all.triggered.connect(grid.selectAll)
        actions.invert_selection.triggered.connect(grid.invert_selection)
        actions.find.triggered.connect(self._find)
        actions.zoom_in.triggered.connect(lambda: grid.set_side(grid.side + 16))
        actions.zoom_out.triggered.connect(lambda: grid.set_side(grid.side - 16))

    def neighbour_of(self, image: ImageRecord, step: int) -> ImageRecord | None:
        """The image `step` places after one in the grid, None beyond its ends."""
        row = self._model.row_of(image.id) + step
        return self._model.records[row] if 0 <= row < len(self._model.records) else None

    def view(self) -> View:
        """Where somebody is in the grid."""
        current = self.grid.current_record()
        return View(
            self.grid.verticalScrollBar().value(),
            tuple(record.id for record in self.grid.selected_records()),
            -1 if current is None else current.id,
        )

    def _carried(self, records: Sequence[ImageRecord]) -> QMimeData:
        """What a drag of these images has with it."""
        from archive_gui.gui.mime import images_mime

        workspace = self._workspace
        files = [workspace.file_of(record) for record in records if not record.missing]
        project = workspace.require_project().folder
        return images_mime([record.id for record in records], files, project)

    def _return_to(self, view: View) -> None:
        self.grid.select_images(view.selected, view.current)
        self.grid.verticalScrollBar().setValue(view.scroll)
        self.grid.setFocus()

    def _note_home(self) -> None:
        if self._browsing.scope is Scope.ARCHIVE:
            self._home = self.view()

    def _offer_first(self) -> None:
        """Select the nearest result where none is, so that a mark is one key from the question."""
        records = self._model.records
        if self._browsing.scope is Scope.RESULTS and records and not self.grid.selected_records():
            self._offered = records[0].id
            self.grid.go_to(self._offered)

    def move_on(self) -> None:
        """Select the image after the selected ones, if there is one."""
        selected = self.grid.selected_records()
        after = self.neighbour_of(selected[-1], 1) if selected else None
        if after is not None:
            self.grid.go_to(after.id)

    def show_scanning(self, scanning: bool) -> None:
        """Tell, where the grid is empty, whether images are still looked for."""
        self._scanning = scanning
        self.refresh()

    def in_words(self) -> str:
        """What the grid shows and how much of it, or why it is empty; "" where nothing is open."""
        if self._workspace.project is None:
            return ""
        shown = self._how_much() if self._model.records else " ".join(self._why_empty())
        return f"{self._title()}: {shown}"

    def refresh(self) -> None:
        """Say anew what is shown, and show the grid or why it is empty."""
        records, size = self._model.records, len(self._model.contents)
        self.header.set_title(
            self._title(), self._how_much(), with_back=self._browsing.scope is not Scope.ARCHIVE
        )
        self.header.set_groupings(self._grouping_names())
        appear = bool(records) and self._stack.currentWidget() is self.empty
        # What is being opened is neither there nor empty yet.
        as_grid = bool(records) or self._workspace.project is None
        self._stack.setCurrentWidget(self.grid if as_grid else self.empty)
        if appear and self._scanning:
            self._take_keyboard()
        if not records:
            self.empty.set_words(*self._why_empty())
            self.empty.offer(size > 0)

    def _take_keyboard(self) -> None:
        """Have the keyboard at the first images of an archive, unless somebody uses it elsewhere.

        Qt gives it to the header where the window was not in front yet when the archive opened.
        """
        focused = self.window().focusWidget()
        if focused is None or (self.isAncestorOf(focused) and not self.header.filter.text()):
            self.grid.setFocus()

    def _grouping_names(self) -> dict[int, str]:
        return {each.id: each.name for each in self._workspace.groupings.values()}

    def _offer_filters(self) -> None:
        project = self._workspace.project
        name = project.archive.name if project is not None else ""
        self.header.filters.offer(name, self._model.contents, self._grouping_names())

    def _clear_filter(self) -> None:
        self._browsing.arrange(self._model.arrangement.unfiltered())
        self.grid.setFocus()

    def _title(self) -> str:
        project, active = self._workspace.project, self._workspace.active
        match self._browsing.scope:
            case Scope.RESULTS:
                # The place of the query says where marks go.
                name = query_title(self._query.query) if self._query.query else ""
                return filled(self.tr("Similar to {name}"), name=name)
            case Scope.GROUPING if active is not None:
                return active.name
            case _:
                title = project.archive.name if project is not None else ""
        if active is not None:
            title += filled(self.tr("  \u00b7  marking “{name}”"), name=active.name)
        return title

    def _how_much(self) -> str:
        if self._workspace.project is None:
            return ""
        shown, size = len(self._model.records), len(self._model.contents)
        whole = size
        if self._browsing.scope is Scope.ARCHIVE:
            whole += self._workspace.more
        words = counted(whole, self.tr("{n:,} image"), self.tr("{n:,} images"))
        return words if shown == size else filled(self.tr("{n:,} of {all}"), n=shown, all=words)

    def _why_empty(self) -> tuple[str, str]:
        if len(self._model.contents):
            return (
                self.tr("No image passes the filter"),
                self.tr("All of it must be true of an image; take a part of it away."),
            )
        if self._scanning or self._workspace.more:
            return self.tr("Looking for images…"), self.tr("They appear here as they are found.")
        if self._browsing.scope is Scope.RESULTS:
            return (
                self.tr("No neighbour is so near"),
                self.tr("Move “No farther than” to the right to see those that are farther away."),
            )
        return (
            self.tr("No images here"),
            self.tr("Put images into the folder and press F5, or open another folder."),
        )

    def _scope_changed(self, scope: Scope) -> None:
        self.header.set_with_distance(scope is Scope.RESULTS)
        self.grid.set_with_distance(scope is Scope.RESULTS)
        self.grid.verticalScrollBar().setValue(0)

    def _side_changed(self, side: int) -> None:
        self.header.set_side(side)
        self._preferences.thumbnail_side = side

    def _find(self) -> None:
        self.header.filter.setFocus()
        self.header.filter.selectAll()

    def _back(self) -> None:
        if self._browsing.scope is Scope.ARCHIVE:
            if self.window().focusWidget() is self.grid:
                self.grid.clearSelection()
            self.grid.setFocus()
            return
        kept, home = self.grid.current_record(), self._home
        if self._browsing.scope is not Scope.RESULTS:
            home = None
        self._query.clear()
        self._browsing.show_archive()
        if home is not None and (kept is None or kept.id == self._offered):
            self._return_to(home)
        elif kept is not None:
            self.grid.go_to(kept.id)
        self._home, self._offered = None, -1
        self.grid.setFocus()
