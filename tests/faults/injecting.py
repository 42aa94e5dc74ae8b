"""Faults at random events of each job: a sentence or success, and nothing lost."""

import random
import sys
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

QUICK = {"index": 3, "mark": 2, "import": 1, "prepare": 2, "export": 2, "migrate": 1}
FULL = {
    "index": 60,
    "mark": 60,
    "import": 30,
    "train": 20,
    "prepare": 60,
    "export": 60,
    "migrate": 30,
}
_FAULTS = ("full", "broken", "refused", "memory", "killed")


@dataclass
class Figures:
    """How many faults were met, how each job ended, and what went wrong."""

    met: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {"met": self.met, "ends": dict(self.ends), "broken": self.broken}


def inject(ground: Ground, folder: Path, wanted: dict[str, int], seed: int, images: int) -> Figures:
    """Let so many faults happen in each job, each at an event of its own."""
    lots, figures = random.Random(seed), Figures()
    before = marks_of(ground.project)
    for job, count in wanted.items():
        events = dict(_run(job, ground.copy(folder, job), "full", 0))["events"]
        chosen = lots.sample(range(1, events + 1), min(count, events))
        for at in chosen:
            fault = lots.choice(_FAULTS)
            project = ground.copy(folder, job)
            said = _run(job, project, fault, at)
            kinds = [kind for kind, _ in said]
            end = next((kind for kind in ("done", "refused", "raised") if kind in kinds), "killed")
            figures.met += 1
            figures.ends[f"{fault}: {end}"] += 1
            confirmed = confirmed_marks(job, said)
            try:
                # No program has a sentence for want of memory wherever it may happen.
                if end == "raised" and fault != "memory":
                    raise Broken(dict(said)["raised"])
                require_order(project, before | confirmed, images)
                require_whole_exports(folder / "out", ground, images)
                if end != "killed" and list((folder / "out").glob(".*")):
                    raise Broken("a part of an export is left")
            except Exception as error:
                figures.broken.append(f"{job}, {fault} at event {at} of {events}: {error}")
        told = f"{job}: {len(chosen)} faults, {len(figures.broken)} things broken so far"
        print(told, file=sys.stderr, flush=True)
    return figures


def _run(job: str, project: Path, fault: str, at: int) -> list[tuple[str, Any]]:
    """Run a job that meets a fault at one event (0: at none); what it said."""
    process, connection = begin(job, project, fault, at)
    said = heard(connection)
    process.join()
    return said
