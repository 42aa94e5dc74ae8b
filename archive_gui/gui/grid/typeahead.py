"""Finding an image by typing the beginning of its name in the grid."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.grid.contents import searchable
from archive_gui.gui.translation import filled

_PAUSE_MS = 1500
_MARGIN = 8
# Letters that mark begin no name; a slash before them says that a name follows.
_BEGIN = "/"
_MARKING = frozenset("apnu")


class TypeAhead(QObject):
    """Gathers what is typed and shows it over the grid until somebody pauses.

    While it gathers, all letters are a name's, also those that else mark images.

    Signals:
        typed(str, bool): find this beginning of a name; True where a new name begins.
    """

    typed = Signal(str, bool)

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._text = ""
        self.label = QLabel(area)
        self.label.setObjectName("typeAhead")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.hide()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.end)

    @property
    def active(self) -> bool:
        """Whether a name is being typed."""
        return self._pause.isActive()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is part of a name, or begins one."""
        text, modifiers = event.text(), event.modifiers()
        if modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if self.active:
            ends = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
            return ends or (text.isprintable() and bool(text))
        return text.isprintable() and bool(text.strip()) and text.casefold() not in _MARKING

    def wants(self, event: QEvent) -> bool:
        """Whether a key that an action is about to take is a name's."""
        return self.active and isinstance(event, QKeyEvent) and self.takes(event)

    def key(self, event: QKeyEvent) -> None:
        """Take a key of a name."""
        begins = not self.active
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        if event.key() == Qt.Key.Key_Backspace:
            self._text = self._text[:-1]
        elif not (begins and event.text() == _BEGIN):
            self._text += event.text()
        self._pause.start()
        self.label.setText(filled(self.tr("Go to: {text}"), text=self._text))
        self.label.adjustSize()
        below = self._area.viewport().geometry().bottomLeft()
        self.label.move(below.x() + _MARGIN, below.y() - self.label.height() - _MARGIN)
        self.label.show()
        if self._text:
            self.typed.emit(self._text, begins)

    def end(self) -> None:
        """Forget what was typed."""
        self._pause.stop()
        self._text = ""
        self.label.hide()


def row_named(records: Sequence[ImageRecord], beginning: str, start: int) -> int | None:
    """The first row from `start` on, and then from the top, whose file name begins so."""
    wanted = searchable(beginning)
    for rows in (range(start, len(records)), range(start)):
        for row in rows:
            path = records[row].path
            if searchable(path[path.rfind("/") + 1 :]).startswith(wanted):
                return row
    return None
