"""The strip above the grid: what it shows, the filter, the order, the size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QToolButton,
    QWidget,
)

from archive_gui.gui.actions import Actions
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.grid.arrange import Arrangement
from archive_gui.gui.grid.chips import ChipRow
from archive_gui.gui.grid.sorting import SortButton
from archive_gui.gui.grid.view import LARGEST, SMALLEST
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.keys import offered

if TYPE_CHECKING:
    from archive_gui.gui.grid.filters import FilterPanel

# A title that is shorter than this tells nothing, and gets a line of its own.
_TITLE = 150


class FilterField(QLineEdit):
    """A field for words; Escape empties it.

    Signals:
        left(): Return or a second Escape: the keyboard goes back to the grid.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, where it would leave the query."""
        if offered(event, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty or leave the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GridHeader(QFrame):
    """Tells what is shown and lets a person choose what, in which order and how large.

    It is one line where that has room for the title, else two.

    Signals:
        arrangement_wanted(Arrangement): filter or order were changed here.
        side_wanted(int): thumbnails are wanted in another size.
        filters_opening(): the filter panel is about to open and should be told what to offer.
    """

    arrangement_wanted = Signal(object)
    side_wanted = Signal(int)
    filters_opening = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gridHeader")
        self._arrangement = Arrangement()
        self._groupings: Mapping[int, str] = {}
        self._back = QToolButton()
        self._back.setDefaultAction(actions.back)
        self._back.setIconSize(QSize(18, 18))
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        # As high as the way back, so that the grid does not move when that comes and goes.
        self._title.setMinimumHeight(28)
        self._details = QLabel()
        self._details.setProperty("role", "muted")
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Find by name"))
        self.filter.setAccessibleName(self.tr("Find by name"))
        self.filter.setToolTip(
            self.tr("Show images with all these words in their path or metadata  (Ctrl+F)")
        )
        self.filter.setClearButtonEnabled(True)
        # A folder that is dropped here is for the window to open.
        self.filter.setAcceptDrops(False)
        self.filter.setMinimumWidth(110)
        self.filter.setMaximumWidth(240)
        self.filter_button = QToolButton()
        self.filter_button.setText(self.tr("Filter"))
        self.filter_button.setToolTip(self.tr("Filter by folder, grouping, mark or format"))
        self.filter_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter_button.setIconSize(QSize(16, 16))
        self.filter_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        wear_icon(self.filter_button, "filter")
        self.sort_button = SortButton()
        self.chips = ChipRow()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setSingleStep(8)
        self.slider.setMinimumWidth(60)
        self.slider.setMaximumWidth(120)
        self.slider.setAccessibleName(self.tr("Size of the images"))
        self.slider.setToolTip(self.tr("Size of the images  (Ctrl and wheel)"))
        self._lay_out()
        self._typing = QTimer(self, interval=120, singleShot=True)
        self._typing.timeout.connect(self._text_changed)
        self.filter.textChanged.connect(lambda: self._typing.start())
        self.filter_button.clicked.connect(self._open_filters)
        for part in (self.sort_button, self.chips):
            part.wanted.connect(self._want)
        self.slider.valueChanged.connect(self.side_wanted)
        self.show_arrangement(self._arrangement)

    @cached_property
    def filters(self) -> FilterPanel:
        """What the button opens, made when that is first wanted."""
        from archive_gui.gui.grid.filters import FilterPanel

        panel = FilterPanel(self)
        panel.wanted.connect(self._want)
        panel.show_arrangement(self._arrangement)
        return panel

    def _lay_out(self) -> None:
        self._titles, self._tools = QWidget(), QWidget()
        titles = QHBoxLayout(self._titles)
        titles.setSpacing(8)
        titles.addWidget(self._back)
        titles.addWidget(self._title, 1)
        titles.addWidget(self._details)
        tools = QHBoxLayout(self._tools)
        tools.setSpacing(4)
        tools.addWidget(self.filter, 4)
        tools.addWidget(self.filter_button)
        tools.addWidget(self.sort_button)
        tools.addSpacing(6)
        tools.addWidget(self.slider, 2)
        for row in (titles, tools):
            row.setContentsMargins(0, 0, 0, 0)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(10, 3, 10, 3)
        self._layout.setHorizontalSpacing(14)
        self._layout.setVerticalSpacing(5)
        self._layout.addWidget(self._titles, 0, 0)
        self._layout.addWidget(self._tools, 1, 0)
        self._layout.addWidget(self.chips, 2, 0, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be one line where there is room for it."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        margins = self._layout.contentsMargins()
        spacing = self._layout.horizontalSpacing()
        room = self.width() - margins.left() - margins.right() - spacing
        titles = self._titles.minimumSizeHint().width() + _TITLE
        in_one = titles + self._tools.minimumSizeHint().width() <= room
        if in_one != (self._layout.itemAtPosition(0, 1) is not None):
            self._layout.removeWidget(self._tools)
            self._layout.addWidget(self._tools, *((0, 1) if in_one else (1, 0)))
            self._layout.setColumnStretch(0, 1 if in_one else 0)

    def set_title(self, title: str, details: str, *, with_back: bool) -> None:
        """Tell what the grid shows, and how much of it."""
        self._title.setText(title)
        self._details.setText(details)
        self._back.setVisible(with_back)
        self._fold()

    def set_side(self, side: int) -> None:
        """Show the size that the grid has taken."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(side)

    def set_with_distance(self, with_distance: bool) -> None:
        """Offer the order by distance, or take it back."""
        self.sort_button.offer_distance(with_distance)

    def set_groupings(self, groupings: Mapping[int, str]) -> None:
        """Take the names of the groupings by id, for the chip of the one that is filtered by."""
        if groupings != self._groupings:
            self._groupings = groupings
            self.chips.show_arrangement(self._arrangement, groupings)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show a filter and an order that were chosen elsewhere."""
        self._arrangement = arrangement
        if self.filter.text() != arrangement.text:
            with QSignalBlocker(self.filter):
                self.filter.setText(arrangement.text)
        self.sort_button.show_arrangement(arrangement)
        if "filters" in vars(self):
            self.filters.show_arrangement(arrangement)
        self.chips.show_arrangement(arrangement, self._groupings)

    def _open_filters(self) -> None:
        self.filters_opening.emit()
        self.filters.open_below(self.filter_button)

    def _want(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.arrangement_wanted.emit(arrangement)

    def _text_changed(self) -> None:
        self._want(replace(self._arrangement, text=self.filter.text()))
