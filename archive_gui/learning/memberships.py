"""How likely an image belongs to each marked grouping: what is fitted, and what it weighs."""

from dataclasses import dataclass

import numpy as np

from archive_gui.learning import weighing
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.prevalence import share_of_members
from archive_gui.learning.projection import Array, Memberships, unit
from archive_gui.learning.softmax_regression import fit_softmax, likelihoods, some
from archive_gui.learning.steadying import MOST_ASKING, neighbour_differences, steadying

# What the learned part counts beside the pre-trained one. This and what follows was chosen on
# unmarked images of several collections.
_LEARNED = 0.5


@dataclass(frozen=True, slots=True)
class _Care:
    """How careful to be with what was learned.

    `smoothness` of the likelihoods of a few groupings; `changed` is the share of images of none
    whose nearest one may become another at most.
    """

    smoothness: float
    changed: float


_MANY, _FEW = _Care(1e-3, 0.45), _Care(2.5e-3, 0.35)
# Positives of an image from which on its grouping has many marks; fewer say nothing of weight.
_MANY_ALIKE, _FEW_WEIGHT = 8, 2.5
# Where hardly any unmarked image is a member, likelihoods that are less smooth find more of the
# groupings, and take no more of others for theirs: so much of the usual smoothness by that share.
_SMOOTH_BY_SHARE, _LEAST_SMOOTH = 1.4, 0.4
# Fewer unmarked images have no neighbourhoods to keep, and say little of what none is like.
_ENOUGH = 32
# Beyond so many groupings each is a direction; beyond so many rows views are not looked at; beyond
# so many groupings no mark is left out to choose by.
_MOST_CODES, _MOST_ROWS, _MOST_CHOSEN_BY = 128, 4000, 64


@dataclass(frozen=True, slots=True)
class TunedCare:
    """How smooth the memberships of a tuned network are, and what they weigh.

    `none` is what belonging to none weighs beside belonging to a grouping; `share` is what
    :func:`members_share` says of the unmarked images, None where it is of no use.
    """

    smoothness: float
    weight: float
    none: float
    share: float | None


_TUNED_SMOOTHNESS, _TUNED_WEIGHT = 1e-3, 4.0
# What none weighs: so much, or more by the share of members, for the reasons of `weighing`.
_TUNED_NONE, _TUNED_NONE_BY_SHARE = 0.15, 0.4
_TUNED_FEW = TunedCare(3e-3, 5.0, _TUNED_NONE, None)


def members_share(pretrained: Array, pairs: Pairs, background: Array) -> float | None:
    """The share of unmarked images that are of marked groupings (:func:`share_of_members`).

    `pretrained` (n, p) float32 are unit-length parts of the marked images in the order of `pairs`,
    `background` (m, p) those of unmarked ones. None where marks do not tell, or groupings are
    very many.
    """
    members = pairs.groups.T
    if len(pairs.groups) > _MOST_CHOSEN_BY:
        return None
    steady = _steadying(pretrained, background, pretrained.shape[1])
    return share_of_members(pretrained @ steady, members, background @ steady, _MANY.smoothness)


def fit_memberships(
    pretrained: Array,
    learned: Array,
    pairs: Pairs,
    background: tuple[Array, Array],
    share: float | None,
) -> Memberships:
    """The memberships of marked images, as smooth as tens of marks allow.

    `pretrained` (v, n, p) and `learned` (v, n, q) float32 are the unit-length parts of v views of
    the marked images, the images themselves first, in the order of `pairs`; `background` those
    (m, p) and (m, q) of unmarked images, which belong to a grouping or to none; `share` is what
    :func:`members_share` says of them. Softmax regression with a penalty on its squared
    coefficients, as much of it per image for many as for few, and less where groupings are many or
    have few of the unmarked images, after what tells neighbours apart is made smaller
    (:func:`steadying`). What it weighs is chosen by marks that are left out in turn, where they
    are many enough, and by the nearest neighbours of images of none, most of which are to stay.
    Where all images are of some grouping, none is what is merely unlike the marks: it weighs only
    so much that marks which nobody made still find each other, and nothing where that is not
    measured; the more at most, the larger the share is.
    """
    views = max(1, min(len(pretrained), _MOST_ROWS // max(1, pretrained.shape[1])))
    rows, width = _side_by_side(pretrained[:views], learned[:views]), pretrained.shape[2]
    unmarked = _side_by_side(*background)
    steady = _steadying(rows[0], unmarked, width)
    rows, unmarked = rows @ steady, unmarked @ steady
    many = _are_many(pairs)
    care = _MANY if many else _FEW
    smoothness = _smoothness(care.smoothness, share)
    found = fit_softmax(rows, pairs.groups.T, unmarked, smoothness, share)
    weight = weighing.UNASKED if many else _FEW_WEIGHT
    asked, most = len(pairs.groups) <= _MOST_CHOSEN_BY, weighing.most_of_none(share)
    material, plain = (rows[0], pairs.groups.T, unmarked, smoothness, share), pretrained[0]
    if len(unmarked) >= _ENOUGH:
        if many and asked:
            left_out = weighing.leave_out(*material)
            weight = weighing.gaining(plain, left_out, pairs, background[0], most)
        kept = weighing.keeping(background[0], likelihoods(found, unmarked), care.changed, most)
        weight = min(weight, kept)
    none = 0.0
    if len(unmarked) and asked:
        left_out = weighing.leave_out(*material, among_unmarked=True)
        none = weighing.bearable(plain, left_out, pairs, weight, most)
    return _memberships(found, steady, width, weight, none)


def tuned_care(pairs: Pairs, share: float | None) -> TunedCare:
    """What suits the memberships of a network that was tuned on these marks.

    The `share` of all unmarked images that are members (:func:`members_share`) is of use only where
    marks are many; after few ones a tuned network finds less by it.
    """
    if not _are_many(pairs):
        return _TUNED_FEW
    none = max(_TUNED_NONE, _TUNED_NONE_BY_SHARE * (share or 0.0))
    return TunedCare(_smoothness(_TUNED_SMOOTHNESS, share), _TUNED_WEIGHT, none, share)


def fit_tuned_memberships(
    pretrained: Array,
    tuned: Array,
    pairs: Pairs,
    background: tuple[Array, Array],
    care: TunedCare,
) -> Memberships:
    """The memberships of marked images that a tuned network has learned from.

    `pretrained` (n, p) and `tuned` (n, q) float32 are their unit-length parts, `background` those
    of unmarked images, as of :func:`fit_memberships`; `care` is what :func:`tuned_care` says. No
    mark can be left out any more to choose weights by; but a tuned network tells so well what is
    of no grouping that the same do for all that have as many marks and as large a share of members.
    """
    rows, unmarked = _side_by_side(pretrained, tuned), _side_by_side(*background)
    width = pretrained.shape[1]
    steady = _steadying(rows, unmarked, width)
    marked = (rows @ steady)[np.newaxis]
    found = fit_softmax(marked, pairs.groups.T, unmarked @ steady, care.smoothness, care.share)
    return _memberships(found, steady, width, care.weight, care.none)


def _smoothness(usual: float, share: float | None) -> float:
    """How smooth likelihoods are where this share of the unmarked images are members."""
    if share is None:
        return usual
    return usual * max(_LEAST_SMOOTH, _SMOOTH_BY_SHARE * share)


def _are_many(pairs: Pairs) -> bool:
    alike = pairs.positive.sum(1)[pairs.with_positive]
    return bool(alike.mean() >= _MANY_ALIKE)


def _side_by_side(pretrained: Array, learned: Array) -> Array:
    return np.concatenate([pretrained, np.float32(_LEARNED) * learned], axis=-1)


def _steadying(rows: Array, unmarked: Array, width: int) -> Array:
    """What brings neighbours nearer among marked images and unmarked ones, both parts as one."""
    seen = np.concatenate([rows, unmarked])
    asking = some(len(seen), MOST_ASKING)
    return steadying(neighbour_differences(seen, seen[:, :width], asking))


def _memberships(
    found: Array, steady: Array, width: int, weight: float, none: float
) -> Memberships:
    """What was fitted to parts side by side, of which the pre-trained one is `width` long."""
    matrix = steady @ found[:-1]
    matrix[width:] *= _LEARNED
    codes = _codes(found.shape[1] - 1)
    return Memberships(matrix, found[-1], codes, round(weight, 3), round(none, 3))


def _codes(groupings: int) -> Array:
    """How each grouping shows (g, k): apart from all others, or nearly so where they are many."""
    if groupings <= _MOST_CODES:
        return np.eye(groupings, dtype=np.float32)
    return unit(np.random.default_rng(0).normal(size=(groupings, _MOST_CODES)))
