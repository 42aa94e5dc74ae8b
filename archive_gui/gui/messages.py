"""The one way in which the program speaks to a person: messages in a bar, never in a box."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from archive_gui.gui.icons import icon_pixmap, wear_icon
from archive_gui.gui.theme import ThemeManager

_SECONDS = 8


class Kind(Enum):
    """How much a message matters; the value names its icon and its colours."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Choice:
    """A button in a message, and what it does."""

    text: str
    act: Callable[[], None]


@dataclass(frozen=True)
class Message:
    """One or two sentences, and what a person can choose to do about them."""

    kind: Kind
    text: str
    choices: tuple[Choice, ...] = ()


class Messages(QObject):
    """Takes messages from wherever they arise.

    Signals:
        posted(Message): a message to show.
    """

    posted = Signal(object)

    def info(self, text: str, *choices: Choice) -> None:
        """Tell something that is good to know."""
        self.posted.emit(Message(Kind.INFO, text, choices))

    def success(self, text: str, *choices: Choice) -> None:
        """Tell that something is done."""
        self.posted.emit(Message(Kind.SUCCESS, text, choices))

    def warning(self, text: str, *choices: Choice) -> None:
        """Tell what did not go as asked, or ask something."""
        self.posted.emit(Message(Kind.WARNING, text, choices))

    def error(self, text: str, *choices: Choice) -> None:
        """Tell what could not be done."""
        self.posted.emit(Message(Kind.ERROR, text, choices))


class MessageBar(QFrame):
    """Shows the newest message; good news goes by itself, the rest stays until it is closed."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message: Message | None = None
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wear_icon(self._close, "close", "muted")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        self._timer = QTimer(self, interval=_SECONDS * 1000, singleShot=True)
        self._timer.timeout.connect(self.hide)
        messages.posted.connect(self.show_message)
        ThemeManager.instance().changed.connect(self._draw_icon)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._text.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The choices of the message that is shown."""
        return self.findChildren(QPushButton)

    def show_message(self, message: Message) -> None:
        """Show a message in the place of the one before."""
        self.message = message
        self.setProperty("message", message.kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon()
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        for choice in message.choices:
            self._add_button(choice)
        self.show()
        self._timer.stop()
        if message.kind in (Kind.INFO, Kind.SUCCESS) and not message.choices:
            self._timer.start()

    def _draw_icon(self) -> None:
        if self.message is not None:
            name = self.message.kind.value
            pixmap = icon_pixmap(name, 18, f"on_{name}", self.devicePixelRatioF())
            self._icon.setPixmap(pixmap)

    def _add_button(self, choice: Choice) -> None:
        button = QPushButton(choice.text)
        # A click leaves the keyboard where it is, since the button goes with the message.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: choice.act())
        self._buttons.addWidget(button)
