import os
import urllib.request
from pathlib import Path
from typing import Any

import h5py
import keras
import numpy as np
import pytest
import skimage.data
from keras.src.legacy.saving import legacy_h5_format
from PIL import Image

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning.backbones import (
    BACKBONES,
    _preprocessed,
    backbone,
    build_keras,
    file_digest,
    network_input,
    weights_file,
    weights_folder,
)
from archive_gui.learning.efficientnet_lite import weights_file as bundled_weights
from archive_gui.learning.lite import LiteModel, obtain_lite
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.learning.torch_weights import load_torch_weights
from archive_gui.places import cache_folder
from archive_gui.progress import Progress

# What ImageNet calls what is in these pictures: Egyptian cat, espresso, tripod.
CLASSES = {"chelsea": 285, "coffee": 967, "camera": 872}
SMALLEST = "mobilenet-v3-large"


def seen(name: str, side: int = 224) -> np.ndarray:
    """A sample picture of scikit-image as a network of this side sees it."""
    picture = Image.fromarray(getattr(skimage.data, name)()).convert("RGB")
    return network_input(picture, side)


@pytest.fixture(scope="module")
def trunk() -> Any:
    return build_keras(DEFAULT_BACKBONE)


@pytest.fixture(scope="module")
def features(trunk: Any) -> dict[str, np.ndarray]:
    names = [*CLASSES, "astronaut", "rocket", "text"]
    pixels = np.stack([seen(name) for name in names]).astype(np.float32)
    return dict(zip(names, trunk.predict(pixels, verbose=0), strict=True))


@pytest.mark.parametrize("name", CLASSES)
def test_the_bundled_network_knows_what_is_in_a_picture(name: str, features):
    weights = load_torch_weights(bundled_weights())
    logits = weights["_fc.weight"] @ features[name] + weights["_fc.bias"]
    chances = np.exp(logits - logits.max())
    assert chances.argmax() == CLASSES[name]
    assert chances.max() / chances.sum() > 0.6


def test_litert_gives_the_features_of_keras(features):
    lite = obtain_lite(DEFAULT_BACKBONE)
    assert lite.side == backbone(DEFAULT_BACKBONE).side
    for name, expected in features.items():
        assert lite.features(seen(name)) == pytest.approx(expected, abs=1e-3), name


def test_a_network_is_prepared_once(monkeypatch: pytest.MonkeyPatch):
    obtain_lite(DEFAULT_BACKBONE)
    file = next(cache_folder().glob(f"{DEFAULT_BACKBONE}-*.tflite"))
    assert file_digest(bundled_weights())[:16] in file.name
    before = file.stat().st_mtime_ns
    obtain_lite(DEFAULT_BACKBONE)
    assert file.stat().st_mtime_ns == before
    assert not list(cache_folder().glob("*.part*"))


@pytest.mark.parametrize("name", [n for n, b in BACKBONES.items() if b.preprocessing == "caffe"])
def test_blue_green_red_networks_get_their_pixels_as_keras_prepares_them(name: str):
    module = {"vgg16": keras.applications.vgg16, "resnet50": keras.applications.resnet50}[name]
    assert preprocessed(name) == pytest.approx(module.preprocess_input(pixels()), abs=1e-3)


def test_inception_gets_its_pixels_as_keras_prepares_them():
    expected = keras.applications.inception_v3.preprocess_input(pixels())
    assert preprocessed("inception-v3") == pytest.approx(expected, abs=1e-5)


def pixels() -> np.ndarray:
    return np.random.default_rng(0).uniform(0, 255, (2, 9, 7, 3)).astype(np.float32)


def preprocessed(name: str) -> np.ndarray:
    entry = keras.Input((9, 7, 3))
    model = keras.Model(entry, _preprocessed(entry, backbone(name)))
    return np.asarray(model(pixels()))


def test_every_backbone_is_what_the_registry_says_of_it():
    for name, found in BACKBONES.items():
        assert found.name == name
        if found.application:
            build = getattr(keras.applications, found.application)
            shape = (found.side, found.side, 3)
            model = build(include_top=False, weights=None, input_shape=shape, pooling="avg")
            assert model.output_shape == (None, found.feature_size), name
            keras.backend.clear_session()


def test_an_unknown_backbone_is_told_with_the_known_ones():
    with pytest.raises(ArchiveError, match=r"efficientnet-lite0.*convnext-tiny"):
        backbone("alexnet")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network in which nothing answers."""
    for variable in ("http_proxy", "https_proxy", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9")
    # Python reads the variables once.
    monkeypatch.setattr(urllib.request, "_opener", None)


def test_weights_that_cannot_be_downloaded_are_asked_for_by_file_and_folder(offline: None):
    with pytest.raises(ArchiveError) as told:
        build_keras(SMALLEST)
    assert backbone(SMALLEST).weights_name in str(told.value)
    assert str(weights_folder()) in str(told.value)
    with pytest.raises(ArchiveError) as told_by_export:
        obtain_lite(SMALLEST)
    assert str(told_by_export.value) == str(told.value)


def test_half_a_download_is_not_taken_for_the_weights(offline: None):
    half = Path(os.environ["KERAS_HOME"]) / "models" / backbone(SMALLEST).weights_name
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"half")
    try:
        assert weights_file(SMALLEST) == half
        with pytest.raises(ArchiveError, match="another computer"):
            build_keras(SMALLEST)
    finally:
        half.unlink(missing_ok=True)


@pytest.fixture
def weights_by_hand() -> Path:
    """Where the user puts the weights of the smallest network of Keras."""
    weights_folder().mkdir(parents=True)
    return weights_folder() / backbone(SMALLEST).weights_name


def test_weights_put_into_the_folder_by_hand_are_used(weights_by_hand: Path):
    model = keras.applications.MobileNetV3Large(
        include_top=False, weights=None, input_shape=(224, 224, 3), pooling="avg"
    )
    with h5py.File(weights_by_hand, "w") as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, model)
    assert weights_file(SMALLEST) == weights_by_hand
    picture = seen("astronaut")[np.newaxis].astype(np.float32)
    built = build_keras(SMALLEST)
    assert np.asarray(built(picture)) == pytest.approx(np.asarray(model(picture)), abs=1e-4)


def test_weights_that_do_not_fit_are_told(weights_by_hand: Path):
    weights_by_hand.write_bytes(b"no weights")
    with pytest.raises(ArchiveError, match="does not fit"):
        build_keras(SMALLEST)


def test_the_digest_of_a_file_follows_its_content(tmp_path: Path):
    file = tmp_path / "weights"
    file.write_bytes(b"first")
    first = file_digest(file)
    file.write_bytes(b"second")
    assert file_digest(file) != first


@pytest.mark.parametrize("share", [0, 0.5])
def test_a_damaged_network_file_is_told(tmp_path: Path, share: float):
    obtain_lite(DEFAULT_BACKBONE)
    data = next(cache_folder().glob(f"{DEFAULT_BACKBONE}-*.tflite")).read_bytes()
    file = tmp_path / "network.tflite"
    file.write_bytes(data[: int(share * len(data))])
    with pytest.raises(ArchiveError, match="is damaged"):
        LiteModel(file)


def test_preparing_a_network_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ARCHIVE_GUI_CACHE", str(tmp_path / "cache"))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        obtain_lite(DEFAULT_BACKBONE, progress)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("ARCHIVE_GUI_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(ArchiveError, match="ARCHIVE_GUI_CACHE"):
        obtain_lite(DEFAULT_BACKBONE)
