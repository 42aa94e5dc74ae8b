"""Opening an archive for the window; it can begin while the window itself is being made."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archive_gui.catalog.locking import ProjectLocked
from archive_gui.catalog.project import Project
from archive_gui.gui.listing import Listing, MarksState, list_first, read_marks
from archive_gui.operations.archive import open_archive

if TYPE_CHECKING:
    from archive_gui.imaging.thumbnails import ThumbnailStore


class Opened(NamedTuple):
    """An open project, where its thumbnails come from, its first images, and its marks."""

    project: Project
    store: ThumbnailStore
    listing: Listing
    marks: MarksState

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
    try:
        store = ThumbnailStore(project.thumbnails_file)
        marks = read_marks(project)
        listing = list_first(project, marks)
        if (first := next(iter(listing.contents.images), None)) is not None:
            # What decodes thumbnails is loaded with the first of them.
            with contextlib.suppress(OSError, ValueError):
                load_thumbnail(store.get(first.sha256 or "") or b"")
        return Opened(project, store, listing, marks)
    except BaseException:
        project.close()
        raise


def _open_copy(path: Path) -> Project:
    from archive_gui.operations.reading_copies import open_reading_copy

    return open_reading_copy(path)


class Opening:
    """A thread that opens `path`; SQLite looks through a catalog without holding Python up."""

    def __init__(self, path: Path) -> None:
        self.path = path
        pool = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._opened: Future[Opened | ProjectLocked] = pool.submit(open_first, path)
        pool.shutdown(wait=False)

    def result(self) -> Opened | ProjectLocked:
        """What :func:`open_first` gives or raises; waits for it."""
        return self._opened.result()

    def give_up(self) -> None:
        """Close what was opened, or will be; for who does not want it after all."""
        self._opened.add_done_callback(_close)


def _close(opened: Future[Opened | ProjectLocked]) -> None:
    if opened.exception() is None and isinstance(outcome := opened.result(), Opened):
        outcome.close()
