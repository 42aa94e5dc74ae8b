"""The status bar: what is going on, what is selected, which model searches."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.job_words import in_words
from archive_gui.gui.jobs_popup import JobsPopup, PauseButton, show_on_bar
from archive_gui.gui.motion import Motion
from archive_gui.gui.translation import counted
from archive_gui.gui.workers import Job, JobRunner


class StatusBar(QStatusBar):
    """Shows the job that began last with pause and stop; `jobs_button` opens the list of all."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 4, 0)
        self._job_text = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.pause_button = PauseButton(runner)
        self.stop_button = QToolButton()
        self.stop_button.setIconSize(QSize(16, 16))
        self.stop_button.setToolTip(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop what is going on"))
        wear_icon(self.stop_button, "stop")
        self.stop_button.clicked.connect(self._stop)
        self.jobs_button = QToolButton()
        self.jobs_button.setIconSize(QSize(14, 14))
        self.jobs_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.jobs_button.setToolTip(self.tr("Show all that is going on  (Ctrl+J)"))
        wear_icon(self.jobs_button, "up", "muted")
        self.jobs_button.clicked.connect(self.show_jobs)
        self.popup = JobsPopup(runner, self)
        self._selection = ElidedLabel()
        self._selection.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._model = QLabel()
        self._of_jobs = (self.jobs_button, self._bar, self.stop_button, self._job_text)
        self.addWidget(self.jobs_button)
        self.addWidget(self._bar)
        self.addWidget(self.pause_button)
        self.addWidget(self.stop_button)
        self.addWidget(self._job_text, 1)
        self.addPermanentWidget(self._selection, 1)
        self.addPermanentWidget(self._model)
        for signal in (runner.started, runner.progressed, runner.finished):
            signal.connect(self._refresh)
        Motion.instance().changed.connect(self._refresh)
        self._refresh()

    @property
    def selection(self) -> str:
        """What it says of the selection."""
        return self._selection.text()

    @property
    def job_text(self) -> str:
        """What it says of the job that was started last."""
        return self._job_text.text()

    def show_selection(self, text: str) -> None:
        """Tell what is selected."""
        self._selection.setText(text)

    def show_model(self, text: str) -> None:
        """Tell which model searches."""
        self._model.setText(text)

    def show_jobs(self) -> None:
        """Open the list of all jobs."""
        self.popup.open_above(self.jobs_button if self.jobs_button.isVisible() else self)

    def _refresh(self) -> None:
        jobs = self._runner.shown()
        for widget in self._of_jobs:
            widget.setVisible(bool(jobs))
        if not jobs:
            self.pause_button.leave_job()
            return
        job = self._foremost(jobs)
        show_on_bar(self._bar, job)
        self.pause_button.show_job(job)
        self.stop_button.setEnabled(not job.progress.cancelled)
        count = len(jobs)
        self.jobs_button.setText(counted(count, self.tr("{n:,} job"), self.tr("{n:,} jobs")))
        self._job_text.setText(in_words(job))
        self._bar.setAccessibleDescription(in_words(job))

    def _stop(self) -> None:
        if jobs := self._runner.shown():
            self._runner.cancel(self._foremost(jobs))

    @staticmethod
    def _foremost(jobs: list[Job]) -> Job:
        """The one that was started last, of those that had their turn."""
        return next((job for job in reversed(jobs) if job.begun), jobs[-1])
