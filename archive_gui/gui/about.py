"""About the program: version, what it is built on, where its log lies."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from archive_gui import __version__
from archive_gui.gui.actions import Actions
from archive_gui.gui.icons import program_icon, wear_icon
from archive_gui.gui.theme import ThemeManager
from archive_gui.gui.translation import filled, translated
from archive_gui.log import log_file


class AboutWindow(QDialog):
    """Does not keep anybody from working in the main window."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About archive-gui"))
        self.setWindowIcon(program_icon())
        self.resize(560, 520)
        symbol = QLabel()
        symbol.setPixmap(program_icon().pixmap(56, 56))
        title = QLabel(f"archive-gui {__version__}")
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "Teach a computer what “similar” means in your picture archive. Free software "
                "under the Apache License 2.0."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self.licences = QTextBrowser()
        self.licences.setAccessibleName(self.tr("What the program is built on"))
        self.licences.setOpenExternalLinks(True)
        ThemeManager.instance().changed.connect(self._dress)
        self._dress()
        folder = log_file().parent
        log = QLabel(filled(self.tr("Log: {folder}"), folder=_short(folder)))
        log.setProperty("role", "muted")
        log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        log.setWordWrap(True)
        self.log_button = QPushButton(self.tr("Open the log folder"))
        wear_icon(self.log_button, "open-folder")
        self.log_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        self.copy_button = QPushButton(self.tr("Copy diagnostics"))
        self.copy_button.setToolTip(actions.copy_diagnostics.toolTip())
        wear_icon(self.copy_button, "copy")
        self.copy_button.clicked.connect(actions.copy_diagnostics.trigger)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(title)
        beside.addWidget(words)
        above = QHBoxLayout()
        above.setSpacing(14)
        above.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(beside, 1)
        below = QHBoxLayout()
        below.addWidget(self.log_button)
        below.addWidget(self.copy_button)
        below.addStretch(1)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addWidget(self.licences, 1)
        layout.addWidget(log)
        layout.addLayout(below)

    def _dress(self) -> None:
        # Links have the colour that the theme had when they were set.
        self.licences.setHtml(self._components())

    def _components(self) -> str:
        from archive_gui.operations.licences import COMPONENTS

        rows = "".join(
            f'<tr><td><a href="{each.home}">{escape(each.name)}</a> {each.version}</td>'
            f"<td>{escape(each.licence)}</td><td>{escape(translated(each.purpose))}</td></tr>"
            for each in COMPONENTS
        )
        heading = self.tr("It is built on")
        weights = self.tr(
            "The weights of the other networks are downloaded by Keras when they are chosen; "
            "they were trained on ImageNet."
        )
        return (
            f"<p><b>{escape(heading)}</b></p>"
            f'<table cellpadding="3" width="100%">{rows}</table><p>{escape(weights)}</p>'
        )


def _short(folder: Path) -> str:
    """A path with the user's home as a tilde."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
