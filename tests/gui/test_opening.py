import contextlib
import shutil
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from archive_gui.errors import ArchiveError
from archive_gui.gui import listing, opening
from archive_gui.gui.action_sets import need_curator, on_groupings
from archive_gui.gui.controllers import project
from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.grid.arrange import Arrangement
from archive_gui.gui.grid.contents import Contents
from archive_gui.gui.main_window import MainWindow
from archive_gui.imaging.thumbnails import ThumbnailStore
from tests.gui.events import (
    click,
    drop,
    files_mime,
    make_grouping,
    open_filters,
    rows_mime,
    wait_for,
    wait_until,
)


def test_a_folder_dropped_on_the_window_is_opened(window: MainWindow, archive: Path) -> None:
    with wait_for(window.scan_finished) as finished:
        assert drop(window, window.welcome, files_mime(archive))
    assert finished.args[0].images == 12
    assert window.workspace.require_project().archive == archive
    assert window.windowTitle().startswith("archive")
    assert window.grid.isVisible()
    assert [dock.isVisible() for dock in window.docks] == [True, True, True]


def test_what_was_dropped_is_looked_at_outside_the_windows_thread(
    window: MainWindow, archive: Path, monkeypatch
) -> None:
    looked: list[str] = []
    is_dir = Path.is_dir

    def watched(path: Path) -> bool:
        if path == archive:
            looked.append(threading.current_thread().name)
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", watched)
    with wait_for(window.scan_finished):
        drop(window, window.welcome, files_mime(archive))
        assert threading.main_thread().name not in looked
    assert looked[0] == "details_0"


def test_the_grid_fills_while_the_scan_runs(window: MainWindow, archive: Path) -> None:
    seen: list[tuple[int, bool]] = []
    window.grid_model.arranged.connect(
        lambda: seen.append((len(window.grid_model.records), window.project.scanning))
    )
    with wait_for(window.scan_finished):
        window.project.open(archive)
    assert (12, True) in seen
    wait_until(
        lambda: all(
            window.thumbnails.pixmap(window.grid_model.records[row].sha256) is not None
            for row in window.grid.visible_rows()
        ),
    )


def test_a_file_that_cannot_be_read_is_shown_with_the_reason(
    window: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    (archive / "photos" / "damaged.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
    with wait_for(window.scan_finished):
        window.project.open(archive)
    assert "1 file could not be read" in window.message_bar.text
    box = open_filters(window).failed_box
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert [record.path for record in window.grid_model.records] == ["photos/damaged.jpg"]
    index = window.grid_model.index(0)
    assert "damaged" in window.grid_model.data(index, Qt.ItemDataRole.ToolTipRole)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert len(window.grid_model.records) == 13


def test_a_folder_that_is_gone_is_told_and_offered_for_when_it_is_back(
    window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    window.preferences.add_recent(gone)
    window.project.open(gone)
    wait_until(lambda: "cannot be found" in window.message_bar.text)
    assert str(gone) in window.message_bar.text
    assert window.preferences.recent == [gone]


def test_the_folder_is_asked_for_without_stopping_the_window(
    window: MainWindow, archive: Path
) -> None:
    window.window_actions.open_folder.trigger()
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(archive.parent))
    dialog.selectFile(str(archive))
    with wait_for(window.scan_finished):
        dialog.accept()
    assert window.preferences.recent == [archive]


def test_what_changed_in_the_folder_is_seen_by_scanning_again(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    (archive / "photos" / "000.jpg").unlink()
    (archive / "photos" / "011.jpg").rename(archive / "photos" / "moved.jpg")
    with wait_for(opened.scan_finished):
        qtbot.keyClick(opened, Qt.Key.Key_F5)
    paths = [record.path for record in opened.grid_model.records]
    assert len(paths) == 11
    assert "photos/moved.jpg" in paths
    assert "photos/000.jpg" not in paths


def test_files_that_disappeared_are_told_once_with_what_becomes_of_the_marks(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    opened.messages.posted.connect(lambda message: told.append(message.text))
    make_grouping(opened, 0, [1])
    shutil.rmtree(archive / "photos")
    for _ in range(2):
        with wait_for(opened.scan_finished):
            qtbot.keyClick(opened, Qt.Key.Key_F5)
    assert len(told) == 1
    assert told[0].startswith("12 files are missing now")
    assert "All marks are kept." in told[0]
    assert len(opened.workspace.groupings) == 1


def test_another_archive_takes_the_place_of_the_first(
    opened: MainWindow, tmp_path: Path, make_second: Callable[[], Path], qtbot: QtBot
) -> None:
    second = make_second()
    with wait_for(opened.scan_finished):
        drop(opened, opened.grid, files_mime(second))
    assert [record.path for record in opened.grid_model.records] == ["only.png"]
    with wait_for(opened.workspace.closed):
        qtbot.keyClick(opened, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    wait_until(opened.welcome.isVisible)
    wait_until(lambda: not any(dock.isVisible() for dock in opened.docks))


def test_an_empty_folder_says_what_to_do(window: MainWindow, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with wait_for(window.scan_finished):
        window.project.open(empty)
    assert not window.grid.isVisible()
    assert window.header.isVisible()


def test_the_window_leaves_to_jobs_what_takes_long_of_many_images(
    window: MainWindow, archive: Path, make_second: Callable[[], Path], monkeypatch
) -> None:
    threads: dict[str, set[str]] = {"made": set(), "let go": set()}
    make, free = Contents.make_columns, listing.let_go

    def made(contents: Contents) -> None:
        threads["made"].add(threading.current_thread().name)
        make(contents)

    def let_go(former: list[listing.Listing]) -> None:
        threads["let go"].add(threading.current_thread().name)
        free(former)

    monkeypatch.setattr(Contents, "make_columns", made)
    monkeypatch.setattr(project, "let_go", let_go)
    with wait_for(window.scan_finished):
        window.project.open(archive)
    shown = window.grid_model.contents
    assert shown is window.workspace.contents
    with wait_for(window.scan_finished):
        window.project.open(make_second())
    assert window.grid_model.contents is not shown
    wait_until(lambda: "catalog_0" in threads["let go"])
    assert threads["made"] == {"catalog_0", "scan_0"}
    assert threads["let go"] == {"catalog_0", "viewing_0"}


def test_what_is_read_while_results_are_shown_is_in_the_archive_after_them(
    opened: MainWindow, qtbot: QtBot
) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    was = opened.workspace.listed_images()[3]
    opened.workspace.update_images([replace(was, size=1, error="It rotted.")])
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert opened.browsing.scope is Scope.ARCHIVE
    assert opened.grid_model.records[3].error == "It rotted."
    opened.browsing.arrange(Arrangement(failed=True))
    assert [record.id for record in opened.grid_model.records] == [was.id]


def test_what_another_process_has_open_can_be_looked_at(
    opened: MainWindow, open_window: Callable[[], MainWindow], archive: Path, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1])
    second = open_window()
    second.project.open(archive)
    wait_until(lambda: "in use by" in second.message_bar.text)
    [look] = second.message_bar.buttons
    assert look.text() == "Open read-only"
    with wait_for(second.scan_finished):
        qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    assert "(read-only)" in second.windowTitle()
    assert any("not mark" in card.message.text for card in second.message_bar.cards)
    assert [x.name for x in second.workspace.groupings.values()] == ["000"]
    click(second, 3)
    actions = second.window_actions
    for refused in need_curator(actions):
        assert not refused.isEnabled()
    assert not actions.restore_backup.isEnabled()
    assert actions.similar.isEnabled()
    with wait_for(second.runner.failed) as told:
        second.marks.rename(next(iter(second.workspace.groupings)), "Mine")
    assert "a copy to look at" in told.args[0]
    with wait_for(second.query_finished):
        qtbot.keyClick(second.grid, Qt.Key.Key_Return)
    # The project itself goes on as if nobody looked.
    with wait_for(opened.marks_changed):
        opened.marks.start_grouping(opened.grid_model.records[5])
    assert len(opened.workspace.groupings) == 2
    assert len(second.workspace.groupings) == 1


def test_an_archive_opens_whose_thumbnails_are_damaged(window: MainWindow, archive: Path) -> None:
    with wait_for(window.scan_finished):
        window.project.open(archive)
    file = window.workspace.require_project().thumbnails_file
    with wait_for(window.workspace.closed):
        window.project.close()
    wait_until(lambda: not window.runner.jobs)
    with contextlib.closing(sqlite3.connect(file)) as store:
        [(side,)] = store.execute("PRAGMA page_size")
        [(page,)] = store.execute("SELECT rootpage FROM sqlite_master WHERE type = 'index'")
    with file.open("r+b") as raw:
        raw.seek((page - 1) * side)
        raw.write(b"\xff" * side)
    with wait_for(window.opened):
        window.project.open(archive)
    assert len(window.grid_model.records) == 12
    wait_until(lambda: "are damaged; delete the file" in window.message_bar.text)


def test_what_cannot_be_opened_leaves_no_thumbnails_open(
    window: MainWindow, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(project: object) -> None:
        raise ArchiveError("The catalog is broken.")

    closed: list[ThumbnailStore] = []
    monkeypatch.setattr(opening, "read_marks", broken)
    monkeypatch.setattr(ThumbnailStore, "close", lambda store: closed.append(store))
    window.project.open(archive)
    wait_until(lambda: "is broken" in window.message_bar.text)
    assert len(closed) == 1


def test_a_copy_to_look_at_offers_nothing_that_would_be_refused(
    opened: MainWindow, open_window: Callable[[], MainWindow], archive: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("File,Place\n000.jpg,Basel\n001.jpg,Basel\n", "utf-8")
    with wait_for(opened.imports.imported):
        opened.imports.metadata(table)
    make_grouping(opened, 0, [1])
    make_grouping(opened, 3, [4])
    window = open_window()
    with wait_for(window.scan_finished):
        window.project.open_to_look(archive)
    panel, refused = window.groupings_panel, []
    window.runner.failed.connect(refused.append)
    groupings, row = panel.list, panel.list.model_of_groupings.index(0)
    groupings.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_F2):
        QTest.keyClick(groupings, key)
    place = groupings.visualRect(row).center()
    QTest.mouseDClick(groupings.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not groupings.findChildren(QLineEdit)
    offered = on_groupings(window.window_actions)
    assert not any(action.isEnabled() for action in offered if not action.isSeparator())
    groupings.selectAll()
    offered = on_groupings(window.window_actions)
    assert not any(action.isEnabled() for action in offered if not action.isSeparator())
    panel.note.setFocus()
    QTest.keyClicks(panel.note, "typed")
    assert not panel.note.toPlainText()
    assert not window.training_panel.start_button.isEnabled()
    assert not any(action.isEnabled() for action in window.by_metadata.actions())
    # What is dropped there is asked with, as wherever it is not marked.
    for target in (groupings.viewport(), panel.new_button):
        with wait_for(window.query_finished):
            assert drop(window, target, rows_mime(window, [1]))
        window.query.clear()
    assert not refused
    # The project itself is open to marks as ever.
    assert all(action.isEnabled() for action in opened.by_metadata.actions())
    assert opened.training_panel.start_button.isEnabled()
    assert not opened.groupings_panel.note.isReadOnly()
