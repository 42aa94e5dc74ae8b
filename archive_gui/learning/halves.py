"""A backbone cut in two: what a training leaves alone runs in LiteRT, thrice as fast as in Keras.

The first half is never differentiated, so that it need not be TensorFlow's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from archive_gui.learning.augmentation import Pixels
from archive_gui.learning.backbones import backbone
from archive_gui.learning.lite import obtain_first_half
from archive_gui.learning.projection import Array
from archive_gui.learning.settings import Depth
from archive_gui.progress import Progress


@dataclass(frozen=True, slots=True)
class Halves:
    """`enter` takes pictures (n, side, side, 3) uint8 as far as the Keras model `rest` begins.

    `rest` shares its layers with the whole network and gives its pooled features (n, d).
    """

    enter: Callable[[Pixels], Array]
    rest: Any


def halves(trunk: Any, name: str, depth: Depth, progress: Progress) -> Halves:
    """Cut `trunk`, the Keras model of the backbone `name`, before what `depth` lets learn.

    Where that is everything, or the network cannot be cut there, `rest` is the whole network.
    """
    second = None if depth is Depth.FULL else second_half(trunk, name)
    if second is None:
        return Halves(lambda pictures: pictures.astype(np.float32), trunk)
    first = obtain_first_half(name, progress)

    def enter(pictures: Pixels) -> Array:
        return np.stack([first.features(picture) for picture in pictures])

    return Halves(enter, second)


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
