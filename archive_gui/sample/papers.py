"""Papers: colours, laid lines, fibres and edges, drawn without regard to what is printed."""

import numpy as np
from PIL import Image, ImageDraw

from archive_gui.sample.framing import Framing
from archive_gui.sample.pixels import (
    Field,
    Pixels,
    Placement,
    Shape,
    blurred,
    clouds,
    grain,
    luma,
    mixed,
    to_field,
)

Colour = tuple[float, float, float]

_LIGHT = (
    *((246, 240, 224), (240, 228, 198), (230, 214, 178), (232, 231, 224), (238, 220, 206)),
    *((214, 219, 202), (226, 207, 158), (221, 216, 222), (248, 245, 238)),
)
_MIDDLE = ((158, 174, 188), (186, 154, 114), (206, 168, 92), (190, 138, 122), (150, 160, 138))
# How many sheets are ruled, and with which inks.
_RULED = 0.27
_PENS = ((88, 132, 178), (176, 92, 92), (120, 124, 128), (104, 148, 128), (150, 112, 156))
_PALE_PENS = ((150, 172, 196), (206, 150, 140), (190, 186, 176))
_DARK = ((36, 48, 78), (46, 40, 38), (112, 42, 40), (38, 66, 56), (72, 52, 78))


def choose_paper(rng: np.random.Generator) -> Colour:
    """The colour of a paper, from 0 to 1: mostly light, at times coloured or dark."""
    group = (_LIGHT, _MIDDLE, _DARK)[int(rng.choice(3, p=[0.62, 0.22, 0.16]))]
    shade = np.asarray(group[int(rng.integers(len(group)))]) * rng.uniform(0.94, 1.03)
    red, green, blue = np.clip((shade + rng.normal(0, 3, 3)) / 255, 0, 1).tolist()
    return red, green, blue


def draw_paper(rng: np.random.Generator, framing: Framing, colour: Colour) -> Pixels:
    """A sheet of paper that covers the picture."""
    shape = framing.shape
    unit = max(shape) / 900
    light = 0.011 * clouds(rng, shape, 300 * unit) + 0.008 * clouds(rng, shape, 40 * unit)
    light += rng.uniform(0.006, 0.022) * grain(rng, shape)
    if rng.random() < 0.4:
        light += laid_lines(rng, framing.sheet, shape, rng.uniform(0.012, 0.03))
    elif rng.random() < 0.4:
        # A rough surface, lit from one side.
        rough = clouds(rng, shape, 3.5 * unit)
        light += rng.uniform(0.015, 0.035) * (rough - np.roll(rough, (1, 1), (0, 1)))
    if rng.random() < 0.5:
        light += _fibres(rng, shape, unit)
    # Where the paper is warmer it is less blue.
    warmth = clouds(rng, shape, 330 * unit)
    tones = [light + 1 - cooling * warmth for cooling in (0.0, 0.006, 0.016)]
    pixels: Pixels = np.stack(tones, axis=2)
    pixels *= np.asarray(colour, np.float32)
    if rng.random() < _RULED:
        pixels = _ruled(rng, pixels, framing, colour)
    return pixels


def _ruled(rng: np.random.Generator, pixels: Pixels, framing: Framing, colour: Colour) -> Pixels:
    """Paper ruled for writing, for accounts, or in squares."""
    unit = max(framing.shape) / 900
    across, down = framing.sheet.along_sides(framing.shape)
    pitch = rng.uniform(12, 38) * unit
    thick = rng.uniform(0.6, 1.1) * unit
    kind = rng.choice(["lines", "squares", "accounts"], p=[0.4, 0.4, 0.2])
    share = _lines(down, pitch, thick)
    if kind == "squares":
        share = np.maximum(share, _lines(across, pitch, thick))
        fine = np.maximum(_lines(across, pitch / 5, thick), _lines(down, pitch / 5, thick))
        if pitch > 24 * unit:
            share = np.maximum(share, 0.4 * fine)
    pens = _PENS if luma(colour) > 0.42 else _PALE_PENS
    pen, other = rng.permutation(len(pens))[:2]
    strength = rng.uniform(0.3, 0.75)
    pixels = mixed(pixels, np.asarray(pens[pen]) / 255, share * strength)
    if kind == "accounts":
        columns = _lines(across, rng.uniform(120, 260) * unit, 1.3 * unit)
        pixels = mixed(pixels, np.asarray(pens[other]) / 255, columns * strength)
    return pixels


def _lines(along: Field, pitch: float, thick: float) -> Field:
    """Parallel lines (h, w), soft at their edges, at every multiple of a pitch."""
    away = np.abs((along + pitch / 2) % pitch - pitch / 2)
    lines: Field = np.clip(thick + 0.5 - away, 0, 1)
    return lines


def laid_lines(rng: np.random.Generator, sheet: Placement, shape: Shape, strength: float) -> Field:
    """Light and dark (h, w) about 0 of the wires of a paper mould, close and far apart."""
    across, down = sheet.along_sides(shape)
    if rng.random() < 0.5:
        across, down = down, across
    unit = max(shape) / 900
    close, far = rng.uniform(4.5, 7.5) * unit, rng.uniform(75, 130) * unit
    sway = clouds(rng, shape, 300 * unit)
    wires = np.cos((down + sway * 2) * (2 * np.pi / close))
    away = np.abs((across + sway * 3 + far / 3) % far - far / 2)
    chains = np.exp(-((away / (1.6 * unit)) ** 2)) + 0.5 * np.exp(-((away / (9 * unit)) ** 2))
    return np.asarray(strength * (0.8 * wires - 1.6 * chains), np.float32)


def _fibres(rng: np.random.Generator, shape: Shape, unit: float) -> Field:
    drawn = Image.new("L", (shape[1], shape[0]), 128)
    pen = ImageDraw.Draw(drawn)
    count = int(rng.integers(40, 240))
    starts = rng.uniform(0, 1, (count, 2)) * (shape[1], shape[0])
    bends = rng.normal(0, 9 * unit, (count, 3, 2)).cumsum(axis=1)
    for start, bend, tone in zip(starts, bends, rng.integers(60, 200, count), strict=True):
        line = np.concatenate([start[None], start + bend])
        pen.line([(x, y) for x, y in line.tolist()], fill=int(tone), joint="curve")
    return (blurred(to_field(drawn), 0.6) - 0.5) * 0.16


def sheet_mask(rng: np.random.Generator, framing: Framing) -> Field:
    """Where the sheet is (h, w): its edges cut, deckled or pinked, a corner perhaps torn off."""
    high, wide = framing.shape
    sheet = framing.sheet
    kind = rng.choice(["cut", "deckle", "pinked"], p=[0.55, 0.3, 0.15])
    half = np.array([sheet.width, sheet.height]) / 2
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    sides = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = float(np.linalg.norm(end - start))
        inwards = np.array([-(end - start)[1], (end - start)[0]]) / length
        if kind == "pinked":
            steps = max(4, round(length / (max(framing.shape) * 0.016)) * 2)
            depth = np.arange(steps) % 2 * max(framing.shape) * 0.009
        else:
            steps = 160
            rough = max(framing.shape) * (0.0032 if kind == "deckle" else 0.0003)
            walk = np.convolve(rng.normal(0, 1, steps), np.ones(5) / 2.2, mode="same")
            depth = np.abs(walk) * rough
        share = np.linspace(0, 1, steps, endpoint=False)[:, None]
        sides.append(start + (end - start) * share + inwards * depth[:, None])
    outline = sheet.point(np.concatenate(sides))
    drawn = Image.new("L", (wide * 2, high * 2))
    pen = ImageDraw.Draw(drawn)
    pen.polygon([(x, y) for x, y in (outline * 2).tolist()], fill=255)
    if rng.random() < 0.18:
        _tear(pen, rng, sheet)
    return to_field(drawn.reduce(2))


def _tear(pen: ImageDraw.ImageDraw, rng: np.random.Generator, sheet: Placement) -> None:
    """Take a corner off the sheet."""
    horizontal, vertical = rng.choice([-1, 1], 2)
    size = rng.uniform(0.05, 0.16) * min(sheet.width, sheet.height)
    corner = np.array([horizontal * sheet.width, vertical * sheet.height]) / 2
    share = np.linspace(-0.1, 1.1, 24)[:, None]
    first, last = corner - (horizontal * size, 0), corner - (0, vertical * size * 1.3)
    edge = first + (last - first) * share + rng.normal(0, size * 0.035, (24, 2))
    outline = sheet.point(np.concatenate([edge, [corner * 1.2]])) * 2
    pen.polygon([(x, y) for x, y in outline.tolist()], fill=0)
