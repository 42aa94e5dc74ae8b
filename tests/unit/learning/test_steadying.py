import numpy as np
import pytest
import scipy.linalg

from archive_gui.learning.projection import Array, LinearPart, unit
from archive_gui.learning.steadying import steadied, steadying

WIDTH = 10


def kinds(spread: float, count: int = 60, each: int = 4) -> tuple[Array, Array]:
    """Images of many kinds, which differ within a kind in the last directions most of all."""
    rng = np.random.default_rng(0)
    middles = np.repeat(rng.normal(size=(count, WIDTH)), each, axis=0)
    within = rng.normal(0, 0.2, middles.shape)
    within[:, WIDTH // 2 :] *= spread
    return unit(middles + within), np.repeat(np.arange(count), each)


def test_it_is_the_inverse_root_of_how_neighbours_differ():
    rows, _ = kinds(2)
    found = steadying(rows, rows, rows, rows)
    scatter = np.zeros((WIDTH, WIDTH))
    for place, row in enumerate(rows):
        others = [other for number, other in enumerate(rows) if number != place]
        nearest = max(others, key=lambda other: float(row @ other))
        scatter += np.outer(row - nearest, row - nearest)
    wanted = np.eye(WIDTH) + 0.3 * WIDTH * scatter / np.trace(scatter)
    assert found == pytest.approx(scipy.linalg.inv(scipy.linalg.sqrtm(wanted)), abs=1e-5)


def test_images_of_a_kind_find_each_other_more_often_and_are_nearer():
    rows, kind = kinds(5)
    part = LinearPart(np.zeros(WIDTH, np.float32), np.eye(WIDTH, dtype=np.float32))
    before, after = np.square(rows) * np.sign(rows), steadied(part, rows, rows)

    def found(embeddings: Array) -> float:
        nearest = (embeddings @ embeddings.T - 3 * np.eye(len(rows))).argmax(1)
        return float((kind[nearest] == kind).mean())

    assert found(after.apply(before)) > found(part.apply(before)) + 0.02
    assert after.mean is part.mean


def test_neighbours_are_looked_for_among_all_images_not_only_those_that_ask():
    rows, _ = kinds(5)
    all_of_them = steadying(rows, rows, rows, rows)
    some = steadying(rows[::2], rows[::2], rows, rows)
    among_themselves = steadying(rows[::2], rows[::2], rows[::2], rows[::2])
    assert np.abs(some - all_of_them).max() < np.abs(among_themselves - all_of_them).max()


def test_copies_and_damaged_rows_are_nobodys_neighbours():
    rows, _ = kinds(2)
    expected = steadying(rows, rows, rows, rows)
    damaged = np.full((3, WIDTH), np.nan, np.float32)
    more = np.concatenate([rows, rows, damaged])
    assert steadying(more, more, more, more) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_few_images_say_nothing(count: int):
    rows = kinds(2)[0][:count]
    assert (steadying(rows, rows, rows, rows) == np.eye(WIDTH)).all()


def test_equal_images_say_nothing():
    rows = np.repeat(unit(np.ones((1, WIDTH))), 100, axis=0)
    assert (steadying(rows, rows, rows, rows) == np.eye(WIDTH)).all()
