"""Processes that are killed at random moments, and what they leave."""

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.ground import (
    Broken,
    Ground,
    begin,
    confirmed_marks,
    heard,
    marks_of,
    require_order,
    require_whole_exports,
)

QUICK = {"index": 3, "mark": 4, "import": 1, "prepare": 2, "export": 1, "migrate": 1}
FULL = {
    "index": 50,
    "mark": 70,
    "import": 50,
    "train": 20,
    "prepare": 40,
    "export": 40,
    "migrate": 40,
}
# Roughly how long each job takes, until one has shown how long it does.
_SECONDS = {
    "index": 2.0,
    "mark": 1.0,
    "import": 0.2,
    "train": 20.0,
    "prepare": 2.0,
    "export": 1.0,
    "migrate": 0.1,
}
# A job that always ends before it is killed would be tried for ever.
_TRIES = 4


@dataclass
class Figures:
    """How many kills were survived of each job, how many came too late, what was confirmed."""

    survived: Counter[str] = field(default_factory=Counter)
    too_late: int = 0
    confirmed_marks: int = 0
    broken: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "survived": sum(self.survived.values()),
            "of each": dict(self.survived),
            "too late": self.too_late,
            "confirmed marks": self.confirmed_marks,
            "broken": self.broken,
        }


def kill_at_random(
    ground: Ground, folder: Path, wanted: dict[str, int], seed: int, images: int
) -> Figures:
    """Kill so many processes of each job, and look at what each leaves."""
    lots, figures, seconds = random.Random(seed), Figures(), dict(_SECONDS)
    before = marks_of(ground.project)
    for job, count in wanted.items():
        for _ in range(_TRIES * count):
            if figures.survived[job] == count:
                break
            delay = lots.uniform(0, seconds[job])
            project = ground.copy(folder, job)
            said, took = _killed(job, project, delay)
            kinds = [kind for kind, _ in said]
            confirmed = confirmed_marks(job, said)
            figures.confirmed_marks += len(confirmed)
            try:
                if "raised" in kinds or "refused" in kinds:
                    raise Broken(f"it failed before it was killed: {said[-1]}")
                if job == "import" and ("confirmed", "imported") in said:
                    confirmed = {m for m in marks_of(project) if m[0] == "imported"}
                    if len(confirmed) != 3:
                        raise Broken("what was imported is lost")
                require_order(project, before | confirmed, images)
                require_whole_exports(folder / "out", ground, images)
            except Exception as error:
                figures.broken.append(f"{job} killed after {delay:.3f} s: {error!r}")
            if "done" in kinds:
                seconds[job] = min(seconds[job], max(0.01, took))
                figures.too_late += 1
            else:
                figures.survived[job] += 1
        told = f"{job}: {figures.survived[job]} kills, {len(figures.broken)} things broken so far"
        print(told, file=sys.stderr, flush=True)
    return figures


def _killed(job: str, project: Path, delay: float) -> tuple[list[tuple[str, Any]], float]:
    """Run a job, and kill it so many seconds after its start; what it said, how long it took."""
    process, connection = begin(job, project)
    said = [connection.recv()]
    begun = time.monotonic()
    said += heard(connection, begun + delay)
    took = time.monotonic() - begun
    process.kill()
    process.join()
    return said + heard(connection), took
