"""Pictures as they might have been scanned another time: for tuning, in Pillow and NumPy."""

import math
import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]

# Scans lie a little askew, are cut a little differently and come from other scanners, in other
# light, or without colour. Text is never mirrored. Standard deviations, but for the ranges.
_ROTATION, _ASPECT = 3.5, 0.06
_LEAST_SCALE, _LARGEST_SCALE = 0.75, 1.08
_GAMMA, _CONTRAST, _BRIGHTNESS, _TINT = 0.15, 0.25, 20.0, 0.04
_GRAINY, _GREY = 0.5, 0.15
_GRAIN = (2, 4, 6, 8)
_MIDDLE_GREY = 127
# Beyond the picture its edge is repeated, up to this share of its side.
_BORDER = 1 / 8
# Pictures are at least this much larger than the network's input, so that crops can be drawn.
CROP_ROOM = 8 / 7


class Augmenter:
    """Draws changed views of pictures; equal seeds give equal views."""

    def __init__(self, side: int, seed: int) -> None:
        """Views are `side` x `side` pixels."""
        self._side = side
        self._generator = np.random.default_rng(seed)
        sheet = np.random.default_rng(seed).normal(0, 1, (2 * side, 2 * side, 1))
        self._grains = [np.round(strength * sheet).astype(np.int16) for strength in _GRAIN]

    def views(self, pictures: Pixels) -> Pixels:
        """One view (n, side, side, 3) uint8 of each of the square pictures (n, s, s, 3) uint8."""
        seeds = self._generator.integers(0, 2**63, len(pictures))
        with ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="views") as pool:
            return np.stack(list(pool.map(self._view, pictures, seeds)))

    def _view(self, picture: Pixels, seed: int) -> Pixels:
        generator = np.random.default_rng(seed)
        view = self._placed(picture, generator)
        if generator.random() < _GREY:
            view = view.convert("L").convert("RGB")
        pixels = np.asarray(view.point(_tones(generator)))
        if generator.random() < _GRAINY:
            grain = self._grains[generator.integers(len(self._grains))]
            top, left = generator.integers(0, self._side, 2)
            piece = grain[top : top + self._side, left : left + self._side]
            pixels = np.clip(pixels + piece, 0, 255).astype(np.uint8)
        return pixels

    def _placed(self, picture: Pixels, generator: np.random.Generator) -> Image.Image:
        """A piece of the picture, turned and stretched a little."""
        own = len(picture)
        border = round(own * _BORDER)
        wide = np.pad(picture, ((border, border), (border, border), (0, 0)), mode="edge")
        angle = math.radians(generator.normal(0, _ROTATION))
        scale = generator.uniform(_LEAST_SCALE, _LARGEST_SCALE)
        aspect = math.exp(generator.normal(0, _ASPECT))
        across, down = (scale * stretch * own / self._side for stretch in (aspect, 1 / aspect))
        room = max(0.0, own * (1 - scale) / 2) + own / 40
        x, y = own / 2 + border + generator.uniform(-room, room, 2)
        cosine, sine = math.cos(angle), math.sin(angle)
        a, b, d, e = cosine * across, -sine * down, sine * across, cosine * down
        half = self._side / 2
        placed = (a, b, x - (a + b) * half, d, e, y - (d + e) * half)
        return Image.fromarray(wide).transform(
            (self._side, self._side), Image.Transform.AFFINE, placed, Image.Resampling.BILINEAR
        )


def _tones(generator: np.random.Generator) -> list[int]:
    """A table of 3 x 256 tones: other gamma, contrast, brightness, and a tint."""
    gamma = math.exp(generator.normal(0, _GAMMA))
    contrast = 1 + generator.uniform(-_CONTRAST, _CONTRAST)
    brightness = generator.uniform(-_BRIGHTNESS, _BRIGHTNESS) + _MIDDLE_GREY
    curve = 255 * (np.arange(256) / 255) ** gamma - _MIDDLE_GREY
    tints = 1 + generator.normal(0, _TINT, (3, 1))
    tones = np.clip(contrast * tints * curve + brightness, 0, 255)
    return [int(tone) for tone in tones.ravel()]
