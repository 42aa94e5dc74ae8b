"""Exports, versions, fixity, places and the diagnosis."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from archive_gui.catalog.images import list_images, readable_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning.steadying import steadied
from archive_gui.log import log_file
from archive_gui.operations import embedding
from archive_gui.operations.archive import (
    default_project_folder,
    folder_meant,
    open_archive,
    open_or_create,
)
from archive_gui.operations.diagnosis import diagnose
from archive_gui.operations.embedding import NetworkFeatures, components, steadied_components
from archive_gui.operations.exporting import export_embeddings, export_model
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.verifying import verify_archive
from archive_gui.operations.versions import list_models, model_in_use, open_embedder, use_model
from archive_gui.progress import Progress
from tests.conftest import draw


def test_exported_embeddings_are_unit_rows_in_the_order_of_their_paths(make_project, tmp_path):
    project = make_project(3, indexed=False)
    draw(60).save(project.archive / "Ärger.png")
    index_archive(project)
    assert export_embeddings(project, tmp_path / "no suffix") == 4
    with np.load(tmp_path / "no suffix", allow_pickle=False) as arrays:
        assert set(arrays) == {"embeddings", "paths"}
        assert arrays["embeddings"].dtype == np.float32
        assert arrays["paths"].tolist() == [*(f"{n:03d}.png" for n in range(3)), "Ärger.png"]
        lengths = np.linalg.norm(arrays["embeddings"], axis=1)
    assert lengths == pytest.approx(np.ones(4), abs=1e-5)


def test_an_empty_archive_exports_no_embeddings(make_project, tmp_path: Path):
    assert export_embeddings(make_project(0), tmp_path / "e.npz") == 0
    with np.load(tmp_path / "e.npz", allow_pickle=False) as arrays:
        assert len(arrays["embeddings"]) == len(arrays["paths"]) == 0


@pytest.mark.parametrize("place", ["nowhere/e.npz", "."])
def test_a_place_that_cannot_be_written_is_told(make_project, tmp_path: Path, place: str):
    with pytest.raises(ArchiveError, match="cannot be written"):
        export_embeddings(make_project(1), tmp_path / place)


def test_an_exported_model_is_the_file_of_its_version(trained: Project, tmp_path: Path):
    export_model(trained, 1, tmp_path / "m.keras")
    kept = trained.models_folder / "1" / "model.keras"
    assert (tmp_path / "m.keras").read_bytes() == kept.read_bytes()
    with pytest.raises(ArchiveError, match=r"must end in \.keras"):
        export_model(trained, 1, tmp_path / "m.h5")
    with pytest.raises(ArchiveError, match="no model 9"):
        export_model(trained, 9, tmp_path / "m.keras")
    with pytest.raises(ArchiveError, match=r"nowhere.*cannot be written"):
        export_model(trained, 1, tmp_path / "nowhere" / "m.keras")
    kept.unlink()
    with pytest.raises(ArchiveError, match=r"1/model\.keras is missing"):
        export_model(trained, 1, tmp_path / "m.keras")


def test_another_version_answers_when_it_is_put_in_use(trained: Project):
    assert [(s.model, s.in_use) for s in list_models(trained)] == [(0, False), (1, True)]
    use_model(trained, 0)
    assert [(s.model, s.in_use) for s in list_models(trained)] == [(0, True), (1, False)]
    assert open_embedder(trained)[0] == 0
    use_model(trained, 1)
    assert open_embedder(trained)[0] == 1
    with pytest.raises(ArchiveError, match="no model 2"):
        use_model(trained, 2)
    assert model_in_use(trained) == 1


@pytest.mark.parametrize("damage", ["deleted", "provenance"])
def test_a_damaged_version_in_use_gives_way_to_the_untrained_one(trained: Project, damage: str):
    folder = trained.models_folder / "1"
    if damage == "deleted":
        shutil.rmtree(folder)
    else:
        (folder / "provenance.json").write_text("{}")
    assert model_in_use(trained) == 0
    assert [summary.model for summary in list_models(trained)] == [0]
    assert index_archive(trained).images == 72


@pytest.mark.parametrize("number", ["../../1", "-1", "1.0", "9" * 5000, "\N{SUPERSCRIPT ONE}"])
def test_a_forged_number_of_the_version_in_use_is_none(trained: Project, number: str):
    trained.set_setting("model", number)
    assert model_in_use(trained) == 0
    assert open_embedder(trained)[0] == 0


def test_a_damaged_projection_is_told_and_other_models_still_answer(trained: Project):
    file = trained.models_folder / "1" / "projection.npz"
    file.write_bytes(file.read_bytes()[:1000])
    _, embedder = open_embedder(trained)
    with pytest.raises(ArchiveError, match=r"damaged.*choose another model"):
        embedder.archive(Progress())
    use_model(trained, 0)
    assert len(open_embedder(trained)[1].archive(Progress())[0]) == 72


def test_components_stay_until_the_archive_has_changed_much(make_project):
    project = make_project(70)
    plain = NetworkFeatures(project, "efficientnet-lite0")
    images = plain.available(readable_images(project), Progress())
    first = components(plain, images)
    assert components(plain, images[:60]).matrix.tobytes() == first.matrix.tobytes()
    assert components(plain, images[:40]).matrix.shape != first.matrix.shape


def test_neighbours_are_looked_for_in_whole_blocks_of_paths(make_project, monkeypatch):
    project = make_project(140)
    plain = NetworkFeatures(project, "efficientnet-lite0")
    images = plain.available(readable_images(project), Progress())
    whole = steadied_components(plain, images).matrix
    monkeypatch.setattr(embedding, "_BLOCK", 20)
    monkeypatch.setattr(embedding, "_MOST_BLOCKS", 7)
    assert steadied_components(plain, images).matrix == pytest.approx(whole, abs=1e-5)
    monkeypatch.setattr(embedding, "_MOST_BLOCKS", 4)
    seen = [image for start in range(0, 140, 40) for image in images[start : start + 20]]
    rows = plain.read(seen)
    expected = steadied(components(plain, images), rows, [rows]).matrix
    assert steadied_components(plain, images).matrix == pytest.approx(expected, abs=1e-5)
    assert np.abs(expected - whole).max() > 1e-3


def test_files_are_checked_against_their_first_digest(make_project):
    project = make_project(5)
    assert verify_archive(project).checked == 5
    draw(70).save(project.archive / "001.png")
    (project.archive / "003.png").unlink()
    (project.archive / "new.png").write_bytes((project.archive / "000.png").read_bytes())
    report = verify_archive(project)
    assert (report.checked, report.changed, report.missing) == (5, ("001.png",), ("003.png",))
    index_archive(project)
    again = verify_archive(project)
    assert (again.checked, again.changed, again.missing) == (6, (), ("003.png",))


def test_checking_writes_nothing_and_can_be_stopped(make_project):
    project = make_project(2)
    before = project.catalog_file.stat().st_mtime_ns
    draw(70).save(project.archive / "001.png")
    verify_archive(project)
    assert project.catalog_file.stat().st_mtime_ns == before
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        verify_archive(project, progress)


def test_a_missing_archive_folder_is_no_list_of_missing_files(make_project):
    project = make_project(2)
    project.archive.rename(project.archive.with_name("unplugged"))
    with pytest.raises(ArchiveError, match="cannot be found"):
        verify_archive(project)


def test_a_folder_of_images_gets_a_project_of_its_own_outside_of_it(make_archive, user_folders):
    archive = make_archive(1)
    with open_archive(archive) as project:
        folder = project.folder
    assert folder == default_project_folder(archive)
    assert folder.is_relative_to(user_folders)
    other = archive.parent / "other" / archive.name
    assert default_project_folder(other).name != folder.name
    for path in (archive, folder, archive.parent / "archive" / "photos" / ".."):
        with open_archive(path) as again:
            assert again.folder == folder


def test_the_catalog_of_a_project_stands_for_its_folder(make_project, tmp_path: Path):
    folder = make_project(1).folder
    assert folder_meant(folder / "catalog.sqlite3") == folder_meant(folder) == folder
    nobodys = tmp_path / "catalog.sqlite3"
    assert folder_meant(nobodys) == nobodys


def test_what_is_no_archive_is_told(tmp_path: Path, make_archive):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="is a file"):
        open_archive(tmp_path / "file")
    with pytest.raises(ArchiveError, match="cannot be found"):
        open_archive(tmp_path / "nowhere")
    archive = make_archive(1)
    open_or_create(tmp_path / "project", archive).close()
    (tmp_path / "other").mkdir()
    with pytest.raises(ArchiveError, match="belongs to"):
        open_or_create(tmp_path / "project", tmp_path / "other")


def test_the_diagnosis_tries_every_part():
    report = diagnose()
    assert report.works
    assert [check.name for check in report.checks] == [
        "image formats",
        "search index",
        "network weights",
        "data folder",
        "projects",
    ]
    assert "not installed" not in report.packages.values()


def test_the_diagnosis_tells_what_does_not_work(tmp_path: Path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    report = diagnose()
    assert not report.works
    assert [check.name for check in report.checks if not check.works] == ["data folder"]


def test_the_diagnosis_tells_of_a_damaged_catalog_and_of_the_last_crash(make_archive):
    project = open_archive(make_archive(1))
    project.close()
    log_file().parent.mkdir(parents=True)
    log_file().with_name("last-crash.log").write_text("in decode", "utf-8")
    report = diagnose()
    assert report.works
    assert report.in_words().endswith("in decode")
    project.catalog_file.write_bytes(b"no catalog")
    report = diagnose()
    assert not report.works
    assert f"The catalog in {project.folder} is damaged" in report.in_words()


def test_rebuilt_thumbnails_do_not_hide_that_a_file_has_rotted(make_project):
    project = make_project(3)
    index_archive(project)
    victim = list_images(project)[0]
    file = project.archive / victim.path
    was, data = file.stat(), bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(bytes(data))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    project.thumbnails_file.unlink()
    report = index_archive(project)
    assert [failed.path for failed in report.failed] == [victim.path]
    assert "no longer what was indexed" in report.failed[0].error
    assert verify_archive(project).changed == (victim.path,)
