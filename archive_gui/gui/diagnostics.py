"""What the program runs on, as text for whoever helps; nothing of a person's archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QLocale, QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from archive_gui.gui.messages import Messages
from archive_gui.gui.theme import theme
from archive_gui.gui.workers import JobRunner, Lane

if TYPE_CHECKING:
    from archive_gui.operations.diagnosis import Diagnosis


class Diagnostics(QObject):
    """Copies the diagnosis and what Qt knows of the computer to the clipboard.

    Signals:
        copied(str): this is on the clipboard now.
    """

    copied = Signal(str)

    def __init__(self, parent: QObject, runner: JobRunner, messages: Messages) -> None:
        super().__init__(parent)
        self._runner = runner
        self._messages = messages

    def copy(self) -> None:
        """Try all parts of the program, which takes a moment, and copy what came of it."""
        from archive_gui.operations.diagnosis import diagnose

        self._runner.start(
            Lane.VIEWING,
            lambda _: diagnose(),
            self._take,
            title=self.tr("Collecting diagnostics"),
        )

    def _take(self, diagnosis: Diagnosis) -> None:
        # Nobody needs to know whose home it is.
        text = "\n".join((diagnosis.in_words(), surroundings())).replace(str(Path.home()), "~")
        QGuiApplication.clipboard().setText(text)
        self._messages.success(
            self.tr("The diagnostics are copied; paste them into your question or report.")
        )
        self.copied.emit(text)


def surroundings() -> str:
    """What Qt knows of the computer, a line each."""
    screens = [
        f"  {screen.size().width()} x {screen.size().height()} at "
        f"{screen.devicePixelRatio():.0%}, {screen.logicalDotsPerInch():.0f} dpi"
        for screen in QGuiApplication.screens()
    ]
    lines = [
        f"Qt {qVersion()}, PySide {pyside_version}, platform {QGuiApplication.platformName()}",
        f"style {QApplication.style().name()}, {theme().name} theme, "
        f"{QApplication.font().family()} {QApplication.font().pointSizeF():g} pt",
        f"language {QLocale.system().name()}",
        "screens:",
    ]
    return "\n".join(lines + screens)
