"""JPEG 2000: decoding at a lower resolution, and colours of more than 8 bits."""

import io
import os
import struct
from typing import IO, Any

from PIL import Image, ImageFile

# Markers of the main header (ISO 15444-1, annex A).
_START, _SIZE, _STYLE, _QUANTISATION, _FIRST_TILE = b"\xff\x4f", 0xFF51, 0xFF52, 0xFF5C, 0xFF90
# Settings of single components.
_PARTICULAR = {0xFF53, 0xFF5D}
# The main header stands before any pixels; boxes with profiles and histories may precede it.
HEADER_BYTES = 16 << 20


def use_all_processors() -> None:
    """Have this process decode each file by a thread for each processor from now on.

    With several files at once that would be slower than by one thread each, which OpenJPEG does
    unless it is told otherwise.
    """
    os.environ.setdefault("OPJ_NUM_THREADS", "ALL_CPUS")


def reduce(image: ImageFile.ImageFile, least: tuple[int, int]) -> tuple[int, int]:
    """Have a file decoded at its lowest resolution of at least that size; which it returns."""
    levels = _levels(_head(image), image.size, least)
    image.reduce = levels  # type: ignore[method-assign,assignment]
    return image.size[0] >> levels, image.size[1] >> levels


def is_one(head: bytes) -> bool:
    """Whether a file that begins so is a JPEG 2000, with boxes or without."""
    return head[4:8] == b"jP  " or head[:2] == _START


def size_told(head: bytes) -> tuple[int, int]:
    """The width and height in pixels that a file tells which begins so; ValueError if none."""
    at = _markers(head).get(_SIZE)
    if at is None:
        raise ValueError("no size")
    right, bottom, left, top = struct.unpack_from(">4I", head, at + 6)
    if right <= left or bottom <= top:
        raise ValueError("nothing within")
    return right - left, bottom - top


def reduced(head: bytes, size: tuple[int, int], least: tuple[int, int]) -> tuple[int, int]:
    """What :func:`reduce` returns for a file of a size that begins so."""
    levels = _levels(head, size, least)
    return size[0] >> levels, size[1] >> levels


def _levels(head: bytes, size: tuple[int, int], least: tuple[int, int]) -> int:
    """How often a file can be halved."""
    style = _markers(head).get(_STYLE)
    halvings = head[style + 9] if style is not None else 0
    levels = 0
    while levels < halvings and all(
        side >> (levels + 1) >= wanted for side, wanted in zip(size, least, strict=True)
    ):
        levels += 1
    return levels


def load(image: ImageFile.ImageFile) -> Image.Image:
    """Decode a file; its deeper colours have their highlights.

    Pillow rounds colours of more than 8 bits without a limit, so that what rounds to 256
    becomes 0. Where there is a 0, the file is decoded once more at half the contrast, which
    tells black from white. Files whose components are coded differently stay as they are.
    """
    dimmed = _half_contrast(image)
    levels = image.reduce if isinstance(image.reduce, int) else 0
    _load_reduced(image, levels)
    if dimmed is None or not image.mode.startswith(("L", "RGB")):
        return image
    # Loaded where it is needed, as in `depth`.
    import numpy as np

    values = np.asarray(image)
    if values.all():
        return image
    with Image.open(io.BytesIO(dimmed), formats=["JPEG2000"]) as again:
        _load_reduced(again, levels)
        bright = np.asarray(again) >= 128
    return Image.fromarray(np.where((values == 0) & bright, np.uint8(255), values))


def _load_reduced(image: ImageFile.ImageFile, levels: int) -> None:
    """Decode a file at a resolution that was halved so often.

    Pillow takes a side that is no multiple for rounded, where the standard (ISO 15444-1, B.5) has
    it rounded up, and then finds that the pixels do not fit.
    """
    if levels:
        width, height = (-(-side >> levels) for side in image.size)
        [tile] = image.tile
        assert isinstance(tile.args, tuple)
        kind, _, *others = tile.args
        image._size = width, height
        image.tile = [tile._replace(extents=(0, 0, width, height), args=(kind, levels, *others))]
    ImageFile.ImageFile.load(image)


def _half_contrast(image: ImageFile.ImageFile) -> bytes | None:
    """The file with its header changed so that values span half the range around the middle.

    None where the samples have 8 bits or fewer, or where that cannot be done.
    """
    assert image.fp is not None
    head = _head(image)
    markers = _markers(head)
    if not {_SIZE, _STYLE, _QUANTISATION} <= markers.keys() or _PARTICULAR & markers.keys():
        return None
    size, quantisation = markers[_SIZE], markers[_QUANTISATION]
    components = int.from_bytes(head[size + 38 : size + 40], "big")
    depths = range(size + 40, size + 40 + 3 * components, 3)
    if max(head[depth] & 0x7F for depth in depths) < 8:
        return None
    position = image.fp.tell()
    image.fp.seek(0)
    data = bytearray(image.fp.read())
    image.fp.seek(position)
    reversible = data[markers[_STYLE] + 13] == 1
    if reversible:
        # One bit more of depth moves the middle up and leaves the differences as they are.
        for depth in depths:
            data[depth] += 1
        return bytes(data)
    # Steps of half the size: exponents one higher, guard bits one fewer (equations E-2, E-3).
    length = int.from_bytes(data[quantisation + 2 : quantisation + 4], "big")
    exponents = range(quantisation + 5, quantisation + 2 + length, 2)
    if data[quantisation + 4] >> 5 == 0 or any(data[at] >> 3 == 31 for at in exponents):
        return None
    data[quantisation + 4] -= 1 << 5
    for at in exponents:
        data[at] += 1 << 3
    return bytes(data)


def _head(image: ImageFile.ImageFile) -> bytes:
    file: IO[Any] | None = image.fp
    assert file is not None
    position = file.tell()
    file.seek(0)
    head: bytes = file.read(HEADER_BYTES)
    file.seek(position)
    return head


def _markers(head: bytes) -> dict[int, int]:
    """Where each marker of the main header stands."""
    found: dict[int, int] = {}
    start = head.find(_START + _SIZE.to_bytes(2, "big"))
    at = start + 2
    while start >= 0 and at + 4 <= len(head):
        marker = int.from_bytes(head[at : at + 2], "big")
        if marker == _FIRST_TILE:
            break
        found.setdefault(marker, at)
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return found
