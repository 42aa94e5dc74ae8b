"""Grey of more than 8 bits, or of floating-point values, brought to 8 bits."""

from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

from archive_gui.imaging.depth import byte_order

_PHOTOMETRIC, _SAMPLE_FORMAT = 262, 339
_MIN_IS_WHITE, _SIGNED, _FLOAT = 0, 2, 3

_BAND = 256

_Values = np.ndarray[tuple[int, ...], np.dtype[Any]]
_Grey = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def grey_of(image: Image.Image, bits: int) -> Image.Image:
    """A loaded picture of mode I or F, or one of their like, of so many bits, as L or LA."""
    values = np.asarray(image)
    transparent = image.info.get("transparency")
    grey = _scaled(values, image, bits)
    if getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == _MIN_IS_WHITE:
        grey = 255 - grey
    if isinstance(transparent, int):
        alpha = np.where(values == transparent, np.uint8(0), np.uint8(255))
        return Image.merge("LA", [Image.fromarray(grey), Image.fromarray(alpha)])
    return Image.fromarray(grey)


def _scaled(values: _Values, image: Image.Image, bits: int) -> _Grey:
    tags = getattr(image, "tag_v2", {})
    if image.mode == "F":
        return _stretched(values)
    if image.mode.startswith("I;16") and tags.get(_SAMPLE_FORMAT, (1,))[0] == _FLOAT:
        return _stretched(values.astype("<u2").view(f"{byte_order(image)}f2"))
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
