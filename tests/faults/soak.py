"""Long work in one window, which is not to take more and more: `python -m tests.faults.soak`.

Leaves `build/soak.csv` and `build/soak.svg`.
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.faults import rounds
from tests.faults.ground import own_folders
from tests.faults.memory import MEGABYTE, Sample, draw, grown, growth, sample, write_csv

OUT = Path("build")
IMAGES, SECONDS = 10_000, 3600.0
_SAMPLE_SECONDS = 5.0


@dataclass
class Figures:
    """How long it went on, what was done, and by how much everything grew."""

    images: int
    rounds: int = 0
    seconds: float = 0.0
    done: dict[str, int] = field(default_factory=dict)
    growth: dict[str, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "images": self.images,
            "rounds": self.rounds,
            "hours": round(self.seconds / 3600, 2),
            "done": self.done,
            "growth a round": self.growth,
            "wrong": self.wrong,
        }


def soak(folder: Path, seconds: float, images: int, seed: int, out: Path) -> Figures:
    """Have a window go through rounds for so long, at least three; hold what it takes to be flat.

    The first third of the rounds, in which caches and pools fill, does not count.
    """
    figures, samples = Figures(images), list[Sample]()
    here, there = get_context("spawn").Pipe()
    window = get_context("spawn").Process(target=rounds.live, args=(folder, images, seed, there))
    window.start()
    there.close()
    try:
        _watch(window.pid or 0, here, seconds, figures, samples)
    except EOFError:
        figures.wrong.append(f"the window ended while {samples[-1].doing}")
    finally:
        here.close()
        window.join(60)
        window.kill()
        window.join()
    out.mkdir(parents=True, exist_ok=True)
    write_csv(samples, out / "soak.csv")
    figures.growth = growth(samples, figures.rounds // 3)
    figures.wrong += grown(figures.growth)
    caption = f"{figures.rounds} rounds on {images:,} images: {figures.done}"
    (out / "soak.svg").write_text(draw(samples, caption), "utf-8")
    return figures


def _watch(
    process: int, window: Connection, seconds: float, figures: Figures, samples: list[Sample]
) -> None:
    """Measure the window until so much time is over."""
    doing, looked, told = "starting", time.monotonic(), 0.0
    while True:
        message = window.recv() if window.poll(_SAMPLE_SECONDS) else None
        now = time.monotonic()
        # Whoever stops everything for a while does not have it count.
        figures.seconds += min(now - looked, 2 * _SAMPLE_SECONDS)
        looked = now
        match message:
            case ("doing", what):
                doing = what
                if now - told < _SAMPLE_SECONDS:
                    continue
            case ("kept", _):
                continue
            case ("rest", done):
                figures.rounds += 1
                figures.done = done
                samples.append(sample(process, figures.seconds, "rest", figures.rounds))
                _tell(samples[-1], done)
                goes_on = figures.seconds < seconds or figures.rounds < 3
                window.send(goes_on)
                if not goes_on:
                    return
                continue
        told = now
        samples.append(sample(process, figures.seconds, doing))


def _tell(at_rest: Sample, done: dict[str, int]) -> None:
    print(
        f"round {at_rest.at_rest}, {at_rest.seconds:,.0f} s: {at_rest.pss / MEGABYTE:.1f} MB, "
        f"the window's {at_rest.window_uss / MEGABYTE:.1f} MB, {at_rest.handles} handles, "
        f"{at_rest.threads} threads, {at_rest.processes} processes, {done}",
        file=sys.stderr,
        flush=True,
    )


def main() -> int:
    """Soak for so long, and print what came of it."""
    parser = argparse.ArgumentParser("python -m tests.faults.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--images", type=int, default=IMAGES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="archive-gui-soak-") as name:
        own_folders(Path(name))
        figures = soak(Path(name) / "soak", options.seconds, options.images, options.seed, OUT)
    print(json.dumps(figures.as_json(), indent=2))
    return int(bool(figures.wrong))


if __name__ == "__main__":
    sys.exit(main())
