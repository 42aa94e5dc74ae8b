import hashlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from archive_gui.catalog.records import Grouping
from archive_gui.errors import ArchiveError
from archive_gui.learning.evaluation import measure_each
from archive_gui.learning.pairs import (
    PairRows,
    Pairs,
    contradictions,
    first_copies,
    pairs_of,
    query_groups,
    split,
    without_copies,
)


def grouping(anchor: int, positives: Iterable[int] = (), negatives: Iterable[int] = ()) -> Grouping:
    return Grouping(anchor, str(anchor), "", anchor, tuple(positives), tuple(negatives))


def pairs_in(pairs: Pairs, mask: np.ndarray) -> set[frozenset[int]]:
    assert (mask == mask.T).all()
    assert not mask.diagonal().any()
    return {frozenset((pairs.images[a], pairs.images[b])) for a, b in np.argwhere(mask).tolist()}


def both(*each: tuple[int, int]) -> set[frozenset[int]]:
    return set(map(frozenset, each))


def digests(count: int, salt: str = "") -> list[str]:
    return [hashlib.sha256(f"{salt}{n}".encode()).hexdigest() for n in range(count)]


def test_members_are_alike_and_unlike_their_negatives():
    pairs = pairs_of([grouping(5, [7, 3], [9])])
    assert pairs.images == (3, 5, 7, 9)
    assert pairs_in(pairs, pairs.positive) == both((5, 7), (5, 3), (7, 3))
    assert pairs_in(pairs, pairs.negative) == both((5, 9), (7, 9), (3, 9))
    assert pairs.with_positive.tolist() == [True, True, True, False]
    assert pairs.triplets == 3 * 2 * 1


def test_members_of_another_grouping_are_negatives_unless_switched_off():
    groupings = [grouping(1, [2]), grouping(3, [4])]
    pairs = pairs_of(groupings)
    assert pairs_in(pairs, pairs.negative) == both((1, 3), (1, 4), (2, 3), (2, 4))
    explicit = pairs_of(groupings, implicit_negatives=False)
    assert not explicit.negative.any()
    assert explicit.triplets == 0
    assert pairs_in(explicit, explicit.positive) == both((1, 2), (3, 4))


def test_groupings_that_share_a_member_are_no_negatives_of_each_other():
    pairs = pairs_of([grouping(1, [2]), grouping(2, [3]), grouping(8, [9])])
    assert pairs_in(pairs, pairs.positive) == both((1, 2), (2, 3), (8, 9))
    unlike = both((1, 8), (1, 9), (2, 8), (2, 9), (3, 8), (3, 9))
    assert pairs_in(pairs, pairs.negative) == unlike


def test_a_pair_that_is_called_alike_and_unlike_is_neither():
    pairs = pairs_of([grouping(1, [2, 3]), grouping(4, [2], [3]), grouping(5, [1], [2])])
    contradicted = both((2, 3), (1, 2))
    assert not contradicted & pairs_in(pairs, pairs.positive)
    assert not contradicted & pairs_in(pairs, pairs.negative)
    assert both((1, 3)) <= pairs_in(pairs, pairs.positive)


def test_negatives_of_one_grouping_say_nothing_of_each_other():
    pairs = pairs_of([grouping(1, [2], [3, 4])])
    for mask in (pairs.positive, pairs.negative):
        assert not both((3, 4)) & pairs_in(pairs, mask)


def test_copies_are_one_image_to_learn_from():
    first = first_copies({1: "x", 2: "y", 3: "x", 5: "y", 4: "z"})
    assert first == {1: 1, 2: 2, 3: 1, 5: 2, 4: 4}
    merged = without_copies([grouping(3, [1, 2, 5], [4, 6]), grouping(5, [4])], first)
    assert [(g.anchor, g.positives, g.negatives) for g in merged] == [
        (1, (1, 2), (4, 6)),
        (2, (4,), ()),
    ]
    # Groupings that share a copy share an image, and so are no negatives of each other.
    assert pairs_of([grouping(1, [2]), grouping(3, [4])]).negative.any()
    shared = without_copies([grouping(1, [2]), grouping(3, [4])], {1: 1, 3: 1})
    assert not pairs_of(shared).negative.any()


def test_pairs_marked_both_ways_are_named_and_implicit_negatives_are_none_of_them():
    groupings = [grouping(1, [2, 3]), grouping(4, [2], [3]), grouping(8, [9])]
    assert contradictions(groupings) == [(2, 3)]
    assert contradictions([grouping(1, [2]), grouping(3, [4])]) == []


def test_without_groupings_there_are_no_pairs():
    pairs = pairs_of([])
    assert pairs.images == ()
    assert pairs.triplets == 0
    assert pairs_of([grouping(4)]).triplets == 0


def test_pairs_among_some_images_keep_their_images_order():
    pairs = pairs_of([grouping(1, [2, 3], [4]), grouping(5, [6])])
    kept = pairs.only(np.array([False, True, True, True, False, True]))
    assert kept.images == (2, 3, 4, 6)
    assert pairs_in(kept, kept.positive) == both((2, 3))
    assert pairs_in(kept, kept.negative) == both((2, 4), (3, 4), (2, 6), (3, 6))


def archive_of(groups: int, each: int) -> Pairs:
    starts = range(0, groups * each, each)
    return pairs_of([grouping(start, range(start + 1, start + each)) for start in starts])


@pytest.mark.parametrize(("groups", "each"), [(1, 3), (2, 3), (2, 6), (8, 5), (12, 20)])
@pytest.mark.parametrize("salt", ["a", "b", "c"])
def test_held_out_marks_leave_training_what_it_needs(groups: int, each: int, salt: str):
    pairs = archive_of(groups, each)
    if groups == 1:
        pairs = pairs_of([grouping(0, range(1, each), [90, 91])])
    count = len(pairs.images)
    parts = split(pairs, digests(count, salt))
    together = parts.learn.astype(int) + parts.choose + parts.judge
    assert (together == 1).all()
    askable = pairs.with_positive & pairs.negative.any(1)
    assert (parts.judge & askable).any()
    for out in (parts.judge, parts.choose):
        asking = np.flatnonzero(out & pairs.with_positive)
        assert (pairs.positive[asking][:, parts.learn].sum(1) >= 2).all()
    assert pairs.negative[askable][:, parts.learn].any(1).all()
    assert pairs.only(parts.learn).triplets > 0
    # Chance has much to say of a few, and little of many.
    assert count < 40 or parts.learn.mean() > 0.45


def test_the_same_images_are_held_out_whatever_their_order_and_numbers():
    pairs, names = archive_of(6, 10), digests(60)
    first = split(pairs, names)
    assert (split(pairs, names).judge == first.judge).all()
    order = np.random.default_rng(0).permutation(60)
    square = np.ix_(order, order)
    shuffled = Pairs(tuple(range(100, 160)), pairs.positive[square], pairs.negative[square])
    again = split(shuffled, [names[i] for i in order])
    assert (again.judge == first.judge[order]).all()
    assert (again.choose == first.choose[order]).all()


@pytest.mark.parametrize("salt", ["a", "b", "c"])
def test_copies_of_one_file_are_held_out_together_or_not_at_all(salt: str):
    # Groupings of five, so that every other one shares a file with the next.
    names = [name for name in digests(50, salt) for _ in range(2)]
    parts = split(archive_of(20, 5), names)
    for out in (parts.learn, parts.choose, parts.judge):
        assert (out[::2] == out[1::2]).all()
        assert out.any()


def test_more_groupings_do_not_change_who_is_held_out_of_the_first_ones():
    few, many = archive_of(4, 10), archive_of(9, 10)
    names = digests(90)
    assert (split(many, names).judge[:40] == split(few, names[:40]).judge).all()


@pytest.mark.parametrize(
    "groupings",
    [
        [grouping(1, [2], [3])],
        [grouping(1, [2]), grouping(3, [4])],
        [grouping(1, [2, 3, 4])],
        [grouping(1, [], [2, 3])],
        # Either would have to leave the other without anyone alike.
        [grouping(1, [2], [10, 11]), grouping(1, [3], [10, 11])],
        [],
    ],
)
def test_too_few_marks_to_hold_any_out_are_told(groupings: list[Grouping]):
    pairs = pairs_of(groupings)
    with pytest.raises(ArchiveError, match="too few"):
        split(pairs, digests(len(pairs.images)))


def test_whoever_stays_keeps_a_positive_where_groupings_overlap():
    # Image 1 has two that are alike it, but they are not alike each other.
    pairs = pairs_of([grouping(1, [2], [20]), grouping(1, [3], [20]), grouping(5, [6, 7, 8])])
    held = set()
    for salt in range(40):
        out = split(pairs, digests(len(pairs.images), str(salt))).judge
        held |= {pairs.images[i] for i in np.flatnonzero(out & pairs.with_positive)}
    assert held == {5, 6, 7, 8}


def test_the_last_image_to_teach_from_is_not_held_out():
    # The marks of 2 and 3 contradict, so that 1 alone has both a positive and a negative.
    pairs = pairs_of([grouping(1, [2, 3], [10]), grouping(10, [2]), grouping(10, [3])])
    assert pairs_in(pairs, pairs.negative) == both((1, 10))
    with pytest.raises(ArchiveError, match="too few"):
        split(pairs, digests(len(pairs.images)))


def test_whatever_the_marks_something_is_left_to_learn_once_images_are_held_out():
    rng = np.random.default_rng(0)
    succeeded = 0
    for _ in range(1500):
        count = int(rng.integers(4, 16))
        groupings = []
        for _ in range(rng.integers(1, 6)):
            drawn = rng.permutation(count)[: rng.integers(2, 8)].tolist()
            members = int(rng.integers(1, len(drawn) + 1))
            groupings.append(grouping(drawn[0], drawn[1:members], drawn[members:]))
        pairs = pairs_of(groupings, implicit_negatives=bool(rng.random() < 0.5))
        names = [f"{n}" for n in rng.integers(0, 2 * count, len(pairs.images))]
        try:
            parts = split(pairs, names)
        except ArchiveError:
            continue
        succeeded += 1
        for stay in (~parts.judge, parts.learn):
            left = pairs.only(stay)
            assert left.positive.any()
            assert left.triplets > 0
            had = pairs.positive[stay].any(1)
            assert (left.with_positive == had).all()
        for out in (parts.judge, parts.choose):
            held = {name for name, is_out in zip(names, out, strict=True) if is_out}
            assert [name in held for name in names] == out.tolist()
    assert succeeded > 300


def test_pairs_by_the_row_judge_as_whole_masks_do_in_blocks_of_bounded_size(monkeypatch):
    rng = np.random.default_rng(2)
    groupings = [
        replace(grouping(anchor, drawn[:9], drawn[9:]), id=number, related=(number ^ 1,))
        for number in range(40)
        for anchor, *drawn in [rng.permutation(300)[:14].tolist()]
    ]
    there = rng.random(len(PairRows(groupings).images)) < 0.9
    whole, rows = pairs_of(groupings).only(there), PairRows(groupings).only(there)
    monkeypatch.setattr("archive_gui.learning.pairs._BLOCK_CELLS", 2000)
    asked: list[int] = []
    known = PairRows.known

    def noted(self: PairRows, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        asked.append(len(places) * len(self.images))
        return known(self, places)

    monkeypatch.setattr(PairRows, "known", noted)
    embeddings = rng.normal(size=(len(rows.images), 6)).astype(np.float32)
    judged = []
    for pairs in (whole, rows):
        out = split(pairs, digests(len(pairs.images)))
        figures = measure_each(embeddings, pairs, out.judge)
        judged.append((out.judge, out.choose, query_groups(pairs, out.judge), figures))
    for one, other in zip(*judged, strict=True):
        assert np.array_equal(one, other)
    assert judged[0][0].any()
    assert (rows.with_positive == whole.with_positive).all()
    assert 0 < max(asked) <= 2000


def test_queries_joined_by_positives_are_of_one_group():
    # 1-2-3 are joined through 2, which is no query; 9 has nobody alike.
    pairs = pairs_of([grouping(1, [2], [9]), grouping(2, [3]), grouping(5, [6, 7])])
    queries = np.isin(pairs.images, [1, 3, 6, 7, 9])
    one, other, third, fourth = query_groups(pairs, queries).tolist()
    assert one == other != third == fourth
    assert query_groups(pairs, np.zeros(len(pairs.images), bool)).shape == (0,)
    assert query_groups(pairs_of([]), np.zeros(0, bool)).shape == (0,)


def test_members_of_related_groupings_say_nothing_of_each_other():
    seals = replace(grouping(1, [2], [9]), related=(3,))
    stamps, other = replace(grouping(3, [4], [2]), related=(1, 99)), grouping(5, [6])
    pairs = pairs_of([seals, stamps, other])
    unlike = pairs_in(pairs, pairs.negative)
    assert both((1, 5), (2, 6), (3, 5), (4, 6)) <= unlike
    assert not both((1, 3), (1, 4)) & unlike
    # What is marked counts, related or not.
    assert both((2, 3), (2, 4), (1, 9)) <= unlike
    # Whoever is in a related grouping and in another one is spared, too.
    spared = pairs_of([seals, stamps, grouping(5, [4])])
    assert not both((1, 4)) & pairs_in(spared, spared.negative)
    assert both((1, 5)) <= pairs_in(spared, spared.negative)
