"""Directions in which nearest neighbours differ count less, since they tell kinds apart least."""

from collections.abc import Iterable

import numpy as np

from archive_gui.learning.pairs import Places
from archive_gui.learning.projection import Array, LinearPart

# The square of a direction in which neighbours differ as in all on the average is divided by 1 and
# this; chosen on unmarked images of several collections.
_STRENGTH = 0.3
# So many images are asked for their nearest ones at most.
MOST_ASKING = 1024
# Fewer images say too little of how neighbours differ.
_ENOUGH = 64
# What is nearer than that is the image itself, or a copy of it.
_EQUAL = 1e-6


def steadied(part: LinearPart, asking: Array, archive: Iterable[Array]) -> LinearPart:
    """The same part, in which neighbours are more alike; of few images the part as it is.

    `asking` (m, d) float32 are features of images whose nearest ones are looked for, by the part
    as it is, among those of an `archive`, which come in blocks (n, d).
    """
    rows = part.apply(asking)
    nearest, likeness = np.zeros_like(rows), np.full(len(rows), -np.inf, np.float32)
    for block in archive:
        known = part.apply(block)
        found = _likenesses(rows, known)
        best, most = found.argmax(1), found.max(1)
        nearer = most > likeness
        likeness[nearer], nearest[nearer] = most[nearer], known[best[nearer]]
    told = np.isfinite(likeness)
    return LinearPart(part.mean, part.matrix @ steadying(rows[told] - nearest[told]))


def neighbour_differences(rows: Array, by: Array, asking: Places) -> Array:
    """By what some of rows (n, d) differ from their nearest ones: (m, d) float32 at most.

    `asking` (m,) are their places. Nearest by the products of unit-length rows `by` (n, e)
    float32. Copies, and rows of no numbers, are nobody's nearest; who has no other is left out.
    """
    likeness = _likenesses(by[asking], by)
    told = np.isfinite(likeness.max(1))
    differences: Array = rows[asking][told] - rows[likeness.argmax(1)[told]]
    return differences


def steadying(differences: Array) -> Array:
    """The symmetric matrix (d, d) float32 that brings neighbours nearer to each other.

    `differences` (n, d) float32 are those of neighbours. It is (I + s C / c)^(-1/2) with their
    scatter C, and c its mean over the directions that it has. After the within-class covariance
    normalisation of Hatch, Kajarekar and Stolcke ("Within-Class Covariance Normalization for
    SVM-based Speaker Recognition", Interspeech 2006), for images that nobody has marked: each is
    taken for one of its neighbour's kind. The identity where images are few, or all are equal.
    """
    count, width = differences.shape
    scatter = differences.T.astype(np.float64) @ differences
    mean = np.trace(scatter) / max(1, min(count, width))
    if count < _ENOUGH or not mean > 0:
        return np.eye(width, dtype=np.float32)
    values, vectors = np.linalg.eigh(np.eye(width) + _STRENGTH / mean * scatter)
    return np.asarray((vectors / np.sqrt(values)) @ vectors.T, np.float32)


def _likenesses(rows: Array, others: Array) -> Array:
    """Products (m, n); -inf of copies, and of what is no number, as damaged features are."""
    likeness: Array = rows @ others.T
    likeness[~(likeness <= 1 - _EQUAL)] = -np.inf
    return likeness
