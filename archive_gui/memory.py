"""What C's allocator keeps of memory that was freed, and giving it back to the system."""

import ctypes
import sys
from collections.abc import Callable

# M_ARENA_MAX of malloc.h.
_ARENA_MAX = -8


def share_one_arena() -> None:
    """Have C's allocator keep what all threads free in one place; for before there are threads.

    That of the GNU makes up to eight arenas a processor for threads, and of what is free at the
    ends of these it keeps up to 64 MB each, also when it is asked to give it back.
    """
    if (set_option := _of_c("mallopt")) is not None:
        set_option(_ARENA_MAX, 1)


def give_memory_back() -> None:
    """Give the system what an archive took that is closed now; for a job, it takes a moment.

    The allocator of C keeps what threads have freed, here some hundred megabytes, for whoever wants
    as much again.
    """
    if (trim := _of_c("malloc_trim")) is not None:
        trim(0)


def _of_c(name: str) -> Callable[..., int] | None:
    """A function that only the C library of the GNU has; None elsewhere."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
