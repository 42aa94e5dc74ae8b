"""Made-up archives and projects to measure with."""

import contextlib
import functools
import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from archive_gui.catalog.groupings import create_grouping, mark
from archive_gui.catalog.images import Reading, list_images, readable_images, record_readings
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.scanner import scan
from archive_gui.imaging.decode import EXTENSIONS
from archive_gui.imaging.fixity import sha256_of
from archive_gui.imaging.thumbnails import ThumbnailStore, make_thumbnail
from archive_gui.learning.features import FeatureStore
from archive_gui.operations.archive import default_project_folder
from archive_gui.operations.embedding import NetworkFeatures
from archive_gui.operations.versions import project_backbone
from archive_gui.progress import Progress

LARGE, SMALL, MIDDLE = (4000, 3000), (1152, 864), (2000, 1500)
KINDS = {
    "12-megapixel JPEG": (LARGE, "jpg", "JPEG", {"quality": 90}),
    "1-megapixel JPEG": (SMALL, "jpg", "JPEG", {"quality": 90}),
    "LZW TIFF": (MIDDLE, "tif", "TIFF", {"compression": "tiff_lzw"}),
    "JPEG 2000": (MIDDLE, "jp2", "JPEG2000", {"quality_mode": "rates", "quality_layers": [12]}),
}
# Different pictures of each kind; the files that are made of them differ behind their end.
PICTURES = 6
FOLDERS, THUMBNAILS, BLOCK = 400, 40, 10_000
# Images of a cluster in archives of up to 100,000.
OF_A_CLUSTER = 50
GROUPINGS, ALIKE, UNLIKE = 10, 11, 29


def picture(seed: int, size: tuple[int, int]) -> Image.Image:
    """Smooth colours, edges and grain: what a JPEG file holds as much of as of a photograph."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(0, 256, (12, 16, 3), dtype=np.uint8))
    pixels = np.asarray(coarse.resize(size, Image.Resampling.BICUBIC), np.int16).copy()
    for _ in range(60):
        x, y = rng.integers(0, size[0]), rng.integers(0, size[1])
        wide, high = (rng.integers(1, side // 4) for side in size)
        pixels[y : y + high, x : x + wide] += rng.integers(-60, 60, 3, dtype=np.int16)
    grain = np.rint(rng.normal(0, 3, (512, 512, 3))).astype(np.int16)
    rows, columns = -(-size[1] // 512), -(-size[0] // 512)
    pixels += np.tile(grain, (rows, columns, 1))[: size[1], : size[0]]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


@functools.cache
def contents(kind: str) -> list[bytes]:
    """The bytes of some files of a kind."""
    size, _, name, options = KINDS[kind]
    found = []
    for seed in range(PICTURES):
        file = io.BytesIO()
        picture(seed, size).save(file, name, **options)
        found.append(file.getvalue())
    return found


def make_files(folder: Path, kinds: list[str], count: int) -> Path:
    """A folder of `count` files of these kinds by turns, no two of the same bytes."""
    folder.mkdir(parents=True)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        content = contents(kind)[number // len(kinds) % PICTURES]
        # What follows the end of a picture is passed over, and makes it another file.
        file = folder / f"{number:06d}.{KINDS[kind][1]}"
        file.write_bytes(content + number.to_bytes(4, "big"))
    return folder


def make_links(folder: Path, source: Path, count: int) -> Path:
    """A folder of `count` names of the files in `source`, each of which has several."""
    folder.mkdir(parents=True)
    files = sorted(source.iterdir())
    for number in range(count):
        os.link(files[number % len(files)], folder / f"{number:06d}{files[0].suffix}")
    return folder


def make_archive(folder: Path, count: int) -> Path:
    """An archive of tiny files, and its project as indexing leaves it, with made-up features."""
    archive = folder / f"archive of {count}"
    jpeg = io.BytesIO()
    picture(0, (32, 24)).save(jpeg, "JPEG", quality=50)
    boxes = min(FOLDERS, max(1, count // 100))
    digests = {}
    for number in range(count):
        box = number * boxes // count
        place = archive / f"collection {box // 20:02d}" / f"box {box:03d}"
        if number == 0 or box != (number - 1) * boxes // count:
            place.mkdir(parents=True)
        content = jpeg.getvalue() + str(number).encode()
        file = place / f"scan {number:06d}.jpg"
        file.write_bytes(content)
        digests[file.relative_to(archive).as_posix()] = hashlib.sha256(content).hexdigest()
    thumbnails = [make_thumbnail(picture(seed, (256, 192))) for seed in range(THUMBNAILS)]
    with Project.create(default_project_folder(archive), archive) as project:
        scan(project, EXTENSIONS, sha256_of, Progress())
        images = list_images(project)
        record_readings(
            project, [Reading(i.id, digests[i.path], 32, 24, "JPEG", 1) for i in images]
        )
        with contextlib.closing(ThumbnailStore(project.thumbnails_file)) as store:
            store.put_many((digests[i.path], thumbnails[i.id % THUMBNAILS]) for i in images)
        network = NetworkFeatures(project, project_backbone(project))
        network.network(Progress())
        features = FeatureStore(network.folder, network.width)
        ordered = [digests[image.path] for image in images]
        for start, rows in made_up_features(count, network.width):
            features.append(ordered[start : start + len(rows)], rows)
    return archive


def made_up_features(count: int, width: int) -> Iterator[tuple[int, np.ndarray]]:
    """Features (n, width) of images in clusters, as many are 0 as of real ones; block by block."""
    rng = np.random.default_rng(0)
    clusters = _clusters(count)
    centres = np.maximum(rng.normal(-0.2, 0.6, (clusters, width)), 0).astype(np.float32)
    for start in range(0, count, BLOCK):
        size = min(BLOCK, count - start)
        rows = centres[np.arange(start, start + size) % clusters]
        rows = rows + rng.normal(0, 0.2, rows.shape).astype(np.float32)
        yield start, np.maximum(rows, 0)


def _clusters(count: int) -> int:
    return min(2_000, max(1, count // OF_A_CLUSTER))


def mark_images(project: Project) -> None:
    """Mark 400 images in ten groupings, 32,000 triplets of anchor, positive and negative."""
    images = [image.id for image in readable_images(project)]
    for number in range(GROUPINGS):
        # So far apart lie the images of a cluster, as made_up_features laid them.
        alike = images[number :: _clusters(len(images))][:ALIKE]
        unlike = images[len(images) // 2 + number * UNLIKE :][:UNLIKE]
        grouping = create_grouping(project, alike[0], f"grouping {number}")
        mark(project, grouping, alike[1:], Role.POSITIVE)
        mark(project, grouping, unlike, Role.NEGATIVE)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
