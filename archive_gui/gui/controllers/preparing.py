"""Preparing the archive for the model in use, while an earlier one still answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.operations.querying import Searcher
    from archive_gui.operations.versions import ModelSummary


@dataclass
class _Sight:
    """The images that the grid shows now; the job reads it, the window's thread replaces it."""

    ids: tuple[int, ...] = ()


class PreparationController(QObject):
    """Goes on by itself whenever the model in use does not answer yet, and hands its searcher over.

    It rests while a network is tuned, which needs the whole computer; a quick model, for which
    little is to be done, is prepared also then. `training` tells whether a training is under way.

    Signals:
        progressed(Job): how far it is.
        prepared(int): this version answers now.
        changed(): another version answers, is in use or is prepared; or nothing is any more.
    """

    progressed = Signal(object)
    prepared = Signal(int)
    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        query: QueryController,
        training: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._query = query
        self._training = training
        self._sight = _Sight()
        self._job: Job | None = None
        self._prepares = 0
        self._in_use: ModelSummary | None = None
        self.answers = 0
        # The version whose preparation a person stopped, or failed.
        self._given_up: int | None = None
        self._leaving = self._by_hand = False
        runner.progressed.connect(self._progressed)
        workspace.opened.connect(self._opened)

    @property
    def job(self) -> Job | None:
        """The preparation under way."""
        return self._job

    @property
    def pending(self) -> int | None:
        """The version in use that does not answer yet."""
        if self._in_use is None or self._in_use.answers:
            return None
        return self._in_use.model

    def who_answers(self) -> str:
        """Which version answers queries, and which one will, in words."""
        words = self.tr("The untrained model answers")
        if self.answers:
            words = filled(self.tr("Model {n} answers"), n=self.answers)
        if self.pending is None:
            return words
        waits = self.tr("{words}; model {n} is not prepared yet")
        if self._job is not None:
            waits = self.tr("{words}; model {n} is being prepared")
        return filled(waits, words=words, n=self.pending)

    def see(self, images: Sequence[int]) -> None:
        """Take up next what somebody looks at: the ids of images in sight."""
        self._sight.ids = tuple(images)

    def take_models(self, models: list[ModelSummary]) -> None:
        """Begin, go on or stop, as the versions of the model are now."""
        from archive_gui.learning.settings import Depth

        self._in_use = next((model for model in models if model.in_use), None)
        self.answers = next((model.model for model in models if model.answers), 0)
        if self._job is not None and self._prepares != self.pending:
            self.rest()
        self._by_hand &= self.pending is not None
        quick = self._in_use is not None and self._in_use.depth == Depth.HEAD
        waits = self._training() and not quick
        if not (waits or self._given_up == self.pending):
            self.go_on()
        self.changed.emit()

    def go_on(self) -> None:
        """Prepare the model in use, from where it was left."""
        project, pending = self._workspace.project, self.pending
        if project is None or pending is None or self._job is not None or self._leaving:
            return
        self._given_up = None
        self._prepares = pending
        generation, sight = self._query.generation, self._sight
        job: Job

        def work(progress: Progress) -> Searcher:
            from archive_gui.operations.decoding import decode_apart
            from archive_gui.operations.preparing import prepare_model

            return prepare_model(project, progress, lambda: sight.ids, decode_apart)

        job = self._job = self._runner.start(
            Lane.PREPARING,
            work,
            lambda searcher: self._done(job, searcher, generation),
            title=filled(self.tr("Preparing model {n}"), n=pending),
            failed=lambda text: self._failed(job, text),
            cancelled=lambda: self._cancelled(job),
        )
        self.changed.emit()

    def rest(self) -> None:
        """Stop for now, without a word; it goes on when the versions are listed next."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def leave(self) -> None:
        """Begin nothing any more in the archive that is open."""
        self._leaving = True
        self.rest()

    def choose(self) -> None:
        """A person has put a version in use: prepare it even if that was stopped before.

        The results that are shown are then renewed without a question.
        """
        self._given_up = None
        self._by_hand = True

    def _opened(self) -> None:
        self._leaving = self._by_hand = False
        self._given_up = self._in_use = None

    def _progressed(self, job: Job) -> None:
        if job is self._job:
            self.progressed.emit(job)

    def _done(self, job: Job, searcher: Searcher, generation: int) -> None:
        if job is not self._job:
            return
        self._job = None
        self._query.take(searcher, generation)
        by_hand, self._by_hand = self._by_hand, False
        if by_hand:
            self._query.again()
        else:
            self._tell(searcher.model)
        self.prepared.emit(searcher.model)

    def _tell(self, model: int) -> None:
        if self._training():
            text = self.tr("The quick model, model {n}, answers now; the thorough one follows.")
        else:
            text = self.tr("Model {n} answers now.")
        choices = []
        if self._query.query is not None:
            # Results that changed by themselves would change under the hand that marks them.
            choices = [Choice(self.tr("Search again"), self._query.again)]
        self._messages.success(filled(text, n=model), *choices)

    def _failed(self, job: Job, text: str) -> None:
        if job is self._job:
            self._give_up()
            self._messages.error(text, Choice(self.tr("Try again"), self.go_on))

    def _cancelled(self, job: Job) -> None:
        if job is not self._job:
            return
        if not job.progress.cancelled:
            # Nobody stopped it: another version was put in use meanwhile, as a training does, and
            # is prepared in its place when the versions are listed after that.
            self._job = None
            self.changed.emit()
        else:
            self._give_up()
            self._messages.info(
                filled(
                    self.tr("Model {n} is not prepared yet, so the model before it answers."),
                    n=self._prepares,
                ),
                Choice(self.tr("Go on"), self.go_on),
            )

    def _give_up(self) -> None:
        self._job = None
        self._given_up = self._prepares
        self.changed.emit()
