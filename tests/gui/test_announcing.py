"""What happens away from the keyboard is told to screen readers, once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from archive_gui.gui.announcing import Announcer
from archive_gui.gui.main_window import MainWindow
from tests.gui.events import CTRL, click, mark, wait_for, wait_until
from tests.gui.hearing import Ear, Told, listening


@pytest.fixture
def at_rest(opened: MainWindow) -> MainWindow:
    """The window when it has told what it shows of the archive that was opened."""
    announcer = opened.browser.findChild(Announcer)
    [settle] = announcer.findChildren(QTimer)
    wait_until(lambda: not settle.isActive())
    return opened


@pytest.fixture
def ear() -> Iterator[Ear]:
    with listening() as heard:
        yield heard


def test_messages_are_told_and_those_that_matter_at_once(window: MainWindow, ear: Ear) -> None:
    window.messages.error("the disk is full")
    window.messages.success("done")
    assert ear.told == [Told("the disk is full", True), Told("done", False)]


def test_marks_are_told(at_rest: MainWindow, ear: Ear) -> None:
    mark(at_rest, [0], Qt.Key.Key_A)
    mark(at_rest, [1, 2], Qt.Key.Key_P)
    mark(at_rest, [2], Qt.Key.Key_U)
    assert ear.texts == [
        "Start “000”",
        "Mark 2 images as positive in “000”",
        "Unmark 1 image in “000”",
    ]
    with wait_for(at_rest.marks_changed):
        QTest.keyClick(at_rest.grid, Qt.Key.Key_Z, CTRL)
    assert ear.texts[3:] == ["Undone: Unmark 1 image in “000”"]


def test_a_note_that_is_being_typed_is_not_told(at_rest: MainWindow, ear: Ear) -> None:
    mark(at_rest, [0], Qt.Key.Key_A)
    before = len(ear.told)
    with wait_for(at_rest.marks_changed):
        QTest.keyClicks(at_rest.groupings_panel.note, "seen in 1931")
    assert ear.texts[before:] == []


def test_what_is_shown_is_told_when_it_has_changed(at_rest: MainWindow, ear: Ear) -> None:
    name = at_rest.workspace.require_project().archive.name
    QTest.keyClicks(at_rest.header.filter, "00")
    wait_until(lambda: bool(ear.told))
    assert ear.texts == [f"{name}: 10 of 12 images"]
    QTest.keyClicks(at_rest.header.filter, "x")
    wait_until(lambda: len(ear.told) > 1)
    assert ear.texts[1].startswith(f"{name}: No image passes the filter")


def test_the_results_of_a_search_are_told_before_the_keyboard_goes_on(
    at_rest: MainWindow, ear: Ear
) -> None:
    click(at_rest, 3)
    with wait_for(at_rest.query_finished):
        QTest.keyClick(at_rest.grid, Qt.Key.Key_Return)
    assert ear.texts == ["Similar to 003.jpg: 11 images"]
    QTest.keyClick(at_rest.query_panel.limits.count_slider, Qt.Key.Key_Home)
    wait_until(lambda: len(ear.told) > 1)
    assert ear.texts[1] == "Similar to 003.jpg: 5 images"


def test_a_scan_and_a_training_are_told_when_they_begin_and_end(
    window: MainWindow, indexed_shapes: Path, tmp_path: Path, ear: Ear
) -> None:
    shutil.copytree(indexed_shapes, tmp_path / "project")
    with wait_for(window.scan_finished):
        window.project.open(tmp_path / "project")
    scan = "Scanning the archive"
    wait_until(lambda: f"{scan}: done" in ear.texts)
    assert ear.texts.index(f"{scan}: begun") < ear.texts.index(f"{scan}: done")
    window.training_panel.depth_box.setCurrentIndex(0)
    with wait_for(window.training_finished) as finished:
        QTest.keyClick(window.training_panel.start_button, Qt.Key.Key_Space)
    assert "Training: begun" in ear.texts
    [verdict] = [text for text in ear.texts if text.startswith(str(finished.args[0].in_words()))]
    assert "model 1" in verdict.casefold()
