"""Every network of Keras by the path that a person's own weights file takes, and how it is tuned.

The files are made here, under the names that Keras would give what it downloads, and hold random
weights of a usual size.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import h5py
import keras
import numpy as np
import pytest
from keras.src.legacy.saving import legacy_h5_format

from archive_gui.learning.backbones import (
    BACKBONES,
    Backbone,
    backbone,
    build_keras,
    weights_file,
    weights_folder,
)
from archive_gui.learning.halves import halves
from archive_gui.learning.lite import LiteModel
from archive_gui.learning.lite_export import convert
from archive_gui.learning.settings import DEFAULT_BACKBONE, Depth
from archive_gui.learning.tunables import tunables
from archive_gui.progress import Progress

# Where keras.applications keeps `preprocess_input` of each network.
MODULES = {
    "vgg16": keras.applications.vgg16,
    "resnet50": keras.applications.resnet50,
    "inception-v3": keras.applications.inception_v3,
    "mobilenet-v3-large": keras.applications.mobilenet_v3,
    "efficientnet-v2-b0": keras.applications.efficientnet_v2,
    "convnext-tiny": keras.applications.convnext,
}
# Those with layers that the others have not; each prepared network is compared when it is made.
EXPORTED = {"mobilenet-v3-large", "convnext-tiny"}


def plain_network(found: Backbone) -> Any:
    """The network as Keras makes it, with random weights that keep numbers at a usual size."""
    network = getattr(keras.applications, found.application)(
        include_top=False,
        weights=None,
        input_shape=(found.side, found.side, 3),
        pooling="avg",
    )
    rng = np.random.default_rng(1)
    for variable in network.weights:
        if len(variable.shape) in (2, 4):
            # Behind a depthwise kernel each number comes from one channel.
            one_channel = variable.shape[-1] == 1
            inputs = np.prod(variable.shape[:2] if one_channel else variable.shape[:-1])
            values = rng.normal(0, np.sqrt(2 / inputs), variable.shape)
            variable.assign(values.astype(np.float32))
    return network


def test_every_network_of_keras_is_looked_at():
    assert set(MODULES) == set(BACKBONES) - {DEFAULT_BACKBONE}


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    yield
    keras.backend.clear_session()


@pytest.mark.parametrize("name", MODULES)
def test_weights_of_a_file_make_the_network_of_keras_with_its_own_preprocessing(
    name: str, tmp_path: Path
):
    found = backbone(name)
    plain = plain_network(found)
    weights_folder().mkdir(parents=True)
    file = weights_folder() / found.weights_name
    with h5py.File(file, "w") as opened:
        legacy_h5_format.save_weights_to_hdf5_group(opened, plain)
    assert weights_file(name) == file
    built = build_keras(name)
    assert built.output_shape == (None, found.feature_size)
    pixels = np.random.default_rng(0).integers(0, 256, (2, found.side, found.side, 3))
    given = pixels.astype(np.float32)
    expected = np.asarray(plain(MODULES[name].preprocess_input(given.copy()), training=False))
    size = float(np.abs(expected).max())
    assert size > 1e-3
    assert np.asarray(built(given, training=False)) == pytest.approx(expected, abs=1e-4 * size)
    check_freezing(built, name)
    if name in EXPORTED:
        convert(built, tmp_path / "network.tflite")
        lite = LiteModel(tmp_path / "network.tflite")
        for picture, features in zip(pixels, expected, strict=True):
            assert lite.features(picture.astype(np.uint8)) == pytest.approx(
                features, abs=1e-4 * size
            )


def test_the_bundled_network_is_frozen_as_the_others_are():
    check_freezing(build_keras(DEFAULT_BACKBONE), DEFAULT_BACKBONE)


def check_freezing(network: Any, name: str) -> None:
    """Depth `top` frees the end of the network, `full` all but what is never freed."""
    flat = list(layers_of(network))
    statistics = {
        id(variable)
        for layer in flat
        if isinstance(layer, keras.layers.BatchNormalization)
        for variable in (layer.gamma, layer.moving_mean, layer.moving_variance)
    }
    numbers = {}
    for depth in (Depth.TOP, Depth.FULL):
        free = tunables(network, name, depth)
        assert not statistics & {id(each.variable) for each in free}
        assert not [each for each in free if "preprocess" in each.variable.path]
        assert all(np.broadcast_shapes(e.scale.shape, e.variable.shape) for e in free)
        numbers[depth] = sum(int(np.prod(each.variable.shape)) for each in free)
    assert 0.4 < numbers[Depth.TOP] / numbers[Depth.FULL] < 0.95
    assert numbers[Depth.FULL] > 0.9 * sum(int(np.prod(v.shape)) for v in network.weights)


def layers_of(model: Any) -> Iterator[Any]:
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from layers_of(layer)
        else:
            yield layer


def test_a_step_has_the_same_effect_in_a_kernel_and_behind_its_normalisation():
    """A kernel's scale is the gain of the normalisation that follows it, channel by channel."""
    network = build_keras(DEFAULT_BACKBONE)
    layer, normalisation = network.get_layer("conv_head"), network.get_layer("bn1")
    (found,) = [
        each
        for each in tunables(network, DEFAULT_BACKBONE, Depth.TOP)
        if each.variable is layer.kernel
    ]
    entered = np.random.default_rng(0).normal(size=(2, 7, 7, 320)).astype(np.float32)
    before = normalisation(layer(entered), training=False).numpy()
    layer.kernel.assign_add(0.01 / found.scale * np.ones(layer.kernel.shape, np.float32))
    after = normalisation(layer(entered), training=False).numpy()
    sign = np.sign(normalisation.gamma.numpy())
    step = 0.01 * entered.sum(-1, keepdims=True) * sign
    assert after - before == pytest.approx(step, abs=1e-4)


def test_the_bundled_network_is_cut_before_what_learns_and_its_halves_make_the_whole():
    network = build_keras(DEFAULT_BACKBONE)
    pictures = np.random.default_rng(0).integers(0, 256, (3, 224, 224, 3)).astype(np.uint8)
    whole = network(pictures.astype(np.float32), training=False).numpy()
    for depth, cut in ((Depth.TOP, True), (Depth.FULL, False)):
        both = halves(network, DEFAULT_BACKBONE, depth, Progress())
        assert (both.rest is network) is not cut
        entered = both.enter(pictures, Progress())
        assert np.asarray(both.rest(entered, training=False)) == pytest.approx(whole, abs=1e-3)
