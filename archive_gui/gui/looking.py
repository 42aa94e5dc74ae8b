"""Looking closely: opens the viewer over the grid, and keeps the grid in step with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.action_sets import on_images
from archive_gui.gui.actions import Actions
from archive_gui.gui.browser import Browser
from archive_gui.gui.commands import Commands
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.full_screen import FullScreen
from archive_gui.gui.viewer.viewer import Viewer
from archive_gui.gui.workspace import Workspace


class Looking(FullScreen):
    """Joins the viewer to the grid, to the query and to the actions."""

    def __init__(
        self,
        window: QMainWindow,
        viewer: Viewer,
        browser: Browser,
        workspace: Workspace,
        query: QueryController,
        actions: Actions,
    ) -> None:
        super().__init__(window, actions.full_screen, viewer.isVisible)
        self._viewer = viewer
        self._browser = browser
        self._workspace = workspace
        self._query = query
        self._commands: Commands | None = None
        viewer.addActions(list(on_images(actions)))
        viewer.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        viewer.neighbour_of = browser.neighbour_of
        viewer.counterpart_of = self._counterpart_of
        viewer.distance_between = self._distance_between
        actions.look.triggered.connect(self.look)
        actions.side_by_side.triggered.connect(self.compare)
        viewer.full_screen_wanted.connect(actions.full_screen.toggle)
        viewer.moved.connect(self._look_at_neighbour)
        viewer.closed.connect(self._viewer_closed)

    def join(self, commands: Commands) -> None:
        """Have `commands` refreshed when it is about another image."""
        self._commands = commands

    def targets(self) -> list[ImageRecord]:
        """The images that an action is about: the one looked at, or those selected."""
        if self._viewer.record is not None:
            return [self._viewer.record]
        return self._browser.grid.selected_records()

    def look(self) -> None:
        """Look at the first of the images in question."""
        if targets := self.targets():
            self._viewer.look_at(targets[0])
            self._refresh()

    def compare(self) -> None:
        """Compare the two selected images, or the one in question with what it is like."""
        targets = self.targets()
        if len(targets) > 1:
            self._viewer.compare(targets[0], targets[1])
        elif targets:
            if self._viewer.record is None:
                self._viewer.look_at(targets[0])
            self._viewer.toggle_compare()
        self._refresh()

    def leave(self) -> None:
        """Go back to the grid, if the viewer is open."""
        if self._viewer.record is not None:
            self._viewer.close_viewer()

    def _counterpart_of(self, image: ImageRecord) -> ImageRecord | None:
        """What an image is compared with: the query, else the anchor, else its neighbour."""
        query, active = self._query.query, self._workspace.active
        candidates = (
            self._workspace.images.get(query.image or 0) if query is not None else None,
            self._workspace.images.get(active.anchor) if active is not None else None,
            self._browser.neighbour_of(image, 1),
            self._browser.neighbour_of(image, -1),
        )
        return next((c for c in candidates if c is not None and c.id != image.id), None)

    def _distance_between(self, one: ImageRecord, other: ImageRecord) -> float | None:
        """How far two images are apart, None unless one alone is the query and found the other."""
        query, report = self._query.query, self._query.report
        if query is None or report is None or query.image is None:
            return None
        sought = {one.id, other.id} - {query.image}
        if len(sought) != 1 or len(list(query.examples())) > 1:
            return None
        found = (result.distance for result in report.results if result.image.id in sought)
        return next(found, None)

    def _look_at_neighbour(self, step: int) -> None:
        record = self._viewer.record
        neighbour = None if record is None else self._browser.neighbour_of(record, step)
        if neighbour is not None:
            # While two are compared, they stay the ones that are selected.
            if not self._viewer.comparing:
                self._browser.grid.go_to(neighbour.id)
            self._viewer.look_at(neighbour)

    def _viewer_closed(self) -> None:
        self.leave_full_screen()
        self._refresh()
        # When an archive is closed the grid is hidden, and what is shown then has the keyboard.
        if self._browser.grid.isVisible():
            self._browser.grid.setFocus()

    def _refresh(self) -> None:
        if self._commands is not None:
            self._commands.refresh()
