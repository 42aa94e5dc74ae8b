"""What Pillow leaves open in TIFF: pyramids, files that are cut off, unusual sample layouts."""

import math
import struct
from dataclasses import dataclass
from typing import IO

from PIL import ImageFile, TiffImagePlugin

_WIDTH, _HEIGHT, _ORIENTATION = 256, 257, 274
_NEW_SUBFILE, _OLD_SUBFILE, _SUB_IFDS = 254, 255, 330
_STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES = 273, 279, 324, 325
_COMPRESSION, _UNCOMPRESSED = 259, 1
_PLANAR, _BITS = 284, 258
_SEPARATE = 2
# Bits of NewSubfileType; the old tag says 2 for a reduced copy.
_REDUCED, _MASK = 1, 4
_WANTED = {
    *(_WIDTH, _HEIGHT, _ORIENTATION, _NEW_SUBFILE, _OLD_SUBFILE, _SUB_IFDS, _COMPRESSION),
    *(_STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES),
}
# struct letters of the whole-number types: BYTE, SHORT, LONG, IFD, LONG8, IFD8.
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
_MOST_PAGES = 65_536
# Entries and values that are read at most; those of a scan of 100 gigapixels in small tiles are
# fewer. A small file whose directories overlap could name any number of them.
_MOST_VALUES = 20_000_000

_Layout = tuple[int, int, tuple[int, ...], tuple[int, ...]]

# Layouts that Pillow does not know although it can unpack them: (photometric, sample format,
# bits, extra samples) -> (mode, raw mode), which `depth.to_eight_bits` understands. Two samples
# of 16 bits are read as four bytes and half-precision numbers as 16 bits.
_LAYOUTS: dict[_Layout, tuple[str, str]] = {
    (0, 1, (12,), ()): ("I;16", "I;12"),
    (1, 1, (12,), ()): ("I;16", "I;12"),
    (1, 3, (16,), ()): ("I;16", "I;16"),
    **{(1, 1, (16, 16), (extra,)): ("RGBA", "RGBA") for extra in (0, 1, 2)},
}
_LAYOUTS_OF_ORDER: dict[bytes, dict[_Layout, tuple[str, str]]] = {
    b"II": {(0, 1, (32,), ()): ("I", "I;32")},
    b"MM": {
        (0, 1, (16,), ()): ("I;16B", "I;16B"),
        (0, 1, (32,), ()): ("I", "I;32B"),
        (1, 1, (32,), ()): ("I", "I;32B"),
    },
}
# libtiff hands over samples in the machine's byte order; Pillow turns only some of them.
_NATIVE = {
    "I;16BS": "I;16NS",
    "I;32": "I;32N",
    "I;32B": "I;32N",
    "I;32S": "I;32NS",
    "I;32BS": "I;32NS",
    "F;32F": "F;32NF",
    "F;32BF": "F;32NF",
}


@dataclass(frozen=True, slots=True)
class Directory:
    """One picture in a TIFF; `orientation` is None where the file does not give it."""

    offset: int
    width: int
    height: int
    orientation: int | None
    reduced: bool
    mask: bool
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its smaller copies, in any order."""

    main: Directory
    copies: tuple[Directory, ...]

    def level(self, least: tuple[int, int]) -> Directory:
        """The smallest copy of at least that width and height; else the page itself."""
        fitting = [c for c in self.copies if c.width >= least[0] and c.height >= least[1]]
        return min(fitting, key=lambda copy: copy.width, default=self.main)


def register_layouts() -> None:
    """Teach Pillow the sample layouts that it lacks."""
    for order, particular in _LAYOUTS_OF_ORDER.items():
        for (photometric, sample, bits, extra), modes in (_LAYOUTS | particular).items():
            key = (order, photometric, (sample,), 1, bits, extra)
            TiffImagePlugin.OPEN_INFO.setdefault(key, modes)


def read_pages(file: IO[bytes]) -> list[Page]:
    """The pages of a TIFF or BigTIFF, each with the levels of its pyramid.

    Smaller copies may stand after their page or in directories below it. Raises ValueError where
    a directory or the data of a picture would begin behind the end of the file.
    """
    position = file.tell()
    try:
        return _group(_Reader(file))
    finally:
        file.seek(position)


def show(image: ImageFile.ImageFile, directory: Directory) -> None:
    """Make Pillow's image that of any directory, also of one below a page."""
    assert isinstance(image, TiffImagePlugin.TiffImageFile)
    # As Pillow's own get_child_images does; there is no public way.
    image._frame_pos = [directory.offset]
    image._tag_data_limits = image._tag_data_limits[:1]
    image._seek(0)


def mend_samples(image: ImageFile.ImageFile) -> None:
    """Correct how Pillow is about to unpack samples of 16 and 32 bits."""
    assert isinstance(image, TiffImagePlugin.TiffImageFile)
    tiles = image.tile
    if (
        tiles[0].codec_name == "raw"
        and image.tag_v2.get(_PLANAR) == _SEPARATE
        and set(image.tag_v2.get(_BITS, ())) == {16}
        and image.mode in ("RGB", "RGBA", "CMYK")
    ):
        # Pillow's own reader takes deep planes for planes of 8 bits; libtiff does not.
        args = (f"{image.mode};16N", False, image.tag_v2.offset)
        box = (0, 0, *image._tile_size)
        image.tile = [ImageFile._Tile("libtiff", box, 0, args)]
        image.use_load_libtiff = True
    elif tiles[0].codec_name == "libtiff" and isinstance(tiles[0].args, tuple):
        raw, *rest = tiles[0].args
        image.tile = [tiles[0]._replace(args=(_NATIVE.get(raw, raw), *rest))]


def _group(reader: "_Reader") -> list[Page]:
    mains: list[Directory] = []
    copies: list[list[Directory]] = []
    # A small copy may also stand before its page.
    early: list[Directory] = []
    for directory in reader.chain():
        if directory.mask:
            continue
        if not directory.reduced:
            mains.append(directory)
            copies.append([])
        elif mains:
            copies[-1].append(directory)
        else:
            early.append(directory)
    if not mains:
        mains, copies, early = early[:1], [early[1:]], []
    if not mains:
        raise ValueError("no picture")
    copies[0] += early
    pages = []
    for main, beside in zip(mains, copies, strict=True):
        below = [child for offset in main.children if (child := reader.directory(offset)[0])]
        pages.append(Page(main, tuple(c for c in (*beside, *below) if _is_copy(c, main))))
    return pages


def _is_copy(small: Directory, main: Directory) -> bool:
    """Whether a picture has the page's proportions, to a pixel, and is smaller."""
    deviation = abs(small.width * main.height - small.height * main.width)
    return (
        not small.mask
        and small.width < main.width
        and deviation <= math.hypot(main.width, main.height)
    )


class _Reader:
    """Reads the directories of one file; only the tags that tell pages and levels."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = file.seek(0, 2)
        # Each value takes a byte of the file or more.
        self._left = min(_MOST_VALUES, self._size + _MOST_PAGES)
        head = self._read(0, 16)
        self._order = "<" if head[:2] == b"II" else ">"
        self._big = 43 in head[2:4]
        # Struct letters of an offset and of the number of entries; bytes an entry takes.
        self._offset, self._count, self._entry = ("Q", "Q", 20) if self._big else ("I", "H", 12)
        (self._first,) = self._unpack(self._offset, head[8:16] if self._big else head[4:8])

    def chain(self) -> list[Directory]:
        """The directories from the first on; the chain ends at nonsense or where it loops."""
        found: list[Directory] = []
        seen: set[int] = set()
        offset = self._first
        while offset and offset not in seen and len(found) < _MOST_PAGES:
            seen.add(offset)
            directory, offset = self.directory(offset)
            if directory is None:
                break
            found.append(directory)
        return found

    def directory(self, offset: int) -> tuple[Directory | None, int]:
        """The directory at an offset, None when there is none, and where the next one is."""
        prefix = struct.calcsize(self._order + self._count)
        (count,) = self._unpack(self._count, self._read(offset, prefix))
        if not 0 < count <= 4096:
            return None, 0
        self._spend(count)
        width = struct.calcsize(self._order + self._offset)
        block = self._read(offset + prefix, count * self._entry)
        tags = {}
        for start in range(0, len(block), self._entry):
            tag, kind = self._unpack("HH", block[start : start + 4])
            if tag in _WANTED and kind in _NUMBERS:
                tags[tag] = self._values(kind, block[start + 4 : start + self._entry])
        following = self._file.read(width)
        after = self._unpack(self._offset, following)[0] if len(following) == width else 0
        if not all(tags.get(tag) for tag in (_WIDTH, _HEIGHT)):
            return None, 0
        if self._end_of_data(tags) > self._size:
            raise ValueError("the file is shorter than its pictures")
        subfile = tags.get(_NEW_SUBFILE, (0,))[0]
        old = tags.get(_OLD_SUBFILE, (1,))[0]
        found = Directory(
            offset=offset,
            width=tags[_WIDTH][0],
            height=tags[_HEIGHT][0],
            orientation=tags[_ORIENTATION][0] if tags.get(_ORIENTATION) else None,
            reduced=bool(subfile & _REDUCED) or old == 2,
            mask=bool(subfile & _MASK),
            children=tags.get(_SUB_IFDS, ()),
        )
        return found, after

    @staticmethod
    def _end_of_data(tags: dict[int, tuple[int, ...]]) -> int:
        """The least size of a file that holds the data of a picture."""
        offsets = (*tags.get(_STRIPS, ()), *tags.get(_TILES, ()))
        lengths = (*tags.get(_STRIP_BYTES, ()), *tags.get(_TILE_BYTES, ()))
        if tags.get(_COMPRESSION, (_UNCOMPRESSED,))[0] == _UNCOMPRESSED:
            # Some programs give the last strip the length of the others.
            lengths = ()
        ends = (offset + length for offset, length in zip(offsets, lengths, strict=False))
        return max((*ends, *(offset + 1 for offset in offsets)), default=0)

    def _values(self, kind: int, field: bytes) -> tuple[int, ...]:
        width = struct.calcsize(self._order + self._offset)
        (count,) = self._unpack(self._offset, field[:width])
        self._spend(count)
        size = struct.calcsize(f"={_NUMBERS[kind]}") * count
        if size > width:
            here = self._file.tell()
            (offset,) = self._unpack(self._offset, field[width:])
            data = self._read(offset, size)
            self._file.seek(here)
        else:
            data = field[width : width + size]
        return self._unpack(f"{count}{_NUMBERS[kind]}", data)

    def _spend(self, count: int) -> None:
        """Raise ValueError where a file names more than it can hold."""
        self._left -= count
        if self._left < 0:
            raise ValueError("its directories name more than the file holds")

    def _read(self, offset: int, size: int) -> bytes:
        if offset + size > self._size:
            raise ValueError("the file is shorter than its directory says")
        self._file.seek(offset)
        return self._file.read(size)

    def _unpack(self, letters: str, data: bytes) -> tuple[int, ...]:
        return struct.unpack(self._order + letters, data)
