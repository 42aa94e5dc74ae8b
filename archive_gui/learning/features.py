"""The feature store: what a network says of each image, kept by the digest of its file."""

import logging
import secrets
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from archive_gui.catalog.files import sync, write_atomically
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.learning.lite import WORKERS, LiteModel
from archive_gui.learning.projection import Array
from archive_gui.progress import Progress
from archive_gui.words import say

_log = logging.getLogger(__name__)

_DIGEST_BYTES = 32
_BATCH = 64
# So few are looked at before networks for several threads would be ready.
_FEW = 8
# Half precision would move embeddings by 1e-4, and the exported model is to agree within that.
_STORED = np.dtype(np.float32)
# Earlier versions kept half-precision rows and their digests in these. They are derived, large,
# and never read again.
_FORMER = ("features.f16", "digests.bin")

# A scan, a search and a training, which is a process of its own, may fill the same store; one of
# them computes, the rest wait.
_LOCK_NAME, _TURN_SECONDS = "filling", 0.1


class FeatureStore:
    """Features (d,) of images in two files that only grow: float32 rows, and their digests.

    A row counts when both files hold it whole, so that a crash loses at most the last batch.
    Rows are read through a memory map. Safe from several threads. Methods raise ArchiveError when
    the files cannot be read or written.
    """

    def __init__(self, folder: Path, width: int) -> None:
        # An earlier version that opens the folder would take over a file it knows by name, and
        # pair its own rows with these digests.
        self._rows_file, self._digests_file = folder / "features.f32", folder / "digests.f32.bin"
        self._name_file = folder / "name.txt"
        self._width = width
        self._lock = threading.Lock()
        self._places: dict[bytes, int] = {}
        with self._errors_told():
            folder.mkdir(parents=True, exist_ok=True)
            if not self._rows_file.exists():
                # Before there are rows, so that rows that are made anew never have an old name.
                write_atomically(self._name_file, secrets.token_hex(16).encode())
            for file in (self._rows_file, self._digests_file):
                if not file.exists():
                    file.touch()
            self._notice_growth()

    @property
    def name(self) -> str:
        """What no other store is called, nor this one once it was made anew; its rows never change.

        Empty for a store of an earlier version.
        """
        with self._errors_told():
            try:
                return self._name_file.read_text("ascii")
            except (FileNotFoundError, UnicodeDecodeError):
                return ""

    def missing(self, digests: Iterable[str]) -> list[str]:
        """Those of the SHA-256 `digests` that have no features yet, each once, in order."""
        with self._errors_told(), self._lock:
            self._notice_growth()
            return [
                digest
                for digest in dict.fromkeys(digests)
                if bytes.fromhex(digest) not in self._places
            ]

    def read(self, digests: Sequence[str]) -> Array:
        """The features (n, d) float32 of images that are here; KeyError for one that is not."""
        with self._errors_told(), self._lock:
            self._notice_growth()
            places = [self._places[bytes.fromhex(digest)] for digest in digests]
            count = len(self._places)
        if not places:
            return np.empty((0, self._width), np.float32)
        with self._errors_told():
            rows = np.memmap(self._rows_file, _STORED, "r", shape=(count, self._width))
        found: Array = np.asarray(rows[places])
        return found

    def append(self, digests: Sequence[str], features: Array) -> None:
        """Keep the features (n, d) of images that are not here yet."""
        with self._errors_told():
            self._append(digests, features)

    @contextmanager
    def _errors_told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise ArchiveError(
                say(
                    "The features of images in {file} cannot be read or written ({why}); see that "
                    "the disk is not full.",
                    file=self._rows_file,
                    why=error.strerror,
                )
            ) from error

    @contextmanager
    def filling(self, progress: Progress) -> Iterator[None]:
        """Be the only one who fills the store, in this process or another; waits for its turn."""
        lock = FileLock(self._rows_file.with_name(_LOCK_NAME))
        while True:
            progress.check()
            try:
                lock.acquire(timeout=_TURN_SECONDS)
                break
            except Timeout:
                continue
            except OSError as error:
                raise ArchiveError(
                    say(
                        "The folder of features {folder} cannot be written ({why}); see that you "
                        "may write there and the disk is not full.",
                        folder=self._rows_file.parent,
                        why=error.strerror,
                    )
                ) from error
        try:
            yield
        finally:
            lock.release()

    def _append(self, digests: Sequence[str], features: Array) -> None:
        rows = np.ascontiguousarray(features, _STORED)
        with self._lock:
            self._notice_growth()
            self._cut_off_torn_rows()
            with self._rows_file.open("ab") as file:
                self._delete_former()
                file.write(rows.tobytes())
            sync(self._rows_file)
            with self._digests_file.open("ab") as file:
                file.write(b"".join(bytes.fromhex(digest) for digest in digests))
            self._notice_growth()

    def _delete_former(self) -> None:
        for name in _FORMER:
            # Windows refuses while another program has the file open; the next batch tries again.
            with suppress(OSError):
                self._rows_file.with_name(name).unlink(missing_ok=True)

    def _notice_growth(self) -> None:
        """Learn of rows that others appended: another job has its own object on these files."""
        row_bytes = self._width * _STORED.itemsize
        whole = min(
            self._rows_file.stat().st_size // row_bytes,
            self._digests_file.stat().st_size // _DIGEST_BYTES,
        )
        known = len(self._places)
        if whole <= known:
            return
        with self._digests_file.open("rb") as file:
            file.seek(known * _DIGEST_BYTES)
            data = file.read((whole - known) * _DIGEST_BYTES)
        starts = range(0, len(data), _DIGEST_BYTES)
        self._places.update(
            (data[start : start + _DIGEST_BYTES], known + number)
            for number, start in enumerate(starts)
        )

    def _cut_off_torn_rows(self) -> None:
        count = len(self._places)
        row_bytes = self._width * _STORED.itemsize
        for file, size in ((self._rows_file, row_bytes), (self._digests_file, _DIGEST_BYTES)):
            if file.stat().st_size != count * size:
                with file.open("r+b") as opened:
                    opened.truncate(count * size)


def fill_features(
    store: FeatureStore,
    obtain: Callable[[], LiteModel],
    thumbnails: ThumbnailStore,
    digests: Iterable[str],
    progress: Progress,
    text: str,
) -> None:
    """Compute and keep the features of those `digests` that have none yet.

    Each image is taken from its stored thumbnail, never from its file; one without a whole
    thumbnail is left out. `obtain` gives the network and is called only when there is something
    to do. Stopping keeps what was computed.
    """
    wanted = list(digests)
    while not _fill(store, obtain, thumbnails, wanted, progress, text):
        progress.check()


def _fill(
    store: FeatureStore,
    obtain: Callable[[], LiteModel],
    thumbnails: ThumbnailStore,
    wanted: list[str],
    progress: Progress,
    text: str,
) -> bool:
    """Fill until all is done; False when it was paused, so that others need not wait for that."""
    with store.filling(progress):
        missing = store.missing(wanted)
        if not missing:
            return True
        done = 0
        with _looking(obtain(), missing, thumbnails) as found:
            while batch := list(islice(found, _BATCH)):
                # No safe point, which would wait here while it is paused and keep the others
                # waiting.
                if progress.cancelled:
                    raise Cancelled
                if progress.paused:
                    return False
                rows = {digest: row for digest, row in batch if row is not None}
                if rows:
                    store.append(list(rows), np.stack(list(rows.values())))
                done += len(batch)
                progress.report(done, len(missing), text)
        return True


_Row = tuple[str, Array | None]


@contextmanager
def _looking(
    network: LiteModel, digests: Sequence[str], thumbnails: ThumbnailStore
) -> Iterator[Iterator[_Row]]:
    """Each digest with the features of its image, None without a whole thumbnail; in order.

    As many threads as there are processors look at one image each. At the end of the block what
    nobody has begun is let be.
    """

    def look(digest: str) -> _Row:
        data = thumbnails.get(digest)
        if data is None:
            return digest, None
        try:
            pixels = network_input(load_thumbnail(data), network.side)
        except OSError:
            # Pillow's word for a damaged picture; the others are not to suffer from one.
            _log.warning("the thumbnail of %s is damaged", digest)
            return digest, None
        if len(digests) < _FEW:
            return digest, network.features(pixels)
        with network.on_one_thread() as single:
            return digest, single.features(pixels)

    def rows() -> Iterator[_Row]:
        waiting = iter(digests)
        ahead = deque(pool.submit(look, digest) for digest in islice(waiting, _BATCH))
        while ahead:
            ready = ahead.popleft()
            if (following := next(waiting, None)) is not None:
                ahead.append(pool.submit(look, following))
            yield ready.result()

    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="look")
    try:
        yield rows()
    finally:
        pool.shutdown(cancel_futures=True)
