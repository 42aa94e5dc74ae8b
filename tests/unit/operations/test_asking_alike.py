"""A copy from outside asks exactly as the file of the archive does that it is a copy of."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE
from archive_gui.operations.decoding import decode_apart
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from tests.conftest import draw

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


WRITTEN: dict[str, Callable[[Path], None]] = {
    "plain.jpg": lambda file: draw(1, (900, 700)).save(file, quality=90),
    "plain.png": lambda file: draw(2, (900, 700)).save(file),
    "clear.png": lambda file: draw(3, (400, 300)).convert("LA").save(file),
    "deep.tif": lambda file: tifffile.imwrite(
        file, np.asarray(draw(4, (800, 600)), np.uint16) * 257, photometric="rgb"
    ),
    "cmyk.jpg": lambda file: draw(5, (900, 700)).convert("CMYK").save(file, quality=92),
    "profile.jpg": lambda file: draw(6, (900, 700)).save(file, icc_profile=PROFILE),
    "on its side.jpg": lambda file: draw(7, (1600, 1000)).save(file, exif=turned(6)),
    "head down.jpg": lambda file: draw(8, (700, 900)).save(file, exif=turned(3)),
    "large.jpg": lambda file: draw(9, (4000, 3000)).save(file, quality=88, exif=turned(8)),
    "large.tif": lambda file: draw(10, (4000, 3000)).save(file, compression="tiff_lzw"),
}


def test_a_copy_finds_its_own_file_first_whichever_model_answers(
    trained_shapes: Path, tuned_shapes: Path, tmp_path: Path
) -> None:
    archive, outside = tmp_path / "archive", tmp_path / "outside"
    archive.mkdir()
    outside.mkdir()
    for name, write in WRITTEN.items():
        write(archive / name)
        shutil.copy(archive / name, outside / name)
    with Project.create(tmp_path / "project", archive) as project:
        # A trained head, and a tuned network with what searching with it needs.
        for lender, lent in (
            (trained_shapes, "models/1"),
            (tuned_shapes, "models/2"),
            (tuned_shapes, "features/model-2/network.tflite"),
        ):
            (project.folder / lent).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (lender / lent).is_dir() else shutil.copy
            copy(lender / lent, project.folder / lent)
        index_archive(project)
        images = list_images(project)
        assert {image.path for image in images} == set(WRITTEN)
        for model in (0, 1, 2):
            searcher = Searcher(project, model, decode=decode_apart)
            _, embedder = open_embedder(project, model)
            for image, row in zip(images, embedder.embed(images), strict=True):
                told = f"{image.path}, model {model}"
                nearest = searcher.query_file(outside / image.path, 1).results[0]
                assert nearest.image.path == image.path, told
                assert nearest.distance == pytest.approx(0, abs=1e-5), told
                picture = decode_apart(outside / image.path, max_side=THUMBNAIL_SIDE).image
                asked = embedder.picture(picture, Progress())
                assert np.abs(asked - row).max() < 1e-4, told
