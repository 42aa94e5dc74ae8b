"""How well a model ranks labelled images: the job behind "evaluate"."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from archive_gui.catalog.images import images_by_id, readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.tables import ImageNames, LineError, read_table
from archive_gui.catalog.triplets import Skipped
from archive_gui.errors import ArchiveError
from archive_gui.learning.evaluation import measure
from archive_gui.learning.pairs import Mask, Places
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Figures of a model and of model 0 (`baseline`) by their contract names, 0 to 1."""

    model: int
    queries: int
    figures: dict[str, float]
    baseline: dict[str, float]
    skipped: tuple[Skipped, ...]


def evaluate_model(
    project: Project, labels: Path, model: int | None = None, progress: Progress | None = None
) -> EvaluationReport:
    """Let each labelled image query all the other labelled ones, exactly.

    `labels` is a CSV file with the columns path and label. An image whose label no other has is
    no query, but stays among the others. `model` None is the version in use. Raises ArchiveError
    when the file cannot be read or no label is given to two images.
    """
    progress = progress or Progress()
    label_of, skipped = _read_labels(project, labels)
    number, embedder = open_embedder(project, model)
    known = [image for image in readable_images(project) if image.id in label_of]
    labelled = embedder.available(known, progress)
    skipped += _unread(project, label_of, labelled)
    names = [label_of[image.id][0] for image in labelled]
    pairs = _LabelledPairs(
        tuple(image.id for image in labelled), np.unique(names, return_inverse=True)[1]
    )
    queries = pairs.with_positive
    if not queries.any():
        raise ArchiveError(
            say(
                "The file {file} gives no label to two images of the archive; check its paths.",
                file=labels,
            )
        )
    baseline = open_embedder(project, 0)[1]
    baseline.available(labelled, progress)
    figures = []
    for each in (embedder, baseline):
        measured = measure(each.embed(labelled), pairs, queries).as_json()
        del measured["triplet_accuracy"]
        figures.append({name: round(value, 6) for name, value in measured.items()})
    ordered = tuple(sorted(skipped, key=lambda skip: skip.line))
    return EvaluationReport(number, int(queries.sum()), figures[0], figures[1], ordered)


@dataclass(frozen=True, slots=True)
class _LabelledPairs:
    """Of each label all images are alike; of 50,000 the masks of all pairs would take 5 GB."""

    images: tuple[int, ...]
    labels: Places

    @property
    def with_positive(self) -> Mask:
        return np.bincount(self.labels)[self.labels] > 1

    def known(self, rows: Places) -> tuple[Mask, Mask]:
        same: Mask = self.labels[rows][:, np.newaxis] == self.labels
        alike = same.copy()
        alike[np.arange(len(rows)), rows] = False
        return alike, ~same


def _read_labels(
    project: Project, labels: Path
) -> tuple[dict[int, tuple[str, int]], list[Skipped]]:
    """The label and the line of each image, and the lines that could not be taken."""
    names = ImageNames(project)
    found: dict[int, tuple[str, int]] = {}
    skipped: list[Skipped] = []
    for line, cells in read_table(labels, ("path", "label")):
        try:
            image = names.find(cells["path"], "path")
            if not cells["label"]:
                raise LineError(say("its label is empty"))
            if image in found:
                raise LineError(say("{image} has a label already", image=cells["path"]))
        except LineError as refusal:
            skipped.append(Skipped(line, str(refusal)))
        else:
            found[image] = (cells["label"], line)
    return found, skipped


def _unread(
    project: Project, label_of: dict[int, tuple[str, int]], labelled: list[ImageRecord]
) -> list[Skipped]:
    lacking = set(label_of) - {image.id for image in labelled}
    return [
        Skipped(label_of[image.id][1], say("{image} was not read as an image", image=image.path))
        for image in images_by_id(project, lacking).values()
    ]
