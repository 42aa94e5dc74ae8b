"""Drops on the window, wherever no place of it takes them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from archive_gui.gui import mime
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.workers import JobRunner, Lane


class WindowDrops(QObject):
    """Opens folders, and finds what is like pictures and images of the grid.

    Images of the grid are not taken in the grid itself, where a slip of the hand drops them.

    Signals:
        hovered(bool): something that the window takes is dragged over it, or no longer.
    """

    hovered = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        grid: QWidget,
        runner: JobRunner,
        project: ProjectController,
        query: QueryController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._grid = grid
        self._runner = runner
        self._project = project
        self._query = query
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window."""
        if isinstance(event, QDragMoveEvent):
            taken = self._takes(event)
            self.hovered.emit(taken)
        elif event.type() == QEvent.Type.DragLeave:
            self.hovered.emit(False)
            return super().eventFilter(watched, event)
        elif isinstance(event, QDropEvent):
            taken = self._takes(event)
            self.hovered.emit(False)
            if taken:
                self._drop(mime.read(event.mimeData(), self._query.project_folder))
        else:
            return super().eventFilter(watched, event)
        if taken:
            event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(taken)
        return True

    def _takes(self, event: QDropEvent) -> bool:
        data, grid, project = event.mimeData(), self._grid, self._query.project_folder
        point = grid.mapFrom(self._window, event.position().toPoint())
        at_home = grid.isVisible() and grid.rect().contains(point)
        return mime.can_read(data, project) and not (at_home and mime.dragged_ids(data, project))

    def _drop(self, dropped: mime.Dropped) -> None:
        files = () if dropped.ids else dropped.files

        def done(folder: Path | None) -> None:
            if folder is not None:
                self._project.open(folder)
            else:
                self._query.by_drop(dropped)

        if not files:
            done(None)
            return
        # They may lie far away, where a look takes long.
        self._runner.start(
            Lane.DETAILS, lambda _: next((file for file in files if file.is_dir()), None), done
        )
