"""Figures of retrieval: how well the nearest neighbours agree with what is known of pairs."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_gui.learning.metrics import Metrics
from archive_gui.learning.pairs import KnownPairs, Mask, in_blocks
from archive_gui.learning.projection import Array

# The figures of each query, one column each in the order of `Metrics`: (q, 5).
QueryFigures = npt.NDArray[np.float64]


def measure(embeddings: Array, pairs: KnownPairs, queries: Mask) -> Metrics:
    """The figures of the images in the mask `queries` (n,) among all n: means over the queries.

    See :func:`measure_each`; without any query all figures are 0.
    """
    return mean_of(measure_each(embeddings, pairs, queries))


def measure_each(embeddings: Array, pairs: KnownPairs, queries: Mask) -> QueryFigures:
    """The figures (q, 5) of each image in the mask `queries` (n,) among all n, exactly.

    `embeddings` is (n, d) float32 of unit length. Each query ranks the images that are known to
    be alike or unlike; those of which nothing is known are left out. Recall@k is the share of
    queries with an alike image among the first k; mAP@R follows Musgrave, Belongie and Lim, "A
    Metric Learning Reality Check", ECCV 2020; triplet accuracy is the share of (query, positive,
    negative) with the positive nearer. Queries without a positive do not count.
    """
    rows = np.flatnonzero(queries & pairs.with_positive)
    return np.concatenate(
        [
            _figures(embeddings[block] @ embeddings.T, *pairs.known(block))
            for block in in_blocks(rows, len(embeddings))
        ]
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What held-out images say of a model: the `figures` (q, 5) of each, and how far they stand
    out from unmarked images, 0 to 1.
    """

    figures: QueryFigures
    standing: float


def judge(embeddings: Array, unmarked: Array, pairs: KnownPairs, queries: Mask) -> Judgement:
    """What the images in the mask `queries` (n,) say of a model that was made without them.

    `embeddings` (n, d) and those of `unmarked` images (m, d) are float32 of unit length. How far
    they stand out: for each query and each image that is alike, the share of the unmarked ones
    that are farther; the mean over the latter, then over the queries. That some unmarked images
    are alike, too, costs every model the same. 0 without queries or unmarked images.
    """
    rows = np.flatnonzero(queries & pairs.with_positive)
    shares = []
    for row in rows if len(unmarked) else ():
        alike = np.flatnonzero(pairs.known(np.array([row]))[0][0])
        likeness = embeddings[alike] @ embeddings[row]
        shares.append((unmarked @ embeddings[row] < likeness[:, np.newaxis]).mean())
    figures = measure_each(embeddings, pairs, queries)
    return Judgement(figures, float(np.mean(shares)) if shares else 0.0)


def mean_of(figures: QueryFigures) -> Metrics:
    """The means of the queries' figures (q, 5); without any query all are 0."""
    if not len(figures):
        return Metrics(0.0, 0.0, 0.0, 0.0, 0.0)
    return Metrics(*(round(float(figure), 6) for figure in figures.mean(0)))


def _figures(likeness: Array, positive: Mask, negative: Mask) -> QueryFigures:
    """Triplet accuracy, recall@1, @5, @10 and mAP@R of each query: (q, n) -> (q, 5)."""
    known = positive | negative
    order = np.argsort(np.where(known, -likeness, np.inf), axis=1, kind="stable")
    hits = np.take_along_axis(positive, order, 1)
    relevant = positive.sum(1)
    recalls = [hits[:, :k].any(1) for k in (1, 5, 10)]
    rank = np.arange(1, hits.shape[1] + 1)
    precision = hits.cumsum(1) / rank
    counted = hits & (rank <= relevant[:, np.newaxis])
    average = (precision * counted).sum(1) / relevant
    # Every negative that a positive precedes in the ranking is a triplet in order.
    negatives_before = np.take_along_axis(negative, order, 1).cumsum(1)
    behind = negative.sum(1)[:, np.newaxis] - negatives_before
    in_order = (behind * hits).sum(1) / np.maximum(relevant * negative.sum(1), 1)
    return np.stack([in_order, *recalls, average], axis=1)


def score(metrics: Metrics) -> float:
    """The one number by which models are chosen: the mean of mAP@R and triplet accuracy.

    Recall@1 of a few held-out images moves in leaps, and mAP@R counts the first place too; it
    tells of the first places only, so triplet accuracy, which counts every pair, stands beside it.
    """
    return (metrics.map_at_r + metrics.triplet_accuracy) / 2


def score_each(figures: QueryFigures) -> npt.NDArray[np.float64]:
    """The score (q,) of each query's figures (q, 5)."""
    scores: npt.NDArray[np.float64] = figures[:, [4, 0]].mean(1)
    return scores


def gain(before: Judgement, after: Judgement) -> float:
    """How much better the one judgement is than the other, below 0 where it is worse.

    The difference of the scores; where they are equal, as of few marks that are all right
    already, that of how far the images stand out from unmarked ones.
    """
    gained = score(mean_of(after.figures)) - score(mean_of(before.figures))
    return gained or after.standing - before.standing
