"""What a screen reader is told: every event that Qt hands to the system's accessibility."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

_LIBRARY = Path(PySide6.__path__[0]) / "Qt" / "lib" / "libQt6Gui.so.6"
# QAccessible::installUpdateHandler, which PySide does not offer.
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


@dataclass(frozen=True)
class Told:
    """An announcement, and whether it interrupts what is being spoken."""

    text: str
    at_once: bool


class Ear:
    """Takes down all announcements, as they are made."""

    def __init__(self) -> None:
        self.told: list[Told] = []

    @property
    def texts(self) -> list[str]:
        return [told.text for told in self.told]

    def hear(self, address: int) -> None:
        event = shiboken6.wrapInstance(address, QAccessibleEvent)
        if event.type() is QAccessible.Event.Announcement:
            said = shiboken6.wrapInstance(address, QAccessibleAnnouncementEvent)
            at_once = said.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            self.told.append(Told(said.message(), at_once))


@contextmanager
def listening() -> Iterator[Ear]:
    """Listen in the place of the system until the end of the block."""
    install = getattr(ctypes.CDLL(str(_LIBRARY)), _INSTALL)
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    ear = Ear()
    handler = _HANDLER(ear.hear)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    try:
        yield ear
    finally:
        install(before)
