"""The list of everything that is going on, each with how far it is, a pause and a stop."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.job_words import progress_in_words
from archive_gui.gui.motion import Motion
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job, JobRunner

_WIDTH = 380


class PauseButton(QToolButton):
    """Has a job wait, and go on again."""

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._runner = runner
        self._job: Job | None = None
        self._shows = ""
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(self._toggle)

    def show_job(self, job: Job) -> None:
        """Be about this job from now on, and look as it is now."""
        self._job = job
        self.setVisible(job.can_pause)
        name = "play" if job.paused else "pause"
        if name != self._shows:
            self._shows = name
            words = self.tr("Go on") if job.paused else self.tr("Pause")
            self.setToolTip(words)
            wear_icon(self, name)
        verb = self.tr("Go on: {title}") if job.paused else self.tr("Pause: {title}")
        self.setAccessibleName(filled(verb, title=job.title))

    def leave_job(self) -> None:
        """Be about no job any more, and keep none that is over."""
        self._job = None
        self.hide()

    def _toggle(self) -> None:
        if self._job is None:
            return
        if self._job.paused:
            self._runner.resume(self._job)
        else:
            self._runner.pause(self._job)


class JobRow(QWidget):
    """One job: its title, how far it is, pause and stop."""

    def __init__(self, job: Job, runner: JobRunner) -> None:
        super().__init__()
        self.job = job
        self._title = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._title.setProperty("role", "heading")
        self._title.setText(job.title)
        self._words = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._words.setProperty("role", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(job.title)
        self.pause_button = PauseButton(runner)
        self.stop_button = QToolButton()
        self.stop_button.setIconSize(QSize(16, 16))
        self.stop_button.setToolTip(self.tr("Stop"))
        self.stop_button.setAccessibleName(filled(self.tr("Stop: {title}"), title=job.title))
        wear_icon(self.stop_button, "stop")
        self.stop_button.clicked.connect(lambda: runner.cancel(job))
        words = QVBoxLayout()
        words.setSpacing(3)
        for widget in (self._title, self._bar, self._words):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.pause_button)
        row.addWidget(self.stop_button)
        self.refresh()

    def refresh(self) -> None:
        """Show how far the job is now."""
        job = self.job
        show_on_bar(self._bar, job)
        self._words.setText(progress_in_words(job))
        self._bar.setAccessibleDescription(progress_in_words(job))
        self.pause_button.show_job(job)
        self.stop_button.setEnabled(not job.progress.cancelled)


def show_on_bar(bar: QProgressBar, job: Job) -> None:
    """Show how far a job is; a bar that runs to and fro where nobody knows, still when paused."""
    moves = job.begun and not job.paused and Motion.instance().allowed
    still = job.total <= 0 and not moves
    bar.setRange(0, 1 if still else job.total)
    bar.setValue(0 if still else job.done)


class JobsPopup(QFrame):
    """Opens above the status bar; a click beside it or Escape closes it.

    Signals:
        closed(): it was closed.
    """

    closed = Signal()

    def __init__(self, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("What is going on"))
        self._runner = runner
        self.rows: dict[Job, JobRow] = {}
        heading = QLabel(self.tr("What is going on"))
        heading.setProperty("role", "heading")
        self._nothing = QLabel(self.tr("Nothing at the moment."))
        self._nothing.setProperty("role", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 10, 14)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self._nothing)
        layout.addLayout(self._list)
        self.setFixedWidth(_WIDTH)
        for signal in (runner.started, runner.progressed, runner.finished):
            signal.connect(self._refresh)
        Motion.instance().changed.connect(self._show_motion)

    def open_above(self, place: QWidget) -> None:
        """Open with the lower left corner at the upper left corner of `place`."""
        self._fill()
        self.adjustSize()
        self.move(place.mapToGlobal(QPoint(0, -self.height() - 4)))
        self.show()
        for row in self.rows.values():
            button = row.pause_button if row.job.can_pause else row.stop_button
            button.setFocus(Qt.FocusReason.PopupFocusReason)
            break

    def _show_motion(self) -> None:
        for row in self.rows.values():
            row.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is closed."""
        super().hideEvent(event)
        self.closed.emit()

    def _refresh(self, job: Job) -> None:
        if not self.isVisible():
            return
        if job in self.rows and not job.finished:
            self.rows[job].refresh()
            return
        lower_left = self.geometry().bottomLeft()
        self._fill()
        self.adjustSize()
        # It grows and shrinks at its upper edge, so that nothing moves under the pointer's way.
        self.move(lower_left.x(), lower_left.y() - self.height() + 1)

    def _fill(self) -> None:
        shown = self._runner.shown()
        for job in [job for job in self.rows if job not in shown]:
            row = self.rows.pop(job)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for job in shown:
            if job in self.rows:
                self.rows[job].refresh()
            else:
                self.rows[job] = JobRow(job, self._runner)
                self._list.addWidget(self.rows[job])
        self._nothing.setVisible(not shown)
