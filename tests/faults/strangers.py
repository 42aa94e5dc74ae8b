"""Projects and files to import in which somebody has forged something: data, whatever they hold."""

import io
import json
import os
import random
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from archive_gui.catalog.interchange.exports import export_groupings
from archive_gui.catalog.project import Project
from tests.faults.ground import Broken, Ground, begin, heard
from tests.faults.pictures import mutated

QUICK = {"answer": 3, "take": 2, "mark": 1}
FULL = {
    "answer": 120,
    "take": 80,
    "index": 30,
    "mark": 30,
    "import": 20,
    "export": 30,
    "migrate": 40,
}
_PATIENCE_SECONDS = 120.0
# What no such file should hold in place of a number, a name or a path.
_WEIRD: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**31, 2**63 - 1, -1.5, float("inf"), "", "x" * 100_000, "\0", "-1"),
    *("../../outside.jpg", "/etc/passwd", "=1+1", "<b>", "\ud800", [], {}, [[[]]]),
)
_MANIFEST = {
    "type": "Manifest",
    "label": {"de": ["Album"]},
    "metadata": [{"label": {"en": ["Date"]}, "value": {"en": ["1901", "1902"]}}],
    "items": [
        {
            "type": "Canvas",
            "label": {"none": ["f. 1r"]},
            "items": [{"items": [{"body": {"id": "https://iiif.example/bar%200.jpg"}}]}],
        }
    ],
}


@dataclass
class Figures:
    """How many forgeries were tried, how each ended, and what went wrong."""

    tried: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {"tried": self.tried, "ends": dict(self.ends), "broken": self.broken}


def forge(ground: Ground, folder: Path, wanted: dict[str, int], seed: int) -> Figures:
    """Forge a file or two of a project or of what is imported, so many times for each job."""
    lots, figures, hurt = random.Random(seed), Figures(), folder.parent / "hurt"
    for job, count in wanted.items():
        for _ in range(count):
            project = ground.copy(folder, job)
            told = ", ".join(forge_some(project, job, hurt, lots))
            process, connection = begin(job, project)
            said = heard(connection, time.monotonic() + _PATIENCE_SECONDS)
            process.kill()
            process.join()
            end = next((each for each in said if each[0] in ("done", "refused", "raised")), None)
            figures.tried += 1
            figures.ends["ended its process" if end is None else end[0]] += 1
            try:
                _require_harmless(end, hurt)
            except Broken as error:
                figures.broken.append(f"{job}, {told}: {error}")
        told = f"{job}: {count} forgeries, {len(figures.broken)} things broken so far"
        print(told, file=sys.stderr, flush=True)
    return figures


def _require_harmless(end: tuple[str, Any] | None, hurt: Path) -> None:
    if hurt.exists():
        hurt.rmdir()
        raise Broken("what somebody else has written was run")
    if end is None:
        raise Broken("the process ended or came to no end")
    kind, what = end
    if kind == "raised":
        raise Broken(what)
    if kind == "refused" and not (str(what).endswith(".") and len(str(what).splitlines()) == 1):
        raise Broken(f"not one sentence: {what}")


def forge_some(project: Path, job: str, hurt: Path, lots: random.Random) -> list[str]:
    """Change one or two files; what was done."""
    if job == "take":
        given = project.parent / "given"
        given.mkdir()
        _write_given(project, given)
        files = sorted(given.iterdir())
    elif job == "import":
        files = [project.parent / "triplets.csv"]
    else:
        files = [file for file in sorted(project.rglob("*")) if file.is_file()]
        # The program reads neither of these here, save to copy a model.
        files = [f for f in files if f.suffix != ".keras" and f.parent.name != "backups"]
    done = []
    for file in lots.sample(files, min(len(files), lots.choice((1, 1, 2)))):
        ways = [_mutate, _cut, _replace_by_noise, _swap]
        ways += [_WAYS[file.suffix]] * 4 if file.suffix in _WAYS else []
        way = lots.choice(ways)
        way(file, lots, hurt)
        done.append(f"{file.name} by {way.__name__}")
    return done


def _write_given(project: Path, given: Path) -> None:
    """What other programs and curators give."""
    with Project.open(project) as opened:
        export_groupings(opened, given / "marks.json")
    (given / "manifest.json").write_text(json.dumps(_MANIFEST), "utf-8")
    rows = "file;place;year\nbar 0.jpg;Jena;1901\ncross 1.jpg;Weimar;1902\n"
    (given / "metadata.csv").write_text(rows, "utf-8")
    (given / "groups.csv").write_text("path,group\nbar 0.jpg,a\nbar 1.jpg,a\n", "utf-8")


def _mutate(file: Path, lots: random.Random, hurt: Path) -> None:
    data = file.read_bytes() or b"\0"
    for _ in range(lots.choice((1, 1, 20))):
        data = mutated(data, lots) or b"\0"
    file.write_bytes(data)


def _cut(file: Path, lots: random.Random, hurt: Path) -> None:
    os.truncate(file, lots.randrange(file.stat().st_size + 1))


def _replace_by_noise(file: Path, lots: random.Random, hurt: Path) -> None:
    file.write_bytes(lots.choice((b"", b"\0" * 100_000, lots.randbytes(5000), b"[" * 200_000)))


def _swap(file: Path, lots: random.Random, hurt: Path) -> None:
    """Put a folder, or a link that leads out, in the place of a file."""
    file.unlink()
    if lots.random() < 0.5:
        file.mkdir()
    else:
        file.symlink_to(lots.choice(("/etc/passwd", "/dev/null", file.name)))


def _forge_rows(file: Path, lots: random.Random, hurt: Path) -> None:
    """Put what does not belong there into a column of a database."""
    with closing(sqlite3.connect(file)) as database, database, suppress(sqlite3.Error):
        rows = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        table = lots.choice(rows)[0]
        column = lots.choice(database.execute(f"PRAGMA table_info({table})").fetchall())[1]
        value = lots.choice([each for each in _WEIRD if not isinstance(each, (list, dict))])
        value = value.encode("utf-8", "replace") if value == "\ud800" else value
        database.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))


def _forge_json(file: Path, lots: random.Random, hurt: Path) -> None:
    """Put what does not belong there into the place of a value, however deep."""
    document = inside = json.loads(file.read_text("utf-8"))
    while inside and isinstance(inside, (dict, list)):
        key = lots.choice(list(inside) if isinstance(inside, dict) else range(len(inside)))
        if not isinstance(inside[key], (dict, list)) or lots.random() < 0.3:
            inside[key] = lots.choice(_WEIRD)
            break
        inside = inside[key]
    file.write_text(json.dumps(document), "utf-8")


class _Hurtful:
    """What is run wherever it is unpickled."""

    def __init__(self, hurt: Path) -> None:
        self._hurt = hurt

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return os.mkdir, (os.fspath(self._hurt),)


def _forge_arrays(file: Path, lots: random.Random, hurt: Path) -> None:
    """Give one of several arrays another shape or kind, or something to be unpickled."""
    with np.load(file, allow_pickle=False) as loaded:
        arrays = dict(loaded)
    name = lots.choice(list(arrays))
    array = arrays[name]
    forged = (
        lambda: array[..., :-1] if array.ndim else array[np.newaxis],
        lambda: np.zeros((0, 0), np.float32),
        lambda: array.astype(np.complex64),
        lambda: np.full_like(array, np.nan if array.dtype.kind == "f" else -1),
        lambda: np.array([_Hurtful(hurt)], object),
        lambda: np.array(["x" * 100]),
        lambda: array.T,
    )
    arrays[name] = lots.choice(forged)()
    if lots.random() < 0.2:
        del arrays[name]
    out = io.BytesIO()
    np.savez(out, **arrays)
    file.write_bytes(out.getvalue())


_WAYS = {".sqlite3": _forge_rows, ".json": _forge_json, ".npz": _forge_arrays}
