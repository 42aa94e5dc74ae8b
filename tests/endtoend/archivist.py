"""An archivist at a window of the program, with real hands and a watch."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from archive_gui.gui.main_window import MainWindow
from tests.endtoend.hands import Hands
from tests.endtoend.journey import JourneyError
from tests.gui.events import PATIENCE, let_pass, place_of, wait_for, wait_until

# Seconds that a training may take on a machine that is busy with other things.
TRAINING_PATIENCE = 300.0


class Watch:
    """Takes the time of each step, and how much of it went by waiting."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, float, float]] = []
        self._waited = 0.0

    def wait(self, condition: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait for the window, but not longer than `patience` seconds."""
        begun = time.monotonic()
        wait_until(condition, patience)
        self._waited += time.monotonic() - begun

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step of the journey."""
        begun, self._waited = time.monotonic(), 0.0
        yield
        self.steps.append((name, time.monotonic() - begun, self._waited))
        print(
            f"{self.steps[-1][1]:6.1f} s, {self._waited:5.1f} s of it waiting: {name}", flush=True
        )


class Archivist:
    """What a person does again and again at the window; screenshots of it are left in `out`."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._shots = 0
        self.watch = Watch()
        self.hands = Hands()
        self.window = self.open_window()

    def answer_dialog(self, path: Path, shot: str = "") -> None:
        """Type a path into the file dialog that opens, and take it."""
        self.watch.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        let_pass(200)
        if shot:
            self.shoot(f"dialog for {shot}")
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        while line.text() != str(path):
            self.hands.press("ctrl+a")
            self.hands.write(str(path))
            # The names that Qt offers to complete are looked up on the side.
            let_pass(300)
        self.hands.press("Return")
        self.watch.wait(lambda: QApplication.activeModalWidget() is not dialog)

    def mark(self, paths: Sequence[str], key: str) -> None:
        """Select images and press a key."""
        self.select(paths)
        with self.marked():
            self.hands.press(key)

    def select(self, paths: Sequence[str]) -> None:
        """Click images, the second and later ones with Ctrl held."""
        for place, path in enumerate(paths):
            self.click_row(path, held="ctrl" if place else "")

    def click_row(self, path: str, held: str = "") -> None:
        """Click the image of this path."""
        self.click_image(self._row(path), held)

    def click_image(self, row: int, held: str = "") -> None:
        """Click an image, scrolled into sight before."""
        window = self.window
        window.grid.scrollTo(window.grid_model.index(row))
        self.hands.click(window.grid.viewport(), place_of(window, row), held=held)

    @contextmanager
    def heard(self, signal: object, patience: float = PATIENCE) -> Iterator[None]:
        """Wait for a signal of the window; that is waiting."""
        with wait_for(signal) as emitted:
            yield
            self.watch.wait(lambda: emitted.came, patience)

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Wait until the catalog has a change."""
        with self.heard(self.window.marks_changed):
            yield

    @contextmanager
    def found(self) -> Iterator[None]:
        """Wait for the results of a query."""
        with self.heard(self.window.query_finished):
            yield

    @contextmanager
    def trained(self) -> Iterator[None]:
        """Wait for the end of a training."""
        with self.heard(self.window.training_finished, TRAINING_PATIENCE):
            yield

    def shoot(self, name: str) -> None:
        """Take down what is on the screen."""
        self._shots += 1
        let_pass(250)
        screen = QApplication.primaryScreen()
        file = self._out / f"{self._shots:02d} {name}.png"
        screen.grabWindow(0, 0, 0, 1280, 800).save(str(file))

    @staticmethod
    def expect(holds: bool, otherwise: str) -> None:
        """Stop where something is not as it should be."""
        if not holds:
            raise JourneyError(f"It went wrong: {otherwise}.")

    def expect_keyboard(self, where: str) -> None:
        """Stop where the keyboard is not in the grid, which is called by the words given."""
        focused = self.window.focusWidget()
        self.expect(focused is self.window.grid, f"the keyboard is not {where} but in {focused}")

    def _row(self, path: str) -> int:
        records = self.window.grid_model.records
        return next(row for row, record in enumerate(records) if record.path == path)

    def _current_row(self) -> int:
        return self.window.grid.currentIndex().row()

    def _on_screen(self, path: str) -> QPoint:
        return self.window.grid.viewport().mapToGlobal(place_of(self.window, self._row(path)))

    def _all_marks(self) -> list[object]:
        groupings = self.window.workspace.groupings.values()
        return [(g.name, g.note, g.anchor, g.positives, g.negatives) for g in groupings]

    def _thumbnails_are_there(self) -> bool:
        window = self.window
        records = (window.grid_model.records[row] for row in window.grid.visible_rows())
        return all(window.thumbnails.pixmap(record.sha256) is not None for record in records)

    def open_window(self) -> MainWindow:
        window = MainWindow()
        self.hands.window = window
        window.setGeometry(0, 0, 1280, 800)
        window.show()
        return window

    def close(self) -> None:
        with wait_for(self.window.window_closed):
            self.window.close()
