"""Tells screen readers what a sighted person sees happen where the keyboard is not."""

from PySide6.QtCore import QObject, QTimer

from archive_gui.gui.browser import Browser
from archive_gui.gui.controllers.browsing import BrowsingController
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.speech import announce
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job, JobRunner, Lane

# Milliseconds after which somebody who types a filter or draws a slider has come to an end.
_SETTLED = 500
# The jobs whose end no message tells. All others say in one what they brought.
_SILENT = frozenset({Lane.SCAN, Lane.COMPARING, Lane.JUDGING})
_LONG = _SILENT | {Lane.TRAINING}


class Announcer(QObject):
    """Tells what marks were made, what the grid shows now, and when long jobs begin and end.

    What messages say is told where they are shown.
    """

    def __init__(
        self,
        browser: Browser,
        browsing: BrowsingController,
        query: QueryController,
        marks: MarksController,
        runner: JobRunner,
    ) -> None:
        super().__init__(browser)
        self._browser = browser
        self._shown = ""
        self._settle = QTimer(self, interval=_SETTLED, singleShot=True)
        self._settle.timeout.connect(self._tell_shown)
        browsing.arrangement_changed.connect(self._settle.start)
        browsing.scope_changed.connect(self._settle.start)
        query.narrowed.connect(self._settle.start)
        query.finished.connect(self._found)
        marks.changed_in_words.connect(lambda words: announce(browser.grid, words))
        runner.started.connect(self._job_started)
        runner.finished.connect(self._job_finished)

    def _found(self) -> None:
        # Another question may have found as many as the last one.
        self._shown = ""
        self._tell_shown()

    def _tell_shown(self) -> None:
        self._settle.stop()
        shown = self._browser.in_words()
        if shown != self._shown:
            self._shown = shown
            if shown:
                announce(self._browser.grid, shown)

    def _job_started(self, job: Job) -> None:
        if job.title and job.lane in _LONG:
            announce(self._browser, filled(self.tr("{title}: begun"), title=job.title))

    def _job_finished(self, job: Job) -> None:
        if job.title and job.lane in _SILENT:
            ended = self.tr("{title}: done") if job.succeeded else self.tr("{title}: stopped")
            announce(self._browser, filled(ended, title=job.title))
