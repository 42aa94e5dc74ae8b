"""What belongs to one archive stays with it when another one is opened in its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_gui.catalog.backups import Occasion, back_up
from archive_gui.catalog.interchange.authorship import Author
from archive_gui.catalog.interchange.merging import Conflict
from archive_gui.catalog.records import Role
from archive_gui.gui.conflicts_window import ConflictsWindow
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.mime import IMAGE_IDS, dragged_ids
from archive_gui.operations.archive import default_project_folder
from tests.gui.events import (
    CTRL,
    LEFT,
    click,
    drop,
    make_grouping,
    rows_mime,
    wait_for,
    wait_until,
)


@pytest.fixture
def second(make_second: Callable[[], Path]) -> Path:
    """Another archive, of one picture."""
    return make_second()


def keep_copy(window: MainWindow) -> None:
    """Copy the catalog of what is open, as is done when it is opened the next day."""
    project = window.workspace.require_project()
    back_up(project.connection, project.folder, Occasion.DAILY)


def go_to(window: MainWindow, archive: Path) -> None:
    """Open another archive."""
    with wait_for(window.scan_finished):
        window.project.open(archive)


def test_the_backups_of_an_archive_that_was_refused_do_not_go_into_another(
    opened: MainWindow, archive: Path, second: Path, qtbot: QtBot
) -> None:
    keep_copy(opened)
    go_to(opened, second)
    make_grouping(opened, 0)
    (default_project_folder(archive) / "catalog.sqlite3").write_bytes(b"no catalog at all")
    opened.project.open(archive)
    wait_until(lambda: "damaged" in opened.message_bar.text)
    with wait_for(opened.backups.listed) as listed:
        qtbot.mouseClick(opened.message_bar.buttons[0], LEFT)
    [backups], chooser = listed.args, opened.assistance.backups
    assert chooser.isVisible()
    go_to(opened, second)
    assert not chooser.isVisible()
    assert not chooser.button.isEnabled()
    # Not even a copy that was chosen at the last moment is put there.
    with wait_for(opened.scan_finished):
        opened.backups.restore(backups[0])
    assert "belongs to another archive" in opened.message_bar.text
    assert len(opened.workspace.groupings) == 1


def test_marks_of_two_curators_are_compared_only_while_their_archive_is_open(
    opened: MainWindow,
) -> None:
    nobody = Author("", "")
    conflict = Conflict(
        1, "Motif", 1, "photos/000.jpg", Role.POSITIVE, nobody, Role.NEGATIVE, nobody
    )
    opened.imports.conflicts_wanted.emit((conflict,))
    [conflicts] = opened.findChildren(ConflictsWindow)
    assert conflicts.isVisible()
    gone: list[bool] = []
    conflicts.destroyed.connect(lambda: gone.append(True))
    with wait_for(opened.workspace.closed):
        QTest.keyClick(opened, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: bool(gone))
    # The message that offered them may still be there.
    opened.imports.conflicts_wanted.emit((conflict,))
    assert not opened.findChildren(ConflictsWindow)


def test_what_is_known_of_an_image_is_not_told_of_one_of_another_archive(
    opened: MainWindow, second: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("File,Place\n000.jpg,Basel\n", "utf-8")
    with wait_for(opened.imports.imported):
        opened.imports.metadata(table)
    told = opened.viewer.info
    click(opened, 0)
    QTest.keyClick(opened.grid, Qt.Key.Key_Space)
    QTest.keyClick(opened.viewer, Qt.Key.Key_I)
    wait_until(lambda: "Basel" in told.metadata.text())
    first = opened.grid_model.records[0].id
    go_to(opened, second)
    assert opened.grid_model.records[0].id == first
    click(opened, 0)
    QTest.keyClick(opened.grid, Qt.Key.Key_Space)
    wait_until(lambda: told.place.text().startswith("only.png"))
    assert not told.metadata.text()


def test_what_was_copied_in_one_archive_is_the_file_in_another(
    opened: MainWindow, archive: Path, second: Path
) -> None:
    click(opened, 0)
    QTest.keyClick(opened.grid, Qt.Key.Key_C, CTRL)
    go_to(opened, second)
    opened.grid.setFocus()
    with wait_for(opened.query_finished):
        QTest.keyClick(opened.grid, Qt.Key.Key_V, CTRL)
    assert opened.query.query.pictures[0].source == archive / "photos" / "000.jpg"


def test_images_that_are_dragged_out_of_another_archive_are_never_marked(
    opened: MainWindow, archive: Path, second: Path
) -> None:
    dragged = [rows_mime(opened, [0]) for _ in range(4)]
    go_to(opened, second)
    make_grouping(opened, 0)
    panel, told = opened.groupings_panel, opened.workspace.active
    row = panel.list.visualRect(panel.list.model_of_groupings.index(0)).center()
    for place, at in ((panel.list.viewport(), row), (panel.new_button, None)):
        with wait_for(opened.query_finished):
            assert drop(opened, place, dragged.pop(), at)
        assert opened.query.query.pictures[0].source == archive / "photos" / "000.jpg"
        opened.query.clear()
    # The grid keeps off what was taken out of it by a slip of the hand, and nothing else.
    assert not drop(opened, opened.grid, rows_mime(opened, [0]))
    with wait_for(opened.query_finished):
        assert drop(opened, opened.grid, dragged.pop())
    opened.query.clear()
    with wait_for(opened.query_finished):
        assert drop(opened, opened.query_panel.zone, dragged.pop())
    assert opened.query.query.pictures[0].source == archive / "photos" / "000.jpg"
    assert opened.workspace.active == told


def test_what_another_program_calls_images_of_the_archive_is_no_error(opened: MainWindow) -> None:
    for raw in (b"", b"[1, 2]", b'{"project": 1}', b"\xff", b"1"):
        data = QMimeData()
        data.setData(IMAGE_IDS, QByteArray(raw))
        assert dragged_ids(data, opened.workspace.folder) == ()
        assert not drop(opened, opened.query_panel.zone, data)
