"""Looking at a project that another process has open, or in whose folder nothing can be written."""

import os
import sqlite3
from pathlib import Path

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.metadata import import_metadata
from archive_gui.catalog.journal import redo, undo
from archive_gui.catalog.locking import ProjectLocked
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from archive_gui.operations.querying import Searcher
from archive_gui.operations.reading_copies import open_reading_copy


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith(("-shm", "lock.json"))
    }


def test_a_project_in_use_is_looked_at_as_it_is_now(indexed: Project):
    with pytest.raises(ProjectLocked, match="in use"):
        Project.open(indexed.folder)
    first = g.list_groupings(indexed)[0]
    g.rename_grouping(indexed, first.id, "Just now")
    before = files_of(indexed.folder)
    with open_reading_copy(indexed.folder) as copy:
        assert copy.folder != indexed.folder
        assert g.list_groupings(copy) == g.list_groupings(indexed)
        assert g.list_groupings(copy)[0].name == "Just now"
        images = list_images(copy)
        report = Searcher(copy).query_file(copy.archive / images[0].path, 5)
        assert len(report.results) == 5
        for refused in (
            lambda: g.mark(copy, first.id, [first.negatives or images[-1].id], Role.NEGATIVE),
            lambda: g.create_grouping(copy, images[0].id),
            lambda: g.delete_grouping(copy, first.id),
            lambda: undo(copy),
            lambda: redo(copy),
            lambda: import_metadata(copy, copy.folder / "none.csv"),
        ):
            with pytest.raises(ArchiveError, match="a copy to look at"):
                refused()
        assert g.list_groupings(copy) == g.list_groupings(indexed)
    assert files_of(indexed.folder) == before
    # What was marked meanwhile is seen the next time.
    g.rename_grouping(indexed, first.id, "Later")
    with open_reading_copy(indexed.folder) as again:
        assert again.folder == copy.folder
        assert g.list_groupings(again)[0].name == "Later"


def test_nothing_is_written_beside_a_project_that_is_closed(indexed: Project):
    indexed.close()
    assert not list(indexed.folder.glob("catalog.sqlite3-*"))
    (indexed.folder / "models").mkdir(exist_ok=True)
    (indexed.folder / "models" / "leads-out").symlink_to("/etc")
    before = sorted(indexed.folder.rglob("*"))
    # Who runs the tests may write everywhere, so the folder tells by what is in it.
    indexed.folder.chmod(0o555)
    try:
        with open_reading_copy(indexed.folder) as copy:
            assert len(list_images(copy)) == 72
            assert not (copy.folder / "models" / "leads-out").exists()
        left = sorted(set(indexed.folder.rglob("*")) - set(before))
        assert [file.name for file in left if not file.name.endswith(("-shm", "-wal"))] == []
        if os.geteuid():
            with pytest.raises(ProjectLocked):
                Project.open(indexed.folder)
    finally:
        indexed.folder.chmod(0o755)


def test_what_is_no_project_is_refused(tmp_path: Path):
    with pytest.raises(ArchiveError, match="no archive-gui project"):
        open_reading_copy(tmp_path)
    with sqlite3.connect(tmp_path / "catalog.sqlite3") as catalog:
        catalog.execute("CREATE TABLE evil (x)")
    catalog.close()
    with pytest.raises(ArchiveError, match="never writes"):
        open_reading_copy(tmp_path)
