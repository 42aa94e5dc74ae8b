"""What is not printed: seals pressed into wax, and marks in the paper itself."""

import numpy as np

from archive_gui.sample.drawing import Plate
from archive_gui.sample.framing import Framing
from archive_gui.sample.papers import laid_lines
from archive_gui.sample.pixels import Pixels, blurred, clouds, grain, mixed, placed, sides

_WAXES = (
    *((158, 26, 24), (112, 16, 24), (176, 54, 30), (26, 74, 46), (44, 38, 38), (190, 144, 76)),
    *((34, 50, 96), (226, 214, 190), (120, 78, 46), (206, 204, 198)),
)


def press_seal(rng: np.random.Generator, paper: Pixels, plate: Plate, framing: Framing) -> Pixels:
    """A seal of wax, or a plaster cast of one, lit from one side."""
    shape = framing.shape
    piece, relief = (placed(layer, framing.motif, shape) for layer in plate.layers)
    unit = min(framing.motif.width, framing.motif.height) / 600
    dome = np.sqrt(np.clip(blurred(piece, 14 * unit) * 2 - 1, 0, 1))
    die = np.clip((blurred(relief, 60 * unit) * 6), 0, 1)
    worn = np.clip(1 + 0.5 * clouds(rng, shape, 90 * unit), 0.25, 1)
    height = 16 * dome - 5 * blurred(die, 6 * unit) * piece
    raised = 5 * blurred(relief, 1.3 * unit) + 9 * blurred(relief, 5 * unit)
    height += raised * worn + 0.5 * clouds(rng, shape, 9 * unit)
    height += 2.2 * clouds(rng, shape, 70 * unit)
    slope_y, slope_x = np.gradient(height * unit)
    angle = rng.uniform(-np.pi, 0) if rng.random() < 0.3 else rng.uniform(-2.6, -2.0)
    facing = slope_x * float(np.cos(angle)) + slope_y * float(np.sin(angle))
    light = np.clip(0.86 - 0.42 * facing, 0.25, 1.5)
    gloss = rng.uniform(0.0, 0.5) * np.clip(-facing - 0.55, 0, 1) ** 1.5
    wax = np.asarray(_WAXES[int(rng.integers(len(_WAXES)))], np.float32) / 255
    wax = wax * (1 + 0.05 * clouds(rng, shape, 40 * unit) + 0.02 * grain(rng, shape))[..., None]
    body = wax * light[..., None] + gloss[..., None]
    cast = tuple(round(9 * unit * -part) for part in (np.sin(angle), np.cos(angle)))
    shadow = np.roll(blurred(piece, 8 * unit), cast, (0, 1))
    return mixed(paper * (1 - 0.5 * shadow[..., None]), body, piece)


def lay_watermark(
    rng: np.random.Generator, paper: Pixels, plate: Plate, framing: Framing
) -> Pixels:
    """Paper held against the light: the wires of its mould, and the mark among them."""
    shape = framing.shape
    unit = max(shape) / 900
    mark = placed(plate.layers[0], framing.motif, shape)
    wire = blurred(mark, rng.uniform(0.8, 1.7) * framing.motif.width / 800)
    pulp = 0.035 * clouds(rng, shape, 14 * unit) + 0.02 * clouds(rng, shape, 5 * unit)
    light = laid_lines(rng, framing.sheet, shape, rng.uniform(0.02, 0.045)) + pulp
    light += rng.uniform(0.34, 0.52) * wire - 0.2 * blurred(mark, 7 * unit)
    down, across = sides(shape)
    lamp = 1.02 - rng.uniform(0.1, 0.34) * ((across - 0.1) ** 2 + (down + 0.1) ** 2)
    # Even a dark sheet lets the lamp through.
    glow = 0.76 / max(float(paper.mean()), 0.1) * lamp[..., None]
    return np.asarray(paper * glow * (1 + light[..., None]), np.float32)
