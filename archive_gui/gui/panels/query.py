"""The place of the query: its pictures, where marks go, how many neighbours and how near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.controllers.query_marks import QueryMarks
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.distances import DistanceChart
from archive_gui.gui.panels.drop_zone import DropZone
from archive_gui.gui.panels.example_strip import ExampleStrip
from archive_gui.gui.panels.limits import Limits
from archive_gui.gui.panels.marks_target import MarksTarget
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.query_names import pictures_name
from archive_gui.gui.translation import filled, written
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Example, Query

if TYPE_CHECKING:
    from archive_gui.operations.querying import QueryReport


class QueryPanel(QWidget):
    """Takes a query by drop, paste or click, and tells what was found.

    Signals:
        result_chosen(int): somebody wants to see the result with this image id in the grid.
    """

    result_chosen = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        controller: QueryController,
        marks: QueryMarks,
        actions: Actions,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._content = QWidget()
        self._controller = controller
        self._large: Example | None = None
        self.zone = DropZone(workspace)
        self.strip = ExampleStrip()
        self._name = ElidedLabel()
        self._name.setProperty("role", "heading")
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._facts.setWordWrap(True)
        self.paste_button = self._button(actions.paste, self.tr("Paste"), "paste")
        self.back_button = self._button(actions.back, self.tr("Back"), "back")
        self.compare_button = self._button(actions.compare, self.tr("Compare versions"), "compare")
        self.target = MarksTarget(workspace, marks, preferences)
        self.limits = Limits(controller.count)
        self._hint = QLabel(
            self.tr(
                "Or select images in the grid and press Return. Neighbours appear in the grid, "
                "the nearest first; mark them with P and N, and train."
            )
        )
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.chart = DistanceChart()
        self._chart_title = QLabel(self.tr("Distance by rank"))
        self._chart_title.setProperty("role", "muted")
        self._lay_out()
        self._connect(controller, actions)
        self._cleared()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to leave the grid its room, wide enough for the words of any language."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(max(200, self._content.minimumSizeHint().width() + bar), 160)

    def _button(self, action: QAction, text: str, icon: str) -> QPushButton:
        button = QPushButton(text)
        wear_icon(button, icon)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.paste_button)
        buttons.addWidget(self.back_button, 1)
        content = self._content
        content.setObjectName("panel")
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        # It scrolls to whatever in it has the keyboard; by itself it would show no focus.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What came into sight may be wider than what was there before.
        scroll.verticalScrollBar().rangeChanged.connect(self.updateGeometry)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.zone, 2)
        layout.addWidget(self.strip)
        layout.addLayout(buttons)
        layout.addWidget(self._name)
        layout.addWidget(self._facts)
        layout.addWidget(self._hint)
        layout.addWidget(self.target)
        layout.addWidget(self.limits)
        layout.addWidget(self._chart_title)
        layout.addWidget(self.chart)
        layout.addWidget(self.compare_button)
        layout.addStretch(1)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _connect(self, controller: QueryController, actions: Actions) -> None:
        self.zone.dropped.connect(controller.by_drop)
        self.zone.clicked.connect(actions.query_file.trigger)
        self.zone.part_chosen.connect(self._part_chosen)
        self.strip.removed.connect(controller.take_away)
        self.strip.chosen.connect(self._show_large)
        self.limits.count_wanted.connect(controller.set_count)
        self.limits.nearest_wanted.connect(controller.set_nearest)
        self.chart.nearest_wanted.connect(controller.set_nearest)
        self.chart.chosen.connect(self._bar_chosen)
        controller.started.connect(self._started)
        controller.previews.loaded.connect(self._previewed)
        controller.finished.connect(self._finished)
        controller.narrowed.connect(self._show_distances)
        controller.ended.connect(self._ended)
        controller.cleared.connect(self._cleared)

    def _started(self, query: Query) -> None:
        self.zone.refines = True
        self._show_examples(query)
        self._show_large(query.pictures[0])
        self._name.setText(pictures_name(query))
        self._facts.setText(self.tr("Searching…"))
        self._show_found(False)
        self.target.show()
        self._name.show()
        self._facts.show()
        self._hint.hide()

    def _show_examples(self, query: Query) -> None:
        get = self._controller.previews.get
        examples = [(side, example, get(example)) for side, example in query.examples()]
        self.strip.show_examples(examples)
        self.strip.setVisible(len(examples) > 1)

    def _show_large(self, example: Example) -> None:
        self._large = example
        picture = self._controller.previews.get(example)
        self.zone.show_picture(QImage() if picture is None else picture, example.name)

    def _previewed(self, example: Example) -> None:
        query = self._controller.query
        if query is not None:
            self._show_examples(query)
        if example == self._large:
            self._show_large(example)

    def _part_chosen(self, area: QRectF) -> None:
        if self._large is not None:
            self._controller.by_part_of(self._large, area)

    def _finished(self, report: QueryReport) -> None:
        query = self._controller.query
        if report.left_out and query is not None:
            self._show_examples(query)
            self._show_large(query.pictures[0])
            self._name.setText(pictures_name(query))
        self._show_distances()
        self._show_found(bool(report.results))

    def _show_distances(self) -> None:
        controller = self._controller
        report, count, nearest = controller.report, controller.count, controller.nearest
        self.limits.show_count(count)
        if report is None:
            return
        distances = [result.distance for result in report.results[:count]]
        self.chart.show_distances(distances, nearest)
        self.limits.show_nearest(nearest, self.chart.farthest)
        took = report.embed_ms + report.search_ms
        self._facts.setText(
            filled(
                self.tr("{count:,} neighbours by {model}, found in {time} ms"),
                count=len(controller.shown),
                model=filled(self.tr("model {n}"), n=report.model)
                if report.model
                else self.tr("the untrained model"),
                time=written(took, ".0f" if took >= 10 else ".1f"),
            )
        )

    def _ended(self) -> None:
        if self._controller.report is None:
            self._facts.setText(self.tr("The search ended without a result."))

    def _cleared(self) -> None:
        self._large = None
        self.zone.refines = False
        self.zone.show_picture(QImage())
        for widget in (self.strip, self.target, self._name, self._facts):
            widget.hide()
        self._show_found(False)
        self._hint.show()

    def _show_found(self, found: bool) -> None:
        for widget in (self.chart, self._chart_title, self.back_button, self.compare_button):
            widget.setVisible(found)
        self.limits.show_nearest_limit(found)

    def _bar_chosen(self, place: int) -> None:
        report = self._controller.report
        if report is not None and place < len(report.results):
            self.result_chosen.emit(report.results[place].image.id)
