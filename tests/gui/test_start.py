"""What the window does without until its first pictures are on the screen."""

import builtins
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_gui.catalog.locking import ProjectLocked
from archive_gui.catalog.project import Project
from archive_gui.gui import completing, listing, opening, pictures
from archive_gui.gui.app import load_qt
from archive_gui.gui.controllers import project
from archive_gui.gui.grid import thumbnails
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.opening import Opened, Opening
from archive_gui.gui.preferences import Preferences
from archive_gui.operations.indexing import index_archive
from archive_gui.progress import Progress
from tests.gui.events import LEFT, PATIENCE, let_pass, wait_for, wait_until

# Each takes longer to load than to draw the window once.
NOT_AT_THE_START = (
    "tensorflow",
    "keras",
    "ai_edge_litert",
    "numpy",
    "hnswlib",
    "pyqtgraph",
    "PIL.PngImagePlugin",
    "PIL.TiffImagePlugin",
    "logging.handlers",
    "importlib.metadata",
    "ssl",
    "PySide6.QtPrintSupport",
    "PySide6.QtWidgets.QStyle",
    "xml.etree.ElementTree",
    "archive_gui.sample",
    "archive_gui.catalog.interchange",
    "archive_gui.imaging.decode",
    "archive_gui.learning.registry",
    "archive_gui.operations.querying",
    "archive_gui.operations.training",
    "archive_gui.operations.indexing",
)
# Opens a project, and says which modules are loaded when all that is in sight has its picture.
STARTS = """
import json, os, sys
from pathlib import Path
from PySide6 import QtWidgets
from PySide6.QtWidgets import QApplication
from archive_gui.gui.app import make_window
from archive_gui.gui import completing
from archive_gui.gui.controllers import project
# On a busy computer the first pictures take longer, too.
project.FOR_THE_FIRST = completing._PATIENCE = 60_000
window = make_window(Path(sys.argv[1]))
window.resize(1280, 800)
window.show()
loaded = []

def look():
    records, rows = window.grid_model.records, window.grid.visible_rows()
    shown = [window.thumbnails.pixmap(records[row].sha256) is not None for row in rows]
    if shown and all(shown) and not loaded:
        loaded.extend(sys.modules)
        loaded.extend(f"PySide6.QtWidgets.{name}" for name in vars(QtWidgets))

# What completes the window comes with the events after this.
window.thumbnails.rested.connect(look)
while not loaded:
    QApplication.processEvents()
    look()
print(json.dumps(loaded), flush=True)
os._exit(0)
"""


@pytest.fixture
def indexed(archive: Path, tmp_path: Path) -> Path:
    with Project.create(tmp_path / "project", archive) as created:
        index_archive(created)
        return created.folder


def held_up(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have the next opening wait, as of a drive that sleeps, until this is set."""
    opens, go_on, begun = opening.open_first, threading.Event(), list[Path]()

    def slowly(path: Path, *, to_look: bool = False) -> Opened | ProjectLocked:
        begun.append(path)
        if len(begun) == 1:
            go_on.wait(PATIENCE)
        return opens(path, to_look=to_look)

    monkeypatch.setattr(opening, "open_first", slowly)
    return go_on


def test_nothing_that_takes_long_is_loaded_before_the_first_pictures(indexed: Path) -> None:
    started = subprocess.run(
        [sys.executable, "-c", STARTS, str(indexed)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert not set(NOT_AT_THE_START) & set(json.loads(started.stdout))


def test_no_source_is_read_of_what_is_imported_once_qt_is_there() -> None:
    """PySide would, in search of itself, and Python would keep what it read."""
    code = (
        "import builtins, linecache, sys; from archive_gui.gui.app import load_qt; load_qt();"
        "import colorsys; sys.exit(colorsys.__file__ in linecache.cache)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_who_looks_at_imports_goes_on_when_qt_is_loaded_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = builtins.__import__

    def look(*arguments: Any, **named: Any) -> Any:
        return looked_at(*arguments, **named)

    monkeypatch.setattr(builtins, "__import__", look)
    load_qt()
    assert builtins.__import__ is look


def test_of_many_images_the_first_are_shown_before_the_rest_is_listed(
    window: MainWindow, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_FEW", 5)
    monkeypatch.setattr(listing, "_FIRST", 4)
    shown: list[tuple[list[str], str]] = []
    window.grid_model.arranged.connect(
        lambda: shown.append(
            ([record.path for record in window.grid_model.records], window.browser.in_words())
        )
    )
    whole = [f"photos/{number:03d}.jpg" for number in range(12)]
    # What comes first by name is known from the second time on.
    for _ in range(2):
        shown.clear()
        with wait_for(window.scan_finished):
            window.project.open(indexed)
        assert shown[-1][0] == whole
        assert len(window.workspace.images) == 12
    assert (whole[:4], "archive: 12 images") in shown
    assert [record.path for record in window.grid_model.records] == whole


def test_a_window_shows_pictures_first_and_has_all_its_parts_before_it_scans(
    open_window: Callable[..., MainWindow], indexed: Path
) -> None:
    window = open_window(Opening(indexed))
    assert all(dock.isVisible() for dock in window.docks)
    done_when_scanning: list[bool] = []
    window.project.scan_started.connect(lambda: done_when_scanning.append(window.completion.done))
    with wait_for(window.scan_finished):
        pass
    assert done_when_scanning == [True]
    assert all(dock.widget().isVisible() for dock in window.docks)
    assert window.grid.hasFocus()
    assert len(window.grid_model.records) == 12


def test_pictures_that_were_read_while_the_window_was_made_are_not_read_again(
    open_window: Callable[..., MainWindow], indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(thumbnails, "load_small", lambda data, side: asked.append(side))
    # That there is nothing to wait for is seen at once.
    monkeypatch.setattr(completing, "_PATIENCE", 3_600_000)
    monkeypatch.setattr(project, "FOR_THE_FIRST", 3_600_000)
    made = Opening(indexed, side=116)
    wait_until(made._opened.done)
    window = open_window(made)
    with wait_for(window.scan_finished):
        pass
    digests = [record.sha256 for record in window.grid_model.records]
    assert len(digests) == 12
    assert all(window.thumbnails.pixmap(digest) is not None for digest in digests)
    assert not asked


def test_who_waits_for_an_archive_waits_for_no_picture(
    indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, load = threading.Event(), threading.Event(), pictures.load_small

    def slowly(data: bytes | None, side: int) -> QImage:
        begun.set()
        go_on.wait(PATIENCE)
        return load(data, side)

    monkeypatch.setattr(pictures, "load_small", slowly)
    made = Opening(indexed, side=116)
    assert begun.wait(PATIENCE)
    threading.Timer(0.1, go_on.set).start()
    opened = made.result(Progress())
    assert isinstance(opened, Opened)
    assert len(opened.pictures) == 1
    opened.close()


def test_a_key_finds_all_parts_of_the_window_before_there_are_pictures(
    open_window: Callable[..., MainWindow], indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = held_up(monkeypatch)
    monkeypatch.setattr(completing, "_PATIENCE", 3_600_000)
    window = open_window(Opening(indexed))
    wait_until(window.isActiveWindow)
    assert not window.completion.done
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1)
    assert window.completion.done
    assert window.assistance.manual is not None
    assert window.assistance.manual.isVisible()
    with wait_for(window.scan_finished):
        go_on.set()


def test_a_window_on_what_cannot_be_opened_says_so_and_what_else_can(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window(Opening(tmp_path / "nothing"))
    wait_until(lambda: window.pages.currentWidget() is not window.browser)
    assert window.pages.currentWidget() is window.welcome
    assert "nothing cannot be found" in window.message_bar.text
    assert not any(dock.isVisible() for dock in window.docks)


def test_the_keyboard_comes_to_the_dock_that_had_it_last_time(
    open_window: Callable[..., MainWindow], indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completing, "_PATIENCE", 3_600_000)
    first = open_window()
    with wait_for(first.scan_finished):
        first.project.open(indexed)
    first.query_panel.zone.setFocus()
    with wait_for(first.window_closed):
        first.close()
    assert first.preferences.active_place == "query"

    done_when_opened: list[bool] = []
    window = open_window(Opening(indexed))
    window.opened.connect(lambda: done_when_opened.append(window.completion.done))
    with wait_for(window.scan_finished):
        pass
    assert done_when_opened == [False]
    assert window.places.active == "query"


def test_the_keyboard_stays_with_who_has_touched_the_window_before_it_was_complete(
    open_window: Callable[..., MainWindow], indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completing, "_PATIENCE", 3_600_000)
    Preferences().active_place = "groupings"
    window = open_window(Opening(indexed))
    keys: list[QWidget | None] = []

    def touch() -> None:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right)
        keys.append(window.focusWidget())

    window.opened.connect(touch)
    with wait_for(window.scan_finished):
        pass
    assert keys == [window.grid]


def test_an_archive_of_the_menu_is_opened_when_all_parts_are_there(
    open_window: Callable[..., MainWindow],
    indexed: Path,
    make_second: Callable[[], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(completing, "_PATIENCE", 3_600_000)
    Preferences().add_recent(make_second())
    window = open_window(Opening(indexed))
    closed: list[bool] = []

    def choose_second() -> None:
        [second] = [each for each in window.menus.recent.actions() if each.text() == "second"]
        second.trigger()

    window.workspace.closed.connect(lambda: closed.append(window.completion.done))
    # As a screen reader does it, without a key or a click.
    window.opened.connect(choose_second)
    with wait_for(window.scan_finished):
        pass
    assert not closed
    window.opened.disconnect(choose_second)
    choose_second()
    wait_until(lambda: len(window.grid_model.records) == 1)
    assert closed == [True]


def test_a_window_of_which_a_part_cannot_be_made_does_not_say_that_it_is_complete(
    open_window: Callable[..., MainWindow],
    indexed: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(completion: completing.Completion) -> None:
        raise ValueError("This cannot be made.")

    with qtbot.captureExceptions() as raised:
        with monkeypatch.context() as patched:
            patched.setattr(completing.Completion, "_make_controllers", broken)
            window = open_window(Opening(indexed))
            wait_until(lambda: bool(raised))
            let_pass(100)
        assert not window.completion.done
        assert len(raised) == 1
    window.hide()
    wait_until(lambda: not window.runner.jobs)
    if window.workspace.project is not None:
        window.workspace.project.close()
    window.runner.close()


@pytest.mark.parametrize("at_start", [True, False])
def test_an_opening_is_stopped_at_once_and_the_archive_can_be_opened_all_the_same(
    open_window: Callable[..., MainWindow],
    indexed: Path,
    at_start: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = held_up(monkeypatch)
    window = open_window(Opening(indexed) if at_start else None)
    if not at_start:
        window.project.open(indexed)
    wait_until(window.status_bar.stop_button.isVisible)
    QTest.mouseClick(window.status_bar.stop_button, LEFT)
    wait_until(lambda: not window.runner.jobs)
    wait_until(lambda: window.completion.done and window.welcome.isVisible())
    assert not window.message_bar.cards
    with wait_for(window.scan_finished):
        window.project.open(indexed)
        let_pass(100)
        go_on.set()
    assert len(window.grid_model.records) == 12
    assert not window.message_bar.cards


def test_memory_is_not_given_back_in_the_midst_of_opening(
    open_window: Callable[..., MainWindow], indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[bool] = []
    monkeypatch.setattr(project, "_UNTIL_FREED", 50)
    monkeypatch.setattr(project, "give_memory_back", lambda: given_back.append(True))
    window = open_window()
    with wait_for(window.scan_finished):
        window.project.open(indexed)
    go_on = held_up(monkeypatch)
    with wait_for(window.workspace.closed):
        window.project.open(indexed)
    let_pass(300)
    with wait_for(window.scan_finished):
        go_on.set()
    assert not given_back
    window.project.close()
    wait_until(lambda: bool(given_back))


def test_first_images_that_are_gone_are_not_shown(
    window: MainWindow, archive: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_FEW", 5)
    with Project.open(indexed) as changed:
        changed.set_setting("first_images", "3 99999 nonsense")
    with wait_for(window.scan_finished):
        window.project.open(indexed)
    assert len(window.grid_model.records) == 12
    wait_until(lambda: window.workspace.is_settled)
