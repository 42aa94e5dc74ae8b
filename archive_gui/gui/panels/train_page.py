"""Where a training is chosen, begun and watched: all of it, or in one line where it is low."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.curves import Curves
from archive_gui.gui.panels.empty import EmptyState
from archive_gui.gui.panels.training_form import DepthBox, SettingsForm
from archive_gui.gui.workers import JobRunner

_FORM_WIDTH, _SCROLL_BAR = 300, 14
_LOWEST_FOR_ALL, _LINES_FOR_ALL = 130, 8
# So many sentences of what a training will do have room beside the buttons.
_WHEN_FOLDED = 2
# A narrower line has no room for what a training will learn from.
_WIDE_LINE = 700
_NOTHING, _CURVES, _SETTINGS = range(3)


class TrainPage(QWidget):
    """The form at the left and the curves or the settings beside it.

    Where the page is too low for both, it folds: the form is one line, and nothing is beside it.

    Signals:
        room_wanted(): what is to be seen now needs more height.
    """

    room_wanted = Signal()

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._folded = False
        self.depth_box = DepthBox()
        self.settings = SettingsForm()
        self.start_button = QPushButton(self.tr("Train"))
        self.start_button.setProperty("primary", True)
        self.start_button.setToolTip(self.tr("Teach the model with the groupings  (Ctrl+T)"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setToolTip(self.tr("End now and keep the best so far"))
        self.settings_button = QPushButton(self.tr("Settings\u2026"))
        self.settings_button.setCheckable(True)
        self.settings_button.setToolTip(
            self.tr("Epochs, margin, loss and more; the defaults are good for most archives")
        )
        wear_icon(self.stop_button, "stop")
        wear_icon(self.settings_button, "settings")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self.explanation = QLabel()
        self._sentences: tuple[str, ...] = ()
        self.changes = QLabel()
        self.changes.setProperty("role", "heading")
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self.curves = Curves(runner)
        self._lay_out()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._nothing = EmptyState("train", "", "")
        self.show_ready(False)
        self._middle.addWidget(self._nothing)
        self._middle.addWidget(self.curves)
        self._middle.addWidget(_scrolling(self.settings))
        self._fields = self._make_form()
        self._form = _scrolling(self._fields)
        self._line = QFrame()
        self._line.setObjectName("divider")
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._form)
        layout.addWidget(self._line)
        layout.addWidget(self._middle, 1)
        self._arrange()

    def _make_form(self) -> QWidget:
        form = QWidget()
        form.setObjectName("panel")
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.start_button, 1)
        buttons.addWidget(self.stop_button, 1)
        buttons.addWidget(self.settings_button)
        for button in (self.start_button, self.stop_button, self.settings_button):
            button.setMinimumHeight(34)
        # One above the other, and in the middle of the line where that is all there is.
        self._words = QVBoxLayout()
        self._words.setSpacing(6)
        self._words.addStretch()
        for label in (self.explanation, self.changes, self.status):
            label.setWordWrap(True)
        self._plan = QWidget()
        plan = QVBoxLayout(self._plan)
        plan.setContentsMargins(0, 0, 0, 0)
        plan.addWidget(self.explanation)
        plan.addWidget(self.changes)
        for widget in (self._plan, self.progress, self.status):
            self._words.addWidget(widget)
        self._words.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, form)
        self._parts.setContentsMargins(10, 10, 12, 10)
        self._parts.setSpacing(8)
        self._parts.addWidget(self.depth_box)
        self._parts.addLayout(buttons)
        self._parts.addLayout(self._words, 1)
        return form

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where it is low, unfold where it is high enough."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Leave room for larger letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _lowest(self) -> int:
        """From which height on the form and what is beside it are shown whole."""
        return max(_LOWEST_FOR_ALL, _LINES_FOR_ALL * self.fontMetrics().lineSpacing())

    @property
    def _shows_settings(self) -> bool:
        return self._middle.currentIndex() == _SETTINGS

    def _fold(self) -> None:
        # Settings are asked for, and the keyboard goes to them before the height is there.
        self._folded = self.height() < self._lowest() and not self._shows_settings
        self._plan.setVisible(not self._folded or self.width() >= _WIDE_LINE)
        self._show_explanation()
        self._arrange()

    def _arrange(self) -> None:
        direction, policy = QBoxLayout.Direction, QSizePolicy.Policy
        folded = self._folded
        self._parts.setDirection(direction.LeftToRight if folded else direction.TopToBottom)
        self._parts.setContentsMargins(10, 12 if folded else 10, 12, 4 if folded else 10)
        # In sight also where there are more words beside them than the line is high.
        top = Qt.AlignmentFlag.AlignTop if folded else Qt.AlignmentFlag(0)
        self._parts.setAlignment(self.depth_box, top)
        self._parts.setAlignment(self._buttons, top)
        self._words.setStretch(0, 1 if folded else 0)
        self._form.setSizePolicy(policy.Ignored if folded else policy.Fixed, policy.Ignored)
        width = max(_FORM_WIDTH, self._fields.minimumSizeHint().width() + _SCROLL_BAR)
        self._form.setMinimumWidth(0 if folded else width)
        self._form.setMaximumWidth(16777215 if folded else width)
        beside = self.width() - width
        alone = self._shows_settings and beside < self.settings.minimumSizeHint().width()
        self._form.setVisible(not alone)
        self._line.setVisible(not folded and not alone)
        self._middle.setVisible(not folded)

    def explain(self, sentences: tuple[str, ...]) -> None:
        """Say what a training will do, the most important first; all of it in the tip."""
        self._sentences = sentences
        self.explanation.setToolTip(" ".join(sentences))
        self._show_explanation()

    def _show_explanation(self) -> None:
        shown = self._sentences[:_WHEN_FOLDED] if self._folded else self._sentences
        self.explanation.setText(" ".join(shown))

    def show_settings(self, shown: bool) -> None:
        """Show the settings beside the form, or the curves again."""
        beside = _SETTINGS if shown else _CURVES if self.curves.epochs else _NOTHING
        self._middle.setCurrentIndex(beside)
        self._fold()
        if shown:
            self.room_wanted.emit()
            self.settings.epochs.setFocus()

    def show_curves(self) -> None:
        """Show the curves of a training that begins."""
        self._middle.setCurrentIndex(_CURVES)
        self.room_wanted.emit()

    def show_ready(self, ready: bool) -> None:
        """Say what to do next where no training has run: mark, or train on what is marked."""
        hint = self.tr(
            "Mark a few groupings, each with some positives and negatives, then press Train. The "
            "curves appear here while the model learns."
        )
        if ready:
            hint = self.tr("Press Train; the curves appear here while the model learns.")
        self._nothing.set_words(self.tr("No training is running"), hint)

    def show_nothing(self) -> None:
        """Say how to begin."""
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
