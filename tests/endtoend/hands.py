"""A person's hands on an X server: a pointer and a keyboard that any program there obeys."""

import subprocess

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.events import let_pass, wait_until

# Milliseconds between what a hand does and the next, so that the window can follow.
_REST = 40


class Hands:
    """Moves the pointer and presses keys through `xdotool`, while the window goes on."""

    def __init__(self) -> None:
        self.window: QWidget | None = None

    def do(self, *words: object) -> None:
        """One command of xdotool; returns when it is done."""
        with subprocess.Popen(["xdotool", *map(str, words)]) as process:
            wait_until(lambda: process.poll() is not None)
        let_pass(_REST)

    def press(self, *keys: str) -> None:
        """Press keys one after another, by xdotool's names (`Return`, `ctrl+t`)."""
        self._look_at_front()
        for key in keys:
            self.do("key", key)

    def write(self, text: str) -> None:
        """Type a text."""
        self._look_at_front()
        self.do("type", "--delay", 2, text)

    def point(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Move the pointer onto a widget."""
        place = _place(widget, at)
        self.do("mousemove", place.x(), place.y())

    def click(self, widget: QWidget, at: QPoint | None = None, *, held: str = "") -> None:
        """Click a widget with the left button, with a key held."""
        self._look_at_front()
        self.point(widget, at)
        button = ("mousedown", 1, "sleep", 0.03, "mouseup", 1)
        if held:
            self.do("keydown", held, *button, "keyup", held)
        else:
            self.do(*button)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag from one place of the screen to another."""
        # As one command: Qt keeps whoever begins a drag until it is over.
        words: list[object] = ["mousemove", start.x(), start.y(), "mousedown", 1]
        for step in range(1, 13):
            between = start + (end - start) * step / 12
            words += ["mousemove", between.x(), between.y(), "sleep", 0.03]
        self.do(*words, "sleep", 0.2, "mouseup", 1)
        let_pass(4 * _REST)

    def _look_at_front(self) -> None:
        """Give the keyboard to the window in front, as a window manager would."""
        front = QApplication.activeModalWidget() or self.window
        if front is not None and QApplication.activePopupWidget() is None:
            while not front.isActiveWindow():
                front.activateWindow()
                let_pass(_REST)


def _place(widget: QWidget, at: QPoint | None) -> QPoint:
    return widget.mapToGlobal(widget.rect().center() if at is None else at)
