"""Looking closely: opens the viewer over the grid, and keeps the grid in step with it."""

from PySide6.QtCore import QObject, Qt

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.actions import Actions
from archive_gui.gui.browser import Browser
from archive_gui.gui.commands import Commands
from archive_gui.gui.viewer.viewer import Viewer


class Looking(QObject):
    """Joins the viewer to the grid and to the actions."""

    def __init__(self, parent: QObject, viewer: Viewer, browser: Browser, actions: Actions) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._browser = browser
        self._commands: Commands | None = None
        viewer.addActions(list(actions.on_images()))
        viewer.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        actions.look.triggered.connect(self.look)
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

    def leave(self) -> None:
        """Go back to the grid, if the viewer is open."""
        if self._viewer.record is not None:
            self._viewer.close_viewer()

    def _look_at_neighbour(self, step: int) -> None:
        record = self._viewer.record
        neighbour = None if record is None else self._browser.neighbour_of(record, step)
        if neighbour is not None:
            self._browser.grid.go_to(neighbour.id)
            self._viewer.look_at(neighbour)

    def _viewer_closed(self) -> None:
        self._refresh()
        self._browser.grid.setFocus()

    def _refresh(self) -> None:
        if self._commands is not None:
            self._commands.refresh()
