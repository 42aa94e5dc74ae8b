"""Opening, scanning and closing an archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archive_gui.catalog.images import count_files
from archive_gui.catalog.locking import ProjectLocked
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.controllers.scan_words import scan_words
from archive_gui.gui.listing import Listing, let_go, list_in_order
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.opening import Opened, Opening, Openings
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.translation import filled, translated
from archive_gui.gui.workers import Job, JobRunner, Lane, without_collecting
from archive_gui.gui.workspace import Workspace
from archive_gui.memory import give_memory_back
from archive_gui.operations.archive import data_folder
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.catalog.scanner import ScanReport
    from archive_gui.imaging.thumbnails import ThumbnailStore
    from archive_gui.operations.indexing import IndexReport


# The first pictures go first, but nothing waits for them longer than so many milliseconds.
FOR_THE_FIRST = 500
# Pictures, results and threads of an archive go when the window comes to it.
_UNTIL_FREED = 1500


class ProjectController(QObject):
    """Opens projects and keeps them in step with their folders.

    `ask_first` is called with what would stop all jobs; the window asks there where that would
    be a loss, and then goes on or not. `make_ready` is called with what makes the window busy; the
    window goes on with it when it has all its parts.

    Signals:
        refused(Path, str): this could not be opened, and why.
        closing(): the archive is about to close; what waits to be written should be now.
        thumbnails_opened(ThumbnailStore | None): where thumbnails come from now.
        thumbnails_read(dict[str, QImage], int): some by their digests, and of how many pixels.
        scan_started(), scan_ended(), scan_finished(IndexReport): `scan_ended` after each scan,
            then `scan_finished` only after a whole one.
    """

    closing = Signal()
    refused = Signal(object, str)
    thumbnails_opened = Signal(object)
    thumbnails_read = Signal(object, int)
    scan_started = Signal()
    scan_finished = Signal(object)
    scan_ended = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._preferences = preferences
        self.ask_first: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        self.make_ready: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        self._thumbnails: ThumbnailStore | None = None
        self._when_idle: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None
        self._ending = False
        self._scan: Job | None = None
        self._openings = Openings()
        self._missing = 0
        self._unsettled = False
        self._freed = QTimer(self, interval=_UNTIL_FREED, singleShot=True)
        self._freed.timeout.connect(self._give_freed_back)
        self._settling = QTimer(self, interval=FOR_THE_FIRST, singleShot=True)
        self._settling.timeout.connect(self.settle)
        runner.idle.connect(self._idle)

    @property
    def scanning(self) -> bool:
        """Whether a scan is under way."""
        return self._scan is not None

    @property
    def leaving(self) -> bool:
        """Whether what is open is about to close, so that nothing long should begin."""
        return self._then is not None or self._ending

    def open(self, path: Path) -> None:
        """Open a project folder or an image folder in the place of what is open now."""
        self._leave(lambda: self._open(path))

    def take(self, opening: Opening) -> None:
        """Open what a thread has begun to open already; nothing else is open yet."""
        self._open(opening.path, opening=opening)

    def open_to_look(self, path: Path) -> None:
        """Open a copy of what others have open, in which nobody can mark."""
        self._leave(lambda: self._open(path, to_look=True))

    def open_sample(self) -> None:
        """Open the sample archive, made first if it is not there."""
        folder = data_folder() / "sample-archive"

        def make(progress: Progress) -> Path:
            from archive_gui.sample import make_sample

            if not folder.is_dir() or not any(folder.iterdir()):
                make_sample(folder, progress=progress)
            return folder

        title = self.tr("Making the sample archive")

        def start() -> None:
            self._runner.start(Lane.SCAN, make, self._open, title=title)

        self._leave(start)

    def reopen(self, path: Path, change: Callable[[], None], done: Callable[[], None]) -> None:
        """Close what is open, have a job make a change of the closed project, and open `path`.

        `path` is opened also where the change cannot be made, and `done` called where it was.
        """

        def not_changed(text: str) -> None:
            self._open(path, lambda: self._messages.error(text))

        def start() -> None:
            self._runner.start(
                Lane.CATALOG,
                lambda _: change(),
                lambda _: self._open(path, done),
                failed=not_changed,
            )

        self._leave(start)

    def close(self) -> None:
        """Close what is open."""
        self._leave(lambda: None)

    def rescan(self) -> None:
        """Bring the catalog up to date with the folder."""
        project = self._workspace.project
        if project is None or self.scanning or self.leaving:
            return

        def work(progress: Progress) -> IndexReport:
            from archive_gui.catalog.interchange.fetched import keep_fetched_metadata
            from archive_gui.operations.indexing_apart import index_apart

            def walked(report: ScanReport) -> None:
                if not report.unchanged:
                    show()

            def show() -> None:
                # Records of a whole archive that came from the process would stall the window.
                with without_collecting():
                    listing = list_in_order(project)
                self._runner.post(lambda: self._found(project, listing))

            def read(images: list[ImageRecord]) -> None:
                self._runner.post(lambda: self._read(project, images))

            report = index_apart(project, progress=progress, on_walked=walked, on_images=read)
            if keep_fetched_metadata(project):
                show()
            return report

        self._scan = self._runner.start(
            Lane.SCAN,
            work,
            self._scanned,
            title=self.tr("Scanning the archive"),
            failed=self._scan_failed,
            cancelled=self._scan_stopped,
        )
        self.scan_started.emit()

    def stop_scan(self) -> None:
        """Stop scanning; what was read stays, and the next scan goes on from there."""
        if self._scan is not None:
            self._scan.cancel()

    def end(self, then: Callable[[], None]) -> None:
        """Close for the end of the program and go on with `then`; nothing is opened any more."""
        self._close_then(then)
        self._ending = True

    def _leave(self, then: Callable[[], None]) -> None:
        if not self._ending:
            self.ask_first(lambda: self._close_then(then))

    def _close_then(self, then: Callable[[], None]) -> None:
        """Stop all jobs, close what is open, and go on with `then`; returns at once.

        Changes of marks that wait for their turn are still made. Who asks for something else
        meanwhile gets that instead, but nothing comes in the place of the program's end.
        """
        if self._ending:
            return
        under_way, self._then = self._then is not None, then
        self._runner.cancel_all(but=frozenset({Lane.CATALOG}))
        self.closing.emit()
        if not under_way:
            self._once_idle(self._keep_the_last)

    def _keep_the_last(self) -> None:
        # What was typed while jobs came to their end waits to be written, too.
        self.closing.emit()
        self._once_idle(self._close)

    def _close(self) -> None:
        project, store = self._workspace.project, self._thumbnails
        self._thumbnails = None
        self.thumbnails_opened.emit(None)
        if project is None:
            self._go_on()
            return
        former = [self._workspace.close()]

        def work(progress: Progress) -> None:
            del progress
            if store is not None:
                store.close()
            project.close()
            let_go(former)

        def closed(nothing: None) -> None:
            if not self._ending:
                self._freed.start()
            self._go_on()

        def not_closed(text: str) -> None:
            self._messages.error(text)
            self._go_on()

        self._runner.start(Lane.CATALOG, work, closed, failed=not_closed)

    def _give_freed_back(self) -> None:
        """Give back what was freed by now, unless another archive has use for it.

        Nobody can take memory meanwhile, and the window would stand still in the midst of opening;
        so it waits until nothing is going on.
        """
        if self._workspace.project is not None or self.leaving:
            return
        if self._runner.jobs:
            self._freed.start()
        else:
            self._runner.start(Lane.SEARCH, lambda _: give_memory_back())

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _once_idle(self, call: Callable[[], None]) -> None:
        if self._runner.jobs:
            self._when_idle = call
        else:
            call()

    def _idle(self) -> None:
        waiting, self._when_idle = self._when_idle, None
        if waiting is not None:
            waiting()

    def _open(
        self,
        path: Path,
        then: Callable[[], None] = lambda: None,
        *,
        to_look: bool = False,
        opening: Opening | None = None,
    ) -> None:
        def work(progress: Progress) -> Opened | ProjectLocked:
            return self._openings.wait_for(path, opening, progress, to_look=to_look)

        def done(outcome: Opened | ProjectLocked) -> None:
            if isinstance(outcome, ProjectLocked):
                self._offer_copy(path, translated(str(outcome)))
            else:
                self._opened(path, then, outcome)

        self._runner.start(
            Lane.CATALOG,
            work,
            done,
            title=filled(self.tr("Opening {name}"), name=path.name),
            failed=lambda text: self.refused.emit(path, text),
            cancelled=None if opening is None else opening.give_up,
        )

    def _offer_copy(self, path: Path, why: str) -> None:
        look = Choice(self.tr("Open read-only"), lambda: self.open_to_look(path))
        self._messages.error(why, look)

    def _opened(self, path: Path, then: Callable[[], None], opened: Opened) -> None:
        self._preferences.add_recent(path)
        self._thumbnails = opened.store
        self.thumbnails_opened.emit(opened.store)
        self.thumbnails_read.emit(opened.pictures, opened.side)
        self._workspace.open(opened.project, opened.listing, opened.marks)
        if opened.project.read_only:
            self._messages.warning(
                self.tr(
                    "This is a copy to look at, of a project that is in use or not writable: you "
                    "can search and export, but not mark, import or train."
                )
            )
        then()
        self._unsettled = True
        if len(opened.listing.contents):
            self._settling.start()
        else:
            self.settle()

    def settle(self) -> None:
        """The first pictures are there: list the rest, and see what has changed in the folder."""
        project = self._workspace.project
        if not self._unsettled or project is None or self.leaving:
            return
        self._unsettled = False
        self._settling.stop()
        self.make_ready(lambda: self._settle(project))

    def _settle(self, project: Project) -> None:
        if self._workspace.project is not project or self.leaving:
            return

        def work(progress: Progress) -> tuple[Listing | None, int]:
            del progress
            # What is asked for once the archive is settled; the window would load it for 40 ms.
            import archive_gui.operations.versions  # noqa: F401

            listing = None
            if more:
                with without_collecting():
                    listing = list_in_order(project)
            else:
                contents.make_columns()
            return listing, count_files(project)[1]

        def done(outcome: tuple[Listing | None, int]) -> None:
            listing, self._missing = outcome
            if listing is not None:
                self._found(project, listing)
            if self._workspace.project is project:
                self._workspace.settle()
                self.rescan()

        contents, more = self._workspace.contents, self._workspace.more
        self._runner.start(Lane.CATALOG, work, done)

    def _found(self, project: Project, listing: Listing) -> None:
        if self._workspace.project is project:
            former = [self._workspace.replace_images(listing)]
            self._runner.start(Lane.VIEWING, lambda _: let_go(former))

    def _read(self, project: Project, images: list[ImageRecord]) -> None:
        if self._workspace.project is project:
            self._workspace.update_images(images)

    def _scanned(self, report: IndexReport) -> None:
        self._scan = None
        told = scan_words(report, self._missing)
        self._missing = report.missing
        if told:
            self._messages.warning(told)
        self.scan_ended.emit()
        self.scan_finished.emit(report)

    def _scan_failed(self, text: str) -> None:
        self._scan = None
        self._messages.error(text, Choice(self.tr("Try again"), self.rescan))
        self.scan_ended.emit()

    def _scan_stopped(self) -> None:
        self._scan = None
        if not self.leaving:
            self._messages.info(
                self.tr("Scanning was stopped; what was read is kept."),
                Choice(self.tr("Go on"), self.rescan),
            )
        self.scan_ended.emit()
