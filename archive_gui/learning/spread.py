"""How widely embeddings are spread, by which it is noticed that they collapsed."""

from dataclasses import dataclass

import numpy as np

from archive_gui.learning.projection import Array, unit

# The share of the untrained spread, and the directions, below which nothing is told apart. On the
# sample archive trainings that went well kept 1.0 to 2.0 of the spread; one that collapsed (the
# contrastive loss with a margin of 0.01) kept 0.005. A head that learned two groupings has 1.4
# directions and is well; one of a single direction puts all images on a line.
_LEAST_SPREAD = 0.1
_LEAST_DIRECTIONS = 1.1
# Fewer images, or images in fewer directions to begin with, cannot show that any were lost.
ENOUGH_IMAGES, _ENOUGH_DIRECTIONS = 8, 3.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How different the embeddings of some images are from each other.

    `cosine` is the mean cosine of two different images, -1 to 1. `directions` is the effective
    rank of the embeddings about their mean: exp of the entropy of the directions' shares of the
    variance, from 1 to the number of dimensions (after Roy and Vetterli, "The effective rank: a
    measure of effective dimensionality", EUSIPCO 2007); 0 when there is no variance.
    """

    images: int
    cosine: float
    directions: float


def spread_of(rows: Array) -> Spread:
    """The spread of embeddings (m, d) float32, whatever their length."""
    unit_rows = unit(rows).astype(np.float64)
    count = len(unit_rows)
    total = unit_rows.sum(0)
    cosine = (total @ total - (unit_rows**2).sum()) / max(1, count * (count - 1))
    singular = np.linalg.svd(unit_rows - unit_rows.mean(0), compute_uv=False)
    variances = singular**2
    if variances.sum() <= np.finfo(np.float32).eps:
        return Spread(count, float(cosine), 0.0)
    shares = variances[variances > 0] / variances.sum()
    return Spread(count, float(cosine), float(np.exp(-(shares * np.log(shares)).sum())))


def is_collapsed(untrained: Spread, trained: Spread) -> bool:
    """Whether a training put almost all images in one place, or on one line.

    Both spreads are of the same unmarked images. The mean squared distance of unit-length rows
    is 2 (1 - cosine); collapsed is what keeps less than a tenth of the untrained one, or keeps
    hardly more than one direction of many.
    """
    if untrained.images < ENOUGH_IMAGES:
        return False
    if 1 - trained.cosine < _LEAST_SPREAD * (1 - untrained.cosine):
        return True
    return untrained.directions >= _ENOUGH_DIRECTIONS and trained.directions < _LEAST_DIRECTIONS
