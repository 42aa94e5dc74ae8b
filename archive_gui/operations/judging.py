"""Two versions of the model beside each other, on the held-out marks as they are now."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.learning.confidence import Comparison, compare
from archive_gui.learning.evaluation import mean_of, measure_each, score_each
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.pairs import (
    PairRows,
    first_copies,
    query_groups,
    split,
    without_copies,
)
from archive_gui.learning.projection import Array
from archive_gui.operations.embedding import Embedder
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from archive_gui.words import say

# As many examples of each kind, and neighbours of each example, as are taken in at a glance.
_EXAMPLES, _NEIGHBOURS = 4, 5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A marked image near a query; `right` where it is marked as like the query."""

    image: ImageRecord
    right: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A held-out query with its nearest marked images by either version, the nearest first.

    `gain` is the change of its score, above 0 where it became better.
    """

    query: ImageRecord
    gain: float
    before: tuple[Neighbour, ...]
    after: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """The versions `before` and `after` (0 is the untrained one), judged on the same queries.

    `improved` and `worsened` are the queries that changed most, those first that changed most of
    all.
    """

    before: int
    after: int
    figures_before: Metrics
    figures_after: Metrics
    comparison: Comparison
    improved: tuple[Example, ...]
    worsened: tuple[Example, ...]


def compare_versions(
    project: Project, before: int, after: int, progress: Progress | None = None
) -> VersionComparison:
    """Judge two versions by the held-out marks as they are now, and pick telling examples.

    Both are asked as they were trained without the marks that judge. Marks that were made after
    a version was trained are as new to it. Raises ArchiveError when there is no such version or
    the marks are too few, and Cancelled.
    """
    progress = progress or Progress()
    embedders = [open_embedder(project, model)[1] for model in (before, after)]
    images, pairs = _marked(project, embedders, progress)
    judge = split(pairs, [image.sha256 or "" for image in images]).judge
    embeddings = [embedder.embed(images, judged=True) for embedder in embedders]
    old, new = (measure_each(rows, pairs, judge) for rows in embeddings)
    queries = np.flatnonzero(judge & pairs.with_positive)
    gains = score_each(new) - score_each(old)
    order = np.argsort(-gains, kind="stable").tolist()

    def example(place: int) -> Example:
        query = int(queries[place])
        nearest = (_nearest(rows, pairs, query, images) for rows in embeddings)
        return Example(images[query], float(gains[place]), *nearest)

    improved = [place for place in order if gains[place] > 0]
    worsened = [place for place in reversed(order) if gains[place] < 0]
    return VersionComparison(
        before,
        after,
        mean_of(old),
        mean_of(new),
        compare(old, new, query_groups(pairs, judge)),
        tuple(example(place) for place in improved[:_EXAMPLES]),
        tuple(example(place) for place in worsened[:_EXAMPLES]),
    )


def _marked(
    project: Project, embedders: Sequence[Embedder], progress: Progress
) -> tuple[list[ImageRecord], PairRows]:
    """The marked images that every version can embed, each content once, and their pairs."""
    readable = readable_images(project)
    first = first_copies({image.id: image.sha256 or "" for image in readable})
    everything = PairRows(without_copies(list_groupings(project), first))
    wanted = set(everything.images)
    images = [image for image in readable if image.id in wanted]
    for embedder in embedders:
        progress.check()
        images = embedder.available(images, progress)
    by_id = {image.id: image for image in images}
    pairs = everything.only(np.array([image in by_id for image in everything.images], bool))
    if not pairs.with_positive.any():
        raise ArchiveError(
            say("There is nothing to compare by; mark positives in at least one grouping.")
        )
    return [by_id[image] for image in pairs.images], pairs


def _nearest(
    rows: Array, pairs: PairRows, query: int, images: Sequence[ImageRecord]
) -> tuple[Neighbour, ...]:
    """The nearest of those images that are known to be like or unlike the query (row `query`)."""
    alike, unlike = (rows[0] for rows in pairs.known(np.array([query])))
    known = alike | unlike
    likeness: npt.NDArray[np.float32] = np.where(known, rows @ rows[query], -np.inf)
    order = np.argsort(-likeness, kind="stable")[: min(_NEIGHBOURS, int(known.sum()))]
    return tuple(Neighbour(images[place], bool(alike[place])) for place in order.tolist())
