"""Keras to LiteRT; run as a program, it exports a network in a process of its own."""

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import Any

import numpy as np

from archive_gui.catalog.files import write_atomically
from archive_gui.errors import ArchiveError
from archive_gui.progress import Progress
from archive_gui.words import kept, say

# Twice what rounding makes of the features, which reach about 6.
_TOLERANCE = 1e-3


def convert(model: Any, file: Path) -> None:
    """Write the LiteRT graph of a Keras model, float32, for one picture at a time."""
    import tensorflow as tf
    from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

    shape = (1, *model.input_shape[1:])
    function = tf.function(lambda pixels: model(pixels, training=False))
    concrete = function.get_concrete_function(tf.TensorSpec(shape, tf.float32))
    # The converter leaves a Keras 3 model's variables as reads of what the file does not hold.
    frozen = convert_variables_to_constants_v2(concrete)
    # Given the model too, the converter saves and loads it first, which takes as long again.
    converter = tf.lite.TFLiteConverter.from_concrete_functions([frozen])
    data = converter.convert()
    _compare(model, data)
    write_atomically(file, data)


def _compare(model: Any, data: bytes) -> None:
    """Raise ArchiveError unless the exported graph says the same of a picture as the model."""
    from ai_edge_litert.interpreter import Interpreter

    picture = np.random.default_rng(0).uniform(0, 255, (1, *model.input_shape[1:]))
    pixels = picture.astype(np.float32)
    interpreter = Interpreter(model_content=data)
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], pixels)
    interpreter.invoke()
    said = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])
    wanted = np.asarray(model(pixels, training=False))
    if not np.allclose(said, wanted, atol=_TOLERANCE, rtol=_TOLERANCE):
        raise ArchiveError(
            say(
                "The network {name} came out wrong when it was prepared for searching; run "
                "'archive-gui doctor' and report what it says.",
                name=model.name,
            )
        )


class _ToParent(Progress):
    def report(self, done: int, total: int, text: str) -> None:
        os.write(1, f"{done} {total} {kept(text)}\n".encode())


def main(kind: str, source: str, file: str) -> int:
    """Export to `file` the backbone called `source`, or the tuned one in the model file `source`.

    `kind` is `backbone`, `first-half` of one, or `tuned`. On stdout go lines `done total text` of
    a download's progress, then the sentence of an error without a line end.
    """
    from archive_gui.learning.backbones import build_keras
    from archive_gui.learning.halves import first_half
    from archive_gui.learning.keras_model import load_tuned

    # A program that was started in the background hands on that interrupts are ignored; Keras
    # would then leave half a download, which would be taken for the weights later.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        # Whatever else libraries print is not for the parent.
        with contextlib.redirect_stdout(sys.stderr):
            if kind == "tuned":
                model = load_tuned(Path(source))
            else:
                model = build_keras(source, _ToParent())
            if kind == "first-half":
                model = first_half(model, source)
            convert(model, Path(file))
    except ArchiveError as error:
        os.write(1, kept(str(error)).encode())
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
