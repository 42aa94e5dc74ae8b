"""Which layers of a backbone a training may change, in Keras."""

from collections.abc import Iterator
from typing import Any

import keras

from archive_gui.learning.backbones import backbone
from archive_gui.learning.settings import Depth


def free_layers(trunk: Any, name: str, depth: Depth) -> list[Any]:
    """Freeze of `trunk`, the Keras model of the backbone `name`, what `depth` leaves alone.

    Gives the layers that can learn, in the order of the network: at depth `top` those behind the
    backbone's `top_after`, at `full` all. What prepares the pixels and batch normalisation, its
    scale and shift as well as its statistics, stay as they came: tens of marks say nothing of the
    statistics of pictures. Raises ValueError when the network has no layer `top_after`.
    """
    layers = list(_flat(trunk))
    names = [layer.name for layer in layers]
    first = 0 if depth is Depth.FULL else names.index(backbone(name).top_after) + 1
    for number, layer in enumerate(layers):
        fixed = isinstance(layer, keras.layers.BatchNormalization) or layer.name == "preprocess"
        layer.trainable = number >= first and not fixed
    return [layer for layer in layers if layer.trainable and layer.trainable_variables]


def _flat(model: Any) -> Iterator[Any]:
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from _flat(layer)
        else:
            yield layer
