"""The button that tells and changes the order of the grid."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from archive_gui.gui.grid.arrange import DESCENDING_AT_FIRST, Arrangement, Sort
from archive_gui.gui.grid.words import direction_name, sort_name
from archive_gui.gui.translation import filled


class SortButton(QToolButton):
    """Shows by what the grid is ordered; its menu offers the orders and their directions.

    Signals:
        wanted(Arrangement): the arrangement shown, in another order.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Order"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrangement = Arrangement()
        menu = QMenu(self)
        orders, directions = QActionGroup(menu), QActionGroup(menu)
        self.orders = {sort: menu.addAction(sort_name(sort)) for sort in Sort}
        menu.addSeparator()
        self.directions = {down: menu.addAction("") for down in (False, True)}
        for sort, action in self.orders.items():
            orders.addAction(action).setCheckable(True)
            action.triggered.connect(partial(self._choose, sort))
        for down, action in self.directions.items():
            directions.addAction(action).setCheckable(True)
            action.triggered.connect(partial(self._turn, down))
        self.setMenu(menu)
        self.offer_distance(False)

    def offer_distance(self, offered: bool) -> None:
        """Offer the order by distance, or take it back."""
        self.orders[Sort.DISTANCE].setVisible(offered)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show the order of an arrangement."""
        self._arrangement = arrangement
        sort, down = arrangement.sort, arrangement.descending
        self.setText(f"{sort_name(sort)} {'↓' if down else '↑'}")
        self.setToolTip(
            filled(
                self.tr("Order: {name}, {direction}"),
                name=sort_name(sort),
                direction=direction_name(sort, descending=down),
            )
        )
        self.orders[sort].setChecked(True)
        self.directions[down].setChecked(True)
        for descending, action in self.directions.items():
            action.setText(direction_name(sort, descending=descending))

    def _choose(self, sort: Sort) -> None:
        self.wanted.emit(
            replace(self._arrangement, sort=sort, descending=sort in DESCENDING_AT_FIRST)
        )

    def _turn(self, descending: bool) -> None:
        self.wanted.emit(replace(self._arrangement, descending=descending))
