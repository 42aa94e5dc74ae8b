"""The one decoder: any image file to 8-bit sRGB pixels, upright, no larger than asked for."""

import io
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
from PIL import Image, ImageFile, UnidentifiedImageError

from archive_gui.errors import ArchiveError
from archive_gui.imaging.colour import to_eight_bits, to_srgb

EXTENSIONS = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".gif", ".bmp"),
        *(".jp2", ".j2k", ".j2c", ".jpc", ".jpf", ".jpx", ".heic", ".heif", ".hif", ".avif"),
        *(".dib", ".ppm", ".pgm", ".pbm", ".pnm"),
    }
)
MAX_PIXELS = 1_000_000_000
# Only these are tried: Pillow's other plug-ins are for other things, one starts a program.
_FORMATS = (
    *("JPEG", "PNG", "TIFF", "JPEG2000", "WEBP"),
    *("GIF", "BMP", "DIB", "PPM", "HEIF", "AVIF"),
)
_NAMES = {"MPO": "JPEG", "JPEG2000": "JPEG 2000", "WEBP": "WebP", "DIB": "BMP"}
_SUBFILE_TAG, _BITS_TAG, _ORIENTATION_TAG, _PLANAR_TAG = 254, 258, 274, 284
_REDUCED, _SEPARATE = 1, 2
# What makes a picture of each EXIF orientation upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# A reduced decode stops at twice the wanted size; Lanczos does the rest, so that nothing shows.
_GAP = 2.0

Image.init()
pillow_heif.register_heif_opener()
# Scans of hundreds of megapixels are ordinary here; MAX_PIXELS is checked instead.
Image.MAX_IMAGE_PIXELS = None


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


def decode(
    source: Path | bytes, *, max_side: int | None = None, page: int = 0, name: str = ""
) -> Decoded:
    """Decode one page of an image file, given as a path or as its bytes.

    With `max_side` the picture fits in a square of that many pixels, is never enlarged, and
    as little of the file is decoded as its format allows. `page` counts from 0; reduced copies
    in a TIFF pyramid are no pages. `name` is what an error calls the file. Safe to call from
    several threads. Raises ImageError when the file is no image, is damaged or cut off, has
    too many pixels, or has no such page.
    """
    name = name or (source.name if isinstance(source, Path) else "The image")
    try:
        opened = Image.open(
            io.BytesIO(source) if isinstance(source, bytes) else source, formats=_FORMATS
        )
    except UnidentifiedImageError:
        raise ImageError(
            f"{name} is no image of a known format; open it in its own program and save it as "
            "TIFF or PNG."
        ) from None
    except Exception as error:
        raise _unreadable(name, error) from error
    with opened as image:
        try:
            return _decode(image, max_side, page, name)
        except ImageError:
            raise
        except Exception as error:
            # Pillow's plug-ins raise a dozen kinds of errors over damaged files.
            raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> ImageError:
    if isinstance(error, OSError) and error.strerror:
        return ImageError(f"{name} cannot be read ({error.strerror}); check the file.")
    reason = str(error).strip().split("\n")[0][:120] or type(error).__name__
    return ImageError(f"{name} is damaged or cut off ({reason}); copy it again from its source.")


def _decode(image: ImageFile.ImageFile, max_side: int | None, page: int, name: str) -> Decoded:
    kind = _NAMES.get(image.format or "", image.format or "")
    pages = _pages(image)
    if not 0 <= page < len(pages):
        raise ImageError(f"{name} has no page {page + 1}; its last page is {len(pages)}.")
    if len(pages) > 1:
        image.seek(pages[page][0])
    full = image.size
    if full[0] * full[1] > MAX_PIXELS:
        raise ImageError(
            f"{name} has {full[0]} x {full[1]} pixels, more than can be shown; make a smaller copy."
        )
    profile = image.info.get("icc_profile")
    orientation = _orientation(image)
    wanted = _fitting(full, max_side)
    if max_side is not None:
        _reduce(image, pages[page], wanted)
    if image.format == "TIFF":
        _read_deep_planes(image)
    image.load()
    pixels = to_eight_bits(image)
    if pixels.size != wanted:
        pixels = pixels.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=_GAP)
    pixels = to_srgb(pixels, profile)
    if orientation in _UPRIGHT:
        pixels = pixels.transpose(_UPRIGHT[orientation])
    pixels.info.clear()
    width, height = full if orientation < 5 else full[::-1]
    return Decoded(pixels, width, height, kind, len(pages))


def _pages(image: Image.Image) -> list[list[int]]:
    """The frames of each page: the page itself, then its reduced copies in a pyramid."""
    frames = getattr(image, "n_frames", 1) if image.format != "MPO" else 1
    if image.format != "TIFF":
        return [[number] for number in range(frames)]
    pages: list[list[int]] = []
    for number in range(frames):
        image.seek(number)
        if pages and image.tag_v2.get(_SUBFILE_TAG, 0) & _REDUCED:  # type: ignore[attr-defined]
            pages[-1].append(number)
        else:
            pages.append([number])
    image.seek(0)
    return pages


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation from 1 (upright) to 8 that is still to be applied.

    1 where it makes no sense, and for a TIFF, which Pillow turns upright by itself.
    """
    if image.format == "TIFF":
        return 1
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # broken EXIF raises anything, and the picture is still good
        return 1
    return value if value in range(1, 9) else 1


def _fitting(size: tuple[int, int], side: int | None) -> tuple[int, int]:
    scale = 1.0 if side is None else min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _reduce(image: ImageFile.ImageFile, frames: list[int], wanted: tuple[int, int]) -> None:
    """Have the file decoded at the smallest size that still is twice the wanted one."""
    least = int(wanted[0] * _GAP), int(wanted[1] * _GAP)
    if image.format in ("JPEG", "MPO"):
        image.draft(image.mode, least)
    elif image.format == "JPEG2000":
        levels = 0
        while levels < _resolutions(image) and all(
            side >> (levels + 1) >= wished for side, wished in zip(image.size, least, strict=True)
        ):
            levels += 1
        image.reduce = levels  # type: ignore[method-assign,assignment]
    else:
        for frame in reversed(frames[1:]):
            image.seek(frame)
            if image.size[0] >= least[0] and image.size[1] >= least[1]:
                return
        if len(frames) > 1:
            image.seek(frames[0])


def _read_deep_planes(image: ImageFile.ImageFile) -> None:
    """Have the planes of an uncompressed 16-bit TIFF read as such; Pillow takes them for 8 bits."""
    tags = image.tag_v2  # type: ignore[attr-defined]
    if tags.get(_PLANAR_TAG) != _SEPARATE or set(tags.get(_BITS_TAG, ())) != {16}:
        return
    order = ";16B" if tags.prefix == b"MM" else ";16L"
    image.tile = [
        tile._replace(args=(f"{tile.args[0]}{order}", *tile.args[1:]))
        if tile.codec_name == "raw" and isinstance(tile.args, tuple) and len(tile.args[0]) == 1
        else tile
        for tile in image.tile
    ]


def _resolutions(image: ImageFile.ImageFile) -> int:
    """How many times a JPEG 2000 file can be halved while decoding (ISO 15444-1, A.6.1)."""
    assert image.fp is not None
    position = image.fp.tell()
    image.fp.seek(0)
    head = image.fp.read(1 << 20)
    image.fp.seek(position)
    codestream = head.find(b"\xff\x4f\xff\x51")
    style = head.find(b"\xff\x52", codestream)
    return head[style + 9] if 0 <= codestream < style < len(head) - 9 else 0
