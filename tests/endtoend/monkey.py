"""A monkey at the window: random clicks, keys, wheels, drags and drops, always the same for a seed.

`python -m tests.endtoend.monkey [EVENTS] [SEED]` lets it loose on a small archive and says at the
end whether anything went wrong: an error in the program, or a project that is not in order.
"""

import logging
import os
import random
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from tests.own_folders import use_own_settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import list_images
from archive_gui.catalog.journal import redo, undo
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping
from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow
from tests.conftest import draw
from tests.gui.events import drop, files_mime, let_pass, wait_for

IMAGES = 24
EVENTS, SEED = 10_000, 1
# After so many events the program has its turn; after so many it goes back to the grid.
_BREATH, _WANDERING = 10, 100
# An event that takes so many milliseconds waits for more hands than a monkey has.
_STUCK = 200
KEYS: list[Qt.Key] = [
    *(Qt.Key[f"Key_{name}"] for name in "APNUCRIT01"),
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_F1,
    Qt.Key.Key_F2,
    Qt.Key.Key_F5,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
    Qt.Key.Key_Question,
]
IMAGE_KEYS = [*KEYS[:4], Qt.Key.Key_Return, Qt.Key.Key_Escape]
MODIFIERS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]
BUTTONS = [Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton]


class Monkey:
    """Does something to a window, again and again."""

    def __init__(self, window: MainWindow, archive: Path, seed: int) -> None:
        self._window = window
        self._archive = archive
        self._random = random.Random(seed)
        self._done = self._seen = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)
        # Leaving is tried by other tests; here it would be the end of the game.
        window.window_actions.quit.setEnabled(False)

    def play(self, events: int) -> None:
        """Do so many things."""
        acts: list[tuple[Callable[[], None], int]] = [
            (self._click, 30),
            (self._press_key, 20),
            (self._use_grid, 40),
            (self._wheel, 8),
            (self._drag, 8),
            (self._drop, 3),
            (self._resize, 1),
        ]
        chosen = self._random.choices(*zip(*acts, strict=True), k=events)
        self._timer.start(_STUCK)
        for number, act in enumerate(chosen):
            act()
            self._done = number
            if number % _BREATH == 0:
                let_pass(1)
            if number % _WANDERING == 0:
                self._come_back()
            self._leave_dialogs()
        self._timer.stop()

    def _go_on(self) -> None:
        """End what waits for hands: a drag for the real pointer, a menu for a choice."""
        if self._done == self._seen:
            QDrag.cancel()
            # A menu without entries, as of a toolbar too narrow for a field, is no active popup.
            menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu)]
            for widget in (
                QApplication.activePopupWidget(),
                QApplication.activeModalWidget(),
                *(menu for menu in menus if menu.isVisible()),
            ):
                if widget is not None:
                    widget.close()
        self._seen = self._done

    def _come_back(self) -> None:
        """Close what covers the grid."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                widget.close()
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget() or self._window, Qt.Key.Key_Escape)
        self._window.header.chips.clear.click()

    def _leave_dialogs(self) -> None:
        """A file dialog would lead the monkey out of its archive."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QFileDialog) and widget.isVisible():
                widget.close()

    def _target(self) -> QWidget | None:
        """A widget somewhere in an open menu, or in one of the program's windows."""
        popup = QApplication.activePopupWidget()
        tops = [popup] if popup is not None else QApplication.topLevelWidgets()
        visible = [top for top in tops if top.isVisible()]
        if not visible:
            return None
        top = self._random.choice(visible)
        inside = [widget for widget in top.findChildren(QWidget) if widget.isVisible()]
        return self._random.choice([top, *inside])

    def _place_in(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._random.randrange(max(1, widget.width())),
            self._random.randrange(max(1, widget.height())),
        )

    def _click(self) -> None:
        widget = self._target()
        if widget is None:
            return
        act = QTest.mouseDClick if self._random.random() < 0.1 else QTest.mouseClick
        modifier = self._random.choice(MODIFIERS)
        act(widget, self._random.choice(BUTTONS), modifier, self._place_in(widget))

    def _press_key(self) -> None:
        widget = QApplication.focusWidget() or self._window
        QTest.keyClick(widget, self._random.choice(KEYS), self._random.choice(MODIFIERS))

    def _use_grid(self) -> None:
        """Select an image that is in sight, and press one of the keys that are for images."""
        window = self._window
        rows = list(window.grid.visible_rows())
        if not rows or not window.grid.isVisible() or QApplication.activePopupWidget() is not None:
            return
        place = window.grid.visualRect(window.grid_model.index(self._random.choice(rows))).center()
        modifier = self._random.choice(MODIFIERS[:4])
        # As the window manager would, which is not there; keys are for the active window alone.
        window.activateWindow()
        QTest.mouseClick(window.grid.viewport(), BUTTONS[0], modifier, place)
        QTest.keyClick(window.grid, self._random.choice(IMAGE_KEYS))

    def _wheel(self) -> None:
        widget = self._target()
        if widget is None:
            return
        at = QPointF(self._place_in(widget))
        turn = QPoint(0, self._random.choice([-240, -120, 120, 240]))
        event = QWheelEvent(
            at,
            QPointF(widget.mapToGlobal(at.toPoint())),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            self._random.choice(MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _drag(self) -> None:
        """Press, move and let go, as for a slider, a splitter or the title of a dock."""
        widget = self._target()
        if widget is None or QApplication.activePopupWidget() is not None:
            return
        button = Qt.MouseButton.LeftButton
        QTest.mousePress(widget, button, Qt.KeyboardModifier.NoModifier, self._place_in(widget))
        QTest.mouseMove(widget, self._place_in(widget))
        QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, self._place_in(widget))

    def _drop(self) -> None:
        widget = self._target()
        if widget is None or widget.window() is not self._window:
            return
        file = self._random.choice([*self._archive.iterdir(), self._archive.parent / "stray.png"])
        modifier = self._random.choice(MODIFIERS)
        drop(self._window, widget, files_mime(file), self._place_in(widget), modifier)

    def _resize(self) -> None:
        self._window.resize(self._random.randint(700, 1600), self._random.randint(500, 1000))


class Complaints(logging.Handler):
    """The errors that the program writes to its log, and those that nobody caught."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(self.format(record))

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take an error that came up in a slot or an event handler."""
        self.texts.append("".join(traceback.format_exception(kind, error, trace)))


def let_loose(folder: Path, events: int, seed: int) -> list[str]:
    """Let the monkey at an archive in `folder`; what went wrong, nothing if all is well."""
    archive = folder / "archive"
    archive.mkdir()
    for number in range(IMAGES):
        draw(number).save(archive / f"{number:03d}.png")
    draw(77).save(folder / "stray.png")
    complaints = Complaints()
    log = logging.getLogger("archive_gui")
    log.addHandler(complaints)
    hook = sys.excepthook
    sys.excepthook = complaints.take
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    try:
        with wait_for(window.scan_finished):
            window.project.open(archive)
        project = window.workspace.require_project().folder
        Monkey(window, archive, seed).play(events)
        with wait_for(window.window_closed):
            window.close_now()
    finally:
        sys.excepthook = hook
        log.removeHandler(complaints)
    return [*complaints.texts, *_disorder(project)]


def _disorder(folder: Path) -> list[str]:
    """What is wrong with a project; the whole of its history is undone and done again."""
    with Project.open(folder) as project:
        found = [
            str(row[0]) for row in project.connection.execute("PRAGMA integrity_check").fetchall()
        ]
        if found != ["ok"]:
            return found
        images = {image.id for image in list_images(project, missing=True)}
        before = list_groupings(project)
        wrong = [f"{each.name} has unknown images" for each in before if not images >= _ids(each)]
        while redo(project):
            pass
        newest = list_groupings(project)
        steps = sum(1 for _ in iter(lambda: undo(project), None))
        print(f"{len(newest)} groupings, {steps} changes")
        if list_groupings(project):
            wrong.append("groupings are left when everything is undone")
        while redo(project):
            pass
        if list_groupings(project) != newest:
            wrong.append("redone groupings are not what they were")
        return wrong


def _ids(grouping: Grouping) -> set[int]:
    return {grouping.anchor, *grouping.positives, *grouping.negatives}


def main(arguments: list[str]) -> int:
    """Let the monkey loose with folders of its own, so that nobody's settings are touched."""
    events, seed = (int(each) for each in (*arguments, EVENTS, SEED)[:2])
    if len(arguments) == 1:
        seed = SEED
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        folder = Path(name)
        use_own_settings(folder)
        make_application()
        wrong = let_loose(folder, events, seed)
    for text in wrong:
        print(text, file=sys.stderr)
    print(f"{events:,} events, {len(wrong)} defects")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
