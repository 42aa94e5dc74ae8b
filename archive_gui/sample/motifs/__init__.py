"""The families of motifs: label -> what draws one of the family."""

from collections.abc import Callable

import numpy as np

from archive_gui.sample.drawing import Plate
from archive_gui.sample.motifs.heraldry import arms_chevron, seal_lily
from archive_gui.sample.motifs.marks import exlibris_owl, watermark_anchor
from archive_gui.sample.motifs.ornaments import border_key, fleuron_leaf, rosette_guilloche
from archive_gui.sample.motifs.postal import postmark_ring
from archive_gui.sample.motifs.surfaces import paper_marbled, tile_azulejo
from archive_gui.sample.motifs.textiles import textile_herringbone, textile_paisley

FAMILIES: dict[str, Callable[[np.random.Generator], Plate]] = {
    "arms-chevron": arms_chevron,
    "border-key": border_key,
    "exlibris-owl": exlibris_owl,
    "fleuron-leaf": fleuron_leaf,
    "paper-marbled": paper_marbled,
    "postmark-ring": postmark_ring,
    "rosette-guilloche": rosette_guilloche,
    "seal-lily": seal_lily,
    "textile-herringbone": textile_herringbone,
    "textile-paisley": textile_paisley,
    "tile-azulejo": tile_azulejo,
    "watermark-anchor": watermark_anchor,
}
