"""Bring everything that is derived from the files up to date: the job behind "index"."""

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from archive_gui.catalog.images import (
    Reading,
    altered_ids,
    count_images,
    failed_images,
    images_by_id,
    readable_digests,
    readable_images,
    record_readings,
    unread_images,
)
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.scanner import ScanReport, scan
from archive_gui.imaging.decode import EXTENSIONS
from archive_gui.imaging.fixity import sha256_of
from archive_gui.imaging.thumbnails import ThumbnailStore
from archive_gui.learning.lite import obtain_lite
from archive_gui.operations.cluster import cluster_address, read_on_cluster
from archive_gui.operations.decoding import close_idle
from archive_gui.operations.embedding import NetworkFeatures
from archive_gui.operations.querying import Searcher, forget_deleted
from archive_gui.operations.reading import Listeners, Read, decode_for, read_images
from archive_gui.operations.settling import is_settled, keep_settled
from archive_gui.operations.versions import answering_model, choose_backbone, open_embedder
from archive_gui.progress import Progress
from archive_gui.search.connecting import server_for
from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be indexed, and why."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many images were read for the first time, or once more since their file has changed."""

    added: int = 0
    changed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.added + other.added, self.changed + other.changed)


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing found: `images` are searchable now, the rest is what this run noticed."""

    images: int
    added: int
    changed: int
    missing: int
    failed: tuple[FailedFile, ...]
    seconds: float


def index_archive(
    project: Project,
    *,
    backbone: str | None = None,
    search: str | None = None,
    cluster: str | None = None,
    files: str | None = None,
    passing_over: frozenset[int] = frozenset(),
    progress: Progress | None = None,
    on_walked: Callable[[ScanReport], None] | None = None,
    on_images: Callable[[list[ImageRecord]], None] | None = None,
    on_counts: Callable[[Counts], None] | None = None,
    on_reading: Callable[[int], None] | None = None,
    on_read: Callable[[int], None] | None = None,
) -> IndexReport:
    """Scan the archive, read what is new, and make it searchable by the model that answers.

    `backbone` chooses the project's network from now on; `search` is where the index is (see
    :func:`archive_gui.search.milvus.server_for`). A `cluster` ("ray:ADDRESS") reads the files in
    place of this computer, from where `files` says (see :func:`read_on_cluster`). Each new file
    is read once, those of the image ids `passing_over` not at all. `on_walked` is called from
    this thread as soon as the folder was walked and all images are in the catalog, then
    `on_counts` and `on_images` of each batch that was read and kept; `on_reading` and `on_read`
    (both or none; not of what a cluster reads) with the id of each image before its file is read
    and after, from several threads. A file that cannot be read is reported and retried next time.
    Stopping keeps what was done; the next run goes on there.
    """
    started = time.monotonic()
    progress = progress or Progress()
    # What cannot be is told before hours of work.
    server = server_for(search)
    address = None if cluster is None else cluster_address(cluster)
    if backbone is not None:
        # A network whose weights cannot be had must not become the project's.
        obtain_lite(backbone, progress)
        choose_backbone(project, backbone)
    report = scan(project, EXTENSIONS, sha256_of, progress)
    if on_walked is not None:
        on_walked(report)
    counts = Counts()
    unchanged = not (report.added or report.altered or report.moved or report.missing)
    # What a server holds, only the server knows.
    if server is not None or not unchanged or not is_settled(project):
        with contextlib.closing(ThumbnailStore(project.thumbnails_file)) as store:
            wanted = _to_be_read(project, store, passing_over)
            images = list(wanted.values())
            networks: list[NetworkFeatures] = []
            if address is None:
                listeners = Listeners(on_reading, on_read) if on_reading and on_read else None
                decode = decode_for(image.path for image in images)
                found = read_images(project, images, progress, listeners, decode=decode)
            else:
                networks = open_embedder(project, answering_model(project))[1].networks
                graphs = [each.network(progress) for each in networks]
                found = read_on_cluster(project, images, graphs, address, files, progress)
            try:
                counts = _keep(
                    project, store, wanted, found, progress, on_images, on_counts, networks
                )
            finally:
                # Making searchable what was read takes long, and no file is decoded any more.
                close_idle()
        Searcher(project, answering_model(project), progress, search=search)
        if server is not None:
            forget_deleted(project, server)
        keep_settled(project)
    failed = (*report.unreadable, *failed_images(project))
    return IndexReport(
        images=count_images(project),
        added=counts.added,
        changed=counts.changed,
        missing=report.missing,
        failed=tuple(FailedFile(path, error) for path, error in failed),
        seconds=round(time.monotonic() - started, 3),
    )


def read_one_by_one(
    project: Project,
    images: Sequence[int],
    *,
    progress: Progress,
    on_images: Callable[[list[ImageRecord]], None],
    on_counts: Callable[[Counts], None],
    on_reading: Callable[[int], None],
    on_read: Callable[[int], None],
) -> None:
    """Read the files of these image ids that :func:`index_archive` would read, one after another.

    The folder is to have been walked; what is called is called as by :func:`index_archive`.
    """
    with contextlib.closing(ThumbnailStore(project.thumbnails_file)) as store:
        unread = _to_be_read(project, store, frozenset())
        wanted = {image: unread[image] for image in images if image in unread}
        listeners = Listeners(on_reading, on_read)
        found = read_images(project, list(wanted.values()), progress, listeners, singly=True)
        _keep(project, store, wanted, found, progress, on_images, on_counts)


def _to_be_read(
    project: Project, store: ThumbnailStore, passing_over: frozenset[int]
) -> dict[int, ImageRecord]:
    """What was not read yet, or has lost its thumbnail."""
    wanted = {image.id: image for image in unread_images(project)}
    if lost := store.missing(readable_digests(project)):
        wanted |= {i.id: i for i in readable_images(project) if i.sha256 in lost}
    return {key: image for key, image in wanted.items() if key not in passing_over}


def _keep(
    project: Project,
    store: ThumbnailStore,
    wanted: dict[int, ImageRecord],
    batches: Iterator[list[Read]],
    progress: Progress,
    on_images: Callable[[list[ImageRecord]], None] | None,
    on_counts: Callable[[Counts], None] | None,
    networks: Sequence[NetworkFeatures] = (),
) -> Counts:
    """Keep what reading files gave, as it comes, and count it.

    `networks` are those whose features came with it.
    """
    altered = altered_ids(project)
    counts, done = Counts(), 0
    for found in batches:
        batch = [
            read if read.reading.id in altered else _as_indexed(read, wanted[read.reading.id])
            for read in found
        ]
        store.put_many(
            (read.reading.sha256, read.thumbnail)
            for read in batch
            if read.thumbnail is not None and read.reading.sha256 is not None
        )
        for number, network in enumerate(networks):
            network.keep(
                {
                    read.reading.sha256: read.features[number]
                    for read in batch
                    if read.features and read.reading.sha256 is not None
                }
            )
        record_readings(project, [read.reading for read in batch])
        kept = _counted(batch, wanted)
        counts += kept
        if on_counts is not None:
            on_counts(kept)
        done += len(batch)
        progress.report(done, len(wanted), say("Reading images"))
        if on_images is not None:
            on_images(list(images_by_id(project, [read.reading.id for read in batch]).values()))
    return counts


def _counted(batch: Sequence[Read], wanted: dict[int, ImageRecord]) -> Counts:
    added = changed = 0
    for read in batch:
        before = wanted[read.reading.id]
        if read.reading.error is not None:
            continue
        if before.sha256 is None or before.error is not None:
            added += 1
        elif before.sha256 != read.reading.sha256:
            changed += 1
    return Counts(added, changed)


def _as_indexed(read: Read, image: ImageRecord) -> Read:
    """What reading gave of a file that seems untouched since it was indexed.

    Its digest is evidence: where the content has changed all the same, the digest stays, and the
    file is told as failed.
    """
    digest = read.reading.sha256
    if digest is None or image.sha256 in (None, digest):
        return read
    reason = say(
        "{image} is no longer what was indexed, though its size and date are the same; compare it "
        "with a backup.",
        image=image.path,
    )
    return Read(Reading(image.id, image.sha256, error=reason), None)
