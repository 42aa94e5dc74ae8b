"""The pre-trained part of embeddings, and alone model 0: principal components."""

import logging
from pathlib import Path

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.files import replacing
from archive_gui.learning.arrays import read_arrays
from archive_gui.learning.projection import Array, LinearPart, root

_log = logging.getLogger(__name__)

_COMPONENTS = 256
# Fewer images say too little of what is common to all of them.
_ENOUGH = 64
# An eigenvalue that is so much smaller than the largest one is nothing but rounding.
_SAME = 1e-9


def fit_components(features: Array, most: int = _COMPONENTS) -> LinearPart:
    """Mean and leading principal components of the roots of features (n, d) float32.

    At most `most` components. With fewer than 64 images nothing is taken off and nothing left
    out. A component's sign is fixed by its largest entry, so that the same features give the
    same part on every machine.
    """
    count, width = features.shape
    if count < _ENOUGH:
        return LinearPart(np.zeros(width, np.float32), np.eye(width, dtype=np.float32))
    rows = root(features).astype(np.float64)
    mean = rows.mean(0)
    rows -= mean
    kept = _leading_directions(rows, min(most, count - 1))
    largest = np.abs(kept).argmax(0)
    kept = kept * np.sign(kept[largest, np.arange(kept.shape[1])])
    return LinearPart(mean.astype(np.float32), np.ascontiguousarray(kept, np.float32))


def _leading_directions(rows: npt.NDArray[np.float64], most: int) -> npt.NDArray[np.float64]:
    """The eigenvectors (d, at most `most`) of the largest eigenvalues of rows' scatter matrix.

    Of few rows (n, d) they come from the products of these with each other, a smaller matrix.
    """
    count, width = rows.shape
    if count < width:
        values, vectors = np.linalg.eigh(rows @ rows.T)
        # Equal images leave directions in which nothing differs.
        told = min(most, int(np.count_nonzero(values > _SAME * values[-1])))
        if told and values[-1] > _SAME:
            found = rows.T @ vectors[:, ::-1][:, :told]
            directions: npt.NDArray[np.float64] = found / np.linalg.norm(found, axis=0)
            return directions
    _, vectors = np.linalg.eigh(rows.T @ rows)
    return vectors[:, ::-1][:, :most]


def save_components(file: Path, part: LinearPart, count: int) -> None:
    """Keep a part that was made from an archive of `count` images, where the disk takes it."""
    try:
        with replacing(file) as temporary:
            np.savez(temporary, allow_pickle=False, mean=part.mean, matrix=part.matrix, count=count)
    except OSError:
        # A full disk costs the time to make it again, not the search.
        _log.warning("the components could not be kept in %s", file, exc_info=True)


def load_components(file: Path, width: int) -> tuple[LinearPart, int] | None:
    """What :func:`save_components` kept for features (n, width), None when it is not usable."""
    try:
        arrays = read_arrays(file)
        part = LinearPart(arrays["mean"], arrays["matrix"])
        return (part, int(arrays["count"])) if part.mean.size == width else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
