"""Drawing of masks, in units of the motif and at twice the size, then reduced."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageDraw, ImageFont

from archive_gui.sample.curves import Points, polar, ribbon

# An outline, and whether it is filled (255) or cut out of what is there (0).
Shape = tuple[Points, int]

# Pixels of a plate's shorter side from -1 to 1, and how much larger it is drawn.
SIDE = 900
_SUPER = 2
# Pixels of the larger drawing.
_THIN = 9


class Process(Enum):
    """How a motif comes onto its paper."""

    PRINTED = auto()
    # The first layer is the piece of wax, the second what stands out of it.
    SEALED = auto()
    WATERMARKED = auto()


@dataclass(frozen=True, slots=True)
class Plate:
    """What is to be printed: masks of one size, where 255 takes the ink, later over earlier.

    A pattern `fills` its plate: it may be cut anywhere.
    """

    layers: tuple[Image.Image, ...]
    process: Process = Process.PRINTED
    fills: bool = False


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
        return list(map(tuple, placed.tolist()))

    def fill(self, points: Points, value: int = 255) -> None:
        """Fill a closed outline (n, 2)."""
        self._draw.polygon(self._pixels(points), fill=value)

    def line(self, points: Points, width: float, value: int = 255) -> None:
        """Draw a line (n, 2) of one width, with round joints."""
        pixels = max(1, round(width * self._scale))
        # The gaps at the joints of a thin line are lost when the mask is reduced.
        joint = "curve" if pixels > _THIN else None
        self._draw.line(self._pixels(points), fill=value, width=pixels, joint=joint)

    def stroke(self, points: Points, widths: npt.ArrayLike, value: int = 255) -> None:
        """Draw a line (n, 2) whose width (n,) changes along it, as a pen's does."""
        self.fill(ribbon(points, widths), value)

    def shapes(
        self, shapes: Sequence[Shape], place: Callable[[Points], Points], drawn: int = 255
    ) -> None:
        """Fill and cut out shapes, each brought to its place; `drawn` 0 draws the negative."""
        for points, value in shapes:
            self.fill(place(points), value if drawn else 255 - value)

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
        self,
        text: str,
        radius: float,
        height: float,
        angle: float,
        bold: float = 0.0,
        centre: npt.ArrayLike = (0, 0),
    ) -> None:
        """Write along a circle, the middle of the text at `angle` in radians (0 is the top).

        Text about the bottom half is written upright, from left to right.
        """
        below = np.cos(angle) < 0
        step = height * 1.12 / radius
        for number, letter in enumerate(text):
            shift = (number - (len(text) - 1) / 2) * step
            where = angle - shift if below else angle + shift
            middle = polar(radius, [where])[0] + np.asarray(centre)
            self.text(letter, middle, height, where + np.pi if below else where, bold)

    def text_round(self, text: str, radius: float, height: float) -> None:
        """Write once all the way round the origin, feet inwards."""
        for number, letter in enumerate(text):
            angle = 2 * np.pi * number / len(text)
            self.text(letter, polar(radius, [angle])[0], height, angle, 0.03)

    def fill_within(self, points: Points, outline: Points, value: int = 255) -> None:
        """Fill the part of an outline that lies within another one."""
        drawn = Image.new("L", self._image.size)
        ImageDraw.Draw(drawn).polygon(self._pixels(points), fill=255)
        self._paste_within(drawn, outline, value)

    def lines_within(self, lines: Sequence[Points], width: float, outline: Points) -> None:
        """Draw the parts of lines that lie within an outline."""
        drawn = Image.new("L", self._image.size)
        pen = ImageDraw.Draw(drawn)
        for line in lines:
            pen.line(self._pixels(line), fill=255, width=max(1, round(width * self._scale)))
        self._paste_within(drawn, outline, 255)

    def _paste_within(self, drawn: Image.Image, outline: Points, value: int) -> None:
        window = Image.new("L", self._image.size)
        ImageDraw.Draw(window).polygon(self._pixels(outline), fill=255)
        self._image.paste(value, (0, 0), ImageChops.multiply(window, drawn))

    def reduced(self) -> Image.Image:
        """The finished mask at its own size."""
        return self._image.reduce(_SUPER)


@functools.lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def field(coverage: npt.NDArray[np.floating]) -> Image.Image:
    """A mask from a field (h, w) of coverage from 0 to 1."""
    return Image.fromarray((np.clip(coverage, 0, 1) * 255).astype(np.uint8))
