"""Raw pixels, as a window system hands them over, to the bytes of an image file."""

import io

from PIL import Image


def encode_png(rgba: bytes, width: int, height: int) -> bytes:
    """A PNG file of pixels red, green, blue, alpha, 4 bytes each, row by row without gaps.

    Raises ValueError when `rgba` has another length.
    """
    encoded = io.BytesIO()
    # Speed counts more than size: the file is read once, here.
    Image.frombytes("RGBA", (width, height), rgba).save(encoded, "PNG", compress_level=1)
    return encoded.getvalue()
