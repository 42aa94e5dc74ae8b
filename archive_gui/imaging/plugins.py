"""Pillow made ready for archives: its limits, its plug-ins, what the others' files begin with."""

import contextlib
import functools
import warnings

from PIL import Image, PngImagePlugin

from archive_gui.imaging import tiff

# Only these are tried: Pillow's other plug-ins are for other things, one starts a program.
_FORMATS = (
    *("JPEG", "PNG", "TIFF", "JPEG2000", "WEBP"),
    *("GIF", "BMP", "DIB", "PPM", "HEIF", "AVIF"),
)
_BEGINNINGS = (
    *(b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"RIFF", b"GIF8"),
    *(b"BM", b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP  "),
)


@functools.cache
def formats() -> tuple[str, ...]:
    """The names of the formats that Pillow can read here; the first call sets Pillow up."""
    # Scans of hundreds of megapixels are ordinary; the decoder has a limit of its own.
    Image.MAX_IMAGE_PIXELS = None
    # Blocks this large go back to the system as soon as they are free, those of 16 MB stay.
    Image.core.set_block_size(64 * 1024**2)  # type: ignore[attr-defined]
    # Editing histories in XMP grow beyond the megabyte that is allowed by default.
    PngImagePlugin.MAX_TEXT_CHUNK = 16 * 1024**2
    # What Pillow warns of is either harmless or becomes an error of the decoder.
    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
    tiff.register_layouts()
    with contextlib.suppress(ImportError):
        import pillow_heif

        # An embedded thumbnail may show something else than the picture.
        pillow_heif.register_heif_opener(thumbnails=False)
    Image.init()
    return tuple(kind for kind in _FORMATS if kind in Image.OPEN)


def looks_like_an_image(head: bytes) -> bool:
    """Whether a file that begins so, with 12 bytes or more, means to be of a known format."""
    return head.startswith(_BEGINNINGS) or head[4:8] == b"ftyp"
