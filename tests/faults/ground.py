"""An archive, a marked project on it with a trained model, and whether one is in order."""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import numpy as np

from archive_gui.catalog.groupings import create_grouping, list_groupings, mark
from archive_gui.catalog.images import list_images
from archive_gui.catalog.migrating import SCHEMA
from archive_gui.catalog.project import CATALOG_NAME, Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.triplets import export_triplets
from archive_gui.learning import registry
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.preparing import prepare_model
from archive_gui.operations.training import train_model
from archive_gui.operations.versions import model_in_use, use_model
from tests.conftest import KINDS, draw_shape
from tests.faults import jobs
from tests.own_folders import use_own_folders

Mark = tuple[str, int, str]

# Loads the program once; each process that is to be killed is forked from it.
forks = get_context("forkserver")
forks.set_forkserver_preload(["tests.faults.jobs"])

_EACH = 6
_PATIENCE_SECONDS = 300.0
_TABLES = ("settings", "images", "groupings", "marks", "steps", "changes")


class Broken(AssertionError):
    """Something is lost or wrong; the text says what."""


@dataclass(frozen=True)
class Ground:
    """What each trial gets a copy of: a project with model 1, and a CSV of more triplets."""

    archive: Path
    project: Path
    triplets: Path

    def copy(self, folder: Path, job: str) -> Path:
        """A project of its own in `folder`, in the state in which the job has most to do."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        project = Path(shutil.copytree(self.project, folder / "project"))
        shutil.copy(self.triplets, folder / "triplets.csv")
        (folder / "out").mkdir()
        if job == "index":
            shutil.rmtree(project / "features")
            for file in project.glob("thumbnails.sqlite3*"):
                file.unlink()
            with closing(sqlite3.connect(project / CATALOG_NAME)) as catalog, catalog:
                catalog.execute("UPDATE images SET unread = 1")
        if job == "migrate":
            _make_older(project)
        return project


def own_folders(folder: Path) -> None:
    """Keep settings, projects and networks in `folder`, also those of processes to come."""
    use_own_folders(folder)
    os.environ["ARCHIVE_GUI_CACHE"] = str(folder / "networks")


def make_ground(folder: Path) -> Ground:
    """A small ground, made from nothing."""
    archive = folder / "archive"
    archive.mkdir(parents=True)
    for kind in KINDS[:4]:
        for number in range(_EACH):
            draw_shape(kind, number).save(archive / f"{kind} {number}.jpg", quality=92)
    with Project.create(folder / "project", archive) as project:
        index_archive(project)
        ids = {image.path: image.id for image in list_images(project)}
        for kind, other in pairwise(KINDS[:4]):
            grouping = create_grouping(project, ids[f"{kind} 0.jpg"], kind)
            for role, of in ((Role.POSITIVE, kind), (Role.NEGATIVE, other)):
                images = [ids[f"{of} {number}.jpg"] for number in range(1, _EACH - 1)]
                mark(project, grouping, images, role)
        train_model(project, TrainingSettings(depth=Depth.HEAD, epochs=5))
        # Whether it is any better is of no account here.
        use_model(project, 1)
        prepare_model(project)
    return with_triplets(archive, folder / "project", folder)


def with_triplets(archive: Path, project: Path, folder: Path) -> Ground:
    """A ground of an archive and a project on it that holds model 1."""
    with Project.open(Path(shutil.copytree(project, folder / "other"))) as other:
        anchor, positive, negative = list_images(other)[-3:]
        grouping = create_grouping(other, anchor.id, "imported")
        mark(other, grouping, [positive.id], Role.POSITIVE)
        mark(other, grouping, [negative.id], Role.NEGATIVE)
        export_triplets(other, folder / "triplets.csv")
    shutil.rmtree(folder / "other")
    return Ground(archive, project, folder / "triplets.csv")


def _make_older(project: Path) -> None:
    """Bring the catalog back to the first version of its schema."""
    older = project / "older.sqlite3"
    with closing(sqlite3.connect(older)) as catalog:
        catalog.executescript((SCHEMA / "001_initial.sql").read_text("utf-8"))
        catalog.execute("ATTACH ? AS newer", (str(project / CATALOG_NAME),))
        for table in _TABLES:
            names = [row[1] for row in catalog.execute(f"PRAGMA main.table_info({table})")]
            columns = ", ".join(names)
            catalog.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM newer.{table}")
        catalog.execute("PRAGMA user_version = 1")
        catalog.commit()
    for file in project.glob(f"{CATALOG_NAME}*"):
        file.unlink()
    older.rename(project / CATALOG_NAME)


def begin(
    job: str, project: Path, fault: str | None = None, at: int = 0
) -> tuple[BaseProcess, Connection]:
    """Begin a job in a process of its own, which may meet a fault; and what it says.

    It has loaded all that it needs, and says so first.
    """
    here, there = Pipe()
    process = forks.Process(
        target=jobs.run, args=(job, project, project.parent / "out", there, fault, at)
    )
    process.start()
    there.close()
    return process, here


def heard(connection: Connection, until: float | None = None) -> list[Any]:
    """What a process says until then (by the monotonic clock), or until it says no more."""
    said = []
    try:
        while until is None or connection.poll(max(0.0, until - time.monotonic())):
            said.append(connection.recv())
    except (EOFError, ConnectionError):
        return said
    return said


def confirmed_marks(job: str, said: list[tuple[str, Any]]) -> set[Mark]:
    """The marks of which a job has said that they are kept."""
    return {what for kind, what in said if kind == "confirmed" and job == "mark"}


def marks_of(folder: Path) -> set[Mark]:
    """Every mark of a project that is not open, which this opens."""
    with Project.open(folder) as project:
        return {
            (grouping.name, image, role)
            for grouping in list_groupings(project)
            for role, images in (
                ("anchor", (grouping.anchor,)),
                ("positive", grouping.positives),
                ("negative", grouping.negatives),
            )
            for image in images
        }


def require_order(folder: Path, wanted: set[Mark], images: int) -> None:
    """Raise Broken unless the project opens, has all `wanted` marks, and its model answers."""
    lost = wanted - marks_of(folder)
    if lost:
        raise Broken(f"marks are lost: {sorted(lost)[:5]}")
    with Project.open(folder) as project:
        if left := list(folder.rglob(".*.part*")):
            raise Broken(f"left behind: {left}")
        used = model_in_use(project)
        versions = registry.versions(project.models_folder)
        if used < 1:
            raise Broken("the model in use is lost")
        for version in versions:
            version.projection()
            if not version.keras_file.is_file():
                raise Broken(f"model {version.model} is not whole")
        if project.connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Broken("the catalog is damaged")
    model, known, answers = ask(folder)
    if (model, known, answers) != (used, images, 3 * images):
        raise Broken(f"model {model} answers {answers} for {known} of {images} images")


def ask(folder: Path) -> tuple[int, int, int]:
    """Have a process ask for each image; the model, how many images, and how many answers."""
    here, there = Pipe()
    process = forks.Process(target=jobs.search, args=(folder, there))
    process.start()
    there.close()
    try:
        if not here.poll(_PATIENCE_SECONDS):
            raise Broken("the search came to no end")
        found: tuple[int, int, int] = here.recv()
        return found
    except EOFError:
        raise Broken("the search failed") from None
    finally:
        process.kill()
        process.join()


def require_whole_exports(out: Path, ground: Ground, images: int) -> None:
    """Raise Broken when a file with the name of an export is not all that it should be."""
    for file in out.glob("[!.]*"):
        if file.name == "triplets.csv":
            whole = file.read_bytes().endswith(b"\r\n")
        elif file.name == "embeddings.npz":
            with np.load(file) as arrays:
                whole = len(arrays["embeddings"]) == len(arrays["paths"]) == images
        else:
            source = ground.project / "models" / "1" / "model.keras"
            whole = file.read_bytes() == source.read_bytes()
        if not whole:
            raise Broken(f"{file.name} is half an export")
