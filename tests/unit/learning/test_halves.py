"""A network cut in two gives what the whole network gives, and learns as it would."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from archive_gui.errors import Cancelled
from archive_gui.learning.augmentation import Pixels
from archive_gui.learning.backbones import build_keras
from archive_gui.learning.halves import halves
from archive_gui.learning.lite import obtain_first_half
from archive_gui.learning.settings import DEFAULT_BACKBONE, Depth
from archive_gui.progress import Progress


@pytest.fixture(scope="module")
def pictures() -> Pixels:
    return np.random.default_rng(0).integers(0, 256, (3, 224, 224, 3), np.uint8)


@pytest.mark.parametrize("depth", [Depth.TOP, Depth.FULL])
def test_the_halves_give_what_the_whole_gives(pictures: Pixels, depth: Depth):
    whole = build_keras(DEFAULT_BACKBONE)(pictures.astype(np.float32)).numpy()
    network = halves(build_keras(DEFAULT_BACKBONE), DEFAULT_BACKBONE, depth, Progress())
    entered = network.enter(pictures, Progress())
    cut = network.rest(tf.constant(entered, tf.float32)).numpy()
    assert np.abs(cut - whole).max() < 1e-4 * np.abs(whole).max()


def test_products_of_matrices_have_the_gradients_of_convolutions(pictures: Pixels):
    network = halves(build_keras(DEFAULT_BACKBONE), DEFAULT_BACKBONE, Depth.TOP, Progress())
    convolution = network.rest.get_layer("conv_head")
    entered = np.random.default_rng(1).normal(size=(2, *convolution.input.shape[1:]))

    def gradients(act):  # type: ignore[no-untyped-def]
        seen = tf.constant(entered, tf.float32)
        with tf.GradientTape() as tape:
            tape.watch(seen)
            total = tf.reduce_sum(tf.sin(act(seen)))
        return tape.gradient(total, [seen, convolution.kernel.value])

    multiplied = gradients(convolution)
    convolved = gradients(lambda seen: tf.nn.conv2d(seen, convolution.kernel.value, 1, "SAME"))
    for one, other in zip(multiplied, convolved, strict=True):
        assert np.abs(one - other).max() < 1e-4 * np.abs(other).max()


def test_what_is_written_are_the_layers_that_everybody_knows(pictures: Pixels):
    trunk = build_keras(DEFAULT_BACKBONE)
    before = trunk.to_json()
    halves(trunk, DEFAULT_BACKBONE, Depth.TOP, Progress())
    assert trunk.to_json() == before
    again = keras.models.model_from_json(before)
    again.set_weights(trunk.get_weights())
    shown = pictures.astype(np.float32)
    assert np.allclose(again(shown), trunk(shown), rtol=1e-4, atol=1e-4)


def test_many_pictures_enter_as_one_does(pictures: Pixels):
    first = obtain_first_half(DEFAULT_BACKBONE)
    together = first.features_of(pictures, Progress())
    assert np.array_equal(together, np.stack([first.features(each) for each in pictures]))
    assert first.features_of(pictures[:0], Progress()).shape == (0, *together.shape[1:])
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        first.features_of(pictures, stopped)
