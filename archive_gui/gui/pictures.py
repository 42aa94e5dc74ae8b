"""Decoded images on their way to the screen; for jobs, since decoding takes a while."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from archive_gui.errors import ArchiveError
from archive_gui.imaging.decode import decode


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
    pixels = decoded.image
    image = QImage(
        pixels.tobytes(),
        pixels.width,
        pixels.height,
        3 * pixels.width,
        QImage.Format.Format_RGB888,
    )
    shown = image.convertToFormat(QImage.Format.Format_RGB32)
    return Picture(shown, decoded.width, decoded.height, decoded.format, decoded.pages, page)


def encode_png(image: QImage) -> bytes:
    """The pixels of a pasted or dropped picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The format comes as text although the stubs of PySide6 ask for bytes.
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ArchiveError("The pasted picture cannot be read; save it as a file and drop that.")
    return bytes(buffer.data().data())
