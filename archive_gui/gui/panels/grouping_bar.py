"""The strip above the list of groupings: a filter and an order."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from archive_gui.gui.grid.header import FilterField
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.grouping_order import GroupingSort
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.translation import filled


class GroupingBar(QWidget):
    """Lets a person find a grouping among many.

    Signals:
        arranged(str, GroupingSort): filter or order are others.
    """

    arranged = Signal(str, object)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Find a grouping"))
        self.filter.setAccessibleName(self.tr("Find a grouping"))
        self.filter.setToolTip(self.tr("Words of the name or the note  (Ctrl+L)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._arrange)
        self.sort_button = QToolButton()
        self.sort_button.setIconSize(QSize(16, 16))
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self._make_menu())
        wear_icon(self.sort_button, "sort")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.filter, 1)
        row.addWidget(self.sort_button)
        self._show_sort()

    @property
    def sort_by(self) -> GroupingSort:
        """The order that was chosen last, also in earlier days."""
        kept = self._preferences.grouping_sort
        return GroupingSort(kept) if kept in list(GroupingSort) else GroupingSort.OLDEST

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._orders = {
            GroupingSort.OLDEST: self.tr("Oldest first"),
            GroupingSort.NEWEST: self.tr("Newest first"),
            GroupingSort.NAME: self.tr("By name"),
            GroupingSort.SIZE: self.tr("Largest first"),
        }
        for sort_by, text in self._orders.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(sort_by is self.sort_by)
            action.triggered.connect(lambda _=False, chosen=sort_by: self._sort(chosen))
            group.addAction(action)
        return menu

    def _sort(self, chosen: GroupingSort) -> None:
        self._preferences.grouping_sort = chosen.value
        self._show_sort()
        self._arrange()

    def _show_sort(self) -> None:
        words = filled(self.tr("Order: {order}"), order=self._orders[self.sort_by])
        self.sort_button.setToolTip(words)
        self.sort_button.setAccessibleName(words)

    def _arrange(self) -> None:
        self.arranged.emit(self.filter.text(), self.sort_by)
