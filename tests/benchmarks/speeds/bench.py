"""What the rows share: the archives, made once at the first use, and how a row is told."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

from archive_gui.catalog.project import Project
from archive_gui.operations.archive import default_project_folder
from tests.benchmarks.speeds.material import KINDS, make_archive, make_files, mark_images
from tests.benchmarks.speeds.timing import run_child

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """How many files and images are measured with.

    `large` of 12 megapixels, `mixed` of all kinds, `small` of 1 megapixel; `few` and `links`, names
    of the large ones, for the growth of the memory; tiny `images` in the archive of all else.
    """

    large: int = 240
    mixed: int = 400
    small: int = 640
    few: int = 60
    links: int = 2_000
    images: int = 100_000
    queries: int = 40


QUICK = Scale(24, 24, 96, 12, 120, 5_000, 10)


@dataclass(slots=True)
class Measured:
    """One run of a row: what is compared with the bound, and the figures behind it."""

    value: float
    figures: Figures = field(default_factory=dict)


class Bench:
    """Makes what is measured with, in `folder`, when it is first asked for."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        self.folder = folder
        self.scale = scale
        self.tensorflow: dict[str, list[str]] = {}

    @cached_property
    def large(self) -> Path:
        """A folder of 12-megapixel JPEG."""
        say("making 12-megapixel JPEG")
        return make_files(self.folder / "large", ["12-megapixel JPEG"], self.scale.large)

    @cached_property
    def few(self) -> Path:
        """A folder of a few of them."""
        return make_files(self.folder / "few", ["12-megapixel JPEG"], self.scale.few)

    @cached_property
    def small(self) -> Path:
        """A folder of 1-megapixel JPEG."""
        say("making 1-megapixel JPEG")
        return make_files(self.folder / "small", ["1-megapixel JPEG"], self.scale.small)

    @cached_property
    def mixed(self) -> Path:
        """A folder of several kinds of files, as many of each."""
        say("making files of all kinds")
        return make_files(self.folder / "mixed", list(KINDS), self.scale.mixed)

    @cached_property
    def archive(self) -> Path:
        """A large archive of tiny files with a project that is indexed and marked."""
        say(f"making an archive of {self.scale.images:,} images")
        archive = make_archive(self.folder, self.scale.images)
        with Project.open(default_project_folder(archive)) as project:
            mark_images(project)
        return archive

    @property
    def project(self) -> Path:
        """The folder of that archive's project."""
        return default_project_folder(self.archive)

    @cached_property
    def trained(self) -> Figures:
        """What a training of a head in that project said."""
        say("training a head")
        return run_child("train", str(self.archive and self.project)).said


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; `bound` is the least value if `least`, else the most."""

    name: str
    what: str
    reference: str
    bound: float
    least: bool
    unit: str
    measure: Callable[[Bench], Measured]
    runs: int = 3

    def holds(self, value: float) -> bool:
        """Whether a value keeps what the row promises."""
        return value >= self.bound if self.least else value <= self.bound


def measured(row: Row, bench: Bench, runs: int) -> Figures:
    """All runs of a row, as figures; an error is told in its place."""
    found: Figures = {
        "what": row.what,
        "reference": row.reference,
        "bound": row.bound,
        "at": "least" if row.least else "most",
        "unit": row.unit,
    }
    done: list[Measured] = []
    for number in range(min(runs, row.runs)):
        started = time.monotonic()
        say(f"{row.name}: run {number + 1}")
        try:
            done.append(row.measure(bench))
        except Exception as error:  # the other rows are to be measured all the same
            say(f"{row.name}: {type(error).__name__}: {error}")
            return found | {"error": f"{type(error).__name__}: {error}"}
        say(
            f"{row.name}: {done[-1].value:.3g} {row.unit} after {time.monotonic() - started:.0f} s "
            + ", ".join(f"{name} {shown(value)}" for name, value in done[-1].figures.items())
        )
    values = [each.value for each in done]
    return found | {
        "minimum": min(values),
        "median": median(values),
        "maximum": max(values),
        "holds": row.holds(median(values)),
        "runs": [{"value": each.value, **each.figures} for each in done],
    }


def shown(value: Any) -> str:
    """A figure in four digits."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def table(rows: dict[str, Figures]) -> str:
    """The rows as lines of text: minimum, median and maximum beside the bound."""
    lines = [f"{'':44} {'min':>9} {'median':>9} {'max':>9}    {'bound':>10}"]
    for figures in rows.values():
        if "error" in figures:
            lines.append(f"{figures['what']:44} {figures['error']}")
            continue
        at = ">=" if figures["at"] == "least" else "<="
        values = " ".join(f"{figures[each]:9.4g}" for each in ("minimum", "median", "maximum"))
        kept = "" if figures["holds"] else "  falls short"
        lines.append(
            f"{figures['what']:44} {values}    {at} {figures['bound']:<7g} {figures['unit']}{kept}"
        )
        lines.append(f"    against {figures['reference']}")
    return "\n".join(lines)


def say(text: str) -> None:
    """Tell how far it is, beside what is measured."""
    load = os.getloadavg()[0]
    print(f"[{time.strftime('%H:%M:%S')} load {load:.1f}] {text}", file=sys.stderr, flush=True)
