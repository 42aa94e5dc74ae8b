"""What an empty place shows: what it is for, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.theme import ThemeManager

_ICON = 36


class EmptyState(QWidget):
    """An icon, a heading and a hint, in the middle of the place; with a button if `act` names one.

    Signals:
        acted(): the button was pressed.
    """

    acted = Signal()

    def __init__(
        self, icon: str, heading: str, hint: str, act: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._icon.setMinimumHeight(_ICON)
        self._heading = QLabel(heading, alignment=Qt.AlignmentFlag.AlignCenter)
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self._hint = QLabel(hint, alignment=Qt.AlignmentFlag.AlignCenter)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (self._icon, self._heading, self._hint):
            layout.addWidget(label)
        self.button = QPushButton(act)
        self.button.clicked.connect(self.acted)
        self.button.setVisible(bool(act))
        layout.addSpacing(4)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        ThemeManager.instance().changed.connect(self._draw_icon)

    def set_words(self, heading: str, hint: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._hint.setText(hint)

    def offer(self, offered: bool) -> None:
        """Offer the button, or take it back."""
        self.button.setVisible(offered)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icon, which most of these never show."""
        super().showEvent(event)
        if self._icon.pixmap().isNull():
            self._draw_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the icon out where there is hardly room for the words."""
        super().resizeEvent(event)
        layout = self.layout()
        assert layout is not None
        edges = layout.contentsMargins()
        width = self.width() - edges.left() - edges.right()
        parts = [label.heightForWidth(width) for label in (self._heading, self._hint)]
        parts += [self.button.sizeHint().height()] if not self.button.isHidden() else []
        words = sum(parts) + layout.spacing() * len(parts) + 4 + edges.top() + edges.bottom()
        self._icon.setVisible(self.height() >= words + _ICON)

    def _draw_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap(self._icon_name, _ICON, "muted", ratio))
