"""What hands do, as real Qt events: clicks, keys, rubber bands and drops."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from archive_gui.catalog.records import Role
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.mime import images_mime

# A bound for a machine that is busy with other things, not what anything should take.
PATIENCE = 60_000

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def wait_for(qtbot: QtBot, signal: Any) -> Any:
    """Wait at the end of a `with` block until `signal` was emitted."""
    return qtbot.waitSignal(signal, timeout=PATIENCE)


def wait_until(qtbot: QtBot, condition: Any) -> None:
    """Let events happen until `condition()` holds."""
    qtbot.waitUntil(condition, timeout=PATIENCE)


def place_of(window: MainWindow, row: int) -> QPoint:
    """The middle of an image in the grid's viewport."""
    return window.grid.visualRect(window.grid_model.index(row)).center()


def click(
    qtbot: QtBot, window: MainWindow, row: int, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    """Click an image of the grid, scrolled into sight before."""
    window.grid.scrollTo(window.grid_model.index(row))
    qtbot.mouseClick(window.grid.viewport(), LEFT, modifiers, place_of(window, row))


def select(qtbot: QtBot, window: MainWindow, rows: Sequence[int]) -> None:
    """Click the first of these images, and the others with Ctrl held."""
    for place, row in enumerate(rows):
        click(qtbot, window, row, CTRL if place else NONE)


def selected_rows(window: MainWindow) -> list[int]:
    """The rows of the selected images."""
    return [window.grid_model.row_of(record.id) for record in window.grid.selected_records()]


def draw_band(
    qtbot: QtBot,
    window: MainWindow,
    start: QPoint,
    end: QPoint,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """Draw a rubber band over the grid."""
    viewport = window.grid.viewport()
    qtbot.mousePress(viewport, LEFT, modifiers, start)
    for step in range(1, 5):
        qtbot.mouseMove(viewport, start + (end - start) * step / 4)
    qtbot.mouseRelease(viewport, LEFT, modifiers, end)


def mark(qtbot: QtBot, window: MainWindow, rows: Sequence[int], key: Qt.Key) -> None:
    """Select images and press a key; waits until the catalog has the change."""
    select(qtbot, window, rows)
    with wait_for(qtbot, window.marks_changed):
        qtbot.keyClick(window.grid, key)


def make_grouping(
    qtbot: QtBot,
    window: MainWindow,
    anchor: int,
    positives: Sequence[int] = (),
    negatives: Sequence[int] = (),
) -> None:
    """Mark a grouping by keys, its images given as rows of the grid."""
    mark(qtbot, window, [anchor], Qt.Key.Key_A)
    if positives:
        mark(qtbot, window, positives, Qt.Key.Key_P)
    if negatives:
        mark(qtbot, window, negatives, Qt.Key.Key_N)


def marked_rows(window: MainWindow) -> dict[int, Role]:
    """The role of each marked image of the grouping in hand, by its row."""
    marks = window.workspace.active_marks()
    return {window.grid_model.row_of(image): role for image, role in marks.items()}


def choose(qtbot: QtBot, menu: QMenu, action: QAction) -> None:
    """Open a menu and click one of its entries."""
    menu.popup(QPoint(10, 10))
    qtbot.waitExposed(menu)
    qtbot.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())


def files_mime(*files: Path) -> QMimeData:
    """What a file manager gives of files that are dragged."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def picture_mime(picture: QImage) -> QMimeData:
    """What a browser gives of a picture that is dragged or copied."""
    data = QMimeData()
    data.setImageData(picture)
    return data


def rows_mime(window: MainWindow, rows: Sequence[int]) -> QMimeData:
    """What the grid gives of its own images that are dragged."""
    records = [window.grid_model.records[row] for row in rows]
    files = [window.workspace.file_of(record) for record in records]
    return images_mime([record.id for record in records], files)


def drop(
    window: MainWindow,
    target: QWidget,
    data: QMimeData,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = NONE,
) -> bool:
    """Drag `data` into the window and drop it over `target`; whether it was taken.

    The events go to the window of the system, as from the desktop; Qt finds the widget.
    """
    point = QPointF(target.mapTo(window, target.rect().center() if at is None else at))
    handle = window.windowHandle()
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(point.toPoint(), actions, data, LEFT, modifiers)
        QCoreApplication.sendEvent(handle, event)
    dropped = QDropEvent(point, actions, data, LEFT, modifiers)
    QCoreApplication.sendEvent(handle, dropped)
    return dropped.isAccepted()
