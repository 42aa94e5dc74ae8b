"""Which numbers of a backbone a training may change, and how fast, in Keras."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from archive_gui.learning.backbones import backbone
from archive_gui.learning.settings import Depth

# A channel that is all but switched off is not to take steps without bound.
_LEAST_SCALE = 1e-3


@dataclass(frozen=True, slots=True)
class Tunable:
    """A variable that tuning changes; `scale` is how large an effect a unit of it has.

    `scale` broadcasts over the variable. Tuning takes steps of one size in `variable * scale`.
    """

    variable: Any
    scale: npt.NDArray[np.float32]


def tunables(trunk: Any, name: str, depth: Depth) -> list[Tunable]:
    """What `depth` lets learn of `trunk`, the Keras model of the backbone `name`, in its order.

    At depth `top` that is what lies behind the backbone's `top_after`, at `full` all. What
    prepares the pixels, the statistics and the gains of batch normalisation stay as they came:
    tens of marks say nothing of the statistics of pictures; only its shifts learn. Depthwise
    kernels stay too: they are a hundredth of the numbers, and a quarter of the time. A kernel's
    scale is what the normalisation behind it makes of each channel, so that all layers and
    channels learn at the same pace, as if the normalisation were part of the kernel. Raises
    ValueError when the network has no layer `top_after`.
    """
    layers = list(flat(trunk))
    names = [layer.name for layer in layers]
    first = 0 if depth is Depth.FULL else names.index(backbone(name).top_after) + 1
    scales = dict(_normalised(layers))
    found = []
    for layer in layers[first:]:
        if layer.name == "preprocess" or isinstance(layer, keras.layers.DepthwiseConv2D):
            continue
        if isinstance(layer, keras.layers.BatchNormalization):
            found.append(Tunable(layer.beta, np.ones(1, np.float32)))
            continue
        for variable in layer.trainable_variables:
            is_kernel = len(variable.shape) == 4
            scale = scales.get(layer.name) if is_kernel else None
            found.append(Tunable(variable, np.ones(1, np.float32) if scale is None else scale))
    return found


def _normalised(layers: list[Any]) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    """The names of convolutions that a normalisation follows, with its gain of each channel."""
    for layer in layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            deviation = np.sqrt(layer.moving_variance.numpy() + layer.epsilon)
            gain = layer.gamma.numpy() if layer.scale else 1.0
            scale = np.maximum(np.abs(gain) / deviation, _LEAST_SCALE).astype(np.float32)
            yield layer.input._keras_history.operation.name, scale


def flat(model: Any) -> Iterator[Any]:
    """The layers of a Keras model, those of the models inside it too, in its order."""
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from flat(layer)
        else:
            yield layer
