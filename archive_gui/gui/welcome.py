"""What the window shows while no archive is open."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive_gui.gui.actions import Actions
from archive_gui.gui.icons import program_icon, wear_icon
from archive_gui.gui.preferences import Preferences


class WelcomePage(QWidget):
    """Open a folder, try the sample archive, or go on with what was open lately.

    Signals:
        recent_chosen(Path): somebody wants to open this folder again.
    """

    recent_chosen = Signal(object)

    def __init__(self, actions: Actions, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        symbol = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        symbol.setPixmap(program_icon().pixmap(QSize(72, 72), self.devicePixelRatioF()))
        title = QLabel(self.tr("What does “similar” mean in your archive?"))
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setWordWrap(True)
        text = QLabel(
            self.tr(
                "Open a folder of images. Show the program a few that belong together and a few "
                "that only look alike; it learns the difference and finds the rest."
            )
        )
        text.setProperty("role", "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setWordWrap(True)
        text.setFixedWidth(460)
        # In a row between stretches, since a label that is aligned is not given its height.
        explanation = QHBoxLayout()
        explanation.addStretch(1)
        explanation.addWidget(text)
        explanation.addStretch(1)
        self.open_button = QPushButton(self.tr("Open a folder of images…"))
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(actions.open_folder.trigger)
        self.sample_button = QPushButton(self.tr("Open the sample archive"))
        wear_icon(self.sample_button, "sample")
        self.sample_button.clicked.connect(actions.open_sample.trigger)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        hint = QLabel(
            self.tr("or drop a folder on this window. Your files are only read, never changed.")
        )
        hint.setProperty("role", "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recent_title = QLabel(self.tr("Open again"))
        self._recent_title.setProperty("role", "heading")
        self._recent_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(symbol)
        layout.addWidget(title)
        layout.addLayout(explanation)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addWidget(hint)
        layout.addSpacing(20)
        layout.addWidget(self._recent_title)
        layout.addLayout(self._recent)
        layout.addStretch(3)
        self.refresh()

    def refresh(self) -> None:
        """List the folders that were open lately."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths = self._preferences.recent[:5]
        self._recent_title.setVisible(bool(paths))
        for path in paths:
            self._recent.addWidget(self._link(path), 0, Qt.AlignmentFlag.AlignHCenter)

    def _link(self, path: Path) -> QPushButton:
        button = QPushButton(path.name or str(path))
        button.setToolTip(str(path))
        button.setFlat(True)
        button.clicked.connect(lambda: self.recent_chosen.emit(path))
        return button
