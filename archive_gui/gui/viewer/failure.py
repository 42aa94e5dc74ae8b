"""What stands in the place of a picture that cannot be shown: why, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.translation import filled


class Failure(QWidget):
    """The reason, and a button to try once more.

    Signals:
        again(): a person wants to try once more.
    """

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = EmptyState("image-broken", self.tr("This image cannot be shown"), "")
        self.button = QPushButton(self.tr("Try again (R)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.again)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_reason(self, reason: str) -> None:
        """Tell why; the other ways out are to leave, or to go on to the next image."""
        hint = filled(
            self.tr(
                "{reason}\n\nLeft and Right go to its neighbours, Space goes back to the grid."
            ),
            reason=reason,
        )
        self.words.set_words(self.tr("This image cannot be shown"), hint)
        self.setAccessibleName(reason)
