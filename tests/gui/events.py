"""What hands do, as real Qt events: clicks, keys, rubber bands and drops."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from archive_gui.catalog.records import Role
from archive_gui.gui.grid.filters import FilterPanel
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.mime import images_mime
from archive_gui.gui.workers import Lane
from archive_gui.processes import Stopwatch
from archive_gui.progress import Progress

# Seconds; a bound for a machine that is busy with other things, not what anything should take.
PATIENCE = 180.0

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
_DROP_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


class Emitted:
    """What a signal was emitted with; `args` is empty until then."""

    def __init__(self) -> None:
        self.args: list[Any] = []
        self.came = False

    def take(self, *args: Any) -> None:
        self.args, self.came = list(args), True


@contextlib.contextmanager
def wait_for(
    signal: Any, condition: Callable[..., bool] | None = None, patience: float = PATIENCE
) -> Iterator[Emitted]:
    """Wait at the end of the block until `signal` was emitted, with what `condition` lets pass."""
    emitted = Emitted()

    def take(*args: Any) -> None:
        if condition is None or condition(*args):
            emitted.take(*args)

    signal.connect(take)
    try:
        yield emitted
        wait_until(lambda: emitted.came, patience)
    finally:
        signal.disconnect(take)


def let_pass(milliseconds: int) -> None:
    """Let events happen for so long.

    Not by QTest.qWait, which keeps Python's lock all the while, so that no other thread runs.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Let events happen until `condition()` holds; TimeoutError after `patience` seconds."""
    waited = Stopwatch()
    while not condition():
        if waited.seconds() > patience:
            raise TimeoutError("what was waited for did not happen")
        let_pass(10)


def place_of(window: MainWindow, row: int) -> QPoint:
    """The middle of an image in the grid's viewport."""
    return window.grid.visualRect(window.grid_model.index(row)).center()


def click(window: MainWindow, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click an image of the grid, scrolled into sight before."""
    window.grid.scrollTo(window.grid_model.index(row))
    QTest.mouseClick(window.grid.viewport(), LEFT, modifiers, place_of(window, row))


def select(window: MainWindow, rows: Sequence[int]) -> None:
    """Click the first of these images, and the others with Ctrl held."""
    for place, row in enumerate(rows):
        click(window, row, CTRL if place else NONE)


def selected_rows(window: MainWindow) -> list[int]:
    """The rows of the selected images."""
    return [window.grid_model.row_of(record.id) for record in window.grid.selected_records()]


def draw_band(
    window: MainWindow,
    start: QPoint,
    end: QPoint,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """Draw a rubber band over the grid."""
    viewport = window.grid.viewport()
    QTest.mousePress(viewport, LEFT, modifiers, start)
    for step in range(1, 5):
        QTest.mouseMove(viewport, start + (end - start) * step / 4)
    QTest.mouseRelease(viewport, LEFT, modifiers, end)


def mark(window: MainWindow, rows: Sequence[int], key: Qt.Key) -> None:
    """Select images and press a key; waits until the catalog has the change."""
    select(window, rows)
    with wait_for(window.marks_changed):
        QTest.keyClick(window.grid, key)


def make_grouping(
    window: MainWindow,
    anchor: int,
    positives: Sequence[int] = (),
    negatives: Sequence[int] = (),
) -> None:
    """Mark a grouping by keys, its images given as rows of the grid."""
    mark(window, [anchor], Qt.Key.Key_A)
    if positives:
        mark(window, positives, Qt.Key.Key_P)
    if negatives:
        mark(window, negatives, Qt.Key.Key_N)


def marked_rows(window: MainWindow) -> dict[int, Role]:
    """The role of each marked image of the grouping in hand, by its row."""
    marks = window.workspace.active_marks()
    return {window.grid_model.row_of(image): role for image, role in marks.items()}


def click_version(window: MainWindow, row: int, *, also: bool = False) -> None:
    """Click a row of the table of versions, with Ctrl held if others are to stay selected."""
    panel = window.training_panel
    panel.tabs.setCurrentWidget(panel.versions)
    table = panel.versions.table
    table.scrollToItem(table.topLevelItem(row))
    place = table.visualItemRect(table.topLevelItem(row)).topLeft() + QPoint(20, 8)
    QTest.mouseClick(table.viewport(), LEFT, CTRL if also else NONE, place)


def choose(menu: QMenu, action: QAction) -> None:
    """Open a menu and click one of its entries."""
    menu.popup(QPoint(10, 10))
    QTest.qWaitForWindowExposed(menu)
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())


def open_filters(window: MainWindow) -> FilterPanel:
    """Click the button of the filters and give what opens."""
    QTest.mouseClick(window.header.filter_button, LEFT)
    QTest.qWaitForWindowExposed(window.header.filters)
    return window.header.filters


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
    project = window.workspace.require_project().folder
    return images_mime([record.id for record in records], files, project)


def hover(
    window: MainWindow,
    target: QWidget,
    data: QMimeData,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """Drag `data` into the window and hold it over `target`.

    The events go to the window of the system, as from the desktop; Qt finds the widget.
    """
    point = target.mapTo(window, target.rect().center() if at is None else at)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(point, _DROP_ACTIONS, data, LEFT, modifiers)
        QCoreApplication.sendEvent(window.windowHandle(), event)


def drop(
    window: MainWindow,
    target: QWidget,
    data: QMimeData,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = NONE,
) -> bool:
    """Drag `data` into the window and drop it over `target`; whether it was taken."""
    hover(window, target, data, at, modifiers)
    point = QPointF(target.mapTo(window, target.rect().center() if at is None else at))
    dropped = QDropEvent(point, _DROP_ACTIONS, data, LEFT, modifiers)
    QCoreApplication.sendEvent(window.windowHandle(), dropped)
    return dropped.isAccepted()


@contextlib.contextmanager
def occupied(window: MainWindow, lane: Lane) -> Iterator[None]:
    """Have a job in `lane` that stops for nobody until the end of the block."""
    begun, go = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        del progress
        begun.set()
        go.wait(PATIENCE)

    window.runner.start(lane, work)
    try:
        wait_until(begun.is_set)
        yield
    finally:
        go.set()
