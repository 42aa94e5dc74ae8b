"""A tuned network sees the middle of a picture, in the program as in the file that it leaves."""

import keras
import numpy as np
import pytest

from archive_gui.learning.backbones import build_keras
from archive_gui.learning.lite import LiteModel
from archive_gui.learning.lite_export import convert
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.learning.zooming import middles, zoomed


def test_the_middle_is_enlarged_and_the_edge_left_out():
    pictures = np.full((2, 224, 224, 3), 255, np.uint8)
    pictures[:, 16:208, 16:208] = 90
    pictures[:, 96:128, 96:128] = 10
    seen = middles(pictures)
    assert (seen.shape, seen.dtype) == (pictures.shape, np.uint8)
    assert seen.max() == 90
    dark = (seen[0, :, :, 0] < 50).sum()
    assert dark == pytest.approx(32**2 * (224 / 192) ** 2, rel=0.05)
    assert np.array_equal(seen[0], seen[1])


@pytest.mark.parametrize("count", [0, 1, 130])
def test_any_number_of_pictures_has_middles(count: int):
    assert middles(np.zeros((count, 32, 32, 3), np.uint8)).shape == (count, 32, 32, 3)


def test_a_zoomed_network_says_of_a_picture_what_the_network_says_of_its_middle(tmp_path):
    drawn = np.random.default_rng(0).integers(0, 256, (2, 28, 28, 3), np.uint8)
    pictures = drawn.repeat(8, 1).repeat(8, 2)
    trunk = build_keras(DEFAULT_BACKBONE)
    network = zoomed(trunk)
    said = np.asarray(network(pictures.astype(np.float32)))
    wanted = np.asarray(trunk(middles(pictures).astype(np.float32)))
    # What lies between two values is rounded in pictures.
    assert np.abs(said - wanted).max() < 0.01 * wanted.max()
    assert np.abs(said - np.asarray(trunk(pictures.astype(np.float32)))).max() > 0.1 * wanted.max()
    convert(network, tmp_path / "zoomed.tflite")
    lite = LiteModel(tmp_path / "zoomed.tflite")
    for picture, features in zip(pictures, said, strict=True):
        assert np.allclose(lite.features(picture), features, rtol=1e-3, atol=1e-3)
    network.save(tmp_path / "zoomed.keras")
    again = keras.models.load_model(tmp_path / "zoomed.keras")
    assert np.allclose(again(pictures.astype(np.float32)), said, atol=1e-5)
