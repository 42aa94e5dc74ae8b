"""What the groupings say of pairs of images, and which images are held out to judge by."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.records import Grouping
from archive_gui.errors import ArchiveError
from archive_gui.words import say

Mask = npt.NDArray[np.bool_]

# The shares of marked images that judge the finished model, and that choose its settings.
_HELD_OUT = 0.2
_CHOOSING = 0.2


@dataclass(frozen=True, slots=True)
class Pairs:
    """The marked images and what is known of every pair of them.

    `images` are n image ids; `positive` and `negative` are symmetric (n, n) masks without a
    diagonal: alike, and not alike. Where marks contradict each other the pair is in neither.
    """

    images: tuple[int, ...]
    positive: Mask
    negative: Mask

    def only(self, keep: Mask) -> "Pairs":
        """The pairs among the images that the mask `keep` (n,) selects."""
        chosen = np.flatnonzero(keep)
        square = np.ix_(chosen, chosen)
        images = tuple(self.images[i] for i in chosen)
        return Pairs(images, self.positive[square], self.negative[square])

    @property
    def with_positive(self) -> Mask:
        """Which images have one that is alike (n,): those that can be queries."""
        found: Mask = self.positive.sum(1) > 0
        return found

    @property
    def groups(self) -> Mask:
        """The sets of images that are alike, each once: (g, n)."""
        alike = self.positive | np.eye(len(self.images), dtype=bool)
        sets: Mask = np.unique(alike[self.with_positive], axis=0)
        return sets

    @property
    def triplets(self) -> int:
        """How many triplets of an anchor, one of its positives and one of its negatives exist."""
        return int(self.positive.sum(1, dtype=np.int64) @ self.negative.sum(1, dtype=np.int64))


def pairs_of(groupings: Sequence[Grouping], *, implicit_negatives: bool = True) -> Pairs:
    """What `groupings` say of every pair of their images.

    Any two of a grouping's anchor and positives are alike; each of them is unlike its
    negatives and, with `implicit_negatives`, unlike the members of groupings that are not
    related to any of its own and share no member with them.
    """
    images, groups, positive, negative = _as_marked(groupings)
    contradicted = positive & negative
    if implicit_negatives:
        negative |= _in_strange_groupings(groups, groupings_beside(groupings), len(images))
        negative &= ~positive
    return Pairs(images, positive & ~contradicted, negative & ~contradicted)


def first_copies(digests: Mapping[int, str]) -> dict[int, int]:
    """For each image id with its SHA-256 the smallest id of those that are byte-identical."""
    first: dict[str, int] = {}
    for image in sorted(digests):
        first.setdefault(digests[image], image)
    return {image: first[digest] for image, digest in digests.items()}


def without_copies(groupings: Sequence[Grouping], first: Mapping[int, int]) -> list[Grouping]:
    """The same groupings with each image replaced by the `first` of its copies, if it has one.

    So the marks of byte-identical images are those of one image: it cannot be learned from one
    file and judged by another, nor be alike to itself.
    """

    def each(images: Sequence[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(first.get(image, image) for image in images))

    return [
        replace(
            grouping,
            anchor=first.get(grouping.anchor, grouping.anchor),
            positives=each(grouping.positives),
            negatives=each(grouping.negatives),
        )
        for grouping in groupings
    ]


def contradictions(groupings: Sequence[Grouping]) -> list[tuple[int, int]]:
    """Pairs of image ids, the smaller one first, that are marked as alike and as unlike."""
    images, _, positive, negative = _as_marked(groupings)
    found = np.argwhere(np.triu(positive & negative))
    return [(images[one], images[other]) for one, other in found.tolist()]


def _as_marked(
    groupings: Sequence[Grouping],
) -> tuple[tuple[int, ...], list[npt.NDArray[np.intp]], Mask, Mask]:
    """Image ids (n,), the places of each grouping's members among them, alike, unlike (n, n)."""
    images = sorted({i for g in groupings for i in (g.anchor, *g.positives, *g.negatives)})
    place = {image: number for number, image in enumerate(images)}
    shape = (len(images), len(images))
    positive, negative = np.zeros(shape, bool), np.zeros(shape, bool)
    groups = [np.array([place[i] for i in (g.anchor, *g.positives)]) for g in groupings]
    for grouping, members in zip(groupings, groups, strict=True):
        positive[np.ix_(members, members)] = True
        others = np.array([place[i] for i in grouping.negatives], np.intp)
        negative[np.ix_(members, others)] = True
        negative[np.ix_(others, members)] = True
    np.fill_diagonal(positive, False)
    np.fill_diagonal(negative, False)
    return tuple(images), groups, positive, negative


def groupings_beside(groupings: Sequence[Grouping]) -> list[set[int]]:
    """For each grouping the places of those whose members are no implicit negatives of its own.

    That is itself, those that share a member with it, and those that are related to it.
    """
    places_of: dict[int, set[int]] = defaultdict(set)
    place = {grouping.id: number for number, grouping in enumerate(groupings)}
    for number, grouping in enumerate(groupings):
        for member in (grouping.anchor, *grouping.positives):
            places_of[member].add(number)
    return [
        set().union(
            *(places_of[member] for member in (grouping.anchor, *grouping.positives)),
            {place[other] for other in grouping.related if other in place},
        )
        for grouping in groupings
    ]


def _in_strange_groupings(
    groups: list[npt.NDArray[np.intp]], beside: list[set[int]], count: int
) -> Mask:
    """Pairs (n, n) of images none of whose groupings is `beside` one of the other's."""
    groups_of: dict[int, set[int]] = defaultdict(set)
    for number, members in enumerate(groups):
        for member in members.tolist():
            groups_of[member].add(number)
    grouped = np.zeros(count, bool)
    grouped[list(groups_of)] = True
    strange = np.zeros((count, count), bool)
    for image, own in groups_of.items():
        strange[image] = grouped
        for number in set().union(*(beside[group] for group in own)):
            strange[image, groups[number]] = False
    return strange


def query_groups(pairs: Pairs, queries: Mask) -> npt.NDArray[np.intp]:
    """To which group each query of the mask `queries` (n,) belongs that has a positive: (q,).

    Images that are alike are of one group, and so are those that are joined by others, held out
    or not: what such queries find depends on the same images. Each label is the place of an
    image; the order is that of the rows of `measure_each`.
    """
    labels = np.arange(len(pairs.images), dtype=np.intp)
    unseen = pairs.with_positive
    while unseen.any():
        first = np.argmax(unseen)
        group = np.zeros(len(labels), bool)
        reached = pairs.positive[first]
        while (reached & ~group).any():
            group |= reached
            reached = pairs.positive[group].any(0)
        labels[group] = first
        unseen &= ~group
    return labels[queries & pairs.with_positive]


@dataclass(frozen=True, slots=True)
class Split:
    """Three disjoint masks (n,) over marked images: to learn from, to choose by, to judge by."""

    learn: Mask
    choose: Mask
    judge: Mask


def split(pairs: Pairs, digests: Sequence[str]) -> Split:
    """Hold images out of training by their SHA-256 `digests` (n,), the same ones every time.

    An image that judges one model has then hardly ever been learned by an earlier one: only if
    it could not be spared at that time, which favours the older model. Byte-identical images are
    held out together or not at all, so that none is learned from while its copy judges. Raises
    ArchiveError when the marks are too few for any image to be held out.
    """
    shares = np.array([_share(digest) for digest in digests])
    order = np.argsort(shares)
    copies = np.split(order, np.flatnonzero(np.diff(shares[order])) + 1)
    askable = pairs.with_positive & (pairs.negative.sum(1) > 0)
    none = np.zeros(len(shares), bool)
    judge = _spared(pairs, [each for each in copies if (shares[each] < _HELD_OUT).any()], none)
    if not (judge & askable).any():
        # A few marks may all have drawn a high share.
        judge = _spared(pairs, [each for each in copies if askable[each].any()], none, one=True)
    if not judge.any():
        raise ArchiveError(
            say(
                "The marks are too few to learn from; mark at least two positives in a grouping, "
                "and some negatives or a second grouping."
            )
        )
    wanted = [each for each in copies if (shares[each] < _HELD_OUT + _CHOOSING).any()]
    choose = _spared(pairs, wanted, judge)
    return Split(~(judge | choose), choose, judge)


def _spared(
    pairs: Pairs, wanted: Sequence[npt.NDArray[np.intp]], out: Mask, *, one: bool = False
) -> Mask:
    """Those of `wanted`, sets of copies, that training can spare when `out` is gone already.

    With `one` only the first of the sets that it can spare.

    Whoever is held out leaves behind two images that are alike it, so that there is something to
    learn, and at least half of them, since chance may hold out most of a few marks. Nobody loses
    the last negative, nobody who stays the last positive, and a triplet is left among those who
    stay.
    """
    gone, held = out.copy(), np.zeros(len(out), bool)
    alike, unlike = (pairs.positive & ~out).sum(1), (pairs.negative & ~out).sum(1)
    asks = pairs.with_positive
    needed = np.maximum(2, (pairs.positive.sum(1) + 1) // 2)
    for images in wanted:
        if out[images].any():
            continue
        fewer_alike = alike - pairs.positive[:, images].sum(1)
        fewer_unlike = unlike - pairs.negative[:, images].sum(1)
        gone[images] = True
        bereft = asks & (unlike > 0) & (fewer_unlike == 0)
        lonely = asks & gone & (fewer_alike < needed)
        # Those left behind need not be alike each other: groupings may overlap, marks contradict.
        stranded = ~gone & (alike > 0) & (fewer_alike == 0)
        teaches = ~gone & (fewer_alike > 0) & (fewer_unlike > 0)
        refused = bereft.any() or stranded.any() or not teaches.any()
        if refused or (asks[images].any() and lonely.any()):
            gone[images] = False
            continue
        held[images] = True
        alike, unlike = fewer_alike, fewer_unlike
        if one:
            break
    return held


def _share(digest: str) -> float:
    """A number from 0 to 1 that is spread evenly over digests and the same on every machine."""
    return int.from_bytes(hashlib.sha256(b"held out" + digest.encode()).digest()[:8]) / 2**64
