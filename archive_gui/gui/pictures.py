"""Decoded images on their way to the screen; for jobs, since decoding takes a while.

Here and in all jobs Qt only copies pixels. Its readers and writers of files make QObjects, and
connecting one can wait for a lock that the GUI thread holds while it waits for Python's: both
then wait for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QImage, QTransform

from archive_gui.errors import ArchiveError
from archive_gui.gui.translation import filled
from archive_gui.imaging.facts import UNKNOWN, Facts
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.imaging.full import FullPicture

# Smaller copies go on to about this size, so that nothing is painted at less than half its size.
_SMALLEST_COPY = 256


@dataclass(frozen=True)
class Picture:
    """One page of an image, ready to paint; `width` and `height` are those of the whole page.

    `smaller` are copies of half the size, a quarter, and so on, where they were asked for.
    """

    image: QImage
    width: int
    height: int
    format: str
    pages: int
    page: int
    smaller: tuple[QImage, ...] = ()
    facts: Facts = UNKNOWN

    @property
    def bytes(self) -> int:
        """The memory that the pixels take."""
        return sum(image.sizeInBytes() for image in (self.image, *self.smaller))


def load_picture(
    source: Path | bytes, *, max_side: int | None = None, page: int = 0, name: str = ""
) -> Picture:
    """Decode a page of an image, at most `max_side` pixels wide and high.

    Raises ArchiveError when it cannot be read as an image.
    """
    from archive_gui.operations.decoding import decode_apart

    decoded = decode_apart(source, max_side=max_side, page=page, name=name)
    shown = to_qimage(decoded.image)
    return Picture(shown, decoded.width, decoded.height, decoded.format, decoded.pages, page)


def load_view(file: Path, *, max_side: int, page: int, name: str, progress: Progress) -> Picture:
    """Decode a page to look at closely: with smaller copies and the facts of its file.

    Raises ArchiveError when it cannot be read as an image.
    """
    from archive_gui.operations.decoding import decode_apart, facts_apart

    try:
        decoded = decode_apart(file, max_side=max_side, page=page, name=name, progress=progress)
    except ArchiveError as error:
        if not file.exists():
            text = QCoreApplication.translate(
                "Viewer", "{name} is no longer where it was; put it back, then press R."
            )
            raise ArchiveError(filled(text, name=name)) from error
        raise
    pixels, smaller = decoded.image, []
    while max(pixels.size) > 2 * _SMALLEST_COPY and min(pixels.size) > 1:
        pixels = pixels.reduce(2)
        smaller.append(to_qimage(pixels))
    return Picture(
        to_qimage(decoded.image),
        decoded.width,
        decoded.height,
        decoded.format,
        decoded.pages,
        page,
        tuple(smaller),
        facts_apart(file, progress),
    )


def cut(full: FullPicture, area: QRect, step: int, turns: int) -> QImage:
    """A rectangle of a page at 1/`step` of its size, turned clockwise by so many quarters."""
    pixels = full.region(area.x(), area.y(), area.width(), area.height(), step)
    return turned(to_qimage(pixels), turns)


def turned(image: QImage, turns: int) -> QImage:
    """The same pixels, turned clockwise by so many quarters."""
    return image if turns == 0 else image.transformed(QTransform().rotate(90 * turns))


def load_small(data: bytes | None, side: int) -> QImage:
    """A stored thumbnail, at most `side` pixels wide and high; a null image when it is none."""
    from archive_gui.imaging.thumbnails import load_thumbnail

    if data is None:
        return QImage()
    try:
        pixels = load_thumbnail(data)
    except (OSError, ValueError):
        return QImage()
    pixels.thumbnail((side, side), reducing_gap=2.0)
    return to_qimage(pixels)


def to_qimage(pixels: Any) -> QImage:
    """An RGB image of the imaging layer, ready to paint."""
    width, height = pixels.size
    image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def picture_bytes(image: QImage) -> bytes:
    """The pixels of a pasted or dropped picture as a PNG file."""
    from archive_gui.imaging.raw import encode_png

    if image.isNull():
        raise ArchiveError("The pasted picture cannot be read; save it as a file and drop that.")
    pixels = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return encode_png(bytes(pixels.constBits()), pixels.width(), pixels.height())
