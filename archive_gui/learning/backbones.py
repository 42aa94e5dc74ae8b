"""The networks that can be fine-tuned: a registry, their weights, and their input."""

import functools
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import platformdirs
from PIL import Image

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning import efficientnet_lite
from archive_gui.learning.downloads import downloading
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.progress import Progress
from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class Backbone:
    """A pre-trained network without its classifier.

    It takes RGB pictures of `side` x `side` pixels and gives `feature_size` averaged features.
    `top_after` is the last layer that training at depth `top` leaves as it is; behind it lies
    about the last half of the network's numbers. `application` is its class in
    `keras.applications` and `preprocessing` how that class wants its pixels; both are empty for
    the bundled network. `weights_name` is the file that Keras downloads.
    """

    name: str
    title: str
    side: int
    feature_size: int
    top_after: str
    application: str = ""
    preprocessing: str = ""
    weights_name: str = ""


_KERNELS = "weights_tf_dim_ordering_tf_kernels_notop.h5"
BACKBONES = {
    backbone.name: backbone
    for backbone in (
        Backbone(
            DEFAULT_BACKBONE,
            "EfficientNet-Lite0",
            efficientnet_lite.SIDE,
            efficientnet_lite.FEATURE_SIZE,
            "blocks_8_bn2",
        ),
        Backbone(
            "vgg16",
            "VGG16",
            224,
            512,
            "block4_pool",
            "VGG16",
            "caffe",
            f"vgg16_{_KERNELS}",
        ),
        Backbone(
            "resnet50",
            "ResNet50",
            224,
            2048,
            "conv4_block6_out",
            "ResNet50",
            "caffe",
            f"resnet50_{_KERNELS}",
        ),
        Backbone(
            "inception-v3",
            "Inception v3",
            299,
            2048,
            "mixed7",
            "InceptionV3",
            "tf",
            f"inception_v3_{_KERNELS}",
        ),
        Backbone(
            "mobilenet-v3-large",
            "MobileNet v3 large",
            224,
            960,
            "expanded_conv_11_add",
            "MobileNetV3Large",
            "inside",
            "weights_mobilenet_v3_large_224_1.0_float_no_top_v2.h5",
        ),
        Backbone(
            "efficientnet-v2-b0",
            "EfficientNet v2 B0",
            224,
            1280,
            "block6c_add",
            "EfficientNetV2B0",
            "inside",
            "efficientnetv2-b0_notop.h5",
        ),
        Backbone(
            "convnext-tiny",
            "ConvNeXt tiny",
            224,
            768,
            "convnext_tiny_stage_2_block_8_identity",
            "ConvNeXtTiny",
            "inside",
            "convnext_tiny_notop.h5",
        ),
    )
}

# What VGG and ResNet were trained with: blue, green, red, less ImageNet's mean of each.
_CAFFE_MEAN = (103.939, 116.779, 123.68)


def backbone(name: str) -> Backbone:
    """The backbone called `name`; ArchiveError names the known ones when there is none."""
    if name not in BACKBONES:
        raise ArchiveError(
            say(
                "There is no backbone called “{name}”; choose one of {names}.",
                name=name,
                names=", ".join(BACKBONES),
            )
        )
    return BACKBONES[name]


def weights_folder() -> Path:
    """Where weight files are looked for that were fetched by hand."""
    return platformdirs.user_data_path("archive-gui", appauthor=False) / "weights"


def _keras_folder() -> Path:
    """Where Keras puts what it downloads."""
    chosen = os.environ.get("KERAS_HOME")
    return (Path(chosen) if chosen else Path.home() / ".keras") / "models"


def weights_file(name: str) -> Path | None:
    """The file with the weights of a backbone, None when it was not downloaded yet."""
    found = backbone(name)
    if not found.application:
        return efficientnet_lite.weights_file()
    for folder in (weights_folder(), _keras_folder()):
        if (folder / found.weights_name).is_file():
            return folder / found.weights_name
    return None


def file_digest(file: Path) -> str:
    """The SHA-256 of a weights file in hexadecimal."""
    status = file.stat()
    return _digest(file, status.st_size, status.st_mtime_ns)


@functools.lru_cache(maxsize=16)
def _digest(file: Path, size: int, modified: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def build_keras(name: str, progress: Progress | None = None) -> Any:
    """The Keras model of a backbone with its ImageNet weights, preprocessing inside.

    Pixels 0 to 255 float32 (n, side, side, 3) -> averaged features (n, feature_size) float32.
    Weights that are not on this computer are downloaded by Keras, as `progress` tells. Raises
    ArchiveError when that fails or the weights file does not fit, and Cancelled.
    """
    found = backbone(name)
    if not found.application:
        return efficientnet_lite.build()
    import keras

    local = weights_file(name)
    if local is not None and local.parent == _keras_folder():
        # Keras compares its own files with their digests, and fetches half a download again.
        local = None
    options = {"include_preprocessing": True} if found.preprocessing == "inside" else {}
    try:
        with downloading(progress or Progress(), found.title):
            trunk = getattr(keras.applications, found.application)(
                include_top=False,
                weights="imagenet" if local is None else str(local),
                input_shape=(found.side, found.side, 3),
                pooling="avg",
                **options,
            )
    except Cancelled:
        raise
    except Exception as error:
        # Keras reports a failed download as a bare Exception, a wrong file as whatever broke.
        if local is not None:
            raise ArchiveError(
                say(
                    "The weights file {file} does not fit {network} ({why}); fetch it again.",
                    file=local,
                    network=found.title,
                    why=error,
                )
            ) from error
        raise ArchiveError(
            say(
                "The weights of {network} cannot be downloaded; fetch the file {file} on another "
                "computer and put it into {folder}.",
                network=found.title,
                file=found.weights_name,
                folder=weights_folder(),
            )
        ) from error
    pixels = keras.Input((found.side, found.side, 3), name="pixels")
    return keras.Model(pixels, trunk(_preprocessed(pixels, found)), name=found.application.lower())


def _preprocessed(pixels: Any, found: Backbone) -> Any:
    import keras

    if found.preprocessing == "tf":
        return keras.layers.Rescaling(1 / 127.5, offset=-1, name="preprocess")(pixels)
    if found.preprocessing == "caffe":
        # A 1x1 convolution exchanges the channels and takes the mean off, in a stock layer.
        layer = keras.layers.Conv2D(3, 1, trainable=False, name="preprocess")
        mixed = layer(pixels)
        exchange = np.eye(3, dtype=np.float32)[::-1].reshape(1, 1, 3, 3)
        layer.set_weights([exchange, -np.array(_CAFFE_MEAN, np.float32)])
        return mixed
    return pixels


def network_input(image: Image.Image, side: int) -> npt.NDArray[np.uint8]:
    """An RGB image as the networks see it: squashed to (side, side, 3) uint8."""
    return np.asarray(image.resize((side, side), Image.Resampling.BICUBIC))
