"""The settings of the program: each takes effect at once, and nobody is kept from working."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import program_icon, wear_icon
from archive_gui.gui.panels.limits import COUNTS
from archive_gui.gui.preferences import Appearance
from archive_gui.gui.settings import Settings, appearance_names
from archive_gui.gui.translation import LANGUAGES
from archive_gui.operations.archive import data_folder


class SettingsWindow(QDialog):
    """Shows the settings beside the main window.

    Signals:
        restart_wanted(): somebody wants the language that was chosen at once.
    """

    restart_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder = data_folder()
        self.setWindowTitle(self.tr("Settings of archive-gui"))
        self.setWindowIcon(program_icon())
        preferences = settings.preferences
        self.appearance = QComboBox()
        # Not of the window, which would then no longer grow with the words of a language.
        self.appearance.setMinimumWidth(330)
        for appearance, text in appearance_names().items():
            self.appearance.addItem(text, appearance)
        self.show_appearance(preferences.appearance)
        self.appearance.currentIndexChanged.connect(
            lambda: settings.choose_appearance(Appearance(self.appearance.currentData()))
        )
        settings.appearance_changed.connect(self.show_appearance)
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.language)))
        self.language.currentIndexChanged.connect(self._language_chosen)
        self._language_note = QLabel(self.tr("Taken up at the next start."))
        self._language_note.setProperty("role", "muted")
        self.restart_button = QPushButton(self.tr("Restart now"))
        self.restart_button.setToolTip(
            self.tr("Closes the program and opens it again with the same archive")
        )
        self.restart_button.setAutoDefault(False)
        self.restart_button.clicked.connect(self.restart_wanted)
        self._spoken = preferences.language
        self.restart_button.hide()
        self.motion = QCheckBox(self.tr("Reduce motion, also where the system does not"))
        self.motion.setChecked(preferences.reduced_motion)
        self.motion.toggled.connect(settings.reduce_motion)
        self.results = QSpinBox()
        self.results.setRange(COUNTS[0], COUNTS[-1])
        self.results.setValue(preferences.result_count)
        self.results.setSuffix(self.tr(" images"))
        self.results.valueChanged.connect(settings.choose_result_count)
        self.ask = QCheckBox(self.tr("Ask before closing stops a training"))
        self.ask.setChecked(preferences.ask_before_stopping)
        self.ask.toggled.connect(lambda asks: setattr(preferences, "ask_before_stopping", asks))
        self._lay_out()

    def _lay_out(self) -> None:
        folder = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        folder.setText(str(self._folder))
        folder.setProperty("role", "muted")
        self.folder_button = QPushButton(self.tr("Open the folder"))
        self.folder_button.setToolTip(
            self.tr("Marks, models and thumbnails of all archives lie there")
        )
        self.folder_button.setAutoDefault(False)
        wear_icon(self.folder_button, "open-folder")
        self.folder_button.clicked.connect(lambda: _show_folder(self._folder))
        projects = QVBoxLayout()
        projects.setSpacing(4)
        projects.addWidget(folder)
        projects.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        language = QVBoxLayout()
        language.setSpacing(2)
        language.addWidget(self.language)
        language.addWidget(self._language_note)
        language.addWidget(self.restart_button, 0, Qt.AlignmentFlag.AlignLeft)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.addRow(self.tr("&Appearance"), self.appearance)
        form.addRow(self._label(self.tr("&Language"), self.language), language)
        form.addRow("", self.motion)
        form.addRow(self.tr("A query &shows"), self.results)
        form.addRow("", self.ask)
        form.addRow(self.tr("Projects lie in"), projects)
        for widget, name in (
            (self.appearance, self.tr("Appearance")),
            (self.language, self.tr("Language")),
            (self.results, self.tr("How many images a query shows")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(buddy)
        return label

    def show_appearance(self, appearance: Appearance) -> None:
        """Show what was chosen elsewhere."""
        with QSignalBlocker(self.appearance):
            self.appearance.setCurrentIndex(self.appearance.findData(appearance))

    def show_result_count(self, count: int) -> None:
        """Show what was chosen elsewhere."""
        with QSignalBlocker(self.results):
            self.results.setValue(count)

    def _language_chosen(self) -> None:
        chosen = str(self.language.currentData())
        self._settings.preferences.language = chosen
        self.restart_button.setVisible(chosen != self._spoken)


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
