"""Writing out what was said and learned, for other programs."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.project import Project
from archive_gui.catalog.triplets import export_triplets
from archive_gui.gui.messages import Messages
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.exporting import export_embeddings
from archive_gui.operations.versions import answering_model
from archive_gui.progress import Progress

T = TypeVar("T")


class ExportController(QObject):
    """Exports in a lane of their own.

    Signals:
        exported(Path, int): a file is written, with so many rows (0 where it has none).
    """

    exported = Signal(object, int)

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages

    def triplets(self, file: Path) -> None:
        """Write every anchor, positive and negative of the groupings as a CSV file."""
        self._export(
            lambda project, _: export_triplets(project, file),
            lambda rows: self._triplets_written(file, rows),
        )

    def embeddings(self, file: Path) -> None:
        """Write the embeddings of all images by the model that answers as an NPZ file."""

        def write(project: Project, progress: Progress) -> None:
            export_embeddings(project, file, answering_model(project), progress)

        self._export(write, lambda _: self._written(file))

    def _export(self, write: Callable[[Project, Progress], T], done: Callable[[T], None]) -> None:
        project = self._workspace.project
        if project is not None:
            self._runner.start(
                Lane.EXPORT,
                lambda progress: write(project, progress),
                done,
                title=self.tr("Exporting"),
            )

    def _triplets_written(self, file: Path, rows: int) -> None:
        if rows:
            what = self.tr("1 triplet") if rows == 1 else self.tr("{n:,} triplets").format(n=rows)
            self._messages.success(
                self.tr("{what} written to {file}.").format(what=what, file=file)
            )
        else:
            self._messages.warning(
                self.tr(
                    "{file} holds no triplets yet: a triplet needs an anchor, a positive and a "
                    "negative in one grouping. Mark negatives with N."
                ).format(file=file)
            )
        self.exported.emit(file, rows)

    def _written(self, file: Path) -> None:
        self._messages.success(self.tr("The embeddings are written to {file}.").format(file=file))
        self.exported.emit(file, 0)
