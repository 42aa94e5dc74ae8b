"""Pictures of any number of bits a channel, brought to 8 bits: scaled, never clipped."""

from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

_BITS, _PHOTOMETRIC, _SAMPLE_FORMAT, _EXTRA = 258, 262, 339, 338
_MIN_IS_WHITE, _SIGNED, _FLOAT, _PREMULTIPLIED, _UNSPECIFIED = 0, 2, 3, 1, 0
# Modes of 8 bits or fewer that become something which can be made smaller smoothly.
_SMOOTH = {"1": "L", "P": "RGB", "PA": "RGBA", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB"}
_SMOOTH |= {"YCbCr": "RGB", "HSV": "RGB"}

_BAND = 256

_Values = np.ndarray[tuple[int, ...], np.dtype[Any]]
_Grey = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def to_eight_bits(image: Image.Image) -> Image.Image:
    """The loaded picture with 8 bits a channel, as L, LA, RGB, RGBA, CMYK or LAB.

    Whole numbers are scaled from their full range, 12 bits included. Floating-point values
    from 0 to 1 are taken as such, others are stretched from their least (or 0) to their
    greatest. Colours of 16 bits come from Pillow with their upper 8 bits, which is the same
    to within one step of the 8-bit scale. Transparent colours become an alpha channel.
    """
    tags = getattr(image, "tag_v2", {})
    bits = tuple(tags.get(_BITS, ()))
    if image.format == "TIFF" and bits == (16, 16):
        return _grey_and_alpha(image)
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image)
        transparent = image.info.get("transparency")
        grey = _scaled(values, image, bits[0] if bits else 16)
        if tags.get(_PHOTOMETRIC) == _MIN_IS_WHITE:
            grey = 255 - grey
        if isinstance(transparent, int):
            alpha = np.where(values == transparent, np.uint8(0), np.uint8(255))
            return Image.merge("LA", [Image.fromarray(grey), Image.fromarray(alpha)])
        return Image.fromarray(grey)
    if "transparency" in image.info and image.mode in ("1", "L", "P", "RGB"):
        return image.convert("RGBA")
    return image.convert(_SMOOTH[image.mode]) if image.mode in _SMOOTH else image


def _scaled(values: _Values, image: Image.Image, bits: int) -> _Grey:
    tags = getattr(image, "tag_v2", {})
    if image.mode == "F":
        return _stretched(values)
    if image.mode.startswith("I;16") and tags.get(_SAMPLE_FORMAT, (1,))[0] == _FLOAT:
        return _stretched(values.astype("<u2").view(f"{_order(image)}f2"))
    if bits == 32:
        return _upper_byte(values, signed=tags.get(_SAMPLE_FORMAT, (1,))[0] == _SIGNED)
    # Only a TIFF of signed values has mode I and tags; what lies below zero is no light.
    greatest = 2**15 - 1 if tags and image.mode == "I" else 2**bits - 1
    table = np.rint(np.arange(greatest + 1) * (255 / greatest)).astype(np.uint8)
    return _by_bands(values, lambda band: np.take(table, band, mode="clip"))


def _by_bands(values: _Values, convert: Callable[[_Values], _Values]) -> _Grey:
    """Convert a few rows at a time, since what comes in between takes several times the memory."""
    grey = np.empty(values.shape, np.uint8)
    for top in range(0, len(values), _BAND):
        grey[top : top + _BAND] = convert(values[top : top + _BAND])
    return grey


def _grey_and_alpha(image: Image.Image) -> Image.Image:
    """A TIFF of two 16-bit samples, read as four bytes: the upper byte of each."""
    upper = (0, 2) if _order(image) == ">" else (1, 3)
    grey, alpha = (image.getchannel(channel) for channel in upper)
    tags = image.tag_v2  # type: ignore[attr-defined]
    extra = tags.get(_EXTRA, (0,))[0]
    if extra == _UNSPECIFIED:
        return grey
    return Image.merge("La" if extra == _PREMULTIPLIED else "LA", [grey, alpha]).convert("LA")


def _order(image: Image.Image) -> str:
    """The byte order of samples that were read as they stand; libtiff has turned its own."""
    tags = image.tag_v2  # type: ignore[attr-defined]
    return ">" if tags.prefix == b"MM" and image.info.get("compression") == "raw" else "<"


def _stretched(values: _Values) -> _Grey:
    tops = range(0, len(values), _BAND)
    ends = [(band.min(), band.max()) for band in (_finite(values[t : t + _BAND]) for t in tops)]
    low, high = min(0.0, *(float(end[0]) for end in ends)), max(float(end[1]) for end in ends)
    if low == 0 and high <= 1:
        high = 1.0
    scale = np.float32(255 / max(high - low, 1e-30))
    return _by_bands(values, lambda band: np.rint((_finite(band) - np.float32(low)) * scale))


def _finite(values: _Values) -> _Values:
    finite: _Values = np.nan_to_num(values.astype(np.float32), nan=0, posinf=0, neginf=0)
    return finite


def _upper_byte(values: _Values, signed: bool) -> _Grey:
    if signed:
        return _by_bands(values, lambda band: np.maximum(band, 0) >> 23)
    return _by_bands(values.view(np.uint32), lambda band: band >> 24)
