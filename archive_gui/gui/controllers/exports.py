"""Writing out what was said and learned, for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.project import Project
from archive_gui.gui import desktop
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.translation import counted, filled
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.catalog.interchange.sidecars import SidecarReport

T = TypeVar("T")


class ExportController(QObject):
    """Exports in a lane of their own.

    Signals:
        exported(Path, int): a file is written, with so many rows (0 where it has none).
    """

    exported = Signal(object, int)

    def __init__(
        self,
        workspace: Workspace,
        query: QueryController,
        runner: JobRunner,
        messages: Messages,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._query = query
        self._runner = runner
        self._messages = messages

    def triplets(self, file: Path) -> None:
        """Write every anchor, positive and negative of the groupings as a CSV file."""
        from archive_gui.catalog.triplets import export_triplets

        self.write(
            lambda project, _: export_triplets(project, file),
            lambda rows: self._triplets_written(file, rows),
        )

    def groupings(self, file: Path) -> None:
        """Write all marks as a table, as Web Annotations or for another curator, by the ending."""
        from archive_gui.catalog.interchange.exports import export_groupings

        def done(marks: int) -> None:
            one = self.tr("{n:,} mark is written to {file}.")
            many = self.tr("{n:,} marks are written to {file}.")
            self.written(file, marks, counted(marks, one, many, file=file))

        self.write(lambda project, _: export_groupings(project, file), done)

    def sidecars(self, folder: Path) -> None:
        """Write an XMP file for every image that has marks or metadata."""
        from archive_gui.catalog.interchange.sidecars import export_sidecars

        def done(report: SidecarReport) -> None:
            one = self.tr("{n:,} XMP file is written to {folder}.")
            many = self.tr("{n:,} XMP files are written to {folder}.")
            told = counted(report.written, one, many, folder=folder)
            if report.left:
                one = self.tr("{n:,} file of another program was left alone.")
                many = self.tr("{n:,} files of other programs were left alone.")
                told = f"{told} {counted(len(report.left), one, many)}"
            self.written(folder, report.written, told)

        self.write(lambda project, progress: export_sidecars(project, folder, progress), done)

    def results(self, file: Path) -> None:
        """Write the neighbours of the query that is shown, with their marks, as a CSV file."""
        from archive_gui.operations.results_csv import export_results

        report, marks = self._query.report, dict(self._workspace.active_marks())
        if report is None:
            self._messages.info(
                self.tr("There are no results to write: find images like one first.")
            )
            return
        # Many more may have been found than a person wants to see.
        report = replace(report, results=self._query.shown)

        def done(rows: int) -> None:
            one = self.tr("{n:,} result is written to {file}.")
            many = self.tr("{n:,} results are written to {file}.")
            self.written(file, rows, counted(rows, one, many, file=file))

        self.write(
            lambda project, _: export_results(project, report, marks, file),
            done,
        )

    def embeddings(self, file: Path) -> None:
        """Write the embeddings of all images by the model that answers, as NPZ or Parquet."""

        def write(project: Project, progress: Progress) -> int:
            from archive_gui.operations.exporting import export_embeddings
            from archive_gui.operations.versions import answering_model

            return export_embeddings(project, file, answering_model(project), progress)

        def done(rows: int) -> None:
            one = self.tr("The embedding of {n:,} image is written to {file}.")
            many = self.tr("The embeddings of {n:,} images are written to {file}.")
            self.written(file, rows, counted(rows, one, many, file=file))

        self.write(write, done)

    def export_model(self, version: int, file: Path) -> None:
        """Write a version of the model, 0 being the untrained one, as a Keras file."""
        from archive_gui.operations.apart import run_apart
        from archive_gui.operations.exporting import export_model

        text = self.tr("The untrained model is written to {file}.")
        if version:
            text = self.tr("Model {version} is written to {file}.")
        told = filled(text, version=version, file=file)
        self.write(
            # The untrained one is made by TensorFlow, which would keep the window waiting.
            lambda project, progress: run_apart(
                export_model, project, version, file, progress=progress
            ),
            lambda _: self.written(file, 0, told),
        )

    def write(
        self,
        write: Callable[[Project, Progress], T],
        done: Callable[[T], None],
        over: Callable[[], None] = lambda: None,
    ) -> None:
        """Have a job write a file; `over` is called at its end, whatever that is."""
        project = self._workspace.project
        if project is None:
            over()
            return

        def succeeded(result: T) -> None:
            over()
            done(result)

        def failed(text: str) -> None:
            over()
            self._runner.failed.emit(text)

        def cancelled() -> None:
            over()
            self._messages.info(self.tr("The export was stopped; nothing is written."))

        if self._workspace.is_closing:
            cancelled()
            return
        self._runner.start(
            Lane.EXPORT,
            lambda progress: write(project, progress),
            succeeded,
            title=self.tr("Exporting"),
            failed=failed,
            cancelled=cancelled,
        )

    def written(self, file: Path, rows: int, text: str, *, readable: bool = False) -> None:
        """Tell in `text` that a file is written; with `readable`, offer to open it."""
        choices = [Choice(self.tr("Show in folder"), lambda: desktop.show_in_folder([file], self))]
        if readable:
            choices.insert(0, Choice(self.tr("Open"), lambda: self._open(file)))
        self._messages.success(text, *choices)
        self.exported.emit(file, rows)

    def _open(self, file: Path) -> None:
        if not desktop.open_file(file):
            self._messages.warning(
                filled(self.tr("This computer has no program for {file}; install one."), file=file)
            )

    def _triplets_written(self, file: Path, rows: int) -> None:
        if rows:
            one = self.tr("{n:,} triplet written to {file}.")
            many = self.tr("{n:,} triplets written to {file}.")
            self.written(file, rows, counted(rows, one, many, file=file))
            return
        self._messages.warning(
            filled(
                self.tr(
                    "{file} holds no triplets yet: a triplet needs an anchor, a positive and a "
                    "negative in one grouping. Mark negatives with N."
                ),
                file=file,
            )
        )
        self.exported.emit(file, rows)
