"""The window on the whole screen; while an image is looked at, with nothing around it."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar


class FullScreen(QObject):
    """Fills the screen and brings everything back to its place afterwards.

    `action` is checked meanwhile; `bare` tells whether menus, tools and docks should go.
    """

    def __init__(self, window: QMainWindow, action: QAction, bare: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._action = action
        self._bare = bare
        self._arrangement: QByteArray | None = None
        # It answers to its key also where there is no menu.
        window.addAction(action)

    def fill_screen(self, fill: bool) -> None:
        """Fill the screen, or bring back the window's size and what was around the image."""
        window = self._window
        if not fill:
            self._bring_back()
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
            return
        if self._bare():
            self._arrangement = window.saveState()
            for part in (*window.findChildren(QDockWidget), *window.findChildren(QToolBar)):
                if part.parent() is window:
                    part.hide()
            window.menuBar().hide()
            window.statusBar().hide()
        window.showFullScreen()

    def leave_full_screen(self) -> None:
        """Have menus, tools and docks in their places, which are about to be needed."""
        if self._arrangement is not None:
            self._action.setChecked(False)

    def _bring_back(self) -> None:
        if self._arrangement is not None:
            self._window.menuBar().show()
            self._window.statusBar().show()
            self._window.restoreState(self._arrangement)
            self._arrangement = None
