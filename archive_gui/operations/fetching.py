"""The images of a IIIF manifest from its address, as files of an archive of their own."""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from archive_gui.catalog.files import remove_torn, sync, unnamed, write_atomically
from archive_gui.catalog.interchange.fetched import MANIFEST, MARKER, is_fetched
from archive_gui.catalog.interchange.manifests import Canvas, read_manifest, safe_name
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.decode import EXTENSIONS, ImageError
from archive_gui.operations.decoding import decode_apart
from archive_gui.operations.network import Network, NotFetched, host_of
from archive_gui.progress import Progress
from archive_gui.words import say

T = TypeVar("T")

_TOLD = (
    "archive-gui has made this folder for images that it fetches, and writes into it. Keep no\n"
    "originals here.\n"
)
_LOCK = ".fetching.lock"
# Images that are asked for at the same time: more would be rude.
_AT_ONCE = 3
_PATIENCE_SECONDS, _FILE_SECONDS = 20.0, 1200.0
_LOOK_SECONDS = 0.1
_MANIFEST_BYTES, _IMAGE_BYTES = 16_000_000, 1_000_000_000
_MOST_IMAGES = 50_000
# A side of the picture that a fetched file is tried by.
_TRIED_SIDE = 64
_ENDINGS = {
    **{"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "JPEG 2000": ".jp2", "WebP": ".webp"},
    **{"GIF": ".gif", "BMP": ".bmp", "HEIF": ".heic", "AVIF": ".avif", "PPM": ".ppm"},
}


@dataclass(frozen=True, slots=True)
class Unfetched:
    """An image that is not there: the number of its canvas from 1, its address, and why."""

    canvas: int
    address: str
    reason: str


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What has come: `images` of the manifest are there now, `fetched` of them came this time.

    `place` is the folder of the manifest in the archive; `hosts` are those on which `failed` images
    lie and which were not to be asked. Where that is so of the manifest itself, it is the canvas 0.
    """

    name: str
    place: Path
    images: int
    fetched: int
    failed: tuple[Unfetched, ...]
    hosts: tuple[str, ...]


def fetch_manifest(
    address: str,
    folder: Path,
    *,
    also_from: Iterable[str] = (),
    largest: int | None = None,
    archive: Path | None = None,
    progress: Progress | None = None,
    patience: float = _PATIENCE_SECONDS,
) -> FetchReport:
    """Fetch a IIIF manifest and its images into a folder of its own within `folder`.

    Only the host of `address`, and those of `also_from`, are asked. `folder` is new, empty, or one
    that this has made before; in `archive`, which is open, nothing is written unless it is such a
    folder. With `largest`, images have no side of more pixels where their server makes smaller
    ones. `patience` is for how many seconds a server may say nothing. What is there already is not
    fetched again; an image that cannot be had is reported, and stops no other. A file gets its name
    when it was decoded as an image. Stopping keeps what has come. Raises ArchiveError when there
    is no such manifest, or the folder is another one or cannot be written.
    """
    progress = progress or Progress()
    if not host_of(address):
        raise ArchiveError(
            say(
                "“{address}” is no address of a manifest; copy one from a library's page that "
                "begins with https:// or http://.",
                address=address,
            )
        )
    _require_own(folder, archive)
    network = Network([host_of(address), *also_from], patience=patience, seconds=_FILE_SECONDS)
    progress.report(0, 0, say("Fetching the manifest"))
    try:
        content = _read_manifest(network, address, progress)
    except NotFetched as error:
        if error.host:
            itself = Unfetched(0, address, error.reason)
            return FetchReport("", folder, 0, 0, (itself,), (error.host,))
        raise ArchiveError(
            say(
                "The manifest {address} cannot be fetched: {why}; check the address and try again.",
                address=address,
                why=error.reason,
            )
        ) from error
    canvases = read_manifest(content, address)
    if not 0 < len(canvases) <= _MOST_IMAGES:
        raise ArchiveError(
            say(
                "The manifest {address} names {n:,} images; choose one that names from 1 to "
                "{most:,}.",
                address=address,
                n=len(canvases),
                most=_MOST_IMAGES,
            )
        )
    name = next(iter(canvases[0].values.get("Manifest", ())), host_of(address))
    with _told_unwritable(folder), _made(folder):
        place = _place(folder, name, address)
        write_atomically(place / MANIFEST, content)
        work = _Work(network, place, largest)
        try:
            work.fetch(canvases, progress)
        finally:
            sync(place)
    failed = tuple(sorted(work.failed, key=attrgetter("canvas")))
    images = len(canvases) - len(failed)
    return FetchReport(name, place, images, work.fetched, failed, tuple(work.hosts))


class _Work:
    """Fetching the images of one manifest, several at a time."""

    def __init__(self, network: Network, place: Path, largest: int | None) -> None:
        self._network = network
        self._place = place
        self._largest = largest
        self._there = {each.stem for each in place.iterdir() if each.suffix in EXTENSIONS}
        # Trying a file goes on while others wait; it ends when all is over.
        self._trials = Progress()
        self.fetched = 0
        self.failed: list[Unfetched] = []
        self.hosts: dict[str, None] = {}

    def fetch(self, canvases: Sequence[Canvas], progress: Progress) -> None:
        """Fetch those that are not there; what came of it is in the attributes."""
        missing = [canvas for canvas in canvases if canvas.file_name not in self._there]
        there = len(canvases) - len(missing)
        under_way: dict[Future[None], Canvas] = {}

        def collect() -> None:
            done = there + self.fetched + len(self.failed)
            progress.report(done, len(canvases), say("Fetching images"))
            for future in _first_of(under_way, self._network, progress):
                self._take(future, under_way.pop(future))

        with ThreadPoolExecutor(_AT_ONCE, "fetch") as pool:
            try:
                for canvas in missing:
                    progress.check()
                    under_way[pool.submit(self._fetch, canvas)] = canvas
                    if len(under_way) == _AT_ONCE:
                        collect()
                while under_way:
                    collect()
            except BaseException:
                self._network.stop()
                self._trials.cancel()
                raise
        progress.report(len(canvases), len(canvases), say("Fetching images"))

    def _take(self, future: Future[None], canvas: Canvas) -> None:
        try:
            future.result()
            self.fetched += 1
        except NotFetched as error:
            address = next(iter(canvas.requests(self._largest)), "")
            self.failed.append(Unfetched(canvas.number, address, error.reason))
            if error.host:
                self.hosts[error.host] = None

    def _fetch(self, canvas: Canvas) -> None:
        first: NotFetched | None = None
        for address in canvas.requests(self._largest):
            try:
                self._fetch_from(address, canvas.file_name)
                return
            except NotFetched as error:
                first = first or error
                if not error.refused:
                    break
        raise first or NotFetched(say("the manifest names no image of this page"))

    def _fetch_from(self, address: str, name: str) -> None:
        with unnamed(self._place, name) as temporary:
            with temporary.open("wb") as out:
                self._network.fetch(address, out, _IMAGE_BYTES)
            try:
                tried = decode_apart(
                    temporary, max_side=_TRIED_SIDE, name=name, progress=self._trials
                )
            except (ImageError, Cancelled) as error:
                reason = say("what came cannot be shown as an image")
                raise NotFetched(reason, refused=True) from error
            sync(temporary)
            temporary.replace(self._place / f"{name}{_ENDINGS.get(tried.format, '.tif')}")


def _read_manifest(network: Network, address: str, progress: Progress) -> bytes:
    with ThreadPoolExecutor(1, "fetch") as pool:
        try:
            content = pool.submit(network.read, address, _MANIFEST_BYTES)
            _first_of([content], network, progress)
            return content.result()
        except BaseException:
            network.stop()
            raise


def _first_of(
    under_way: Iterable[Future[T]], network: Network, progress: Progress
) -> set[Future[T]]:
    """Wait until some of these are done; raises Cancelled when somebody stops the job."""
    done: set[Future[T]] = set()
    while not done:
        progress.check()
        network.end_overdue()
        done, _ = wait(under_way, _LOOK_SECONDS, FIRST_COMPLETED)
    return done


def _require_own(folder: Path, archive: Path | None) -> None:
    """Raise ArchiveError unless a folder is new, empty, or one of the program's for images."""
    if is_fetched(folder):
        return
    resolved = folder.resolve()
    if archive is not None and resolved.is_relative_to(archive.resolve()):
        raise ArchiveError(
            say(
                "The folder {folder} lies in the archive that is open, in which nothing is ever "
                "written; choose another place.",
                folder=folder,
            )
        )
    with _told_unwritable(folder):
        holds_others = folder.exists() and any(each.name != _LOCK for each in folder.iterdir())
    if holds_others:
        raise ArchiveError(
            say(
                "The folder {folder} holds other things; choose a new or an empty one, or one into "
                "which archive-gui has fetched before.",
                folder=folder,
            )
        )


@contextlib.contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder that shows what it is for, and keep others from writing there meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / _LOCK, timeout=0, thread_local=False):
            if not is_fetched(folder):
                write_atomically(folder / MARKER, _TOLD.encode())
            remove_torn(folder)
            yield
    except Timeout as error:
        raise ArchiveError(
            say("Something else fetches into {folder} now; wait until it is done.", folder=folder)
        ) from error


def _place(folder: Path, name: str, address: str) -> Path:
    """Where the images of a manifest lie: in the same folder every time."""
    # Different works may have the same name.
    digest = hashlib.sha256(address.strip().encode(errors="surrogateescape")).hexdigest()[:8]
    place = next(folder.glob(f"*-{digest}"), folder / f"{safe_name(name) or 'manifest'}-{digest}")
    place.mkdir(exist_ok=True)
    return place


@contextlib.contextmanager
def _told_unwritable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ArchiveError(
            say(
                "Images cannot be written into {folder} ({why}); make room there, or choose "
                "another folder.",
                folder=folder,
                why=error.strerror,
            )
        ) from error
