"""What C's allocator keeps of what threads have freed."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import numpy as np
import pytest

from archive_gui.memory import give_memory_back, share_one_arena
from tests.faults.memory import MEGABYTE, sample

_THREADS = 6


def _take_and_free() -> None:
    """Have threads take and free what networks, pictures and results take, at the same time."""
    together = Barrier(_THREADS)

    def take(_: int) -> None:
        # The largest block that was freed tells the allocator how much to keep.
        large = np.ones(30 * MEGABYTE, np.uint8)
        del large
        blocks = [np.ones(size, np.uint8) for size in 3 * [3 * MEGABYTE] + 100 * [60_000]]
        together.wait()
        blocks.clear()

    with ThreadPoolExecutor(_THREADS) as threads:
        list(threads.map(take, range(_THREADS)))


def _kept() -> int:
    """The bytes that stay of it after memory was given back."""
    before = sample(os.getpid(), 0, "").window_uss
    _take_and_free()
    give_memory_back()
    return sample(os.getpid(), 0, "").window_uss - before


@pytest.mark.skipif(sys.platform != "linux", reason="the allocator of the GNU is meant")
def test_the_allocator_keeps_little_of_what_threads_freed() -> None:
    # How it allocates is set for a whole process, and nobody can set it back.
    program = [sys.executable, "-m", __name__]
    ran = subprocess.run(program, capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 4 * MEGABYTE


if __name__ == "__main__":
    share_one_arena()
    print(_kept())
