"""Printers' ornaments: the leaf, the engine-turned rosette, and the border of keys."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from archive_gui.sample import words
from archive_gui.sample.curves import (
    Points,
    bezier,
    box,
    bulge,
    circle,
    joined,
    moved,
    petal,
    polar,
    ribbon,
    spiral,
    star,
    turned,
)
from archive_gui.sample.drawing import Mask, Plate, Shape


def fleuron_leaf(rng: np.random.Generator) -> Plate:
    """The ivy leaf of the first printers, its stem curled: alone, in a row, in twos or fours."""
    leaf = _ivy_leaf(rng)
    arrangement = rng.choice(["one", "pair", "four", "row"], p=[0.4, 0.2, 0.25, 0.15])
    if arrangement == "one":
        mask = Mask()
        _lay(mask, leaf, 0.95)
    elif arrangement == "pair":
        mask = Mask(1.7, 1)
        lean = rng.uniform(0.9, 1.5)
        for flip in (1, -1):
            _lay(mask, leaf, 0.85, lean, (0.78, 0.05), flip=flip)
        mask.fill(star(0.11, 0.05, 4))
    elif arrangement == "row":
        mask = Mask(2.4, 1)
        for middle in (-1.55, 0.0, 1.55):
            _lay(mask, leaf, 0.8, 0.0, (middle, 0))
        for middle in (-0.78, 0.78):
            mask.disc((middle, 0), 0.05)
    else:
        mask = Mask()
        first = rng.choice([0.0, np.pi / 4])
        for angle in first + np.arange(4) * np.pi / 2:
            _lay(mask, leaf, 0.46, angle + np.pi, turned(np.array([[0, -0.5]]), angle)[0])
        mask.fill(star(0.1, 0.045, 4))
    return Plate((mask.reduced(),))


def _lay(
    mask: Mask,
    shapes: Sequence[Shape],
    size: float,
    angle: float = 0.0,
    to: npt.ArrayLike = (0, 0),
    flip: int = 1,
) -> None:
    """Draw shapes turned, moved, and then perhaps with left and right changed."""
    mask.shapes(shapes, lambda points: moved(turned(points, angle) * size, to) * (flip, 1))


def _ivy_leaf(rng: np.random.Generator) -> list[Shape]:
    """The leaf about the origin, tip down, in a square from -1 to 1."""
    wide = rng.uniform(0.85, 1.15)
    tip = (rng.uniform(0.12, 0.36), 0.95)
    left = bezier(
        (0, -0.22), (-0.12, -0.72), (-0.98, -0.66), (-0.88, 0.0), (-0.5, 0.36), (-0.2, 0.3), tip
    )
    right = bezier(
        (0, -0.22), (0.12, -0.72), (0.98, -0.66), (0.88, 0.0), (0.55, 0.46), (0.2, 0.34), tip
    )
    shapes: list[Shape] = [(joined(left, right[::-1]), 255)]
    spine = bezier((0, -0.18), (0, 0.2), (0.02, 0.4), (tip[0] * 0.9, 0.8))
    if rng.random() < 0.3:
        shapes.append((joined(left, right[::-1]) * (0.9, 0.88) + (0.01, 0.02), 0))
        shapes += _hatching(rng, right, spine)
        value = 255
    else:
        value = 0
    shapes.append((ribbon(spine, 0.045 * np.linspace(1, 0.3, len(spine))), value))
    for number in range(int(rng.integers(3, 5))):
        x, y = spine[2 + 7 * number]
        reach = (0.62, 0.5, 0.36, 0.2)[number]
        drop = (-0.12, 0.1, 0.16, 0.16)[number]
        for side in (-1, 1):
            vein = bezier(
                (x, y), (x + side * reach * 0.55, y + drop * 0.1), (x + side * reach, y + drop)
            )
            shapes.append((ribbon(vein, 0.038 * np.linspace(1, 0.15, len(vein))), value))
    curl = spiral(0.3, 0.05, rng.uniform(0.9, 1.35)) * (rng.choice([-1, 1]), 1) + (0, -0.62)
    stem = joined(bezier((0, -0.2), (0, -0.26), (0, -0.3), count=8), curl[4:])
    shapes.append((ribbon(stem, 0.085 * np.linspace(1, 0.45, len(stem))), 255))
    shapes.append((circle(rng.uniform(0.06, 0.085), stem[-1]), 255))
    return [(points * (wide, 1) * 0.98, shade) for points, shade in shapes]


def _hatching(rng: np.random.Generator, edge: Points, spine: Points) -> list[Shape]:
    """An engraver's shading of the half of a leaf between its spine and an edge."""
    count = int(rng.integers(9, 15))
    rows = np.linspace(-0.1, 0.72, count)
    inner = np.interp(rows, spine[:, 1], spine[:, 0])
    lower = edge[np.argmax(edge[:, 0]) :]
    outer = np.interp(rows, lower[:, 1], lower[:, 0])
    lines = [
        np.stack([np.linspace(x, to, 12), y + 0.03 * bulge(12)], axis=1)
        for x, to, y in zip(inner, outer, rows, strict=True)
    ]
    return [(ribbon(line, 0.022 * np.linspace(0.4, 1, 12)), 255) for line in lines]


def rosette_guilloche(rng: np.random.Generator) -> Plate:
    """The engine-turned rosette of bank-notes and share certificates: round, oval or lobed."""
    first, second = Mask(), Mask()
    around = np.linspace(0, 2 * np.pi, 600)
    outline = rng.choice(["round", "oval", "lobed"], p=[0.4, 0.3, 0.3])
    form = np.array([rng.uniform(0.6, 0.75), 1]) if outline == "oval" else np.ones(2)
    lobed = 0.09 * np.cos(int(rng.integers(4, 9)) * around) if outline == "lobed" else 0
    lobes = int(rng.choice([6, 8, 10, 12, 16]))
    coarse = rng.random() < 0.35
    thin = rng.uniform(0.012, 0.022) if coarse else rng.uniform(0.005, 0.009)
    bands = ((0.74, 0.19, lobes), (0.5, 0.14, lobes), (0.29, 0.09, lobes // 2))
    for order, (radius, swing, waves) in enumerate(bands[: int(rng.integers(2, 4))]):
        mask = second if order == 1 and rng.random() < 0.6 else first
        phases = int(rng.integers(2, 5) if coarse else rng.integers(6, 10))
        swing *= rng.uniform(0.75, 1.1)
        overtone = rng.uniform(0, 0.35)
        for phase in np.arange(phases) * 2 * np.pi / phases:
            wave = np.cos(waves * around + phase) + overtone * np.cos(2 * (waves * around + phase))
            radii = (radius + swing * wave / (1 + overtone)) * (1 - np.abs(lobed).max() + lobed)
            mask.line(polar(radii, around) * form, thin)
    if outline != "lobed" and rng.random() < 0.6:
        first.line(circle(0.975, count=240) * form, thin * 1.6)
    first.fill(circle(0.16) * form)
    if rng.random() < 0.5:
        first.text(str(rng.choice(["1", "2", "5", "10", "20", "50"])), (0, 0), 0.13, value=0)
    else:
        for angle in np.arange(8) * np.pi / 4:
            first.fill(turned(petal(0.13, 0.045), angle) * form, 0)
    return Plate((second.reduced(), first.reduced()))


def border_key(rng: np.random.Generator) -> Plate:
    """A frame of Greek keys with flowers in its corners, as of a title page."""
    tall = rng.uniform(1.0, 1.45)
    lying = rng.random() < 0.35
    width, height = (tall, 1.0) if lying else (1.0, tall)
    mask, inside = Mask(width, height), Mask(width, height)
    right, bottom = width - 0.03, height - 0.03
    band = rng.uniform(0.17, 0.27)
    rule = rng.uniform(0.011, 0.022)
    for inset in (0.0, band):
        outline = box(-right + inset, -bottom + inset, right - inset, bottom - inset)
        mask.line(joined(outline, outline[:2]), rule)
    for turn, half, reach in ((0, right, bottom), (1, bottom, right)):
        for side in (0, np.pi):
            _keys(mask, half, reach, band, turn * np.pi / 2 + side, rng.uniform(0.95, 1.0))
    bold = float(rng.uniform(0.7, 1))
    for x in (-1, 1):
        for y in (-1, 1):
            middle = np.array([x * (right - band / 2), y * (bottom - band / 2)])
            mask.line(joined(square := box(-1, -1, 1, 1) * band / 2 + middle, square[:2]), rule)
            for quarter in np.arange(8) * np.pi / 4:
                long = band * (0.46 if round(quarter / np.pi * 4) % 2 == 0 else 0.4)
                mask.fill(turned(petal(long, band * 0.13 * bold), quarter) + middle)
            mask.disc(middle, band * 0.07, 0)
    if rng.random() < 0.55:
        _title(inside, rng, width - band - 0.15, height - band - 0.15)
    return Plate((mask.reduced(), inside.reduced()))


def _keys(mask: Mask, half: float, reach: float, band: float, angle: float, fill: float) -> None:
    """One side of the frame, drawn at the top and turned into place."""
    length = 2 * (half - band)
    count = max(2, round(length / (band * 1.02)))
    cell = length / count
    tall = band * 0.62 * fill
    key = np.array([(0, 5), (0, 0), (4, 0), (4, 3.6), (1.5, 3.6), (1.5, 1.9), (2.7, 1.9)], float)
    for number in range(count):
        corner = -half + band + (number + 0.06) * cell, -reach + (band - tall) / 2
        mask.line(turned(moved(key / 5 * (cell * 0.98, tall), corner), angle), tall / 7)
    foot = -reach + (band + tall) / 2
    base = np.array([(-half + band, foot), (half - band, foot)])
    mask.line(turned(base, angle), tall / 7)


def _title(mask: Mask, rng: np.random.Generator, width: float, height: float) -> None:
    """A title page's lines, centred, in the space from -width to width."""
    size = rng.uniform(0.09, 0.15)
    y = -height * 0.72
    mask.text(words.town(rng)[:8], (0, y), min(size, width / 5))
    y += size * 2
    while y < height * 0.45:
        small = rng.uniform(0.035, 0.055)
        line = words.phrase(rng, int(width * rng.uniform(9, 15)))
        mask.text(line, (0, y), min(small, width * 2.4 / len(line)))
        y += small * 2.4
    mask.fill(moved(star(0.07, 0.03, 4), (0, height * 0.62)))
    mask.text(f"MDCCC{rng.choice(['XI', 'XL', 'LIV', 'LXX'])}", (0, height * 0.88), 0.05)
