"""Rows about reading files: indexing, indexing again, and the memory that it takes."""

import hashlib
import io
import itertools
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from archive_gui.catalog.project import Project
from archive_gui.imaging.decode import decode
from archive_gui.imaging.fixity import read_file
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE, load_thumbnail, make_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.learning.lite import obtain_lite
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.operations.archive import default_project_folder
from archive_gui.operations.indexing import index_archive
from tests.benchmarks.speeds.bench import Bench, Measured
from tests.benchmarks.speeds.material import cores, make_links
from tests.benchmarks.speeds.timing import Cost, costing, run_child

_number = itertools.count()


@contextmanager
def fresh_project(bench: Bench, archive: Path) -> Iterator[Project]:
    """A new project on an archive, deleted after the block."""
    with (
        TemporaryDirectory(dir=bench.folder) as name,
        Project.create(Path(name) / "project", archive) as project,
    ):
        yield project


def indexed(bench: Bench, archive: Path) -> Cost:
    """What indexing an archive costs that nobody has seen."""
    with fresh_project(bench, archive) as project, costing() as cost:
        report = index_archive(project)
    if report.failed:
        raise RuntimeError(f"{report.failed[0].path}: {report.failed[0].error}")
    return cost


def against_the_limit(bench: Bench) -> Measured:
    """12-megapixel JPEG against only reading, hashing and decoding them."""

    def only_decode(file: Path) -> None:
        data = file.read_bytes()
        hashlib.sha256(data).digest()
        with Image.open(io.BytesIO(data)) as image:
            image.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
            image.load()

    files = sorted(bench.large.iterdir())
    with costing() as limit, ThreadPoolExecutor(cores()) as pool:
        list(pool.map(only_decode, files))
    own = indexed(bench, bench.large)
    return Measured(
        limit.wall / own.wall,
        {
            "files": len(files),
            "files_a_second": len(files) / own.wall,
            "limit_a_second": len(files) / limit.wall,
            "ratio_of_cpu": limit.cpu / own.cpu,
        },
    )


def against_its_parts(bench: Bench) -> Measured:
    """A mixed archive against the processors' work for its parts, each measured alone."""
    files = sorted(bench.mixed.iterdir())
    network = obtain_lite(DEFAULT_BACKBONE, threads=1)
    with costing() as reading:
        contents = [read_file(file).data for file in files]
    with costing() as decoding:
        pictures = [decode(data, max_side=THUMBNAIL_SIDE).image for data in contents if data]
    with costing() as encoding:
        thumbnails = [make_thumbnail(each) for each in pictures]
    inputs = [network_input(load_thumbnail(each), network.side) for each in thumbnails]
    with costing() as looking:
        for each in inputs:
            network.features(each)
    parts = {"hash": reading, "decode": decoding, "thumbnail": encoding, "network": looking}
    needed = sum(part.cpu for part in parts.values())
    own = indexed(bench, bench.mixed)
    return Measured(
        needed / cores() / own.wall,
        {
            "files": len(files),
            "files_a_second": len(files) / own.wall,
            "ratio_of_cpu": needed / own.cpu,
            **{f"{name}_ms": 1000 * part.cpu / len(files) for name, part in parts.items()},
        },
    )


def against_keras(bench: Bench) -> Measured:
    """1-megapixel JPEG against a plain loop of Pillow and Keras."""
    plain = run_child("keras-loop", str(bench.small)).said
    own = indexed(bench, bench.small)
    count = plain["files"]
    return Measured(
        plain["wall"] / own.wall,
        {
            "files": count,
            "files_a_second": count / own.wall,
            "plain_a_second": count / plain["wall"],
            "ratio_of_cpu": plain["cpu"] / own.cpu,
        },
    )


def again(bench: Bench) -> Measured:
    """An archive in which nothing has changed against walking through its folders."""
    archive = bench.archive
    with Project.open(default_project_folder(archive)) as project:
        index_archive(project)
        with costing() as walking:
            for folder, _, names in os.walk(archive):
                for name in names:
                    os.stat(os.path.join(folder, name))  # noqa: PTH118, PTH116
        with costing() as own:
            report = index_archive(project)
    if report.added or report.changed:
        raise RuntimeError("the archive was indexed anew")
    return Measured(
        own.wall / walking.wall,
        {"walk_s": walking.wall, "own_s": own.wall, "ratio_of_cpu": own.cpu / walking.cpu},
    )


def memory(bench: Bench) -> Measured:
    """The most memory that indexing 10,000 images of 12 megapixels takes, in GB.

    Few files and many names of the same files are indexed, each in a program of its own.
    """
    few = bench.few
    many = bench.folder / f"many-{next(_number)}"
    make_links(many, bench.large, bench.scale.links)
    with TemporaryDirectory(dir=bench.folder) as name:
        first = run_child("memory", str(few), f"{name}/few").said
        second = run_child("memory", str(many), f"{name}/many").said
    slope = (second["peak_mb"] - first["peak_mb"]) / (second["images"] - first["images"])
    peak = second["peak_mb"] + max(0.0, slope) * (10_000 - second["images"])
    return Measured(
        peak / 1024,
        {
            "images": second["images"],
            "peak_mb": second["peak_mb"],
            "peak_of_few_mb": first["peak_mb"],
            "kb_an_image": 1024 * slope,
        },
    )
