"""Disks that are full, read-only, or gone, for each store; and clocks that go back."""

import contextlib
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from archive_gui.catalog.groupings import create_grouping, list_groupings
from archive_gui.catalog.images import list_images, readable_images
from archive_gui.catalog.journal import undo, undo_label
from archive_gui.catalog.project import CATALOG_NAME, Project
from archive_gui.errors import ArchiveError
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from tests.conftest import draw
from tests.faults.ground import Broken, Ground, marks_of, require_order

_PROGRESS = re.compile(r"[^.]+: [\d,]+( of [\d,]+)?")
# What is left on a disk that is almost full, and on one that was given room.
_LITTLE, _PLENTY = 40_000, 400_000_000


@dataclass
class Figures:
    """How many disks were tried, what was said, and what went wrong."""

    tried: int = 0
    said: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {"tried": self.tried, "said": self.said, "broken": self.broken}


class SmallDisk:
    """A file system of its own where this is root, and else a limit on the size of each file."""

    def __init__(self, folder: Path, contents: int) -> None:
        self.folder = folder
        self._mounted = False
        self._limit: int | None = None
        folder.mkdir(parents=True)
        if os.geteuid() == 0:
            options = f"size={contents + _LITTLE},mode=777"
            mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
            self._mounted = subprocess.run(mount, capture_output=True).returncode == 0
        if not self._mounted:
            self._limit = _LITTLE

    def fill(self) -> None:
        """Leave hardly any room."""
        if self._mounted:
            free = shutil.disk_usage(self.folder).free
            (self.folder / "filling").write_bytes(bytes(max(0, free - _LITTLE)))

    def give_room(self) -> None:
        """Have room for everything."""
        (self.folder / "filling").unlink(missing_ok=True)
        self._limit = None
        if self._mounted:
            self._remount(f"size={_PLENTY}")

    def make_read_only(self, read_only: bool = True) -> bool:
        """Whether nothing can be written to the disk now."""
        if self._mounted:
            self._remount("ro" if read_only else "rw")
        return self._mounted

    def limit(self) -> None:
        """Have this process meet the limit, where the disk has none itself."""
        if self._limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self._limit, self._limit))

    def close(self) -> None:
        """Take the disk away."""
        if self._mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)
            self._mounted = False
        shutil.rmtree(self.folder, ignore_errors=True)

    def _remount(self, options: str) -> None:
        command = ["mount", "-o", f"remount,{options}", str(self.folder)]
        subprocess.run(command, check=True, capture_output=True)


@contextlib.contextmanager
def small_disk(folder: Path, contents: int) -> Iterator[SmallDisk]:
    """A disk with room for so many bytes and hardly more."""
    disk = SmallDisk(folder, contents)
    try:
        yield disk
    finally:
        disk.close()


def run(arguments: list[str], disk: SmallDisk) -> tuple[int, str]:
    """Run a command; its exit code and what it says on stderr beside its progress."""
    command = [sys.executable, "-m", "archive_gui", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", preexec_fn=disk.limit)
    lines = [line for line in done.stderr.splitlines() if not _PROGRESS.fullmatch(line)]
    return done.returncode, "\n".join(lines)


def _size(path: Path) -> int:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    # A page is what a file takes at least.
    return sum(file.stat().st_size // 4096 * 4096 + 8192 for file in files) + 16_384


# Which store is on the full disk, in which state the project is, and the command that meets it.
Scene = tuple[str, str, Callable[[Path, Ground], list[str]]]


def _index(project: Path, ground: Ground) -> list[str]:
    return ["index", str(ground.archive), "--project", str(project)]


def _import(project: Path, ground: Ground) -> list[str]:
    return ["import-triplets", str(project), str(_many_marks(project, ground))]


def _train(project: Path, ground: Ground) -> list[str]:
    return ["train", str(project), "--depth", "head", "--epochs", "2"]


def _query(project: Path, ground: Ground) -> list[str]:
    return ["query", str(project), str(next(ground.archive.glob("*.jpg")))]


def _many_marks(project: Path, ground: Ground) -> Path:
    """A CSV of more groupings than the rest of a full disk takes."""
    file = project.parent / "many.csv"
    names = sorted(path.name for path in ground.archive.glob("*.jpg"))
    rows = [
        f"group {number} {'x' * 200},{','.join(names[(number + k) % len(names)] for k in range(3))}"
        for number in range(600)
    ]
    file.write_text("\n".join(("grouping,anchor,positive,negative", *rows)), "utf-8")
    return file


QUICK: tuple[Scene, ...] = (
    (CATALOG_NAME, "import", _import),
    ("features", "index", _index),
)
FULL: tuple[Scene, ...] = (
    *QUICK,
    (CATALOG_NAME, "index", _index),
    ("thumbnails.sqlite3", "index", _index),
    ("models", "train", _train),
    ("", "index", _index),
    ("", "import", _import),
    ("", "train", _train),
)


def fill_each(ground: Ground, folder: Path, scenes: tuple[Scene, ...], images: int) -> Figures:
    """Let the disk of each store be full, then have room again."""
    figures, before = Figures(), marks_of(ground.project)
    for store, job, command in scenes:
        figures.tried += 1
        title = f"{store or 'project'} full, {job}"
        project = ground.copy(folder, job)
        moved = project / store
        if not moved.exists():
            if "." in store:
                moved.touch()
            else:
                moved.mkdir()
        with small_disk(folder / "disk", _size(moved)) as disk:
            place = disk.folder / (store or "project")
            shutil.move(moved, place)
            moved.symlink_to(place)
            disk.fill()
            arguments = command(project, ground)
            code, said = run(arguments, disk)
            figures.said[title] = said
            try:
                _require_sentence(code, said)
                disk.give_room()
                after, more = run(arguments, disk)
                if after:
                    raise Broken(f"with room again: {more}")
                require_order(project, before, images)
            except Exception as error:
                figures.broken.append(f"{title}: {error}")
    return figures


def fill_exports(ground: Ground, folder: Path) -> Figures:
    """Export to a full disk: no file with the name of the export, nor a part of one."""
    figures, project = Figures(), ground.copy(folder, "export")
    commands = {
        "export-triplets": ["triplets.csv"],
        "export-embeddings": ["embeddings.npz"],
        "export-model": ["1", "model.keras"],
    }
    with small_disk(folder / "disk", 0) as disk:
        disk.fill()
        room = disk.folder / "filling"
        if room.is_file():
            room.write_bytes(room.read_bytes() + bytes(shutil.disk_usage(disk.folder).free))
        for command, rest in commands.items():
            if command == "export-triplets" and not room.exists():
                # Without a disk of its own there is room for this small file.
                continue
            figures.tried += 1
            out = disk.folder / rest[-1]
            code, said = run([command, str(project), *rest[:-1], str(out)], disk)
            figures.said[command] = said
            left = [file.name for file in disk.folder.iterdir() if file.name != "filling"]
            try:
                _require_sentence(code, said, must_fail=True)
                if left:
                    raise Broken(f"left behind: {left}")
            except Broken as error:
                figures.broken.append(f"{command} to a full disk: {error}")
    return figures


def refuse_writing(ground: Ground, folder: Path, images: int) -> Figures:
    """A project that nobody may write: each command is done, or says why not."""
    figures, before = Figures(), marks_of(ground.project)
    project = ground.copy(folder, "export")
    with small_disk(folder / "disk", 200_000_000) as disk:
        place = disk.folder / "project"
        shutil.move(project, place)
        if not disk.make_read_only():
            place.chmod(0o500)
        for arguments in (
            ["models", str(place)],
            ["import-triplets", str(place), str(ground.triplets)],
            _index(place, ground),
            _query(place, ground),
            ["use-model", str(place), "0"],
            ["verify", str(place)],
            ["index", str(ground.archive), "--project", str(disk.folder / "new")],
        ):
            figures.tried += 1
            code, said = run(arguments, disk)
            figures.said[arguments[0]] = said
            try:
                _require_sentence(code, said)
            except Broken as error:
                figures.broken.append(f"{arguments[0]} in a read-only project: {error}")
        disk.make_read_only(False)
        place.chmod(0o700)
        try:
            require_order(place, before, images)
        except Broken as error:
            figures.broken.append(f"after that: {error}")
    return figures


def _require_sentence(code: int, said: str, *, must_fail: bool = False) -> None:
    """Raise Broken unless a command was done, or has told in one sentence why not."""
    if "Traceback" in said or "did not expect" in said:
        raise Broken(f"no sentence: {said}")
    if code not in ((1,) if must_fail else (0, 1)):
        raise Broken(f"exit code {code}: {said}")
    if code and (len(said.splitlines()) != 1 or not said.endswith(".")):
        raise Broken(f"not one sentence: {said}")


def lose_the_drive(folder: Path) -> list[str]:
    """Take the archive folder away in the middle of indexing, and give it back; what is wrong."""
    archive, away, wrong = folder / "archive", folder / "away", []
    archive.mkdir(parents=True)
    for number in range(60):
        draw(number).save(archive / f"{number}.png")
    with Project.create(folder / "project", archive) as project:
        try:
            index_archive(project, on_walked=lambda report: archive.rename(away))
            wrong.append("nothing was said")
        except ArchiveError as error:
            if "cannot be found" not in str(error):
                wrong.append(str(error))
        known = list_images(project)
        if len(known) != 60 or any(image.error for image in known):
            wrong.append(f"of {len(known)} images some are told as failed")
        away.rename(archive)
        report = index_archive(project)
        if report.images != 60 or report.failed:
            wrong.append(f"not all is well again: {report}")
    return wrong


def set_the_clock_back(folder: Path) -> list[str]:
    """Mark while the clock goes back, with files from before and after our time; what is wrong."""
    archive, wrong = folder / "archive", []
    archive.mkdir(parents=True)
    for number, modified in enumerate((-(2**31), -1, 0, 2**31, 2**33)):
        draw(number).save(archive / f"{number}.png")
        with contextlib.suppress(OverflowError, OSError):
            os.utime(archive / f"{number}.png", (modified, modified))
    years = iter((2030, 2020, 2010, 1971))
    with Project.create(folder / "project", archive) as project:
        if index_archive(project).images != 5:
            wrong.append("not all files are indexed")
        images = readable_images(project)
        for image in images[:3]:
            moment = f"{next(years)}-01-01T00:00:00+00:00"
            with patch("archive_gui.catalog.journal.now", lambda moment=moment: moment):
                create_grouping(project, image.id, image.path)
        for image in reversed(images[:3]):
            if image.path not in (undo_label(project) or ""):
                wrong.append(f"undo takes back {undo_label(project)} before {image.path}")
            undo(project)
        if list_groupings(project):
            wrong.append("not all is undone")
        if index_archive(project).changed:
            wrong.append("files are taken for changed")
    return wrong


def fill_the_index(folder: Path, ground: Ground) -> list[str]:
    """Answer although the disk of the search index is full; what is wrong."""
    project, wrong = ground.copy(folder, "export"), []
    with small_disk(folder / "disk", 0) as disk, Project.open(project) as opened:
        shutil.rmtree(opened.index_folder, ignore_errors=True)
        opened.index_folder.symlink_to(disk.folder)
        disk.fill()
        with patch("archive_gui.search.index.EXACT_BELOW", 2):
            searcher = Searcher(opened)
            image = readable_images(opened)[0]
            if len(searcher.query_image(image.id, 3).results) != 3:
                wrong.append("it does not answer")
        disk.give_room()
        with patch("archive_gui.search.index.EXACT_BELOW", 2):
            Searcher(opened)
        if not list(disk.folder.glob("*.hnsw")):
            wrong.append("it is not kept with room again")
    return wrong
