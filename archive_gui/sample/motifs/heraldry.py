"""Heraldry: a shield with a chevron between three charges, and a seal with a lily."""

import numpy as np

from archive_gui.sample import words
from archive_gui.sample.curves import (
    Points,
    bezier,
    box,
    circle,
    joined,
    mirrored,
    moved,
    petal,
    polar,
    ribbon,
    star,
    turned,
)
from archive_gui.sample.drawing import Mask, Plate, Process, Shape


def arms_chevron(rng: np.random.Generator) -> Plate:
    """A crowned shield: a chevron between three stars, its tinctures hatched."""
    mask, accent = Mask(1, 1.25), Mask(1, 1.25)
    if rng.random() < 0.65:
        _branches(accent if rng.random() < 0.5 else mask, rng)
    outline = _shield(rng) * (0.62, 0.72) + (0, 0.02)
    line = rng.uniform(0.022, 0.036)
    grown = (outline - (0, 0.02)) * 1.07 + (0, 0.02)
    for cut in (mask, accent):
        cut.fill(grown, 0)
    mask.fill(outline)
    field_is_dark = rng.random() < 0.35
    inside = (outline - (0, 0.02)) * (1 - line / 0.62) + (0, 0.02)
    if not field_is_dark:
        mask.fill(inside, 0)
        _hatch(mask, inside, int(rng.integers(5)), rng.uniform(0.035, 0.055))
    apex, thick, fall = rng.uniform(-0.22, -0.08), rng.uniform(0.2, 0.27), rng.uniform(0.62, 0.85)
    reach = 0.75
    chevron = np.array(
        [
            *((0, apex), (reach, apex + reach * fall), (reach, apex + reach * fall + thick)),
            *((0, apex + thick), (-reach, apex + reach * fall + thick)),
            (-reach, apex + reach * fall),
        ]
    )
    for shift in (-1.4 * line, 1.4 * line):
        mask.fill_within(moved(chevron, (0, shift)), inside, 0)
    mask.fill_within(chevron, inside, 0 if field_is_dark else 255)
    if rng.random() < 0.5:
        accent.fill_within(chevron, inside)
        mask.fill_within(chevron, inside, 0)
    for x, y, size in ((-0.34, -0.36, 0.15), (0.34, -0.36, 0.15), (0, 0.45, 0.15)):
        charge = star(size * 1.1, size * 0.46, int(rng.choice([5, 5, 6])))
        mask.fill(moved(charge * 1.3, (x, y)), 255 if field_is_dark else 0)
        mask.fill(moved(charge, (x, y)), 0 if field_is_dark else 255)
    if rng.random() < 0.7:
        _crown(mask, rng)
    if rng.random() < 0.7:
        _scroll(mask, accent, rng)
    return Plate((accent.reduced(), mask.reduced()))


def _shield(rng: np.random.Generator) -> Points:
    """One of three outlines of shields, from -1 to 1."""
    kind = int(rng.integers(3))
    if kind == 0:
        side = bezier((1, -1), (1, -0.1), (0.95, 0.55), (0, 1))
    elif kind == 1:
        side = joined(
            np.array([(1, -1), (1, 0.2)], float), bezier((1, 0.2), (1, 0.85), (0.5, 1), (0, 1))
        )
    else:
        side = joined(
            bezier((0.9, -1), (1.02, -0.8), (0.86, -0.4), (0.95, 0.1)),
            bezier((0.95, 0.1), (1.0, 0.6), (0.35, 0.72), (0, 1)),
        )
    return joined(side, mirrored(side)[::-1])


def _hatch(mask: Mask, outline: Points, kind: int, pitch: float) -> None:
    """The engravers' signs for colours: lines across, down or aslant; dots; or none."""
    low, high = outline.min(axis=0), outline.max(axis=0)
    lines: list[Points] = []
    if kind in (0, 1):
        for at in np.arange(low[kind], high[kind], pitch):
            lines.append(np.array([(at, -1.2), (at, 1.2)] if kind == 0 else [(-1, at), (1, at)]))
    elif kind == 2:
        for at in np.arange(-2.5, 2.5, pitch * 1.3):
            lines.append(np.array([(at - 1.3, -1.3), (at + 1.3, 1.3)]))
    elif kind == 3:
        for row, y in enumerate(np.arange(low[1], high[1], pitch * 1.3)):
            for x in np.arange(low[0] + (row % 2) * pitch * 0.65, high[0], pitch * 1.3):
                lines.append(circle(0.006, (x, y), 8))
    mask.lines_within(lines, 0.007, outline)


def _crown(mask: Mask, rng: np.random.Generator) -> None:
    """A coronet over the shield."""
    points = int(rng.choice([3, 5, 7]))
    base, top = -0.76, -1.0
    for x in np.linspace(-0.42, 0.42, points):
        spike = np.array([(x * 0.86 - 0.075, base), (x * 0.86 + 0.075, base), (x, top)])
        mask.fill(spike)
        mask.disc((x * 1.04, top - 0.03), 0.052)
        mask.disc((x * 1.04, top - 0.03), 0.022, 0)
    mask.fill(box(-0.44, base - 0.03, 0.44, base + 0.035))
    for x in np.linspace(-0.36, 0.36, 7):
        mask.disc((x, base + 0.002), 0.017, 0)


def _branches(mask: Mask, rng: np.random.Generator) -> None:
    """Two branches of laurel that cross below the shield and rise beside it."""
    stem = bezier((-0.16, 0.88), (0.75, 0.95), (1.0, 0.2), (0.78, -0.62), count=60)
    leaves = int(rng.integers(8, 12))
    long, wide = rng.uniform(0.2, 0.27), rng.uniform(0.05, 0.075)
    along = np.gradient(stem, axis=0)
    for flip in (1, -1):
        mask.fill(ribbon(stem, 0.024) * (flip, 1))
        for number, at in enumerate(np.linspace(16, 59, leaves).astype(int)):
            heading = np.arctan2(along[at, 0], -along[at, 1])
            size = long * (1 - 0.35 * number / leaves)
            for spread in (-0.62, 0.62) if at < 59 else (0.0,):
                leaf = turned(petal(size, wide, 0.5), heading + spread) + stem[at]
                rib = turned(np.array([(0, -0.03), (0, -size * 0.75)]), heading + spread)
                mask.fill(leaf * (flip, 1))
                mask.line((rib + stem[at]) * (flip, 1), 0.007, 0)


def _scroll(mask: Mask, accent: Mask, rng: np.random.Generator) -> None:
    """A ribbon with a motto under the shield."""
    sag = rng.uniform(0.06, 0.16)
    middle = bezier((-0.78, 0.88), (-0.35, 0.94 + 2 * sag), (0.35, 0.94 + 2 * sag), (0.78, 0.88))
    ends = [bezier((0.66, 0.95), (0.8, 1.02), (0.95, 0.92), (0.98, 1.1))]
    for end in (*ends, *(mirrored(end) for end in ends)):
        mask.fill(ribbon(end, 0.17))
        mask.fill(ribbon(end, 0.125), 0)
    accent.fill(ribbon(middle, 0.21), 0)
    mask.fill(ribbon(middle, 0.21))
    mask.fill(ribbon(middle, 0.165), 0)
    text = words.motto(rng)
    at = np.linspace(0, 1, len(text) + 2)[1:-1] * 0.8 + 0.1
    slope = np.gradient(middle, axis=0)
    for letter, share in zip(text, at, strict=True):
        place = round(share * (len(middle) - 1))
        angle = float(np.arctan2(slope[place, 1], slope[place, 0]))
        mask.text(letter, middle[place], 0.085, angle, 0.02)


def seal_lily(rng: np.random.Generator) -> Plate:
    """A seal pressed into wax: a lily in a ring of words, round or pointed."""
    piece, relief = Mask(), Mask()
    pointed = rng.random() < 0.3
    form = np.array([0.74, 1.0]) if pointed else np.array([1.0, 1.0])
    swell = sum(
        rng.normal(0, 0.035 / wave**0.6)
        * np.cos(wave * np.linspace(0, 2 * np.pi, 240) + rng.uniform(0, 6))
        for wave in range(2, 9)
    )
    piece.fill(np.clip(polar(0.93 + swell, np.linspace(0, 2 * np.pi, 240)) * form, -0.99, 0.99))
    size = rng.uniform(0.72, 0.8)
    rims = ((size, 0.03), (size * 0.7, 0.018))
    for radius, width in rims:
        relief.fill(circle(radius) * form)
        relief.fill(circle(radius - width) * form, 0)
    if pointed:
        for point in circle(size * 0.845, count=44) * form:
            relief.disc(point, 0.032)
    else:
        legend = f"+ S {words.town(rng)} {words.motto(rng)}"[:24]
        relief.text_round(legend, size * 0.835, size * 0.15)
    scale = size * (0.62 if pointed else 0.68)
    relief.shapes(_lily(rng), lambda points: points * scale)
    for side in (-1, 1):
        if rng.random() < 0.75 and not pointed:
            relief.fill(moved(star(0.075, 0.03), (side * size * 0.45, -size * 0.33)))
    return Plate((piece.reduced(), relief.reduced()), Process.SEALED)


def _lily(rng: np.random.Generator) -> list[Shape]:
    """A fleur-de-lis from -1 to 1."""
    wide = rng.uniform(0.8, 1.05)
    middle = joined(
        bezier((0, -1), (0.42, -0.52), (0.3, -0.2), (0.1, 0.2)),
        bezier((-0.1, 0.2), (-0.3, -0.2), (-0.42, -0.52), (0, -1)),
    )
    leaf = joined(
        bezier((0.12, 0.2), (0.2, -0.3), (0.6, -0.72), (0.92, -0.25)),
        bezier((0.92, -0.25), (0.98, 0.02), (0.78, 0.12), (0.66, 0.02)),
        bezier((0.66, 0.02), (0.78, -0.12), (0.6, -0.28), (0.4, 0.2), count=30),
    )
    foot = joined(
        bezier((0.03, 0.3), (0.2, 0.55), (0.42, 0.45), (0.5, 0.62)),
        bezier((0.5, 0.62), (0.34, 0.62), (0.2, 0.66), (0.04, 0.5)),
    )
    tail = petal(0.72, 0.13, 0.5) * (1, -1) + (0, 0.26)
    band = box(-0.42, 0.2, 0.42, 0.31)
    parts = [middle, leaf, mirrored(leaf), foot, mirrored(foot), tail, band]
    shapes: list[Shape] = [(part * (wide, 1), 255) for part in parts]
    if rng.random() < 0.5:
        shapes.append((ribbon(np.array([(0, -0.75), (0, 0.05)]), 0.035) * (wide, 1), 0))
    return shapes
