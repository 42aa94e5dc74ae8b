"""What share of the unmarked images belongs to the marked groupings, as hidden marks tell."""

import numpy as np
import numpy.typing as npt

from archive_gui.learning.pairs import Mask
from archive_gui.learning.projection import Array
from archive_gui.learning.softmax_regression import fit_apart, folds_of, likelihoods, some

# What a share is brought to: of a smaller one groupings would lose too many of their images that
# are unlike the marked ones, and beyond the larger one hardly anything would be of none. What none
# weighs goes by it between these. They and what follows were chosen on unmarked images of several
# collections.
_LEAST, _MOST = 0.2, 0.6
# Fewer cannot stand for none while others are learned; fewer unmarked images say nothing of all.
_FEWEST_GROUPINGS, _FEWEST_UNMARKED = 3, 64
# How many times some marks, and some groupings, are left out; and how many unmarked images come to
# one of them that is hidden there, at least.
_FOLDS, _GROUP_FOLDS, _TO_ONE_HIDDEN = 4, 8, 4
# Likelihoods of members and of others that differ less tell nothing.
_APART = 0.1
# Of very many members some tell, and of marked images of none.
_MOST_MARKS = 512


def share_of_members(
    rows: Array, members: Mask, unmarked: Array, smoothness: float
) -> float | None:
    """The share of unmarked images (m, r) that belong to some grouping, brought to 0.2 to 0.6.

    `rows` (n, r) are the marked images, of which `members` (n, g) are. By a fit that takes all
    unmarked images for ones of none, those who are members are likelier to be some by far: how
    likely, marks tell that are hidden among the unmarked ones; and how likely others are,
    groupings that are hidden there whole, with those that they share images with. What is found
    of all lies between the two, if members are of the groupings as marks are. This is the adjusted
    count of Forman, "Quantifying Counts and Costs via Classification", Data Mining and Knowledge
    Discovery 17, 2008, with likelihoods in place of decisions (Bella et al., "Quantification via
    Probability Estimators", ICDM 2010).
    None where marks are too few, or too much like all else, to tell, or rows are no numbers.
    """
    if not np.isfinite(rows).all() or not np.isfinite(unmarked).all():
        return None
    marked = members.sum(1) > 0
    sides = (np.flatnonzero(marked), np.flatnonzero(~marked))
    chosen = np.concatenate([side[some(len(side), _MOST_MARKS)] for side in sides])
    rows, members, marked = rows[chosen], members[chosen], marked[chosen]
    members = members[:, members.any(0)]
    clusters, folds = _clusters(members), np.where(marked, folds_of(members, _FOLDS), -1)
    count = int(clusters.max(initial=-1)) + 1
    alone = len(np.unique(folds[marked])) < 2
    if count < _FEWEST_GROUPINGS or alone or len(unmarked) < _FEWEST_UNMARKED:
        return None

    def found(asked: Mask, kept: Mask) -> Array:
        """How likely images are members of the groupings kept, by a fit that does not know it.

        Some of them are hidden among the unmarked ones, the others not seen at all.
        """
        places = np.flatnonzero(asked)
        hidden = places[some(len(places), max(1, len(unmarked) // _TO_ONE_HIDDEN))]
        seen = np.concatenate([unmarked, rows[hidden]])
        fit = fit_apart(rows[~asked], members[np.ix_(~asked, kept)], seen, smoothness)
        likely: Array = 1 - likelihoods(fit, rows[asked])[:, -1]
        return likely

    every = np.ones(members.shape[1], bool)
    of_members = [found(folds == number, every) for number in np.unique(folds[marked])]
    of_others = []
    for number in range(min(count, _GROUP_FOLDS)):
        kept = clusters % _GROUP_FOLDS != number
        likely = found(members[:, ~kept].sum(1) > 0, kept)
        # There would be as many groupings more to be likely of.
        of_others.append(np.minimum(1, likely * (len(kept) / kept.sum())))
    right, wrong = np.concatenate(of_members).mean(), np.concatenate(of_others).mean()
    if not right - wrong > _APART:
        return None
    all_of = 1 - likelihoods(fit_apart(rows, members, unmarked, smoothness), unmarked)[:, -1]
    return float(np.clip((all_of.mean() - wrong) / (right - wrong), _LEAST, _MOST))


def _clusters(members: Mask) -> npt.NDArray[np.intp]:
    """Of which cluster each grouping is (g,): those are of one that share images, or are one's."""
    together = members.T @ members
    for _ in range(together.shape[0].bit_length()):
        together = together @ together
    return np.unique(together, axis=0, return_inverse=True)[1].ravel()
