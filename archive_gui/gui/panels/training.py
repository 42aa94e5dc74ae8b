"""The place of training: train and watch, what it brought, and the versions that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.controllers.preparing import PreparationController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.controllers.versions import VersionsController
from archive_gui.gui.job_words import in_words, time_left
from archive_gui.gui.jobs_popup import show_on_bar
from archive_gui.gui.motion import Motion
from archive_gui.gui.panels.plan import plan_in_words
from archive_gui.gui.panels.result import Result
from archive_gui.gui.panels.train_page import TrainPage
from archive_gui.gui.panels.training_form import depth_name
from archive_gui.gui.panels.versions import Versions
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job
from archive_gui.gui.workspace import Workspace
from archive_gui.learning.findings import Finding
from archive_gui.learning.metrics import EpochReport
from archive_gui.learning.settings import Depth

if TYPE_CHECKING:
    from archive_gui.gui.model_card import ModelCardWindow
    from archive_gui.operations.estimating import Paces
    from archive_gui.operations.judging import VersionComparison
    from archive_gui.operations.training import TrainingReport
    from archive_gui.operations.versions import ModelSummary

# Above and below that row.
_EDGES = 16


class TrainingPanel(QWidget):
    """Lets a person teach the model and see what came of it.

    Signals:
        query_wanted(int): somebody wants to find what is like this image.
        room_wanted(): what is to be seen now needs more height.
    """

    query_wanted = Signal(int)
    room_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        controller: TrainingController,
        versions: VersionsController,
        preparation: PreparationController,
        page: TrainPage,
        result: Result,
        versions_page: Versions,
    ) -> None:
        """The pages come made, since to make all of it at once would hold the window up."""
        super().__init__()
        self.setObjectName("panel")
        self._workspace = workspace
        self._controller = controller
        self._keeper = versions
        self._preparation = preparation
        self._stage = ""
        self._job: Job | None = None
        self._paces: Paces = {}
        self.page, self.result, self.versions = page, result, versions_page
        self.depth_box, self.settings = self.page.depth_box, self.page.settings
        self.start_button, self.stop_button = self.page.start_button, self.page.stop_button
        self.settings_button = self.page.settings_button
        self.progress, self.curves = self.page.progress, self.page.curves
        self.explanation, self.changes = self.page.explanation, self.page.changes
        self.figures = self.result.figures
        self.card_window: ModelCardWindow | None = None
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Places of the training"))
        self.tabs.tabBar().setAccessibleName(self.tabs.accessibleName())
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.page, self.tr("Train"))
        self.tabs.addTab(self.result, self.tr("Result"))
        self.tabs.addTab(self.versions, self.tr("Versions"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tabs)
        self._explain_soon = QTimer(self, interval=0, singleShot=True)
        self._connect()
        self._marks_changed()
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """High enough for one row of the training, beside it two lines of words."""
        row = max(self.start_button.sizeHint().height(), 2 * self.fontMetrics().lineSpacing())
        return QSize(320, self.tabs.tabBar().sizeHint().height() + row + _EDGES)

    def sizeHint(self) -> QSize:
        """Leaves the window to the grid until a training runs."""
        return QSize(900, self.minimumSizeHint().height() + 4)

    def _connect(self) -> None:
        controller, keeper = self._controller, self._keeper
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(controller.stop)
        self.settings_button.toggled.connect(self.page.show_settings)
        self.page.room_wanted.connect(self.room_wanted)
        self.settings.left.connect(self._leave_settings)
        self.settings.changed.connect(self._explain_soon.start)
        self.depth_box.currentIndexChanged.connect(self._explain_soon.start)
        self._explain_soon.timeout.connect(self._explain)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.result.examples_wanted.connect(keeper.find_examples)
        self.result.examples.chosen.connect(self.query_wanted)
        versions = self.versions
        versions.use_wanted.connect(controller.use)
        versions.card_wanted.connect(controller.read_card)
        versions.compare_wanted.connect(keeper.compare)
        versions.rename_wanted.connect(keeper.rename)
        versions.delete_wanted.connect(keeper.delete)
        versions.restore_wanted.connect(self._restore)
        controller.card_read.connect(self._show_card)
        controller.started.connect(self._started)
        controller.progressed.connect(self._progressed)
        controller.epoch_ended.connect(self._epoch_ended)
        controller.found_amiss.connect(self._found_amiss)
        controller.quick_trained.connect(self._quick_trained)
        controller.finished.connect(self._finished)
        controller.ended.connect(self._ended)
        controller.models_listed.connect(self._models_listed)
        keeper.last_read.connect(self.result.show_report)
        keeper.paces_read.connect(self._paces_read)
        keeper.compared.connect(self._compared)
        keeper.examples_found.connect(self.result.show_examples)
        keeper.no_examples.connect(self.result.show_failure)
        self._preparation.progressed.connect(self._prepares)
        self._preparation.changed.connect(self._marks_changed)
        self._workspace.marks_changed.connect(self._marks_changed)
        self._workspace.images_replaced.connect(self._explain_soon.start)
        self._workspace.opened.connect(self._opened)
        self._workspace.closed.connect(self._opened)
        Motion.instance().changed.connect(self._still)

    def start(self) -> None:
        """Train with what is chosen here."""
        self._controller.start(self.settings.settings(self.depth_box.chosen))

    def show_line(self) -> bool:
        """Show what fits into one line; False, and nothing is done, while settings are changed."""
        if self.settings_button.isChecked():
            return False
        self.tabs.setCurrentWidget(self.page)
        return True

    # Settings

    def _leave_settings(self) -> None:
        self.settings_button.setChecked(False)
        self.settings_button.setFocus()

    # What will happen

    def _explain(self) -> None:
        changes = self.settings.changes()
        idle = not self._controller.running
        self.changes.setVisible(bool(changes) and idle)
        self.changes.setText(filled(self.tr("Changed: {list}"), list=", ".join(changes)))
        groupings = [g for g in self._workspace.groupings.values() if g.positives]
        self.explanation.setVisible(bool(groupings) and idle)
        if groupings:
            self.page.explain(
                plan_in_words(
                    groupings,
                    len(self._workspace.contents),
                    self.settings.settings(self.depth_box.chosen),
                    self._paces,
                )
            )

    def _paces_read(self, paces: Paces) -> None:
        self._paces = paces
        self._explain_soon.start()

    # Versions

    def _models_listed(self, models: list[ModelSummary]) -> None:
        self.versions.show_models(models, len(self._keeper.deleted))
        self._keeper.read_paces()

    def _restore(self) -> None:
        # The button may be pressed once more before the versions are listed anew.
        if self._keeper.deleted:
            self._keeper.restore(self._keeper.deleted[-1])

    def _show_card(self, model: int, card: str) -> None:
        from archive_gui.gui.model_card import ModelCardWindow

        if self.card_window is None:
            self.card_window = ModelCardWindow(self)
        self.card_window.show_card(model, card)

    def _compared(self, found: VersionComparison) -> None:
        self.result.show_comparison(found)
        self.tabs.setCurrentWidget(self.result)
        self.result.show_top()

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is not self.page:
            self.room_wanted.emit()
        if self.tabs.currentWidget() is self.result:
            self.result.look()

    # What is going on

    def _opened(self) -> None:
        if self.card_window is not None:
            self.card_window.close()
        self.result.show_nothing()
        self.curves.clear()
        self.settings_button.setChecked(False)
        self.page.show_nothing()
        self._marks_changed()

    def _marks_changed(self) -> None:
        running = self._controller.running
        ready = any(grouping.positives for grouping in self._workspace.groupings.values())
        self.start_button.setEnabled(ready and self._workspace.can_mark)
        self.page.show_ready(ready)
        shown, hidden = self.start_button, self.stop_button
        if running:
            shown, hidden = hidden, shown
        shown.show()
        leaving = (hidden, self.depth_box, self.settings_button) if running else (hidden,)
        if any(widget.hasFocus() for widget in leaving):
            # Otherwise the keyboard would go wherever Qt finds the next place for it.
            shown.setFocus()
        hidden.hide()
        self.settings_button.setEnabled(not running)
        self.depth_box.setEnabled(not running)
        preparing = self._preparation.job
        self.progress.setVisible(running or preparing is not None)
        self._explain_soon.start()
        if running:
            return
        if preparing is not None:
            self._prepares(preparing)
        elif self._preparation.pending is not None:
            self._say(
                filled(
                    self.tr("{who}. \u201cUse this version\u201d in its row goes on with it."),
                    who=self._preparation.who_answers(),
                )
            )
        else:
            needs = self.tr("First mark an image with A, and some that are like it with P.")
            self._say("" if ready else needs)

    def _say(self, text: str) -> None:
        self.page.status.setText(text)
        self.page.status.setVisible(bool(text))

    def _started(self) -> None:
        self.settings_button.setChecked(False)
        self.curves.begin()
        self.figures.show_findings(())
        self.page.show_curves()
        self.tabs.setCurrentIndex(0)
        self.progress.setRange(0, 1)
        self.progress.setValue(0)
        self._say(self.tr("Getting ready\u2026"))
        self._enter(Depth.HEAD)
        self._marks_changed()

    def _enter(self, depth: Depth) -> None:
        """Say from now on that the training is at the stage of this depth."""
        self._stage = depth_name(depth)
        if self.depth_box.chosen is not Depth.HEAD:
            number = 1 if depth is Depth.HEAD else 2
            self._stage = filled(self.tr("{stage} (step {n} of 2)"), stage=self._stage, n=number)

    def _progressed(self, job: Job) -> None:
        self._show_job(job, f"{self._stage}: {in_words(job)}")

    def _prepares(self, job: Job) -> None:
        if not self._controller.running:
            text = self._preparation.who_answers()
            if job.total:
                text += filled(self.tr(": {done:,} of {all:,}"), done=job.done, all=job.total)
            left = job.seconds_left()
            if left is not None and left >= 1:
                text += f"  \u00b7  {time_left(left)}"
            self._show_job(job, text)

    def _show_job(self, job: Job, text: str) -> None:
        self._job = job
        show_on_bar(self.progress, job)
        self._say(text)

    def _still(self) -> None:
        """Have the bar move, or be still, as is wanted from now on."""
        if self._job is not None and not self._job.finished:
            show_on_bar(self.progress, self._job)

    def _found_amiss(self, findings: tuple[Finding, ...]) -> None:
        self.figures.show_findings(findings)

    def _quick_trained(self, report: TrainingReport) -> None:
        self.figures.show_report(report)
        self._enter(self.depth_box.chosen)

    def _epoch_ended(self, report: EpochReport) -> None:
        self.curves.add(report)

    def _finished(self, report: TrainingReport) -> None:
        self.result.show_report(report)
        if self.stop_button.hasFocus():
            # Its page goes out of sight, and the keyboard would go to any place at all.
            self.tabs.tabBar().setFocus()
        self.tabs.setCurrentWidget(self.result)
        self.result.show_top()

    def _ended(self) -> None:
        self._marks_changed()
        if self.curves.epochs == 0:
            self.page.show_nothing()
