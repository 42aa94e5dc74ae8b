"""Asking two versions of the model the same query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.messages import Messages
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace

if TYPE_CHECKING:
    from archive_gui.operations.comparing import Comparison
    from archive_gui.operations.versions import ModelSummary

# More lines between two columns nobody can follow.
_MOST = 200


class ComparingController(QObject):
    """Compares in a lane of its own, so that queries are answered meanwhile.

    `versions` are the two that are compared, the earlier one first.

    Signals:
        started(): two versions are being asked.
        compared(Comparison): both have answered.
        ended(): the comparison is over, with or without a result.
        models_changed(): there are other versions to choose from, or something to compare or not.
    """

    started = Signal()
    compared = Signal(object)
    ended = Signal()
    models_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        query: QueryController,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._query = query
        self._job: Job | None = None
        self._chosen: tuple[int, int] | None = None
        self.models: list[ModelSummary] = []
        workspace.closed.connect(self._forget)
        for signal in (query.finished, query.started, query.cleared):
            signal.connect(self.models_changed)

    @property
    def possible(self) -> bool:
        """Whether there is a query with results, and two versions to ask."""
        return self._query.report is not None and len(self.models) > 1

    @property
    def versions(self) -> tuple[int, int] | None:
        """The two that were chosen, else the one before and the one that answers."""
        from archive_gui.operations.comparing import default_versions

        known = {model.model for model in self.models}
        if self._chosen is not None and known.issuperset(self._chosen):
            return self._chosen
        return default_versions(self.models)

    def take_models(self, models: list[ModelSummary]) -> None:
        """Offer these versions from now on."""
        self.models = models
        self.models_changed.emit()

    def choose(self, before: int, after: int) -> None:
        """Compare two other versions."""
        self._chosen = (before, after)
        self.start()

    def start(self) -> None:
        """Ask both versions the query that is shown."""
        from archive_gui.operations.comparing import compare_versions

        project, versions = self._workspace.project, self.versions
        query, report = self._query.query, self._query.report
        self.stop()
        if project is None or query is None or versions is None:
            return
        count = min(_MOST, self._query.count)
        known = report if self._query.up_to_date else None
        job: Job
        job = self._job = self._runner.start(
            Lane.COMPARING,
            lambda progress: compare_versions(project, query, versions, count, known, progress),
            lambda comparison: self._done(job, comparison),
            title=self.tr("Comparing versions"),
            failed=lambda text: self._failed(job, text),
            cancelled=lambda: self._over(job),
        )
        self.started.emit()

    def stop(self) -> None:
        """Ask no more; what a version has looked at so far is kept."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _done(self, job: Job, comparison: Comparison) -> None:
        if self._job is job:
            self.compared.emit(comparison)
            self._over(job)

    def _failed(self, job: Job, text: str) -> None:
        if self._job is job:
            self._messages.error(text)
            self._over(job)

    def _over(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self.ended.emit()

    def _forget(self) -> None:
        self.stop()
        self._chosen = None
