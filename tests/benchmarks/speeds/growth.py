"""How the time of each operation grows with the archive: measured, fitted and drawn."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from archive_gui.catalog.project import Project
from archive_gui.learning.features import FeatureStore
from archive_gui.learning.projection import Projection
from archive_gui.learning.untrained import fit_components
from archive_gui.operations.archive import default_project_folder
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from archive_gui.search.index import HnswIndex
from tests.benchmarks.speeds.bench import Figures, say
from tests.benchmarks.speeds.material import (
    BLOCK,
    contents,
    made_up_features,
    make_archive,
)
from tests.benchmarks.speeds.plot import draw
from tests.benchmarks.speeds.timing import ROOT, machine, run_child

SIZES = (1_000, 10_000, 100_000, 1_000_000)
# Beyond it there are no files, only features.
WITH_FILES = 100_000
WIDTH, QUERIES, NEIGHBOURS = 1280, 100, 50
PLOT = ROOT / "resources" / "manual" / "growth.svg"

Points = dict[str, dict[int, float]]


def grown(folder: Path, most: int) -> Figures:
    """Seconds of each operation by the number of images, and the exponent of its growth."""
    points: Points = {}
    for size in SIZES:
        if size > most:
            break
        measure = measured_with_files if size <= WITH_FILES else measured_without
        with TemporaryDirectory(dir=folder) as name:
            for operation, seconds in measure(Path(name), size):
                points.setdefault(operation, {})[size] = seconds
                say(f"{size:,} images: {operation} {seconds:.3g} s")
    exponents = {name: exponent(each) for name, each in points.items()}
    PLOT.write_text(draw(points, exponents, machine()), "utf-8")
    say(f"drawn in {PLOT}")
    return {"seconds": points, "exponents": exponents}


def exponent(seconds: dict[int, float]) -> float | None:
    """The b of seconds = a * images ** b that fits best where it is more than a start; or None."""
    sizes = sorted(seconds)[-3:]
    if len(sizes) < 2:
        return None
    found = np.polyfit(np.log(sizes), np.log([seconds[size] for size in sizes]), 1)
    return float(found[0])


def measured_with_files(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    """Each operation on an archive of so many tiny files."""
    say(f"making an archive of {size:,} images")
    archive = make_archive(folder, size)
    question = folder / "question.jpg"
    question.write_bytes(contents("1-megapixel JPEG")[0])
    with Project.open(default_project_folder(archive)) as project:
        # The components are made at the first time only.
        open_embedder(project)[1].archive(Progress())
        started = time.perf_counter()
        searcher = Searcher(project)
        yield "embed anew", time.perf_counter() - started
        yield "query", seconds_of_queries(lambda: searcher.query_file(question, NEIGHBOURS))
        # A window that opens the archive later is to find everything done.
        index_archive(project)
    shown = run_child("full-window", str(archive), str(question))
    yield "open the window", shown.said["shown"]
    yield "filter", shown.said["filter"]
    with Project.create(folder / "project", archive) as project:
        started = time.perf_counter()
        index_archive(project)
        yield "index", time.perf_counter() - started
        started = time.perf_counter()
        index_archive(project)
        yield "index again", time.perf_counter() - started


def measured_without(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    """Embedding and searching of so many made-up features."""
    say(f"making features of {size:,} images")
    store = FeatureStore(folder / "features", WIDTH)
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(size)]
    for start, rows in made_up_features(size, WIDTH):
        store.append(digests[start : start + len(rows)], rows)
    projection = Projection(fit_components(store.read(digests[:: size // BLOCK])))
    started = time.perf_counter()
    embeddings = np.empty((size, projection.dimensions), np.float32)
    for start in range(0, size, BLOCK):
        block = store.read(digests[start : start + BLOCK])
        embeddings[start : start + len(block)] = projection.apply(block)
    graph = HnswIndex.build(embeddings, np.arange(size, dtype=np.int64))
    yield "embed anew", time.perf_counter() - started
    rows = iter(np.tile(embeddings[:: size // QUERIES], (2, 1)))
    yield "query", seconds_of_queries(lambda: graph.search(next(rows), NEIGHBOURS))


def seconds_of_queries(ask: Any) -> float:
    """The median time of a query."""
    ask()
    seconds = []
    for _ in range(QUERIES):
        started = time.perf_counter()
        ask()
        seconds.append(time.perf_counter() - started)
    return float(np.median(seconds))


def told(results: Figures) -> str:
    """The figures as lines of text."""
    points: Points = results["seconds"]
    sizes = sorted({size for each in points.values() for size in each})
    lines = [f"{'seconds':18}" + "".join(f"{size:>12,}" for size in sizes) + "    exponent"]
    for name, seconds in points.items():
        cells = "".join(f"{seconds[s]:12.4g}" if s in seconds else f"{'':12}" for s in sizes)
        exponent = results["exponents"][name]
        lines.append(f"{name:18}{cells}" + (f"{exponent:12.2f}" if exponent is not None else ""))
    return "\n".join(lines)
