"""Textile patterns: the herringbone weave and the paisley print."""

import numpy as np

from archive_gui.sample.curves import (
    Points,
    bezier,
    circle,
    joined,
    mirrored,
    moved,
    petal,
    ribbon,
    turned,
)
from archive_gui.sample.drawing import SIDE, Mask, Plate, Shape, field


def textile_herringbone(rng: np.random.Generator) -> Plate:
    """A weave whose diagonal ribs turn at every column, in two yarns."""
    side = SIDE
    y, x = np.mgrid[:side, :side].astype(np.float32)
    bend = rng.uniform(0, 7)
    x += bend * np.sin(y * 2 * np.pi / rng.uniform(400, 900) + rng.uniform(0, 6))
    y += bend * np.sin(x * 2 * np.pi / rng.uniform(400, 900) + rng.uniform(0, 6))
    column = side / rng.uniform(4, 13)
    period = column / rng.uniform(1.9, 3.2)
    slope = rng.uniform(0.8, 1.25)
    number = np.floor(x / column)
    across = x - number * column
    rising = number % 2 == 0
    shifted = (
        y + slope * np.where(rising, across, column - across) + np.where(rising, 0, 0.5) * (period)
    )
    phase = shifted % period
    rib = np.minimum(phase, period * rng.uniform(0.48, 0.62) - phase)
    ribs = np.clip(rib + 0.5, 0, 1)
    thread = period / rng.integers(3, 6)
    twist = 0.5 + 0.5 * np.cos(2 * np.pi * np.where(rising, x + y, x - y) / thread)
    yarns = rng.uniform(0.8, 1.0, side).astype(np.float32)
    body = ribs * (0.72 + 0.28 * twist) * yarns[:, None]
    shade = np.clip(1 - np.abs(phase - period * 0.8) / (period * 0.2), 0, 1) * (1 - ribs)
    check = np.zeros_like(x)
    if rng.random() < 0.4:
        pitch = column * 2 * rng.integers(1, 3)
        for along in (x, y):
            away = np.abs((along - column * 0.5) % pitch - pitch / 2)
            check = np.maximum(check, np.clip(period * 0.35 - away, 0, 1))
        check *= 0.35 + 0.65 * ribs
    return Plate((field(shade * 0.35), field(body), field(check)), fills=True)


def textile_paisley(rng: np.random.Generator) -> Plate:
    """Curled drops with flowers in them, in staggered rows that look left and right in turn."""
    main, accent, ground = Mask(), Mask(), Mask()
    drop, filling = _drop(rng)
    pitch = rng.uniform(0.46, 0.82)
    tall = pitch * rng.uniform(1.4, 1.6)
    size = pitch * rng.uniform(0.5, 0.58)
    lean = rng.uniform(-0.25, 0.35)
    alternates = rng.random() < 0.7
    shift = rng.uniform(-0.5, 0.5, 2)
    for column in range(-4, 5):
        for row in range(-3, 4):
            middle = np.array(
                [(column + shift[0]) * pitch, (row + shift[1] + (column % 2) / 2) * tall]
            )
            if np.abs(middle).max() > 1 + size * 1.3:
                continue

            def place(
                points: Points, flips: bool = alternates and column % 2 == 1, to: Points = middle
            ) -> Points:
                leaning = turned(points, lean) * size
                return (mirrored(leaning) if flips else leaning) + to

            main.shapes(drop, place)
            accent.shapes(filling, place)
            between = moved(middle, (0, tall / 2))
            for angle in np.arange(6) * np.pi / 3:
                main.fill(turned(petal(size * 0.2, size * 0.075), angle) + between)
                accent.disc(turned(np.array([[0, -size * 0.3]]), angle)[0] + between, size * 0.035)
            accent.disc(between, size * 0.06)
            for side in (-1, 1):
                sprig = bezier((0, 0.2), (0.1 * side, 0.4), (0.02 * side, 0.62)) * size
                main.fill(ribbon(sprig + between, size * 0.03))
                main.fill(ribbon(between - sprig, size * 0.03))
    if rng.random() < 0.75:
        ground.fill(np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], float))
    return Plate((ground.reduced(), main.reduced(), accent.reduced()), fills=True)


def _drop(rng: np.random.Generator) -> tuple[list[Shape], list[Shape]]:
    """The drop in a square from -1 to 1, its tip up and curled: its body, and what fills it."""
    curl = rng.uniform(0.45, 0.75)
    tip = (curl, -0.86)
    right = bezier((0.0, 1.0), (0.86, 1.02), (0.82, -0.1), (-0.25, -0.35), (0.1, -1.25), tip)
    left = bezier((0.0, 1.0), (-0.95, 1.0), (-0.85, 0.05), (-0.75, -0.95), (0.15, -1.6), tip)
    outline = joined(right, left[::-1])
    heart = np.array([-0.02, 0.38])
    body: list[Shape] = [(outline, 255)]
    filling: list[Shape] = []
    inset = rng.uniform(0.84, 0.9)
    body.append(((outline - heart) * inset + heart, 0))
    body.append(((outline - heart) * inset * 0.92 + heart, 255))
    opened = rng.random() < 0.5
    inner = (outline - heart) * inset * 0.6 + heart
    if opened:
        body.append((inner, 0))
    dots = (outline - heart) * inset * 0.76 + heart
    for point in _spaced(dots, int(rng.integers(22, 32))):
        filling.append((circle(0.036, point, 16), 255))
    petals = int(rng.integers(6, 10))
    for angle in np.arange(petals) * 2 * np.pi / petals:
        filling.append((turned(petal(0.27, 0.1), angle) + heart + (0, 0.02), 255))
    filling.append((circle(0.075, moved(heart, (0, 0.02)), 24), 0))
    for reach in (0.2, 0.4, 0.58):
        for side in (-1, 1):
            leaf = turned(petal(0.2, 0.065), side * 0.9 + 0.15)
            filling.append((leaf * (1.05 - reach) + (-0.06 + 0.1 * reach, 0.14 - reach), 255))
    for point in _spaced((outline - heart) * 1.06 + heart, int(rng.integers(26, 40))):
        body.append((circle(0.03, point, 12), 255))
    return body, filling


def _spaced(outline: Points, count: int) -> Points:
    """Points at even distances on a closed outline."""
    closed = joined(outline, outline[:1])
    steps = np.linalg.norm(np.diff(closed, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(steps)])
    at = np.linspace(0, along[-1], count, endpoint=False)
    return np.stack([np.interp(at, along, closed[:, axis]) for axis in (0, 1)], axis=1)
