import os
import shutil
from datetime import UTC, datetime

import pytest

from archive_gui.catalog.groupings import create_grouping, list_groupings
from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from tests.conftest import draw
from tests.unit.catalog.conftest import scan_and_read


def by_path(project: Project) -> dict[str, int]:
    return {image.path: image.id for image in list_images(project)}


def counts(project: Project) -> tuple[int, int, int, int]:
    report = scan_and_read(project)
    return report.added, report.altered, report.moved, report.missing


def test_first_scan_adds_all_and_second_changes_nothing(project: Project):
    assert counts(project) == (10, 0, 0, 0)
    assert counts(project) == (0, 0, 0, 0)
    assert list(by_path(project))[:2] == ["photos/000.jpg", "photos/001.jpg"]


def test_new_altered_and_missing_files_are_noticed(scanned: Project):
    photos = scanned.archive / "photos"
    draw(50).save(photos / "new.png")
    draw(51).save(photos / "000.jpg")
    (photos / "001.jpg").unlink()
    assert counts(scanned) == (1, 1, 0, 1)
    assert "photos/001.jpg" not in by_path(scanned)


def test_a_touched_file_is_not_altered(scanned: Project):
    os.utime(scanned.archive / "photos/000.jpg", ns=(1, 1))
    assert counts(scanned) == (0, 0, 0, 0)
    assert counts(scanned) == (0, 0, 0, 0)


def test_a_file_of_another_age_is_found_and_stays_as_it_is(project: Project):
    seconds = datetime(2400, 1, 1, tzinfo=UTC).timestamp()
    file = project.archive / "photos/000.jpg"
    os.utime(file, (seconds, seconds))
    if file.stat().st_mtime != seconds:
        pytest.skip("this file system knows no such time")
    assert counts(project) == (10, 0, 0, 0)
    assert counts(project) == (0, 0, 0, 0)
    assert "photos/000.jpg" in by_path(project)


def test_a_moved_file_keeps_its_row_and_marks(scanned: Project):
    image = by_path(scanned)["photos/003.jpg"]
    grouping = create_grouping(scanned, image)
    (scanned.archive / "box").mkdir()
    (scanned.archive / "photos/003.jpg").rename(scanned.archive / "box/other.jpg")
    assert counts(scanned) == (0, 0, 1, 0)
    assert by_path(scanned)["box/other.jpg"] == image
    assert [(g.id, g.anchor) for g in list_groupings(scanned)] == [(grouping, image)]


def test_renumbered_files_take_their_rows_along(scanned: Project):
    before = by_path(scanned)
    photos = scanned.archive / "photos"
    for number in range(9, -1, -1):
        (photos / f"{number:03d}.jpg").rename(photos / f"{number + 1:03d}.jpg")
    assert counts(scanned) == (0, 0, 10, 0)
    after = by_path(scanned)
    for number in range(10):
        assert after[f"photos/{number + 1:03d}.jpg"] == before[f"photos/{number:03d}.jpg"]


def test_exchanged_files_take_their_rows_along(scanned: Project):
    before = by_path(scanned)
    photos = scanned.archive / "photos"
    (photos / "000.jpg").rename(photos / "x")
    (photos / "001.jpg").rename(photos / "000.jpg")
    (photos / "x").rename(photos / "001.jpg")
    # Same size and time in both would be the one exchange that cannot be seen.
    os.utime(photos / "000.jpg", ns=(5, 5))
    os.utime(photos / "001.jpg", ns=(6, 6))
    assert counts(scanned)[:2] == (0, 0)
    after = by_path(scanned)
    assert after["photos/000.jpg"] == before["photos/001.jpg"]
    assert after["photos/001.jpg"] == before["photos/000.jpg"]


def test_a_copy_is_new_and_the_original_keeps_its_row(scanned: Project):
    image = by_path(scanned)["photos/003.jpg"]
    shutil.copy(scanned.archive / "photos/003.jpg", scanned.archive / "copy.jpg")
    assert counts(scanned) == (1, 0, 0, 0)
    assert by_path(scanned)["photos/003.jpg"] == image


def test_a_lost_file_that_comes_back_gets_its_row_again(scanned: Project):
    before = by_path(scanned)
    photos = scanned.archive / "photos"
    away = photos.rename(scanned.archive.parent / "away")
    assert counts(scanned) == (0, 0, 0, 10)
    away.rename(photos)
    assert counts(scanned) == (0, 0, 0, 0)
    assert by_path(scanned) == before


def test_another_picture_under_a_lost_name_does_not_get_the_marks(scanned: Project):
    lost = by_path(scanned)["photos/000.jpg"]
    (scanned.archive / "photos/000.jpg").unlink()
    scan_and_read(scanned)
    draw(99).save(scanned.archive / "photos/000.jpg")
    assert counts(scanned) == (1, 0, 0, 0)
    assert by_path(scanned)["photos/000.jpg"] != lost


def test_hidden_foreign_and_linked_folders_are_passed_over(project: Project):
    for name in (".hidden", "@eaDir"):
        (project.archive / name).mkdir()
        draw(1).save(project.archive / name / "a.jpg")
    (project.archive / "loop").symlink_to(project.archive)
    (project.archive / "photos/notes.txt").write_text("no image")
    assert counts(project) == (10, 0, 0, 0)


def test_a_name_that_is_no_unicode_is_reported(project: Project):
    os.write(os.open(os.fsencode(project.archive) + b"/b\xff.jpg", os.O_CREAT | os.O_WRONLY), b"x")
    report = scan_and_read(project)
    assert [path for path, _ in report.unreadable] == ["b\\xff.jpg"]
    assert report.added == 10


def test_images_below_an_unreadable_folder_are_not_called_missing(scanned: Project, monkeypatch):
    real = os.scandir

    def refuse(folder):
        if str(folder).endswith("photos"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr("os.scandir", refuse)
    report = scan_and_read(scanned)
    assert report.missing == 0
    assert report.unreadable[0][0] == "photos"
    assert len(by_path(scanned)) == 10


def test_a_lost_archive_folder_is_an_error_and_loses_nothing(scanned: Project):
    scanned.archive.rename(scanned.archive.with_name("elsewhere"))
    with pytest.raises(ArchiveError, match="cannot be found"):
        scan_and_read(scanned)
    assert len(by_path(scanned)) == 10


def test_many_equal_files_that_move_together_keep_their_marks_by_name(project: Project):
    photos = project.archive / "photos"
    for number in range(600):
        (photos / f"blank-{number:03d}.png").write_bytes(b"the same blank sheet")
    scan_and_read(project)
    ids = {image.path.rsplit("/")[-1]: image.id for image in list_images(project)}
    photos.rename(project.archive / "moved")
    report = scan_and_read(project)
    assert (report.added, report.missing) == (0, 0)
    again = {image.path.rsplit("/")[-1]: image.id for image in list_images(project)}
    assert again == ids
