"""Copies of the catalog are made in time, kept in bounds, and can take its place."""

import sqlite3
from pathlib import Path

import pytest

from archive_gui.catalog.backups import Backup, Occasion, back_up, backups, restore_backup
from archive_gui.catalog.groupings import create_grouping, list_groupings
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from tests.unit.catalog.conftest import scan_and_read


@pytest.fixture
def marked(project: Project) -> Project:
    scan_and_read(project)
    create_grouping(project, 1, "seals")
    return project


def names(folder: Path) -> list[str]:
    with Project.open(folder) as project:
        return [grouping.name for grouping in list_groupings(project)]


def copied(project: Project) -> Backup:
    back_up(project.connection, project.folder, Occasion.DAILY)
    return backups(project.folder)[0]


def test_a_catalog_is_copied_once_a_day_when_it_is_opened(marked: Project):
    folder = marked.folder
    marked.close()
    for _ in range(3):
        with Project.open(folder):
            pass
    [backup] = backups(folder)
    assert (backup.occasion, backup.groupings, backup.marks) == (Occasion.DAILY, 1, 1)
    yesterday = backup.file.with_name("2001-02-03T040506.000000Z-daily.sqlite3")
    backup.file.rename(yesterday)
    with Project.open(folder):
        pass
    assert [each.file.name[:4] for each in backups(folder)] == [backup.file.name[:4], "2001"]


def test_of_each_occasion_the_five_newest_are_kept(marked: Project):
    update = back_up(marked.connection, marked.folder, Occasion.UPDATE)
    made = [back_up(marked.connection, marked.folder, Occasion.DAILY) for _ in range(7)]
    assert [each.file for each in backups(marked.folder)] == [*reversed(made[2:]), update]


def test_a_copy_takes_the_place_of_the_catalog_which_becomes_a_copy_itself(marked: Project):
    folder, catalog = marked.folder, marked.catalog_file
    backup = copied(marked)
    create_grouping(marked, 2, "watermarks")
    with pytest.raises(ArchiveError, match="in use"):
        restore_backup(catalog, backup.file)
    marked.close()
    restore_backup(catalog, backup.file)
    assert names(folder) == ["seals"]
    [replaced] = [each for each in backups(folder) if each.occasion is Occasion.REPLACED]
    assert replaced.groupings == 2
    restore_backup(catalog, replaced.file)
    assert names(folder) == ["seals", "watermarks"]


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_damaged_catalog_is_refused_and_a_copy_takes_its_place(
    marked: Project, damage: bytes | None
):
    folder, catalog = marked.folder, marked.catalog_file
    backup = copied(marked)
    marked.close()
    catalog.write_bytes(catalog.read_bytes()[:5000] if damage is None else damage)
    # What a crash leaves beside it, of a catalog that is no longer there.
    catalog.with_name(catalog.name + "-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4000))
    with pytest.raises(ArchiveError):
        Project.open(folder)
    restore_backup(catalog, backup.file)
    assert names(folder) == ["seals"]


def test_damage_deep_in_a_catalog_is_noticed_before_it_gets_into_a_copy(marked: Project):
    folder, catalog = marked.folder, marked.catalog_file
    for number in range(400):
        create_grouping(marked, 3, f"a grouping with a long name {number}")
    marked.close()
    data = bytearray(catalog.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8] = b"\xff" * 8
    catalog.write_bytes(data)
    with pytest.raises(ArchiveError, match="damaged"):
        Project.open(folder)
    assert backups(folder) == []


def test_a_damaged_copy_is_neither_listed_nor_taken(marked: Project):
    backup = copied(marked)
    marked.close()
    backup.file.write_bytes(backup.file.read_bytes()[:3000])
    assert backups(marked.folder) == []
    with pytest.raises(ArchiveError, match="choose another"):
        restore_backup(marked.catalog_file, backup.file)
    assert names(marked.folder) == ["seals"]


def test_a_disk_that_takes_no_copy_does_not_keep_a_project_from_opening(marked: Project):
    marked.close()
    (marked.folder / "backups").write_text("in the way")
    assert names(marked.folder) == ["seals"]


def test_a_copy_that_cannot_take_the_place_leaves_the_catalog(
    marked: Project, monkeypatch: pytest.MonkeyPatch
):
    backup = copied(marked)
    create_grouping(marked, 2, "watermarks")
    marked.close()

    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("shutil.copyfile", full)
        with pytest.raises(ArchiveError, match="No space left"):
            restore_backup(marked.catalog_file, backup.file)
    assert names(marked.folder) == ["seals", "watermarks"]
    with sqlite3.connect(marked.catalog_file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
