"""Finding what is alike: queries by images of the archive, files and pictures, and by examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.controllers.answering import Answering
from archive_gui.gui.controllers.history import History, View, Visit
from archive_gui.gui.controllers.previews import Previews, cut_out
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.pictures import picture_bytes
from archive_gui.gui.translation import counted, filled
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Example, Query, Side

if TYPE_CHECKING:
    from archive_gui.gui.mime import Dropped
    from archive_gui.operations.querying import QueryReport, QueryResult, Searcher

# So many are found at once, which costs no more than a few, so that sliders need no new search.
_AT_HAND = 500
# The menu of past queries shows their pictures so large, in pixels.
_THUMBNAIL = 64


class QueryController(QObject):
    """Asks in the search lane, and remembers past queries.

    `count` and `nearest` say how much of what was found is shown: so many, and none farther than
    `nearest` (None for any distance). `view_of` tells where somebody is in the grid.

    Signals:
        started(Query): a search is under way, or a past query comes back.
        finished(QueryReport): the neighbours are known.
        narrowed(): more or fewer of the neighbours at hand are to be shown.
        ended(): the search is over, with or without a result.
        returned(View): a past query is shown again, and was left in this state.
        history_changed(): there are other past queries, or another one is shown.
        cleared(): there is no query any more.
    """

    started = Signal(object)
    finished = Signal(object)
    narrowed = Signal()
    ended = Signal()
    returned = Signal(object)
    history_changed = Signal()
    cleared = Signal()

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._answering = Answering(workspace, runner)
        self._job: Job | None = None
        self.previews = Previews(workspace, runner)
        self.history = History()
        self.query: Query | None = None
        self.report: QueryReport | None = None
        self.count = 50
        self.nearest: float | None = None
        self.view_of: Callable[[], View] = View
        workspace.closed.connect(self._forget)
        self.previews.loaded.connect(self._previewed)

    @property
    def generation(self) -> int:
        """A number that is another one after every change of the images or of what answers."""
        return self._answering.generation

    @property
    def project_folder(self) -> Path | None:
        """The folder of the project that is searched in, None where none is open."""
        return self._workspace.folder

    @property
    def up_to_date(self) -> bool:
        """Whether the results are those of the images and the model as they are now."""
        visit = self.history.current
        return visit is not None and not self._away and visit.generation == self.generation

    @property
    def shown(self) -> tuple[QueryResult, ...]:
        """The neighbours to show: as many and as near as is wanted."""
        found = self.report.results[: self.count] if self.report is not None else ()
        if self.nearest is None:
            return found
        return tuple(result for result in found if result.distance <= self.nearest)

    def renew(self) -> None:
        """Load the model and the index anew at the next query: they have changed."""
        self._answering.renew()

    def take(self, searcher: Searcher, generation: int) -> None:
        """Answer by a searcher that was made for the `generation` given, unless that is past."""
        self._answering.take(searcher, generation)

    # Asking

    def by_image(self, image: ImageRecord) -> None:
        """Find what is like an image of the archive."""
        self.by_images([image])

    def by_images(self, images: Sequence[ImageRecord]) -> None:
        """Find what is like images of the archive together."""
        self._take(self._readable(images), None)

    def by_file(self, file: Path) -> None:
        """Find what is like an image file from anywhere."""
        self.by_files([file])

    def by_files(self, files: Sequence[Path]) -> None:
        """Find what is like image files from anywhere together."""
        self._take([Example(file.name, file) for file in files], None)

    def by_part(self, image: ImageRecord, part: QImage) -> None:
        """Find what is like a part of an image of the archive."""
        self._by_picture(part, self._part_name(_file_name(image)), None)

    def by_part_of(self, example: Example, area: QRectF) -> None:
        """Find what is like a part of a picture that was asked with.

        `area` is given in shares of its width and height. The part is cut out of the picture
        itself, which has more pixels than its preview.
        """
        name = self._part_name(example.name)
        source = self.previews.source_of(example)
        if source is not None:
            self._runner.start(
                Lane.VIEWING,
                lambda _: picture_bytes(cut_out(source, area, example.name)),
                lambda data: self._take([Example(name, data)], None),
            )

    def by_picture(self, picture: QImage) -> None:
        """Find what is like a pasted or dropped picture."""
        self._by_picture(picture, self.tr("Pasted picture"), None)

    def by_drop(self, dropped: Dropped, side: Side | None = None) -> None:
        """Find what is like whatever was dropped or pasted.

        With a `side`, take it as examples of what is more or less like what is looked for.
        """
        if dropped.ids:
            images = self._workspace.images
            self._take(self._readable([images[i] for i in dropped.ids if i in images]), side)
        elif dropped.files:
            self._take([Example(file.name, file) for file in dropped.files], side)
        elif dropped.picture is not None:
            self._by_picture(dropped.picture, self.tr("Pasted picture"), side)
        elif dropped.data:
            self._take([Example(self.tr("Pasted picture"), dropped.data)], side)
        elif dropped.remote:
            self._messages.warning(
                self.tr(
                    "Only the address of the picture arrived, not the picture. Copy the image "
                    "in the browser and paste it here, or save it and drop the file."
                )
            )
        else:
            self._messages.info(self.tr("There is no picture on the clipboard."))

    def refine(self, images: Sequence[ImageRecord], side: Side) -> None:
        """Take images of the archive as examples of what is more, or less, like the query."""
        self._take(self._readable(images), side)

    def take_away(self, example: Example) -> None:
        """Search without one of the examples; without the last picture there is no query."""
        if self.query is None:
            return
        rest = self.query.without([example])
        if rest.pictures:
            self._begin(rest)
        else:
            self.clear()

    def _readable(self, images: Sequence[ImageRecord]) -> list[Example]:
        """Those of the images that can be asked with; the others are told of."""
        unread = [image for image in images if image.error is not None or image.missing]
        if unread:
            gone = unread[0].missing
            text = (
                self.tr("{path} is no longer in the archive folder, so nothing like it is found.")
                if gone
                else self.tr("{path} cannot be read, so nothing like it can be found.")
            )
            self._messages.warning(filled(text, path=unread[0].path))
        return [
            Example(_file_name(image), image.id)
            for image in images
            if image.error is None and not image.missing
        ]

    def _part_name(self, whole: str) -> str:
        return filled(self.tr("Part of {name}"), name=whole)

    def _by_picture(self, picture: QImage, name: str, side: Side | None) -> None:
        if self._has_project():
            self._runner.start(
                Lane.VIEWING,
                lambda _: picture_bytes(picture),
                lambda data: self._take([Example(name, data)], side),
            )

    def _has_project(self) -> bool:
        if self._workspace.project is None:
            self._messages.info(self.tr("Open a folder of images first, then search in it."))
        return self._workspace.project is not None

    def _take(self, examples: Sequence[Example], side: Side | None) -> None:
        """Begin a new query by the examples, or with a `side` go on with the one there is."""
        if not examples or not self._has_project():
            return
        if side is None or self.query is None:
            self._begin(Query(tuple(dict.fromkeys(examples))))
        elif (refined := self.query.refined(examples, side)) != self.query:
            self._begin(refined)

    def _begin(self, query: Query) -> None:
        if self._workspace.is_closing:
            return
        self._keep_view()
        self.query, self.report, self.nearest = query, None, None
        self.previews.load(query)
        self.started.emit(query)
        self._search(query)

    # How much is shown

    def set_count(self, count: int) -> None:
        """Show more or fewer neighbours; search again only where not so many are at hand."""
        self.count = count
        report = self.report
        if report is None:
            return
        self.narrowed.emit()
        if self.query is not None and report.more and len(report.results) < count:
            self._search(self.query)

    def set_nearest(self, distance: float | None) -> None:
        """Show no neighbour that is farther than this, None for any distance."""
        if distance != self.nearest:
            self.nearest = distance
            self.narrowed.emit()

    # Past queries

    def back(self) -> None:
        """Show the query before this one as it was left, or the last one after it was left."""
        self._step(-1)

    def forward(self) -> None:
        """Show the query after this one as it was left."""
        self._step(1)

    def can_step(self, step: int) -> bool:
        """Whether there is a query before (-1) or after (1) what is shown."""
        return self.history.neighbour(step, away=self._away) is not None

    def go_to(self, visit: Visit) -> None:
        """Show a past query as it was left."""
        self._keep_view()
        self._stop()
        self.history.go_to(visit)
        self.query, self.report = visit.query, visit.report
        self.count, self.nearest = visit.count, visit.nearest
        self.previews.load(visit.query)
        self.started.emit(visit.query)
        self.finished.emit(visit.report)
        self.ended.emit()
        self.returned.emit(visit.view)
        self.history_changed.emit()
        if visit.generation != self.generation:
            self._messages.info(
                self.tr("These were found before the images or the model changed."),
                Choice(self.tr("Search again"), self.again),
            )

    @property
    def _away(self) -> bool:
        """Whether something else than the last visit is shown."""
        current = self.history.current
        return current is None or self.query is not current.query

    def _step(self, step: int) -> None:
        visit = self.history.neighbour(step, away=self._away)
        if visit is not None:
            self.go_to(visit)

    def _keep_view(self) -> None:
        visit = self.history.current
        if visit is not None and not self._away and self.report is not None:
            visit.view = self.view_of()
            visit.count, visit.nearest = self.count, self.nearest
            visit.grouping = self._workspace.active.id if self._workspace.active else None

    def _remember(self, query: Query, report: QueryReport) -> None:
        visit = self.history.current
        if visit is not None and visit.query is query:
            visit.report, visit.generation = report, self.generation
        else:
            self.history.add(Visit(query, report, self.generation, self.count, self.nearest))
            self._previewed(query.pictures[0])
        self.history_changed.emit()

    def _previewed(self, example: Example) -> None:
        visit, picture = self.history.current, self.previews.get(example)
        if visit is not None and picture is not None and visit.query.pictures[0] == example:
            visit.thumbnail = picture.scaled(
                _THUMBNAIL,
                _THUMBNAIL,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )

    # Searching

    def again(self) -> None:
        """Ask the same again, of the model that answers now."""
        if self.query is not None:
            self._search(self.query)

    def clear(self) -> None:
        """Have no query any more."""
        self._keep_view()
        self._stop()
        self.query = self.report = self.nearest = None
        self.cleared.emit()
        self.history_changed.emit()

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _search(self, query: Query) -> None:
        if self._workspace.is_closing:
            return
        self._stop()
        job: Job
        job = self._job = self._runner.start(
            Lane.SEARCH,
            self._answering.question(query, max(_AT_HAND, self.count)),
            lambda report: self._found(job, query, report),
            title=self.tr("Finding similar images"),
            failed=lambda text: self._failed(job, text),
            cancelled=lambda: self._stopped(job),
        )

    # What a job brings counts only while no later one is in its place.

    def _found(self, job: Job, query: Query, report: QueryReport) -> None:
        if self._job is not job:
            return
        self._job = None
        if report.left_out:
            query = self.query = query.without([example for example, _ in report.left_out])
            self._tell_left_out(report)
        self.report = report
        self._remember(query, report)
        self.finished.emit(report)
        self.ended.emit()

    def _tell_left_out(self, report: QueryReport) -> None:
        text = report.left_out[0][1]
        if (others := len(report.left_out) - 1) > 0:
            one = self.tr("{n:,} more was left out, too.")
            many = self.tr("{n:,} more were left out, too.")
            text += f" {counted(others, one, many)}"
        self._messages.warning(text)

    def _failed(self, job: Job, text: str) -> None:
        if self._job is job:
            self._job = None
            self._messages.error(text)
            self.ended.emit()

    def _stopped(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self.ended.emit()

    def _forget(self) -> None:
        self.clear()
        self.history.clear()
        self.history_changed.emit()
        self.previews.clear()
        self._answering.forget()


def _file_name(image: ImageRecord) -> str:
    return image.path.rsplit("/", 1)[-1]
