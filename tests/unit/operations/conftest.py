import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_gui.catalog.project import Project
from archive_gui.operations.indexing import index_archive
from archive_gui.progress import Progress
from tests.conftest import draw


class StopAt(Progress):
    """Stops the job when it reports a text for the first time, and notes all texts."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self.texts: list[str] = []

    def report(self, done: int, total: int, text: str) -> None:
        if text not in self.texts:
            self.texts.append(text)
        if text == self._text:
            self.cancel()


@pytest.fixture
def make_project(tmp_path: Path) -> Iterator[Callable[..., Project]]:
    """Opens new projects on archives of so many pictures, and closes them at the end."""
    opened: list[Project] = []

    def make(count: int, *, indexed: bool = True) -> Project:
        archive = tmp_path / f"archive {len(opened)}"
        archive.mkdir()
        for number in range(count):
            draw(number).save(archive / f"{number:03d}.png")
        project = Project.create(tmp_path / f"project {len(opened)}", archive)
        opened.append(project)
        if indexed:
            index_archive(project)
        return project

    yield make
    for project in opened:
        project.close()


def delete_derived(project: Project) -> None:
    """Delete all that can be made again: everything but the catalog and the models."""
    shutil.rmtree(project.features_folder)
    shutil.rmtree(project.index_folder, ignore_errors=True)
    for file in project.folder.glob("thumbnails.sqlite3*"):
        file.unlink()
