"""A regularised softmax over groupings and none, in NumPy."""

import numpy as np
import numpy.typing as npt

from archive_gui.learning.pairs import Mask
from archive_gui.learning.projection import Array, Memberships

# What all unmarked images count together against all marked ones, each of them at most as much as a
# marked one; chosen on unmarked images of several collections.
_UNMARKED = 0.4
# Of more groupings each is a smaller part of all that is learned from, and a smaller penalty leaves
# it its likelihoods.
_FEW_GROUPINGS = 8
_STEPS, _MOST_MARKED = 150, 2000
# Between which logits that of none is looked for, by halving so many times.
_MOST_RAISED, _HALVINGS = 12.0, 40


def fit_softmax(
    rows: Array, members: Mask, unmarked: Array, smoothness: float, share: float | None
) -> Array:
    """Coefficients (r + 1, g + 1) for views (v, n, r) of images of which `members` (n, g) are.

    Many an unmarked image belongs to a grouping all the same. So they all stand for none only at
    first, and then for what was found of them (one round of expectation and maximisation after
    Nigam et al., "Text Classification from Labeled and Unlabeled Documents using EM", Machine
    Learning 39, 2000); more rounds take more and more images for members. Where it is known which
    `share` of them are members, what was found is brought to it first, and what is found then is
    brought towards it, the nearer the larger the share is: of a small one the groupings would
    lose their own images that are unlike the marked ones.
    """
    seen, wanted, weights, smoothness = _material(rows, members, unmarked, smoothness)
    found = _softmax_regression(seen, wanted, weights, smoothness)
    if not len(unmarked):
        return found
    likely = likelihoods(found, unmarked)
    if share is not None:
        likely = raised_none(likely, none_to_raise(likely, share))
    wanted[-len(unmarked) :] = likely
    found = _softmax_regression(seen, wanted, weights, smoothness)
    if share is not None:
        found[-1, -1] += share * none_to_raise(likelihoods(found, unmarked), share)
    return found


def fit_apart(rows: Array, members: Mask, unmarked: Array, smoothness: float) -> Array:
    """Such coefficients (r + 1, g + 1) for images (n, r); unmarked ones (m, r) stand for none."""
    return _softmax_regression(*_material(rows[np.newaxis], members, unmarked, smoothness))


def likelihoods(found: Array, rows: Array) -> Array:
    """How likely images (n, r) are of each grouping and of none, (n, g + 1), by coefficients."""
    codes = np.eye(found.shape[1] - 1, dtype=np.float32)
    return Memberships(found[:-1], found[-1], codes, 1.0).likelihoods(rows)


def none_to_raise(likely: Array, share: float) -> float:
    """By how much to raise the logit of none for a `share` of members among images.

    In the mean, so much of their likelihoods (n, g + 1) is not that of none then. After Saerens,
    Latinne and Decaestecker, "Adjusting the Outputs of a Classifier to New a Priori
    Probabilities", Neural Computation 14, 2002, for a share that is known.
    """
    low, high = -_MOST_RAISED, _MOST_RAISED
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if 1 - raised_none(likely, middle)[:, -1].mean() > share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def raised_none(likely: Array, by: float) -> Array:
    """Likelihoods (n, g + 1) when the logit of none, the last one, is raised `by` so much."""
    raised = likely.copy()
    raised[:, -1] *= np.float32(np.exp(by))
    brought: Array = raised / raised.sum(1, keepdims=True)
    return brought


def some(count: int, most: int) -> npt.NDArray[np.intp]:
    """The places of all of so many, or of as many as there may be, evenly spread."""
    return np.linspace(0, count - 1, min(count, most)).astype(np.intp)


def folds_of(members: Mask, folds: int) -> npt.NDArray[np.intp]:
    """Which images (n,) are left out together: of each large grouping (n, g) some in every fold."""
    fold = np.zeros(len(members), np.intp)
    for group in members.T:
        images = np.flatnonzero(group)
        fold[images] = np.arange(len(images)) % folds
    return fold


def _material(
    rows: Array, members: Mask, unmarked: Array, smoothness: float
) -> tuple[Array, Array, Array, float]:
    """What a regression learns from: rows, what is wanted of them, weights; and its penalty."""
    chosen = some(rows.shape[1], _MOST_MARKED)
    rows, members = rows[:, chosen], members[chosen]
    views, count, width = rows.shape
    marked = views * count
    wanted = np.zeros((marked + len(unmarked), members.shape[1] + 1), np.float32)
    wanted[:marked, :-1] = np.tile(members, (views, 1))
    wanted[:, -1] = ~wanted.any(1)
    wanted /= wanted.sum(1, keepdims=True)
    weights = np.full(len(wanted), 1 / marked, np.float32)
    weights[marked:] = min(_UNMARKED / max(1, len(unmarked)), 1 / count)
    seen = np.concatenate([rows.reshape(-1, width), unmarked])
    return seen, wanted, weights, smoothness * min(1.0, _FEW_GROUPINGS / members.shape[1])


def _softmax_regression(rows: Array, wanted: Array, weights: Array, smoothness: float) -> Array:
    """Coefficients (r + 1, c), the bias last, by Nesterov's method for strongly convex functions.

    Nesterov, "Introductory Lectures on Convex Optimization", 2004, scheme 2.2.11.
    """
    seen = np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)
    weighted = (seen * weights[:, np.newaxis]).T
    penalty = np.float32(smoothness)
    # The second derivative of a softmax is at most a half.
    steepest = np.linalg.eigvalsh(weighted @ seen)[-1] / 2 + penalty
    ratio = np.sqrt(penalty / steepest)
    momentum = (1 - ratio) / (1 + ratio)
    found = np.zeros((seen.shape[1], wanted.shape[1]), np.float32)
    ahead = found
    for _ in range(_STEPS):
        logits = seen @ ahead
        raised = np.exp(logits - logits.max(1, keepdims=True))
        error = raised / raised.sum(1, keepdims=True) - wanted
        last, found = found, ahead - (weighted @ error + penalty * ahead) / steepest
        ahead = found + momentum * (found - last)
    return found
