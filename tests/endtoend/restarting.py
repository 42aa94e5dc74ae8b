"""`python -m tests.endtoend.restarting ARCHIVE`: chooses another language and restarts by hand."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from archive_gui.gui.app import make_application, run
from archive_gui.gui.main_window import MainWindow

_REST = 50


def act() -> None:
    """Wait until the archive is open and the window whole; then do it in the settings window."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if not windows or windows[0].workspace.project is None or not windows[0].completion.done:
        QTimer.singleShot(_REST, act)
        return
    windows[0].window_actions.settings.trigger()
    settings = windows[0].assistance.settings_window
    assert settings is not None
    assert not settings.restart_button.isVisible()
    QTest.keyClick(settings.language, Qt.Key.Key_Down)
    QTest.keyClick(settings.language, Qt.Key.Key_Down)
    QTest.mouseClick(settings.restart_button, Qt.MouseButton.LeftButton)


if __name__ == "__main__":
    make_application()
    QTimer.singleShot(_REST, act)
    sys.exit(run(Path(sys.argv[1])))
