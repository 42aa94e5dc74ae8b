from pathlib import Path

import numpy as np
import pytest
import scipy.linalg

from archive_gui.learning.discriminants import discriminants
from archive_gui.learning.projection import LinearPart, Projection, Prototypes, Scores, root, unit
from archive_gui.learning.untrained import fit_components, load_components, save_components


def features(count: int, width: int = 20, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).gamma(1, 1, (count, width)).astype(np.float32)


def part(seed: int, width: int = 20, into: int = 6) -> LinearPart:
    rng = np.random.default_rng(seed)
    return LinearPart(
        rng.normal(size=width).astype(np.float32),
        rng.normal(size=(width, into)).astype(np.float32),
    )


def embedded(row: np.ndarray, by: LinearPart) -> np.ndarray:
    """One embedding, a number at a time."""
    rooted = [np.sign(x) * np.sqrt(abs(x)) - m for x, m in zip(row, by.mean, strict=True)]
    found = np.array([sum(r * w for r, w in zip(rooted, c, strict=True)) for c in by.matrix.T])
    return found / np.sqrt((found**2).sum())


def test_an_embedding_is_what_the_formula_says():
    rows, tuned = features(5), features(5, 9, seed=1) - 0.5
    first, second = part(1), part(2, width=9, into=4)
    expected = []
    for row, own in zip(rows, tuned, strict=True):
        joined = np.concatenate([embedded(row, first), 0.7 * embedded(own, second)])
        expected.append(joined / np.sqrt(1 + 0.7**2))
    projection = Projection(first, second, 0.7)
    found = projection.apply(rows, tuned)
    assert found.dtype == np.float32
    assert found.shape == (5, projection.dimensions) == (5, 10)
    assert found == pytest.approx(np.array(expected), abs=1e-5)


def test_near_a_prototype_the_learned_part_weighs_more():
    rows, first, second = features(6), part(1), part(2)
    learned = [embedded(row, second) for row in rows]
    prototypes = Prototypes(np.stack(learned[:2]).astype(np.float32), 3.0, 0.6, 0.2)
    expected = []
    for row, own in zip(rows, learned, strict=True):
        likeness = max(float(own @ prototype) for prototype in learned[:2])
        weight = 0.7 + (3.0 - 0.7) / (1 + np.exp(-(likeness - 0.6) / 0.2))
        expected.append(
            np.concatenate([embedded(row, first), weight * own]) / np.sqrt(1 + weight**2)
        )
    found = Projection(first, second, 0.7, prototypes).apply(rows)
    assert found == pytest.approx(np.array(expected), abs=1e-5)
    assert not np.allclose(found, Projection(first, second, 0.7).apply(rows), atol=0.01)


def test_the_learned_part_reads_the_same_features_where_nothing_was_tuned():
    rows = features(4)
    projection = Projection(part(1), part(2), 1.0)
    assert (projection.apply(rows) == projection.apply(rows, rows)).all()


def test_without_weight_the_learned_part_changes_no_distance():
    rows = features(6)
    plain = Projection(part(1)).apply(rows)
    none = Projection(part(1), part(2), 0.0).apply(rows)
    assert none @ none.T == pytest.approx(plain @ plain.T, abs=1e-6)


def test_roots_keep_their_sign_and_rows_of_nothing_stay_nothing():
    assert root(np.array([-4, 0, 9], np.float32)).tolist() == [-2, 0, 3]
    rows = unit(np.array([[3, 4], [0, 0]], np.float32))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]


def test_no_images_give_no_embeddings():
    assert Projection(part(1), part(2)).apply(features(0)).shape == (0, 12)


@pytest.mark.parametrize("width", [20, 300])
def test_components_are_those_of_a_singular_value_decomposition(width: int):
    rows = features(100, width)
    found = fit_components(rows, 5)
    centred = np.sqrt(rows.astype(float)) - np.sqrt(rows.astype(float)).mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    assert found.mean == pytest.approx(np.sqrt(rows).mean(0), abs=1e-5)
    assert found.matrix.shape == (width, 5)
    for own, reference in zip(found.matrix.T, directions[:5], strict=True):
        assert abs(own @ reference) == pytest.approx(1, abs=1e-4)
        assert own[np.abs(own).argmax()] > 0


def test_there_are_no_more_components_than_the_images_can_tell():
    assert fit_components(features(70, 300)).matrix.shape == (300, 69)
    assert fit_components(features(400, 300)).matrix.shape == (300, 256)


@pytest.mark.parametrize("count", [0, 1, 2, 5, 63])
def test_few_images_are_taken_as_they_are(count: int):
    rows = features(count)
    found = fit_components(rows)
    assert (found.mean == 0).all()
    assert found.apply(rows) == pytest.approx(unit(np.sqrt(rows)), abs=1e-6)


def test_images_that_are_there_twice_add_no_directions():
    found = fit_components(np.repeat(features(40, 300), 2, axis=0))
    assert found.matrix.shape == (300, 39)
    assert found.matrix.T @ found.matrix == pytest.approx(np.eye(39), abs=1e-4)


def test_equal_images_have_components_without_numbers_that_are_none():
    found = fit_components(np.repeat(features(1), 80, axis=0))
    assert np.isfinite(found.matrix).all()
    assert np.isfinite(found.apply(features(3, seed=9))).all()


def test_kept_components_come_back_and_damaged_ones_do_not(tmp_path: Path):
    file = tmp_path / "components.npz"
    assert load_components(file, 20) is None
    made = fit_components(features(100), 5)
    save_components(file, made, 100)
    loaded = load_components(file, 20)
    assert loaded is not None
    assert (loaded[0].mean == made.mean).all()
    assert (loaded[0].matrix == made.matrix).all()
    assert loaded[1] == 100
    data = file.read_bytes()
    for damaged in (
        b"",
        data[: len(data) // 2],
        data[:200] + bytes(50) + data[250:],
        b"PK\x03\x04",
    ):
        file.write_bytes(damaged)
        assert load_components(file, 20) is None


def scatter(rows: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """The mean over images of the mean over their pairs of (a - b)(a - b)^T / 2."""
    total, asked = np.zeros((rows.shape[1],) * 2), 0
    for one in range(len(rows)):
        others = np.flatnonzero(pairs[one])
        if len(others):
            asked += 1
            for other in others:
                apart = rows[one] - rows[other]
                total += np.outer(apart, apart) / 2 / len(others)
    return total / asked


def test_discriminants_solve_the_criterion_of_fisher():
    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 4, 40)
    rows = rng.normal(size=(40, 7)) + 2 * rng.normal(size=(4, 7))[kinds]
    same = kinds[:, np.newaxis] == kinds
    positive, negative = same & ~np.eye(40, dtype=bool), ~same
    within = scatter(rows, positive)
    shrunk = 0.4 * within + 0.6 * np.trace(within) / 7 * np.eye(7)
    values, vectors = scipy.linalg.eigh(scatter(rows, negative), shrunk)
    expected = (vectors * np.maximum(values - 1, 0)) @ vectors.T
    found = discriminants(rows.astype(np.float32), positive, negative)
    assert found @ found.T == pytest.approx(expected, abs=1e-3 * np.abs(expected).max())


def test_discriminants_draw_the_alike_together_and_the_others_apart():
    rng = np.random.default_rng(1)
    kinds = np.repeat(np.arange(3), 6)
    rows = 3 * rng.normal(size=(18, 30))
    rows[:, 0] = 4 * kinds + 0.1 * rng.normal(size=18)
    same = kinds[:, np.newaxis] == kinds
    matrix = discriminants(rows.astype(np.float32), same & ~np.eye(18, dtype=bool), ~same)

    def ratio(points: np.ndarray) -> float:
        apart = np.linalg.norm(points[:, np.newaxis] - points, axis=2)
        return float(apart[~same].mean() / apart[same].mean())

    assert ratio(rows @ matrix) > 1.5 * ratio(rows)


@pytest.mark.parametrize("lacking", ["positives", "both", "spread"])
def test_discriminants_of_too_little_are_finite(lacking: str):
    rows = np.zeros((4, 5), np.float32) if lacking == "spread" else features(4, 5)
    some, none = ~np.eye(4, dtype=bool), np.zeros((4, 4), bool)
    negative = none if lacking == "both" else some
    positive = some if lacking == "spread" else none
    assert np.isfinite(discriminants(rows, positive, negative)).all()


def test_the_scores_of_earlier_versions_are_joined_behind():
    rng = np.random.default_rng(2)
    rows, by = features(5), part(1)
    landmarks = unit(rng.normal(size=(4, 6)))
    coefficients = rng.normal(size=(4, 2)).astype(np.float32)
    first = by.apply(rows)
    scores = np.exp(1.5 * (first @ landmarks.T - 1)) @ coefficients
    found = Projection(by, by, 0.5, scores=Scores(landmarks, coefficients, 1.5)).apply(rows)
    assert found == pytest.approx(unit(np.hstack([first, 0.5 * first, scores])), abs=1e-6)
