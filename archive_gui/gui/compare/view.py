"""The view that lies in the place of the grid while two versions are compared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.compare.model import AFTER, BEFORE, MOVES, ComparisonModel
from archive_gui.gui.compare.painter import ROW, ComparisonPainter
from archive_gui.gui.controllers.comparing import ComparingController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.grid.thumbnails import SMALL_SIDE, ThumbnailCache
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.keys import offered
from archive_gui.gui.long_names import ElidedComboBox
from archive_gui.gui.query_names import pictures_name
from archive_gui.gui.translation import filled
from archive_gui.operations.comparing import Change, Comparison

if TYPE_CHECKING:
    from archive_gui.operations.versions import ModelSummary

_BETWEEN = 150


class CompareView(QWidget):
    """Two ranked columns with a line for every neighbour from its old rank to its new one.

    Signals:
        look_wanted(ImageRecord): somebody wants to look at a neighbour closely.
        closed(): somebody is done.
    """

    look_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        controller: ComparingController,
        query: QueryController,
        thumbnails: ThumbnailCache,
    ) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._controller = controller
        self._query = query
        self._thumbnails = thumbnails
        self.model = ComparisonModel()
        self._painter = ComparisonPainter(self.model, thumbnails)
        self.back_button = QToolButton()
        wear_icon(self.back_button, "back")
        self.back_button.setIconSize(QSize(18, 18))
        self.back_button.setToolTip(self.tr("Back to the results  (Esc)"))
        self.back_button.setAccessibleName(self.tr("Back to the results"))
        self.back_button.clicked.connect(self.closed)
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self._title.setMinimumHeight(28)
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._facts.setWordWrap(True)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.before_box = self._box(self.tr("The version at the left"))
        self.after_box = self._box(self.tr("The version at the right"))
        self.table = self._make_table()
        self._lay_out()
        controller.started.connect(self._started)
        controller.compared.connect(self._compared)
        controller.ended.connect(self._ended)
        controller.models_changed.connect(self._fill_boxes)
        thumbnails.loaded.connect(self.table.viewport().update)

    def _box(self, name: str) -> QComboBox:
        box = ElidedComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(
            lambda: self._controller.choose(
                self.before_box.currentData(), self.after_box.currentData()
            )
        )
        return box

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(self._painter)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        # Tab leads out of it; the arrows go from neighbour to neighbour.
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setAccessibleName(self.tr("Neighbours by both versions, rank by rank"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        header = table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(BEFORE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AFTER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(MOVES, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(MOVES, _BETWEEN)
        table.selectionModel().currentChanged.connect(self._current_changed)
        table.doubleClicked.connect(self._look)
        table.installEventFilter(self)
        return table

    def _lay_out(self) -> None:
        header = QFrame()
        header.setObjectName("gridHeader")
        above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self.back_button)
        above.addWidget(self._title, 1)
        above.addWidget(self._facts, 2)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.before_box, 1)
        arrow = QLabel("\u2192")
        arrow.setFixedWidth(_BETWEEN)
        arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below.addWidget(arrow)
        below.addWidget(self.after_box, 1)
        rows = QVBoxLayout(header)
        rows.setContentsMargins(10, 6, 10, 6)
        rows.setSpacing(5)
        rows.addLayout(above)
        rows.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.table, 1)

    def _fill_boxes(self) -> None:
        versions = self._controller.versions
        for box, chosen in zip((self.before_box, self.after_box), versions or (), strict=False):
            with QSignalBlocker(box):
                box.clear()
                for model in reversed(self._controller.models):
                    box.addItem(self._name_of(model), model.model)
                box.setCurrentIndex(box.findData(chosen))

    def _name_of(self, model: ModelSummary) -> str:
        name = self.tr("Untrained model")
        if model.model:
            name = filled(self.tr("Model {n}"), n=model.model)
        return filled(self.tr("{name}, which answers"), name=name) if model.answers else name

    def _started(self) -> None:
        query = self._query.query
        title = pictures_name(query) if query is not None else ""
        self._title.setText(filled(self.tr("Similar to {name}, by two versions"), name=title))
        self._facts.setText(self.tr("Asking both versions\u2026"))
        self._fill_boxes()
        self.model.show(None)
        self.table.setFocus()

    def _compared(self, comparison: Comparison) -> None:
        self.model.show(comparison)
        self._thumbnails.want(
            [
                result.image.sha256
                for pair in zip(comparison.before.results, comparison.after.results, strict=False)
                for result in pair
                if result.image.sha256 is not None
            ],
            SMALL_SIDE,
        )
        counts = Counter(move.change for move in comparison.moves.values())
        self._facts.setText(
            filled(
                self.tr(
                    "{up} up  \u00b7  {down} down  \u00b7  {new} new  \u00b7  {gone} fell out  "
                    "\u00b7  {same} as before"
                ),
                up=counts[Change.UP],
                down=counts[Change.DOWN],
                new=counts[Change.NEW],
                gone=counts[Change.GONE],
                same=counts[Change.SAME],
            )
        )
        self.table.setCurrentIndex(self.model.index(0, AFTER))

    def _ended(self) -> None:
        if self.model.comparison is None:
            self._facts.setText(self.tr("The comparison ended without a result."))

    def _current_changed(self, index: QModelIndex) -> None:
        found = self.model.result(index)
        self._painter.chosen = None if found is None else found.image.id
        self.table.viewport().update()

    def _look(self, index: QModelIndex) -> None:
        found = self.model.result(index)
        if found is not None:
            self.look_wanted.emit(found.image)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, where it would leave the query."""
        if offered(event, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look closely by Space or Return, which the table would take for selecting."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in keys
        ):
            self._look(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
