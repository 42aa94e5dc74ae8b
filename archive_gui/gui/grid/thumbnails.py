"""Thumbnails for the screen: read and decoded off the GUI thread, kept within a bound."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from archive_gui.errors import ArchiveError
from archive_gui.gui.pictures import load_small
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.progress import Progress

_log = logging.getLogger(__name__)

CACHE_BYTES = 128 * 2**20
SMALL_SIDE = 96
_BATCH = 8
_FREED_AT_ONCE = 100
Source = Callable[[str], bytes | None]


class ThumbnailCache(QObject):
    """Pixmaps by the SHA-256 of their files, the least recently used ones forgotten first.

    Signals:
        loaded(set[str]): digests whose thumbnails have just arrived.
        rested(): all that was wanted has arrived.
    """

    loaded = Signal(object)
    rested = Signal()

    def __init__(self, runner: JobRunner, limit: int = CACHE_BYTES) -> None:
        super().__init__()
        self._runner = runner
        self._limit = limit
        self._source: Source | None = None
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._former: list[QPixmap] = []
        self._freeing = QTimer(self, interval=0)
        self._freeing.timeout.connect(self._free_some)
        self._sides: dict[str, int] = {}
        self.bytes = 0
        self._absent: set[str] = set()
        self._lock = Lock()
        self._wanted: list[tuple[str, int]] = []
        self._also: list[tuple[str, int]] = []
        self._jobs = 0

    def set_source(self, source: Source | None) -> None:
        """Take thumbnails from another project's store (None: from nowhere), forget the rest."""
        with self._lock:
            self._source = source
            self._wanted, self._also = [], []
        # Thousands of them at once would stop the window for a moment.
        self._former += self._pixmaps.values()
        self._freeing.start()
        self._pixmaps.clear()
        self._sides.clear()
        self._absent.clear()
        self.bytes = 0

    def take(self, images: Mapping[str, QImage], side: int) -> None:
        """Keep thumbnails that were read already, at most `side` pixels wide and high."""
        for digest, image in images.items():
            self._keep(digest, QPixmap.fromImage(image), side)
        if images:
            self.loaded.emit(set(images))

    def pixmap(self, digest: str | None) -> QPixmap | None:
        """The thumbnail if it is here; it counts as used now."""
        if digest is None or digest not in self._pixmaps:
            return None
        self._pixmaps.move_to_end(digest)
        return self._pixmaps[digest]

    def want(self, digests: Sequence[str], side: int) -> None:
        """Load these next, the first one first, at most `side` pixels wide and high.

        Replaces what was wanted before, so that scrolling on does not wait for what has
        gone out of sight.
        """
        missing = self._missing(digests, side)
        with self._lock:
            self._wanted = missing
        self._pump()
        if not self._jobs:
            self.rested.emit()

    def want_also(self, digests: Sequence[str]) -> None:
        """Load these too, when all that is wanted more is there, in a small size."""
        missing = self._missing(digests, SMALL_SIDE)
        with self._lock:
            self._also = list(dict.fromkeys([*self._also, *missing]))
        self._pump()

    def retry(self, digests: Iterable[str | None]) -> None:
        """Forget that these were absent: the scan has made them now."""
        self._absent.difference_update(digest for digest in digests if digest)

    def _free_some(self) -> None:
        del self._former[-_FREED_AT_ONCE:]
        if not self._former:
            self._freeing.stop()

    def _missing(self, digests: Sequence[str], side: int) -> list[tuple[str, int]]:
        return [
            (digest, side)
            for digest in dict.fromkeys(digests)
            if digest not in self._absent and self._sides.get(digest, 0) < side
        ]

    def _pump(self) -> None:
        source = self._source
        if source is None:
            return
        while (self._wanted or self._also) and self._jobs < Lane.THUMBNAILS.width:
            self._jobs += 1
            self._runner.start(
                Lane.THUMBNAILS,
                lambda progress: self._load(source, progress),
                lambda images: self._arrived(source, images),
                failed=lambda _: self._job_ended(),
                cancelled=self._job_ended,
            )

    def _load(self, source: Source, progress: Progress) -> dict[str, tuple[QImage, int]]:
        with self._lock:
            if source is not self._source:
                # What is wanted now is another archive's.
                return {}
            if not self._wanted:
                self._wanted, self._also = self._also, []
            batch, self._wanted = self._wanted[:_BATCH], self._wanted[_BATCH:]
        images: dict[str, tuple[QImage, int]] = {}
        for digest, side in batch:
            progress.check()
            try:
                images[digest] = (load_small(source(digest), side), side)
            except ArchiveError as error:
                # The others of the batch are wanted all the same.
                _log.warning("%s", error)
                images[digest] = (QImage(), side)
        return images

    def _arrived(self, source: Source, images: dict[str, tuple[QImage, int]]) -> None:
        if source is self._source:
            for digest, (image, side) in images.items():
                if image.isNull():
                    self._absent.add(digest)
                else:
                    self._keep(digest, QPixmap.fromImage(image), side)
            self.loaded.emit(set(images))
        self._job_ended()

    def _job_ended(self) -> None:
        self._jobs -= 1
        self._pump()
        if not self._jobs:
            self.rested.emit()

    def _keep(self, digest: str, pixmap: QPixmap, side: int) -> None:
        old = self._pixmaps.pop(digest, None)
        if old is not None:
            self.bytes -= _size(old)
        self._pixmaps[digest] = pixmap
        self._sides[digest] = side
        self.bytes += _size(pixmap)
        while self.bytes > self._limit and len(self._pixmaps) > 1:
            forgotten, dropped = self._pixmaps.popitem(last=False)
            del self._sides[forgotten]
            self.bytes -= _size(dropped)


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
