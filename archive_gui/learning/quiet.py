"""Keeping what libraries write in C straight to stderr away from whoever runs a command."""

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Send what is written to the process's stderr during the block nowhere.

    TensorFlow and LiteRT tell of drivers and instruction sets there, by no switch of theirs to
    be stopped. Their errors come as exceptions and are not touched.
    """
    try:
        saved = os.dup(2)
    except OSError:
        # A window started without a terminal has no stderr.
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)


def load_tensorflow() -> None:
    """Import TensorFlow and have it look for devices, which takes seconds the first time."""
    with quietly():
        import tensorflow as tf

        tf.config.list_logical_devices()
