"""What the grid shows: the archive, one grouping, or the results of a query."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.grid.arrange import Arrangement, Marks, Sort
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.listing import roles_in
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Query


class Scope(Enum):
    """Where the images in the grid come from."""

    ARCHIVE = "archive"
    GROUPING = "grouping"
    RESULTS = "results"


class BrowsingController(QObject):
    """Fills the grid's model from the workspace and the query.

    Signals:
        scope_changed(Scope): the grid shows other images.
        arrangement_changed(Arrangement): filter or order are others.
    """

    scope_changed = Signal(object)
    arrangement_changed = Signal(object)

    def __init__(self, workspace: Workspace, query: QueryController, model: GridModel) -> None:
        super().__init__()
        self._workspace = workspace
        self._query = query
        self._model = model
        self.scope = Scope.ARCHIVE
        self._before_results: Arrangement | None = None
        workspace.images_replaced.connect(self._images_replaced)
        workspace.images_updated.connect(model.update_images)
        workspace.marks_changed.connect(self._marks_changed)
        workspace.active_changed.connect(self._active_changed)
        workspace.closed.connect(self.show_archive)
        self._shown_query: Query | None = None
        query.finished.connect(self.show_results)
        query.narrowed.connect(self._narrowed)

    def arrange(self, wanted: Arrangement) -> None:
        """Filter and order what is shown."""
        self._model.set_arrangement(wanted)
        self.arrangement_changed.emit(wanted)

    def show_archive(self) -> None:
        """Show all images of the archive."""
        self._show(Scope.ARCHIVE)
        self._model.show_contents(self._workspace.contents)

    def show_active_grouping(self) -> None:
        """Show the members of the grouping in hand, or the archive where there is none."""
        if self._workspace.active is None:
            self.show_archive()
            return
        self._show(Scope.GROUPING)
        self._model.show_images(self._members(), words=self._workspace.contents.words)

    def show_results(self) -> None:
        """Show the neighbours that a query found, the nearest first."""
        # More results of the same query leave everybody where they are.
        if self.scope is not Scope.RESULTS or self._shown_query is not self._query.query:
            self._shown_query = self._query.query
            self._show(Scope.RESULTS)
        self._fill_with_results()

    def _narrowed(self) -> None:
        if self.scope is Scope.RESULTS:
            self._fill_with_results()

    def _fill_with_results(self) -> None:
        results = self._query.shown
        self._model.show_images(
            [self._workspace.images.get(result.image.id, result.image) for result in results],
            {result.image.id: result.distance for result in results},
            {result.image.id: result.rank for result in results},
            self._workspace.contents.words,
        )

    def _show(self, scope: Scope) -> None:
        if scope is not self.scope:
            self.scope = scope
            if scope is Scope.RESULTS:
                # A filter of the archive would hide neighbours; it comes back with the archive.
                self._before_results = self._model.arrangement
                self.arrange(Arrangement(sort=Sort.DISTANCE))
            elif self._before_results is not None:
                self.arrange(self._before_results)
                self._before_results = None
        self.scope_changed.emit(scope)

    def _members(self) -> list[ImageRecord]:
        active = self._workspace.active
        members = roles_in(active) if active is not None else {}
        images = self._workspace.images
        return [images[image] for image in members if image in images]

    def _images_replaced(self) -> None:
        if self.scope is Scope.ARCHIVE:
            self._model.show_contents(self._workspace.contents)
        else:
            images, shown = self._workspace.images, self._model.contents.images
            self._model.update_images([images[i.id] for i in shown if i.id in images])
            self._model.take_words(self._workspace.contents.words)

    def _marks_changed(self) -> None:
        wanted = self._model.arrangement
        self._take_marks()
        if wanted.grouping is not None and wanted.grouping not in self._workspace.groupings:
            self.arrange(replace(wanted, grouping=None))
        if self.scope is Scope.GROUPING:
            self.show_active_grouping()

    def _active_changed(self) -> None:
        self._take_marks()
        if self.scope is Scope.GROUPING:
            self.show_active_grouping()

    def _take_marks(self) -> None:
        workspace = self._workspace
        self._model.set_marks(
            Marks(workspace.active_marks(), workspace.marks_elsewhere(), self._members_of)
        )

    def _members_of(self, grouping: int) -> Mapping[int, Role]:
        known = self._workspace.groupings.get(grouping)
        return {} if known is None else roles_in(known)
