"""Postmarks: a double ring with a town, a bridge with the date, and bars beside it."""

import numpy as np

from archive_gui.sample import words
from archive_gui.sample.curves import Points, box, circle, moved, polar, star
from archive_gui.sample.drawing import Mask, Plate

_RING = np.array([-0.82, 0.0])
_WIDTH = 1.85


def postmark_ring(rng: np.random.Generator) -> Plate:
    """A town's postmark, alone or with its cancelling bars over a stamp."""
    barred = rng.random() < 0.65
    width, middle = (_WIDTH, _RING) if barred else (1.0, np.zeros(2))
    mark, stamp = Mask(width, 1), Mask(width, 1)
    _ring(mark, rng, middle)
    if barred:
        _bars(mark, rng)
        if rng.random() < 0.5:
            _stamp(stamp, rng)
    return Plate((stamp.reduced(), mark.reduced()))


def _ring(mask: Mask, rng: np.random.Generator, middle: Points) -> None:
    line = rng.uniform(0.016, 0.032)
    inner = rng.uniform(0.6, 0.66)
    mask.ring(middle, 0.96, line)
    mask.ring(middle, inner, line * 0.8)
    place = words.town(rng)
    bold = rng.uniform(0.01, 0.045)
    written = (0.96 + inner) / 2 - line * 0.3
    tall = min((0.96 - inner) * rng.uniform(0.46, 0.56), 3.5 * written / (1.12 * len(place)))
    mask.text_on_circle(place, written, tall, 0.0, bold, middle)
    if rng.random() < 0.6:
        below = str(rng.choice(["BAHNHOF", "CENTRE", "PORTO", "NORTE", "STATION", "VILLE"]))
        mask.text_on_circle(below, written, tall * 0.85, np.pi, bold, middle)
    else:
        for angle in (np.pi, np.pi - 0.35, np.pi + 0.35)[:: int(rng.choice([1, 3]))]:
            mask.fill(star(tall * 0.7, tall * 0.28) + polar(written, [angle])[0] + middle)
    day, month, year = words.date(rng)
    if rng.random() < 0.65:
        _bridge(mask, rng, middle, inner, f"{day}.{month[:2]}.{year}", line)
    else:
        mask.text(day, moved(middle, (0, -0.3)), 0.19, bold=bold)
        mask.text(month, middle, 0.2, bold=bold)
        mask.text(f"18{year}", moved(middle, (0, 0.31)), 0.19, bold=bold)


def _bridge(
    mask: Mask, rng: np.random.Generator, middle: Points, inner: float, date: str, line: float
) -> None:
    """The date between two bars that cross the ring, and hatching above and below."""
    half = rng.uniform(0.17, 0.22)
    spacing = rng.uniform(0.055, 0.085)
    for x in np.arange(-inner, inner, spacing):
        high = np.sqrt(max(0.0, (inner - line) ** 2 - x**2))
        if high > half:
            for side in (-1, 1):
                ends = np.array([(x, side * half), (x, side * high)])
                mask.line(ends + middle, line * 0.55)
    reach = np.sqrt(0.95**2 - half**2)
    mask.fill(box(-reach, -half, reach, half) + middle, 0)
    for side in (-1, 1):
        mask.line(np.array([(-reach, side * half), (reach, side * half)]) + middle, line)
    mask.text(date, middle, half * 0.95, bold=0.03)


def _bars(mask: Mask, rng: np.random.Generator) -> None:
    count = int(rng.integers(4, 8))
    wavy = rng.random() < 0.75
    x = np.linspace(0.22, _WIDTH - 0.05, 160)
    height = rng.uniform(0.55, 0.75)
    length = rng.uniform(0.45, 0.62)
    swing = rng.uniform(0.05, 0.09) if wavy else 0.0
    for y in np.linspace(-height, height, count):
        line = np.stack([x, y + swing * np.sin(2 * np.pi * x / length)], axis=1)
        mask.line(line, rng.uniform(0.03, 0.04) if wavy else 0.05)


def _stamp(mask: Mask, rng: np.random.Generator) -> None:
    """A perforated stamp under the bars: a numeral in an oval."""
    left, top, right, bottom = 0.55, -0.92, 1.75, 0.92
    mask.fill(box(left, top, right, bottom))
    teeth = 0.105
    for x in np.arange(left, right + 0.01, (right - left) / round((right - left) / teeth)):
        mask.disc((x, top), 0.032, 0)
        mask.disc((x, bottom), 0.032, 0)
    for y in np.arange(top, bottom + 0.01, (bottom - top) / round((bottom - top) / teeth)):
        mask.disc((left, y), 0.032, 0)
        mask.disc((right, y), 0.032, 0)
    mask.fill(box(left + 0.09, top + 0.09, right - 0.09, bottom - 0.09), 0)
    mask.fill(box(left + 0.13, top + 0.13, right - 0.13, bottom - 0.13))
    middle = np.array([(left + right) / 2, -0.05])
    mask.fill(circle(1.0) * (0.38, 0.52) + middle, 0)
    mask.line(circle(1.0, count=120) * (0.33, 0.47) + middle, 0.02)
    mask.text(str(rng.choice(["1", "2", "5", "10", "20"])), middle, 0.36)
    mask.text(str(rng.choice(["POSTA", "REIS", "ÖRE", "CENT"])), (middle[0], 0.67), 0.12, value=0)
