"""Fixtures that every ring of tests shares: folders of the user, and small real archives."""

import csv
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from archive_gui.catalog.project import Project
from archive_gui.catalog.triplets import import_groups
from archive_gui.learning.metrics import EpochReport
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from archive_gui.operations.training import train_model
from archive_gui.progress import Progress
from archive_gui.sample import make_sample
from tests.own_folders import VARIABLES


@pytest.fixture(autouse=True, scope="session")
def shared_networks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Prepare a network once for all tests, which takes seconds, and download none."""
    folder = tmp_path_factory.mktemp("networks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARCHIVE_GUI_CACHE", str(folder))
        patch.setenv("KERAS_HOME", str(folder / "keras"))
        yield folder


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a test's settings and projects away from those of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for variable in VARIABLES:
        monkeypatch.setenv(variable, str(home / variable))
    return home


def draw(seed: int, size: tuple[int, int] = (120, 90)) -> Image.Image:
    """A small picture that differs from seed to seed."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 255, (6, 8, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


@pytest.fixture
def make_archive(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a folder of so many pictures, `photos/000.jpg` and so on."""

    def make(count: int) -> Path:
        folder = tmp_path / "archive" / "photos"
        folder.mkdir(parents=True)
        for number in range(count):
            draw(number).save(folder / f"{number:03d}.jpg", quality=90)
        return tmp_path / "archive"

    return make


@pytest.fixture
def project(tmp_path: Path, make_archive: Callable[[int], Path]) -> Iterator[Project]:
    """An open project on an archive of ten pictures that was not scanned yet."""
    with Project.create(tmp_path / "project", make_archive(10)) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive with its labels, which takes long to draw; not to be changed."""
    folder = tmp_path_factory.mktemp("sample") / "archive"
    make_sample(folder)
    return folder


KINDS = ("bar", "cross", "disc", "frame", "ring", "slope", "square", "triangle")
EACH = 9


def draw_shape(kind: str, number: int) -> Image.Image:
    """A picture whose kind is its shape, whatever its ground, its colours and its noise."""
    rng = np.random.default_rng([KINDS.index(kind), number])
    dark, light, ink = (tuple(map(int, rng.integers(0, 256, 3))) for _ in range(3))
    image = Image.new("RGB", (200, 160), light)
    draw = ImageDraw.Draw(image)
    step, width = int(rng.integers(12, 30)), int(rng.integers(2, 9))
    ground = int(rng.integers(0, 4))
    for start in range(-160, 200, step):
        if ground in (0, 2):
            draw.line((start, 0, start + 160 * (ground // 2), 160), dark, width)
        elif ground == 1:
            draw.line((0, start, 200, start), dark, width)
        else:
            for across in range(-160, 200, step):
                draw.ellipse((start, across, start + 2 * width, across + 2 * width), dark)
    size = int(rng.integers(22, 40))
    x, y = int(rng.integers(50, 150)), int(rng.integers(50, 110))
    box = (x - size, y - size, x + size, y + size)
    match kind:
        case "bar":
            draw.rectangle((x - size, y - 9, x + size, y + 9), ink)
        case "cross":
            draw.rectangle((x - size, y - 9, x + size, y + 9), ink)
            draw.rectangle((x - 9, y - size, x + 9, y + size), ink)
        case "disc":
            draw.ellipse(box, ink)
        case "frame":
            draw.rectangle(box, outline=ink, width=10)
        case "ring":
            draw.ellipse(box, outline=ink, width=10)
        case "slope":
            draw.line((x - size, y + size, x + size, y - size), ink, 14)
        case "square":
            draw.rectangle(box, ink)
        case "triangle":
            draw.polygon([(x, y - size), (x - size, y + size), (x + size, y + size)], ink)
    noisy = np.asarray(image) + rng.normal(0, 12, (160, 200, 3))
    return Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))


@dataclass(frozen=True)
class Shapes:
    """An archive of shapes, the true kind of each (CSV), and a curator's marks (CSV)."""

    archive: Path
    labels: Path
    groups: Path

    @property
    def truth(self) -> dict[str, str]:
        with self.labels.open(encoding="utf-8", newline="") as lines:
            return {row["path"]: row["label"] for row in csv.DictReader(lines)}


@pytest.fixture(scope="session")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Shapes:
    """72 pictures of 8 shapes, of which 6 of each of the first 5 shapes are marked."""
    folder = tmp_path_factory.mktemp("shapes")
    made = Shapes(folder / "archive", folder / "labels.csv", folder / "groups.csv")
    made.archive.mkdir()
    for kind in KINDS:
        for number in range(EACH):
            draw_shape(kind, number).save(made.archive / f"{kind} {number}.jpg", quality=92)
    named = [(f"{kind} {number}.jpg", kind, number) for kind in KINDS for number in range(EACH)]
    _write_rows(made.labels, [("path", "label"), *((path, kind) for path, kind, _ in named)])
    marked = [(path, kind) for path, kind, n in named if n < 6 and kind in KINDS[:5]]
    _write_rows(made.groups, [("path", "group"), *marked])
    return made


def _write_rows(file: Path, rows: list[tuple[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


@pytest.fixture(scope="session")
def indexed_shapes(shapes: Shapes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project on the shapes, indexed and marked; not to be changed."""
    folder = tmp_path_factory.mktemp("indexed") / "project"
    with Project.create(folder, shapes.archive) as project:
        index_archive(project)
        import_groups(project, shapes.groups)
    return folder


@pytest.fixture(scope="session")
def trained_shapes(indexed_shapes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with model 1, a trained head; not to be changed."""
    folder = tmp_path_factory.mktemp("trained") / "project"
    shutil.copytree(indexed_shapes, folder)
    with Project.open(folder) as project:
        train_model(project, TrainingSettings(depth=Depth.HEAD, epochs=15))
    return folder


@pytest.fixture(scope="session")
def tuned_shapes(shapes: Shapes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project on 15 marked shapes; model 2 is of depth top, 4 of full and stopped early.

    Models 1 and 3 are the quick ones on the way to them.
    """
    folder = tmp_path_factory.mktemp("tuned")
    (folder / "archive").mkdir()
    for kind in KINDS[:3]:
        for number in range(5):
            shutil.copy(shapes.archive / f"{kind} {number}.jpg", folder / "archive")
    with Project.create(folder / "project", folder / "archive") as project:
        index_archive(project)
        import_groups(project, shapes.groups)
        train_model(project, TrainingSettings(depth=Depth.TOP, epochs=1))
        progress = Progress()

        def stop(report: EpochReport) -> None:
            if report.stage == Depth.FULL:
                progress.cancel()

        settings = TrainingSettings(depth=Depth.FULL, epochs=40)
        train_model(project, settings, progress=progress, on_epoch=stop)
        for model in (2, 4):
            Searcher(project, model)
    return folder / "project"


@pytest.fixture
def indexed(indexed_shapes: Path, tmp_path: Path) -> Iterator[Project]:
    """An open project on the shapes, indexed and marked, for one test alone."""
    shutil.copytree(indexed_shapes, tmp_path / "indexed")
    with Project.open(tmp_path / "indexed") as project:
        yield project


@pytest.fixture
def trained(trained_shapes: Path, tmp_path: Path) -> Iterator[Project]:
    """The same with model 1 in use."""
    shutil.copytree(trained_shapes, tmp_path / "trained")
    with Project.open(tmp_path / "trained") as project:
        yield project


# Python loads a module of this name when a process starts. This one makes the decoder of PNG files
# crash as a library in C would, on every picture of 77 pixels in width, and hang on those of 78.
CRASHING = """
import os
import re
from PIL import PngImagePlugin

verify = PngImagePlugin.PngImageFile._open

def crash(self):
    verify(self)
    if self.size[0] == 77:
        os.kill(os.getpid(), {signal})
    if self.size[0] == 78:
        re.fullmatch("(a+)+b", "a" * 40)

PngImagePlugin.PngImageFile._open = crash
"""


@pytest.fixture
def crashing_decoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "crashing"
    folder.mkdir()
    code = CRASHING.format(signal=int(signal.SIGSEGV))
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.fspath(folder))
