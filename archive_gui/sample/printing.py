"""Printing: inks, and the techniques that leave them unevenly on the paper."""

from collections.abc import Callable

import numpy as np

from archive_gui.sample.drawing import Plate
from archive_gui.sample.framing import Framing
from archive_gui.sample.papers import Colour
from archive_gui.sample.pixels import Field, Pixels, blurred, clouds, grain, luma, mixed, placed

_DARK_INKS = (
    *((26, 24, 26), (60, 40, 28), (30, 46, 92), (122, 30, 36), (188, 50, 36), (32, 80, 62)),
    *((78, 46, 112), (18, 94, 108), (150, 56, 106), (140, 86, 26), (92, 92, 96), (36, 66, 156)),
)
_LIGHT_INKS = (
    *((247, 242, 230), (226, 192, 112), (174, 206, 226), (240, 184, 172), (194, 220, 174)),
    *((232, 140, 70), (228, 214, 190)),
)
_MAIN_CONTRAST, _CONTRAST = 0.27, 0.1
_DIFFERENCE = 0.22


def choose_inks(rng: np.random.Generator, paper: Colour, count: int) -> list[Colour]:
    """Inks that are told from the paper and from each other; the last has the most contrast."""
    group = _DARK_INKS if luma(paper) > 0.42 else _LIGHT_INKS
    inks: list[Colour] = []
    for index in rng.permutation(len(group)):
        red, green, blue = (np.asarray(group[index]) / 255).tolist()
        ink = red, green, blue
        far = all(np.linalg.norm(np.subtract(ink, other)) > _DIFFERENCE for other in inks)
        if far and abs(luma(ink) - luma(paper)) > (_CONTRAST if inks else _MAIN_CONTRAST):
            inks.append(ink)
        if len(inks) == count:
            break
    while len(inks) < count:
        red, green, blue = ((np.asarray(paper) + np.asarray(inks[-1])) / 2).tolist()
        inks.append((red, green, blue))
    return inks[::-1]


def print_plate(
    rng: np.random.Generator, paper: Pixels, plate: Plate, framing: Framing, colour: Colour
) -> Pixels:
    """Print a plate on a paper of a colour, by a technique that is drawn by lot."""
    shape = framing.shape
    layers = [layer for layer in plate.layers if layer.getbbox()]
    inks = choose_inks(rng, colour, len(layers))
    names = list(_TECHNIQUES)
    shares = np.array([_SHARES[name] for name in names])
    if plate.fills:
        # These leave nothing to be seen of a pattern in several inks.
        shares[[names.index(name) for name in ("outlined", "stamped", "washed")]] = 0
    technique = _TECHNIQUES[names[int(rng.choice(len(names), p=shares / shares.sum()))]]
    strength = rng.uniform(0.62, 1.0)
    # The ink lies in the texture of the paper.
    relief = (paper[..., 1] / max(colour[1], 0.02))[..., None]
    unit = max(shape) / 900
    slip = rng.normal(0, 1.6 * unit, (len(layers), 2)) if rng.random() < 0.35 else None
    pixels = paper
    for number, (layer, ink) in enumerate(zip(layers, inks, strict=True)):
        covered = placed(layer, framing.motif, shape)
        if slip is not None:
            shift = np.round(slip[number]).astype(int)
            covered = np.roll(covered, (int(shift[0]), int(shift[1])), (0, 1))
        covered = technique(rng, covered, unit)
        pixels = mixed(pixels, np.asarray(ink, np.float32) * relief, covered * strength)
    return pixels


def _letterpress(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """Ink squeezed to the edges, with specks where the paper did not take it."""
    middle = blurred(covered, 2.2 * unit)
    dry = clouds(rng, covered.shape, 2.2 * unit) + 0.7 * clouds(rng, covered.shape, 120 * unit)
    specks = np.clip((dry - rng.uniform(1.1, 2.2)) * 2.5, 0, 0.85)
    return np.asarray(covered * (1 - 0.22 * middle**3) * (1 - specks), np.float32)


def _stamped(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """A rubber stamp, inked and pressed unevenly."""
    uneven = (
        clouds(rng, covered.shape, 190 * unit) * 0.75 + clouds(rng, covered.shape, 14 * unit) / 4
    )
    pressed = np.clip(0.72 + uneven * rng.uniform(0.35, 0.75), 0.04, 1)
    soft = blurred(covered, rng.uniform(0.5, 1.5) * unit)
    fine = np.clip(0.9 + 0.22 * grain(rng, covered.shape), 0, 1)
    return np.asarray(soft * pressed * fine, np.float32)


def _lithograph(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """The grain of a stone, through which the paper shows."""
    stone = clouds(rng, covered.shape, 1.6 * unit) + 0.3 * clouds(rng, covered.shape, 80 * unit)
    tone = rng.uniform(0.05, 0.8)
    return np.asarray(covered * np.clip(0.62 + tone + 0.6 * stone, 0.1, 1), np.float32)


def _engraved(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """Areas made of lines, as a burin makes them."""
    y, x = np.ogrid[: covered.shape[0], : covered.shape[1]]
    angle = rng.uniform(0, np.pi)
    pitch = rng.uniform(4, 8) * unit
    along = (x * np.cos(angle) + y * np.sin(angle)).astype(np.float32)
    lines = np.cos((along + 2 * clouds(rng, covered.shape, 90 * unit)) * (2 * np.pi / pitch))
    inside = blurred(covered, 1.3 * unit) ** 3
    return np.asarray(
        covered * np.where(inside > 0.7, np.clip(0.5 + 1.6 * lines, 0, 1), 1), np.float32
    )


def _halftone(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """A process block: dots whose size is the tone."""
    y, x = np.ogrid[: covered.shape[0], : covered.shape[1]]
    angle = rng.uniform(0.2, 1.3)
    pitch = max(4.0, rng.uniform(4.5, 7.5) * unit)
    first = (x * np.cos(angle) + y * np.sin(angle)).astype(np.float32)
    second = (y * np.cos(angle) - x * np.sin(angle)).astype(np.float32)
    screen = np.cos(first * (2 * np.pi / pitch)) * np.cos(second * (2 * np.pi / pitch))
    tone = 0.1 + 0.62 * blurred(covered, 1.0 * unit) + 0.06 * clouds(rng, covered.shape, 200 * unit)
    return np.asarray(np.clip((tone * 2 - 1 + screen) * 2.2 + 0.5, 0, 1), np.float32)


def _washed(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """Ink that has run and pooled."""
    pooled = np.clip(0.72 + 0.25 * clouds(rng, covered.shape, 45 * unit), 0.4, 1)
    soft = blurred(covered, rng.uniform(1.6, 3.4) * unit)
    return np.asarray(np.clip(0.62 * soft + 0.5 * covered * soft, 0, 1) * pooled, np.float32)


def _outlined(rng: np.random.Generator, covered: Field, unit: float) -> Field:
    """Traced in pencil or pen: only the outlines are drawn."""
    wide = blurred(covered, rng.uniform(1.1, 1.9) * unit)
    edge = np.clip(4.2 * wide * (1 - wide) - 0.12, 0, 1)
    pencil = np.clip(0.85 + 0.4 * clouds(rng, covered.shape, 2.0 * unit), 0, 1)
    faint = 0.14 * covered
    return np.asarray(np.clip(edge * 1.25 + faint, 0, 1) * pencil, np.float32)


_TECHNIQUES: dict[str, Callable[[np.random.Generator, Field, float], Field]] = {
    "letterpress": _letterpress,
    "stamped": _stamped,
    "lithograph": _lithograph,
    "engraved": _engraved,
    "halftone": _halftone,
    "washed": _washed,
    "outlined": _outlined,
}
_SHARES = {
    "letterpress": 0.25,
    "stamped": 0.16,
    "lithograph": 0.14,
    "engraved": 0.13,
    "halftone": 0.12,
    "washed": 0.08,
    "outlined": 0.12,
}
