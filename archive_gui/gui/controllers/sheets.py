"""Contact sheets: what the grid shows, as pages to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtGui import QImage

from archive_gui.catalog.project import Project, require_archive
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.errors import ArchiveError
from archive_gui.gui.controllers.browsing import BrowsingController, Scope
from archive_gui.gui.controllers.exports import ExportController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.messages import Messages
from archive_gui.gui.pictures import load_picture
from archive_gui.gui.query_names import query_title
from archive_gui.gui.translation import counted, filled, written
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Example, Side
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.gui.sheet.content import Entry, Sheet
    from archive_gui.gui.sheet.layout import SheetLayout

_BETWEEN = "  \u00b7  "


class SheetController(QObject):
    """Makes contact sheets of the images in the grid, and has them written."""

    def __init__(
        self,
        workspace: Workspace,
        query: QueryController,
        browsing: BrowsingController,
        model: GridModel,
        exports: ExportController,
        runner: JobRunner,
        messages: Messages,
        who_answers: Callable[[], int],
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._query = query
        self._browsing = browsing
        self._model = model
        self._exports = exports
        self._runner = runner
        self._messages = messages
        self._who_answers = who_answers

    def of_shown(self) -> Sheet:
        """A sheet of all that the grid shows, a query's own picture first."""
        records = self._model.records
        entries = [self._entry(record) for record in self._in_order(records)]
        query = self._query.query
        if self._browsing.scope is Scope.RESULTS and query is not None:
            asked = [self._asked(side, example) for side, example in query.examples()]
            entries = [entry for entry in asked if entry is not None] + entries
        count = counted(len(records), self.tr("{n:,} image"), self.tr("{n:,} images"))
        return self._sheet(entries, count)

    def of_images(self, images: Sequence[ImageRecord]) -> Sheet:
        """A sheet of certain images of the grid."""
        entries = [self._entry(record) for record in self._in_order(images)]
        count = counted(len(images), self.tr("{n:,} chosen image"), self.tr("{n:,} chosen images"))
        return self._sheet(entries, count)

    def write(self, sheet: Sheet, file: Path) -> None:
        """Write a sheet as a PDF file on the paper that is usual where the user lives."""
        from archive_gui.gui.sheet.layout import lay_out, paper_of
        from archive_gui.gui.sheet.printer import SheetPrinter

        if not sheet.entries:
            self._messages.info(self.tr("The grid shows no images to put on a contact sheet."))
            return
        paper = paper_of(QLocale.system())
        places = lay_out(sheet, paper)
        printer = SheetPrinter(sheet, places, paper)
        runner, words = self._runner, self.tr("Making the contact sheet")

        def work(project: Project, progress: Progress) -> int:
            from archive_gui.operations.exporting import export_parts

            require_archive(project.archive)
            missed = 0

            def parts() -> Iterator[bytes]:
                nonlocal missed
                for number, entry in enumerate(sheet.entries):
                    progress.check()
                    progress.report(number, len(sheet.entries), words)
                    picture = _picture(entry, places)
                    missed += isinstance(picture, str)
                    yield runner.ask(partial(printer.draw, picture), progress)
                yield runner.ask(printer.finish, progress)

            export_parts(project, file, parts())
            return missed

        self._exports.write(
            work, lambda missed: self._written(sheet, places, file, missed), printer.close
        )

    def _written(self, sheet: Sheet, places: SheetLayout, file: Path, missed: int) -> None:
        count = len(sheet.entries)
        told = filled(
            self.tr("The contact sheet of {pictures} on {pages} is written to {file}."),
            pictures=counted(count, self.tr("{n:,} picture"), self.tr("{n:,} pictures")),
            pages=counted(places.pages, self.tr("{n:,} page"), self.tr("{n:,} pages")),
            file=file,
        )
        if missed:
            told += " " + counted(
                missed,
                self.tr("{n:,} picture could not be read; its place says why."),
                self.tr("{n:,} pictures could not be read; their places say why."),
            )
        self._exports.written(file, count, told, readable=True)

    def _asked(self, side: Side, example: Example) -> Entry | None:
        """A picture that was asked with; None where the archive no longer knows it."""
        from archive_gui.gui.sheet.content import Entry

        words = {
            Side.MORE: self.tr("More like this"),
            Side.LESS: self.tr("Less like this"),
        }.get(side, self.tr("Query"))
        if not isinstance(example.source, int):
            return Entry(example.source, example.name, "", words)
        image = self._workspace.images.get(example.source)
        if image is None:
            return None
        return Entry(self._workspace.file_of(image), example.name, _folder(image), words)

    def _sheet(self, entries: Sequence[Entry], count: str) -> Sheet:
        from archive_gui.gui.sheet.content import Sheet

        active = self._workspace.active
        in_grouping = self._browsing.scope is Scope.GROUPING and active is not None
        archive = self._workspace.require_project().archive
        title, facts = archive.name or str(archive), [count]
        if in_grouping:
            assert active is not None
            facts.insert(0, title)
            title = active.name
        elif self._browsing.scope is Scope.RESULTS:
            facts.insert(0, title)
            name = query_title(self._query.query) if self._query.query is not None else ""
            title = filled(self.tr("Similar to {name}"), name=name)
        report = self._query.report
        model = self._who_answers() if report is None else report.model
        facts.append(
            filled(self.tr("model {n}"), n=model) if model else self.tr("the untrained model")
        )
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        facts.append(today)
        note = active.note if in_grouping and active is not None else ""
        return Sheet(title, _BETWEEN.join(facts), note, tuple(entries))

    def _in_order(self, images: Sequence[ImageRecord]) -> list[ImageRecord]:
        """As in the grid; but a grouping begins with its anchor and ends with its negatives."""
        if self._browsing.scope is not Scope.GROUPING:
            return list(images)
        roles, marks = list(Role), self._model.marks
        return sorted(images, key=lambda image: roles.index(marks.get(image.id, Role.NEGATIVE)))

    def _entry(self, image: ImageRecord) -> Entry:
        from archive_gui.gui.sheet.content import Entry

        model, facts = self._model, ""
        if image.id in model.distances:
            distance = written(model.distances[image.id], ".3f")
            facts = f"{model.ranks.get(image.id, 0)}{_BETWEEN}{distance}"
        return Entry(
            source=self._workspace.file_of(image),
            name=image.path.rsplit("/", 1)[-1],
            folder=_folder(image),
            facts=facts,
            role=model.marks.get(image.id),
        )


def _folder(image: ImageRecord) -> str:
    return image.path.rsplit("/", 1)[0] if "/" in image.path else ""


def _picture(entry: Entry, places: SheetLayout) -> QImage | str:
    """The picture of an entry, or why there is none."""
    try:
        return load_picture(entry.source, max_side=places.pixels, name=entry.name).image
    except ArchiveError as error:
        return str(error)
