"""How many pixels decoding a file will hold, by its first bytes: no library is asked.

Of the kinds that are decoded in processes of their own, which know nothing of each other.
"""

import struct
from pathlib import Path

from archive_gui.imaging import jpeg2000
from archive_gui.imaging.decode import at_least, fitting
from archive_gui.imaging.fixity import open_file

# Within so many bytes an AVIF tells its sizes; boxes of other kinds may stand before.
_AVIF_BYTES = 1 << 16


def pixels_held(source: Path | bytes, max_side: int | None) -> int:
    """How many pixels decoding a WebP, AVIF or JPEG 2000 with `max_side` holds at once.

    0 for files of other kinds, and where one is damaged or cannot be read.
    """
    try:
        head = source[: jpeg2000.HEADER_BYTES] if isinstance(source, bytes) else _head(source)
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            width, height = _webp_size(head)
        elif head[4:8] == b"ftyp":
            width, height = _avif_size(head[:_AVIF_BYTES])
        elif jpeg2000.is_one(head):
            width, height = _jpeg2000_size(head, max_side)
        else:
            return 0
    except (OSError, struct.error, ValueError, IndexError):
        return 0
    return width * height


def _head(file: Path) -> bytes:
    with open_file(file) as opened:
        return opened.read(jpeg2000.HEADER_BYTES)


def _webp_size(head: bytes) -> tuple[int, int]:
    """The size of the canvas or of the only picture (RFC 9649, 2.5 to 2.7)."""
    match head[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(head[at : at + 3], "little") for at in (24, 27))
            return width + 1, height + 1
        case b"VP8L":
            [bits] = struct.unpack_from("<I", head, 21)
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
    raise ValueError("no picture")


def _avif_size(head: bytes) -> tuple[int, int]:
    """The size of the largest picture in it, the sum of its tiles (ISO 23008-12, 6.5.3)."""
    sizes, at = [(0, 0)], head.find(b"ispe")
    while at >= 0:
        sizes.append(struct.unpack_from(">II", head, at + 8))
        at = head.find(b"ispe", at + 4)
    return max(sizes, key=lambda size: size[0] * size[1])


def _jpeg2000_size(head: bytes, max_side: int | None) -> tuple[int, int]:
    stored = jpeg2000.size_told(head)
    wanted = fitting(stored, max_side)
    return stored if wanted == stored else jpeg2000.reduced(head, stored, at_least(wanted))
