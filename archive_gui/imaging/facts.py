"""What the head of an image file tells beside its size: colours and resolution."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive_gui.imaging.fixity import open_file
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from PIL import Image

_BITS = 258


@dataclass(frozen=True, slots=True)
class Facts:
    """`mode` is Pillow's name of the colour mode, `bits` a channel's depth, empty and 0 where
    unknown; `ppi` are pixels per inch across and down, None where the file does not tell.
    """

    mode: str = ""
    bits: int = 0
    ppi: tuple[int, int] | None = None


UNKNOWN = Facts()


def read_facts(source: Path, *, progress: Progress | None = None) -> Facts:
    """Read the head of an image file; what cannot be read is unknown.

    `progress` is only asked whether to stop.
    """
    from PIL import Image

    from archive_gui.imaging import plugins

    (progress or Progress()).check()
    try:
        with (
            open_file(source) as file,
            Image.open(file, formats=plugins.formats()) as image,
        ):
            tags = getattr(image, "tag_v2", {})
            deep = 16 if image.mode.startswith("I") else 32 if image.mode == "F" else 8
            bits = max(tags.get(_BITS, ()), default=1 if image.mode == "1" else deep)
            return Facts(image.mode, bits, _resolution(image))
    except Exception:  # Pillow's plug-ins raise a dozen kinds over damaged files.
        return UNKNOWN


def _resolution(image: Image.Image) -> tuple[int, int] | None:
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    # Programs that know no resolution write 0 or 1.
    if not (math.isfinite(across) and math.isfinite(down)) or min(across, down) <= 1:
        return None
    return round(across), round(down)
