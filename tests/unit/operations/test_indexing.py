import contextlib
import shutil
import sqlite3

import pytest
from PIL import Image

from archive_gui.catalog.images import list_images, readable_images
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.scanner import ScanReport
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.thumbnails import ThumbnailStore
from archive_gui.operations import indexing
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import choose_backbone, project_backbone
from tests.conftest import draw
from tests.unit.operations.conftest import StopAt, delete_derived


def counts(report) -> tuple[int, int, int, int]:
    return report.images, report.added, report.changed, report.missing


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_archives_of_any_size_become_searchable(make_project, count: int):
    project = make_project(count, indexed=False)
    report = index_archive(project)
    assert counts(report) == (count, count, 0, 0)
    assert report.failed == ()
    assert report.seconds > 0
    picture = project.folder / "query.png"
    draw(1).save(picture)
    found = Searcher(project).query_file(picture, 10).results
    assert len(found) == count
    assert count < 2 or found[0].image.path == "001.png"


def test_indexing_again_finds_nothing_new(make_project):
    project = make_project(3)
    progress = StopAt()
    assert counts(index_archive(project, progress=progress)) == (3, 0, 0, 0)
    assert "Looking at the images" not in progress.texts


def test_indexing_again_looks_at_what_was_derived_only_where_something_was_written(
    make_project, monkeypatch
):
    project = make_project(3)
    index_archive(project)
    looked = []

    def searcher(*args, **named) -> Searcher:
        looked.append(args)
        return Searcher(*args, **named)

    monkeypatch.setattr(indexing, "Searcher", searcher)
    index_archive(project)
    assert not looked
    thumbnails = ThumbnailStore(project.thumbnails_file)
    lost = readable_images(project)[1].sha256
    with contextlib.closing(sqlite3.connect(project.thumbnails_file)) as connection, connection:
        connection.execute("DELETE FROM thumbnails WHERE sha256 = ?", (lost,))
    assert counts(index_archive(project)) == (3, 0, 0, 0)
    assert looked
    assert thumbnails.get(lost)
    thumbnails.close()
    looked.clear()
    choose_backbone(project, "vgg16")
    with contextlib.suppress(ArchiveError):
        index_archive(project, progress=StopAt())
    assert looked


def test_new_changed_moved_and_missing_files_are_counted(make_project):
    project = make_project(5)
    draw(50).save(project.archive / "new.png")
    draw(51, (300, 200)).save(project.archive / "001.png")
    (project.archive / "002.png").rename(project.archive / "moved.png")
    (project.archive / "003.png").unlink()
    assert counts(index_archive(project)) == (5, 1, 1, 1)
    assert counts(index_archive(project)) == (5, 0, 0, 0)


def test_bad_files_among_good_ones_are_told_and_tried_again(make_project):
    project = make_project(3, indexed=False)
    (project.archive / "empty.jpg").touch()
    (project.archive / "letter.jpg").write_text("Dear Sir")
    half = (project.archive / "000.png").read_bytes()
    (project.archive / "half.png").write_bytes(half[: len(half) // 3])
    (project.archive / "notes.txt").write_text("no image")
    report = index_archive(project)
    assert counts(report)[:2] == (3, 3)
    assert [failed.path for failed in report.failed] == ["empty.jpg", "half.png", "letter.jpg"]
    assert all(failed.error.endswith(".") for failed in report.failed)
    again = index_archive(project)
    assert again.failed == report.failed
    draw(9).save(project.archive / "half.png")
    mended = index_archive(project)
    assert counts(mended) == (4, 1, 0, 0)
    assert len(mended.failed) == 2


def test_a_good_file_that_turns_bad_is_no_longer_found(make_project):
    project = make_project(3)
    (project.archive / "001.png").write_bytes(b"overwritten")
    report = index_archive(project)
    assert report.images == 2
    assert [failed.path for failed in report.failed] == ["001.png"]
    assert len(Searcher(project).query_file(project.archive / "000.png", 9).results) == 1


def test_identical_files_share_their_thumbnail_and_features(make_project):
    project = make_project(2, indexed=False)
    for name in ("copy.png", "Größe/копия.png"):
        (project.archive / name).parent.mkdir(exist_ok=True)
        shutil.copy(project.archive / "000.png", project.archive / name)
    assert counts(index_archive(project)) == (4, 4, 0, 0)
    [digests] = project.features_folder.glob("*/digests.f32.bin")
    assert digests.stat().st_size == 2 * 32
    found = Searcher(project).query_file(project.archive / "000.png", 3).results
    assert {result.image.path for result in found[:2]} == {"copy.png", "Größe/копия.png"}
    assert [result.distance for result in found[:2]] == pytest.approx([0, 0], abs=1e-4)


def test_images_are_told_as_soon_as_they_are_known_and_as_they_are_read(make_project):
    project = make_project(4, indexed=False)
    told: list[list[ImageRecord]] = []

    def walked(report: ScanReport) -> None:
        assert report.added == 4
        told.append(list_images(project))

    index_archive(project, on_walked=walked, on_images=told.append)
    assert [image.sha256 for image in told[0]] == [None] * 4
    assert [image.path for image in told[0]] == [f"{n:03d}.png" for n in range(4)]
    read = [image for batch in told[1:] for image in batch]
    assert [(image.width, image.height, image.format) for image in read] == [(120, 90, "PNG")] * 4


@pytest.mark.parametrize(
    ("stage", "count"),
    [("Looking for images", 5), ("Reading images", 25), ("Looking at the images", 70)],
)
def test_indexing_stopped_at_any_stage_goes_on_there(make_project, stage: str, count: int):
    project = make_project(count, indexed=False)
    with pytest.raises(Cancelled):
        index_archive(project, progress=StopAt(stage))
    report = index_archive(project)
    assert report.images == count
    assert report.failed == ()
    assert len(Searcher(project).query_file(project.archive / "000.png", 99).results) == count - 1


def test_all_but_the_catalog_can_be_deleted(make_project):
    project = make_project(6)
    before = Searcher(project).query_file(project.archive / "000.png", 5)
    delete_derived(project)
    assert counts(index_archive(project)) == (6, 0, 0, 0)
    after = Searcher(project).query_file(project.archive / "000.png", 5)
    assert after.results == before.results


def test_an_unknown_backbone_changes_nothing(make_project):
    project = make_project(1)
    with pytest.raises(ArchiveError, match="no backbone"):
        index_archive(project, backbone="alexnet")
    assert project_backbone(project) == "efficientnet-lite0"


def test_a_backbone_whose_weights_cannot_be_had_does_not_become_the_project_s(
    make_project, monkeypatch
):
    project = make_project(2)
    # Nothing answers there.
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(ArchiveError, match="cannot be downloaded"):
        index_archive(project, backbone="mobilenet-v3-large")
    assert project_backbone(project) == "efficientnet-lite0"
    assert len(Searcher(project).query_file(project.archive / "000.png", 5).results) == 1


def test_an_archive_folder_that_is_gone_loses_no_image(make_project):
    project = make_project(2)
    project.archive.rename(project.archive.with_name("elsewhere"))
    with pytest.raises(ArchiveError, match="cannot be found"):
        index_archive(project)
    assert len(list_images(project)) == 2


def test_a_damaged_thumbnail_costs_only_its_own_image(make_project):
    project = make_project(4)
    image = readable_images(project)[2]
    store = ThumbnailStore(project.thumbnails_file)
    store.put_many([(image.sha256, b"\xff\xd8 no picture")])
    store.close()
    shutil.rmtree(project.features_folder)
    index_archive(project)
    found = Searcher(project).query_file(project.archive / "000.png", 9).results
    assert {result.image.path for result in found} == {"001.png", "003.png"}


def test_one_pixel_and_a_very_long_strip_are_images_too(make_project):
    project = make_project(1, indexed=False)
    Image.new("RGB", (1, 1), "red").save(project.archive / "dot.png")
    Image.new("L", (9000, 2), 90).save(project.archive / "strip.png")
    assert counts(index_archive(project))[0] == 3
