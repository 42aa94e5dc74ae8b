"""A tuned network looks at the middle of a picture, where it sees things as large as it learned.

Views of a tuning are pieces of pictures, blown up to the network's input: what is on them is larger
than on the pictures themselves. Touvron, Vedaldi, Douze and Jegou, "Fixing the train-test
resolution discrepancy", NeurIPS 2019, section 3.
"""

from typing import Any

import keras
import numpy as np

from archive_gui.learning.augmentation import Pixels

# So much of the side is left out at each edge. The pre-trained part sees the whole picture.
_EDGE = 1 / 14
_AT_ONCE = 64


def zoomed(trunk: Any) -> Any:
    """The Keras model that gives of pixels (n, side, side, 3) what `trunk` says of their middle."""
    pixels = keras.Input(trunk.input_shape[1:], name="pixels")
    return keras.Model(pixels, trunk(_middle(pixels)), name="zoomed")


def middles(pictures: Pixels) -> Pixels:
    """What `trunk` sees in a :func:`zoomed` network of pictures (n, side, side, 3) uint8."""
    found = np.empty_like(pictures)
    for start in range(0, len(pictures), _AT_ONCE):
        some = pictures[start : start + _AT_ONCE].astype(np.float32)
        found[start : start + _AT_ONCE] = np.rint(np.asarray(_middle(some)))
    return found


def _middle(pixels: Any) -> Any:
    side = pixels.shape[1]
    cut = keras.layers.Cropping2D(round(side * _EDGE), name="middle")(pixels)
    # Not by the layer of that name: its default is to train, which a model that is called with no
    # word of it takes for what is wanted of all layers behind.
    return keras.ops.image.resize(cut, (side, side), interpolation="bilinear")
