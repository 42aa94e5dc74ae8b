"""Decorated surfaces: the painted tile, and combed marbled paper."""

import numpy as np
from PIL import Image

from archive_gui.sample.curves import (
    bezier,
    box,
    bulge,
    circle,
    mirrored,
    moved,
    petal,
    ribbon,
    turned,
)
from archive_gui.sample.drawing import SIDE, Mask, Plate, field


def tile_azulejo(rng: np.random.Generator) -> Plate:
    """A wall of painted tiles: a flower in the middle, quarter rings that join at the corners."""
    tile, second = _tile(rng)
    count = int(rng.choice([1, 2, 3, 4], p=[0.15, 0.35, 0.35, 0.15]))
    side = SIDE // count
    joint = max(2, round(side * rng.uniform(0.006, 0.014)))
    inner = side - joint
    small = [layer.resize((inner, inner), Image.Resampling.BOX) for layer in (tile, second)]
    walls = [Image.new("L", (SIDE, SIDE)) for _ in range(2)]
    seams = Image.new("L", (SIDE, SIDE), 150)
    for row in range(count):
        for column in range(count):
            at = column * side + joint // 2, row * side + joint // 2
            quarter = int(rng.integers(4)) * 90
            strength = rng.uniform(0.78, 1)
            for wall, layer in zip(walls, small, strict=True):
                wall.paste(layer.rotate(quarter).point(lambda v, s=strength: v * s), at)
            seams.paste(0, (*at, at[0] + inner, at[1] + inner))
    return Plate((seams, walls[1], walls[0]), fills=count > 1)


def _tile(rng: np.random.Generator) -> tuple[Image.Image, Image.Image]:
    """One tile, the same after every quarter of a turn: its outlines, and its second colour."""
    lines, colour = Mask(), Mask()
    outer = rng.uniform(0.62, 0.74)
    petal_width = rng.uniform(0.11, 0.15)
    line = rng.uniform(0.022, 0.034)
    diamond = rng.random() < 0.6
    for quarter in range(4):
        angle = quarter * np.pi / 2
        corner = turned(np.array([[1.0, -1.0]]), angle)[0]
        lines.disc(corner, outer)
        lines.disc(corner, outer - line, 0)
        colour.disc(corner, outer - 2.2 * line)
        colour.disc(corner, outer * 0.72, 0)
        lines.disc(corner, outer * 0.7)
        lines.disc(corner, outer * 0.7 - line, 0)
        for spread in np.linspace(-1, 1, 5) * 0.62:
            leaf = petal(outer * 0.58, outer * 0.1, 0.7)
            lines.fill(turned(leaf, angle - 3 * np.pi / 4 + spread) + corner)
        lines.disc(corner, outer * 0.17)
        lines.disc(corner, outer * 0.09, 0)
    if diamond:
        for half, mask, value in ((0.66, lines, 255), (0.66 - 1.5 * line, lines, 0)):
            mask.fill(turned(box(-half, -half, half, half) * 0.707, np.pi / 4), value)
    for quarter in range(4):
        angle = quarter * np.pi / 2
        colour.fill(turned(petal(0.56, petal_width * 1.15), angle))
        lines.fill(turned(petal(0.5, petal_width), angle + np.pi / 4))
        lines.fill(turned(petal(0.4, petal_width * 0.55), angle + np.pi / 4), 0)
        scroll = bezier((0.07, -0.6), (0.3, -0.72), (0.42, -0.95), (0.22, -0.98), (0.16, -0.84))
        for curve in (scroll, mirrored(scroll)):
            lines.fill(turned(ribbon(curve, line * (0.6 + bulge(len(curve)))), angle))
        bud = petal(0.3, 0.07) * (1, -1)
        lines.fill(turned(moved(bud, (0, -1)), angle))
        colour.fill(turned(moved(bud * 0.6, (0, -0.98)), angle))
    lines.disc((0, 0), 0.13)
    colour.fill(circle(0.08))
    return lines.reduced(), colour.reduced()


def paper_marbled(rng: np.random.Generator) -> Plate:
    """Paper marbled in rows and drawn through a comb, as book-binders use it."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32) / SIDE
    wander = rng.uniform(0.003, 0.012)
    for waves in (2.0, 3.7, 6.1):
        x += wander / waves * np.sin(2 * np.pi * (waves * y + rng.uniform()))
        y += wander * 1.6 / waves * np.sin(2 * np.pi * (waves * x + rng.uniform()))
    teeth = rng.uniform(8, 18)
    draw = rng.uniform(0.09, 0.17)
    sharp = rng.uniform(0.13, 0.26)
    away = np.abs((x * teeth) % 1 - 0.5)
    lag = draw * np.exp(-away / sharp)
    if rng.random() < 0.35:
        lag -= draw * 0.8 * np.exp(-(0.5 - away) / sharp)
    at = ((y - lag) * 4096).astype(np.intp) % 4096
    bands = _bands(rng)
    return Plate(tuple(field(band[at]) for band in bands), fills=True)


def _bands(rng: np.random.Generator) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Which of four colours lies where in the rows of paint: tables (4096,) from 0 to 1."""
    tables = [np.zeros(4096) for _ in range(4)]
    start, colour = 0, 0
    mean = rng.uniform(0.012, 0.026) * 4096
    while start < 4096:
        end = start + max(16, int(mean * rng.lognormal(0, 0.55)))
        colour = (colour + int(rng.integers(1, 5))) % 5
        if colour < 4:
            tables[colour][start:end] = rng.uniform(0.8, 1)
        start = end
    soft = np.ones(9) / 9
    return [np.convolve(table, soft, mode="same") for table in tables]
