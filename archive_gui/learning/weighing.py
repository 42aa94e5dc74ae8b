"""What memberships weigh: by left-out marks and by the neighbours of unmarked images."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_gui.learning.pairs import Mask, Pairs
from archive_gui.learning.projection import Array, unit
from archive_gui.learning.softmax_regression import fit_softmax, folds_of, likelihoods, some

# What belonging to none weighs beside belonging to a grouping: so much, or more by the share of
# members. More keeps the neighbourhoods of none better, and takes from the groupings those of
# their images that are unlike the marked ones; where most images are members, being of none says
# more, and the few that are gain more by it. Chosen on unmarked images of several collections, for
# the shares that `prevalence` tells.
_NONE, _NONE_BY_SHARE = 0.25, 2 / 3
# What of that is tried in turn, before none weighs nothing.
_OF_NONE = (1.0, 0.4)
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


def most_of_none(share: float | None) -> float:
    """What none weighs at most where this share of the unmarked images are members.

    One that marks do not tell is taken for small, as it mostly is with one or two groupings.
    """
    return max(_NONE, _NONE_BY_SHARE * (share or 0.0))


def keeping(pretrained: Array, likely: Array, changed: float, most: float) -> float:
    """The largest weight of likelihoods (m, g + 1) beside pre-trained parts (m, p) of unmarked
    images at which at most the share `changed` of those of none has another nearest one; at least
    the smallest. None weighs `most`.
    """
    nearest = None
    kept = _WEIGHTS[0]
    shown, none = _shown(likely, most), likely[:, -1] / likely[:, -1].sum()
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

    `fold` (n,) is the fit that lacks an image; `likely` (f, n, g + 1) are the likelihoods of all
    marked images by each fit, `others` (m, g + 1) the mean ones of unmarked images.
    """

    fold: npt.NDArray[np.intp]
    likely: Array
    others: Array


def leave_out(
    rows: Array,
    members: Mask,
    unmarked: Array,
    smoothness: float,
    share: float | None,
    *,
    among_unmarked: bool = False,
) -> LeftOut:
    """Fits to images (n, r) of which `members` (n, g) are, and to unmarked ones (m, r).

    Of the unmarked ones the `share` are members, where it is known (:func:`fit_softmax`). The
    marks left out are not seen at all, or `among_unmarked` as members that nobody marked are.
    """
    fold = folds_of(members, _FOLDS)
    likely, others = [], []
    for number in range(_FOLDS):
        rest = fold != number
        seen, known = unmarked, share
        if among_unmarked:
            seen = np.concatenate([unmarked, rows[~rest]])
            if share is not None:
                known = (share * len(unmarked) + members[~rest].any(1).sum()) / len(seen)
        found = fit_softmax(rows[np.newaxis, rest], members[rest], seen, smoothness, known)
        likely.append(likelihoods(found, rows))
        others.append(likelihoods(found, unmarked))
    return LeftOut(fold, np.stack(likely), np.mean(others, axis=0))


def bearable(plain: Array, left_out: LeftOut, pairs: Pairs, weight: float, most: float) -> float:
    """What none weighs, `most` or less, so that marks which are left out find the others better
    than without memberships, by half of what memberships bring when none weighs nothing; 0 where
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
    tried = (part * most for part in _OF_NONE)
    return next((none for none in tried if figure(none, weight) >= least), 0.0)


def gaining(plain: Array, left_out: LeftOut, pairs: Pairs, unmarked: Array, most: float) -> float:
    """The smallest weight that brings most of what any brings to marks left out.

    `plain` (n, p) and `unmarked` (m, p) are pre-trained parts; none weighs `most`. Measured is
    mAP@R of each mark, shown as without it, among all marks and unmarked images.
    """
    likely, others = left_out.likely[left_out.fold, np.arange(len(plain))], left_out.others
    least_likely = np.argsort(-others[:, -1], kind="stable")[: round(_STRANGE * len(unmarked))]
    seen = np.concatenate([plain, unmarked[least_likely]])
    all_shown = _shown(np.concatenate([likely, others[least_likely]]), most)
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
