from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import scipy.optimize
from numpy.linalg import norm

from archive_gui.catalog.records import Grouping
from archive_gui.learning import weighing
from archive_gui.learning.evaluation import measure
from archive_gui.learning.memberships import (
    TunedCare,
    fit_memberships,
    fit_tuned_memberships,
    members_share,
    tuned_care,
)
from archive_gui.learning.pairs import Pairs, pairs_of
from archive_gui.learning.projection import Array, LinearPart, Memberships, Projection, unit

WIDTH = 12


def groupings(groups: int, each: int) -> list[Grouping]:
    return [
        Grouping(g, "", "", g * each, tuple(range(g * each + 1, (g + 1) * each)), ())
        for g in range(groups)
    ]


def world(noise: float = 0.15) -> tuple[Array, Pairs, Array]:
    """Three groupings about a direction each, and unmarked images anywhere."""
    rng = np.random.default_rng(0)
    centres = np.repeat(np.eye(3, WIDTH), 12, axis=0)
    rows = unit(centres + rng.normal(0, noise, centres.shape))
    return rows, pairs_of(groupings(3, 12)), unit(rng.normal(size=(60, WIDTH)))


def world_of(share: float, each: int) -> tuple[Array, Pairs, Array]:
    """Four groupings of so many images, and 400 unmarked ones, of which this share is of them."""
    rng = np.random.default_rng(4)
    kinds = np.eye(WIDTH)
    of_groupings = round(400 * share)
    drawn = rng.integers(0, 4, of_groupings), rng.integers(4, WIDTH, 400 - of_groupings)
    centres = kinds[np.concatenate([np.repeat(np.arange(4), each), *drawn])]
    rows = unit(centres + rng.normal(0, 0.15, centres.shape))
    return rows[: 4 * each], pairs_of(groupings(4, each)), rows[4 * each :]


def fitted(rows: Array, pairs: Pairs, background: Array, share: float | None = None) -> Memberships:
    """Memberships that read one part twice."""
    twice = rows[np.newaxis], rows[np.newaxis]
    return fit_memberships(*twice, pairs, (background, background), share)


def by_share(likely: np.ndarray, share: float) -> float:
    """What to add to the logarithm of none for so many members among these likelihoods."""

    def too_many(by: float) -> float:
        odds = likely[:, -1] / likely[:, :-1].sum(1) * np.exp(by)
        return float((1 / (1 + odds)).mean()) - share

    return float(scipy.optimize.brentq(too_many, -20, 20))


@pytest.mark.parametrize(("share", "smoothness"), [(None, 1e-3), (0.4, 0.56e-3)])
def test_the_likelihoods_are_those_of_a_softmax_regression_that_has_looked_twice(
    share: float | None, smoothness: float
):
    """By another program for smallest values, on the same cost written out.

    A direction is the dearer, the more the nearest neighbours differ in it. Where the share of
    members is known, what is found of unmarked images is brought to it in between, and towards it
    in the end.
    """
    rows, pairs, background = world()
    seen = np.concatenate([np.hstack([each, 0.5 * each]) for each in (rows, background)])
    wanted = np.repeat(np.eye(4), [12, 12, 12, 60], axis=0)
    weights = np.array([1 / 36] * 36 + [0.4 / 60] * 60)
    likeness = seen[:, :WIDTH] @ seen[:, :WIDTH].T - 3 * np.eye(96)
    apart = seen - seen[likeness.argmax(1)]
    scatter = apart.T @ apart
    dear = np.eye(2 * WIDTH) + 0.3 * 2 * WIDTH * scatter / np.trace(scatter)
    first = [int(np.flatnonzero(group)[0]) // 12 for group in pairs.groups]

    def logits(entries: np.ndarray) -> np.ndarray:
        table = entries.reshape(2 * WIDTH + 1, 4)
        return seen @ table[:-1] + table[-1]

    def cost(entries: np.ndarray) -> float:
        scores = logits(entries)
        losses = np.log(np.exp(scores).sum(1)) - (wanted * scores).sum(1)
        table = entries.reshape(2 * WIDTH + 1, 4)
        penalty = (table[:-1] * (dear @ table[:-1])).sum() + (table[-1] ** 2).sum()
        return float(weights @ losses + smoothness / 2 * penalty)

    def raised(likely: np.ndarray, by: float) -> np.ndarray:
        more = likely * np.exp([0, 0, 0, by])
        return more / more.sum(1, keepdims=True)

    for part in (1.0, share):
        best = scipy.optimize.minimize(cost, np.zeros((2 * WIDTH + 1) * 4), method="L-BFGS-B").x
        expected = np.exp(logits(best)) / np.exp(logits(best)).sum(1, keepdims=True)
        if share is not None and part is not None:
            expected = raised(expected, part * by_share(expected[36:], share))
        # Unmarked images stand for what the first look has found of them.
        wanted[36:] = expected[36:]
    both = np.concatenate([np.hstack([each, each]) for each in (rows, background)])
    # Those of a tuned network with many marks are fitted in the same way.
    care = TunedCare(smoothness, 4.0, 0.15, share)
    tuned = fit_tuned_memberships(rows, rows, pairs, (background, background), care)
    for found in (fitted(rows, pairs, background, share), tuned):
        likely = found.likelihoods(both)
        assert likely[:, :-1] == pytest.approx(expected[:, first], abs=0.03)


def test_unmarked_images_of_a_grouping_are_taken_for_members_of_it():
    """Where most of what nobody marked belongs to the groupings all the same."""
    rng = np.random.default_rng(5)
    centres = np.repeat(np.eye(3, WIDTH), 40, axis=0)
    images = unit(centres + rng.normal(0, 0.15, centres.shape))
    marked = np.arange(120) % 40 < 5
    strange = unit(rng.normal(size=(40, WIDTH)))
    pairs = pairs_of(groupings(3, 5))
    found = fitted(images[marked], pairs, np.concatenate([images[~marked], strange]))
    kinds = [int(np.flatnonzero(group)[0]) // 5 for group in pairs.groups]
    likely = found.likelihoods(np.hstack([images, images])[~marked])
    own = likely[np.arange(105), np.repeat(np.argsort(kinds), 35)]
    assert (own > likely[:, -1]).mean() > 0.9
    none = found.likelihoods(np.hstack([strange, strange]))[:, -1]
    assert none.mean() > 2 * likely[:, -1].mean()


def test_images_of_no_grouping_stay_among_each_other():
    """Members of a grouping that lie in their midst leave it, the more when none weighs, too."""
    kept = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        images = unit(np.eye(1, WIDTH) + rng.normal(0, 0.35, (80, WIDTH)))
        member = images[:, 1] > 0
        # Of members and of all others every other one is an image that the fit does not see.
        members, others = images[member], images[~member]
        count = len(members[::2])
        found = fitted(members[::2], pairs_of(groupings(1, count)), others[::2])
        unseen = np.concatenate([members[1::2], others[1::2]])
        is_member = np.arange(len(unseen)) < len(members[1::2])
        shown = [
            each.apply(np.hstack([unseen, unseen])) for each in (replace(found, none=0.0), found)
        ]
        figures = []
        for rows in (unseen, *(unit(np.hstack([unseen, each])) for each in shown)):
            nearest = (rows @ rows.T - 2 * np.eye(len(rows))).argmax(1)
            figures.append((~is_member)[nearest[~is_member]].mean())
        kept.append(figures)
    plain, without, together = np.mean(kept, axis=0)
    assert plain < without < together - 0.02


def test_an_image_shows_its_own_grouping_and_one_of_none_shows_little():
    rows, pairs, background = world()
    learned = np.arange(len(rows)) % 2 == 0
    among = pairs.only(learned)
    found = fitted(rows[learned], among, background[::2])
    shown = found.apply(np.hstack([rows, rows])[~learned])[:, :-1]
    own = [int(np.flatnonzero(group)[0]) // 6 for group in among.groups]
    assert [own[best] for best in shown.argmax(1)] == [0] * 6 + [1] * 6 + [2] * 6
    strange = found.apply(np.hstack([background, background])[1::2])[:, :-1]
    assert norm(strange, axis=1).mean() < 0.3 * norm(shown, axis=1).mean()


def test_what_it_weighs_leaves_unmarked_images_most_of_their_nearest():
    """Where the groupings mean nothing, so that weight brings marks little as long as it grows."""
    rng = np.random.default_rng(4)
    background = unit(rng.normal(size=(400, WIDTH)))
    nearest = (background @ background.T - 2 * np.eye(400)).argmax(1)
    # With few marks in a grouping fewer may change.
    for each, share in ((12, 0.45), (5, 0.35)):
        rows = unit(rng.normal(size=(4 * each, WIDTH)))
        found = fitted(rows, pairs_of(groupings(4, each)), background)
        shown = found.apply(np.hstack([background, background]))
        after = unit(np.hstack([background, shown]))
        changed = (after @ after.T - 2 * np.eye(400)).argmax(1) != nearest
        # Those that belong to a grouping have no say.
        none = found.likelihoods(np.hstack([background, background]))[:, -1]
        assert 0 < none @ changed / none.sum() <= share


def test_it_weighs_no_more_than_brings_marks_most_of_the_gain():
    rows, pairs, background = world(noise=0.4)
    found = fitted(rows, pairs, background)
    both = np.hstack([rows, rows])
    figures = []
    for weight in (0.0, found.weight, 12.0):
        shown = replace(found, weight=weight).apply(both)
        everything = np.ones(len(rows), bool)
        figures.append(measure(unit(np.hstack([rows, shown])), pairs, everything).map_at_r)
    assert found.weight < 3
    assert figures[1] - figures[0] > 0.7 * (figures[2] - figures[0])


def test_weights_are_asked_beside_the_first_part_as_the_embedding_has_it(monkeypatch):
    rows, pairs, background = world()
    asked = []

    def heard(ask: Callable[..., float]) -> Callable[..., float]:
        def tell(plain: Array, *others: Any) -> float:
            asked.append(plain)
            return ask(plain, *others)

        return tell

    for name in ("gaining", "bearable"):
        monkeypatch.setattr(weighing, name, heard(getattr(weighing, name)))
    fitted(rows, pairs, background)
    assert len(asked) == 2
    for plain in asked:
        assert (plain == rows).all()


@pytest.mark.parametrize("noise", [0.18, 0.2, 0.24])
def test_none_weighs_less_where_it_would_part_marks_from_their_like(noise: float):
    """Where every unmarked image is of some grouping, none is only what is unlike the few marks."""
    rng = np.random.default_rng(6)
    wide = 5 * WIDTH
    centres = np.repeat(np.eye(6, wide), 30, axis=0)
    images = unit(centres + rng.normal(0, noise, centres.shape))
    others = unit(np.repeat(np.eye(13, wide, 20), 12, axis=0) + rng.normal(0, noise, (156, wide)))
    marked = np.arange(180) % 30 < 4
    pairs = pairs_of(groupings(6, 4))
    of_groupings, of_none = (
        fitted(images[marked], pairs, background) for background in (images[~marked], others)
    )
    assert of_groupings.none < of_none.none


def test_none_weighs_the_more_the_larger_the_share_of_members_is():
    """Where few images are of none, being one of them says more."""
    marked, pairs, background = world_of(0.4, 12)
    none = [fitted(marked, pairs, background, share).none for share in (None, 0.2, 0.45, 0.6)]
    assert none == pytest.approx([0.25, 0.25, 0.3, 0.4])
    none = [tuned_care(pairs, share).none for share in (None, 0.2, 0.5, 0.6)]
    assert none == pytest.approx([0.15, 0.15, 0.2, 0.24])


def test_a_tuned_network_tells_members_of_a_grouping_from_images_of_none():
    """It sees the groupings as they are, and all others in another way than before."""
    rng = np.random.default_rng(7)
    background = unit(rng.normal(size=(60, WIDTH))), unit(rng.normal(size=(60, WIDTH)))
    for each in (5, 12):
        centres = np.repeat(np.eye(3, WIDTH), each, axis=0)
        marked = unit(centres + rng.normal(0, 0.15, centres.shape))
        pairs = pairs_of(groupings(3, each))
        care = tuned_care(pairs, None)
        found = fit_tuned_memberships(marked, marked, pairs, background, care)
        likely = found.likelihoods(np.hstack([marked, marked]))
        members = pairs.groups.T
        assert (likely[:, :-1][members] > likely[:, -1]).all()
        none = found.likelihoods(np.hstack(background))[:, -1]
        assert np.median(none) > 2 * likely[:, -1].max()


def test_memberships_of_many_marks_are_the_less_smooth_the_fewer_unmarked_images_are_members():
    marked, pairs, background = world_of(0.4, 12)
    share = members_share(marked, pairs, background)
    assert share == pytest.approx(0.4, abs=0.1)
    assert tuned_care(pairs, share).smoothness == pytest.approx(1.4 * share * 1e-3)
    assert tuned_care(pairs, 0.2) == TunedCare(pytest.approx(0.4e-3), 4.0, 0.15, 0.2)
    # As smooth as usual where the share is not known, as with hardly any unmarked image.
    assert tuned_care(pairs, None) == TunedCare(1e-3, 4.0, 0.15, None)
    assert members_share(marked, pairs, background[:20]) is None
    many = unit(np.repeat(np.random.default_rng(8).normal(size=(65, WIDTH)), 10, axis=0))
    assert members_share(many, pairs_of(groupings(65, 10)), background) is None
    # After few marks a tuned network finds less by it.
    assert tuned_care(world_of(0.4, 5)[1], share) == TunedCare(3e-3, 5.0, 0.15, None)


def test_an_embedding_carries_the_memberships_and_no_head_without_weight():
    rng = np.random.default_rng(2)
    features = rng.gamma(1, 1, (5, 8)).astype(np.float32)
    first, second = (
        LinearPart(np.zeros(8, np.float32), rng.normal(size=(8, 3)).astype(np.float32))
        for _ in range(2)
    )
    matrix, bias = rng.normal(size=(6, 3)).astype(np.float32), np.array([1, 0, -1], np.float32)
    codes = rng.normal(size=(2, 4)).astype(np.float32)
    rows = np.hstack([first.apply(features), second.apply(features)])
    likely = np.exp(rows @ matrix + bias)
    likely /= likely.sum(1, keepdims=True)
    expected = np.hstack([rows[:, :3], 2.5 * likely[:, :2] ** 2 @ codes])
    memberships = Memberships(matrix, bias, codes, 2.5)
    projection = Projection(first, second, 0.0, memberships=memberships)
    found = projection.apply(features)
    assert found.shape == (5, projection.dimensions) == (5, 7)
    assert found == pytest.approx(unit(expected), abs=1e-6)
    # Where none shows, it does so as one number more.
    projection = replace(projection, memberships=replace(memberships, none=0.5))
    found = projection.apply(features)
    assert found.shape == (5, projection.dimensions) == (5, 8)
    expected = np.hstack([expected, 1.25 * likely[:, 2:]])
    assert found == pytest.approx(unit(expected), abs=1e-6)


def test_negatives_of_all_groupings_are_taken_for_images_of_none():
    rows, _, background = world()
    pairs = pairs_of([Grouping(1, "", "", 0, tuple(range(1, 12)), tuple(range(12, 36)))])
    found = fitted(rows, pairs, background[:0])
    likely = found.likelihoods(np.hstack([rows, rows]))
    assert (likely[:12, 0] > 0.5).all()
    assert (likely[12:, 1] > 0.5).all()


def test_very_many_groupings_show_in_few_numbers():
    rng = np.random.default_rng(3)
    rows = unit(rng.normal(size=(400, 60)))
    background = unit(rng.normal(size=(50, 60)))
    found = fitted(rows, pairs_of(groupings(200, 2)), background)
    assert found.codes.shape == (200, 128)
    shown = unit(found.apply(np.hstack([rows, rows])))
    partners = (shown @ shown.T - 2 * np.eye(400)).argmax(1)
    assert (partners == np.arange(400) ^ 1).mean() > 0.9


@pytest.mark.parametrize("unmarked", [2, 1])
def test_what_nobody_marked_is_found_no_worse_where_all_images_are_of_some_grouping(unmarked: int):
    """Sixteen groupings of six marks, and a few unmarked images of each (of one: too few)."""
    figures = []
    for seed in range(4):
        rng = np.random.default_rng(seed)
        each, width = 6 + unmarked, 64
        centres = np.repeat(unit(rng.normal(size=(16, width))), each, axis=0)
        images = unit(centres + 0.15 * rng.normal(size=centres.shape))
        marked = np.arange(len(images)) % each < 6
        found = fitted(images[marked], pairs_of(groupings(16, 6)), images[~marked])
        shown = unit(np.hstack([images, found.apply(np.hstack([images, images]))]))
        alike = pairs_of(groupings(16, each))
        places = list(alike.images)
        figures.append(
            [measure(rows[places], alike, ~marked[places]).map_at_r for rows in (images, shown)]
        )
    before, after = np.mean(figures, axis=0)
    assert after > before
