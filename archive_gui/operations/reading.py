"""Reading image files on several threads: digest, properties and thumbnail, each file once."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePath

from archive_gui.catalog.images import Reading
from archive_gui.catalog.project import Project, require_archive
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.decode import LARGE, Decoded, ImageError, decode, one_large
from archive_gui.imaging.fixity import read_file
from archive_gui.imaging.headers import pixels_held
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE, ThumbnailStore, make_thumbnail
from archive_gui.learning.projection import Array
from archive_gui.operations.decoding import AT_ONCE, close_idle, decode_apart
from archive_gui.processes import ProcessEnded, TookTooLong
from archive_gui.progress import Progress
from archive_gui.words import say

# A batch is one transaction and one update of the grid: often enough to look alive, seldom
# enough that synced writes cost little.
_BATCH_SECONDS = 0.3
_AHEAD = 16
# Processes that stay for the pictures that the window is asked for one by one.
_WAITING = 2
# Pillow's decoders of JPEG 2000, AVIF and WebP keep Python's lock, so that threads wait for each
# other. For a few such files no process is worth its start.
_KEEPING_THE_LOCK = {".jp2", ".j2k", ".j2c", ".jpc", ".jpf", ".jpx", ".avif", ".avifs", ".webp"}
_FEW = 32

Decode = Callable[..., Decoded]


@dataclass(frozen=True, slots=True)
class Listeners:
    """Hear the id of each image before its file is read and after, from several threads."""

    on_reading: Callable[[int], None]
    on_read: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading one file gave; no thumbnail when it is no image.

    `features` are those (d,) of each network that looked at it already.
    """

    reading: Reading
    thumbnail: bytes | None
    features: tuple[Array, ...] = ()


def read_images(
    project: Project,
    images: list[ImageRecord],
    progress: Progress,
    listeners: Listeners | None = None,
    *,
    singly: bool = False,
    decode: Decode = decode,
) -> Iterator[list[Read]]:
    """Read the files of images, in order, in batches of what was read in a moment.

    They are decoded by `decode`, on several threads, or one at a time if `singly`. Cancelled is
    raised after the batch of what was read before the stop.
    """

    def read(image: ImageRecord) -> Read:
        # More of them are waiting for a thread than are to be read in a pause.
        progress.wait_while_paused()
        if listeners is None:
            return read_one(project.archive, image.id, image.path, decode)
        listeners.on_reading(image.id)
        found = read_one(project.archive, image.id, image.path, decode)
        listeners.on_read(image.id)
        return found

    if singly:
        return _batches(_read_singly(images, read, progress))
    return _batches(_read_all(images, read, progress))


def restore_thumbnails(
    project: Project, store: ThumbnailStore, images: list[ImageRecord], progress: Progress
) -> None:
    """Make the thumbnails of known images again, whose store was deleted.

    A file that is gone or altered since it was indexed gets none, nor does one that crashes its
    decoder: files are decoded in processes of their own. Raises ArchiveError when the archive
    folder itself is not there.
    """
    require_archive(project.archive)
    known = {image.id: image.sha256 for image in images}
    done = 0
    try:
        for batch in read_images(project, images, progress, decode=_decode_apart_with_room):
            store.put_many(
                (read.reading.sha256, read.thumbnail)
                for read in batch
                if read.thumbnail is not None
                and read.reading.sha256 is not None
                and read.reading.sha256 == known[read.reading.id]
            )
            done += len(batch)
            progress.report(done, len(images), say("Reading images"))
    finally:
        close_idle(_WAITING)


def decode_for(names: Iterable[str]) -> Decode:
    """What decodes files of these names soonest, called from as many threads as there are cores.

    It takes what :func:`archive_gui.imaging.decode.decode` takes, with each file's name, and does
    the same.
    """
    keeping = sum(_keeps_the_lock(name) for name in names)
    return decode if keeping < _FEW else _decode_where_best


def _decode_where_best(source: Path | bytes, *, max_side: int | None = None, name: str) -> Decoded:
    best = _decode_apart_with_room if _keeps_the_lock(name) else decode
    return best(source, max_side=max_side, name=name)


def _decode_apart_with_room(
    source: Path | bytes, *, max_side: int | None = None, name: str
) -> Decoded:
    """Do what :func:`decode_apart` does, with no more large pictures in memory than one.

    Other processes do not wait for each other as threads do. Where the kernel, out of memory, ends
    one all the same, the file may be good, so it is tried once more when others are through.
    """
    if pixels_held(source, max_side) <= LARGE:
        try:
            return decode_apart(source, max_side=max_side, name=name)
        except ImageError as error:
            ended = error.__cause__
            if not isinstance(ended, ProcessEnded) or isinstance(ended, TookTooLong):
                raise
    with one_large:
        return decode_apart(source, max_side=max_side, name=name)


def _keeps_the_lock(name: str) -> bool:
    return PurePath(name).suffix.lower() in _KEEPING_THE_LOCK


def _read_all(
    images: list[ImageRecord], read: Callable[[ImageRecord], Read], progress: Progress
) -> Iterator[Read]:
    """Read files on several threads, in order.

    So many wait for a thread that all are busy while a batch is written to the disk; what is
    waiting takes no memory.
    """
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="read")
    try:
        under_way: deque[Future[Read]] = deque()
        for image in images:
            progress.wait_while_paused()
            if progress.cancelled:
                break
            under_way.append(pool.submit(read, image))
            if len(under_way) > _AHEAD * AT_ONCE:
                yield under_way.popleft().result()
        while under_way:
            following = under_way.popleft()
            if progress.cancelled and following.cancel():
                continue
            yield following.result()
    finally:
        pool.shutdown(cancel_futures=True)
    progress.check()


def _read_singly(
    images: list[ImageRecord], read: Callable[[ImageRecord], Read], progress: Progress
) -> Iterator[Read]:
    for image in images:
        progress.check()
        yield read(image)


def read_one(archive: Path, image: int, path: str, decode: Decode) -> Read:
    """Read the file of an image id, at its `path` in the folder `archive`.

    Raises ArchiveError when the folder itself is not there.
    """
    file = archive / path
    try:
        content = read_file(file)
    except OSError as error:
        # Were it gone, all other files would be told as unreadable, too.
        require_archive(archive)
        reason = say(
            "{image} cannot be read ({why}); check its permissions.",
            image=path,
            why=error.strerror,
        )
        return Read(Reading(image, None, error=reason), None)
    try:
        source = content.data if content.data is not None else file
        decoded = decode(source, max_side=THUMBNAIL_SIDE, name=path)
        thumbnail = make_thumbnail(decoded.image)
    except ArchiveError as error:
        return Read(Reading(image, content.sha256, error=str(error)), None)
    reading = Reading(
        image, content.sha256, decoded.width, decoded.height, decoded.format, decoded.pages
    )
    return Read(reading, thumbnail)


def _batches(items: Iterable[Read]) -> Iterator[list[Read]]:
    batch: list[Read] = []
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
