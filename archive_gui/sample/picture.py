"""One picture of the sample archive: a motif, printed on paper, worn, and photographed."""

import numpy as np
from PIL import Image

from archive_gui.sample.drawing import Plate, Process
from archive_gui.sample.framing import Framing, choose_framing
from archive_gui.sample.motifs import FAMILIES
from archive_gui.sample.papers import Colour, choose_paper, draw_paper, sheet_mask
from archive_gui.sample.pixels import Pixels
from archive_gui.sample.pressing import lay_watermark, press_seal
from archive_gui.sample.printing import print_plate
from archive_gui.sample.scanning import lay_on_ground, photograph
from archive_gui.sample.wear import age_sheet

# Seals and watermarks are as often the thing itself as a print or a tracing of it.
_ITSELF = 0.62


def draw_picture(seed: int, family: str, number: int) -> Image.Image:
    """The picture `number` of a family, RGB or L; the same arguments give the same pixels."""
    member = list(FAMILIES).index(family)
    # The motif has its own numbers, so that paper, ink and wear owe nothing to the family.
    motif, rng = (np.random.default_rng([seed, member, number, part]) for part in range(2))
    plate = FAMILIES[family](motif)
    framing = choose_framing(rng, plate.layers[0].size, plate.fills)
    colour = choose_paper(rng)
    paper = draw_paper(rng, framing, colour)
    pixels = age_sheet(rng, _marked(rng, paper, plate, framing, colour), framing)
    if framing.whole:
        pixels = lay_on_ground(rng, pixels, sheet_mask(rng, framing), framing)
    return photograph(rng, pixels)


def _marked(
    rng: np.random.Generator, paper: Pixels, plate: Plate, framing: Framing, colour: Colour
) -> Pixels:
    itself = plate.process != Process.PRINTED and rng.random() < _ITSELF
    if plate.process == Process.SEALED:
        if itself:
            return press_seal(rng, paper, plate, framing)
        plate = Plate(plate.layers[1:])
    if plate.process == Process.WATERMARKED and itself:
        return lay_watermark(rng, paper, plate, framing)
    return print_plate(rng, paper, plate, framing, colour)
