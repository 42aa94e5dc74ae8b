"""A catalog that somebody forged is refused in a sentence, before anything of it runs."""

import shutil
import sqlite3
import subprocess
import sys

import pytest

from archive_gui.catalog.groupings import create_grouping
from archive_gui.catalog.journal import undo
from archive_gui.catalog.locking import in_use
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from tests.unit.catalog.conftest import scan_and_read

FORGED = {
    "a trigger": "CREATE TRIGGER evil AFTER INSERT ON marks BEGIN DELETE FROM marks; END",
    "a view": "CREATE VIEW evil AS SELECT 1",
    "a table": "CREATE TABLE evil (x)",
    "a changed table": "ALTER TABLE groupings ADD COLUMN evil",
    "a lost trigger": "DROP TRIGGER marks_insert",
    "a path above": "UPDATE images SET path = 'photos/../../secret.jpg' WHERE id = 1",
    "an absolute path": "UPDATE images SET path = '/etc/hostname.jpg' WHERE id = 1",
    "a blob for a path": "UPDATE images SET path = x'00ff' WHERE id = 1",
    "a word for a size": "UPDATE images SET size = 'large' WHERE id = 1",
    "no digest": "UPDATE images SET sha256 = 'ab../..' WHERE id = 1",
    "other letters for a digest": f"UPDATE images SET sha256 = '{'g' * 64}' WHERE id = 3",
    "the same far from the others": f"UPDATE images SET id = 2000000, sha256 = '{'g' * 64}' "
    "WHERE id = 3",
    "a number below all": "UPDATE images SET id = -5 WHERE id = 3",
    "a number for a name": "UPDATE groupings SET name = x'00'",
    "a grouping without an anchor": "UPDATE marks SET role = 'positive'",
    "a mark of no grouping": "INSERT INTO marks VALUES (99, 2, 'positive')",
    "a mark of no image": "INSERT INTO marks VALUES (1, 99, 'positive')",
    "a relation to no grouping": "INSERT INTO related VALUES (1, 99)",
    "a blob as a setting": "UPDATE settings SET value = x'ff' WHERE key = 'archive'",
    "a blob for a property": "INSERT INTO properties VALUES (1, 1, 'Title', x'00')",
    "a number for a person": "INSERT INTO credits VALUES (1, 1, 1, x'00', 'then')",
    "another program's database": "PRAGMA user_version = 0",
}


@pytest.fixture
def folder(project: Project):
    scan_and_read(project)
    create_grouping(project, 1, "seals")
    project.close()
    return project.folder


@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_catalog_is_refused(folder, forged: str):
    catalog = folder / "catalog.sqlite3"
    with sqlite3.connect(catalog) as connection:
        connection.execute(FORGED[forged])
    connection.close()
    before = catalog.read_bytes()
    with pytest.raises(ArchiveError, match=r"archive-gui (never )?writes"):
        Project.open(folder)
    assert catalog.read_bytes() == before
    assert not (folder / "backups").exists()


def test_rows_are_not_gone_through_again_where_nobody_else_touched_them(folder, monkeypatch):
    monkeypatch.setattr("archive_gui.catalog.project.require_sound_rows", _gone_through)
    for _ in range(2):
        with Project.open(folder) as project:
            create_grouping(project, 2)


def test_a_copy_of_the_catalog_is_gone_through_though_it_has_the_same_bytes_and_times(
    folder, monkeypatch
):
    monkeypatch.setattr("archive_gui.catalog.project.require_sound_rows", _gone_through)
    catalog = folder / "catalog.sqlite3"
    shutil.copy2(catalog, folder / "other")
    (folder / "other").replace(catalog)
    with pytest.raises(_GoneThrough):
        Project.open(folder)


@pytest.mark.parametrize("seal", [b"", b"0" * 64, b"\xff", b"[" * 100_000, None])
def test_rows_are_gone_through_without_the_seal_of_this_user(folder, monkeypatch, seal):
    monkeypatch.setattr("archive_gui.catalog.project.require_sound_rows", _gone_through)
    file = folder / "catalog.seal"
    assert file.read_bytes()
    if seal is None:
        file.unlink()
    else:
        file.write_bytes(seal)
    with pytest.raises(_GoneThrough):
        Project.open(folder)


def test_rows_are_gone_through_while_the_log_holds_some_of_them(folder, monkeypatch):
    killed = (
        "import os, sys; from pathlib import Path; from archive_gui.catalog.project import Project;"
        "Project.open(Path(sys.argv[1])).set_setting('archive', '/'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", killed, str(folder)]).returncode == 9
    monkeypatch.setattr("archive_gui.catalog.project.require_sound_rows", _gone_through)
    with pytest.raises(_GoneThrough):
        Project.open(folder)


def test_rows_are_gone_through_where_a_journal_would_change_them(folder, monkeypatch):
    monkeypatch.setattr("archive_gui.catalog.project.require_sound_rows", _gone_through)
    (folder / "catalog.sqlite3-journal").write_bytes(b"what is to be rolled back")
    with pytest.raises(_GoneThrough):
        Project.open(folder)


def test_a_catalog_that_took_the_place_of_the_open_one_is_not_sealed(folder, monkeypatch):
    # As programs do that keep folders on several computers the same.
    with Project.open(folder) as project:
        create_grouping(project, 2)
        shutil.copyfile(folder / "catalog.sqlite3", folder / "other")
        (folder / "other").replace(folder / "catalog.sqlite3")
    for left in folder.glob("catalog.sqlite3-*"):
        left.unlink()
    monkeypatch.setattr("archive_gui.catalog.project.require_sound_rows", _gone_through)
    with pytest.raises(_GoneThrough):
        Project.open(folder)


def test_a_project_is_given_back_whatever_becomes_of_its_seal(folder, monkeypatch):
    project = Project.open(folder)
    monkeypatch.setattr("archive_gui.catalog.project.seal_as_sound", _gone_through)
    with pytest.raises(_GoneThrough):
        project.close()
    assert not in_use(folder)


def test_a_catalog_that_was_refused_is_not_sealed(folder):
    with sqlite3.connect(folder / "catalog.sqlite3") as connection:
        connection.execute(FORGED["a path above"])
    connection.close()
    for _ in range(2):
        with pytest.raises(ArchiveError, match="is not as"):
            Project.open(folder)


class _GoneThrough(BaseException):
    """The rows of a catalog are looked at."""


def _gone_through(*_):
    raise _GoneThrough


@pytest.mark.parametrize(
    ("relation", "after"),
    [
        ("settings", '{"key": "archive", "value": "/"}'),
        ("groupings", '{"id": 1, "name": "x", "note) VALUES (1,2,3) --": 1}'),
        ("marks", "[1, 2]"),
        ("marks", "[" * 50_000),
    ],
)
def test_a_forged_step_is_not_undone(folder, relation: str, after: str):
    shutil.copy(folder / "catalog.sqlite3", folder / "copy.sqlite3")
    with sqlite3.connect(folder / "catalog.sqlite3") as connection:
        [step] = connection.execute("SELECT max(id) FROM steps").fetchone()
        connection.execute(
            "INSERT INTO changes (step, relation, before, after) VALUES (?, ?, NULL, ?)",
            (step, relation, after),
        )
    connection.close()
    with Project.open(folder) as project:
        with pytest.raises(ArchiveError, match="journal is damaged"):
            undo(project)
        assert project.setting("archive") == str(project.archive)
        [name] = project.connection.execute("SELECT name FROM groupings").fetchone()
        assert name == "seals"
