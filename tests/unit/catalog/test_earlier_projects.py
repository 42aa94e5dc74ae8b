"""A project as each version of the catalog's schema has made it, kept whole by this one.

`earlier/schema-N.zip` is a project with its archive of eight images, one of them gone: three
groupings with notes, marks of every role and odd names, seven steps and more of history of which
two are undone; from schema 2 on two groupings are related, and some were split and merged; from 3
on there are metadata and a credit. Each was made by the program of its time.
"""

import contextlib
import sqlite3
import zipfile
from pathlib import Path

import pytest

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import list_images
from archive_gui.catalog.journal import redo, undo
from archive_gui.catalog.migrating import scripts
from archive_gui.catalog.project import CATALOG_NAME, Project
from archive_gui.errors import ArchiveError
from tests.unit.catalog.conftest import scan_and_read

EARLIER = Path(__file__).parent / "earlier"
NEWEST = max(scripts())

Rows = dict[str, list[tuple[object, ...]]]


def rows(file: Path, tables: list[str] | None = None) -> Rows:
    """All rows of all or some tables of a catalog that nobody has open."""
    with contextlib.closing(sqlite3.connect(file)) as catalog:
        names = tables or [
            name
            for (name,) in catalog.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {name: sorted(catalog.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def unpacked(number: int, place: Path) -> tuple[Path, Path]:
    """The folders of the project and its archive."""
    with zipfile.ZipFile(EARLIER / f"schema-{number}.zip") as kept:
        kept.extractall(place)
    return place / "project", place / "archive"


def test_there_is_one_project_of_every_schema() -> None:
    assert {file.name for file in EARLIER.iterdir()} == {f"schema-{n}.zip" for n in scripts()}


@pytest.mark.parametrize("number", scripts())
def test_a_project_of_any_schema_opens_and_keeps_all(number: int, tmp_path: Path) -> None:
    folder, archive = unpacked(number, tmp_path)
    before = rows(folder / CATALOG_NAME)
    assert all(before[table] for table in ("images", "groupings", "marks", "steps", "changes"))
    with Project.open(folder, archive) as project:
        integrity, foreign = (
            project.connection.execute(f"PRAGMA {check}").fetchall()
            for check in ("integrity_check", "foreign_key_check")
        )
        assert ([tuple(row) for row in integrity], foreign) == ([("ok",)], [])
        version = project.connection.execute("PRAGMA user_version").fetchone()[0]
    assert version == NEWEST
    after = rows(folder / CATALOG_NAME, list(before))
    # The archive lies elsewhere now.
    settings = {key: value for key, value in before.pop("settings") if key != "archive"}
    assert settings.items() <= dict(after.pop("settings")).items()
    assert after == before
    copies = list(folder.glob("backups/*-update.sqlite3"))
    assert len(copies) == (number < NEWEST)
    for copy in copies:
        kept = rows(copy)
        kept.pop("settings")
        assert kept == before


@pytest.mark.parametrize("number", scripts())
def test_its_history_goes_back_to_the_beginning_and_forth_to_the_end(
    number: int, tmp_path: Path
) -> None:
    folder, archive = unpacked(number, tmp_path)
    with Project.open(folder, archive) as project:
        left = list_groupings(project)
        assert [grouping.name for grouping in left] == ["seal of the town", "nächste", "=1+1"]
        assert left[0].note == "red wax,\nsecond line"
        assert bool(left[0].related) == (number >= 2)
        assert redo(project) is not None
        assert redo(project) is not None
        assert redo(project) is None
        end = list_groupings(project)
        assert [grouping.name for grouping in end] == ["seal of the town", "nächste"]
        steps = sum(1 for _ in iter(lambda: undo(project), None))
        assert steps > 7
        assert list_groupings(project) == []
        for _ in range(steps):
            redo(project)
        assert list_groupings(project) == end


@pytest.mark.parametrize("number", scripts())
def test_its_images_are_known_again(number: int, tmp_path: Path) -> None:
    folder, archive = unpacked(number, tmp_path)
    with Project.open(folder, archive) as project:
        known = {image.path: image.id for image in list_images(project, missing=True)}
        report = scan_and_read(project)
        assert (report.added, report.missing) == (0, 0)
        images = list_images(project, missing=True)
        assert {image.path: image.id for image in images} == known
        assert [image.path for image in images if image.missing] == ["gone.png"]


def test_a_project_of_a_newer_schema_is_refused_in_one_sentence_and_not_touched(
    tmp_path: Path,
) -> None:
    folder, archive = unpacked(NEWEST, tmp_path)
    with contextlib.closing(sqlite3.connect(folder / CATALOG_NAME)) as catalog:
        catalog.execute("ALTER TABLE groupings ADD COLUMN colour TEXT")
        catalog.execute(f"PRAGMA user_version = {NEWEST + 1}")
        catalog.commit()
    before = rows(folder / CATALOG_NAME)
    with pytest.raises(ArchiveError) as told:
        Project.open(folder, archive)
    assert str(told.value) == (
        f"The project {folder} was made by a newer archive-gui; update the program to open it."
    )
    assert rows(folder / CATALOG_NAME) == before
    assert not list(folder.rglob("backups/*"))
