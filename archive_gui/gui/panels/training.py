"""The place of training: train and watch, what it brought, and the versions that came of it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.controllers.preparing import PreparationController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.controllers.versions import VersionsController
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.job_words import in_words, time_left
from archive_gui.gui.model_card import ModelCardWindow
from archive_gui.gui.panels.curves import Curves
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.panels.plan import plan_in_words
from archive_gui.gui.panels.result import Result
from archive_gui.gui.panels.training_form import DepthBox, SettingsForm, depth_name
from archive_gui.gui.panels.versions import Versions
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job, JobRunner
from archive_gui.gui.workspace import Workspace
from archive_gui.learning.findings import Finding
from archive_gui.learning.metrics import EpochReport
from archive_gui.learning.settings import Depth
from archive_gui.operations.estimating import Paces
from archive_gui.operations.judging import VersionComparison
from archive_gui.operations.training import TrainingReport
from archive_gui.operations.versions import ModelSummary

_FORM_WIDTH = 300
_NOTHING, _CURVES, _SETTINGS = range(3)


class TrainingPanel(QWidget):
    """Lets a person teach the model and see what came of it.

    Signals:
        query_wanted(int): somebody wants to find what is like this image.
    """

    query_wanted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        controller: TrainingController,
        versions: VersionsController,
        preparation: PreparationController,
        thumbnails: ThumbnailCache,
        runner: JobRunner,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workspace = workspace
        self._controller = controller
        self._keeper = versions
        self._preparation = preparation
        self._stage = ""
        self._paces: Paces = {}
        self.depth_box = DepthBox()
        self.settings = SettingsForm()
        self.start_button = QPushButton(self.tr("Train"))
        self.start_button.setProperty("primary", True)
        self.start_button.setMinimumHeight(34)
        self.start_button.setToolTip(self.tr("Teach the model with the groupings  (Ctrl+T)"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setMinimumHeight(34)
        self.stop_button.setToolTip(self.tr("End now and keep the best so far"))
        self.settings_button = QPushButton(self.tr("Settings\u2026"))
        self.settings_button.setCheckable(True)
        self.settings_button.setMinimumHeight(34)
        self.settings_button.setToolTip(
            self.tr("Epochs, margin, loss and more; the defaults are good for most archives")
        )
        wear_icon(self.stop_button, "stop")
        wear_icon(self.settings_button, "settings")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setProperty("role", "muted")
        self.curves = Curves(runner)
        self.result = Result(thumbnails)
        self.figures = self.result.figures
        self.versions = Versions()
        self.card_window: ModelCardWindow | None = None
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Places of the training"))
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._training_page(), self.tr("Train"))
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
        """High enough for the curves to be read."""
        return QSize(320, 190)

    def sizeHint(self) -> QSize:
        """Leaves most of the window to the grid."""
        return QSize(900, 270)

    def _training_page(self) -> QWidget:
        self._middle = QStackedWidget()
        self._middle.addWidget(
            EmptyState(
                "train",
                self.tr("Nothing trained yet"),
                self.tr(
                    "Mark a few groupings, each with some positives and negatives, then press "
                    "Train. The curves appear here while the model learns."
                ),
            )
        )
        self._middle.addWidget(self.curves)
        self._middle.addWidget(_scrolling(self.settings))
        form = _scrolling(self._form())
        form.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        form.setFixedWidth(_FORM_WIDTH)
        line = QFrame()
        line.setObjectName("divider")
        line.setFixedWidth(1)
        page = QWidget()
        page.setObjectName("panel")
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(form)
        layout.addWidget(line)
        layout.addWidget(self._middle, 1)
        return page

    def _form(self) -> QWidget:
        form = QWidget()
        form.setObjectName("panel")
        self.explanation = QLabel()
        self.explanation.setWordWrap(True)
        self.changes = QLabel()
        self.changes.setWordWrap(True)
        self.changes.setProperty("role", "heading")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.start_button, 1)
        buttons.addWidget(self.stop_button, 1)
        buttons.addWidget(self.settings_button)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.depth_box)
        layout.addWidget(self.explanation)
        layout.addWidget(self.changes)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addWidget(self._status)
        layout.addStretch(1)
        return form

    def _connect(self) -> None:
        controller, keeper = self._controller, self._keeper
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(controller.stop)
        self.settings_button.toggled.connect(self._show_settings)
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
        versions.restore_wanted.connect(lambda: keeper.restore(keeper.deleted[-1]))
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

    def start(self) -> None:
        """Train with what is chosen here."""
        self._controller.start(self.settings.settings(self.depth_box.chosen))

    # Settings

    def _show_settings(self, shown: bool) -> None:
        if shown:
            self._middle.setCurrentIndex(_SETTINGS)
            self.settings.epochs.setFocus()
        else:
            self._middle.setCurrentIndex(_CURVES if self.curves.epochs else _NOTHING)

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
            self.explanation.setText(
                plan_in_words(
                    groupings,
                    len(self._workspace.listed_images()),
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

    def _show_card(self, model: int, card: str) -> None:
        if self.card_window is None:
            self.card_window = ModelCardWindow(self)
        self.card_window.show_card(model, card)

    def _compared(self, found: VersionComparison) -> None:
        self.result.show_comparison(found)
        self.tabs.setCurrentWidget(self.result)

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self.result:
            self.result.look()

    # What is going on

    def _opened(self) -> None:
        if self.card_window is not None:
            self.card_window.close()
        self.result.show_nothing()
        self.curves.clear()
        self.settings_button.setChecked(False)
        self._middle.setCurrentIndex(_NOTHING)
        self._marks_changed()

    def _marks_changed(self) -> None:
        running = self._controller.running
        ready = any(grouping.positives for grouping in self._workspace.groupings.values())
        self.start_button.setEnabled(ready)
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
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _started(self) -> None:
        self.settings_button.setChecked(False)
        self.curves.begin()
        self.figures.show_findings(())
        self._middle.setCurrentIndex(_CURVES)
        self.tabs.setCurrentIndex(0)
        self.progress.setRange(0, 0)
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
        self.progress.setRange(0, job.total)
        self.progress.setValue(job.done)
        self._say(text)

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

    def _ended(self) -> None:
        self._marks_changed()
        if self.curves.epochs == 0:
            self._middle.setCurrentIndex(_NOTHING)


def _scrolling(content: QWidget) -> QScrollArea:
    """A place that scrolls what it has no room for, up and down."""
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    return scroll
