"""How a sheet was photographed: on what it lies, what lies beside it, and in which tones."""

import numpy as np
from PIL import Image, ImageDraw

from archive_gui.sample.framing import Framing
from archive_gui.sample.pixels import Field, Pixels, blurred, clouds, grain, mixed, sides, to_field

_GROUNDS = (
    *((22, 22, 24), (244, 243, 240), (128, 128, 128), (64, 66, 70), (54, 70, 58)),
    *((88, 40, 44), (52, 60, 84), (196, 182, 152), (120, 92, 66)),
)
_PATCHES = (
    *((250, 250, 248), (200, 200, 200), (130, 130, 130), (60, 60, 60), (20, 20, 20)),
    *((40, 60, 140), (60, 140, 70), (180, 40, 50), (230, 200, 40), (190, 80, 140), (30, 130, 160)),
)


def lay_on_ground(
    rng: np.random.Generator, pixels: Pixels, sheet: Field, framing: Framing
) -> Pixels:
    """The sheet on a table, a mount or a scanner's lid, with its shadow."""
    shape = framing.shape
    unit = max(shape) / 900
    ground = np.asarray(_GROUNDS[int(rng.integers(len(_GROUNDS)))], np.float32) / 255
    rough = 0.03 * grain(rng, shape) + 0.02 * clouds(rng, shape, 200 * unit)
    table = ground * (1 + rough[..., None]) + 0.01
    away = round(rng.uniform(1, 7) * unit)
    shadow = np.roll(blurred(sheet, rng.uniform(2, 7) * unit), (away, away), (0, 1))
    table = table * (1 - rng.uniform(0.25, 0.55) * shadow[..., None])
    laid = mixed(table, pixels, sheet)
    if rng.random() < 0.28:
        laid = _colour_card(rng, laid, framing)
    return laid


def _colour_card(rng: np.random.Generator, pixels: Pixels, framing: Framing) -> Pixels:
    """A photographer's card of colours, or a ruler, along an edge."""
    high, wide = framing.shape
    drawn = Image.new("RGB", (wide, high))
    share = Image.new("L", (wide, high))
    pen, cover = ImageDraw.Draw(drawn), ImageDraw.Draw(share)
    thick = round(0.034 * max(high, wide))
    long = round(rng.uniform(0.4, 0.62) * wide)
    left, top = round(rng.uniform(0.04, 0.3) * wide), high - thick - round(0.008 * high)
    cover.rectangle([left, top, left + long, top + thick], fill=255)
    if rng.random() < 0.5:
        step = long / len(_PATCHES)
        for number, patch in enumerate(_PATCHES):
            start = left + step * number
            pen.rectangle([start, top, start + step, top + thick], fill=patch)
    else:
        pen.rectangle([left, top, left + long, top + thick], fill=(238, 236, 228))
        tick = 0.0105 * max(high, wide)
        for number in range(int(long / tick)):
            reach = thick * (0.55 if number % 10 == 0 else 0.4 if number % 5 == 0 else 0.25)
            x = left + number * tick
            pen.line([(x, top), (x, top + reach)], fill=(30, 30, 30))
    return mixed(pixels, np.asarray(drawn, np.float32) / 255, to_field(share))


def photograph(rng: np.random.Generator, pixels: Pixels) -> Image.Image:
    """The picture as it was taken: in colour, or as one of the old processes gives it.

    RGB, or L for some grey scans.
    """
    shape = pixels.shape[0], pixels.shape[1]
    process = rng.choice(
        ["colour", "grey", "sepia", "blueprint", "negative", "copy"],
        p=[0.54, 0.13, 0.09, 0.09, 0.07, 0.08],
    )
    if process == "colour":
        balance = 1 + rng.normal(0, 0.035, 3).astype(np.float32)
        contrast = rng.uniform(0.86, 1.1)
        return _finished(rng, pixels * (contrast * balance) + (0.5 - 0.5 * contrast) * balance)
    grey = pixels @ np.array([0.299, 0.587, 0.114], np.float32)
    low, high = np.quantile(grey[::7, ::7], (0.01, 0.99))
    tone = np.clip((grey - low) / max(float(high - low), 0.4), 0, 1)
    tone = tone ** rng.uniform(0.75, 1.3) + 0.015 * grain(rng, shape)
    if process == "grey":
        plain = _finished(rng, np.repeat((0.04 + 0.92 * tone)[..., None], 3, axis=2))
        return plain.convert("L") if rng.random() < 0.7 else plain
    if process == "copy":
        # A photocopier's edge between black and white.
        edge = 0.5 * blurred(tone, 0.05 * max(shape)) + rng.uniform(0.17, 0.27)
        hard = np.clip((tone - edge) * rng.uniform(3, 7) + 0.5, 0.04, 0.97)
        return _finished(rng, np.repeat(np.asarray(hard, np.float32)[..., None], 3, axis=2))
    dark, light = {
        "sepia": ((0.17, 0.1, 0.06), (0.93, 0.85, 0.7)),
        "blueprint": ((0.04, 0.16, 0.38), (0.9, 0.93, 0.9)),
        "negative": ((0.95, 0.95, 0.93), (0.06, 0.06, 0.08)),
    }[str(process)]
    start, end = np.asarray(dark, np.float32), np.asarray(light, np.float32)
    if process == "blueprint" and rng.random() < 0.6:
        tone = 1 - tone
    return _finished(rng, start + (end - start) * tone[..., None])


def _finished(rng: np.random.Generator, pixels: Pixels) -> Image.Image:
    """Uneven light and noise, then 8 bits."""
    shape = pixels.shape[0], pixels.shape[1]
    down, across = sides(shape)
    right, below = rng.normal(0, 0.035, 2).tolist()
    corners = rng.uniform(0, 0.07)
    light = 255 * (1 + right * across + below * down - corners * (across**2 + down**2))
    noise = 1.6 * grain(rng, shape)
    done = pixels * light[..., None]
    done += noise[..., None]
    return Image.fromarray(np.clip(done, 0, 255, out=done).astype(np.uint8))
