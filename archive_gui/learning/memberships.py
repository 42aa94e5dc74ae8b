"""How likely an image belongs to each marked grouping: a regularised softmax, in NumPy."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_gui.learning.pairs import Mask, Pairs
from archive_gui.learning.projection import Array, Memberships, unit

# What all unmarked images count together against all marked ones, and what the learned part counts
# beside the pre-trained one. This and what follows was chosen on unmarked images of several
# collections.
_UNMARKED, _LEARNED = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class _Care:
    """How careful to be with what was learned.

    `smoothness` of the likelihoods of a few groupings; `changed` is the share of images of none
    whose nearest one may become another at most.
    """

    smoothness: float
    changed: float


_MANY, _FEW = _Care(1.5e-3, 0.45), _Care(3e-3, 0.28)
_TUNED_SMOOTHNESS, _TUNED_WEIGHT, _TUNED_NONE = 3e-3, 6.0, 0.2
# What belonging to none weighs beside belonging to a grouping, tried in turn. More keeps the
# neighbourhoods of none better, and takes from the groupings those of their images that are unlike
# the marked ones.
_NONE = (0.4, 0.2, 0.1)
# Positives of an image from which on its grouping has many marks.
_MANY_ALIKE = 8
# Of more groupings each is a smaller part of all that is learned from, and a smaller penalty leaves
# it its likelihoods.
_FEW_GROUPINGS = 8
_WEIGHTS = np.geomspace(0.25, 12, 18)
# How much of what weight can bring to marks that were left out it is to bring, since the last of it
# costs the neighbourhoods of all others most; and the share of unmarked images, the least likely
# members of any grouping, that are taken for members of none when that is measured. Few marks say
# nothing of it.
_GAINED, _STRANGE, _FEW_WEIGHT = 0.83, 0.5, 3.0
_FOLDS = 4
# What is taken where hardly an image is unmarked.
_WEIGHT, _ENOUGH = 4.0, 32
_STEPS = 150
# Beyond so many groupings each is a direction; beyond so many rows views are not looked at, and
# of the marked images only some. Beyond so many groupings no mark is left out to choose a weight,
# and of very many marks some ask.
_MOST_CODES, _MOST_ROWS, _MOST_MARKED = 128, 4000, 2000
_MOST_CHOSEN_BY, _MOST_ASKING = 64, 400


def fit_memberships(
    pretrained: Array, learned: Array, pairs: Pairs, background: tuple[Array, Array]
) -> Memberships:
    """The memberships of marked images, as smooth as tens of marks allow.

    `pretrained` (v, n, p) and `learned` (v, n, q) float32 are the unit-length parts of v views of
    the marked images, the images themselves first, in the order of `pairs`; `background` those
    (m, p) and (m, q) of unmarked images, which belong to a grouping or to none. Softmax regression
    with a penalty on its squared coefficients, as much of it per image for many as for few, and
    less where groupings are many. What it weighs is chosen by marks that are left out in turn,
    where they are many enough, and by the nearest neighbours of images of none, most of which are
    to stay. Where all images are of some grouping, none is what is merely unlike the marks: it
    weighs only so much that marks left out still find each other.
    """
    views = max(1, min(len(pretrained), _MOST_ROWS // max(1, pretrained.shape[1])))
    rows, width = _side_by_side(pretrained[:views], learned[:views]), pretrained.shape[2]
    unmarked = _side_by_side(*background)
    alike = pairs.positive.sum(1)[pairs.with_positive]
    many = alike.mean() >= _MANY_ALIKE
    care = _MANY if many else _FEW
    found = _fitted(rows, pairs.groups.T, unmarked, care.smoothness)
    weight, none = _WEIGHT if many else _FEW_WEIGHT, _NONE[0]
    if len(unmarked) < _ENOUGH:
        return _memberships(found, width, weight, none)
    kept = _keeping(background[0], _likelihoods(found, unmarked), care.changed)
    if found.shape[1] <= _MOST_CHOSEN_BY:
        left_out = _leave_out(rows[0], pairs.groups.T, unmarked, care.smoothness)
        plain = rows[0, :, :width]
        if many:
            weight = _gaining(plain, left_out, pairs, background[0], none)
        none = _bearable(plain, left_out, pairs, min(weight, kept))
    return _memberships(found, width, min(weight, kept), none)


def fit_tuned_memberships(
    pretrained: Array, tuned: Array, pairs: Pairs, background: tuple[Array, Array]
) -> Memberships:
    """The memberships of marked images that a tuned network has learned from.

    `pretrained` (n, p) and `tuned` (n, q) float32 are their unit-length parts, `background` those
    of unmarked images, as of :func:`fit_memberships`. No mark can be left out any more to choose
    the weight by; but a tuned network tells so well what is of no grouping that one does for all.
    """
    rows = _side_by_side(pretrained, tuned)[np.newaxis]
    found = _fitted(rows, pairs.groups.T, _side_by_side(*background), _TUNED_SMOOTHNESS)
    return _memberships(found, pretrained.shape[1], _TUNED_WEIGHT, _TUNED_NONE)


def _side_by_side(pretrained: Array, learned: Array) -> Array:
    return np.concatenate([pretrained, np.float32(_LEARNED) * learned], axis=-1)


def _memberships(found: Array, width: int, weight: float, none: float) -> Memberships:
    """What was fitted to parts side by side, of which the pre-trained one is `width` long."""
    scale = np.ones((len(found), 1), np.float32)
    scale[width:-1] = _LEARNED
    codes = _codes(found.shape[1] - 1)
    return Memberships((scale * found)[:-1], found[-1], codes, round(weight, 3), none)


def _fitted(rows: Array, members: Mask, unmarked: Array, smoothness: float) -> Array:
    """Coefficients (r + 1, g + 1) for views (v, n, r) of images of which `members` (n, g) are.

    Many an unmarked image belongs to a grouping all the same. So they all stand for none only at
    first, and then for what was found of them (one round of expectation and maximisation after
    Nigam et al., "Text Classification from Labeled and Unlabeled Documents using EM", Machine
    Learning 39, 2000); more rounds take more and more images for members.
    """
    chosen = _some(rows.shape[1], _MOST_MARKED)
    rows, members = rows[:, chosen], members[chosen]
    views, count, width = rows.shape
    marked = views * count
    wanted = np.zeros((marked + len(unmarked), members.shape[1] + 1), np.float32)
    wanted[:marked, :-1] = np.tile(members, (views, 1))
    wanted[:, -1] = ~wanted.any(1)
    wanted /= wanted.sum(1, keepdims=True)
    weights = np.full(len(wanted), 1 / marked, np.float32)
    weights[marked:] = _UNMARKED / max(1, len(unmarked))
    seen = np.concatenate([rows.reshape(-1, width), unmarked])
    smoothness *= min(1.0, _FEW_GROUPINGS / members.shape[1])
    found = _softmax_regression(seen, wanted, weights, smoothness)
    if not len(unmarked):
        return found
    wanted[marked:] = _likelihoods(found, unmarked)
    return _softmax_regression(seen, wanted, weights, smoothness)


def _likelihoods(found: Array, rows: Array) -> Array:
    codes = np.eye(found.shape[1] - 1, dtype=np.float32)
    return Memberships(found[:-1], found[-1], codes, 1.0).likelihoods(rows)


def _shown(likely: Array, none: float) -> Array:
    """How likelihoods (n, g + 1) show without weight, each grouping apart from all others."""
    return np.concatenate([np.square(likely[:, :-1]), np.float32(none) * likely[:, -1:]], axis=1)


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


def _codes(groupings: int) -> Array:
    """How each grouping shows (g, k): apart from all others, or nearly so where they are many."""
    if groupings <= _MOST_CODES:
        return np.eye(groupings, dtype=np.float32)
    return unit(np.random.default_rng(0).normal(size=(groupings, _MOST_CODES)))


def _keeping(pretrained: Array, likely: Array, changed: float) -> float:
    """The largest weight of likelihoods (m, g + 1) beside pre-trained parts (m, p) of unmarked
    images at which at most the share `changed` of those of none has another nearest one; at least
    the smallest.
    """
    nearest = None
    kept = _WEIGHTS[0]
    shown, none = _shown(likely, _NONE[0]), likely[:, -1] / likely[:, -1].sum()
    for weight, likeness in _likenesses(pretrained, shown, pretrained, shown):
        np.fill_diagonal(likeness, -np.inf)
        found = likeness.argmax(1)
        if nearest is None:
            nearest = found
        elif none[found != nearest].sum() > changed:
            break
        else:
            kept = max(kept, weight)
    return float(kept)


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """What fits say that lack some of the marked images each; no image is lacked by two.

    `fold` (n,) is the fit that lacks an image; `likely` (f, n, g + 1) are the likelihoods of all
    marked images by each fit, `others` (m, g + 1) the mean ones of unmarked images.
    """

    fold: npt.NDArray[np.intp]
    likely: Array
    others: Array


def _leave_out(rows: Array, members: Mask, unmarked: Array, smoothness: float) -> _LeftOut:
    """Fit to images (n, r) of which `members` (n, g) are and unmarked ones (m, r), as above."""
    fold = _folds(members)
    likely, others = [], []
    for number in range(_FOLDS):
        rest = fold != number
        found = _fitted(rows[np.newaxis, rest], members[rest], unmarked, smoothness)
        likely.append(_likelihoods(found, rows))
        others.append(_likelihoods(found, unmarked))
    return _LeftOut(fold, np.stack(likely), np.mean(others, axis=0))


def _bearable(plain: Array, left_out: _LeftOut, pairs: Pairs, weight: float) -> float:
    """What none weighs at most so that marks which are left out find the others better than
    without memberships, by half of what memberships bring when none weighs nothing; 0 where
    there is no such weight. `plain` (n, p) are pre-trained parts.
    """

    def figure(none: float, weight: float) -> float:
        found, asked = 0.0, 0
        for number, likely in enumerate(left_out.likely):
            shown = np.float32(weight) * _shown(likely, none)
            rows = unit(np.concatenate([plain, shown], axis=1))
            asks = np.flatnonzero((left_out.fold == number) & pairs.with_positive)
            if len(asks):
                alike = pairs.positive[asks]
                likeness = np.where(alike | pairs.negative[asks], rows[asks] @ rows.T, -np.inf)
                found += len(asks) * _map_at_r(likeness, alike)
                asked += len(asks)
        return found / max(1, asked)

    least = max(figure(0.0, 0.0), (figure(0.0, 0.0) + figure(0.0, weight)) / 2)
    return next((none for none in _NONE if figure(none, weight) >= least), 0.0)


def _gaining(plain: Array, left_out: _LeftOut, pairs: Pairs, unmarked: Array, none: float) -> float:
    """The smallest weight that brings most of what any brings to marks left out.

    `plain` (n, p) and `unmarked` (m, p) are pre-trained parts. Measured is mAP@R of each mark,
    shown as without it, among all marks and unmarked images.
    """
    likely, others = left_out.likely[left_out.fold, np.arange(len(plain))], left_out.others
    least_likely = np.argsort(-others[:, -1], kind="stable")[: round(_STRANGE * len(unmarked))]
    seen = np.concatenate([plain, unmarked[least_likely]])
    all_shown = _shown(np.concatenate([likely, others[least_likely]]), none)
    count = len(plain)
    shown = all_shown[:count]
    alike = np.zeros((count, len(seen)), bool)
    alike[:, :count] = pairs.positive
    asks = np.flatnonzero(pairs.with_positive)
    asks = asks[_some(len(asks), _MOST_ASKING)]
    figures = []
    for _, likeness in _likenesses(plain[asks], shown[asks], seen, all_shown):
        likeness[np.arange(len(asks)), asks] = -np.inf
        figures.append(_map_at_r(likeness, alike[asks]))
    gains = np.maximum.accumulate(figures)[1:] - figures[0]
    # Where nothing is to be gained, marks have nothing to say about weight.
    return float(_WEIGHTS[np.argmax(gains >= _GAINED * gains[-1])]) if gains[-1] else _WEIGHT


def _some(count: int, most: int) -> npt.NDArray[np.intp]:
    """The places of all of so many, or of as many as there may be, evenly spread."""
    return np.linspace(0, count - 1, min(count, most)).astype(np.intp)


def _folds(members: Mask) -> npt.NDArray[np.intp]:
    """Which images (n,) are left out together: of every grouping some in each fold."""
    fold = np.zeros(len(members), np.intp)
    for group in members.T:
        images = np.flatnonzero(group)
        fold[images] = np.arange(len(images)) % _FOLDS
    return fold


def _likenesses(
    pretrained: Array, shown: Array, others: Array, others_shown: Array
) -> Iterator[tuple[float, Array]]:
    """Likenesses (n, m) of images to others without weight and at each weight in turn.

    All of an image's likenesses lack its own length, which changes no order.
    """
    plain, learned = pretrained @ others.T, shown @ others_shown.T
    lengths = np.square(others_shown).sum(1)
    for weight in (0.0, *_WEIGHTS):
        square = np.float32(weight**2)
        yield weight, (plain + square * learned) / np.sqrt(1 + square * lengths)


def _map_at_r(likeness: Array, alike: Mask) -> float:
    order = np.argsort(-likeness, axis=1, kind="stable")
    hits = np.take_along_axis(alike, order, 1)
    relevant = alike.sum(1)
    rank = np.arange(1, hits.shape[1] + 1)
    counted = hits & (rank <= relevant[:, np.newaxis])
    return float(((hits.cumsum(1) / rank * counted).sum(1) / relevant).mean())
