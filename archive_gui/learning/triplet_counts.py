"""How many triplets the marks hold, explicit ones and those that a training has, at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.pairs import first_copies, groupings_beside, without_copies


@dataclass(frozen=True, slots=True)
class TripletCount:
    """`explicit` triplets are anchor x positive x negative of a grouping, as they are exported.

    In `training` any two of a grouping's anchor and positives are alike, and the members of
    other groupings are negatives, too; images that cannot be read have no part in it.
    """

    explicit: int
    training: int


@dataclass(frozen=True, slots=True)
class TripletCounts:
    """Those of the whole project, and of each grouping by its id."""

    total: TripletCount
    of: Mapping[int, TripletCount]


@dataclass(frozen=True, slots=True)
class _Kin:
    """What holds for all members of the same groupings that are negative in the same ones."""

    alike: frozenset[int]
    negatives: frozenset[int]
    unlike: int


def survey_triplets(
    groupings: Sequence[Grouping], images: Mapping[int, ImageRecord]
) -> TripletCounts:
    """Count what `pairs_of` would find; `images` are all that are marked, by id.

    The time grows with the number of marks, not with its square as that of the pairs' masks.
    """
    usable = {i for i, each in images.items() if is_usable(each)}
    first = first_copies({i: images[i].sha256 or "" for i in usable})
    merged = without_copies(groupings, first)
    members = [frozenset((g.anchor, *g.positives)) for g in merged]
    beside = groupings_beside(merged)
    own: dict[int, list[int]] = defaultdict(list)
    against: dict[int, list[int]] = defaultdict(list)
    for number, grouping in enumerate(merged):
        for member in members[number]:
            own[member].append(number)
        for negative in dict.fromkeys(grouping.negatives):
            against[negative].append(number)
    learnable = usable & own.keys()

    def kin_of(groups: tuple[int, ...], negated: tuple[int, ...]) -> _Kin:
        alike = usable.intersection(frozenset().union(*(members[n] for n in groups)))
        marked = (merged[n].negatives for n in groups)
        negatives = usable.intersection(set().union(*marked, *(members[n] for n in negated)))
        near = set().union(*(beside[n] for n in groups))
        known = learnable & set().union(*(members[n] for n in near))
        more = sum(image in known or image not in learnable for image in negatives - alike)
        unlike = len(learnable) - len(known) + more
        return _Kin(frozenset(alike), frozenset(negatives), unlike)

    kinds: dict[tuple[tuple[int, ...], tuple[int, ...]], _Kin] = {}
    total = 0
    of_each = [0] * len(merged)
    for image in learnable:
        groups, negated = tuple(own[image]), tuple(against.get(image, ()))
        kin = kinds.get((groups, negated))
        if kin is None:
            kin = kinds[groups, negated] = kin_of(groups, negated)
        total += _partners(kin.alike, kin, image) * kin.unlike
        for number in groups:
            alike = kin.alike if len(groups) == 1 else kin.alike & members[number]
            of_each[number] += _partners(alike, kin, image) * kin.unlike
    explicit = [len(g.positives) * len(g.negatives) for g in groupings]
    return TripletCounts(
        TripletCount(sum(explicit), total),
        {
            grouping.id: TripletCount(own_explicit, training)
            for grouping, own_explicit, training in zip(groupings, explicit, of_each, strict=True)
        },
    )


def _partners(alike: frozenset[int], kin: _Kin, image: int) -> int:
    """How many of `alike`, one of which the image is, are its positives without contradiction."""
    contradicted = len(alike & kin.negatives) - (image in kin.negatives)
    return len(alike) - 1 - contradicted


def is_usable(image: ImageRecord) -> bool:
    """Whether a training can learn from an image: it is there and was read without an error."""
    return not image.missing and image.error is None and image.sha256 is not None
