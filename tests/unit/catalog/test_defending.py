"""A catalog that somebody forged is refused in a sentence, before anything of it runs."""

import shutil
import sqlite3

import pytest

from archive_gui.catalog.groupings import create_grouping
from archive_gui.catalog.journal import undo
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
