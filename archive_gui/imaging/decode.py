"""The one decoder: any image file to 8-bit sRGB pixels, upright, no larger than asked for."""

import contextlib
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from PIL import Image, ImageFile, UnidentifiedImageError

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging import jpeg2000, plugins, tiff
from archive_gui.imaging.colour import to_srgb
from archive_gui.imaging.depth import to_eight_bits
from archive_gui.imaging.fixity import open_file
from archive_gui.progress import Progress
from archive_gui.words import Sentence, say

EXTENSIONS = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".apng", ".webp", ".gif"),
        *(".tif", ".tiff", ".ptif", ".ptiff", ".btf", ".tf8", ".bmp", ".dib"),
        *(".jp2", ".j2k", ".j2c", ".jpc", ".jpf", ".jpx"),
        *(".heic", ".heics", ".heif", ".heifs", ".hif", ".avif", ".avifs"),
        *(".ppm", ".pgm", ".pbm", ".pnm"),
    }
)
# Pixels that are decoded at most: 4 GB of memory for colours.
MAX_PIXELS = 1_000_000_000
# Above this, pictures are decoded one after the other, lest every thread holds a large one.
LARGE = 100_000_000
_NAMES = {"MPO": "JPEG", "JPEG2000": "JPEG 2000", "WEBP": "WebP", "DIB": "BMP"}
_ORIENTATION, _PROFILE = 274, 34675
# What makes a picture of each EXIF orientation upright; from LYING on, width and height change
# places.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LYING = 5
# A reduced decode stops at so many times the wanted size; Lanczos does the rest. A JPEG's own
# reduction averages well, so less remains to be done: the deviation from a full decode stays
# below that of the thumbnails' own compression.
_GAP, _JPEG_GAP = 2.0, 1.5

_Size = tuple[int, int]

# Held while a picture of more than LARGE pixels is decoded, here or in a process of its own.
one_large = threading.Lock()


class ImageError(ArchiveError):
    """A file that cannot be shown as an image."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page: `image` is RGB in sRGB, upright.

    `width` and `height` are the full size of the page in pixels as it is shown, `format` the
    kind of file ("JPEG", "TIFF", ...), `pages` how many pages or frames the file has.
    """

    image: Image.Image
    width: int
    height: int
    format: str
    pages: int


@dataclass(frozen=True, slots=True)
class LoadedPage:
    """A page of 8 bits a channel in its own colours, lying as it is stored.

    `profile` is its ICC profile, `orientation` the EXIF orientation that it still has to be
    turned by; `width` and `height` are the page's full size once it is upright.
    """

    pixels: Image.Image
    profile: bytes | None
    orientation: int
    width: int
    height: int
    format: str
    pages: int


def decode(
    source: Path | bytes,
    *,
    max_side: int | None = None,
    page: int = 0,
    name: str = "",
    progress: Progress | None = None,
) -> Decoded:
    """Decode one page of an image file, given as a path or as its bytes.

    With `max_side` the picture fits in a square of that many pixels, is never enlarged, and
    as little of the file is decoded as its format allows. `page` counts from 0; reduced copies
    in a TIFF pyramid are no pages. `name` is what an error calls the file, `progress` is only
    asked whether to stop. Safe to call from several threads. Raises ImageError when the file is
    no image, is damaged or cut off, has too many pixels, or has no such page.
    """
    with load_page(source, max_side=max_side, page=page, name=name, progress=progress) as loaded:
        pixels = to_srgb(loaded.pixels, loaded.profile)
        if loaded.orientation in UPRIGHT:
            pixels = pixels.transpose(UPRIGHT[loaded.orientation])
        pixels.info.clear()
        return Decoded(pixels, loaded.width, loaded.height, loaded.format, loaded.pages)


@contextlib.contextmanager
def load_page(
    source: Path | bytes,
    *,
    max_side: int | None = None,
    page: int = 0,
    name: str = "",
    progress: Progress | None = None,
) -> Iterator[LoadedPage]:
    """Load one page as `decode` does, before colours and orientation are brought to order.

    What is raised within the block is told as an error over the file, too.
    """
    name = name or (source.name if isinstance(source, Path) else say("The image"))
    with (
        _errors_told(source, name),
        _opened(source, progress) as file,
        Image.open(file, formats=plugins.formats()) as image,
    ):
        load = _load_tiff if image.format == "TIFF" else _load_other
        with load(image, max_side, page, name) as loaded:
            yield loaded


class _Stoppable(io.BufferedReader):
    """A file that cannot be read any more once somebody has asked the job to stop."""

    def __init__(self, file: IO[bytes], progress: Progress) -> None:
        super().__init__(file)  # type: ignore[arg-type]
        self._progress = progress

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes; raises Cancelled after the job was asked to stop."""
        self._progress.check()
        return super().read(size)


@contextlib.contextmanager
def _opened(source: Path | bytes, progress: Progress | None) -> Iterator[IO[bytes]]:
    if isinstance(source, bytes):
        yield io.BytesIO(source)
        return
    # Never by its path: Pillow would map it into memory, and one that is cut off meanwhile, or
    # whose drive goes away, would end the process.
    with _Stoppable(open_file(source, buffering=0), progress or Progress()) as file:
        yield file


@contextlib.contextmanager
def _errors_told(source: Path | bytes, name: str) -> Iterator[None]:
    """Turn whatever is raised over a file into an ImageError that names it."""
    try:
        yield
    except (ImageError, Cancelled):
        raise
    except UnidentifiedImageError:
        raise ImageError(_why_unidentified(source, name)) from None
    except MemoryError as error:
        raise ImageError(
            say(
                "{image} needs more memory than is free; close other programs and try again.",
                image=name,
            )
        ) from error
    except Exception as error:  # Pillow's plug-ins raise a dozen kinds over damaged files.
        if isinstance(error, OSError) and error.strerror:
            told = say(
                "{image} cannot be read ({why}); check the file.", image=name, why=error.strerror
            )
        else:
            told = say(
                "{image} is damaged or cut off ({why}); copy it again from its source.",
                image=name,
                why=str(error).strip().split("\n")[0][:120] or type(error).__name__,
            )
        raise ImageError(told) from error


def _why_unidentified(source: Path | bytes, name: str) -> Sentence:
    if isinstance(source, bytes):
        head = source[:16]
    else:
        with open_file(source) as file:
            head = file.read(16)
    if not head:
        return say("{image} is empty; copy it again from its source.", image=name)
    if plugins.looks_like_an_image(head):
        return say(
            "{image} is damaged, cut off or of a rare kind; copy it again from its source, or open "
            "it in its own program and save it as TIFF or PNG.",
            image=name,
        )
    return say(
        "{image} is no image of a known format; open it in its own program and save it as TIFF or "
        "PNG.",
        image=name,
    )


@contextlib.contextmanager
def _load_other(
    image: ImageFile.ImageFile, max_side: int | None, page: int, name: str
) -> Iterator[LoadedPage]:
    # The frames of an MPO are a stereo pair or a preview, not pages.
    pages = getattr(image, "n_frames", 1) if image.format != "MPO" else 1
    _check_page(page, pages, name)
    if pages > 1:
        # The first page is the one that the file opens with, which in HEIF can be any.
        first = image.tell()
        image.seek([first, *(number for number in range(pages) if number != first)][page])
    stored = image.size
    profile = image.info.get("icc_profile")
    wanted = fitting(stored, max_side)
    decoded, box = _reduce(image, wanted) if wanted != stored else (stored, None)
    with _room_for(decoded, stored, name):
        loaded: Image.Image = image
        if image.format == "JPEG2000":
            loaded = jpeg2000.load(image)
        else:
            image.load()
        # Not before: to look for it, Pillow decodes a PNG, however large.
        orientation = _orientation(image)
        pixels = _resized(to_eight_bits(loaded), wanted, box)
        yield _loaded(pixels, profile, orientation, stored, image.format or "", pages)


@contextlib.contextmanager
def _load_tiff(
    image: ImageFile.ImageFile, max_side: int | None, page: int, name: str
) -> Iterator[LoadedPage]:
    assert image.fp is not None
    pages = tiff.read_pages(image.fp)
    _check_page(page, len(pages), name)
    main = pages[page].main
    tiff.show(image, main)
    stored = main.width, main.height
    orientation = _orientation(image)
    profile = image.tag_v2.get(_PROFILE)  # type: ignore[attr-defined]
    wanted = fitting(stored, max_side)
    level = pages[page].level(at_least(wanted)) if wanted != stored else main
    if level is not main:
        tiff.show(image, level)
    with _room_for((level.width, level.height), stored, name):
        tiff.mend_samples(image)
        image.load()
        # Pillow has turned what has an orientation of its own; a copy may have none.
        turned = level is main or level.orientation is not None
        lies = turned and orientation >= LYING
        pixels = _resized(to_eight_bits(image), wanted[::-1] if lies else wanted, None)
        if turned:
            stored = stored[::-1] if lies else stored
            orientation = 1
        yield _loaded(pixels, profile, orientation, stored, "TIFF", len(pages))


def _check_page(page: int, pages: int, name: str) -> None:
    if not 0 <= page < pages:
        raise ImageError(
            say(
                "{image} has no page {n}; its last page is {last}.",
                image=name,
                n=page + 1,
                last=pages,
            )
        )


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation from 1 (upright) to 8; 1 where it makes no sense."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # broken EXIF raises anything, and the picture is still good
        return 1
    return value if value in range(1, 9) else 1


def fitting(size: _Size, side: int | None) -> _Size:
    """The size of a picture that is to fit in a square of that side, and not to be enlarged."""
    scale = 1.0 if side is None else min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def at_least(wanted: _Size, gap: float = _GAP) -> _Size:
    """The smallest size of which a wanted one is resampled well."""
    return int(wanted[0] * gap), int(wanted[1] * gap)


def _reduce(
    image: ImageFile.ImageFile, wanted: _Size
) -> tuple[_Size, tuple[float, float, float, float] | None]:
    """Have a file decoded at the smallest size that leaves enough for good resampling.

    Returns the size that takes up memory, and which part of the decoded pixels is the picture
    (its sides need not be whole pixels), None for all of them.
    """
    stored = image.size
    if image.format in ("JPEG", "MPO"):
        drafted = image.draft(image.mode, at_least(wanted, _JPEG_GAP))
        # A progressive JPEG is held in full even so.
        return stored, drafted[1] if drafted else None
    if image.format == "JPEG2000":
        return jpeg2000.reduce(image, at_least(wanted)), None
    return stored, None


@contextlib.contextmanager
def _room_for(decoded: _Size, stored: _Size, name: str) -> Iterator[None]:
    """Keep the memory bounded while a picture of a size is decoded."""
    pixels = decoded[0] * decoded[1]
    if pixels > MAX_PIXELS:
        raise ImageError(
            say(
                "{image} has {width} x {height} pixels, more than can be shown; make a smaller "
                "copy.",
                image=name,
                width=stored[0],
                height=stored[1],
            )
        )
    with one_large if pixels > LARGE else contextlib.nullcontext():
        yield


def _resized(
    image: Image.Image, size: _Size, box: tuple[float, float, float, float] | None
) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=_GAP)


def _loaded(
    pixels: Image.Image,
    profile: bytes | None,
    orientation: int,
    stored: _Size,
    kind: str,
    pages: int,
) -> LoadedPage:
    width, height = stored[::-1] if orientation >= LYING else stored
    return LoadedPage(pixels, profile, orientation, width, height, _NAMES.get(kind, kind), pages)
