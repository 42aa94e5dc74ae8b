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
from archive_gui.operations.indexing_apart import index_apart
from archive_gui.processes import ProcessEnded
from archive_gui.progress import Progress


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
