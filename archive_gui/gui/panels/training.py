"""The place of training: start and stop, how far it is, how good it became, the versions."""

from PySide6.QtCore import QSize, Qt
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
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.model_card import ModelCardWindow
from archive_gui.gui.panels.curves import Curves
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.panels.figures import Figures
from archive_gui.gui.panels.training_form import DepthBox, SettingsForm, depth_name
from archive_gui.gui.panels.versions import Versions
from archive_gui.gui.status import in_words, time_left
from archive_gui.gui.workers import Job
from archive_gui.gui.workspace import Workspace
from archive_gui.learning.findings import Finding
from archive_gui.learning.metrics import EpochReport
from archive_gui.learning.settings import Depth
from archive_gui.operations.training import TrainingReport


class TrainingPanel(QWidget):
    """Lets a person teach the model and see what came of it."""

    def __init__(
        self,
        workspace: Workspace,
        controller: TrainingController,
        preparation: PreparationController,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workspace = workspace
        self._controller = controller
        self._preparation = preparation
        self._stage = ""
        self.depth_box = DepthBox()
        self.settings = SettingsForm()
        self.start_button = QPushButton(self.tr("Train"))
        self.start_button.setProperty("primary", True)
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setToolTip(self.tr("End now and keep the best so far"))
        self.settings_button = QPushButton(self.tr("Settings"))
        wear_icon(self.stop_button, "stop")
        wear_icon(self.settings_button, "settings")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setProperty("role", "muted")
        self.curves = Curves()
        self.figures = Figures()
        self.versions = Versions()
        self.card_window: ModelCardWindow | None = None
        self.tabs = QTabWidget()
        self.tabs.addTab(self.figures, self.tr("Before and after"))
        self.tabs.addTab(self.versions, self.tr("Versions"))
        self.tabs.setFixedWidth(362)
        self._lay_out()
        self._connect()
        self._marks_changed()

    def minimumSizeHint(self) -> QSize:
        """High enough for the curves to be read."""
        return QSize(320, 190)

    def sizeHint(self) -> QSize:
        """Leaves most of the window to the grid."""
        return QSize(900, 226)

    def _lay_out(self) -> None:
        self._form = QStackedWidget()
        self._form.setFixedWidth(270)
        # The settings scroll; they are not to make the whole place higher.
        self._form.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._form.setMinimumHeight(150)
        self._form.addWidget(self._front_page())
        scroll = QScrollArea()
        scroll.setWidget(self.settings)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form.addWidget(scroll)
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
        content = QWidget()
        content.setObjectName("panel")
        around = QScrollArea()
        around.setWidget(content)
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(around)
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._form)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self.tabs)

    def _front_page(self) -> QWidget:
        page = QWidget()
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
        self._explanation.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.start_button, 1)
        buttons.addWidget(self.stop_button, 1)
        buttons.addWidget(self.settings_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.depth_box)
        layout.addWidget(self._explanation)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addWidget(self._status)
        layout.addStretch(1)
        return page

    def _connect(self) -> None:
        controller = self._controller
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(controller.stop)
        self.settings_button.clicked.connect(lambda: self._form.setCurrentIndex(1))
        self.settings.left.connect(lambda: self._form.setCurrentIndex(0))
        self.depth_box.currentIndexChanged.connect(self._explain)
        self.versions.use_wanted.connect(controller.use)
        self.versions.card_wanted.connect(controller.read_card)
        controller.card_read.connect(self._show_card)
        controller.started.connect(self._started)
        controller.progressed.connect(self._progressed)
        controller.epoch_ended.connect(self._epoch_ended)
        controller.found_amiss.connect(self._found_amiss)
        controller.quick_trained.connect(self._quick_trained)
        controller.finished.connect(self._finished)
        controller.ended.connect(self._ended)
        controller.models_listed.connect(self.versions.show_models)
        self._preparation.progressed.connect(self._prepares)
        self._preparation.changed.connect(self._marks_changed)
        self._workspace.marks_changed.connect(self._marks_changed)
        self._workspace.opened.connect(self._opened)
        self._workspace.closed.connect(self._opened)

    def start(self) -> None:
        """Train with what is chosen here."""
        self._controller.start(self.settings.settings(self.depth_box.chosen))

    def _show_card(self, model: int, card: str) -> None:
        if self.card_window is None:
            self.card_window = ModelCardWindow(self)
        self.card_window.show_card(model, card)

    def _opened(self) -> None:
        if self.card_window is not None:
            self.card_window.close()
        self.figures.show_nothing()
        self.curves.clear()
        self._middle.setCurrentIndex(0)
        self._marks_changed()

    def _explain(self) -> None:
        self._explanation.setText(self.depth_box.explanations[self.depth_box.chosen])

    def _marks_changed(self) -> None:
        running = self._controller.running
        groupings = self._workspace.groupings.values()
        ready = sum(1 for grouping in groupings if grouping.positives)
        self.start_button.setEnabled(ready > 0)
        shown, hidden = self.start_button, self.stop_button
        if running:
            shown, hidden = hidden, shown
        shown.show()
        if hidden.hasFocus():
            # Otherwise the keyboard would go wherever Qt finds the next place for it.
            shown.setFocus()
        hidden.hide()
        self.settings_button.setEnabled(not running)
        self.depth_box.setEnabled(not running)
        preparing = self._preparation.job
        self.progress.setVisible(running or preparing is not None)
        self._explain()
        if running:
            return
        if preparing is not None:
            self._prepares(preparing)
        elif self._preparation.pending is not None:
            self._status.setText(
                self.tr("{who}. “Use this version” in its row goes on with it.").format(
                    who=self._preparation.who_answers()
                )
            )
        elif ready == 0:
            self._status.setText(self.tr("Needs at least one grouping with a positive."))
        else:
            images = sum(1 + len(g.positives) + len(g.negatives) for g in groupings)
            self._status.setText(
                self.tr("Ready to learn from {images:,} marks in {groupings}.").format(
                    images=images,
                    groupings=self.tr("1 grouping")
                    if ready == 1
                    else self.tr("{n:,} groupings").format(n=ready),
                )
            )

    def _started(self) -> None:
        self.curves.clear()
        self.figures.show_findings(())
        self._middle.setCurrentIndex(1)
        self.progress.setRange(0, 0)
        self._status.setText(self.tr("Getting ready…"))
        self._enter(Depth.HEAD)
        self._marks_changed()

    def _enter(self, depth: Depth) -> None:
        """Say from now on that the training is at the stage of this depth."""
        self._stage = depth_name(depth)
        if self.depth_box.chosen is not Depth.HEAD:
            number = 1 if depth is Depth.HEAD else 2
            self._stage = self.tr("{stage} (step {n} of 2)").format(stage=self._stage, n=number)

    def _progressed(self, job: Job) -> None:
        self._show_job(job, f"{self._stage}: {in_words(job)}")

    def _prepares(self, job: Job) -> None:
        if not self._controller.running:
            text = self._preparation.who_answers()
            if job.total:
                text += self.tr(": {done:,} of {all:,}").format(done=job.done, all=job.total)
            left = job.seconds_left()
            if left is not None and left >= 1:
                text += f"  \u00b7  {time_left(left)}"
            self._show_job(job, text)

    def _show_job(self, job: Job, text: str) -> None:
        self.progress.setRange(0, job.total)
        self.progress.setValue(job.done)
        self._status.setText(text)

    def _found_amiss(self, findings: tuple[Finding, ...]) -> None:
        self.figures.show_findings(findings)
        self.tabs.setCurrentWidget(self.figures)

    def _quick_trained(self, report: TrainingReport) -> None:
        self.figures.show_report(report)
        self._enter(self.depth_box.chosen)

    def _epoch_ended(self, report: EpochReport) -> None:
        self.curves.add(report)

    def _finished(self, report: TrainingReport) -> None:
        self.figures.show_report(report)
        self.tabs.setCurrentWidget(self.figures)

    def _ended(self) -> None:
        self._marks_changed()
        if self.curves.epochs == 0:
            self._middle.setCurrentIndex(0)
