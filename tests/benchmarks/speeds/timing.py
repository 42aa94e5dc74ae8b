"""Seconds by the clock and of the processors, and programs that are measured from outside."""

import contextlib
import json
import os
import platform
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
# Tells a program that is measured when it was started, in seconds since 1970.
STARTED = "ARCHIVE_GUI_BENCHMARK_STARTED"


@dataclass(slots=True)
class Cost:
    """Seconds that passed, and that processors worked for this process and its children."""

    wall: float = 0.0
    cpu: float = 0.0


def _worked() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + _worked_by_children()


def _worked_by_children() -> float:
    """What processors worked for children that are still there; 0 where the system tells nobody."""
    ticks = 0
    for tasks in Path("/proc/self/task").glob("*/children"):
        for child in tasks.read_text().split():
            with contextlib.suppress(OSError):
                # Behind the name in brackets, which may hold anything: fields 14 and 15 of all.
                fields = Path("/proc", child, "stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def costing() -> Iterator[Cost]:
    """Measure the block."""
    cost = Cost()
    started, worked = time.perf_counter(), _worked()
    yield cost
    cost.wall, cost.cpu = time.perf_counter() - started, _worked() - worked


def best_of(times: int, act: Callable[[], object]) -> Cost:
    """The least cost of some repetitions, which other programs disturbed least."""
    costs = []
    for _ in range(times):
        with costing() as cost:
            act()
        costs.append(cost)
    return Cost(min(c.wall for c in costs), min(c.cpu for c in costs))


@dataclass(slots=True)
class Child:
    """What a program of its own printed, and the seconds until it had."""

    seconds: float
    said: dict[str, Any] = field(default_factory=dict)


def run_child(*arguments: str, patience: float = 3600) -> Child:
    """Run `children.py` with these arguments until it has said its one line of JSON.

    Raises RuntimeError with what it complained of when it ends without one.
    """
    command = [sys.executable, "-m", "tests.benchmarks.speeds.children", *arguments]
    environment = os.environ | {STARTED: str(time.time())}
    # An installed program has its bytecode; without it, every start would compile the sources.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as child:
        guard = _Guard(child, patience)
        assert child.stdout is not None
        line = child.stdout.readline()
        seconds = time.perf_counter() - started
        _, complaints = child.communicate()
        guard.cancel()
    if not line.strip():
        raise RuntimeError(f"{arguments[0]}: {complaints.strip()[-2000:]}")
    return Child(seconds, json.loads(line))


class _Guard:
    """Ends a program that does not come to its end."""

    def __init__(self, child: "subprocess.Popen[str]", patience: float) -> None:
        self._timer = threading.Timer(patience, child.send_signal, [signal.SIGKILL])
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        self._timer.cancel()


def machine() -> str:
    """The processor, how many there are, the memory, the system and how busy it is."""
    name = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    busy = os.getloadavg()[0]
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GB, {system}, load {busy:.1f}"
