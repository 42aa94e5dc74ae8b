"""Marks of makers and owners: the anchor of a paper mill, and the owl of a bookplate."""

from collections.abc import Callable

import numpy as np

from archive_gui.sample import words
from archive_gui.sample.curves import (
    Points,
    bezier,
    box,
    bulge,
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
from archive_gui.sample.drawing import Mask, Plate, Process


def watermark_anchor(rng: np.random.Generator) -> Plate:
    """An anchor in a circle under a star, bent from wire."""
    mask = Mask(1, 1.35)
    wire = rng.uniform(0.022, 0.034)
    middle = np.array([0, rng.uniform(0.25, 0.35)])
    lean = rng.normal(0, 0.07)
    oval = np.array([rng.uniform(0.9, 1.05), 1])

    def bent(points: Points) -> Points:
        return moved(turned(points, lean) * oval, middle)

    def wired(points: Points, closed: bool = False) -> None:
        line = joined(points, points[:2]) if closed else points
        mask.line(bent(line), wire)

    wired(circle(0.92), closed=True)
    if rng.random() < 0.35:
        wired(circle(0.84), closed=True)
    half = rng.uniform(0.06, 0.1)
    wired(circle(0.12, (0, -0.6)), closed=True)
    for side in (-1, 1):
        wired(np.array([(side * half, -0.48), (side * half, 0.42)]))
        arm = bezier((0, 0.72), (side * 0.3, 0.7), (side * 0.6, 0.42), (side * 0.62, 0.0))
        inner = bezier(
            (side * half, 0.42), (side * 0.3, 0.46), (side * 0.46, 0.2), (side * 0.5, 0.05)
        )
        wired(arm)
        wired(inner)
        fluke = np.array([(0.62, 0.0), (0.74, 0.1), (0.6, -0.22), (0.4, 0.06), (0.5, 0.05)])
        wired(fluke * (side, 1))
    stock = rng.uniform(0.3, 0.42)
    wired(box(-stock, -0.4, stock, -0.4 + 1.4 * half), closed=True)
    wired(np.array([(0, 0.92), (0, 0.72)]))
    top = np.array([0, -0.92])
    wired(np.array([(0, -0.12), (0, 0.0)]) + top)
    size = rng.uniform(0.2, 0.28)
    if rng.random() < 0.75:
        wired(
            star(size, size * 0.42, int(rng.choice([5, 6]))) + top + (0, -0.12 - size), closed=True
        )
    else:
        for angle in (0, np.pi / 2, -np.pi / 2, np.pi):
            wired(turned(petal(size, size * 0.4), angle) + top + (0, -0.12 - size), closed=True)
    if rng.random() < 0.5:
        letters = f"{words.town(rng)[0]}   {words.person(rng)[0]}"
        mask.text(letters, moved(middle, (0, 0.28)), 0.15, bold=0.0)
    return Plate((mask.reduced(),), Process.WATERMARKED)


def exlibris_owl(rng: np.random.Generator) -> Plate:
    """A bookplate: an owl upon books, in a frame with its owner's name."""
    height = rng.uniform(1.25, 1.5)
    mask, accent = Mask(1, height), Mask(1, height)
    line = rng.uniform(0.014, 0.026)
    bottom = height - 0.03
    style = rng.choice(["double", "heavy", "none"], p=[0.45, 0.25, 0.3])
    for inset in {"double": (0, line * 2.6), "heavy": (0.02,), "none": ()}[str(style)]:
        frame = box(-0.97 + inset, -bottom + inset, 0.97 - inset, bottom - inset)
        mask.line(joined(frame, frame[:2]), line * (1 if inset > 0.02 else 2.2))
    head = -bottom + 0.34
    foot = bottom - 0.34
    night = rng.random() < 0.5
    panel = box(-0.84, head, 0.84, foot)
    if style != "none" or night:
        mask.fill(panel)
    if not night:
        mask.fill((panel - panel.mean(axis=0)) * 0.98 + panel.mean(axis=0), 0)
    _sky(mask, accent, rng, head, foot, 0 if night else 255)
    mask.text("EX LIBRIS", (0, -bottom + 0.19), rng.uniform(0.12, 0.17), bold=rng.uniform(0, 0.04))
    mask.text(words.person(rng), (0, bottom - 0.18), rng.uniform(0.1, 0.14), bold=0.01)
    shelf = _books(mask, accent, rng, foot)
    size = (shelf - head) / 2 * rng.uniform(0.8, 0.92)
    middle = np.array([rng.uniform(-0.08, 0.08), shelf - size * 0.97])
    _owl(mask, accent, rng, middle, size)
    return Plate((accent.reduced(), mask.reduced()))


def _sky(
    mask: Mask, accent: Mask, rng: np.random.Generator, head: float, foot: float, ink: int
) -> None:
    """A moon or rays behind the owl, and stars."""
    moon = np.array([rng.choice([-0.5, 0.5]), head + 0.3])
    if rng.random() < 0.5:
        for angle in np.linspace(0, 2 * np.pi, 48, endpoint=False):
            ray = polar([0.24, rng.uniform(0.4, 0.62)], [angle, angle]) + moon
            inside = np.clip(ray, (-0.8, head + 0.04), (0.8, foot))
            mask.fill(ribbon(inside, [0.02, 0.006]), ink)
    else:
        for _ in range(14):
            at = (rng.uniform(-0.76, 0.76), rng.uniform(head + 0.06, (head + foot) / 2))
            mask.fill(star(0.035, 0.013, 4) + at, ink)
    accent.disc(moon, 0.19)
    mask.disc(moon, 0.19, 0)
    mask.ring(moon, 0.2, 0.02, ink)
    crescent = moved(moon, (rng.choice([-0.07, 0.07]), -0.03))
    if rng.random() < 0.5:
        accent.disc(crescent, 0.16, 0)


def _books(mask: Mask, accent: Mask, rng: np.random.Generator, foot: float) -> float:
    """A pile of books from the foot of the panel upwards; returns where its top is."""
    y = foot
    for _ in range(int(rng.integers(2, 4))):
        tall = rng.uniform(0.11, 0.17)
        left, right = -rng.uniform(0.5, 0.72), rng.uniform(0.5, 0.72)
        mask.fill(box(left - 0.015, y - tall - 0.015, right + 0.015, y))
        mask.fill(box(left, y - tall, right, y - 0.012), 0)
        spine = rng.random() < 0.5
        if spine:
            accent.fill(box(left, y - tall, right, y - 0.012))
            for x in np.linspace(left + 0.12, right - 0.12, 4):
                mask.fill(box(x - 0.012, y - tall, x + 0.012, y))
        else:
            for page in np.linspace(y - tall + 0.022, y - 0.03, 4):
                mask.line(np.array([(left + 0.05, page), (right - 0.02, page)]), 0.008)
        y -= tall + 0.015
    return float(y)


def _owl(mask: Mask, accent: Mask, rng: np.random.Generator, middle: Points, size: float) -> None:
    """The owl, standing, seen from the front, in a square of `size` about its middle."""
    stout = rng.uniform(0.9, 1.12)

    def at(points: Points) -> Points:
        return points * size * (stout, 1) + middle

    side = joined(
        bezier((0, -0.8), (0.2, -0.8), (0.34, -0.84), (0.46, -1.04), count=16),
        bezier((0.46, -1.04), (0.62, -0.7), (0.44, -0.5), (0.56, -0.2), (0.74, 0.4), (0.3, 0.95)),
        bezier((0.3, 0.95), (0.15, 1.0), (0, 1.0), count=8),
    )
    body = joined(side, mirrored(side)[::-1])
    accent.fill(at(body * 1.04), 0)
    mask.fill(at(body * 1.07), 0)
    mask.fill(at(body))
    breast = joined(
        half := bezier((0, -0.28), (0.5, -0.22), (0.46, 0.5), (0, 0.92)), mirrored(half)[::-1]
    )
    mask.fill(at(breast), 0)
    rows = int(rng.integers(5, 8))
    for row, y in enumerate(np.linspace(-0.12, 0.74, rows)):
        inside = np.interp(y, half[:, 1], half[:, 0]) - 0.06
        count = max(1, int(inside / 0.075))
        for x in np.linspace(-inside, inside, 2 * (count // 2) + 1 + row % 2):
            mask.fill(at(petal(0.1, 0.036, 0.6) * (1, -1) + (x, y - 0.04)))
    _wings(mask, rng, at)
    for flip in (-1, 1):
        eye = np.array([(flip * 0.235, -0.52)])
        spot = at(eye)[0]
        mask.disc(spot, size * 0.25, 0)
        mask.disc(spot, size * 0.225)
        mask.disc(spot, size * 0.2, 0)
        for angle in np.linspace(0, 2 * np.pi, 20, endpoint=False):
            lash = polar([0.135, 0.195], [angle, angle]) * size + spot
            mask.line(lash, size * 0.014)
        accent.disc(spot, size * 0.13)
        mask.ring(spot, size * 0.13, size * 0.022)
        mask.disc(spot, size * 0.075)
        mask.disc(spot + size * np.array([0.025, -0.025]), size * 0.022, 0)
        for toe in (-0.07, 0, 0.07):
            claw = petal(0.12, 0.035, 0.5) * (1, -1) + (flip * 0.2 + toe, 0.9)
            mask.fill(at(claw * (1, 1)))
    beak = np.array([(-0.075, -0.43), (0, -0.5), (0.075, -0.43), (0, -0.22)])
    mask.fill(at((beak - (0, -0.4)) * 1.5 + (0, -0.4)), 0)
    accent.fill(at(beak))
    mask.fill(at(beak * (0.9, 1)))


def _wings(mask: Mask, rng: np.random.Generator, at: Callable[[Points], Points]) -> None:
    """Feathers cut into the dark wings at both sides."""
    count = int(rng.integers(4, 7))
    for flip in (-1, 1):
        for feather, start in enumerate(np.linspace(-0.12, 0.42, count)):
            line = bezier(
                (0.56 + 0.04 * feather / count, start),
                (0.62, start + 0.22),
                (0.42, start + 0.42),
            )
            mask.fill(at(ribbon(line, 0.035 * bulge(len(line), 0.6)) * (flip, 1)), 0)
        for y in (-0.02, 0.12):
            mask.fill(at(circle(0.02, (flip * 0.52, y), 12)), 0)
