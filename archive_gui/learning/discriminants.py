"""A closed-form start for the projection head: discriminants of pairs, in NumPy."""

import numpy as np
import numpy.typing as npt

from archive_gui.learning.pairs import Mask
from archive_gui.learning.projection import Array

# Towards equal spread in all directions: tens of marks tell little of each one of 256.
_SHRINKAGE = 0.6
_DIRECTIONS = 64


def discriminants(rows: Array, positive: Mask, negative: Mask) -> Array:
    """A matrix (r, k) that draws pairs alike together and others apart: rows (n, r) float32.

    Fisher's criterion over pairs (Sugiyama, "Dimensionality Reduction of Multimodal Labeled
    Data by Local Fisher Discriminant Analysis", JMLR 8, 2007, equations 6 to 9) with the scatter
    of positive pairs shrunk towards the identity, so that it exists for few marks. A direction
    weighs as much as the scatter of negative pairs exceeds that of positive ones in it.
    """
    wide = rows.astype(np.float64)
    # Outside the span of the rows there is no scatter, so no direction of weight either.
    span = np.linalg.svd(wide - wide.mean(0), full_matrices=False)[2]
    inside = wide @ span.T
    within = _scatter(inside, positive)
    spread = float(np.trace(within)) / rows.shape[1] or 1.0
    shrunk = (1 - _SHRINKAGE) * within + _SHRINKAGE * spread * np.eye(len(within))
    values, vectors = np.linalg.eigh(shrunk)
    whitening = vectors * values**-0.5
    excess, directions = np.linalg.eigh(whitening.T @ _scatter(inside, negative) @ whitening)
    kept = np.argsort(-excess)[:_DIRECTIONS]
    strength = np.sqrt(np.maximum(excess[kept] - 1, 0.0))
    if not strength.any():
        # Negatives nowhere farther apart than positives: all directions are as good a start.
        strength[:] = 1.0
    matrix: Array = (span.T @ whitening @ directions[:, kept] * strength).astype(np.float32)
    return matrix


def _scatter(rows: npt.NDArray[np.float64], pairs: Mask) -> npt.NDArray[np.float64]:
    """The mean of (a - b)(a - b)^T / 2 over pairs; every image has the same say."""
    weights = pairs / np.maximum(pairs.sum(1, keepdims=True), 1)
    weights = (weights + weights.T) / max(1, np.count_nonzero(pairs.any(1)))
    scatter: npt.NDArray[np.float64] = (
        rows.T @ (weights.sum(1)[:, np.newaxis] * rows - weights @ rows) / 2
    )
    return scatter
