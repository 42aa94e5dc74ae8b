"""The filters at work, each as a chip that one click takes away."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from archive_gui.gui.grid.arrange import Arrangement, Show
from archive_gui.gui.grid.words import show_name
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.translation import filled

_WIDEST, _NARROWEST = 220, 44


class Chip(QToolButton):
    """A button as wide as its words, which gives way where there is no room for all of them."""

    def __init__(self, text: str, tip: str) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The cross stands behind the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIconSize(QSize(10, 10))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(min(_WIDEST, self.sizeHint().width() + 14))
        wear_icon(self, "close", "muted")

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for all chips of a small window."""
        return QSize(_NARROWEST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the words as there is room for."""
        del event
        # All that styles are made of takes long to load, and a window starts without a filter.
        from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter

        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        room = self.width() - self.iconSize().width() - 24
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class ChipRow(QWidget):
    """A chip for each filter at work; hidden while there is none.

    Signals:
        wanted(Arrangement): the arrangement shown, with a filter less or with none.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement = Arrangement()
        self.chips: list[Chip] = []
        self.clear = QToolButton()
        self.clear.setText(self.tr("Clear filter"))
        self.clear.setToolTip(self.tr("Show all images again"))
        self.clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear.clicked.connect(lambda: self.wanted.emit(self._arrangement.unfiltered()))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.clear)
        self._layout.addStretch(1)
        self.hide()

    def show_arrangement(self, arrangement: Arrangement, groupings: Mapping[int, str]) -> None:
        """Show the filters of an arrangement; `groupings` are the names of groupings by id."""
        self._arrangement = arrangement
        for chip in self.chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, (text, without) in enumerate(self._filters(arrangement, groupings)):
            chip = Chip(text, filled(self.tr("Filter {text}: click to take it away"), text=text))
            chip.clicked.connect(lambda _=False, left=without: self.wanted.emit(left))
            self._layout.insertWidget(place, chip)
            self.chips.append(chip)
        self.setVisible(arrangement.is_filter)

    def _filters(
        self, wanted: Arrangement, groupings: Mapping[int, str]
    ) -> list[tuple[str, Arrangement]]:
        filters = []
        if wanted.text.strip():
            text = filled(self.tr("“{words}”"), words=wanted.text.strip())
            filters.append((text, replace(wanted, text="")))
        if wanted.folder:
            filters.append((wanted.folder.rpartition("/")[2], replace(wanted, folder="")))
        if wanted.grouping is not None:
            name = groupings.get(wanted.grouping, "")
            filters.append((name, replace(wanted, grouping=None)))
        if wanted.show is not Show.ALL:
            filters.append((show_name(wanted.show), replace(wanted, show=Show.ALL)))
        if wanted.format:
            filters.append((wanted.format, replace(wanted, format="")))
        if wanted.failed:
            filters.append((self.tr("Not readable"), replace(wanted, failed=False)))
        return filters
