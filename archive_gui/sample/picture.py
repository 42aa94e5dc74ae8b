"""One picture of the sample archive: a motif, printed on paper, worn, and scanned."""

import numpy as np
from PIL import Image

from archive_gui.sample.motifs import FAMILIES


def draw_picture(seed: int, family: str, number: int) -> Image.Image:
    """The picture `number` of a family, RGB; the same arguments give the same pixels."""
    rng = np.random.default_rng([seed, list(FAMILIES).index(family), number])
    mask = FAMILIES[family](rng).layers[0]
    paper = Image.new("RGB", mask.size, tuple(int(v) for v in rng.integers(190, 250, 3)))
    ink = Image.new("RGB", mask.size, tuple(int(v) for v in rng.integers(10, 120, 3)))
    return Image.composite(ink, paper, mask)
