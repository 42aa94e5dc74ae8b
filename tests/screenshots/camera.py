"""Takes down a window in both themes, with what lies over it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.theme import ThemeManager
from tests.endtoend.journey import Material
from tests.gui.events import NONE, click, let_pass, wait_until

SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_SETTLE_MS = 80


class Camera:
    """One window, and the numbered files of its pictures.

    `label` is the last part of every file name, as "2x".
    """

    def __init__(self, window: MainWindow, material: Material, out: Path, label: str) -> None:
        self.window = window
        self.material = material
        self._out = out
        self._label = label
        self._number = 0

    def take(self, name: str, *over: QWidget) -> None:
        """Take down the window, with the menus and popups that are `over` it."""
        for theme in self._themes():
            picture = self.window.grab()
            with_popups = QPainter(picture)
            for part in over:
                place = part.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
                with_popups.drawPixmap(place, part.grab())
            with_popups.end()
            self._save(picture, name, theme)

    def take_alone(self, name: str, window: QWidget) -> None:
        """Take down another window of the program."""
        for theme in self._themes():
            self._save(window.grab(), name, theme)

    def take_menu(self, name: str, menu: QMenu, corner: QWidget) -> None:
        """Take down the window with a menu open below a widget of it."""
        menu.popup(corner.mapToGlobal(corner.rect().bottomLeft()))
        QTest.qWaitForWindowExposed(menu)
        self.take(name, menu)
        menu.close()

    def keep(self, name: str, picture: QPixmap) -> None:
        """Keep a picture of what looks the same in both themes."""
        self._number += 1
        self._save(picture, name, "paper")

    def row(self, path: str) -> int:
        """Where an image of the archive is in the grid."""
        records = self.window.grid_model.records
        return next(row for row, record in enumerate(records) if record.path == path)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the grid."""
        QTest.keyClick(self.window.grid, key, modifiers)

    def click(self, path: str) -> None:
        """Select an image."""
        click(self.window, self.row(path))

    def wait_for_pictures(self) -> None:
        """Let all thumbnails that are in sight come."""
        window = self.window
        records = [window.grid_model.records[row] for row in window.grid.visible_rows()]
        sound = [record for record in records if not (record.error or record.missing)]
        wait_until(lambda: all(window.thumbnails.pixmap(each.sha256) for each in sound))

    def _themes(self) -> Iterator[str]:
        """Put on each theme in turn and give its name."""
        self._number += 1
        for theme, scheme in SCHEMES.items():
            ThemeManager.instance().follow(scheme)
            let_pass(_SETTLE_MS)
            yield theme

    def _save(self, picture: QPixmap, name: str, theme: str) -> None:
        file = self._out / f"{self._label}-{self._number:02d}-{name}-{theme}.png"
        # The quick way to write it: there are some hundred of them.
        picture.save(str(file), "PNG", 80)
