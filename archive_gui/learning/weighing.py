"""What memberships weigh, and how smooth they are: by left-out marks and by unmarked images."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_gui.learning.pairs import Mask, Pairs
from archive_gui.learning.projection import Array, unit
from archive_gui.learning.softmax_regression import fit_softmax, likelihoods, some

# What belonging to none weighs beside belonging to a grouping, tried in turn. More keeps the
# neighbourhoods of none better, and takes from the groupings those of their images that are unlike
# the marked ones.
_NONE = (0.4, 0.2, 0.1)
_WEIGHTS = np.geomspace(0.25, 12, 18)
# How much of what weight can bring to marks that were left out it is to bring, since the last of it
# costs the neighbourhoods of all others most; and the share of unmarked images, the least likely
# members of any grouping, that are taken for members of none when that is measured.
_GAINED, _STRANGE = 0.85, 0.5
# Where nothing is to be gained, marks have nothing to say about weight.
UNASKED = 4.0
_FOLDS = 4
# Of very many marks some ask.
_MOST_ASKING = 400
# Multiples of the usual smoothness that are tried, how many folds are left out in turn, and how
# many marks these hold at least to be evidence.
_MULTIPLES, _ASKED_FOLDS, _EVIDENCE = (0.4, 1.0, 2.5), 2, 16
# What a likelihood counts as at least, so that one mark does not outweigh all others; and by how
# much the logarithms differ at least for one smoothness to be better than another.
_LEAST_LIKELY, _SAME = 1e-6, 1e-3


def smoothing(rows: Array, members: Mask, unmarked: Array, usual: float) -> float:
    """What to multiply the `usual` smoothness with, so that marks which are left out are likeliest.

    `rows` (n, r), `members` (n, g) and `unmarked` (m, r) are as of :func:`leave_out`. Measured is
    the mean logarithm of how likely a mark is of its groupings by a fit that lacks it (Good,
    "Rational Decisions", Journal of the Royal Statistical Society B 14, 1952): of about half of
    the marks, at three smoothnesses, between which a parabola tells the best. From 0.4 to 2.5; 1
    where marks are few or like one as much as another.
    """
    fold = _folds(members)
    asked = np.flatnonzero(members.any(1) & (fold < _ASKED_FOLDS))
    if len(asked) < _EVIDENCE:
        return 1.0
    evidence = []
    for multiple in _MULTIPLES:
        left_out = leave_out(rows, members, unmarked, usual * multiple, folds=_ASKED_FOLDS)
        own = (left_out.likely[fold[asked], asked, :-1] * members[asked]).sum(1)
        evidence.append(float(np.log(np.maximum(own, _LEAST_LIKELY)).mean()))
    return float(np.exp(highest(np.log(_MULTIPLES), np.array(evidence))))


def highest(places: npt.NDArray[np.float64], values: npt.NDArray[np.float64]) -> float:
    """Where the parabola through three values is highest between the outer two places.

    The middle place where the values are all but equal, or no numbers.
    """
    if not np.ptp(values) > _SAME:
        return float(places[1])
    square, slope, _ = np.polyfit(places, values, 2)
    top = -slope / (2 * square) if square < 0 else places[values.argmax()]
    return float(np.clip(top, places[0], places[-1]))


def keeping(pretrained: Array, likely: Array, changed: float) -> float:
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
class LeftOut:
    """What fits say that lack some of the marked images each; no image is lacked by two.

    `fold` (n,) is the fit that lacks an image, where it was made; `likely` (f, n, g + 1) are the
    likelihoods of all marked images by each fit, `others` (m, g + 1) the mean ones of unmarked
    images.
    """

    fold: npt.NDArray[np.intp]
    likely: Array
    others: Array


def leave_out(
    rows: Array,
    members: Mask,
    unmarked: Array,
    smoothness: float,
    *,
    among_unmarked: bool = False,
    folds: int = _FOLDS,
) -> LeftOut:
    """Fits to images (n, r) of which `members` (n, g) are, and to unmarked ones (m, r).

    The marks left out are not seen at all, or `among_unmarked` as members that nobody marked are.
    Fits are made for so many of the `folds`.
    """
    fold = _folds(members)
    likely, others = [], []
    for number in range(folds):
        rest = fold != number
        seen = np.concatenate([unmarked, rows[~rest]]) if among_unmarked else unmarked
        found = fit_softmax(rows[np.newaxis, rest], members[rest], seen, smoothness)
        likely.append(likelihoods(found, rows))
        others.append(likelihoods(found, unmarked))
    return LeftOut(fold, np.stack(likely), np.mean(others, axis=0))


def bearable(plain: Array, left_out: LeftOut, pairs: Pairs, weight: float) -> float:
    """What none weighs at most so that marks which are left out find the others better than
    without memberships, by half of what memberships bring when none weighs nothing; 0 where
    there is no such weight. `plain` (n, p) are pre-trained parts.
    """
    asking = np.flatnonzero(pairs.with_positive)
    asking = asking[some(len(asking), _MOST_ASKING)]

    def figure(none: float, weight: float) -> float:
        found = 0.0
        for number, likely in enumerate(left_out.likely):
            shown = np.float32(weight) * _shown(likely, none)
            rows = unit(np.concatenate([plain, shown], axis=1))
            asks = asking[left_out.fold[asking] == number]
            if len(asks):
                alike = pairs.positive[asks]
                likeness = np.where(alike | pairs.negative[asks], rows[asks] @ rows.T, -np.inf)
                found += len(asks) * _map_at_r(likeness, alike)
        return found / max(1, len(asking))

    without = figure(0.0, 0.0)
    least = max(without, (without + figure(0.0, weight)) / 2)
    return next((none for none in _NONE if figure(none, weight) >= least), 0.0)


def gaining(plain: Array, left_out: LeftOut, pairs: Pairs, unmarked: Array) -> float:
    """The smallest weight that brings most of what any brings to marks left out.

    `plain` (n, p) and `unmarked` (m, p) are pre-trained parts. Measured is mAP@R of each mark,
    shown as without it, among all marks and unmarked images.
    """
    likely, others = left_out.likely[left_out.fold, np.arange(len(plain))], left_out.others
    least_likely = np.argsort(-others[:, -1], kind="stable")[: round(_STRANGE * len(unmarked))]
    seen = np.concatenate([plain, unmarked[least_likely]])
    all_shown = _shown(np.concatenate([likely, others[least_likely]]), _NONE[0])
    count = len(plain)
    shown = all_shown[:count]
    alike = np.zeros((count, len(seen)), bool)
    alike[:, :count] = pairs.positive
    asks = np.flatnonzero(pairs.with_positive)
    asks = asks[some(len(asks), _MOST_ASKING)]
    figures = []
    for _, likeness in _likenesses(plain[asks], shown[asks], seen, all_shown):
        likeness[np.arange(len(asks)), asks] = -np.inf
        figures.append(_map_at_r(likeness, alike[asks]))
    gains = np.maximum.accumulate(figures)[1:] - figures[0]
    return float(_WEIGHTS[np.argmax(gains >= _GAINED * gains[-1])]) if gains[-1] else UNASKED


def _shown(likely: Array, none: float) -> Array:
    """How likelihoods (n, g + 1) show without weight, each grouping apart from all others."""
    return np.concatenate([np.square(likely[:, :-1]), np.float32(none) * likely[:, -1:]], axis=1)


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
