"""A backbone cut in two: what a training leaves alone runs in LiteRT, thrice as fast as in Keras.

The first half is never differentiated, so that it need not be TensorFlow's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import tensorflow as tf

from archive_gui.learning.augmentation import Pixels
from archive_gui.learning.backbones import backbone
from archive_gui.learning.lite import obtain_first_half
from archive_gui.learning.projection import Array
from archive_gui.learning.settings import Depth
from archive_gui.learning.tunables import flat
from archive_gui.progress import Progress


@dataclass(frozen=True, slots=True)
class Halves:
    """`enter` takes pictures (n, side, side, 3) uint8 as far as the Keras model `rest` begins.

    What it gives (n, ...) is float32, or where it leaves everything to `rest` the pictures
    themselves; it raises Cancelled. `rest` shares its layers with the whole network and gives its
    pooled features (n, d).
    """

    side: int
    enter: Callable[[Pixels, Progress], Array | Pixels]
    rest: Any


def halves(trunk: Any, name: str, depth: Depth, progress: Progress) -> Halves:
    """Cut `trunk`, the Keras model of the backbone `name`, before what `depth` lets learn.

    Where that is everything, or the network cannot be cut there, `rest` is the whole network. The
    layers of `rest` compute faster from then on (:func:`_multiply_points`).
    """
    second = None if depth is Depth.FULL else second_half(trunk, name)
    _multiply_points(trunk if second is None else second)
    if second is None:
        return Halves(backbone(name).side, lambda pictures, progress: pictures, trunk)
    return Halves(backbone(name).side, obtain_first_half(name, progress).features_of, second)


def _multiply_points(network: Any) -> None:
    """Have convolutions of single points computed as the products of matrices that they are.

    Their gradients, of which a tuning mostly consists, take TensorFlow two thirds of the time then.
    """
    for layer in flat(network):
        if (
            type(layer) is keras.layers.Conv2D
            and (layer.kernel_size, layer.strides, layer.groups) == ((1, 1), (1, 1), 1)
            and layer.data_format == "channels_last"
        ):
            # Only this object's: what is written to a file is the layer as everybody knows it.
            layer.convolution_op = _product


def _product(pictures: tf.Tensor, kernel: Any) -> tf.Tensor:
    """A kernel (1, 1, c, d) over (n, h, w, c): (n, h, w, d)."""
    channels, filters = kernel.shape[2:]
    points = tf.reshape(pictures, (-1, channels))
    products = tf.matmul(points, tf.reshape(kernel, (channels, filters)))
    return tf.reshape(products, (*tf.unstack(tf.shape(pictures)[:3]), filters))


def first_half(trunk: Any, name: str) -> Any:
    """The Keras model up to the backbone's `top_after`."""
    return keras.Model(trunk.input, trunk.get_layer(backbone(name).top_after).output)


def second_half(trunk: Any, name: str) -> Any:
    """The Keras model behind the backbone's `top_after`; None where more than that leads on.

    The networks of `keras.applications` lie inside another model, and are not cut.
    """
    try:
        cut = trunk.get_layer(backbone(name).top_after).output
        return keras.Model(cut, trunk.output)
    except ValueError:
        return None
