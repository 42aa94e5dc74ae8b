"""The note of the grouping in hand."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from archive_gui.catalog.records import Grouping
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.workers import Job
from archive_gui.gui.workspace import Workspace


class _Unkept(NamedTuple):
    """A note on its way to the catalog."""

    note: str
    job: Job


class NoteField(QPlainTextEdit):
    """The note of the grouping in hand; takes little room while it is empty and nobody writes.

    What was typed is kept a moment later. Until the catalog has it, which other work may hold up,
    it is what the grouping shows.

    Signals:
        left(): Escape was pressed.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, marks: MarksController) -> None:
        super().__init__()
        self._workspace = workspace
        self._marks = marks
        self._grouping: int | None = None
        self._unkept: dict[int, _Unkept] = {}
        self._save = QTimer(self, interval=800, singleShot=True)
        self._save.timeout.connect(self.keep)
        self.textChanged.connect(self._save.start)
        # The text's own signal: those of the field are held back while a note is put in.
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def show_of(self, active: Grouping | None) -> None:
        """Show the note of this grouping, after what was typed for another is kept."""
        self._forget_kept()
        if self._save.isActive():
            if active is not None and active.id == self._grouping:
                return
            self.keep()
        self._grouping = active.id if active is not None else None
        note = self._note_of(active) if active is not None else ""
        if self.toPlainText() != note:
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)

    def keep(self) -> None:
        """Have the catalog keep the note as it was typed, if that did not happen yet."""
        self._save.stop()
        grouping = self._workspace.groupings.get(self._grouping or 0)
        if grouping is None:
            return
        waiting = self._unkept.get(grouping.id)
        if waiting is not None and waiting.job.finished:
            # The catalog could not take it; it is asked once more.
            del self._unkept[grouping.id]
        note = self.toPlainText()
        if note != self._note_of(grouping):
            job = self._marks.set_note(grouping.id, note)
            if job is not None:
                self._unkept[grouping.id] = _Unkept(note, job)

    def _note_of(self, grouping: Grouping) -> str:
        """What was typed last, whether the catalog has it or not."""
        waiting = self._unkept.get(grouping.id)
        return grouping.note if waiting is None else waiting.note

    def _forget_kept(self) -> None:
        known = self._workspace.groupings
        self._unkept = {
            grouping: each
            for grouping, each in self._unkept.items()
            if grouping in known and not each.job.succeeded
        }

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, where it would leave what the grid shows."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Leave room for larger letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make room to write."""
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give the room back if nothing was written."""
        super().focusOutEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what it says while it is empty."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        lines = 3 * metrics.lineSpacing()
        if not self.hasFocus() and not self.toPlainText():
            room = QRect(0, 0, max(1, self.viewport().width() - 10), 1000)
            wrapped = Qt.TextFlag.TextWordWrap
            lines = metrics.boundingRect(room, wrapped, self.placeholderText() or " ").height()
        self.setFixedHeight(lines + 20)
