"""What time does to a sheet: foxing, stains, folds, scratches, fading and notes in pencil."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from archive_gui.sample.curves import Points, moved
from archive_gui.sample.framing import Framing
from archive_gui.sample.pixels import Field, Pixels, Placement, clouds, mixed, to_field


def age_sheet(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """A sheet after a long life; what befell it is drawn by lot."""
    befallen = (
        (0.4, _fade),
        (0.55, _browned_edges),
        (0.35, _foxing),
        (0.3, _stain),
        (0.3, _folds),
        (0.25, _scratches),
        (0.12, _tape),
        (0.35, _notes),
    )
    for chance, happen in befallen:
        if rng.random() < chance:
            pixels = happen(rng, pixels, framing)
    return pixels


def _fade(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """Light has bleached the sheet, more on one side."""
    across, down = framing.sheet.along_sides(framing.shape)
    angle = rng.uniform(0, 2 * np.pi)
    ramp = (across * float(np.cos(angle)) + down * float(np.sin(angle))) / max(framing.shape)
    share: Field = np.clip(rng.uniform(0.05, 0.3) + rng.uniform(0, 0.5) * ramp, 0, 0.6)
    grey = (pixels @ np.full(3, 0.55 / 3, np.float32))[..., None]
    return mixed(pixels, grey + np.array([0.42, 0.4, 0.34], np.float32), share)


def _browned_edges(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    sheet = framing.sheet
    across, down = sheet.along_sides(framing.shape)
    from_sides = np.maximum(sheet.width / 2 - np.abs(across), 0)
    from_ends = np.maximum(sheet.height / 2 - np.abs(down), 0)
    reach = rng.uniform(0.03, 0.14) * min(framing.shape)
    wander = 1 + 0.3 * clouds(rng, framing.shape, 0.2 * max(framing.shape))
    rate = -1 / (reach * np.clip(wander, 0.3, 2))
    share = np.minimum(np.exp(from_sides * rate) + np.exp(from_ends * rate), 1.1)
    return _tinted(
        pixels, (0.72, 0.56, 0.36), np.asarray(share * rng.uniform(0.25, 0.7), np.float32)
    )


def _foxing(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """Brown spots, in swarms."""
    high, wide = framing.shape
    unit = max(framing.shape) / 900
    drawn = Image.new("L", (wide, high))
    pen = ImageDraw.Draw(drawn)
    for _ in range(int(rng.integers(2, 6))):
        middle = rng.uniform(0, 1, 2) * (wide, high)
        for _ in range(int(rng.integers(8, 45))):
            x, y = middle + rng.normal(0, 0.13, 2) * (wide, high)
            size = min(rng.lognormal(0.9, 0.7), 16) * unit
            tone = int(rng.integers(60, 230))
            pen.ellipse([x - size, y - size * 0.9, x + size, y + size * 0.9], fill=tone)
    spots = to_field(drawn.filter(ImageFilter.GaussianBlur(1.6 * unit)))
    spots = spots * np.clip(0.9 + 0.4 * clouds(rng, framing.shape, 5 * unit), 0, 1.3)
    return _tinted(pixels, (0.66, 0.44, 0.24), np.asarray(spots * 0.75, np.float32))


def _stain(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """Water that has dried and left a tide line."""
    high, wide = framing.shape
    side = rng.choice([-0.1, 0.5, 1.1], 2) + rng.normal(0, 0.15, 2)
    x = (np.arange(wide, dtype=np.float32) / wide - float(side[0])) * (wide / max(high, wide))
    y = (np.arange(high, dtype=np.float32) / high - float(side[1])) * (high / max(high, wide))
    level = (
        rng.uniform(0.2, 0.5)
        - np.hypot(x[None], y[:, None])
        + 0.045 * clouds(rng, framing.shape, 0.13 * max(framing.shape))
        + 0.012 * clouds(rng, framing.shape, 0.03 * max(framing.shape))
    )
    inside = np.clip(level * 140, 0, 1)
    line = np.exp(-np.clip(level, 0, 1) * 70) * inside
    hue = ((0.78, 0.66, 0.45), (0.62, 0.48, 0.3), (0.7, 0.72, 0.72), (0.45, 0.5, 0.66))
    share = np.asarray(rng.uniform(0.15, 0.35) * inside + 0.5 * line, np.float32)
    return _tinted(pixels, hue[int(rng.choice(4, p=[0.45, 0.3, 0.15, 0.1]))], share)


def _folds(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """Creases: a lit and a shaded flank, and a broken surface on the ridge."""
    sheet, shape = framing.sheet, framing.shape
    unit = max(shape) / 900
    across, down = sheet.along_sides(shape)
    light = np.zeros(shape, np.float32)
    ridge = np.zeros(shape, np.float32)
    for number in range(int(rng.integers(1, 4))):
        along, size = ((across, sheet.width), (down, sheet.height))[number % 2]
        middle = float(rng.choice([0, 0, -1 / 6, 1 / 6, 0.25])) * size
        away = along - middle + 1.5 * unit * clouds(rng, shape, 60 * unit)
        lit = float(rng.choice([-0.1, 0.1]))
        light += lit * np.sign(away) * np.exp(-np.abs(away) / (26 * unit))
        broken = np.clip(0.6 + clouds(rng, shape, 6 * unit), 0, 1)
        ridge = np.maximum(ridge, np.exp(-((away / (1.1 * unit)) ** 2)) * broken)
    shaded = pixels * (1 + light[..., None])
    bare = np.clip(pixels[::5, ::5].mean(axis=(0, 1)) * 1.12 + 0.06, 0, 1)
    return mixed(shaded, bare, np.asarray(ridge * 0.62, np.float32))


def _scratches(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    high, wide = framing.shape
    drawn = Image.new("L", (wide, high))
    pen = ImageDraw.Draw(drawn)
    main = rng.uniform(0, np.pi)
    for _ in range(int(rng.integers(6, 40))):
        x, y = rng.uniform(0, 1, 2) * (wide, high)
        angle = main + rng.normal(0, 0.35)
        long = rng.exponential(0.12) * max(framing.shape)
        end = x + long * np.cos(angle), y + long * np.sin(angle)
        pen.line([(x, y), end], fill=int(rng.integers(50, 200)), width=1)
    lines = to_field(drawn.filter(ImageFilter.GaussianBlur(0.5)))
    if rng.random() < 0.75:
        return mixed(pixels, (0.95, 0.93, 0.88), lines)
    return mixed(pixels, (0.2, 0.18, 0.16), lines * np.float32(0.4))


def _tape(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """Strips of old adhesive tape across the edges of the sheet."""
    sheet, shape = framing.sheet, framing.shape
    share = np.zeros(shape, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        side = rng.uniform(-0.45, 0.45), float(rng.choice([-0.47, 0.47]))
        upright = rng.random() < 0.5
        corner = np.array([side if upright else side[::-1]]) * (sheet.width, sheet.height)
        x, y = sheet.point(corner)[0]
        long, thick = rng.uniform(0.07, 0.13) * max(shape), rng.uniform(0.018, 0.028) * max(shape)
        angle = sheet.angle + (90 if upright else 0) + rng.normal(0, 9)
        across, down = Placement(x, y, long, thick, angle).along_sides(shape)
        torn = np.abs(across) + 0.04 * long * np.cos(down * (9 / thick))
        inside = np.minimum(long - torn, thick - np.abs(down))
        rim = np.exp(-np.maximum(inside, 0) / 6)
        share = np.maximum(share, np.clip(inside, 0, 1) * (0.42 + 0.3 * rim))
    return _tinted(pixels, (0.86, 0.72, 0.42), share)


def _notes(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """A line or two of somebody's hand, near the edge of the sheet."""
    high, wide = framing.shape
    sheet = framing.sheet
    drawn = Image.new("L", (wide * 2, high * 2))
    pen = ImageDraw.Draw(drawn)
    size = rng.uniform(0.011, 0.02) * max(framing.shape)
    left = rng.uniform(-0.45, 0.05) * sheet.width
    base = rng.choice([-0.45, 0.42, 0.45]) * sheet.height
    for row in range(int(rng.integers(1, 3))):
        words = _scrawl(rng, int(rng.integers(6, 22)), size)
        for word in words:
            line = sheet.point(moved(word, (left, base + row * size * 2.6))) * 2
            pen.line([(x, y) for x, y in line.tolist()], fill=255, width=max(2, round(size / 4)))
    ink = ((0.28, 0.28, 0.3), (0.3, 0.2, 0.14), (0.18, 0.22, 0.45), (0.6, 0.16, 0.14))
    colour = ink[int(rng.choice(4, p=[0.5, 0.25, 0.15, 0.1]))]
    return mixed(pixels, colour, to_field(drawn.reduce(2)) * np.float32(rng.uniform(0.5, 0.9)))


def _scrawl(rng: np.random.Generator, letters: int, size: float) -> list[Points]:
    """Words in a running hand that nobody can read, from the origin to the right."""
    words, start, x = [], 0, 0.0
    steps = 12
    while start < letters:
        length = min(int(rng.integers(2, 9)), letters - start)
        tall = rng.choice([0.5, 1.25, -0.85], length, p=[0.72, 0.2, 0.08]) * rng.uniform(0.8, 1.15)
        open_loop = rng.choice([-0.28, 0.0, 0.12, 0.3], length, p=[0.15, 0.35, 0.25, 0.25])
        beats = rng.choice([1, 2], length, p=[0.6, 0.4])
        pieces = []
        for letter in range(length):
            t = np.linspace(0, 1, steps, endpoint=False)
            y = -(np.sin(np.pi * beats[letter] * t) ** 2) * tall[letter]
            along = letter + t + open_loop[letter] * np.sin(2 * np.pi * t) - 0.4 * y
            pieces.append(np.stack([x + 0.72 * along * size, y * size * 1.6], axis=1))
        words.append(np.concatenate(pieces))
        x += (0.72 * length + 0.75) * size
        start += length
    return words


def _tinted(pixels: Pixels, colour: tuple[float, float, float], share: Field) -> Pixels:
    """Colours darkened towards a stain's, as through a glaze."""
    glazed: Pixels = share[..., None] * (np.asarray(colour, np.float32) - 1)
    glazed += 1
    glazed *= pixels
    return glazed
