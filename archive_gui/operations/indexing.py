"""Bring everything that is derived from the files up to date: the job behind "index"."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from archive_gui.catalog.images import (
    Reading,
    images_by_id,
    list_images,
    readable_images,
    record_readings,
    unread_images,
)
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.scanner import scan
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.decode import EXTENSIONS, decode
from archive_gui.imaging.fixity import read_file, sha256_of
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE, ThumbnailStore, make_thumbnail
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import choose_backbone
from archive_gui.progress import Progress

# A batch is one transaction and one update of the grid: often enough to look alive, seldom
# enough that synced writes cost little.
_BATCH_SECONDS = 0.3
_WORKERS = max(2, os.cpu_count() or 2)


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be indexed, and why."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing found: `images` are searchable now, the rest is what this run noticed."""

    images: int
    added: int
    changed: int
    missing: int
    failed: tuple[FailedFile, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class _Read:
    reading: Reading
    thumbnail: bytes | None


def index_archive(
    project: Project,
    *,
    backbone: str | None = None,
    progress: Progress | None = None,
    on_images: Callable[[list[ImageRecord]], None] | None = None,
) -> IndexReport:
    """Scan the archive, read what is new, and make it searchable by the model in use.

    `backbone` chooses the project's network from now on. Each new file is read once.
    `on_images` is called from this thread: with all images as soon as the folder was walked,
    then with each batch that was read. A file that cannot be read is
    reported and retried next time. Stopping keeps what was done; the next run goes on there.
    """
    started = time.monotonic()
    progress = progress or Progress()
    if backbone is not None:
        choose_backbone(project, backbone)
    report_images = on_images or (lambda images: None)
    report = scan(project, EXTENSIONS, sha256_of, progress)
    report_images(list_images(project))
    store = ThumbnailStore(project.thumbnails_file)
    try:
        added, changed = _read_images(project, store, progress, report_images)
    finally:
        store.close()
    Searcher(project, progress=progress)
    failed = [FailedFile(path, error) for path, error in report.unreadable]
    failed += [FailedFile(i.path, i.error) for i in list_images(project) if i.error is not None]
    return IndexReport(
        images=len(readable_images(project)),
        added=added,
        changed=changed,
        missing=report.missing,
        failed=tuple(failed),
        seconds=round(time.monotonic() - started, 3),
    )


def _read_images(
    project: Project,
    store: ThumbnailStore,
    progress: Progress,
    report_images: Callable[[list[ImageRecord]], None],
) -> tuple[int, int]:
    """Read what was not read yet, or has lost its thumbnail; counts added and changed images."""
    wanted = {image.id: image for image in unread_images(project)}
    readable = readable_images(project)
    lost = store.missing(image.sha256 for image in readable if image.sha256)
    wanted |= {image.id: image for image in readable if image.sha256 in lost}
    added = changed = done = 0
    for batch in _batches(_read_all(project, list(wanted.values()), progress)):
        store.put_many(
            (read.reading.sha256, read.thumbnail)
            for read in batch
            if read.thumbnail is not None and read.reading.sha256 is not None
        )
        record_readings(project, [read.reading for read in batch])
        for read in batch:
            before = wanted[read.reading.id]
            if read.reading.error is not None:
                continue
            if before.sha256 is None or before.error is not None:
                added += 1
            elif before.sha256 != read.reading.sha256:
                changed += 1
        done += len(batch)
        progress.report(done, len(wanted), "Reading images")
        report_images(list(images_by_id(project, [read.reading.id for read in batch]).values()))
    return added, changed


def _read_all(project: Project, images: list[ImageRecord], progress: Progress) -> Iterator[_Read]:
    """Read files on several threads, in order, few at a time so that memory stays bounded."""
    with ThreadPoolExecutor(_WORKERS, thread_name_prefix="read") as pool:
        under_way: deque[Future[_Read]] = deque()
        for image in images:
            if progress.cancelled:
                break
            under_way.append(pool.submit(_read, project, image))
            if len(under_way) > 2 * _WORKERS:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    progress.check()


def _read(project: Project, image: ImageRecord) -> _Read:
    file = project.archive / image.path
    try:
        content = read_file(file)
    except OSError as error:
        reason = f"{image.path} cannot be read ({error.strerror}); check its permissions."
        return _Read(Reading(image.id, None, error=reason), None)
    try:
        source = content.data if content.data is not None else file
        decoded = decode(source, max_side=THUMBNAIL_SIDE, name=image.path)
        thumbnail = make_thumbnail(decoded.image)
    except ArchiveError as error:
        return _Read(Reading(image.id, content.sha256, error=str(error)), None)
    reading = Reading(
        image.id, content.sha256, decoded.width, decoded.height, decoded.format, decoded.pages
    )
    return _Read(reading, thumbnail)


def _batches(items: Iterable[_Read]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    begun = time.monotonic()
    try:
        for item in items:
            batch.append(item)
            if time.monotonic() - begun >= _BATCH_SECONDS:
                yield batch
                batch, begun = [], time.monotonic()
    except Cancelled:
        # What was read before the stop is kept.
        yield batch
        raise
    yield batch
