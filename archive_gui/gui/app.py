"""The program with its window: starts it, and gives its exit code."""

from __future__ import annotations

import builtins
import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from archive_gui import __version__
from archive_gui.gui.collecting import put_window_first, while_starting
from archive_gui.log import keep_crashes, start_log, take_crash
from archive_gui.memory import share_one_arena
from archive_gui.operations.archive import folder_meant, project_folder_of
from archive_gui.operations.knocking import knock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from archive_gui.gui.main_window import MainWindow

_INTERRUPTED = 130


class NoWindow(Exception):
    """Qt cannot be loaded; the text says why."""


def load_qt() -> None:
    """Load what the window is made of; raises NoWindow where it cannot be.

    PySide reads the source of every module that is imported from then on, to see whether it names
    PySide, for the sake of `from __feature__ import`, which nothing here uses. That is a
    seventeenth of the start, in which other threads wait, so what does it is taken from its place.
    """
    try:
        from PySide6 import QtGui, QtSvg, QtWidgets
    except ImportError as error:
        raise NoWindow(str(error)) from error
    del QtGui, QtSvg, QtWidgets
    if builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = getattr(builtins, "__orig_import__")  # noqa: B009


def make_application() -> QApplication:
    """The Qt application with the program's name, icon and theme; the one there is, if any.

    Raises NoWindow where Qt cannot be loaded.
    """
    load_qt()
    from PySide6.QtWidgets import QApplication

    from archive_gui.gui.icons import program_icon
    from archive_gui.gui.theme import ThemeManager

    existing = QApplication.instance()
    # Named here, Qt knows its style without Python's first loading all that styles are made of.
    arguments = [*sys.argv[:1], "-style", "fusion"]
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("archive-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("archive-gui")
    ThemeManager.instance()
    application.setWindowIcon(program_icon())
    return application


def make_window(path: Path | None) -> MainWindow:
    """The application and its window, which shows what it makes of `path` as soon as it can.

    A thread opens `path` while the window's modules are being loaded. Raises NoWindow where Qt
    cannot be.
    """
    share_one_arena()
    while_starting()
    # Whole before the thread begins: PySide cannot be loaded while another thread imports.
    load_qt()
    from archive_gui.gui.opening import Opening

    opening = None if path is None else Opening(path)
    application = make_application()
    from archive_gui.gui.preferences import Preferences

    preferences = Preferences()
    if opening is not None:
        # The thread needs it when it knows the side; see there.
        from archive_gui.gui import pictures

        del pictures
        opening.side = round(preferences.thumbnail_side * application.devicePixelRatio())
    from archive_gui.gui.main_window import MainWindow
    from archive_gui.gui.motion import Motion
    from archive_gui.gui.theme import ThemeManager
    from archive_gui.gui.translation import speak

    speak(application, preferences.language)
    ThemeManager.instance().choose(preferences.appearance)
    Motion.instance().reduce(preferences.reduced_motion)
    return MainWindow(opening)


def run(path: Path | None) -> int:
    """Open the window, on a project or a folder of images if `path` is given; the exit code.

    Ctrl+C in the terminal closes the window as if by hand, but without a question; a second
    one ends the program at once. Where a window has the same archive open already, that comes to
    front instead. Raises NoWindow where Qt cannot be loaded.
    """
    start_log()
    crashed = take_crash()
    keep_crashes()
    path = None if path is None else folder_meant(path.absolute())
    if path is not None and knock(project_folder_of(path)):
        return 0
    window = make_window(path)
    from PySide6.QtWidgets import QApplication

    from archive_gui.gui.crash import tell_of_crashes

    tell_of_crashes(lambda text: window.runner.post(lambda: window.messages.error(text)))
    window.show()
    if crashed:
        window.completion.when_done(lambda: window.assistance.tell_of_last_crash())
    put_window_first()
    window.completion.when_done(put_window_first)
    with _interruptible(window) as interrupts:
        code = QApplication.exec()
    if window.leaving.starts_anew is not None and not interrupts:
        _start_anew(window.leaving.starts_anew)
    return _INTERRUPTED if interrupts else code


def _start_anew(arguments: list[str]) -> NoReturn:
    """Let the program begin once more in this process, so that a terminal still waits for it."""
    from archive_gui.processes import python_path

    os.environ["PYTHONPATH"] = python_path()
    os.execv(sys.executable, [sys.executable, "-m", "archive_gui", *arguments])


@contextlib.contextmanager
def _interruptible(window: MainWindow) -> Iterator[list[int]]:
    """Close `window` at Ctrl+C; gives the list of the signals that came.

    Python runs signal handlers only between its own steps, of which there are none while Qt
    waits; so the signal's number also goes down a socket that Qt listens to.
    """
    from PySide6.QtCore import QSocketNotifier, QTimer

    came: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        del frame
        came.append(number)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        # It may have come in the midst of anything, as of a piece of the window being made.
        QTimer.singleShot(0, window.close_now)

    here, there = socket.socketpair()
    here.setblocking(False)
    there.setblocking(False)
    notifier = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: here.recv(64))
    before = signal.signal(signal.SIGINT, interrupt)
    woken_before = signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
    try:
        yield came
    finally:
        signal.set_wakeup_fd(woken_before)
        signal.signal(signal.SIGINT, before)
        notifier.setEnabled(False)
        here.close()
        there.close()
