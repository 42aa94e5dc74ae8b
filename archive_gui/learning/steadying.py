"""Directions in which nearest neighbours differ count less, since they tell kinds apart least."""

import numpy as np

from archive_gui.learning.projection import Array, LinearPart

# How much less a direction counts in which neighbours differ as much as in all on the average;
# chosen on unmarked images of several collections. More takes from images what tells them apart.
_STRENGTH = 0.3
# Fewer images say too little of how neighbours differ.
_ENOUGH = 64
# What is nearer than that is the image itself, or a copy of it.
_EQUAL = 1e-6


def steadied(part: LinearPart, asking: Array, among: Array) -> LinearPart:
    """The same part, in which neighbours are more alike; of few images the part as it is.

    `asking` (m, d) float32 are features of images whose nearest ones are looked for `among`
    those (n, d) of an archive, by the part as it is.
    """
    rows, known = part.apply(asking), part.apply(among)
    return LinearPart(part.mean, part.matrix @ steadying(rows, rows, known, known))


def steadying(rows: Array, by: Array, among: Array, among_by: Array) -> Array:
    """The symmetric matrix (d, d) float32 that brings neighbours nearer to each other.

    (I + s C / c)^(-1/2) with the scatter C of the differences between each of `rows` (m, d) and
    its nearest one `among` (n, d), and c its mean over all directions; nearest by the products of
    unit-length rows `by` (m, e) and `among_by` (n, e), equal ones left out. This is the
    within-class covariance normalisation of Hatch, Kajarekar and Stolcke ("Within-Class
    Covariance Normalization for SVM-based Speaker Recognition", Interspeech 2006, section 3),
    smoothed, for images that nobody has marked: each is taken for one of its neighbour's kind.
    The unit matrix where images are few, or hardly any differ.
    """
    unchanged = np.eye(rows.shape[1], dtype=np.float32)
    likeness = by @ among_by.T
    # Neither by what is no number: such are the rows of damaged features.
    likeness[~(likeness <= 1 - _EQUAL)] = -np.inf
    told = np.isfinite(likeness).any(1)
    if np.count_nonzero(told) < _ENOUGH:
        return unchanged
    nearest = among[likeness[told].argmax(1)]
    differences = (rows[told] - nearest).astype(np.float64)
    scatter = differences.T @ differences
    mean = np.trace(scatter) / len(scatter)
    values, vectors = np.linalg.eigh(unchanged + _STRENGTH / mean * scatter)
    return np.asarray((vectors / np.sqrt(values)) @ vectors.T, np.float32)
