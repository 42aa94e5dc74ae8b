"""Drawing of masks in units of the motif, at twice the size, and curves to draw."""

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

Points = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]

# Pixels of a plate's shorter side from -1 to 1, and how much larger it is drawn.
SIDE = 900
_SUPER = 2


@dataclass(frozen=True, slots=True)
class Plate:
    """What is to be printed: masks of one size, where 255 takes the ink, later over earlier."""

    layers: tuple[Image.Image, ...]


class Mask:
    """A mask that is drawn in units: (0, 0) is its middle, x grows right and y grows down.

    The shorter side reaches from -1 to 1. `value` is 255 to draw and 0 to cut out.
    """

    def __init__(self, width: float = 1.0, height: float = 1.0) -> None:
        self.width, self.height = width, height
        self._scale = SIDE * _SUPER / 2
        size = round(width * SIDE) * _SUPER, round(height * SIDE) * _SUPER
        self._image = Image.new("L", size)
        self._draw = ImageDraw.Draw(self._image)

    def _pixels(self, points: Points) -> list[tuple[float, float]]:
        placed = (points + np.array([self.width, self.height])) * self._scale
        return [(x, y) for x, y in placed.tolist()]

    def fill(self, points: Points, value: int = 255) -> None:
        """Fill a closed outline (n, 2)."""
        self._draw.polygon(self._pixels(points), fill=value)

    def line(self, points: Points, width: float, value: int = 255) -> None:
        """Draw a line (n, 2) of one width, with round joints."""
        pixels = max(1, round(width * self._scale))
        self._draw.line(self._pixels(points), fill=value, width=pixels, joint="curve")

    def stroke(self, points: Points, widths: npt.ArrayLike, value: int = 255) -> None:
        """Draw a line (n, 2) whose width changes along it, as a pen's does."""
        along = np.gradient(points, axis=0)
        along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
        across = along[:, ::-1] * (-1, 1) * (np.broadcast_to(widths, len(points)) / 2)[:, None]
        self.fill(np.concatenate([points + across, (points - across)[::-1]]), value)

    def disc(self, centre: npt.ArrayLike, radius: float, value: int = 255) -> None:
        """Fill a circle."""
        middle = np.asarray(centre, float)
        corners = self._pixels(np.array([middle - radius, middle + radius]))
        self._draw.ellipse([*corners[0], *corners[1]], fill=value)

    def ring(self, centre: npt.ArrayLike, radius: float, width: float, value: int = 255) -> None:
        """Draw a circle; `radius` is its outer one."""
        middle = np.asarray(centre, float)
        corners = self._pixels(np.array([middle - radius, middle + radius]))
        pixels = max(1, round(width * self._scale))
        self._draw.ellipse([*corners[0], *corners[1]], outline=value, width=pixels)

    def text(
        self,
        text: str,
        centre: npt.ArrayLike,
        height: float,
        angle: float = 0.0,
        bold: float = 0.0,
        value: int = 255,
    ) -> None:
        """Write a word about a point; `height` of capitals, `angle` in radians clockwise."""
        size = max(8, round(height * self._scale / 0.72))
        thick = round(bold * size)
        font = _font(size)
        left, top, right, bottom = font.getbbox(text, stroke_width=thick, anchor="mm")
        glyphs = Image.new("L", (int(right - left) + 4, int(bottom - top) + 4))
        ImageDraw.Draw(glyphs).text(
            (2 - left, 2 - top), text, fill=255, font=font, stroke_width=thick, anchor="mm"
        )
        turned = glyphs.rotate(-np.degrees(angle), Image.Resampling.BICUBIC, expand=True)
        ((x, y),) = self._pixels(np.atleast_2d(np.asarray(centre, float)))
        place = round(x - turned.width / 2), round(y - turned.height / 2)
        self._image.paste(value, place, turned)

    def text_on_circle(
        self, text: str, radius: float, height: float, middle: float, bold: float = 0.0
    ) -> None:
        """Write along a circle about the origin; `middle` in radians, 0 is the top.

        Text about the bottom half is written upright, from left to right.
        """
        below = np.cos(middle) < 0
        step = height * 1.05 / radius
        for number, letter in enumerate(text):
            shift = (number - (len(text) - 1) / 2) * step
            angle = middle - shift if below else middle + shift
            where = radius * np.array([np.sin(angle), -np.cos(angle)])
            self.text(letter, where, height, angle + np.pi if below else angle, bold)

    def reduced(self) -> Image.Image:
        """The finished mask at its own size."""
        return self._image.reduce(_SUPER)


@functools.lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def circle(radius: float, count: int = 180, centre: tuple[float, float] = (0, 0)) -> Points:
    """Points (count, 2) on a circle, from the top, clockwise."""
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.stack([np.sin(angles), -np.cos(angles)], axis=1) * radius + centre


def polar(radii: npt.ArrayLike, angles: npt.NDArray[np.float64]) -> Points:
    """Points (n, 2) at angles in radians from the top, clockwise."""
    points: Points = np.stack([np.sin(angles), -np.cos(angles)], axis=1)
    return points * np.reshape(np.asarray(radii, float), (-1, 1))


def bezier(*controls: tuple[float, float], count: int = 40) -> Points:
    """Points (count, 2) of the Bézier curve with any number of control points."""
    t = np.linspace(0, 1, count)[:, None, None]
    level = np.broadcast_to(np.asarray(controls, float), (count, len(controls), 2))
    while level.shape[1] > 1:
        level = level[:, :-1] * (1 - t) + level[:, 1:] * t
    return np.array(level[:, 0])


def turned(points: Points, angle: float) -> Points:
    """Points turned about the origin by an angle in radians, clockwise."""
    cos, sin = np.cos(angle), np.sin(angle)
    rotated: Points = points @ np.array([[cos, sin], [-sin, cos]])
    return rotated


def mirrored(points: Points) -> Points:
    """Points with left and right changed."""
    return points * (-1, 1)


def bulge(count: int, power: float = 1.0) -> npt.NDArray[np.float64]:
    """Widths (count,) that swell from 0 to 1 and back, for strokes."""
    return np.sin(np.linspace(0, np.pi, count)) ** power
