"""The details of one page: tiles and parts, cut from all of its pixels in jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage

from archive_gui.gui.pictures import cut
from archive_gui.gui.viewer.tiles import Tile, as_stored
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.imaging.full import FullPicture

# Tiles that are cut before the first of them is shown.
_BATCH = 4
# A part is handed on in no more pixels than this on its longer side.
_PART_SIDE = 2048


@dataclass
class _Page:
    """A page of a file; its pixels are touched in the lane of details only."""

    file: Path
    page: int
    name: str
    scratch: Path
    full: FullPicture | None = None

    def pixels(self, progress: Progress) -> FullPicture:
        """All of its pixels, decoded at the first call."""
        from archive_gui.operations.decoding import decode_full_apart

        if self.full is None:
            self.full = decode_full_apart(
                self.file,
                page=self.page,
                name=self.name,
                scratch=self.scratch,
                progress=progress,
            )
        return self.full

    def close(self) -> None:
        """Forget them."""
        if self.full is not None:
            self.full.close()
            self.full = None


class Details(QObject):
    """Cuts tiles for one canvas; a page is decoded when the first of its tiles is wanted.

    Signals:
        cut(Tile, QImage): a tile is there, turned as asked for.
    """

    cut = Signal(object, QImage)

    def __init__(self, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._page: _Page | None = None
        self._job: Job | None = None
        self._wanted: list[Tile] = []
        self._size = QSize()
        self._turns = 0
        self._broken = False

    def open(self, file: Path, page: int, name: str, scratch: Path) -> None:
        """Be about another page from now on; `scratch` is a folder for large ones."""
        self.close()
        self._page = _Page(file, page, name, scratch)
        self._broken = False

    def close(self) -> None:
        """Forget the page, and stop what is under way for it."""
        self._wanted = []
        if self._job is not None:
            self._job.cancel()
            self._job = None
        page, self._page = self._page, None
        if page is not None:
            self._runner.start(Lane.DETAILS, lambda _: page.close())

    def want(self, tiles: list[Tile], size: QSize, turns: int) -> None:
        """Cut these next, of the page as it has `size` after so many quarter turns.

        Replaces what was wanted before.
        """
        self._wanted, self._size, self._turns = tiles, size, turns
        self._next()

    def cut_part(
        self, area: QRect, size: QSize, turns: int, done: Callable[[QImage], None]
    ) -> None:
        """Have `done` called with a rectangle of the page as it has `size` after its turns."""
        page = self._page
        if page is None:
            return
        stored = as_stored(area, size, turns)
        step = max(1, max(area.width(), area.height()) // _PART_SIDE)
        self._runner.start(
            Lane.DETAILS,
            lambda progress: cut(page.pixels(progress), stored, step, turns),
            done,
            title=self.tr("Cutting out the part"),
        )

    def _next(self) -> None:
        page = self._page
        if page is None or self._job is not None or self._broken or not self._wanted:
            return
        batch, self._wanted = self._wanted[:_BATCH], self._wanted[_BATCH:]
        size, turns = self._size, self._turns

        def work(progress: Progress) -> list[tuple[Tile, QImage]]:
            full = page.pixels(progress)
            images = []
            for tile in batch:
                progress.check()
                area = as_stored(tile.area(size), size, turns)
                images.append((tile, cut(full, area, 1 << tile.level, turns)))
            return images

        self._job = self._runner.start(
            Lane.DETAILS,
            work,
            lambda images: self._arrived(page, turns, images),
            failed=lambda text: self._failed(page, text),
            cancelled=lambda: self._stopped(page),
        )

    def _arrived(self, page: _Page, turns: int, images: list[tuple[Tile, QImage]]) -> None:
        if page is not self._page:
            return
        self._job = None
        if turns == self._turns:
            for tile, image in images:
                self.cut.emit(tile, image)
        self._next()

    def _stopped(self, page: _Page) -> None:
        if page is self._page:
            self._job = None

    def _failed(self, page: _Page, text: str) -> None:
        if page is self._page:
            self._job, self._broken = None, True
            self._runner.failed.emit(text)
