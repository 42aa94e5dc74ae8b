"""Knocking at a project that is open somewhere."""

import threading
from pathlib import Path

import pytest

from archive_gui.catalog.project import Project
from archive_gui.operations.knocking import answer, knock


@pytest.mark.parametrize("there", [False, True])
def test_a_link_in_the_place_of_the_knock_is_not_followed(
    project: Project, tmp_path: Path, there: bool
) -> None:
    target = tmp_path / "somebody else's"
    if there:
        target.write_text("kept")
        before = target.stat().st_mtime_ns
    (project.folder / "knock").symlink_to(target)
    assert not knock(project.folder, 0.01)
    assert target.exists() is there
    if there:
        assert (target.read_text(), target.stat().st_mtime_ns) == ("kept", before)
    assert not (project.folder / "knock").is_symlink()


def test_a_knock_is_answered_once(project: Project) -> None:
    answers: list[bool] = []
    knocking = threading.Thread(target=lambda: answers.append(knock(project.folder, 60)))
    knocking.start()
    while not answer(project.folder):
        pass
    knocking.join()
    assert answers == [True]
    assert not answer(project.folder)
