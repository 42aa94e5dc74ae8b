"""Any picture that Pillow reads, brought to 8-bit sRGB on white."""

import functools
import io

import numpy as np
from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_PHOTOMETRIC_TAG, _BITS_TAG = 262, 258
_MIN_IS_WHITE = 0
# The kinds of image that a profile of each colour space describes.
_MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}


def to_eight_bits(image: Image.Image) -> Image.Image:
    """The picture with at most 8 bits a channel: deeper values are scaled, never clipped.

    1-bit pictures become grey, palettes colours, so that they can be made smaller smoothly.
    Modes that come out: L, LA, RGB, RGBA, CMYK, LAB.
    """
    if image.mode.startswith(("I", "F")):
        return Image.fromarray(_scaled(image))
    if "transparency" in image.info and image.mode in ("1", "L", "P", "RGB"):
        return image.convert("RGBA")
    wanted = {"1": "L", "P": "RGB", "PA": "RGBA", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB"}
    wanted |= {"YCbCr": "RGB", "HSV": "RGB"}
    return image.convert(wanted[image.mode]) if image.mode in wanted else image


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The 8-bit picture as RGB in sRGB, transparent parts on white.

    `profile` is the embedded ICC profile. One that is broken, or made for another kind of
    picture, is passed over: a wrong tint is better than no picture.
    """
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    if alpha is not None:
        image = image.convert(image.mode[:-1])
    if image.mode == "LAB" and profile is None:
        image = _apply(image, _lab_transform())
    elif profile is not None:
        transform = _transform(profile, image.mode)
        if transform is not None:
            image = _apply(image, transform)
    image = image.convert("RGB")
    if alpha is not None:
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=alpha)
        image = white
    return image


def _scaled(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Grey values of 16 or 32 bits, or floating point, as 8 bits."""
    values = np.asarray(image)
    tags = getattr(image, "tag_v2", {})
    if image.mode == "F":
        values = np.nan_to_num(values.astype(np.float64), nan=0, posinf=0, neginf=0)
        low, high = min(float(values.min()), 0.0), float(values.max())
        span = 1.0 if low == 0 and 0 < high <= 1 else max(high - low, 1e-12)
        grey = np.rint((values - low) * (255 / span)).astype(np.uint8)
    elif image.mode == "I" and tags.get(_BITS_TAG, (16,))[0] == 32:
        grey = (values.astype(np.int32).view(np.uint32) >> 24).astype(np.uint8)
    elif image.mode == "I" and tags:
        # A TIFF of signed 16-bit values: what lies below zero is no light.
        grey = np.rint(np.clip(values, 0, 32767) * (255 / 32767)).astype(np.uint8)
    else:
        grey = np.rint(np.clip(values.astype(np.int64), 0, 65535) / 257).astype(np.uint8)
    if tags.get(_PHOTOMETRIC_TAG) == _MIN_IS_WHITE:
        grey = 255 - grey
    return np.ascontiguousarray(grey)


def _apply(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    converted = ImageCms.applyTransform(image, transform)
    return image if converted is None else converted


@functools.lru_cache(maxsize=64)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    try:
        opened = ImageCms.getOpenProfile(io.BytesIO(profile))
        if _MODES.get(opened.profile.xcolor_space) != mode:
            return None
        return ImageCms.buildTransform(
            opened,
            _SRGB,
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


@functools.lru_cache(maxsize=1)
def _lab_transform() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")
