"""Windows that are killed in the midst of what a curator does, and what they leave."""

import os
import random
import signal
import sys
import time
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from archive_gui.catalog.journal import undo
from archive_gui.catalog.project import Project
from archive_gui.operations.archive import default_project_folder
from tests.faults import rounds
from tests.faults.ground import Broken, Mark, heard, marks_of
from tests.faults.kills import Figures
from tests.faults.memory import family

FULL = 24
_IMAGES = 240
# What a round says that it does, and so many seconds after that the kill comes at most.
_MOMENTS = {
    "opening": 3.0,
    "looking": 2.0,
    "marking": 2.0,
    "training head": 20.0,
    "preparing head": 1.0,
    "searching": 2.0,
    "scanning": 1.0,
    "exporting": 1.0,
    "deleting versions": 1.0,
    "closing": 0.5,
}
_PATIENCE_SECONDS = 900.0
_GOING_SECONDS = 30.0


def kill_windows(folder: Path, count: int, seed: int, figures: Figures) -> None:
    """Kill so many windows, each at the project that the one before has left."""
    lots, before = random.Random(seed), set[Mark]()
    project = default_project_folder(folder / "archive")
    for number in range(count):
        moment = list(_MOMENTS)[number % len(_MOMENTS)]
        delay = lots.uniform(0, _MOMENTS[moment])
        try:
            kept = _killed(folder, number, moment, delay)
            before = _require_kept(project, before if kept is None else kept)
            figures.survived[f"window {moment}"] += 1
        except Exception as error:
            figures.broken.append(f"window killed {delay:.2f} s after {moment}: {error!r}")
    told = f"window: {count} kills, {len(figures.broken)} things broken so far"
    print(told, file=sys.stderr, flush=True)


def _killed(folder: Path, number: int, moment: str, delay: float) -> set[Mark] | None:
    """Run a window and kill it; the marks of which it said last that they are kept, if any."""
    context = get_context("spawn")
    here, there = context.Pipe()
    # A round that only trains the head.
    window = context.Process(target=rounds.live, args=(folder, _IMAGES, number, there, 2))
    window.start()
    there.close()
    said = _until(here, moment)
    said += heard(here, time.monotonic() + delay)
    others = set(family(window.pid or 0)) - {window.pid}
    window.kill()
    window.join()
    said += heard(here)
    end = time.monotonic() + _GOING_SECONDS
    while left := [each for each in others if _is_there(each)]:
        if time.monotonic() > end:
            for each in left:
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
            raise Broken(f"{len(left)} processes outlive their window")
        time.sleep(0.1)
    kept = [what for kind, what in said if kind == "kept"]
    return kept[-1] if kept else None


def _until(connection: Connection, moment: str) -> list[tuple[str, object]]:
    """What a window says until it does something."""
    said: list[tuple[str, object]] = []
    while ("doing", moment) not in said:
        if not connection.poll(_PATIENCE_SECONDS):
            raise Broken(f"the window never came to {moment}")
        try:
            said.append(connection.recv())
        except EOFError:
            raise Broken(f"the window ended before it came to {moment}") from None
    return said


def _is_there(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    # One that has ended waits for somebody to ask how.
    return state != "Z"


def _require_kept(folder: Path, kept: set[Mark]) -> set[Mark]:
    """The marks in a catalog; Broken unless these are the kept ones, or those of one change more.

    The window may have been killed before it could say that the last change is kept.
    """
    found = marks_of(folder)
    with Project.open(folder) as project:
        if project.connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Broken("the catalog is damaged")
        if left := list(folder.rglob(".*.part*")):
            raise Broken(f"left behind: {left}")
        if found == kept:
            return found
        undo(project)
    if marks_of(folder) != kept:
        raise Broken(f"{len(kept ^ found)} marks are not those that were kept")
    return kept
