"""The one way in which the program speaks to a person: in messages, never in a box."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal


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

    @property
    def lasting(self) -> bool:
        """Whether it stays until somebody has closed it; good news goes by itself."""
        return self.kind in (Kind.WARNING, Kind.ERROR) or bool(self.choices)


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
