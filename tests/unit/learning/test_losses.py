from itertools import product

import numpy as np
import pytest
import tensorflow as tf

from archive_gui.learning.distances import pairwise
from archive_gui.learning.losses import loss_of
from archive_gui.learning.objective import mined_loss
from archive_gui.learning.settings import Distance, Loss, Miner, TrainingSettings

MARGIN = 0.3


def distance_reference(a: np.ndarray, b: np.ndarray, distance: Distance) -> float:
    match distance:
        case Distance.SQUARED:
            return float(((a - b) ** 2).sum())
        case Distance.EUCLIDEAN:
            return float(np.sqrt(((a - b) ** 2).sum()))
        case Distance.COSINE:
            return float(1 - a @ b / np.sqrt((a @ a) * (b @ b)))


def loss_reference(loss: Loss, to_positive: float, to_negative: float) -> float:
    match loss:
        case Loss.TRIPLET:
            return max(0.0, to_positive - to_negative + MARGIN)
        case Loss.SOFT_MARGIN:
            return float(np.log(1 + np.exp(to_positive - to_negative)))
        case Loss.CONTRASTIVE:
            return to_positive**2 / 2 + max(0.0, MARGIN - to_negative) ** 2 / 2


@pytest.mark.parametrize("distance", Distance)
@pytest.mark.parametrize("scale", [1.0, 20.0])
def test_distances_are_those_of_the_reference(distance: Distance, scale: float):
    rows = scale * np.random.default_rng(3).normal(size=(9, 6))
    given = tf.constant(rows, tf.float32)
    found = pairwise(given[:4], given, distance).numpy()
    expected = np.array([[distance_reference(a, b, distance) for b in rows] for a in rows[:4]])
    np.fill_diagonal(found, 0)
    np.fill_diagonal(expected, 0)
    assert found == pytest.approx(expected, rel=1e-4, abs=1e-4)


@pytest.mark.parametrize("distance", Distance)
def test_distances_of_equal_images_are_no_less_than_nothing(distance: Distance):
    rows = np.repeat(np.random.default_rng(4).normal(size=(1, 300)), 5, axis=0)
    given = tf.constant(rows, tf.float32)
    found = pairwise(given, given, distance).numpy()
    assert found == pytest.approx(
        np.zeros((5, 5)), abs=2e-2 if distance.value != "cosine" else 1e-5
    )
    if distance is not Distance.COSINE:
        assert (found >= 0).all()


@pytest.mark.parametrize("loss", Loss)
def test_losses_are_the_mean_of_the_reference(loss: Loss):
    rng = np.random.default_rng(5)
    to_positive, to_negative = rng.uniform(0, 1, 50), rng.uniform(0, 1, 50)
    each = [loss_reference(loss, p, n) for p, n in zip(to_positive, to_negative, strict=True)]
    given = (tf.constant(to_positive, tf.float32), tf.constant(to_negative, tf.float32))
    found = loss_of(loss, *given, tf.constant(MARGIN, tf.float32))
    assert float(found) == pytest.approx(np.mean(each), abs=1e-6)


def test_the_soft_margin_bears_distances_far_apart():
    found = loss_of(
        Loss.SOFT_MARGIN, tf.constant([1e4, 0.0]), tf.constant([0.0, 1e4]), tf.constant(0.0)
    )
    assert float(found) == pytest.approx(5e3)


def step(rows: np.ndarray, loss: Loss, distance: Distance, miner: Miner, positive, negative):
    settings = TrainingSettings(loss=loss, distance=distance, miner=miner)
    embeddings = tf.Variable(rows.astype(np.float32))
    with tf.GradientTape() as tape:
        masks = tf.constant(positive), tf.constant(negative)
        value = mined_loss(settings, embeddings, *masks, tf.constant(MARGIN))
    return float(value), tape.gradient(value, embeddings).numpy()


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("distance", Distance)
@pytest.mark.parametrize("anchors", [1, 10])
def test_hard_mined_losses_are_those_of_the_definition(loss: Loss, distance: Distance, anchors):
    """With few anchors as with a batch against itself: farthest positive, nearest negative."""
    rng = np.random.default_rng(8)
    kinds = np.repeat([0, 1], 5)
    alike = kinds[:, np.newaxis] == kinds
    rows = rng.normal(size=(10, 4))
    apart = np.array([[distance_reference(a, b, distance) for b in rows] for a in rows])
    positive = (alike & ~np.eye(10, dtype=bool))[:anchors]
    negative = ~alike[:anchors]
    each = [
        loss_reference(loss, apart[a][positive[a]].max(), apart[a][negative[a]].min())
        for a in range(anchors)
    ]
    value, gradient = step(rows, loss, distance, Miner.HARD, positive, negative)
    assert value == pytest.approx(np.mean(each), rel=1e-4, abs=1e-5)
    # Others than anchors are pulled and pushed too.
    assert gradient[anchors:].any() or anchors == 10


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("distance", Distance)
@pytest.mark.parametrize("miner", Miner)
@pytest.mark.parametrize("same", ["equal", "all zero"])
def test_gradients_are_finite_for_equal_points(loss, distance, miner, same: str):
    kinds = np.array([0, 0, 0, 1, 1, 1])
    alike = kinds[:, np.newaxis] == kinds
    rows = np.full((6, 4), 0.0 if same == "all zero" else 0.5)
    value, gradient = step(rows, loss, distance, miner, alike & ~np.eye(6, dtype=bool), ~alike)
    assert np.isfinite(value)
    assert np.isfinite(gradient).all()


@pytest.mark.parametrize(("loss", "distance", "miner"), [*product(Loss, Distance, Miner)])
def test_without_triplets_loss_and_gradients_are_nothing(loss, distance, miner):
    none = np.zeros((5, 5), bool)
    for rows in (np.random.default_rng(6).normal(size=(5, 4)), np.ones((5, 4))):
        value, gradient = step(rows, loss, distance, miner, none, none)
        assert value == 0
        assert (gradient == 0).all()


@pytest.mark.parametrize("distance", Distance)
def test_a_step_against_the_gradient_makes_the_loss_smaller(distance: Distance):
    rng = np.random.default_rng(7)
    kinds = rng.integers(0, 3, 12)
    alike = kinds[:, np.newaxis] == kinds
    masks = alike & ~np.eye(12, dtype=bool), ~alike
    rows = rng.normal(size=(12, 5))
    before, gradient = step(rows, Loss.TRIPLET, distance, Miner.HARD, *masks)
    after, _ = step(rows - 1e-2 * gradient, Loss.TRIPLET, distance, Miner.HARD, *masks)
    assert after < before
