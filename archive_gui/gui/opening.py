"""Opening an archive for the window; it can begin while the window itself is being made."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archive_gui.catalog.locking import ProjectLocked
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.gui.listing import Listing, MarksState, list_first, read_marks
from archive_gui.operations.archive import open_archive
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from archive_gui.imaging.thumbnails import ThumbnailStore

# Seconds after which who waits looks whether it was stopped.
_LOOK = 0.05
# More fit in no window at the size in which thumbnails are shown at first.
_PICTURES = 200


class Opened(NamedTuple):
    """An open project, where its thumbnails come from, its first images, and its marks.

    `pictures` are thumbnails by their digests, those that there was time for, of `side` pixels.
    """

    project: Project
    store: ThumbnailStore
    listing: Listing
    marks: MarksState
    pictures: Mapping[str, QImage] = {}
    side: int = 0

    def close(self) -> None:
        """Close it again, if nobody wants it any more."""
        self.store.close()
        self.project.close()


def open_first(path: Path, *, to_look: bool = False) -> Opened | ProjectLocked:
    """Open a project or a folder of images, as a copy `to_look` at if wanted; for a job.

    Gives what says who has it, where it is in use. Raises ArchiveError when it cannot be opened.
    """
    from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail

    try:
        project = _open_copy(path) if to_look else open_archive(path)
    except ProjectLocked as error:
        return error
    with contextlib.ExitStack() as undone:
        undone.callback(project.close)
        store = ThumbnailStore(project.thumbnails_file)
        undone.callback(store.close)
        marks = read_marks(project)
        listing = list_first(project, marks)
        if (first := next(iter(listing.contents.images), None)) is not None:
            # What decodes thumbnails is loaded with the first of them. That of a damaged store,
            # which is made anew when it is opened, does not keep the archive from being opened.
            with contextlib.suppress(OSError, ValueError, ArchiveError):
                load_thumbnail(store.get(first.sha256 or "") or b"")
        undone.pop_all()
        return Opened(project, store, listing, marks)


def _open_copy(path: Path) -> Project:
    from archive_gui.operations.reading_copies import open_reading_copy

    return open_reading_copy(path)


class Opening:
    """A thread that opens `path`; SQLite looks through a catalog without holding Python up.

    Until somebody waits for it, it goes on to read thumbnails, of `side` pixels, of the images
    that are the first by name; none where `side` is still 0 by then. Who sets it has loaded
    `gui.pictures` before: two threads must not be the first to name classes of Qt.
    """

    def __init__(self, path: Path, *, to_look: bool = False, side: int = 0) -> None:
        self.path = path
        self.side = side
        self._awaited = threading.Event()
        pool = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._opened: Future[Opened | ProjectLocked] = pool.submit(self._open, to_look=to_look)
        pool.shutdown(wait=False)
        self._given_up = False
        self.gone = threading.Event()

    def _open(self, *, to_look: bool) -> Opened | ProjectLocked:
        opened = open_first(self.path, to_look=to_look)
        return opened if isinstance(opened, ProjectLocked) else self._with_pictures(opened)

    def _with_pictures(self, opened: Opened) -> Opened:
        side, pictures = self.side, dict[str, "QImage"]()
        if not side:
            return opened
        from archive_gui.gui.pictures import load_small

        images = iter(opened.listing.contents.images[:_PICTURES])
        # Whatever keeps one from being read now is told when it is read again.
        with contextlib.suppress(Exception):
            while side and not self._awaited.is_set() and (image := next(images, None)):
                digest = image.sha256 or ""
                if not (picture := load_small(opened.store.get(digest), side)).isNull():
                    pictures[digest] = picture
        return opened._replace(pictures=pictures, side=side)

    def result(self, progress: Progress) -> Opened | ProjectLocked:
        """What :func:`open_first` gives or raises; waits for it, or raises Cancelled."""
        self._awaited.set()
        while not self._opened.done():
            progress.check()
            wait([self._opened], _LOOK)
        return self._opened.result()

    def give_up(self) -> None:
        """Close what was opened, or will be, and set `gone`."""
        if not self._given_up:
            self._given_up, gone = True, self.gone
            self._awaited.set()
            self._opened.add_done_callback(lambda opened: _close(opened, gone))


def _close(opened: Future[Opened | ProjectLocked], gone: threading.Event) -> None:
    try:
        if opened.exception() is None and isinstance(outcome := opened.result(), Opened):
            outcome.close()
    finally:
        gone.set()


class Openings:
    """Opens one project after another in jobs, each of which can be stopped at once.

    A folder that does not answer holds up nobody but who opens it again: until what was stopped
    is closed, its project is in use.
    """

    def __init__(self) -> None:
        self._stopped: dict[Path, threading.Event] = {}

    def wait_for(
        self, path: Path, opening: Opening | None, progress: Progress, *, to_look: bool
    ) -> Opened | ProjectLocked:
        """What `opening` gives, begun now where it is None; for a job."""
        gone = self._stopped.get(path)
        while gone is not None and not gone.wait(_LOOK):
            progress.check()
        if opening is None:
            progress.report(0, 0, "")
            opening = Opening(path, to_look=to_look)
        try:
            return opening.result(progress)
        except Cancelled:
            opening.give_up()
            self._stopped[path] = opening.gone
            raise
