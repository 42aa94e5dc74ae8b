import numpy as np
import pytest

from archive_gui.learning.prevalence import share_of_members
from archive_gui.learning.projection import Array, unit
from archive_gui.learning.softmax_regression import (
    fit_apart,
    likelihoods,
    none_to_raise,
    raised_none,
)
from archive_gui.learning.weighing import leave_out

WIDTH, KINDS, MARKED = 40, 30, 6


def archive(share: float, each: int, noise: float, seed: int = 0) -> tuple[Array, Array, Array]:
    """Marked images of six of thirty kinds, whose they are, and 500 unmarked images.

    The share of these is of the same six kinds; kinds lie as near to each other as they happen to.
    """
    rng = np.random.default_rng(seed)
    kinds = unit(rng.normal(size=(KINDS, WIDTH)))
    count = round(500 * share)
    drawn = rng.integers(0, MARKED, count), rng.integers(MARKED, KINDS, 500 - count)
    which = np.concatenate([np.repeat(np.arange(MARKED), each), *drawn])
    rows = unit(kinds[which] + rng.normal(0, noise, (len(which), WIDTH)))
    marked = MARKED * each
    return rows[:marked], which[:marked, np.newaxis] == np.arange(MARKED), rows[marked:]


@pytest.mark.parametrize(("each", "noise"), [(20, 0.05), (20, 0.15), (20, 0.2), (5, 0.05)])
def test_the_share_of_members_among_unmarked_images_is_told_by_marks_alone(each: int, noise: float):
    for share in (0.3, 0.4, 0.5):
        rows, members, unmarked = archive(share, each, noise)
        found = share_of_members(rows, members, unmarked, 1e-3)
        assert found == pytest.approx(share, abs=0.1)
    # The mean of what is likely is far from it.
    likely = likelihoods(fit_apart(rows, members, unmarked, 1e-3), unmarked)
    assert 1 - likely[:, -1].mean() < 0.45


def test_a_share_is_never_so_small_or_large_that_it_leaves_nothing_of_members_or_of_none():
    assert share_of_members(*archive(0.02, 20, 0.15), 1e-3) == pytest.approx(0.2)
    assert share_of_members(*archive(0.95, 20, 0.15), 1e-3) == pytest.approx(0.6)


def test_marks_tell_no_share_where_they_are_like_all_else_or_of_few_groupings():
    rng = np.random.default_rng(1)
    rows, members, unmarked = archive(0.4, 20, 0.15)
    noise = unit(rng.normal(size=rows.shape))
    assert share_of_members(noise, members, unit(rng.normal(size=unmarked.shape)), 1e-3) is None
    two = members[:, :2].any(1)
    assert share_of_members(rows[two], members[two, :2], unmarked, 1e-3) is None


def test_groupings_that_share_images_are_hidden_together():
    """As one more, which the images of both are, and those of another that lies within one."""
    rows, members, unmarked = archive(0.4, 20, 0.15)
    told = share_of_members(rows, members, unmarked, 1e-3)
    both = members[:, :1] | members[:, 1:2]
    within = members[:, 2:3] & (np.arange(len(rows)) % 2 == 0)[:, np.newaxis]
    found = share_of_members(rows, np.hstack([members, both, within]), unmarked, 1e-3)
    assert found == pytest.approx(told, abs=0.1)
    # Of two clusters, one cannot be hidden to tell.
    overlapping = members[:, :3] | np.roll(members[:, :3], 1, axis=1)
    assert share_of_members(rows, np.hstack([overlapping, members[:, 3:4]]), unmarked, 1e-3) is None


def test_marks_that_are_few_beside_few_unmarked_images_or_very_many_tell_as_well():
    rows, members, unmarked = archive(0.4, 40, 0.15)
    assert share_of_members(rows, members, unmarked[:63], 1e-3) is None
    some = np.random.default_rng(3).permutation(500)[:100]
    assert share_of_members(rows, members, unmarked[some], 1e-3) == pytest.approx(0.4, abs=0.15)
    many = archive(0.4, 150, 0.15)
    assert share_of_members(*many, 1e-3) == pytest.approx(0.4, abs=0.1)
    # Of groupings of two images no third or fourth one can be hidden.
    pairs = archive(0.4, 2, 0.02)
    assert share_of_members(*pairs, 1e-4) == pytest.approx(0.4, abs=0.2)


def test_groupings_need_not_be_of_one_size_where_their_members_are_as_many_more():
    rows, members, unmarked = archive(0.4, 40, 0.15)
    sizes = np.array([40, 20, 10, 10, 5, 5])
    place = np.arange(len(rows)) % 40
    kept = (members & (place[:, np.newaxis] < sizes)).any(1)
    rng = np.random.default_rng(0)
    kinds = unit(rng.normal(size=(KINDS, WIDTH)))
    drawn = np.random.default_rng(5).choice(MARKED, 200, p=sizes / sizes.sum())
    more = unit(kinds[drawn] + np.random.default_rng(6).normal(0, 0.15, (200, WIDTH)))
    strangers = unmarked[200:]
    found = share_of_members(rows[kept], members[kept], np.concatenate([more, strangers]), 1e-3)
    assert found == pytest.approx(0.4, abs=0.1)


def test_nothing_is_told_where_nothing_can_be_hidden():
    rows, members, unmarked = archive(0.4, 20, 0.15)
    single = np.arange(len(rows)) % 20 == 0
    assert share_of_members(rows[single], members[single], unmarked, 1e-3) is None
    assert share_of_members(rows, np.zeros_like(members), unmarked, 1e-3) is None
    assert share_of_members(rows, members, np.full_like(unmarked, np.nan), 1e-3) is None


def test_members_tell_among_however_many_images_of_none():
    rows, members, unmarked = archive(0.4, 20, 0.15)
    strange = unit(np.random.default_rng(7).normal(size=(2000, WIDTH)))
    seen = np.concatenate([strange, rows])
    of_none = np.concatenate([np.zeros((2000, MARKED), bool), members])
    assert share_of_members(seen, of_none, unmarked, 1e-3) == pytest.approx(0.4, abs=0.2)
    few = np.concatenate([np.arange(2000), 2000 + np.flatnonzero(np.arange(120) % 20 < 2)])
    assert share_of_members(seen[few], of_none[few], unmarked, 1e-3) is None


def test_images_marked_unlike_all_groupings_are_no_members():
    rows, members, unmarked = archive(0.4, 20, 0.15)
    seen = np.concatenate([rows, unmarked[-30:]])
    of_none = np.concatenate([members, np.zeros((30, MARKED), bool)])
    found = share_of_members(seen, of_none, unmarked[:-30], 1e-3)
    assert found == pytest.approx(0.4 * 500 / 470, abs=0.12)


def test_marks_among_unmarked_images_are_members_more_than_the_share_of_these():
    rows, members, unmarked = archive(0.2, 40, 0.15)
    few = unmarked[np.random.default_rng(8).permutation(500)[:100]]
    own = {}
    for share in (None, 0.2):
        left_out = leave_out(rows, members, few, 1e-3, share, among_unmarked=True)
        likely = left_out.likely[left_out.fold, np.arange(len(rows))]
        own[share] = 1 - likely[:, -1].mean()
    assert own[0.2] == pytest.approx(own[None], abs=0.08)


def test_none_is_raised_for_a_share_of_members():
    likely = np.random.default_rng(2).dirichlet([0.3] * 5, 200).astype(np.float32)
    for share in (0.2, 0.5, 0.9):
        by = none_to_raise(likely, share)
        brought = raised_none(likely, by)
        assert brought.sum(1) == pytest.approx(1, abs=1e-5)
        assert 1 - brought[:, -1].mean() == pytest.approx(share, abs=1e-4)
        # Its odds grow as much for every image, and groupings keep theirs among each other.
        sure = (likely > 1e-3).all(1)
        before, after = likely[sure], brought[sure]
        odds = after[:, -1:] / after[:, :-1] / (before[:, -1:] / before[:, :-1])
        assert odds == pytest.approx(np.exp(by), rel=1e-3)
