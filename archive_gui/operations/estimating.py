"""How long a training will take, from what earlier ones took on this computer."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from archive_gui.catalog.project import Project
from archive_gui.learning.schedules import HEAD_EPOCHS, tuning_epochs
from archive_gui.learning.settings import Depth

# Seconds on two cores, with the network that is built in. Loading TensorFlow, and looking at
# the marked images in other ways; an epoch of the head; what a tuning begins and ends with; one
# marked image in one epoch, with the last blocks tuned and with all; an image of the archive by a
# tuned network, and by the one that came, whose features are kept.
_HEAD, _HEAD_EPOCH = 6.0, 0.02
_TUNING = 12.0
_PER_IMAGE = {Depth.TOP: 0.018, Depth.FULL: 0.05}
_PREPARE_TUNED, _PREPARE = 0.003, 0.00015
_CORES = 2
# Of so many trainings of a depth, the latest ones, the middle one tells.
_REMEMBERED = 5


# How many times as long as expected the stage of each depth took lately, where that is known.
Paces = Mapping[Depth, float]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that the stages of a training, and preparing the archive for it, will take.

    `thorough` is what the second stage adds, None where there is none.
    """

    quick: float
    thorough: float | None
    prepare: float


def measured_paces(project: Project) -> Paces:
    """How the latest trainings on the project's network compare with what was expected of them."""
    from archive_gui.learning import registry
    from archive_gui.operations.versions import marked_images, project_backbone

    known = {version.model: version for version in registry.versions(project.models_folder)}
    found: dict[Depth, list[float]] = {}
    name = project_backbone(project)
    for version in known.values():
        if version.backbone != name:
            continue
        told = version.provenance
        try:
            depth, seconds = Depth(version.depth), float(told["seconds"])
            epochs, images = int(told["epochs"]), marked_images(version)
            if depth is not Depth.HEAD:
                seconds -= float(known[told["quick"]].provenance["seconds"])
        except (KeyError, OverflowError, TypeError, ValueError):
            continue
        if images and seconds > 0:
            found.setdefault(depth, []).append(seconds / _stage(depth, images, epochs))
    return {depth: median(each[-_REMEMBERED:]) for depth, each in found.items()}


def estimate_training(
    depth: Depth,
    images: int,
    archive: int,
    *,
    epochs: int | None = None,
    paces: Paces | None = None,
    cores: int | None = None,
) -> Estimate:
    """What a training of this depth takes with so many marked `images`, of an `archive` of so many.

    `epochs` None is the depth's own number; `cores` None are those of this computer, for what no
    earlier training has measured.
    """
    slower = _CORES / max(1, cores or os.cpu_count() or _CORES)

    def stage(depth: Depth, epochs: int) -> float:
        # Where it was measured, the number of cores is in the figure.
        return _stage(depth, images, epochs) * (paces or {}).get(depth, slower)

    if depth is Depth.HEAD:
        quick = stage(depth, epochs or HEAD_EPOCHS)
        return Estimate(quick, None, archive * _PREPARE * slower)
    return Estimate(
        stage(Depth.HEAD, HEAD_EPOCHS),
        stage(depth, epochs or tuning_epochs(images)),
        archive * _PREPARE_TUNED * slower,
    )


def _stage(depth: Depth, images: int, epochs: int) -> float:
    if depth is Depth.HEAD:
        return _HEAD + _HEAD_EPOCH * epochs
    return _TUNING + _PER_IMAGE[depth] * images * epochs
