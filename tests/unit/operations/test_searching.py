import gc
import shutil
import weakref
from collections.abc import Iterator

import pytest

from archive_gui.catalog.images import list_images, readable_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.learning.lite import LiteModel
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from tests.conftest import draw
from tests.unit.operations.conftest import delete_derived


def paths(report) -> list[str]:
    return [result.image.path for result in report.results]


def test_an_image_of_the_archive_is_not_its_own_result(make_project):
    project = make_project(6)
    searcher = Searcher(project)
    by_file = searcher.query_file(project.archive / "002.png", 3)
    by_id = searcher.query_image(list_images(project)[2].id, 3)
    assert "002.png" not in paths(by_file)
    assert paths(by_file) == paths(by_id)
    assert [r.distance for r in by_file.results] == pytest.approx(
        [r.distance for r in by_id.results], abs=2e-3
    )
    assert [result.rank for result in by_file.results] == [1, 2, 3]
    assert sorted(r.distance for r in by_file.results) == [r.distance for r in by_file.results]


def test_the_same_picture_from_elsewhere_finds_the_one_in_the_archive(make_project, tmp_path):
    project = make_project(4)
    outside = shutil.copy(project.archive / "002.png", tmp_path / "Überall.png")
    searcher = Searcher(project)
    for report in (
        searcher.query_file(outside, 1),
        searcher.query_bytes(outside.read_bytes(), "clipboard", 1),
    ):
        assert paths(report) == ["002.png"]
        assert report.results[0].distance == pytest.approx(0, abs=1e-3)
    assert report.query == "clipboard"


def test_more_neighbours_than_there_are_images_are_all_the_others(make_project):
    project = make_project(5)
    assert len(Searcher(project).query_file(project.archive / "000.png", 1000).results) == 4


def test_links_are_the_images_that_their_names_say(make_project, tmp_path):
    project = make_project(3, indexed=False)
    outside = tmp_path / "outside.png"
    draw(40).save(outside)
    (project.archive / "link out.png").symlink_to(outside)
    (project.archive / "link in.png").symlink_to(project.archive / "000.png")
    (tmp_path / "into.png").symlink_to(project.archive / "001.png")
    index_archive(project)
    searcher = Searcher(project)
    assert "link out.png" not in paths(searcher.query_file(project.archive / "link out.png", 9))
    linked = paths(searcher.query_file(project.archive / "link in.png", 9))
    assert "link in.png" not in linked
    assert linked[0] == "000.png"
    assert "001.png" not in paths(searcher.query_file(tmp_path / "into.png", 9))


def test_missing_images_are_no_results(make_project):
    project = make_project(4)
    (project.archive / "001.png").unlink()
    index_archive(project)
    assert "001.png" not in paths(Searcher(project).query_file(project.archive / "000.png", 9))


def test_what_is_no_image_is_told_in_one_sentence(make_project, tmp_path):
    project = make_project(2)
    (tmp_path / "letter.jpg").write_text("Dear Sir")
    searcher = Searcher(project)
    with pytest.raises(ArchiveError, match=r"letter\.jpg"):
        searcher.query_file(tmp_path / "letter.jpg", 3)
    with pytest.raises(ArchiveError, match="There is no file"):
        searcher.query_file(tmp_path / "nowhere.jpg", 3)
    with pytest.raises(ArchiveError, match="There is no file"):
        searcher.query_file(tmp_path, 3)
    with pytest.raises(ArchiveError, match="knows no image"):
        searcher.query_image(999, 3)


def test_an_unread_image_of_the_archive_is_told(make_project):
    project = make_project(2)
    (project.archive / "bad.jpg").write_text("Dear Sir")
    index_archive(project)
    bad = next(image for image in list_images(project) if image.path == "bad.jpg")
    with pytest.raises(ArchiveError, match="was not read"):
        Searcher(project).query_image(bad.id, 3)


def test_a_search_makes_again_what_was_deleted(make_project):
    project = make_project(5)
    before = Searcher(project).query_file(project.archive / "000.png", 4).results
    delete_derived(project)
    assert Searcher(project).query_file(project.archive / "000.png", 4).results == before


def test_a_search_after_all_was_deleted_leaves_the_catalog_as_it_is(make_project):
    project = make_project(4)
    known = readable_images(project)
    delete_derived(project)
    (project.archive / "001.png").unlink()
    draw(77).save(project.archive / "002.png")
    assert paths(Searcher(project).query_file(project.archive / "000.png", 9)) == ["003.png"]
    assert readable_images(project) == known


def test_a_search_without_thumbnails_and_without_the_archive_is_told(make_project):
    project = make_project(2)
    delete_derived(project)
    project.archive.rename(project.archive.with_name("unplugged"))
    with pytest.raises(ArchiveError, match="cannot be found"):
        Searcher(project)


def test_a_search_needs_no_files_once_they_were_read(make_project, tmp_path):
    project = make_project(3)
    draw(1).save(tmp_path / "query.png")
    project.archive.rename(project.archive.with_name("unplugged"))
    assert paths(Searcher(project).query_file(tmp_path / "query.png", 1)) == ["001.png"]


def test_damaged_features_are_looked_at_again(make_project):
    project = make_project(4)
    before = Searcher(project).query_file(project.archive / "000.png", 3).results
    [rows] = project.features_folder.glob("*/features.f32")
    rows.write_bytes(rows.read_bytes()[:3000])
    (rows.parent / "components.npz").write_bytes(b"damaged")
    assert Searcher(project).query_file(project.archive / "000.png", 3).results == before


def test_an_unknown_model_is_told(make_project):
    project = make_project(1)
    with pytest.raises(ArchiveError, match="There is no model 3"):
        Searcher(project, 3)


def reached(start: object, kinds: tuple[type, ...]) -> Iterator[object]:
    """All objects of these kinds that hang on another, through the program's own objects."""
    waiting, seen = [start], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type):
            continue
        seen.add(id(each))
        if isinstance(each, kinds):
            yield each
        ours = type(each).__module__.startswith("archive_gui")
        if ours or isinstance(each, (dict, list, tuple)):
            waiting += gc.get_referents(each)


def test_a_searcher_and_its_networks_go_with_the_last_reference(trained: Project):
    searcher = Searcher(trained)
    searcher.query_file(trained.archive / "bar 1.jpg", 3)
    # The window has the collector of cycles pass over what there is, so nothing may wait for it.
    held = [weakref.ref(each) for each in reached(searcher, (LiteModel, Searcher))]
    assert len(held) > 1
    gc.disable()
    try:
        del searcher
        assert [each() for each in held if each() is not None] == []
    finally:
        gc.enable()
