"""Indexing folders full of files that hurt: each is indexed or told as failed."""

import json
import os
import stat
import subprocess
import sys
import time
import tracemalloc
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.scanner import walk
from archive_gui.imaging.decode import EXTENSIONS
from archive_gui.learning.lite import obtain_lite
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.operations.indexing import index_archive
from archive_gui.progress import Progress
from tests.conftest import draw
from tests.faults.census import census, differences
from tests.faults.pictures import REPLACEMENTS, bomb, write_corpus, write_special


@dataclass
class Figures:
    """What became of the files, and how much memory the largest process took."""

    files: int = 0
    indexed: int = 0
    failed: int = 0
    seconds: float = 0.0
    peak_megabytes: int = 0
    wrong: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "files": self.files,
            "indexed": self.indexed,
            "failed": self.failed,
            "seconds": round(self.seconds, 1),
            "peak megabytes": self.peak_megabytes,
            "wrong": self.wrong,
        }


def index_corpus(
    folder: Path, seed: int, cuts: int, mutations: int, bombs: tuple[int, ...]
) -> Figures:
    """Index a corpus by the command, and hold what came of it against what should.

    `bombs` are the sides of black pictures of one bit a pixel.
    """
    archive = folder / "archive"
    good = write_corpus(archive, seed, cuts, mutations)
    for side in bombs:
        (archive / f"black {side}.png").write_bytes(bomb(side, side))
    special = write_special(archive, folder / "outside")
    before = census(archive)
    figures = index_measured(archive, folder / "project")
    figures.wrong += [f"touched: {name}" for name in differences(before, census(archive))]
    told, indexed = set(figures.reasons), _indexed(folder / "project")
    figures.indexed, figures.failed = len(indexed), len(told)
    wanted = {name for name, is_good in special.items() if is_good} | good
    figures.wrong += [
        f"not indexed: {name!r}: {figures.reasons.get(name)}" for name in sorted(wanted - indexed)
    ]
    refused = {name for name, is_good in special.items() if not is_good}
    figures.wrong += [f"not told: {name!r}" for name in sorted(refused - told)]
    names = {
        file.name
        for file in archive.iterdir()
        if file.suffix.lower() in EXTENSIONS and stat.S_ISREG(file.lstat().st_mode)
    }
    names = {name for name in names if "\udcff" not in name}
    figures.files = len(names | set(special))
    figures.wrong += [f"neither nor: {name!r}" for name in sorted(names - indexed - told)]
    for name, reason in figures.reasons.items():
        if not reason.endswith(".") or "Traceback" in reason:
            figures.wrong.append(f"no sentence: {name!r}: {reason}")
        if "decodes it crashed" in reason or "takes too long" in reason:
            figures.wrong.append(f"ended its process: {name!r}: {reason}")
    return figures


# Between this process and the program: what a process takes is counted from its fork on, and a fork
# of the tests is as large as they are.
_MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True, errors="replace")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([done.returncode, done.stdout, done.stderr, peak]))
"""


def index_measured(archive: Path, project: Path) -> Figures:
    """Index by the command; how long it took, the memory of its largest process, what failed."""
    # TensorFlow prepares the network once a computer, with more memory than any file takes.
    obtain_lite(DEFAULT_BACKBONE)
    begun = time.monotonic()
    command = [sys.executable, "-m", "archive_gui", "index", os.fspath(archive), "--json"]
    command += ["--project", os.fspath(project)]
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command], stdout=subprocess.PIPE, check=True
    )
    code, written, errors, peak = json.loads(measured.stdout)
    figures = Figures(seconds=time.monotonic() - begun, peak_megabytes=peak // 1024)
    if code:
        figures.wrong.append(f"index failed: {errors[-500:]}")
    else:
        figures.reasons = {each["path"]: each["error"] for each in json.loads(written)["failed"]}
    return figures


def _indexed(project: Path) -> set[str]:
    with Project.open(project) as opened:
        return {
            image.path
            for image in list_images(opened)
            if image.error is None and image.sha256 is not None
        }


def replaced_while_read(folder: Path) -> list[str]:
    """Index an archive whose files are replaced between the walk and the reading; what is wrong."""
    archive = folder / "archive"
    archive.mkdir(parents=True)
    for number in range(6):
        draw(number).save(archive / f"good {number}.png")
    for name in REPLACEMENTS:
        draw(9).save(archive / f"{name}.png")

    def replace(report: object) -> None:
        for name, by in REPLACEMENTS.items():
            by(archive / f"{name}.png")

    with Project.create(folder / "project", archive) as project:
        report = index_archive(project, on_walked=replace)
        told = {failed.path for failed in report.failed}
        wrong = [f"{name} is not told" for name in REPLACEMENTS if f"{name}.png" not in told]
        if report.images != 6:
            wrong.append(f"{report.images} of 6 good files are indexed")
        for file in archive.glob("[!g]*"):
            if file.is_dir():
                file.rmdir()
            else:
                file.unlink()
        for name in REPLACEMENTS:
            draw(10).save(archive / f"{name}.png")
        again = index_archive(project)
        if again.failed or again.images != 6 + len(REPLACEMENTS):
            wrong.append(f"not all is well again: {again}")
    return wrong


class _Entry:
    """What a listing says of an image file."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        return False

    def stat(self) -> os.stat_result:
        return _STATUS


_STATUS = os.stat_result((stat.S_IFREG | 0o644, 1, 1, 1, 0, 0, 1000, 0, 0, 0), {"st_mtime_ns": 1})


class _Listing:
    def __init__(self, count: int) -> None:
        self._count = count

    def __enter__(self) -> "_Listing":
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def __iter__(self):  # type: ignore[no-untyped-def]
        return (_Entry(f"{number}.jpg") for number in range(self._count))


def walk_many(folder: Path, count: int) -> tuple[int, int]:
    """Walk a folder that lists so many files; how many were found, and bytes a file at the peak."""
    tracemalloc.start()
    try:
        with patch("os.scandir", lambda path: _Listing(count)):
            found = len(walk(folder, EXTENSIONS, Progress()).files)
        return found, tracemalloc.get_traced_memory()[1] // count
    finally:
        tracemalloc.stop()
