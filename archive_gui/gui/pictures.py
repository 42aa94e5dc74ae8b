"""Decoded images on their way to the screen; for jobs, since decoding takes a while.

Here and in all jobs Qt only copies pixels. Its readers and writers of files make QObjects, and
connecting one can wait for a lock that the GUI thread holds while it waits for Python's: both
then wait for ever.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from archive_gui.errors import ArchiveError
from archive_gui.imaging.decode import decode
from archive_gui.imaging.raw import encode_png


@dataclass(frozen=True)
class Picture:
    """One page of an image, ready to paint; `width` and `height` are those of the whole page."""

    image: QImage
    width: int
    height: int
    format: str
    pages: int
    page: int


def load_picture(
    source: Path | bytes, *, max_side: int | None = None, page: int = 0, name: str = ""
) -> Picture:
    """Decode a page of an image, at most `max_side` pixels wide and high.

    Raises ArchiveError when it cannot be read as an image.
    """
    decoded = decode(source, max_side=max_side, page=page, name=name)
    shown = to_qimage(decoded.image)
    return Picture(shown, decoded.width, decoded.height, decoded.format, decoded.pages, page)


def to_qimage(pixels: Any) -> QImage:
    """An RGB image of the imaging layer, ready to paint."""
    width, height = pixels.size
    image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def picture_bytes(image: QImage) -> bytes:
    """The pixels of a pasted or dropped picture as a PNG file."""
    if image.isNull():
        raise ArchiveError("The pasted picture cannot be read; save it as a file and drop that.")
    pixels = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return encode_png(bytes(pixels.constBits()), pixels.width(), pixels.height())
