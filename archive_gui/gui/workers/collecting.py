"""Keeping Python from stopping the window to look through all it holds."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TURN_SECONDS = 0.001


def put_window_first() -> None:
    """Have Python hold the window up as little as it can, for as long as the program runs.

    While the window draws once, its thread waits for Python's lock many times, and other threads
    that compute would keep it for 5 ms each time. And modules and the window itself stay until the
    end: going through them in search of reference cycles would take 20 ms and more.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    gc.freeze()
    gc.enable()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Search for reference cycles neither while the block runs nor in what it leaves, ever.

    Python would search anew after every few ten thousand objects, holding up all threads for
    50 ms and more. Records have no cycles; they go, as ever, with the last reference to them.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
