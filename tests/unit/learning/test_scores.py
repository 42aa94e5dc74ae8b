import numpy as np
import pytest
from numpy.linalg import norm

from archive_gui.catalog.records import Grouping
from archive_gui.learning.pairs import pairs_of
from archive_gui.learning.projection import LinearPart, Projection, Scores, unit
from archive_gui.learning.scores import fit_scores


def world(groups: int = 3, each: int = 6, others: int = 40):
    """Groupings about a direction each, and unmarked images anywhere."""
    rng = np.random.default_rng(0)
    centres = np.repeat(np.eye(groups, 12), each, axis=0)
    rows = unit(centres + rng.normal(0, 0.15, centres.shape))
    groupings = [
        Grouping(g, "", "", g * each, tuple(range(g * each + 1, (g + 1) * each)), ())
        for g in range(groups)
    ]
    return rows, pairs_of(groupings), unit(rng.normal(size=(others, 12)))


def test_scores_are_those_of_kernel_ridge_regression():
    """The coefficients make the weighted squares and the smoothness as small as they can be."""
    rows, pairs, background = world()
    scores = fit_scores(rows, pairs, background)
    landmarks = np.concatenate([rows, background]).astype(np.float64)
    assert scores.landmarks == pytest.approx(landmarks, abs=1e-6)
    kernel = np.array([[np.exp(2 * (a @ b - 1)) for b in landmarks] for a in landmarks])
    wanted = np.zeros((len(landmarks), len(pairs.groups)))
    wanted[: len(rows)] = pairs.groups.T
    weights = np.array([1.0] * len(rows) + [0.1] * len(background))

    def cost(coefficients: np.ndarray) -> float:
        error = ((kernel @ coefficients - wanted) ** 2).sum(1)
        return float(weights @ error + 0.1 * np.trace(coefficients.T @ kernel @ coefficients))

    # They are scaled to the length of the scores of unmarked images.
    raw = np.linalg.solve(kernel + np.diag(0.1 / weights), wanted)
    length = np.percentile(norm(kernel[len(rows) :] @ raw, axis=1), 90)
    assert scores.coefficients * length == pytest.approx(raw, abs=1e-3)
    rng = np.random.default_rng(1)
    for _ in range(20):
        assert cost(raw + rng.normal(0, 1e-3, raw.shape)) > cost(raw)


def test_an_image_scores_most_for_its_own_grouping_and_little_where_it_has_none():
    rows, pairs, background = world()
    scores = fit_scores(rows[::2], pairs.only(np.arange(18) % 2 == 0), background)
    found = scores.apply(rows[1::2])
    groups = pairs.only(np.arange(18) % 2 == 0).groups
    own = [int(np.flatnonzero(group)[0]) // 3 for group in groups]
    assert [own[best] for best in found.argmax(1)] == [0] * 3 + [1] * 3 + [2] * 3
    assert norm(scores.apply(background), axis=1).mean() < 0.5 * norm(found, axis=1).mean()


def test_an_embedding_carries_the_scores_behind_its_parts():
    rng = np.random.default_rng(2)
    features = rng.gamma(1, 1, (5, 8)).astype(np.float32)
    part = LinearPart(np.zeros(8, np.float32), rng.normal(size=(8, 3)).astype(np.float32))
    scores = Scores(unit(rng.normal(size=(4, 3))), rng.normal(size=(4, 2)).astype(np.float32), 1.5)
    projection = Projection(part, part, 0.5, scores=scores)
    first = part.apply(features)
    joined = np.concatenate([first, 0.5 * first, scores.apply(first)], axis=1)
    found = projection.apply(features)
    assert found.shape == (5, projection.dimensions) == (5, 8)
    assert found == pytest.approx(unit(joined), abs=1e-6)


def test_of_very_many_groupings_the_likenesses_of_scores_remain():
    rng = np.random.default_rng(3)
    rows = unit(rng.normal(size=(240, 30)))
    pairs = pairs_of([Grouping(g, "", "", 2 * g, (2 * g + 1,), ()) for g in range(120)])
    background = unit(rng.normal(size=(50, 30)))
    scores = fit_scores(rows, pairs, background)
    assert scores.coefficients.shape == (290, 64)
    found = unit(scores.apply(rows))
    partners = (found @ found.T - 2 * np.eye(240)).argmax(1)
    assert (partners == np.arange(240) ^ 1).mean() > 0.9
