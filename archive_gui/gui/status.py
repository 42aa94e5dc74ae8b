"""The status bar: what is going on, what is selected, which model searches."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.workers import Job, JobRunner


def in_words(job: Job) -> str:
    """What a job does, how far it is and how long it will take, on one line."""
    parts = [job.text or job.title]
    if job.total > 0:
        parts.append(f"{job.done:,} / {job.total:,}")
    left = job.seconds_left()
    if left is not None and left >= 1:
        parts.append(time_left(left))
    return "  \u00b7  ".join(parts)


def time_left(seconds: float) -> str:
    """A time that something will still take, roughly, in words."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("StatusBar", text)

    if seconds < 60:
        return tr("about {n} s left").format(n=round(seconds))
    return tr("about {n} min left").format(n=round(seconds / 60))


class StatusBar(QStatusBar):
    """Shows the job that was started last with a stop; the rest by count in its tool tip."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 4, 0)
        self._job_text = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.stop_button = QToolButton()
        self.stop_button.setIconSize(QSize(16, 16))
        self.stop_button.setToolTip(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop what is going on"))
        wear_icon(self.stop_button, "stop")
        self.stop_button.clicked.connect(self._stop)
        self._selection = ElidedLabel()
        self._selection.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._model = QLabel()
        for widget in (self._bar, self.stop_button, self._job_text):
            self.addWidget(widget)
        self.addPermanentWidget(self._selection, 1)
        self.addPermanentWidget(self._model)
        for signal in (runner.started, runner.progressed, runner.finished):
            signal.connect(self._refresh)
        self._refresh()

    @property
    def selection(self) -> str:
        """What it says of the selection."""
        return self._selection.text()

    def show_selection(self, text: str) -> None:
        """Tell what is selected."""
        self._selection.setText(text)

    def show_model(self, text: str) -> None:
        """Tell which model searches."""
        self._model.setText(text)

    def _shown_jobs(self) -> list[Job]:
        return [job for job in self._runner.jobs if job.title]

    def _refresh(self) -> None:
        jobs = self._shown_jobs()
        for widget in (self._bar, self.stop_button, self._job_text):
            widget.setVisible(bool(jobs))
        if not jobs:
            return
        job = jobs[-1]
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.done)
        others = len(jobs) - 1
        more = self.tr("  (and {n} more)").format(n=others) if others else ""
        self._job_text.setText(in_words(job) + more)
        self._job_text.setToolTip("\n".join(in_words(each) for each in jobs))

    def _stop(self) -> None:
        jobs = self._shown_jobs()
        if jobs:
            jobs[-1].cancel()
