"""Keeping what libraries write in C straight to stderr away from whoever runs a command."""

import contextlib
import os
import threading
from collections.abc import Iterator

# Two at once would take the other's "nowhere" for the real stderr. Imports may nest.
_one_at_a_time = threading.RLock()


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Send what is written to the process's stderr during the block nowhere.

    TensorFlow and LiteRT tell of drivers and instruction sets there, by no switch of theirs to
    be stopped. Their errors come as exceptions and are not touched.
    """
    with _one_at_a_time:
        try:
            saved = os.dup(2)
        except OSError:
            # A window started without a terminal has no stderr.
            saved = -1
        if saved >= 0:
            with _redirected(saved):
                yield
        else:
            yield


@contextlib.contextmanager
def _redirected(saved: int) -> Iterator[None]:
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
