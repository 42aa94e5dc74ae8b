"""What a training brought, or how two versions differ: figures beside examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.examples import Examples
from archive_gui.gui.panels.figures import Figures
from archive_gui.gui.panels.training_form import model_name

if TYPE_CHECKING:
    from archive_gui.operations.judging import VersionComparison
    from archive_gui.operations.training import TrainingReport

# Narrower than this the examples lie below the figures.
_WIDE = 820
_EXAMPLES_WIDTH = 330


class Result(QWidget):
    """The figures of the last training or of a comparison, and the queries that changed most.

    Signals:
        examples_wanted(int): the examples of the training of this version are to be shown.
    """

    examples_wanted = Signal(int)

    def __init__(self, thumbnails: ThumbnailCache) -> None:
        super().__init__()
        self._report: TrainingReport | None = None
        # Whether the examples of the report are shown or looked for.
        self._asked = False
        self.figures = Figures()
        self.examples = Examples(thumbnails)
        self.last_button = QPushButton(self.tr("Last training"))
        self.last_button.setToolTip(self.tr("Show again what the last training brought"))
        wear_icon(self.last_button, "back")
        self.last_button.clicked.connect(self._show_last)
        self._content = content = QWidget()
        content.setObjectName("panel")
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.figures, 3)
        self._layout.addWidget(self._examples_place(), 2)
        # The one thing that scrolls here: figures and examples together.
        self._scroll = scroll = QScrollArea()
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.examples.reached.connect(self._bring_in_sight)
        self.show_nothing()

    def _examples_place(self) -> QWidget:
        place = QWidget()
        title = QLabel(self.tr("Held-out images whose neighbours changed most; click to search"))
        title.setProperty("role", "muted")
        title.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(6, 8, 12, 0)
        top.setSpacing(10)
        top.addWidget(title, 1)
        top.addWidget(self.last_button)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.examples, 1)
        self._examples_widget = place
        return place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the examples beside the figures, or below them where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._examples_widget.setMinimumWidth(_EXAMPLES_WIDTH if wide else 0)

    def _bring_in_sight(self, area: QRect) -> None:
        area = area.translated(self.examples.mapTo(self._content, QPoint()))
        middle, half = area.center(), area.height() // 2 + 4
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, half)

    def show_nothing(self) -> None:
        """Show that nothing was trained yet."""
        self._report, self._asked = None, False
        self.figures.show_nothing()
        self._examples_widget.hide()
        self.last_button.hide()

    def show_report(self, report: TrainingReport) -> None:
        """Show what a training brought; its examples when they are looked at."""
        self._report, self._asked = report, False
        self._show_last()

    def show_comparison(self, found: VersionComparison) -> None:
        """Show two versions beside each other."""
        self.figures.show_comparison(found)
        names = model_name(found.before), model_name(found.after)
        self.examples.show_examples(found, names)
        self._examples_widget.show()
        self.last_button.setVisible(self._report is not None)
        self._asked = False

    def show_examples(self, found: VersionComparison) -> None:
        """Show the examples of the last training."""
        if self.last_button.isHidden():
            self.examples.show_examples(found, (self.tr("Before"), self.tr("After")))

    def show_failure(self, text: str) -> None:
        """Say why there are no examples."""
        self.examples.show_words(self.tr("No examples"), text)

    def look(self) -> None:
        """Somebody looks at the place: have the examples looked for, if there are any to show."""
        if self._report is not None and not self._asked and self.last_button.isHidden():
            self._asked = True
            self.examples.show_words(
                self.tr("Looking for examples\u2026"),
                self.tr("Each held-out image is asked for its neighbours, before and after."),
            )
            self.examples_wanted.emit(self._report.model)

    def show_top(self) -> None:
        """Show it from its beginning, wherever the keyboard came to when it was shown."""
        self._scroll.verticalScrollBar().setValue(0)

    def _show_last(self) -> None:
        if self._report is None:
            return
        self.figures.show_report(self._report)
        self._examples_widget.show()
        self.last_button.hide()
        self._asked = False
        if self.isVisible():
            self.look()
