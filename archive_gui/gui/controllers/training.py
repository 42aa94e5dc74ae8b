"""Training, and the versions of the model that came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.translation import filled, translated
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.learning.findings import Finding, Kind
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.operations.training import TrainingReport
    from archive_gui.operations.versions import ModelSummary


class TrainingController(QObject):
    """Runs one training at a time in the training lane.

    Signals:
        started(): training is under way.
        progressed(Job): how far it is.
        epoch_ended(EpochReport): an epoch is over; for the curves.
        found_amiss(tuple[Finding, ...]): what is amiss with the marks or the settings.
        quick_trained(TrainingReport): the quick model is made, and the tuning goes on.
        finished(TrainingReport): training is over, and this is what it brought.
        ended(): training is over, finished or not.
        models_listed(list[ModelSummary]): the versions of the model are these now.
        model_used(int): another version is in use.
        card_read(int, str): the card of this version, in Markdown.
    """

    started = Signal()
    progressed = Signal(object)
    epoch_ended = Signal(object)
    found_amiss = Signal(object)
    quick_trained = Signal(object)
    finished = Signal(object)
    ended = Signal()
    models_listed = Signal(list)
    model_used = Signal(int)
    card_read = Signal(int, str)

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._job: Job | None = None
        self._depth = Depth.TOP
        runner.progressed.connect(self._progressed)
        workspace.settled.connect(self.list_models)
        workspace.closed.connect(lambda: self.models_listed.emit([]))

    @property
    def running(self) -> bool:
        """Whether a training is under way."""
        return self._job is not None

    def start(self, settings: TrainingSettings) -> None:
        """Train on all groupings, on the network that the project searches by."""
        project = self._workspace.project
        if project is None or self._job is not None or self._workspace.is_closing:
            return

        self._depth = settings.depth

        def work(progress: Progress) -> TrainingReport:
            from archive_gui.operations.apart import run_apart
            from archive_gui.operations.training import train_model
            from archive_gui.operations.versions import project_backbone

            project.require_curator()
            # TensorFlow would keep the window waiting, and might take it along when it crashes.
            report: TrainingReport = run_apart(
                train_model,
                project,
                replace(settings, backbone=project_backbone(project)),
                progress=progress,
                hear={
                    "on_epoch": lambda report: self._runner.post(
                        lambda: self.epoch_ended.emit(report)
                    ),
                    "on_quick": lambda report: self._runner.post(
                        lambda: self._quick_trained(report)
                    ),
                    "on_findings": lambda found: self._runner.post(
                        lambda: self._found_amiss(found)
                    ),
                },
            )
            return report

        self._job = self._runner.start(
            Lane.TRAINING,
            work,
            self._finished,
            title=self.tr("Training"),
            failed=self._failed,
            cancelled=self._cancelled,
        )
        self.started.emit()

    def stop(self) -> None:
        """End early; the best so far is kept."""
        if self._job is not None:
            self._job.cancel()

    def list_models(self) -> None:
        """Read which versions there are."""
        from archive_gui.operations.versions import list_models

        project = self._workspace.project
        if project is not None:
            self._runner.start(
                Lane.CATALOG, lambda _: list_models(project), self.models_listed.emit
            )

    def read_card(self, model: int) -> None:
        """Read the card of a version, 0 for the untrained one."""
        from archive_gui.operations.model_cards import read_model_card

        project = self._workspace.project
        if project is not None:
            self._runner.start(
                Lane.VIEWING,
                lambda _: read_model_card(project, model),
                lambda card: self.card_read.emit(model, translated(card)),
            )

    def use(self, model: int) -> None:
        """Put another version in use."""
        project = self._workspace.project
        if project is None:
            return

        def work(progress: Progress) -> list[ModelSummary]:
            from archive_gui.operations.versions import list_models, use_model

            del progress
            use_model(project, model)
            return list_models(project)

        def done(models: list[ModelSummary]) -> None:
            self.model_used.emit(model)
            self.models_listed.emit(models)

        self._runner.start(Lane.CATALOG, work, done)

    def _progressed(self, job: Job) -> None:
        if job is self._job:
            self.progressed.emit(job)

    def _found_amiss(self, findings: tuple[Finding, ...]) -> None:
        text = translated(findings[0].sentence)
        if len(findings) > 1:
            text += " " + self.tr("More to look at is under \u201cResult\u201d.")
        self._messages.warning(text)
        self.found_amiss.emit(findings)

    def _quick_trained(self, report: TrainingReport) -> None:
        self.quick_trained.emit(report)
        self.list_models()

    def _finished(self, report: TrainingReport) -> None:
        self._job = None
        if report.kept and report.depth is self._depth:
            text = filled(
                self.tr(
                    "Model {n} is in use, and answers as soon as the archive is prepared for it."
                ),
                n=report.model,
            )
            self._messages.success(f"{translated(report.in_words())} {text}")
        elif report.kept and any(finding.kind is Kind.COLLAPSE for finding in report.findings):
            self._messages.warning(
                filled(
                    self.tr(
                        "The thorough model, model {last}, collapsed: it sees almost all images as "
                        "the same. The quick one, model {n}, stays in use."
                    ),
                    last=report.trained[-1],
                    n=report.model,
                )
            )
        elif report.kept and len(report.trained) > 1:
            self._messages.info(
                filled(
                    self.tr(
                        "The thorough model, model {last}, is no better than the quick one, model "
                        "{n}, which stays in use."
                    ),
                    last=report.trained[-1],
                    n=report.model,
                )
            )
        elif report.kept:
            self._messages.info(
                filled(
                    self.tr(
                        "Training was stopped before the thorough model had learned anything; the "
                        "quick one, model {n}, stays in use."
                    ),
                    n=report.model,
                )
            )
        else:
            self._messages.warning(
                translated(report.in_words())
                + " "
                + self.tr("More marks, above all negatives that look alike, help most.")
            )
        self.finished.emit(report)
        self.ended.emit()
        self.list_models()

    def _failed(self, text: str) -> None:
        self._job = None
        self._messages.error(text)
        self.ended.emit()
        self.list_models()

    def _cancelled(self) -> None:
        self._job = None
        if self._workspace.project is not None:
            self._messages.info(self.tr("Training was stopped before anything was learned."))
        self.ended.emit()
        # A preparation that rested for the training goes on when the versions are listed.
        self.list_models()

    def ask_before_stopping(self, stop: Choice, stay: Choice) -> None:
        """Ask, in the message bar, whether a running training may be stopped."""
        self._messages.warning(
            self.tr("A model is being trained. Stop it? The best so far is kept."), stop, stay
        )
