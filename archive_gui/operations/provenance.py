"""Where a version of the model comes from, for whoever wants to know or to make it again."""

import importlib.metadata
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from archive_gui import __version__
from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project, now
from archive_gui.catalog.records import Grouping
from archive_gui.learning.backbones import file_digest, weights_file
from archive_gui.learning.settings import TrainingSettings

if TYPE_CHECKING:
    from archive_gui.learning.trainer import Trained

_LIBRARIES = ("tensorflow", "keras", "numpy", "pillow", "hnswlib", "ai-edge-litert")


def provenance_of(
    project: Project,
    settings: TrainingSettings,
    groupings: Sequence[Grouping],
    trained: "Trained",
    triplets: int,
) -> dict[str, Any]:
    """Program, libraries, network, settings and marks of a model, ready for JSON."""
    images = {image.id: image for image in list_images(project, missing=True)}

    def named(image: int) -> dict[str, str | None]:
        return {"path": images[image].path, "sha256": images[image].sha256}

    place = {grouping.id: number for number, grouping in enumerate(groupings)}
    weights = weights_file(settings.backbone)
    near = trained.projection.memberships or trained.projection.prototypes
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
        "weight_near": None if near is None else near.weight,
        "triplets": triplets,
        "groupings": [
            {
                "name": grouping.name,
                "anchor": named(grouping.anchor),
                "positives": [named(image) for image in grouping.positives],
                "negatives": [named(image) for image in grouping.negatives],
                # Places in this list, since names may occur twice.
                "related": [place[other] for other in grouping.related],
            }
            for grouping in groupings
        ],
    }
