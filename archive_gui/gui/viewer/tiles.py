"""The tiles of a large page: which are in sight, and those that are kept."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage

SIDE = 512
# The bound of what is kept; a screen of 4K at its least favourable scale takes 160 MB.
CACHE_BYTES = 192 * 2**20
_TILE_BYTES = 4 * SIDE * SIDE


class Tile(NamedTuple):
    """A square of SIDE pixels of the page at 1/2^`level` of its size, counted from the top left."""

    level: int
    column: int
    row: int

    def area(self, page: QSize) -> QRect:
        """The pixels of the page that it shows."""
        side = SIDE << self.level
        square = QRect(self.column * side, self.row * side, side, side)
        return square & QRect(0, 0, page.width(), page.height())


def level_for(scale: float) -> int:
    """The smallest size of a page, as a level, that has a pixel for every one of the screen."""
    return max(0, math.floor(math.log2(1 / scale)))


def tiles_over(seen: QRectF, level: int) -> list[Tile]:
    """The tiles that lie over a part of the page, those in its middle first.

    No more than can be kept at a time.
    """
    side = SIDE << level
    columns = range(math.floor(seen.left() / side), math.ceil(seen.right() / side))
    rows = range(math.floor(seen.top() / side), math.ceil(seen.bottom() / side))
    middle = seen.center() / side

    def distance(tile: Tile) -> float:
        return math.hypot(tile.column + 0.5 - middle.x(), tile.row + 0.5 - middle.y())

    tiles = [Tile(level, column, row) for row in rows for column in columns]
    return sorted(tiles, key=distance)[: CACHE_BYTES // _TILE_BYTES]


def as_stored(area: QRect, page: QSize, turns: int) -> QRect:
    """Where pixels lie before `page` was turned clockwise by so many quarters to its size now."""
    for _ in range(turns % 4):
        # A quarter back: what is on the left was at the bottom.
        area = QRect(area.y(), page.width() - area.x() - area.width(), area.height(), area.width())
        page = page.transposed()
    return area


class TileCache:
    """Tiles of one page, the least recently used ones forgotten first."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._images: OrderedDict[Tile, QImage] = OrderedDict()
        self.bytes = 0

    def put(self, tile: Tile, image: QImage) -> None:
        """Keep a tile; it counts as used now."""
        if (old := self._images.pop(tile, None)) is not None:
            self.bytes -= old.sizeInBytes()
        self._images[tile] = image
        self.bytes += image.sizeInBytes()
        while self.bytes > self._limit and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            self.bytes -= dropped.sizeInBytes()

    def missing(self, tiles: Iterable[Tile]) -> list[Tile]:
        """Those that are not here; the others count as used now."""
        absent = []
        for tile in tiles:
            if tile in self._images:
                self._images.move_to_end(tile)
            else:
                absent.append(tile)
        return absent

    def images(self, level: int) -> Iterator[tuple[Tile, QImage]]:
        """The tiles of a level and of the next coarser one, the coarser ones first."""
        for wanted in (level + 1, level):
            yield from ((tile, image) for tile, image in self._images.items() if tile[0] == wanted)

    def clear(self) -> None:
        """Forget all tiles."""
        self._images.clear()
        self.bytes = 0
