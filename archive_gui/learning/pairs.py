"""What the groupings say of pairs of images, and which images are held out to judge by."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from typing import Protocol

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.records import Grouping
from archive_gui.errors import ArchiveError
from archive_gui.words import say

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Counts = npt.NDArray[np.int64]

# The shares of marked images that judge the finished model, and that choose its settings.
_HELD_OUT = 0.2
_CHOOSING = 0.2
# Cells of a matrix that is worked on at once.
_BLOCK_CELLS = 2**22


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

    def known(self, rows: Places) -> tuple[Mask, Mask]:
        """The rows (r, n) of both masks at the places `rows` (r,)."""
        return self.positive[rows], self.negative[rows]

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


class KnownPairs(Protocol):
    """What is known of pairs of marked images, asked for by rows."""

    @property
    def images(self) -> tuple[int, ...]:
        """The n image ids."""

    @property
    def with_positive(self) -> Mask:
        """Which images have one that is alike (n,): those that can be queries."""

    def known(self, rows: Places) -> tuple[Mask, Mask]:
        """To which images those at the places `rows` are alike, and unlike: (r, n) each."""


class PairRows:
    """What :class:`Pairs` holds, as rows that are made when they are asked for.

    Of 100,000 marked images the masks would take 20 GB. See :func:`pairs_of`.
    """

    def __init__(self, groupings: Sequence[Grouping], *, implicit_negatives: bool = True) -> None:
        images = sorted({i for g in groupings for i in (g.anchor, *g.positives, *g.negatives)})
        place = {image: number for number, image in enumerate(images)}
        self.images = tuple(images)
        self._chosen: Places = np.arange(len(images))
        self._count = len(images)
        self._members = [_places([g.anchor, *g.positives], place) for g in groupings]
        self._others = [_places(g.negatives, place) for g in groupings]
        self._member_of, self._other_in = (
            _containing(sets) for sets in (self._members, self._others)
        )
        self._beside = groupings_beside(groupings) if implicit_negatives else None
        self._grouped = np.zeros(len(images), bool)
        self._grouped[list(self._member_of)] = True

    def only(self, keep: Mask) -> "PairRows":
        """The rows among the images that the mask `keep` (n,) selects."""
        kept = copy(self)
        kept.images = tuple(compress(self.images, keep))
        kept._chosen = self._chosen[keep]
        vars(kept).pop("with_positive", None)
        return kept

    @cached_property
    def with_positive(self) -> Mask:
        """See :class:`KnownPairs`."""
        return counted(self)[0] > 0

    def known(self, rows: Places) -> tuple[Mask, Mask]:
        """See :class:`KnownPairs`."""
        positive, negative = np.empty((2, len(rows), len(self.images)), bool)
        for number, row in enumerate(self._chosen[rows].tolist()):
            alike, unlike = self.marked(row)
            contradicted = alike & unlike
            if self._beside is not None and row in self._member_of:
                strange = self._grouped.copy()
                for grouping in set().union(*(self._beside[g] for g in self._member_of[row])):
                    strange[self._members[grouping]] = False
                unlike |= strange
            positive[number] = (alike & ~contradicted)[self._chosen]
            negative[number] = (unlike & ~alike)[self._chosen]
        return positive, negative

    def marked(self, row: int) -> tuple[Mask, Mask]:
        """Which are marked as alike, and as unlike, to the image at a place: (n,), or as both."""
        alike, unlike = np.zeros((2, self._count), bool)
        for grouping in self._member_of.get(row, ()):
            alike[self._members[grouping]] = True
            unlike[self._others[grouping]] = True
        for grouping in self._other_in.get(row, ()):
            unlike[self._members[grouping]] = True
        alike[row] = unlike[row] = False
        return alike, unlike


def _places(images: Iterable[int], place: Mapping[int, int]) -> Places:
    return np.array([place[image] for image in images], np.intp)


def _containing(sets: Sequence[Places]) -> dict[int, list[int]]:
    """For each place the numbers of those of `sets` that it is in."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, places in enumerate(sets):
        for place in places.tolist():
            found[place].append(number)
    return dict(found)


def in_blocks(rows: Places, count: int) -> list[Places]:
    """`rows` cut into blocks of which matrices with `count` columns take little memory."""
    size = max(1, _BLOCK_CELLS // max(1, count))
    return np.split(rows, range(size, len(rows), size))


def counted(pairs: KnownPairs, among: Mask | None = None) -> tuple[Counts, Counts]:
    """To how many images of the mask `among` (n,), or of all, each is alike, and unlike: (n,)."""
    count = len(pairs.images)
    alike, unlike = np.zeros((2, count), np.int64)
    for block in in_blocks(np.arange(count), count):
        for counts, rows in zip((alike, unlike), pairs.known(block), strict=True):
            counts[block] = rows.sum(1) if among is None else (rows & among).sum(1)
    return alike, unlike


def pairs_of(groupings: Sequence[Grouping], *, implicit_negatives: bool = True) -> Pairs:
    """What `groupings` say of every pair of their images.

    Any two of a grouping's anchor and positives are alike; each of them is unlike its
    negatives and, with `implicit_negatives`, unlike the members of groupings that are not
    related to any of its own and share no member with them.
    """
    rows = PairRows(groupings, implicit_negatives=implicit_negatives)
    return Pairs(rows.images, *rows.known(np.arange(len(rows.images))))


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
    pairs = PairRows(groupings)
    found: list[tuple[int, int]] = []
    for row, image in enumerate(pairs.images):
        others = np.flatnonzero(np.logical_and(*pairs.marked(row))).tolist()
        found += [(image, pairs.images[other]) for other in others if other > row]
    return found


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


def query_groups(pairs: KnownPairs, queries: Mask) -> Places:
    """To which group each query of the mask `queries` (n,) belongs that has a positive: (q,).

    Images that are alike are of one group, and so are those that are joined by others, held out
    or not: what such queries find depends on the same images. Each label is the place of an
    image; the order is that of the rows of `measure_each`.
    """
    labels = np.arange(len(pairs.images), dtype=np.intp)
    asking = pairs.with_positive
    unseen = asking.copy()
    while unseen.any():
        first = np.argmax(unseen)
        group = np.zeros(len(labels), bool)
        group[first] = True
        new = np.array([first])
        while len(new):
            reached = np.zeros(len(labels), bool)
            for block in in_blocks(new, len(labels)):
                reached |= pairs.known(block)[0].any(0)
            new = np.flatnonzero(reached & ~group)
            group |= reached
        labels[group] = first
        unseen &= ~group
    return labels[queries & asking]


@dataclass(frozen=True, slots=True)
class Split:
    """Three disjoint masks (n,) over marked images: to learn from, to choose by, to judge by."""

    learn: Mask
    choose: Mask
    judge: Mask


def split(pairs: KnownPairs, digests: Sequence[str]) -> Split:
    """Hold images out of training by their SHA-256 `digests` (n,), the same ones every time.

    An image that judges one model has then hardly ever been learned by an earlier one: only if
    it could not be spared at that time, which favours the older model. Byte-identical images are
    held out together or not at all, so that none is learned from while its copy judges. Raises
    ArchiveError when the marks are too few for any image to be held out.
    """
    shares = np.array([_share(digest) for digest in digests])
    order = np.argsort(shares)
    copies = np.split(order, np.flatnonzero(np.diff(shares[order])) + 1)
    alike, unlike = counted(pairs)
    askable = (alike > 0) & (unlike > 0)
    none = np.zeros(len(shares), bool)
    judge = _spared(
        pairs, alike, [each for each in copies if (shares[each] < _HELD_OUT).any()], none
    )
    if not (judge & askable).any():
        # A few marks may all have drawn a high share.
        judge = _spared(
            pairs, alike, [each for each in copies if askable[each].any()], none, one=True
        )
    if not judge.any():
        raise ArchiveError(
            say(
                "The marks are too few to learn from; mark at least two positives in a grouping, "
                "and some negatives or a second grouping."
            )
        )
    wanted = [each for each in copies if (shares[each] < _HELD_OUT + _CHOOSING).any()]
    choose = _spared(pairs, alike, wanted, judge)
    return Split(~(judge | choose), choose, judge)


def _spared(
    pairs: KnownPairs, whole: Counts, wanted: Sequence[Places], out: Mask, *, one: bool = False
) -> Mask:
    """Those of `wanted`, sets of copies, that training can spare when `out` is gone already.

    `whole` (n,) is to how many images each is alike. With `one` only the first of the sets that it
    can spare.

    Whoever is held out leaves behind two images that are alike it, so that there is something to
    learn, and at least half of them, since chance may hold out most of a few marks. Nobody loses
    the last negative, nobody who stays the last positive, and a triplet is left among those who
    stay.
    """
    gone, held = out.copy(), np.zeros(len(out), bool)
    alike, unlike = counted(pairs, ~out)
    asks = whole > 0
    needed = np.maximum(2, (whole + 1) // 2)
    for images in wanted:
        if out[images].any():
            continue
        # Both masks are symmetric: these rows are the columns, too.
        lost_alike, lost_unlike = pairs.known(images)
        fewer_alike, fewer_unlike = alike - lost_alike.sum(0), unlike - lost_unlike.sum(0)
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
