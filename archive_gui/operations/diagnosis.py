"""What the program runs on, and whether the parts that it needs work: for bug reports."""

import contextlib
import importlib.metadata
import platform
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hnswlib
import numpy as np
from PIL import features

from archive_gui import __version__
from archive_gui.catalog.project import CATALOG_NAME
from archive_gui.errors import ArchiveError
from archive_gui.learning.backbones import file_digest, weights_file
from archive_gui.learning.efficientnet_lite import WEIGHTS_DIGEST
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.learning.torch_weights import load_torch_weights
from archive_gui.log import last_crash, log_file
from archive_gui.operations.archive import data_folder

_PACKAGES = (
    "tensorflow",
    "keras",
    "ai-edge-litert",
    "hnswlib",
    "numpy",
    "pillow",
    "pillow-heif",
    "pyside6-essentials",
)
_CODECS = {"jpg": "JPEG", "zlib": "PNG", "libtiff": "TIFF", "jpg_2000": "JPEG 2000"}
_ROOM = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried; `detail` says what was seen."""

    name: str
    works: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Versions, places and checks; `works` when every check does.

    `last_crash` are the stacks of the window's last crash, empty where it never crashed.
    """

    version: str
    python: str
    system: str
    packages: dict[str, str]
    data_folder: str
    log_file: str
    checks: tuple[Check, ...]
    last_crash: str
    works: bool

    def in_words(self) -> str:
        """All of it, a line each."""
        lines = [f"archive-gui {self.version}, Python {self.python}, {self.system}"]
        lines += [f"  {name} {version}" for name, version in self.packages.items()]
        lines += [f"{'ok  ' if c.works else 'FAIL'}  {c.name}: {c.detail}" for c in self.checks]
        if self.last_crash:
            lines += ["the last crash of the window left this:", self.last_crash.strip()]
        return "\n".join(lines)


def diagnose() -> Diagnosis:
    """Try every part that the program needs; imports neither TensorFlow nor PySide6."""
    checks = (
        _try("image formats", _image_formats),
        _try("search index", _search_index),
        _try("network weights", _network_weights),
        _try("data folder", _data_folder),
        _try("projects", _projects),
    )
    return Diagnosis(
        version=__version__,
        python=platform.python_version(),
        system=platform.platform(),
        packages={name: _version(name) for name in _PACKAGES},
        data_folder=str(data_folder()),
        log_file=str(log_file()),
        checks=checks,
        last_crash=last_crash(),
        works=all(check.works for check in checks),
    )


def _try(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, True, check())
    except (ArchiveError, ImportError, OSError, RuntimeError, ValueError) as error:
        return Check(name, False, str(error))


def _image_formats() -> str:
    lacking = [title for codec, title in _CODECS.items() if not features.check(codec)]
    if lacking:
        raise ArchiveError(f"Pillow was built without {', '.join(lacking)}; install it by pip.")
    return ", ".join(_CODECS.values())


def _search_index() -> str:
    graph = hnswlib.Index(space="cosine", dim=4)
    graph.init_index(1)
    graph.add_items(np.ones((1, 4), np.float32), [7])
    found = int(graph.knn_query(np.ones((1, 4), np.float32), k=1)[0][0, 0])
    if found != 7:
        raise RuntimeError("hnswlib found the wrong neighbour")
    return "hnswlib finds its neighbours"


def _network_weights() -> str:
    file = weights_file(DEFAULT_BACKBONE)
    if file is None or not file.is_file():
        raise ArchiveError(f"The weights of {DEFAULT_BACKBONE} are missing; install it again.")
    if file_digest(file) != WEIGHTS_DIGEST:
        raise ArchiveError(f"The weights file {file} was altered; install archive-gui again.")
    return f"{DEFAULT_BACKBONE}, {len(load_torch_weights(file))} tensors in {file}"


def _projects() -> str:
    folders = [file.parent for file in (data_folder() / "projects").glob(f"*/{CATALOG_NAME}")]
    damaged = [str(folder) for folder in folders if not _is_sound(folder / CATALOG_NAME)]
    if damaged:
        raise ArchiveError(
            f"The catalog in {', '.join(damaged)} is damaged; open that archive and choose "
            "Restore backup in the menu File."
        )
    return f"{len(folders)} in the data folder, each with a sound catalog"


def _is_sound(catalog: Path) -> bool:
    try:
        address = f"{catalog.as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True, timeout=1)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _data_folder() -> str:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < _ROOM:
        raise ArchiveError(f"Only {free / 1024**3:.1f} GB are free in {folder}; make room.")
    return f"{free / 1024**3:.0f} GB free in {folder}"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
