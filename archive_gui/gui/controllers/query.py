"""Finding what is alike: queries by an image of the archive, a file, or a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.gui.messages import Messages
from archive_gui.gui.mime import Dropped
from archive_gui.gui.pictures import Picture, load_picture, picture_bytes
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.querying import QueryReport, Searcher
from archive_gui.operations.versions import answering_model
from archive_gui.progress import Progress

PREVIEW_SIDE = 640


@dataclass(frozen=True)
class Query:
    """What was asked: an image of the archive, a file, or the bytes of a picture; and its name."""

    name: str
    image: ImageRecord | None = None
    file: Path | None = None
    data: bytes | None = None


class QueryController(QObject):
    """Asks the searcher in the search lane, which alone uses it.

    Signals:
        started(Query): a search is under way.
        previewed(Picture): the query's own picture is decoded.
        finished(QueryReport): the neighbours are known.
        ended(): the search is over, with or without a result.
        cleared(): there is no query any more.
    """

    started = Signal(object)
    previewed = Signal(object)
    finished = Signal(object)
    ended = Signal()
    cleared = Signal()

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._searcher: Searcher | None = None
        self._wanted = 0
        self._searcher_of: tuple[Project, int] | None = None
        self._job: Job | None = None
        self.query: Query | None = None
        self.report: QueryReport | None = None
        self.count = 50
        workspace.closed.connect(self._forget)

    @property
    def generation(self) -> int:
        """A number that is another one after every change of the images or of what answers."""
        return self._wanted

    def renew(self) -> None:
        """Load the model and the index anew at the next query: they have changed."""
        self._wanted += 1

    def take(self, searcher: Searcher, generation: int) -> None:
        """Answer by a searcher that was made for the `generation` given, unless that is past."""
        project, past = self._workspace.require_project(), generation != self._wanted
        self.renew()
        if past:
            return
        wanted = self._wanted

        def change(progress: Progress) -> None:
            del progress
            self._searcher, self._searcher_of = searcher, (project, wanted)

        self._runner.start(Lane.SEARCH, change)

    def by_image(self, image: ImageRecord) -> None:
        """Find what is like an image of the archive."""
        if image.error is not None or image.missing:
            self._messages.warning(
                self.tr("{path} cannot be read, so nothing like it can be found.").format(
                    path=image.path
                )
            )
            return
        self._ask(Query(image.path.rsplit("/", 1)[-1], image=image))

    def by_file(self, file: Path) -> None:
        """Find what is like an image file from anywhere."""
        self._ask(Query(file.name, file=file))

    def by_part(self, image: ImageRecord, part: QImage) -> None:
        """Find what is like a part of an image of the archive."""
        name = image.path.rsplit("/", 1)[-1]
        self._by_picture(part, self.tr("Part of {name}").format(name=name))

    def by_picture(self, picture: QImage) -> None:
        """Find what is like a pasted or dropped picture."""
        self._by_picture(picture, self.tr("Pasted picture"))

    def _by_picture(self, picture: QImage, name: str) -> None:
        self._require_project(
            lambda: self._runner.start(
                Lane.VIEWING,
                lambda _: picture_bytes(picture),
                lambda data: self._ask(Query(name, data=data)),
            )
        )

    def by_drop(self, dropped: Dropped) -> None:
        """Find what is like whatever somebody dropped or pasted."""
        if dropped.ids:
            image = self._workspace.images.get(dropped.ids[0])
            if image is not None:
                self.by_image(image)
        elif dropped.files:
            self.by_file(dropped.files[0])
        elif dropped.picture is not None:
            self.by_picture(dropped.picture)
        elif dropped.remote:
            self._messages.warning(
                self.tr(
                    "Only the address of the picture arrived, not the picture. Copy the image "
                    "in the browser and paste it here, or save it and drop the file."
                )
            )
        else:
            self._messages.info(self.tr("There is no picture on the clipboard."))

    def set_count(self, count: int) -> None:
        """Show more or fewer neighbours, from now on and of the query that is shown."""
        self.count = count
        if self.query is not None:
            self._search(self.query)

    def again(self) -> None:
        """Ask the same again, of the model that answers now."""
        if self.query is not None:
            self._search(self.query)

    def clear(self) -> None:
        """Have no query any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.query = self.report = None
        self.cleared.emit()

    def _require_project(self, then: Callable[[], object]) -> None:
        if self._workspace.project is None:
            self._messages.info(self.tr("Open a folder of images first, then search in it."))
        else:
            then()

    def _ask(self, query: Query) -> None:
        self._require_project(lambda: self._begin(query))

    def _begin(self, query: Query) -> None:
        self.query, self.report = query, None
        self.started.emit(query)
        source: Path | bytes
        if query.image is not None:
            source = self._workspace.file_of(query.image)
        else:
            source = query.file or query.data or b""
        self._runner.start(
            Lane.VIEWING,
            lambda _: load_picture(source, max_side=PREVIEW_SIDE, name=query.name),
            lambda picture: self._previewed(query, picture),
            failed=lambda _: None,
        )
        self._search(query)

    def _search(self, query: Query) -> None:
        project = self._workspace.require_project()
        if self._job is not None:
            self._job.cancel()
        wanted, count = self._wanted, self.count
        job: Job

        def work(progress: Progress) -> QueryReport:
            searcher = self._searcher_for(project, wanted, progress)
            progress.check()
            if query.image is not None:
                try:
                    return searcher.query_image(query.image.id, k=count)
                except ArchiveError:
                    if query.image.sha256 is None or query.image.error is not None:
                        raise
                # A scan has read it since the searcher was made.
                self._searcher = None
                searcher = self._searcher_for(project, wanted, progress)
                return searcher.query_image(query.image.id, k=count)
            if query.file is not None:
                return searcher.query_file(query.file, k=count)
            return searcher.query_bytes(query.data or b"", query.name, k=count)

        job = self._job = self._runner.start(
            Lane.SEARCH,
            work,
            lambda report: self._found(job, report),
            title=self.tr("Finding similar images"),
            failed=lambda text: self._failed(job, text),
            cancelled=lambda: self._stopped(job),
        )

    def _searcher_for(self, project: Project, wanted: int, progress: Progress) -> Searcher:
        """The searcher for the project as it is now; runs in the search lane only."""
        if self._searcher is None or self._searcher_of != (project, wanted):
            self._searcher = Searcher(project, answering_model(project), progress)
            self._searcher_of = (project, wanted)
        return self._searcher

    def _previewed(self, query: Query, picture: Picture) -> None:
        if self.query is query:
            self.previewed.emit(picture)

    # What a job brings counts only while no later one is in its place.

    def _found(self, job: Job, report: QueryReport) -> None:
        if self._job is job:
            self._job = None
            self.report = report
            self.finished.emit(report)
            self.ended.emit()

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
        self.renew()

        def drop(progress: Progress) -> None:
            del progress
            self._searcher = self._searcher_of = None

        self._runner.start(Lane.SEARCH, drop)
