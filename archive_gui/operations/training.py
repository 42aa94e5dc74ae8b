"""From marks to a new version of the model: the job behind "train"."""

import importlib.metadata
import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from archive_gui import __version__
from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import list_images, readable_images
from archive_gui.catalog.project import Project, now
from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail
from archive_gui.learning import registry
from archive_gui.learning.backbones import backbone, file_digest, network_input, weights_file
from archive_gui.learning.evaluation import measure, score
from archive_gui.learning.metrics import EpochReport, Metrics
from archive_gui.learning.pairs import Mask, Pairs, pairs_of, split
from archive_gui.learning.quiet import load_tensorflow
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.embedding import NetworkFeatures, components
from archive_gui.operations.querying import Searcher
from archive_gui.operations.reading import restore_thumbnails
from archive_gui.operations.versions import model_in_use, open_embedder, use_model
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.learning.trainer import Material, Trained

_log = logging.getLogger(__name__)

# Unmarked images that show a training what the archive looks like.
_BACKGROUND = 512
_LIBRARIES = ("tensorflow", "keras", "numpy", "pillow", "hnswlib", "ai-edge-litert")
# Tuning draws crops of the network's size out of pictures larger by this much.
_CROP_ROOM = 8 / 7


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a training brought: `before` and `after` are measured on the same held-out marks.

    `kept` when the new model beats the one that was in use, and so is in use now; `triplets`
    that the marks hold; `held_out` is how many images the figures were measured with.
    """

    model: int
    triplets: int
    epochs: int
    seconds: float
    before: Metrics
    after: Metrics
    kept: bool
    held_out: int


def train_model(
    project: Project,
    settings: TrainingSettings,
    *,
    progress: Progress | None = None,
    on_epoch: Callable[[EpochReport], None] | None = None,
) -> TrainingReport:
    """Train a new version on all groupings and put it in use if it is better.

    Stopping it keeps the best so far. Raises ArchiveError when the marks are too few, and
    Cancelled when it was stopped before anything was learned.
    """
    started = time.monotonic()
    progress = progress or Progress()
    progress.report(0, 0, "Getting ready")
    groupings = list_groupings(project)
    features = NetworkFeatures(project, backbone(settings.backbone).name)
    images = features.available(readable_images(project), progress)
    by_id = {image.id: image for image in images}
    pairs = _learnable(groupings, settings, by_id)
    load_tensorflow()
    # Most of what the program does needs nothing of TensorFlow.
    from archive_gui.learning import trainer

    marked = [by_id[image] for image in pairs.images]
    halves = split(pairs, [image.sha256 or "" for image in marked])
    compared_with = model_in_use(project)
    before = _before(project, marked, pairs, halves.judge, progress)
    others = _background(images, set(pairs.images), settings.seed)
    material = trainer.Material(
        features.read(marked), pairs, halves, features.read(others), components(features, images)
    )
    tell = on_epoch or (lambda report: None)
    progress.check()
    try:
        if settings.depth is Depth.HEAD:
            trained = trainer.train_head(material, settings, progress, tell)
        else:
            trained = _tune(project, settings, material, marked, others, progress, tell)
        kept = score(trained.after) > score(before)
        provenance = _provenance(settings, groupings, project, trained, pairs.triplets)
        held_out = [image.path for image, out in zip(marked, halves.judge, strict=True) if out]
        provenance |= {
            "held_out": held_out,
            "compared_with": compared_with,
            "before": before.as_json(),
            "after": trained.after.as_json(),
            "kept": kept,
            "seconds": round(time.monotonic() - started, 3),
        }
        version = _save(project, settings, trained, provenance, progress)
    finally:
        trainer.forget_graphs()
    if kept:
        use_model(project, version.model)
        _re_embed(project, progress)
    return TrainingReport(
        model=version.model,
        triplets=pairs.triplets,
        epochs=trained.epochs,
        seconds=round(time.monotonic() - started, 3),
        before=before,
        after=trained.after,
        kept=kept,
        held_out=int((halves.judge & pairs.with_positive).sum()),
    )


def _learnable(
    groupings: list[Grouping], settings: TrainingSettings, by_id: dict[int, ImageRecord]
) -> Pairs:
    """The pairs of images that are there; ArchiveError says what marks are wanting."""
    everything = pairs_of(groupings, implicit_negatives=settings.implicit_negatives)
    pairs = everything.only(np.array([image in by_id for image in everything.images], bool))
    if not pairs.positive.any():
        raise ArchiveError(
            "There is nothing to learn from yet; mark positives in at least one grouping."
        )
    if not pairs.triplets:
        raise ArchiveError(
            "There is nothing to tell apart yet; mark negatives, or make a second grouping of "
            "other images."
        )
    return pairs


def _before(
    project: Project,
    marked: list[ImageRecord],
    pairs: Pairs,
    judge: Mask,
    progress: Progress,
) -> Metrics:
    """The figures of the model in use, as it was trained without the marks that judge."""
    _, embedder = open_embedder(project)
    embedder.available(marked, progress)
    return measure(embedder.embed(marked, judged=True), pairs, judge)


def _background(images: list[ImageRecord], marked: set[int], seed: int) -> list[ImageRecord]:
    """Some unmarked images, drawn at random; marked ones where the archive has no others."""
    free = [image for image in images if image.id not in marked] or images
    order = np.random.default_rng(seed).permutation(len(free))[:_BACKGROUND]
    return [free[number] for number in order]


def _tune(
    project: Project,
    settings: TrainingSettings,
    material: "Material",
    marked: list[ImageRecord],
    others: list[ImageRecord],
    progress: Progress,
    tell: Callable[[EpochReport], None],
) -> "Trained":
    from archive_gui.learning import trainer
    from archive_gui.learning.backbones import build_keras

    trunk = build_keras(settings.backbone, progress)
    side = backbone(settings.backbone).side
    thumbnails = ThumbnailStore(project.thumbnails_file)

    def pictures(images: list[ImageRecord], size: int) -> npt.NDArray[np.uint8]:
        lost = thumbnails.missing(image.sha256 or "" for image in images)
        gone = [image for image in images if image.sha256 in lost]
        if gone:
            restore_thumbnails(project, thumbnails, gone, progress)
        found = [thumbnails.get(image.sha256 or "") for image in images]
        kept = [data for data in found if data is not None]
        if len(kept) < len(images):
            raise ArchiveError(
                f"{len(images) - len(kept)} thumbnails are missing; scan the archive again, then "
                "train."
            )
        return np.stack([network_input(load_thumbnail(data), size) for data in kept])

    try:
        seen = trainer.Pictures(
            pictures(marked, round(side * _CROP_ROOM)),
            pictures(marked, side),
            pictures(others, side),
        )
    finally:
        thumbnails.close()
    return trainer.tune(trunk, seen, material, settings, progress, tell)


def _save(
    project: Project,
    settings: TrainingSettings,
    trained: "Trained",
    provenance: dict[str, Any],
    progress: Progress,
) -> registry.Version:
    from archive_gui.learning.backbones import build_keras
    from archive_gui.learning.keras_model import save_model, whole_model

    progress.report(0, 0, "Keeping the model")
    trunk = build_keras(settings.backbone, progress)
    model = whole_model(trunk, trained.projection, trained.tuned)
    return registry.save_version(
        project.models_folder,
        provenance,
        trained.projection,
        trained.judged,
        lambda file: save_model(model, file),
    )


def _re_embed(project: Project, progress: Progress) -> None:
    """Make the new model ready to answer; what goes wrong here, the next query tells."""
    try:
        Searcher(project, progress=progress)
    except Cancelled:
        return
    except (ArchiveError, OSError):
        # The model is trained and in use; that must not be told as a failed training.
        _log.exception("the archive could not be embedded by the new model")


def _provenance(
    settings: TrainingSettings,
    groupings: list[Grouping],
    project: Project,
    trained: "Trained",
    triplets: int,
) -> dict[str, Any]:
    """Where a model comes from, for whoever wants to know or to make it again."""
    images = {image.id: image for image in list_images(project, missing=True)}

    def named(image: int) -> dict[str, str | None]:
        return {"path": images[image].path, "sha256": images[image].sha256}

    weights = weights_file(settings.backbone)
    return {
        "created": now(),
        "program": {"name": "archive-gui", "version": __version__},
        "libraries": {name: importlib.metadata.version(name) for name in _LIBRARIES},
        "backbone": {
            "name": settings.backbone,
            "sha256": None if weights is None else file_digest(weights),
        },
        "tuned": trained.tuned is not None,
        "settings": asdict(settings),
        "epochs": trained.epochs,
        "best_epoch": trained.best_epoch,
        "weight": trained.projection.weight,
        "triplets": triplets,
        "groupings": [
            {
                "name": grouping.name,
                "anchor": named(grouping.anchor),
                "positives": [named(image) for image in grouping.positives],
                "negatives": [named(image) for image in grouping.negatives],
            }
            for grouping in groupings
        ],
    }
