"""Fields of pixels: noise, blur, and the placing of masks."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from archive_gui.sample.curves import Points, moved, turned

Field = npt.NDArray[np.float32]
# Colours (h, w, 3) from 0 to 1.
Pixels = npt.NDArray[np.float32]
# Height and width.
Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a rectangle lies in a picture: middle and size in pixels, angle in degrees."""

    x: float
    y: float
    width: float
    height: float
    angle: float

    def along_sides(self, shape: Shape) -> tuple[Field, Field]:
        """How far every pixel (h, w) lies right of and below the middle, along the sides."""
        y, x = np.ogrid[: shape[0], : shape[1]]
        angle = np.radians(self.angle)
        cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        right, below = (x - self.x).astype(np.float32), (y - self.y).astype(np.float32)
        across: Field = right * cos + below * sin
        down: Field = below * cos - right * sin
        return across, down

    def point(self, points: Points) -> Points:
        """Points (n, 2) in pixels of the picture, given in pixels from the middle."""
        return moved(turned(points, float(np.radians(self.angle))), (self.x, self.y))


def to_field(mask: Image.Image) -> Field:
    """A mask as a field from 0 to 1."""
    field: Field = np.asarray(mask, np.float32) * np.float32(1 / 255)
    return field


def to_mask(field: Field) -> Image.Image:
    """A field from 0 to 1 as a mask."""
    return Image.fromarray((np.clip(field, 0, 1) * 255).astype(np.uint8))


def clouds(rng: np.random.Generator, shape: Shape, cell: float) -> Field:
    """Smooth noise (h, w) of mean 0 and deviation about 0.7, with spots of `cell` pixels."""
    coarse = max(2, round(shape[0] / cell) + 2), max(2, round(shape[1] / cell) + 2)
    noise = Image.fromarray(rng.standard_normal(coarse, np.float32))
    return np.asarray(noise.resize((shape[1], shape[0]), Image.Resampling.BICUBIC))


def grain(rng: np.random.Generator, shape: Shape) -> Field:
    """Noise (h, w) of mean 0 and deviation 1, every pixel by itself."""
    # The sum of two bytes is near enough to a normal deviate, and made in a tenth of the time.
    coins = np.frombuffer(rng.bytes(2 * shape[0] * shape[1]), np.uint8).reshape(2, *shape)
    noise: Field = np.add(coins[0], coins[1], dtype=np.float32)
    noise -= 255
    noise *= np.float32(1 / 104.5)
    return noise


def blurred(field: Field, radius: float) -> Field:
    """A field from 0 to 1, blurred; to 8 bits."""
    mask = to_mask(field)
    # What is much blurred loses nothing by being blurred small.
    factor = int(radius // 2.5)
    if factor < 2:
        return to_field(mask.filter(ImageFilter.GaussianBlur(radius)))
    small = mask.reduce(factor).filter(ImageFilter.GaussianBlur(radius / factor))
    return to_field(small.resize(mask.size, Image.Resampling.BICUBIC))


def placed(mask: Image.Image, place: Placement, shape: Shape) -> Field:
    """A mask laid into a picture of a shape (h, w)."""
    if max(place.width / mask.width, place.height / mask.height) < 1:
        size = max(1, round(place.width)), max(1, round(place.height))
        mask = mask.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    half = np.array([place.width, place.height]) / 2
    corners = place.point(np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half)
    # Only where the mask comes to lie is anything turned.
    left, top = np.clip(np.floor(corners.min(axis=0)), 0, shape[::-1]).astype(int).tolist()
    right, bottom = np.clip(np.ceil(corners.max(axis=0)), 0, shape[::-1]).astype(int).tolist()
    scale_x, scale_y = place.width / mask.width, place.height / mask.height
    cos, sin = np.cos(np.radians(place.angle)), np.sin(np.radians(place.angle))
    x, y = place.x - left, place.y - top
    inverse = (
        *(cos / scale_x, sin / scale_x, mask.width / 2 - (cos * x + sin * y) / scale_x),
        *(-sin / scale_y, cos / scale_y, mask.height / 2 - (cos * y - sin * x) / scale_y),
    )
    window = max(1, right - left), max(1, bottom - top)
    laid = Image.new("L", (shape[1], shape[0]))
    laid.paste(
        mask.transform(window, Image.Transform.AFFINE, inverse, Image.Resampling.BICUBIC),
        (left, top),
    )
    return to_field(laid)


def mixed(under: Pixels, over: npt.ArrayLike, share: Field) -> Pixels:
    """Colours laid over others, where `share` (h, w) from 0 to 1 says."""
    result: Pixels = np.asarray(over, np.float32) - under
    result *= share[..., None]
    result += under
    return result


def sides(shape: Shape) -> tuple[Field, Field]:
    """Down (h, 1) and across (1, w), each from -1 to 1."""
    down = np.linspace(-1, 1, shape[0], dtype=np.float32)
    return down[:, None], np.linspace(-1, 1, shape[1], dtype=np.float32)[None]


def luma(colour: npt.ArrayLike) -> float:
    """How light a colour is, from 0 to 1."""
    return float(np.asarray(colour, float) @ (0.299, 0.587, 0.114))
