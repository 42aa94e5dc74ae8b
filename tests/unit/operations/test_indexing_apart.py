"""Indexing in a process of its own: a file that crashes its decoder costs only itself."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.scanner import ScanReport
from archive_gui.operations.decoding import _overdue_for, seconds_for
from archive_gui.operations.indexing_apart import _Files, index_apart
from archive_gui.processes import ProcessEnded, Stopwatch
from archive_gui.progress import Progress
from tests.conftest import draw


def test_the_window_hears_of_the_folder_and_of_what_is_read(make_project):
    project = make_project(3, indexed=False)
    walked: list[ScanReport] = []
    read: list[ImageRecord] = []
    report = index_apart(
        project, progress=Progress(), on_walked=walked.append, on_images=read.extend
    )
    assert (report.images, report.added, walked[0].added) == (3, 3, 3)
    assert read == list_images(project)


def test_files_that_crash_the_decoder_are_failed_and_all_others_indexed(
    make_project: Callable[..., Project], crashing_decoder: None
):
    project = make_project(6, indexed=False)
    for name in ("a first one.png", "004.png"):
        Image.new("RGB", (77, 20)).save(project.archive / name)
    read: list[ImageRecord] = []
    report = index_apart(project, progress=Progress(), on_walked=print, on_images=read.extend)
    assert report.images == 5
    assert sorted(failed.path for failed in report.failed) == ["004.png", "a first one.png"]
    assert all("crashed" in failed.error for failed in report.failed)
    assert {image.path for image in read if image.error} == {"004.png", "a first one.png"}
    assert all(image.sha256 for image in list_images(project) if image.error is None)


def test_files_that_hang_the_decoder_are_failed_and_all_others_indexed(
    make_project: Callable[..., Project],
    crashing_decoder: None,
    monkeypatch: pytest.MonkeyPatch,
):
    project = make_project(6, indexed=False)
    for name, width in (("a first one.png", 78), ("003.png", 78), ("004.png", 77)):
        Image.new("RGB", (width, 20)).save(project.archive / name)
    # On a busy machine a good file may take as long as it likes.
    hanging = {0, (project.archive / "003.png").stat().st_size}
    monkeypatch.setattr(
        "archive_gui.operations.indexing_apart.seconds_for",
        lambda size: 1.0 if size in hanging else 1e9,
    )
    monkeypatch.setattr("archive_gui.operations.indexing_apart._MARGIN_SECONDS", 0.0)
    report = index_apart(project, progress=Progress())
    assert report.images == 4
    told = {failed.path: failed.error for failed in report.failed}
    assert sorted(told) == ["003.png", "004.png", "a first one.png"]
    assert "takes too long" in told["003.png"]
    assert "takes too long" in told["a first one.png"]
    assert "crashed" in told["004.png"]


def test_what_is_reported_is_that_of_all_processes(
    make_project: Callable[..., Project], crashing_decoder: None
):
    project = make_project(6)
    (project.archive / "000.png").unlink()
    draw(90).save(project.archive / "001.png")
    for number in range(20):
        draw(100 + number).save(project.archive / f"a {number}.png")
    for name in ("m.png", "z.png"):
        Image.new("RGB", (77, 20)).save(project.archive / name)
    walked: list[ScanReport] = []
    report = index_apart(project, progress=Progress(), on_walked=walked.append)
    assert len(walked) > 1
    assert sorted(failed.path for failed in report.failed) == ["m.png", "z.png"]
    assert (report.images, report.added, report.changed, report.missing) == (25, 20, 1, 1)


def test_a_decoder_within_is_overdue_before_all_of_it(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
):
    project = make_project(1)
    [image] = list_images(project)
    now = 0.0
    monkeypatch.setattr(Stopwatch, "seconds", lambda self: now)
    decoder = _overdue_for(project.archive / image.path)
    files = _Files(project, print)
    files.hear["on_reading"](image.id)
    now = seconds_for(image.size) + 1
    assert decoder()
    assert not files.overdue()
    now += 60
    assert files.overdue()


def test_a_crash_is_found_behind_any_number_of_files_that_fail(
    make_project: Callable[..., Project], crashing_decoder: None
):
    project = make_project(3, indexed=False)
    for number in range(1100):
        (project.archive / f"a {number}.jpg").touch()
    Image.new("RGB", (77, 20)).save(project.archive / "b.png")
    report = index_apart(project, progress=Progress())
    assert (report.images, len(report.failed)) == (3, 1101)


def test_a_process_that_no_file_ended_is_told_as_such(
    make_project: Callable[..., Project], crashing_decoder: None
):
    project = make_project(2, indexed=False)
    folder = Path(os.environ["PYTHONPATH"])
    (folder / "sitecustomize.py").write_text(
        f"import os; os.kill(os.getpid(), {int(signal.SIGABRT)})"
    )
    with pytest.raises(ProcessEnded, match="SIGABRT"):
        index_apart(project, progress=Progress(), on_walked=print, on_images=print)
