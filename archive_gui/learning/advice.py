"""What more marks would help a training most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.triplet_counts import is_usable

# One that is held out leaves two behind (see `split`); five help much (see the manual's table).
_TO_HOLD_OUT = 2
_TO_LEARN_WELL = 5


class Need(StrEnum):
    """What is wanting, the most urgent first."""

    POSITIVES = "positives"
    CONTRAST = "contrast"
    NEGATIVES = "negatives"
    HOLDING_OUT = "holding out"
    MORE_POSITIVES = "more positives"


@dataclass(frozen=True, slots=True)
class Advice:
    """The grouping (its id) where more marks help most, and how many others need the same.

    `positives` that it has now. CONTRAST: no training can tell anything apart yet.
    """

    need: Need
    grouping: int
    positives: int
    others: int


def advise(
    groupings: Sequence[Grouping],
    images: Mapping[int, ImageRecord],
    triplets: int,
    in_hand: int | None = None,
) -> Advice | None:
    """The one thing to mark next, None where nothing is wanting.

    Of several groupings with the same need the one `in_hand` is named, or else the largest.
    `images` are all that are marked, by id; `triplets` is how many a training would have.
    """
    needs: dict[Need, list[tuple[Grouping, int]]] = {}
    for grouping in groupings:
        positives = _usable(grouping.positives, images)
        need = _need_of(positives, _usable(grouping.negatives, images), triplets)
        if need is not None:
            needs.setdefault(need, []).append((grouping, positives))
    for need in Need:
        if found := needs.get(need):
            chosen, positives = max(found, key=lambda each: (each[0].id == in_hand, each[1]))
            return Advice(need, chosen.id, positives, len(found) - 1)
    return None


def _usable(marked: Sequence[int], images: Mapping[int, ImageRecord]) -> int:
    return sum(image in images and is_usable(images[image]) for image in marked)


def _need_of(positives: int, negatives: int, triplets: int) -> Need | None:
    if not positives:
        return Need.POSITIVES
    if not triplets:
        return Need.CONTRAST
    if not negatives:
        return Need.NEGATIVES
    if positives < _TO_HOLD_OUT:
        return Need.HOLDING_OUT
    return Need.MORE_POSITIVES if positives < _TO_LEARN_WELL else None
