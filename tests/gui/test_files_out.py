from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from archive_gui.gui.action_sets import on_files
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.mime import dragged_ids, images_mime
from archive_gui.gui.workers import Lane
from tests.conftest import draw
from tests.gui.conftest import Desktop
from tests.gui.events import (
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    click,
    place_of,
    select,
    wait_for,
    wait_until,
)

KEY = Qt.Key
COPIED = "x-special/gnome-copied-files"
# Larger than its thumbnail, so that the two can be told apart.
LARGE = (600, 450)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Four pictures, the first of them large and with a name that addresses have to encode."""
    folder = tmp_path / "archive"
    folder.mkdir()
    draw(0, LARGE).save(folder / "01 #ä.png")
    for number in range(2, 5):
        draw(number).save(folder / f"{number:02d}.png")
    return folder


def files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls()]


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_images_are_copied_as_files_and_one_also_as_a_picture(
    opened: MainWindow, archive: Path
) -> None:
    names = sorted(file for file in archive.iterdir())
    click(opened, 0)
    QTest.keyClick(opened.grid, KEY.Key_C, CTRL)
    assert files_in(clipboard()) == names[:1]
    wait_until(lambda: clipboard().hasImage())
    assert clipboard().imageData().size().toTuple() == LARGE
    assert files_in(clipboard()) == names[:1]
    select(opened, [0, 1, 3])
    QTest.keyClick(opened.grid, KEY.Key_C, CTRL)
    assert files_in(clipboard()) == [names[0], names[1], names[3]]
    assert not clipboard().hasImage()
    told = bytes(clipboard().data(COPIED).data()).decode().split("\n")
    assert told[0] == "copy"
    assert told[1].endswith("/01%20%23%C3%A4.png")
    assert "3 images are copied" in opened.message_bar.text
    QTest.keyClick(opened.grid, KEY.Key_C, CTRL | SHIFT)
    assert clipboard().text() == "\n".join(str(names[row]) for row in (0, 1, 3))
    # What is typed or marked in a field is copied as ever.
    opened.header.filter.setText("02")
    opened.header.filter.setFocus()
    opened.header.filter.selectAll()
    QTest.keyClick(opened.header.filter, KEY.Key_C, CTRL)
    assert clipboard().text() == "02"


def drag_out(window: MainWindow, row: int) -> QDrag:
    """Drag an image with the mouse; the drag, which lives until events happen again."""
    point, viewport = place_of(window, row), window.grid.viewport()
    QTest.mousePress(viewport, LEFT, NONE, point)
    QTest.mouseMove(viewport, point + QPoint(60, 40))
    drag = window.grid.findChild(QDrag)
    assert isinstance(drag, QDrag)
    return drag


def test_a_drag_has_the_files_with_it_and_only_copies(opened: MainWindow, archive: Path) -> None:
    names = sorted(file for file in archive.iterdir())
    records = opened.grid_model.records
    wait_until(lambda: all(opened.thumbnails.pixmap(record.sha256) for record in records))
    click(opened, 0)
    drag = drag_out(opened, 0)
    data = drag.mimeData()
    assert files_in(data) == names[:1]
    project = opened.workspace.folder
    assert dragged_ids(data, project) == (records[0].id,)
    assert drag.supportedActions() == Qt.DropAction.CopyAction
    # The thumbnail goes with it until the picture itself is there.
    assert 0 < data.imageData().width() < LARGE[0]
    del drag, data
    # This one was too short for that; the picture comes and finds nobody.
    wait_until(lambda: not opened.runner.running(Lane.VIEWING))
    lent = images_mime([records[0].id], names[:1], project)
    opened.files.lend_picture(records[0], lent)
    wait_until(lambda: lent.hasImage() and lent.imageData().size().toTuple() == LARGE)
    QTest.keyClick(opened.grid, KEY.Key_A, CTRL)
    drag = drag_out(opened, 1)
    assert files_in(drag.mimeData()) == names
    assert len(dragged_ids(drag.mimeData(), project)) == 4
    assert not drag.mimeData().hasImage()
    assert drag.supportedActions() == Qt.DropAction.CopyAction
    assert sorted(archive.iterdir()) == names


def test_files_are_shown_and_opened_from_the_grid_and_from_the_viewer(
    opened: MainWindow, archive: Path, desktop: Desktop
) -> None:
    actions = opened.window_actions
    click(opened, 1)
    QTest.keyClick(opened.grid, KEY.Key_Return, CTRL)
    QTest.keyClick(opened.grid, KEY.Key_O, CTRL | SHIFT)
    # No file manager answers here, so the folder itself is opened.
    wait_until(lambda: len(desktop.opened) == 2)
    assert desktop.opened == [archive / "02.png", archive]
    click(opened, 2)
    with wait_for(opened.viewer.shown_picture):
        QTest.keyClick(opened.grid, KEY.Key_Space)
    QTest.keyClick(opened.viewer, KEY.Key_C, CTRL)
    wait_until(lambda: clipboard().hasImage())
    assert files_in(clipboard()) == [archive / "03.png"]
    menu_texts: list[str] = []

    def read_menu() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu_texts.extend(action.text() for action in menu.actions())
        menu.close()

    QTimer.singleShot(0, read_menu)
    middle = opened.viewer.canvas.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, opened.viewer.canvas.mapToGlobal(middle)
    )
    QApplication.sendEvent(opened.viewer.canvas, event)
    wait_until(lambda: bool(menu_texts))
    for action in on_files(actions):
        assert action.text() in menu_texts
