"""All that the program must outlive: `python -m tests.faults [--full] [--json] [--only PART ...]`.

Without `--full` a sample of each part. Ends with 1 when anything was lost or let in.
"""

import argparse
import contextlib
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults import (
    corpora,
    disks,
    forged_window,
    injecting,
    kills,
    originals,
    soak,
    strangers,
    window_kills,
)
from tests.faults.ground import Ground, make_ground, own_folders
from tests.faults.pictures import evil_files, good_files

IMAGES = 24
_FUZZ_SECONDS = 600
_FUZZ_BYTES = 20_000


def try_originals(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """Every command on a read-only archive; one flipped bit."""
    figures = originals.run_all(folder, "top" if full else "head")
    wrong = [*figures.touched, *figures.failed]
    flipped = folder / "archive" / "bar 0.jpg"
    originals.flip_bit(flipped, 8 * (flipped.stat().st_size // 2) + 3)
    found = originals.verified(folder / "project")
    if found["changed"] != [flipped.name]:
        wrong.append(f"one flipped bit is not found: {found}")
    return figures.as_json() | {"wrong": wrong}


def try_kills(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """Processes and windows killed at random moments."""
    wanted = kills.FULL if full else kills.QUICK
    figures = kills.kill_at_random(_ground(folder), folder / "trial", wanted, seed, IMAGES)
    if full:
        window_kills.kill_windows(folder / "window", window_kills.FULL, seed, figures)
    return figures.as_json() | {"wrong": figures.broken}


def try_injecting(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """Faults at random events."""
    wanted = injecting.FULL if full else injecting.QUICK
    figures = injecting.inject(_ground(folder), folder / "trial", wanted, seed, IMAGES)
    return figures.as_json() | {"wrong": figures.broken}


def try_strangers(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """Projects and imports in which something is forged."""
    wanted = strangers.FULL if full else strangers.QUICK
    ground = _ground(folder)
    figures = strangers.forge(ground, folder / "trial", wanted, seed)
    opened = forged_window.FULL if full else forged_window.QUICK
    forged_window.open_in_window(ground, folder / "trial", opened, seed, figures)
    return figures.as_json() | {"wrong": figures.broken}


def try_disks(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """Disks that are full, read-only or gone, and a clock that goes back."""
    ground, trial = _ground(folder), folder / "trial"
    scenes = disks.FULL if full else disks.QUICK
    parts = [
        disks.fill_each(ground, trial, scenes, IMAGES),
        disks.fill_exports(ground, trial),
        disks.refuse_writing(ground, trial, IMAGES),
    ]
    wrong = [each for part in parts for each in part.broken]
    wrong += disks.fill_the_index(trial, ground)
    wrong += disks.lose_the_drive(folder / "drive")
    wrong += disks.set_the_clock_back(folder / "clock")
    said = {title: text for part in parts for title, text in part.said.items()}
    return {"tried": sum(part.tried for part in parts) + 3, "said": said, "wrong": wrong}


def try_pictures(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """Folders full of evil files."""
    cuts, mutations, bombs = (20, 60, (12_000, 30_000)) if full else (2, 3, (12_000,))
    figures = corpora.index_corpus(folder, seed, cuts, mutations, bombs)
    wrong = [*figures.wrong, *corpora.replaced_while_read(folder / "replaced")]
    count = 1_000_000 if full else 50_000
    found, memory = corpora.walk_many(folder, count)
    if found != count:
        wrong.append(f"{found} of {count} files are found")
    walked = {"walked": found, "bytes a walked file": memory}
    return figures.as_json() | walked | {"wrong": wrong}


def try_fuzz(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """The decoder under coverage-guided fuzzing, where that can be done."""
    if not full or importlib.util.find_spec("atheris") is None:
        return {"runs": 0, "wrong": []}
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    for name, data in (*good_files().items(), *evil_files()):
        if len(data) < _FUZZ_BYTES:
            (seeds / name).write_bytes(data)
    command = [sys.executable, "-m", "tests.faults.fuzz", str(seeds), str(_FUZZ_SECONDS)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    figures = dict(
        line.removeprefix("stat::").split(": ", 1)
        for line in done.stderr.splitlines()
        if line.startswith("stat::")
    )
    wrong = [done.stderr[-2000:]] if done.returncode else []
    return {"runs": int(figures.get("number_of_executed_units", 0)), "wrong": wrong}


def try_soak(folder: Path, full: bool, seed: int) -> dict[str, Any]:
    """An hour of all that a curator does, in one window whose memory is measured."""
    if not full:
        return {"hours": 0, "wrong": []}
    return soak.soak(folder, soak.SECONDS, soak.IMAGES, seed, soak.OUT).as_json()


def _ground(folder: Path) -> Ground:
    """A ground for all parts, made by the first that asks."""
    place = folder.parent / "ground"
    if not (place / "triplets.csv").is_file():
        return make_ground(place)
    return Ground(place / "archive", place / "project", place / "triplets.csv")


PARTS: dict[str, Callable[[Path, bool, int], dict[str, Any]]] = {
    "originals": try_originals,
    "kills": try_kills,
    "injecting": try_injecting,
    "strangers": try_strangers,
    "disks": try_disks,
    "pictures": try_pictures,
    "fuzz": try_fuzz,
    "soak": try_soak,
}


def main() -> int:
    """Try the parts that are asked for, and print what came of them."""
    parser = argparse.ArgumentParser("python -m tests.faults", description=__doc__)
    parser.add_argument("--full", action="store_true", help="all of it, which takes two hours")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    document: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="archive-gui-faults-") as name:
        folder = Path(name)
        own_folders(folder)
        for part in options.only:
            begun = time.monotonic()
            with contextlib.redirect_stdout(sys.stderr):
                figures = PARTS[part](folder / part, options.full, options.seed)
            document[part] = figures | {"part seconds": round(time.monotonic() - begun, 1)}
            if not options.json:
                print(f"{part}: {json.dumps(document[part], ensure_ascii=False, indent=2)}")
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
    return int(any(figures["wrong"] for figures in document.values()))


if __name__ == "__main__":
    sys.exit(main())
