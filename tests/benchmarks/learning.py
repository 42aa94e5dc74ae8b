"""What trainings bring on whole collections, to images that were not marked.

Of each collection eight groups are marked with 20 or 5 images each, at random. All figures are
of the images that were not marked, each of which queries all the others: mAP@R and recall@1 of
the groups that were marked, and of those that nobody marked. Compared are the network as it came
(model 0), a naive triplet head, and what `archive-gui train` gives at depth `head` and at its
default. `--json` prints one document; `--collections`, `--marks` and `--seeds` choose less.
"""

import argparse
import csv
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from archive_gui.catalog.groupings import create_grouping, mark
from archive_gui.catalog.images import readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.learning.augmentation import Augmenter
from archive_gui.learning.evaluation import measure
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import Array, unit
from archive_gui.learning.quiet import load_tensorflow
from archive_gui.learning.settings import DEFAULT_BACKBONE, Depth, TrainingSettings
from archive_gui.operations.embedding import NetworkFeatures
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.training import train_model
from archive_gui.operations.versions import open_embedder, use_model
from archive_gui.progress import Progress
from archive_gui.sample import make_sample

PHOTOGRAPHS = Path(__file__).parents[3] / "shared" / "data" / "clothing"
MARKED_GROUPS = 8
DETAILED = (
    "astronaut",
    "brick",
    "camera",
    "cat",
    "clock",
    "coffee",
    "coins",
    "grass",
    "gravel",
    "hubble_deep_field",
    "immunohistochemistry",
    "moon",
    "page",
    "rocket",
    "text",
)
COLUMNS = ("marked mAP@R", "marked recall@1", "unmarked mAP@R", "unmarked recall@1", "seconds")
Labels = dict[str, str]


def photographs(folder: Path) -> tuple[Path, Labels] | None:
    """Photographs of clothing, each kind in a folder of its own, where they are at hand."""
    if not PHOTOGRAPHS.is_dir():
        return None
    files = list(PHOTOGRAPHS.rglob("*.jpg"))
    return PHOTOGRAPHS, {f.relative_to(PHOTOGRAPHS).as_posix(): f.parent.name for f in files}


def sample(folder: Path) -> tuple[Path, Labels]:
    """The sample archive: printed and written marks of papers."""
    make_sample(folder, seed=3)
    with (folder / "labels.csv").open(encoding="utf-8-sig", newline="") as table:
        return folder, {row["path"]: row["label"] for row in csv.DictReader(table)}


def details(folder: Path) -> tuple[Path, Labels]:
    """Details of scikit-image's photographs, 40 of each, as if each was scanned another time."""
    from skimage import data

    labels = {}
    for number, name in enumerate(DETAILED):
        photograph = Image.fromarray(getattr(data, name)()).convert("RGB")
        side = min(photograph.size) // 3
        rng = np.random.default_rng(number)
        views = Augmenter(224, number)
        for detail in range(40):
            x, y = (
                rng.integers(0, photograph.width - side),
                rng.integers(0, photograph.height - side),
            )
            cut = photograph.crop((x, y, x + side, y + side)).resize((256, 256))
            path = f"{name}-{detail:02d}.png"
            Image.fromarray(views.views(np.asarray(cut)[np.newaxis])[0]).save(folder / path)
            labels[path] = name
    return folder, labels


COLLECTIONS: dict[str, Callable[[Path], tuple[Path, Labels] | None]] = {
    "clothing": photographs,
    "sample": sample,
    "details": details,
}


class Collection:
    """A project on a collection, with the label of each of its images."""

    def __init__(self, project: Project, labels: Labels) -> None:
        self.project = project
        images = readable_images(project)
        self.images = [image for image in images if image.path in labels]
        names = [labels[image.path] for image in self.images]
        self.groups = np.unique(names, return_inverse=True)[1]
        features = NetworkFeatures(project, DEFAULT_BACKBONE)
        features.available(self.images, Progress())
        self.features = features.read(self.images)

    def draw(self, marks: int, seed: int) -> npt.NDArray[np.intp]:
        """So many images of each of eight groups, at most half of a group."""
        rng = np.random.default_rng(seed)
        chosen = []
        for group in rng.permutation(self.groups.max() + 1)[:MARKED_GROUPS]:
            members = rng.permutation(np.flatnonzero(self.groups == group))
            chosen.append(members[: min(marks, len(members) // 2)])
        return np.concatenate(chosen)

    def figures(self, embeddings: Array, marked: npt.NDArray[np.intp]) -> list[float]:
        """mAP@R and recall@1 of marked and of other groups, on images that were not marked."""
        rest = np.setdiff1d(np.arange(len(self.groups)), marked)
        groups = self.groups[rest]
        alike = groups[:, np.newaxis] == groups
        pairs = Pairs(tuple(rest.tolist()), alike & ~np.eye(len(rest), dtype=bool), ~alike)
        known = np.isin(groups, self.groups[marked])
        found = [measure(embeddings[rest], pairs, which) for which in (known, ~known)]
        return [value for each in found for value in (each.map_at_r, each.recall_at_1)]


def naive_head(
    features: Array, groups: npt.NDArray[np.intp], marked: npt.NDArray[np.intp]
) -> Array:
    """Embeddings by a random linear head on unit-length features, after 200 semi-hard steps."""
    import tensorflow as tf

    from archive_gui.learning.objective import mined_loss

    rows = unit(features)
    start = np.random.default_rng(0).normal(0, rows.shape[1] ** -0.5, (rows.shape[1], 256))
    matrix = tf.Variable(start.astype(np.float32))
    optimizer = tf.keras.optimizers.Adam(1e-3)
    optimizer.build([matrix])
    alike = groups[marked][:, np.newaxis] == groups[marked]
    masks = tf.constant(alike & ~np.eye(len(marked), dtype=bool)), tf.constant(~alike)
    settings, margin = TrainingSettings(), tf.constant(0.2)

    @tf.function(autograph=False)
    def step() -> None:
        with tf.GradientTape() as tape:
            embeddings = tf.math.l2_normalize(tf.matmul(rows[marked], matrix), axis=1)
            loss = mined_loss(settings, embeddings, *masks, margin)
        optimizer.apply_gradients([(tape.gradient(loss, matrix), matrix)])

    for _ in range(200):
        step()
    return unit(rows @ matrix.numpy())


def compare(collection: Collection, marks: int, seed: int) -> Iterator[tuple[str, list[float]]]:
    """Each method's figures and seconds on one draw of marks, which go into the project."""
    project, marked = collection.project, collection.draw(marks, seed)
    for group in np.unique(collection.groups[marked]):
        members = [
            collection.images[place].id for place in marked if collection.groups[place] == group
        ]
        grouping = create_grouping(project, members[0], f"{marks}-{seed}-{group}")
        mark(project, grouping, members[1:], Role.POSITIVE)
    yield "pre-trained", [*collection.figures(embedded(project, 0, collection.images), marked), 0.0]
    started = time.perf_counter()
    naive = naive_head(collection.features, collection.groups, marked)
    seconds = time.perf_counter() - started
    yield "naive", [*collection.figures(naive, marked), seconds]
    for method, depth in (("head", Depth.HEAD), ("top", Depth.TOP)):
        use_model(project, 0)
        report = train_model(project, TrainingSettings(depth=depth, seed=seed))
        used = report.model if report.kept else 0
        embeddings = embedded(project, used, collection.images)
        yield method, [*collection.figures(embeddings, marked), report.seconds]


def embedded(project: Project, model: int, images: list[ImageRecord]) -> Array:
    """The embeddings that a version of the project's model gives of images."""
    embedder = open_embedder(project, model)[1]
    embedder.available(images, Progress())
    return embedder.embed(images)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--collections", nargs="*", choices=COLLECTIONS, default=list(COLLECTIONS))
    parser.add_argument("--marks", nargs="*", type=int, default=[20, 5])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    load_tensorflow()
    results = []
    for name in options.collections:
        for marks in options.marks:
            rows = defaultdict(list)
            for seed in range(options.seeds):
                with tempfile.TemporaryDirectory() as folder:
                    archive = Path(folder, "archive")
                    archive.mkdir()
                    made = COLLECTIONS[name](archive)
                    if made is None:
                        print(f"{name}: its pictures are not at hand", file=sys.stderr)
                        break
                    with Project.create(Path(folder, "project"), made[0]) as project:
                        index_archive(project)
                        for method, row in compare(Collection(project, made[1]), marks, seed):
                            rows[method].append(row)
                            print(f"{name} {marks} {seed} {method}: {row}", file=sys.stderr)
            for method, found in rows.items():
                means = dict(zip(COLUMNS, np.mean(found, axis=0).round(3).tolist(), strict=True))
                results.append({"collection": name, "marks": marks, "method": method, **means})
    if options.json:
        print(json.dumps(results, indent=2))
        return
    print(f"{'':32}" + "".join(f"{column:>19}" for column in COLUMNS))
    for row in results:
        title = f"{row['collection']}, {row['marks']} marks, {row['method']}"
        print(f"{title:32}" + "".join(f"{row[column]:19.3f}" for column in COLUMNS))


if __name__ == "__main__":
    main()
