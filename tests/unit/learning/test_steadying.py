import numpy as np
import pytest
import scipy.linalg

from archive_gui.learning.projection import Array, LinearPart, unit
from archive_gui.learning.steadying import neighbour_differences, steadied, steadying
from archive_gui.learning.untrained import fit_components

WIDTH = 10


def kinds(spread: float, count: int = 60, each: int = 4) -> tuple[Array, Array]:
    """Images of many kinds, which differ within a kind in the last directions most of all."""
    rng = np.random.default_rng(0)
    middles = np.repeat(rng.normal(size=(count, WIDTH)), each, axis=0)
    within = rng.normal(0, 0.2, middles.shape)
    within[:, WIDTH // 2 :] *= spread
    return unit(middles + within), np.repeat(np.arange(count), each)


def as_it_is() -> LinearPart:
    return LinearPart(np.zeros(WIDTH, np.float32), np.eye(WIDTH, dtype=np.float32))


def features_of(rows: Array) -> Array:
    """What has these rows for roots."""
    return np.square(rows) * np.sign(rows)


def of_each(rows: Array, by: Array) -> Array:
    return neighbour_differences(rows, by, np.arange(len(rows)))


def test_it_is_the_inverse_root_of_how_neighbours_differ():
    rows, _ = kinds(2)
    scatter = np.zeros((WIDTH, WIDTH))
    for place, row in enumerate(rows):
        others = [other for number, other in enumerate(rows) if number != place]
        nearest = max(others, key=lambda other: float(row @ other))
        scatter += np.outer(row - nearest, row - nearest)
    wanted = scipy.linalg.inv(
        scipy.linalg.sqrtm(np.eye(WIDTH) + 0.3 * WIDTH * scatter / np.trace(scatter))
    )
    assert steadying(of_each(rows, rows)) == pytest.approx(wanted, abs=1e-5)
    part = steadied(as_it_is(), features_of(rows), iter([features_of(rows)]))
    assert part.matrix == pytest.approx(wanted, abs=1e-5)


def test_images_of_a_kind_find_each_other_more_often():
    rows, kind = kinds(5)
    features = features_of(rows)
    after = steadied(as_it_is(), features, [features])

    def found(part: LinearPart) -> float:
        embeddings = part.apply(features)
        nearest = (embeddings @ embeddings.T - 3 * np.eye(len(rows))).argmax(1)
        return float((kind[nearest] == kind).mean())

    assert found(after) > found(as_it_is()) + 0.02


def test_neighbours_are_looked_for_in_the_whole_archive_however_it_comes():
    features = features_of(kinds(5)[0])
    asking = features[::2]
    whole = steadied(as_it_is(), asking, [features]).matrix
    in_blocks = steadied(as_it_is(), asking, iter([features[:7], features[7:100], features[100:]]))
    assert in_blocks.matrix == pytest.approx(whole, abs=1e-6)
    assert np.abs(steadied(as_it_is(), asking, [asking]).matrix - whole).max() > 0.01


def test_neighbours_are_those_by_another_part_where_one_is_given():
    rows, _ = kinds(5)
    by = rows[np.random.default_rng(1).permutation(len(rows))]
    likeness = by @ by.T - 3 * np.eye(len(by))
    expected = rows - rows[likeness.argmax(1)]
    assert of_each(rows, by) == pytest.approx(expected)
    some = np.array([3, 200])
    assert neighbour_differences(rows, by, some) == pytest.approx(expected[some])


def test_copies_and_damaged_rows_are_nobodys_neighbours():
    rows, _ = kinds(2)
    more = np.concatenate([rows, rows, np.full((3, WIDTH), np.nan, np.float32)])
    expected = steadying(of_each(rows, rows))
    assert steadying(of_each(more, more)) == pytest.approx(expected, abs=1e-6)
    features = features_of(more)
    part = steadied(as_it_is(), features, [features[:300], features[300:]])
    assert part.matrix == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_few_images_say_nothing(count: int):
    rows = kinds(2)[0][:count]
    features = features_of(rows)
    archive = [features] if count else []
    assert (steadied(as_it_is(), features, archive).matrix == np.eye(WIDTH)).all()
    if count:
        assert (steadying(of_each(rows, rows)) == np.eye(WIDTH)).all()


@pytest.mark.parametrize("value", [0, 1])
def test_equal_images_say_nothing(value: float):
    features = np.full((100, WIDTH), value, np.float32)
    for part in (as_it_is(), fit_components(features)):
        found = steadied(part, features, [features])
        assert found.matrix == pytest.approx(part.matrix)
    rows = unit(features)
    assert (steadying(of_each(rows, rows)) == np.eye(WIDTH)).all()
