"""Taking in what other programs and other curators know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import group_by
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.listing import Listing, let_go, list_in_order
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.translation import counted, filled, translated
from archive_gui.gui.workers import JobRunner, Lane, without_collecting
from archive_gui.gui.workspace import Workspace
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.catalog.interchange.merging import Conflict, MergeReport
    from archive_gui.catalog.interchange.metadata import MetadataReport
    from archive_gui.catalog.triplets import ImportReport, Skipped

T = TypeVar("T")

# Lines that are left out and told why; all of them are told on the command line.
_TOLD = 3


class ImportController(QObject):
    """Imports in the catalog lane, one after another.

    Signals:
        imported(Path): what a file says is in the catalog and on the screen.
        conflicts_wanted(tuple[Conflict, ...]): somebody wants to see where two curators differ.
    """

    imported = Signal(object)
    conflicts_wanted = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        marks: MarksController,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._marks = marks

    def metadata(self, file: Path) -> None:
        """Keep the columns of a table with the images that it names."""
        from archive_gui.catalog.interchange.metadata import import_metadata

        self._import(
            file,
            lambda project, _: import_metadata(project, file),
            lambda report: self._metadata_kept(file, report, self.tr("line {line}, {reason}")),
        )

    def manifest(self, file: Path) -> None:
        """Keep what an IIIF manifest tells of the images."""
        from archive_gui.catalog.interchange.manifests import import_manifest

        self._import(
            file,
            lambda project, _: import_manifest(project, file),
            lambda report: self._metadata_kept(file, report, self.tr("page {line}, {reason}")),
        )

    def group_by(self, name: str) -> None:
        """Make a grouping of every value that several images have in a column of the metadata."""

        def grouped(report: ImportReport) -> None:
            one = self.tr("{n:,} grouping is made or completed by “{name}”.")
            many = self.tr("{n:,} groupings are made or completed by “{name}”.")
            self._messages.success(counted(report.groupings, one, many, name=name))

        self._marks.change(lambda project: group_by(project, name), grouped)

    def groupings(self, file: Path) -> None:
        """Merge what another curator has exported."""
        from archive_gui.catalog.interchange.merging import merge_file

        def merged(report: MergeReport) -> None:
            self._tell_merged(file, report)
            self.imported.emit(file)

        self._marks.change(lambda project: merge_file(project, file), merged)

    def take_theirs(self, conflicts: Sequence[Conflict]) -> None:
        """Give images the marks that they have at another curator's."""
        from archive_gui.catalog.interchange.merging import take_theirs

        def taken(changed: int) -> None:
            one = self.tr("{n:,} mark is as the other curator made it now.")
            many = self.tr("{n:,} marks are as the other curator made them now.")
            self._messages.success(counted(changed, one, many))

        self._marks.change(lambda project: take_theirs(project, conflicts), taken)

    def _tell_merged(self, file: Path, report: MergeReport) -> None:
        one = self.tr("{n:,} new mark is merged from {file}.")
        many = self.tr("{n:,} new marks are merged from {file}.")
        told = [counted(report.marks, one, many, file=file.name)]
        if report.conflicts:
            one = self.tr("{n:,} image is marked otherwise here; your mark stays.")
            many = self.tr("{n:,} images are marked otherwise here; your marks stay.")
            told.append(counted(len(report.conflicts), one, many))
        if report.left_out:
            first = report.left_out[0]
            one = self.tr("{n:,} mark was left out: {path}, {reason}.")
            many = self.tr("{n:,} marks were left out, first {path}: {reason}.")
            reason = translated(first.reason)
            count = len(report.left_out)
            told.append(counted(count, one, many, path=first.path, reason=reason))
        if report.conflicts:
            show = Choice(
                self.tr("See which"), lambda: self.conflicts_wanted.emit(report.conflicts)
            )
            self._messages.warning(" ".join(told), show)
        elif report.left_out:
            self._messages.warning(" ".join(told))
        else:
            self._messages.success(" ".join(told))

    def _metadata_kept(self, file: Path, report: MetadataReport, place: str) -> None:
        one = self.tr("What {file} says of {n:,} image is kept.")
        many = self.tr("What {file} says of {n:,} images is kept.")
        told = counted(report.images, one, many, file=file.name)
        if report.skipped:
            self._messages.warning(f"{told} {self._left_out(report.skipped, place)}")
        else:
            hint = self.tr("“Groupings > From metadata” makes groupings of it.")
            self._messages.success(f"{told} {hint}")

    def _left_out(self, skipped: Sequence[Skipped], place: str) -> str:
        one = self.tr("{n:,} was left out:")
        many = self.tr("{n:,} were left out:")
        reasons = [
            filled(place, line=skip.line, reason=translated(skip.reason))
            for skip in skipped[:_TOLD]
        ]
        more = ["…"] if len(skipped) > _TOLD else []
        return f"{counted(len(skipped), one, many)} {'; '.join(reasons + more)}"

    def _import(
        self,
        file: Path,
        read: Callable[[Project, Progress], T],
        done: Callable[[T], None],
    ) -> None:
        project = self._workspace.project
        if project is None:
            return

        def work(progress: Progress) -> tuple[T, Listing]:
            result = read(project, progress)
            with without_collecting():
                return result, list_in_order(project)

        def succeeded(outcome: tuple[T, Listing]) -> None:
            result, listing = outcome
            if self._workspace.project is not project:
                return
            former = [self._workspace.replace_images(listing)]
            self._runner.start(Lane.VIEWING, lambda _: let_go(former))
            done(result)
            self.imported.emit(file)

        self._runner.start(
            Lane.CATALOG,
            work,
            succeeded,
            title=filled(self.tr("Importing {name}"), name=file.name),
        )
