import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from archive_gui.catalog.migrating import SCHEMA
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError


def test_a_project_opens_again_with_its_archive(project: Project):
    folder, archive = project.folder, project.archive
    project.close()
    with Project.open(folder) as again:
        assert again.archive == archive


def test_a_second_process_is_told_who_holds_the_project(project: Project):
    code = (
        "import sys; from pathlib import Path; from archive_gui.catalog.project import Project\n"
        "try: Project.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(project.folder)], capture_output=True, text=True
    ).stdout
    assert told.startswith("ProjectLocked")
    assert f"process {os.getpid()}" in told


def test_the_lock_of_a_killed_process_does_not_stay(tmp_path: Path, make_archive):
    archive = make_archive(1)
    code = (
        "import os, sys; from pathlib import Path\n"
        "from archive_gui.catalog.project import Project\n"
        "Project.create(Path(sys.argv[1]), Path(sys.argv[2])); os._exit(9)"
    )
    folder = tmp_path / "project"
    done = subprocess.run([sys.executable, "-c", code, str(folder), str(archive)])
    assert done.returncode == 9
    Project.open(folder).close()


def test_nothing_is_written_into_the_archive(make_archive: Callable[[int], Path]):
    archive = make_archive(1)
    with pytest.raises(ArchiveError, match="inside the archive"):
        Project.create(archive / "project", archive)
    assert not (archive / "project").exists()


def test_a_folder_with_other_things_is_refused(tmp_path: Path, make_archive):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="other things"):
        Project.create(tmp_path / "other", make_archive(1))


def test_a_project_of_a_newer_program_is_refused_and_left_alone(project: Project):
    folder = project.folder
    project.connection.execute("PRAGMA user_version = 999")
    project.close()
    with pytest.raises(ArchiveError, match="newer"):
        Project.open(folder)


def test_a_damaged_catalog_is_told_in_one_sentence(project: Project):
    folder, catalog = project.folder, project.catalog_file
    project.close()
    catalog.write_bytes(b"no database" * 1000)
    with pytest.raises(ArchiveError, match="damaged"):
        Project.open(folder)
    with pytest.raises(ArchiveError, match="damaged"):
        Project.open(folder)


def test_a_failed_open_gives_the_lock_back(project: Project):
    folder = project.folder
    project.close()
    with pytest.raises(ArchiveError, match="cannot be found"):
        Project.open(folder, folder.parent / "nowhere")
    Project.open(folder).close()


def test_an_older_catalog_is_backed_up_and_migrated(project: Project, monkeypatch, tmp_path: Path):
    folder = project.folder
    project.close()
    schema = shutil.copytree(SCHEMA, tmp_path / "schema")
    newest = len(list(schema.glob("*.sql")))
    more = schema / f"{newest + 1:03d}_more.sql"
    more.write_text("ALTER TABLE groupings ADD COLUMN colour TEXT;")
    monkeypatch.setattr("archive_gui.catalog.migrating.SCHEMA", schema)
    with Project.open(folder) as migrated:
        migrated.connection.execute("SELECT colour FROM groupings")
    [backup] = folder.glob("backups/*-update.sqlite3")
    with sqlite3.connect(backup) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newest,)


def test_a_failing_migration_changes_nothing(project: Project, monkeypatch, tmp_path: Path):
    folder = project.folder
    project.close()
    schema = shutil.copytree(SCHEMA, tmp_path / "schema")
    more = schema / f"{len(list(schema.glob('*.sql'))) + 1:03d}_more.sql"
    more.write_text("CREATE TABLE extra (x); CREATE TABLE extra (x);")
    monkeypatch.setattr("archive_gui.catalog.migrating.SCHEMA", schema)
    with pytest.raises(ArchiveError):
        Project.open(folder)
    monkeypatch.undo()
    with Project.open(folder) as again, pytest.raises(sqlite3.OperationalError):
        again.connection.execute("SELECT * FROM extra")


def test_a_moved_archive_is_found_again_but_another_one_is_refused(project: Project, tmp_path):
    folder, archive = project.folder, project.archive
    project.close()
    (tmp_path / "other").mkdir()
    with pytest.raises(ArchiveError, match="belongs to"):
        Project.open(folder, tmp_path / "other")
    moved = archive.rename(tmp_path / "moved")
    with Project.open(folder, moved) as again:
        assert again.archive == moved


def test_each_thread_writes_through_its_own_connection(project: Project):
    def write(number: int) -> None:
        for turn in range(20):
            project.set_setting(f"{number}", f"{turn}")

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [project.setting(f"{n}") for n in range(4)] == ["19"] * 4


def test_a_project_is_not_given_to_another_folder_while_its_drive_is_away(
    scanned: Project, tmp_path: Path
):
    folder, archive = scanned.folder, scanned.archive
    scanned.close()
    archive.rename(tmp_path / "away")
    other = tmp_path / "other" / "photos"
    other.mkdir(parents=True)
    (other / "000.jpg").write_bytes(b"another picture")
    with pytest.raises(ArchiveError, match="belongs to the archive folder"):
        Project.open(folder, other.parent)
    with Project.open(folder, tmp_path / "away") as found:
        assert found.archive == tmp_path / "away"


def test_a_project_whose_making_was_cut_off_is_finished_at_the_next_try(
    tmp_path: Path, make_archive
):
    archive, folder = make_archive(1), tmp_path / "project"
    folder.mkdir()
    for name in ("lock", "lock.json", ".0123.part.json"):
        (folder / name).touch()
    Project.create(folder, archive).close()
    with contextlib.closing(sqlite3.connect(folder / "catalog.sqlite3")) as catalog:
        catalog.execute("DELETE FROM settings")
        catalog.commit()
    with pytest.raises(ArchiveError, match="never finished"):
        Project.open(folder)
    with Project.open(folder, archive) as finished:
        assert finished.archive == archive


def test_a_catalog_that_is_held_by_another_program_is_not_called_damaged(
    project: Project, monkeypatch: pytest.MonkeyPatch
):
    folder = project.folder
    project.close()
    monkeypatch.setattr("archive_gui.catalog.project._BUSY_SECONDS", 0)
    with contextlib.closing(sqlite3.connect(folder / "catalog.sqlite3")) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ArchiveError) as told:
            Project.open(folder)
    assert "damaged" not in str(told.value)
    Project.open(folder).close()


def test_a_folder_whose_name_is_no_unicode_is_refused_before_anything_is_made(tmp_path: Path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    odd.mkdir()
    with pytest.raises(ArchiveError, match="no Unicode"):
        Project.create(tmp_path / "project", odd)
    assert not (tmp_path / "project").exists()


def test_who_looks_whether_a_project_is_in_use_keeps_nobody_from_opening_it(project: Project):
    project.close()
    looking = FileLock(project.folder / "lock", thread_local=False)
    looking.acquire()
    done = threading.Timer(0.1, looking.release)
    done.start()
    Project.open(project.folder).close()
    done.join()


def test_an_update_without_room_for_the_backup_is_told_and_changes_nothing(
    project: Project, monkeypatch, tmp_path: Path
):
    folder = project.folder
    project.close()
    schema = shutil.copytree(SCHEMA, tmp_path / "schema")
    newest = len(list(schema.glob("*.sql")))
    (schema / f"{newest + 1:03d}_more.sql").write_text("CREATE TABLE extra (x);")
    (folder / "backups").write_text("in the way")
    monkeypatch.setattr("archive_gui.catalog.migrating.SCHEMA", schema)
    with pytest.raises(ArchiveError, match=r"cannot be copied to .*backups"):
        Project.open(folder)
    monkeypatch.undo()
    with Project.open(folder) as again:
        assert again.connection.execute("PRAGMA user_version").fetchone()[0] == newest
    assert not list(folder.glob(".*.part*"))


def test_what_killed_processes_were_writing_goes_and_all_else_stays(project: Project):
    folder = project.folder
    project.close()
    (folder / "features" / "net").mkdir(parents=True)
    (folder / "models" / ".0123456789ab.part").mkdir(parents=True)
    torn = (".0123456789ab.part.npz", "features/net/.ba9876543210.part.tflite-journal")
    mine = (".partial.npz", "features/net/.note.part.txt", "0123456789ab.part.npz")
    for name in (*torn, *mine, "models/.0123456789ab.part/model.keras"):
        (folder / name).write_bytes(b"half")
    with Project.open(folder):
        left = {path.name for path in folder.rglob("*part*")}
    assert left == {Path(name).name for name in mine}
