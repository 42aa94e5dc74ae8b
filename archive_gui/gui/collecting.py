"""Keeping Python from stopping the window to look through all it holds."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# How long a thread waits for Python's lock, which others keep that compute. While the window is
# made, the thread that opens an archive waits for it after each row that it reads.
_TURN_AT_START = 0.0002
_TURN = 0.001


def while_starting() -> None:
    """Let the thread that opens an archive come soon, and look through nothing that is made.

    What is made now stays until the end; nothing of it needs to be searched for what may go.
    """
    gc.disable()
    sys.setswitchinterval(_TURN_AT_START)


def put_window_first() -> None:
    """Have Python hold the window up as little as it can, for as long as the program runs.

    While the window draws once, its thread waits for Python's lock many times, and other threads
    that compute would keep it for 5 ms each time. And modules and the window itself stay until the
    end: going through them in search of reference cycles would take 20 ms and more.
    """
    sys.setswitchinterval(_TURN)
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
