"""Pictures of any number of bits a channel, brought to 8 bits: scaled, never clipped."""

from PIL import Image

_BITS, _EXTRA = 258, 338
_PREMULTIPLIED, _UNSPECIFIED = 1, 0
# Modes of 8 bits or fewer that become something which can be made smaller smoothly.
_SMOOTH = {"1": "L", "P": "RGB", "PA": "RGBA", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB"}
_SMOOTH |= {"YCbCr": "RGB", "HSV": "RGB"}


def to_eight_bits(image: Image.Image) -> Image.Image:
    """The loaded picture with 8 bits a channel, as L, LA, RGB, RGBA, CMYK or LAB.

    Whole numbers are scaled from their full range, 12 bits included. Floating-point values
    from 0 to 1 are taken as such, others are stretched from their least (or 0) to their
    greatest. Colours of 16 bits come from Pillow with their upper 8 bits, which is the same
    to within one step of the 8-bit scale. Transparent colours become an alpha channel.
    """
    bits = tuple(getattr(image, "tag_v2", {}).get(_BITS, ()))
    if image.format == "TIFF" and bits == (16, 16):
        return _grey_and_alpha(image)
    if image.mode.startswith(("I", "F")):
        # Few pictures need NumPy, which takes a process that decodes much of its start to load.
        from archive_gui.imaging.deep_grey import grey_of

        return grey_of(image, bits[0] if bits else 16)
    if "transparency" in image.info and image.mode in ("1", "L", "P", "RGB"):
        return image.convert("RGBA")
    return image.convert(_SMOOTH[image.mode]) if image.mode in _SMOOTH else image


def _grey_and_alpha(image: Image.Image) -> Image.Image:
    """A TIFF of two 16-bit samples, read as four bytes: the upper byte of each."""
    upper = (0, 2) if byte_order(image) == ">" else (1, 3)
    grey, alpha = (image.getchannel(channel) for channel in upper)
    tags = image.tag_v2  # type: ignore[attr-defined]
    extra = tags.get(_EXTRA, (0,))[0]
    if extra == _UNSPECIFIED:
        return grey
    return Image.merge("La" if extra == _PREMULTIPLIED else "LA", [grey, alpha]).convert("LA")


def byte_order(image: Image.Image) -> str:
    """The byte order of samples that were read as they stand; libtiff has turned its own."""
    tags = image.tag_v2  # type: ignore[attr-defined]
    return ">" if tags.prefix == b"MM" and image.info.get("compression") == "raw" else "<"
