"""What the marks would teach: triplets are counted and advice is given after every change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archive_gui.catalog.records import Grouping
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.learning.advice import Advice
    from archive_gui.learning.triplet_counts import TripletCounts

# Milliseconds. Marks follow each other closely, and a scan tells of images all the time.
_AFTER_MARKS, _AFTER_IMAGES = 150, 2000


@dataclass(frozen=True)
class Survey:
    """How many triplets there are, and what to mark next, None where nothing is wanting."""

    groupings: tuple[Grouping, ...]
    counts: TripletCounts
    advice: Advice | None


class TeachingController(QObject):
    """Surveys the marks in a job of its own, one at a time.

    Signals:
        surveyed(): `survey` is another one; None while no archive is open.
    """

    surveyed = Signal()

    def __init__(self, workspace: Workspace, runner: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._running = False
        self._images_changed = False
        self.survey: Survey | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._start)
        workspace.marks_changed.connect(lambda: self._soon(_AFTER_MARKS))
        workspace.active_changed.connect(lambda: self._soon(_AFTER_MARKS))
        workspace.settled.connect(lambda: self._soon(_AFTER_MARKS))
        workspace.images_replaced.connect(self._take_images)
        workspace.images_updated.connect(self._take_images)
        workspace.closed.connect(self._closed)

    def _take_images(self) -> None:
        self._images_changed = True
        self._soon(_AFTER_IMAGES)

    def _soon(self, wait: int) -> None:
        if not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(wait)

    def _closed(self) -> None:
        self._timer.stop()
        self.survey = None
        self.surveyed.emit()

    def _start(self) -> None:
        project, images = self._workspace.project, self._workspace.images
        if project is None or not self._workspace.is_settled:
            return
        if self._running:
            self._soon(_AFTER_MARKS)
            return
        groupings = tuple(self._workspace.groupings.values())
        in_hand = self._workspace.active.id if self._workspace.active is not None else None
        known = self.survey if not self._images_changed else None
        self._running, self._images_changed = True, False

        def work(progress: Progress) -> Survey:
            from archive_gui.learning.advice import advise
            from archive_gui.learning.triplet_counts import survey_triplets

            progress.check()
            members = {i for g in groupings for i in (g.anchor, *g.positives, *g.negatives)}
            marked = {image: images[image] for image in members if image in images}
            if known is not None and known.groupings == groupings:
                counts = known.counts
            else:
                counts = survey_triplets(groupings, marked)
            advice = advise(groupings, marked, counts.total.training, in_hand)
            return Survey(groupings, counts, advice)

        def done(survey: Survey) -> None:
            self._running = False
            if self._workspace.project is project:
                self.survey = survey
                self.surveyed.emit()

        self._runner.start(Lane.COUNTING, work, done, failed=self._failed, cancelled=self._ended)

    def _failed(self, text: str) -> None:
        self._ended()
        self._runner.failed.emit(text)

    def _ended(self) -> None:
        self._running = False
