"""How a picture is framed: its size, where the sheet lies in it, and the motif on the sheet."""

from dataclasses import dataclass

import numpy as np

from archive_gui.sample.pixels import Placement, Shape

_SHORTEST, _LONGEST = 500, 1400
_SQUAREST, _LONGEST_SHAPE = 0.64, 1.56


@dataclass(frozen=True, slots=True)
class Framing:
    """`shape` is height and width; the sheet's edges are seen when it is `whole`."""

    shape: Shape
    sheet: Placement
    motif: Placement
    whole: bool


def choose_framing(rng: np.random.Generator, motif: tuple[int, int], fills: bool) -> Framing:
    """A framing for a motif of a size (w, h); one that `fills` may reach over every edge."""
    aspect = motif[0] / motif[1]
    shape = _shape(rng, aspect)
    tilt = rng.normal(0, 1.6) if rng.random() < 0.8 else rng.uniform(-14, 14)
    whole = bool(rng.random() < 0.42)
    sheet = _sheet(rng, shape, tilt if whole else 0.0, whole)
    own = rng.normal(0, 3) if rng.random() < 0.75 else rng.uniform(-25, 25)
    if rng.random() < 0.13:
        own += float(rng.choice([90, -90, 180]))
    if fills and rng.random() < 0.6:
        place = _covering(rng, sheet, aspect, own)
    elif not whole and rng.random() < 0.4:
        place = _cropped(rng, sheet, aspect, own)
    else:
        place = _fitting(rng, sheet, aspect, own)
    return Framing(shape, sheet, place, whole)


def _shape(rng: np.random.Generator, aspect: float) -> Shape:
    long = _SHORTEST + (_LONGEST - _SHORTEST) * rng.beta(1.2, 3.5)
    wanted = float(np.clip(aspect * rng.lognormal(0, 0.25), _SQUAREST, _LONGEST_SHAPE))
    wide, high = (long, long / wanted) if wanted > 1 else (long * wanted, long)
    return round(high), round(wide)


def _sheet(rng: np.random.Generator, shape: Shape, tilt: float, whole: bool) -> Placement:
    high, wide = shape
    if not whole:
        return Placement(wide / 2, high / 2, wide, high, tilt)
    share = rng.uniform(0.74, 0.94)
    drift = (1 - share) / 2 * 0.6
    return Placement(
        wide * (0.5 + rng.uniform(-drift, drift)),
        high * (0.5 + rng.uniform(-drift, drift)),
        wide * share,
        high * share * rng.uniform(0.94, 1.04),
        tilt,
    )


def _extent(aspect: float, angle: float) -> tuple[float, float]:
    """Width and height that a motif of height 1 takes up when it is turned."""
    cos, sin = abs(np.cos(np.radians(angle))), abs(np.sin(np.radians(angle)))
    return float(aspect * cos + sin), float(aspect * sin + cos)


def _covering(rng: np.random.Generator, sheet: Placement, aspect: float, angle: float) -> Placement:
    cos, sin = abs(np.cos(np.radians(angle))), abs(np.sin(np.radians(angle)))
    need = max(
        (sheet.width * cos + sheet.height * sin) / aspect, sheet.width * sin + sheet.height * cos
    )
    high = need * rng.uniform(1.02, 1.45)
    return Placement(sheet.x, sheet.y, high * aspect, high, sheet.angle + angle)


def _cropped(rng: np.random.Generator, sheet: Placement, aspect: float, angle: float) -> Placement:
    wide, high = _extent(aspect, angle)
    tall = min(sheet.width / wide, sheet.height / high) * rng.uniform(1.0, 1.7)
    # One corner stays in sight, lest only the empty middle of a frame should.
    excess = np.array([tall * wide - sheet.width, tall * high - sheet.height]) / 2
    drift = (excess + 0.04 * min(sheet.width, sheet.height)) * rng.choice([-1, 1], 2)
    x, y = sheet.point(drift[None])[0]
    return Placement(x, y, tall * aspect, tall, sheet.angle + angle)


def _fitting(rng: np.random.Generator, sheet: Placement, aspect: float, angle: float) -> Placement:
    wide, high = _extent(aspect, angle)
    most = min(sheet.width / wide, sheet.height / high)
    tall = most * rng.uniform(0.55, 0.96)
    room = (sheet.width - tall * wide, sheet.height - tall * high)
    drift = rng.uniform(-0.4, 0.4, 2) * room * (1, 0.8)
    x, y = sheet.point(drift[None])[0]
    return Placement(x, y, tall * aspect, tall, sheet.angle + angle)
