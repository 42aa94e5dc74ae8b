"""Every command and the journey in the window, and the archive folder as it was."""

import csv
import json
import os
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive_gui.cli.parser import command_names
from tests.conftest import KINDS, draw_shape
from tests.faults.census import census, differences

# Done for the archive once, but neither with it nor in it.
_ELSEWHERE = {"sample", "doctor"}
_EACH = 6


@dataclass
class Figures:
    """How many commands were run, and what each has touched."""

    commands: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {"commands": len(self.commands), "touched": self.touched, "failed": self.failed}


def make_archive(folder: Path) -> tuple[Path, Path]:
    """A small archive and the CSV of its groups."""
    archive, groups = folder / "archive", folder / "groups.csv"
    (archive / "below").mkdir(parents=True)
    with groups.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("path", "group", "label"))
        for kind in KINDS[:4]:
            for number in range(_EACH):
                name = f"below/{kind} {number}.jpg" if number % 2 else f"{kind} {number}.jpg"
                draw_shape(kind, number).save(archive / name, quality=92)
                rows.writerow((name, kind, kind))
    (archive / "notes.txt").write_text("not an image", "utf-8")
    return archive, groups


def make_read_only(folder: Path, read_only: bool = True) -> None:
    """Take the right to write everywhere below, or give it back."""
    for path in (*sorted(folder.rglob("*")), folder):
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode & ~0o222 if read_only else mode | stat.S_IWUSR)


def commands(archive: Path, groups: Path, folder: Path, depth: str) -> list[list[str]]:
    """Every command that has to do with an archive, in an order in which each can be done."""
    project, image = str(folder / "project"), str(archive / f"{KINDS[0]} 0.jpg")
    return [
        ["index", str(archive), "--project", project, "--json"],
        ["import-groups", project, str(groups), "--json"],
        ["export-triplets", project, str(folder / "triplets.csv")],
        ["import-triplets", project, str(folder / "triplets.csv"), "--json"],
        ["train", project, "--depth", depth, "--epochs", "2", "--json"],
        ["models", project, "--json"],
        ["use-model", project, "1"],
        ["query", project, image, "-k", "3", "--json"],
        ["evaluate", project, str(groups), "--json"],
        ["export-embeddings", project, str(folder / "embeddings.npz")],
        ["export-model", project, "1", str(folder / "model.keras")],
        ["index", str(archive), "--project", project],
        ["verify", project, "--json"],
    ]


def run_all(folder: Path, depth: str = "head") -> Figures:
    """Run every command on a read-only archive, and take a census after each."""
    archive, groups = make_archive(folder)
    make_read_only(archive)
    figures, before = Figures(), census(archive)
    for arguments in commands(archive, groups, folder, depth):
        _note(figures, arguments, before, archive)
    for attempt in ("export-triplets", "export-embeddings"):
        place = str(archive / "export.csv")
        done = run([attempt, str(folder / "project"), place])
        figures.commands.append(attempt)
        if done.returncode != 1 or differences(before, census(archive)):
            figures.touched.append(f"{attempt} into the archive")
    missed = command_names() - _ELSEWHERE - set(figures.commands)
    figures.failed += [f"{name} was not tried" for name in sorted(missed)]
    make_read_only(archive, read_only=False)
    return figures


def _note(figures: Figures, arguments: list[str], before: Any, archive: Path) -> None:
    done = run(arguments)
    figures.commands.append(arguments[0])
    if done.returncode:
        figures.failed.append(f"{arguments[0]}: {done.stderr.strip()[-300:]}")
    figures.touched += [f"{arguments[0]}: {name}" for name in differences(before, census(archive))]


def run(arguments: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run the command line as a user without any rights beyond, where this is root."""
    command = [sys.executable, "-m", "archive_gui", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def flip_bit(file: Path, place: int) -> None:
    """Change one bit of a file, and neither its size nor its date."""
    status = file.stat()
    data = bytearray(file.read_bytes())
    data[place // 8] ^= 1 << place % 8
    file.write_bytes(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def verified(project: Path) -> dict[str, Any]:
    """What `verify` says of a project."""
    found: dict[str, Any] = json.loads(run(["verify", str(project), "--json"]).stdout)
    return found
