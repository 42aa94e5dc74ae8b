"""An archive with all that archives have: damage, long names, pages."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from archive_gui.sample import make_sample
from tests.endtoend.journey import Material, read_labels

LONG_NAME = (
    "estate-of-a-collector_box-12_folder-07_1923-04-05_recto_600-dpi_colour-corrected_final-2"
)
PAGES = "minutes-1904.tif"


@contextmanager
def odd_sample() -> Iterator[Path]:
    """The sample archive with some odd files in it, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        archive = Path(name) / "sample"
        make_sample(archive)
        first, second, third, *_ = (p for p in read_labels(archive) if p.endswith(".jpg"))
        shutil.copy(archive / first, archive / f"{LONG_NAME}.jpg")
        pages = [Image.open(archive / path) for path in (first, second, third)]
        pages[0].save(archive / PAGES, save_all=True, append_images=pages[1:], dpi=(300, 300))
        (archive / "cut-off.tif").write_bytes((archive / first).read_bytes()[:400])
        yield archive


def material_of(archive: Path) -> Material:
    """The archive with the kinds of its images."""
    return Material(archive, read_labels(archive), {})
