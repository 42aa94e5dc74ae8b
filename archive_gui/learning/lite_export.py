"""Keras to LiteRT; run as a program, it exports a backbone in a process of its own."""

import os
import sys
from pathlib import Path
from typing import Any

from archive_gui.catalog.files import write_atomically
from archive_gui.errors import ArchiveError


def convert(model: Any, file: Path) -> None:
    """Write the LiteRT graph of a Keras model, float32, for one picture at a time."""
    import tensorflow as tf

    shape = (1, *model.input_shape[1:])
    function = tf.function(lambda pixels: model(pixels, training=False))
    concrete = function.get_concrete_function(tf.TensorSpec(shape, tf.float32))
    converter = tf.lite.TFLiteConverter.from_concrete_functions([concrete], model)
    write_atomically(file, converter.convert())


def main(name: str, file: str) -> int:
    """Export the backbone `name` to `file`; the sentence of an error goes to stdout."""
    from archive_gui.learning.backbones import build_keras

    try:
        convert(build_keras(name), Path(file))
    except ArchiveError as error:
        os.write(1, str(error).encode())
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
