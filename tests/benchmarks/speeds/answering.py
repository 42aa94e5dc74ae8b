"""Rows about answering: training, embedding anew, queries, starting, and what is stored."""

import shutil
from pathlib import Path

import hnswlib
import numpy as np

from archive_gui.catalog.images import readable_images
from archive_gui.catalog.project import Project
from archive_gui.imaging.decode import decode
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE, ThumbnailStore
from archive_gui.learning.backbones import network_input
from archive_gui.learning.lite import obtain_lite
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.operations.embedding import NetworkFeatures
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import open_embedder, project_backbone
from archive_gui.progress import Progress
from tests.benchmarks.speeds.bench import Bench, Measured
from tests.benchmarks.speeds.timing import best_of, costing, run_child

# As archive_gui.search.index makes and asks its graphs.
M, EF_CONSTRUCTION, EF = 16, 200, 1000
NEIGHBOURS = 50
# A start takes so little that other programs disturb it much; the least tells.
STARTS = 5


def training(bench: Bench) -> Measured:
    """A head against one pass of VGG16 over the same triplets."""
    steps = run_child("vgg-step").said
    own = run_child("train", str(bench.project)).said
    step, triplets = steps["whole"], own["triplets"]
    once = step["wall"] * triplets
    return Measured(
        once / own["wall"],
        {
            "triplets": triplets,
            "own_s": own["wall"],
            "vgg_ms_a_triplet": 1000 * step["wall"],
            "with_as_many_epochs": once * own["epochs"] / own["wall"],
            "with_vgg_left_alone": steps["head"]["wall"] * triplets / own["wall"],
            "ratio_of_cpu": step["cpu"] * triplets / own["cpu"],
        },
    )


def features_file(project: Project) -> tuple[Path, int]:
    """Where the features of the project's network lie, and how wide they are."""
    network = NetworkFeatures(project, project_backbone(project))
    return network.folder / "features.f32", network.width


def embedding_anew(bench: Bench) -> Measured:
    """All images under another head, until the index answers."""
    model = bench.trained["model"]
    with Project.open(bench.project) as project:
        images, embeddings = open_embedder(project, model)[1].archive(Progress())
        file, width = features_file(project)
        with costing() as reading:
            features = np.fromfile(file, np.float32).reshape(-1, width)
        del features
        graph = hnswlib.Index(space="cosine", dim=embeddings.shape[1])
        graph.init_index(len(images), M=M, ef_construction=EF_CONSTRUCTION, random_seed=1)
        with costing() as building:
            graph.add_items(embeddings, np.array([image.id for image in images]))
        del graph
        shutil.rmtree(project.index_folder, ignore_errors=True)
        with costing() as own:
            Searcher(project, model).query_image(images[0].id, NEIGHBOURS)
    needed = reading.wall + building.wall
    return Measured(
        needed / own.wall,
        {
            "images": len(images),
            "dimensions": int(embeddings.shape[1]),
            "reading_s": reading.wall,
            "building_s": building.wall,
            "own_s": own.wall,
            "ratio_of_cpu": (reading.cpu + building.cpu) / own.cpu,
        },
    )


def query(bench: Bench) -> Measured:
    """A file to its neighbours, against decoding, network and graph, each measured alone."""
    files = sorted(bench.small.iterdir())[: bench.scale.queries]
    network = obtain_lite(DEFAULT_BACKBONE)
    with Project.open(bench.project) as project:
        searcher = Searcher(project)
        images, embeddings = open_embedder(project)[1].archive(Progress())
        graph = hnswlib.Index(space="cosine", dim=embeddings.shape[1])
        graph.load_index(str(project.index_folder / f"model-{searcher.model}.hnsw"))
        graph.set_ef(EF)
        contents = [file.read_bytes() for file in files]
        pictures = [decode(each, max_side=THUMBNAIL_SIDE).image for each in contents]
        inputs = [network_input(each, network.side) for each in pictures]
        rows = embeddings[:: max(1, len(images) // len(files))][: len(files)]
        searcher.query_file(files[0], NEIGHBOURS)
        parts = {
            "decode": best_of(2, lambda: [decode(c, max_side=THUMBNAIL_SIDE) for c in contents]),
            "network": best_of(2, lambda: [network.features(each) for each in inputs]),
            "graph": best_of(2, lambda: [graph.knn_query(row, k=NEIGHBOURS) for row in rows]),
        }
        own = best_of(2, lambda: [searcher.query_file(f, NEIGHBOURS) for f in files])
    return Measured(
        own.wall / sum(part.wall for part in parts.values()),
        {
            "own_ms": 1000 * own.wall / len(files),
            **{f"{name}_ms": 1000 * part.wall / len(files) for name, part in parts.items()},
            "ratio_of_cpu": own.cpu / sum(part.cpu for part in parts.values()),
        },
    )


def starting(bench: Bench) -> Measured:
    """The window on the large archive against an empty one, both programs of their own."""
    archive = str(bench.archive)
    empty = [run_child("empty-window").said["shown"] for _ in range(STARTS)]
    started = [run_child("full-window", archive, "").said for _ in range(STARTS)]
    _without_tensorflow([loaded for each in started for loaded in each["tensorflow"]])
    own = [each["shown"] for each in started]
    return Measured(
        min(own) / min(empty),
        # The first start after the archive was indexed by a command, not in the window.
        {"own_s": min(own), "empty_s": min(empty), "first_of_all_s": own[0]},
    )


def first_query(bench: Bench) -> Measured:
    """How many programs have loaded TensorFlow after the first query, in a window and without."""
    file = str(sorted(bench.small.iterdir())[0])
    alone = run_child("query", str(bench.project), file)
    shown = run_child("full-window", str(bench.archive), file)
    loaded = [*alone.said["tensorflow"], *shown.said["tensorflow"]]
    return Measured(
        len(loaded),
        {"start_and_query_s": alone.seconds, "in_the_window_s": shown.said["first_query"]},
    )


def _without_tensorflow(loaded: list[str]) -> None:
    if loaded:
        raise RuntimeError(f"TensorFlow was imported by {', '.join(loaded)}")


def store(bench: Bench) -> Measured:
    """What an image takes on the disk, against the bytes of what is kept of it."""
    with Project.open(bench.project) as project:
        searcher = Searcher(project, 0)
        images = readable_images(project)
        thumbnails = ThumbnailStore(project.thumbnails_file)
        some = images[:: max(1, len(images) // 400)]
        jpeg = np.mean([len(thumbnails.get(image.sha256 or "") or b"") for image in some])
        thumbnails.close()
        file, width = features_file(project)
        dimensions = open_embedder(project, 0)[1].embed(images[:1]).shape[1]
        kept = [
            *project.thumbnails_file.parent.glob(project.thumbnails_file.name + "*"),
            *file.parent.glob("*.f32*"),
            *project.index_folder.glob(f"model-{searcher.model}.*"),
        ]
        taken = sum(each.stat().st_size for each in kept) / len(images)
    raw = float(jpeg) + 4 * width + 4 * dimensions
    return Measured(taken / raw, {"bytes_an_image": taken, "raw_bytes": raw, "jpeg": float(jpeg)})
