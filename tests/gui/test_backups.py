"""Going back to a copy of the catalog, from an open archive and from one that is damaged."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive_gui.catalog.backups import Occasion, back_up, backups
from archive_gui.gui.backups_window import BackupsWindow
from archive_gui.gui.main_window import MainWindow
from archive_gui.operations.archive import default_project_folder
from tests.gui.events import LEFT, make_grouping, wait_for, wait_until


def names(window: MainWindow) -> list[str]:
    return [grouping.name for grouping in window.workspace.groupings.values()]


def open_backups(window: MainWindow) -> BackupsWindow:
    with wait_for(window.backups.listed):
        window.window_actions.restore_backup.trigger()
    assert window.assistance.backups is not None
    return window.assistance.backups


@pytest.fixture
def copied(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window on an archive with one grouping in a copy, and a second one made since."""
    make_grouping(opened, 0)
    project = opened.workspace.require_project()
    back_up(project.connection, project.folder, Occasion.DAILY)
    make_grouping(opened, 3)
    assert len(names(opened)) == 2
    return opened


def test_the_marks_go_back_to_those_of_a_copy_and_forth_again(
    copied: MainWindow, qtbot: QtBot
) -> None:
    first, second = names(copied)
    chooser = open_backups(copied)
    assert [chooser.table.topLevelItem(0).text(column) for column in (2, 3)] == ["1", "1"]
    with wait_for(copied.scan_finished):
        qtbot.mouseClick(chooser.button, LEFT)
    assert names(copied) == [first]
    assert not chooser.isVisible()
    assert "among the backups" in copied.message_bar.text
    chooser = open_backups(copied)
    assert chooser.table.topLevelItem(0).text(1) == "a backup took its place"
    with wait_for(copied.scan_finished):
        qtbot.keyClick(chooser.table, Qt.Key.Key_Return)
    assert names(copied) == [first, second]


def test_of_a_damaged_catalog_the_message_offers_a_copy(
    copied: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    folder = default_project_folder(archive)
    with wait_for(copied.workspace.closed):
        copied.project.close()
    wait_until(lambda: not copied.runner.jobs)
    assert not copied.window_actions.restore_backup.isEnabled()
    (folder / "catalog.sqlite3").write_bytes(b"no catalog at all")
    copied.project.open(archive)
    wait_until(lambda: "damaged" in copied.message_bar.text)
    [offer] = copied.message_bar.buttons
    with wait_for(copied.backups.listed):
        qtbot.mouseClick(offer, LEFT)
    with wait_for(copied.scan_finished):
        qtbot.mouseClick(copied.assistance.backups.button, LEFT)
    assert len(names(copied)) == 1


def test_a_copy_that_is_damaged_meanwhile_leaves_the_archive_open_as_it_was(
    copied: MainWindow, qtbot: QtBot
) -> None:
    folder = copied.workspace.require_project().folder
    chooser = open_backups(copied)
    [backup] = backups(folder)
    backup.file.write_bytes(b"damaged")
    with wait_for(copied.scan_finished):
        qtbot.mouseClick(chooser.button, LEFT)
    assert len(names(copied)) == 2
    assert "choose another one" in copied.message_bar.text


def test_an_archive_without_copies_says_when_there_will_be_one(
    opened: MainWindow, qtbot: QtBot
) -> None:
    for backup in backups(opened.workspace.require_project().folder):
        backup.file.unlink()
    chooser = open_backups(opened)
    assert chooser.empty.isVisible()
    assert not chooser.table.isVisible()
    assert not chooser.button.isEnabled()
