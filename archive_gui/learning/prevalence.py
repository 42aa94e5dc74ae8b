"""What share of the unmarked images belongs to the marked groupings, as left-out marks tell."""

import numpy as np

from archive_gui.learning.pairs import Mask
from archive_gui.learning.projection import Array
from archive_gui.learning.softmax_regression import fit_apart, folds_of, likelihoods

# What a share is taken for at least and at most: groupings would lose too many of their images that
# are unlike the marked ones, and hardly anything would be of none.
_LEAST, _MOST = 0.2, 0.7
# Fewer groupings cannot stand for none while others are learned.
_FEWEST_GROUPINGS = 3
# How many times some marks, and some groupings, are left out.
_FOLDS, _GROUP_FOLDS = 4, 8
# Likelihoods of members and of others that differ less tell nothing.
_APART = 0.1


def share_of_members(
    rows: Array, members: Mask, unmarked: Array, smoothness: float
) -> float | None:
    """The share of unmarked images (m, r) that belong to some grouping, 0.2 to 0.7.

    `rows` (n, r) are the marked images, of which `members` (n, g) are. By a fit that takes all
    unmarked images for ones of none, those who are members are likelier to be some by far: how
    likely, marks tell that are hidden among the unmarked ones; and how likely others are,
    groupings that are hidden there whole. What is found of all lies between the two. This is the
    adjusted count of Forman, "Quantifying Counts and Costs via Classification", Data Mining and
    Knowledge Discovery 17, 2008, section 2.2, with likelihoods in place of decisions (Bella et al.,
    "Quantification via Probability Estimators", ICDM 2010). None where marks are too few or too
    much like all else to tell.
    """
    groupings = members.shape[1]
    if groupings < _FEWEST_GROUPINGS:
        return None

    def found(hidden: Mask, asked: Mask, kept: Mask) -> Array:
        """How likely the images `asked` are members by a fit that takes those hidden for none."""
        fit = fit_apart(
            rows[~hidden],
            members[np.ix_(~hidden, kept)],
            np.concatenate([unmarked, rows[hidden]]),
            smoothness,
        )
        return 1 - likelihoods(fit, rows[asked])[:, -1]

    all_groupings = np.ones(groupings, bool)
    fold, marked = folds_of(members, _FOLDS), members.sum(1) > 0
    of_members, of_others = [], []
    for number in range(_FOLDS):
        hidden: Mask = marked & (fold == number)
        of_members.append(found(hidden, hidden, all_groupings))
    for number in range(min(groupings, _GROUP_FOLDS)):
        kept = np.arange(groupings) % _GROUP_FOLDS != number
        hidden = members[:, ~kept].sum(1) > 0
        asked = hidden & (members[:, kept].sum(1) == 0)
        # As likely as they would be of one more grouping, or several.
        of_others.append(found(hidden, asked, kept) * (groupings / kept.sum()))
    right, wrong = np.concatenate(of_members).mean(), np.concatenate(of_others).mean()
    if not right - wrong > _APART:
        return None
    all_of = 1 - likelihoods(fit_apart(rows, members, unmarked, smoothness), unmarked)[:, -1]
    return float(np.clip((all_of.mean() - wrong) / (right - wrong), _LEAST, _MOST))
