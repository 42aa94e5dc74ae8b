"""Whether a name is being typed in a list, so that what changes the list can wait."""

from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget


class Naming(QObject):
    """Knows of the fields in which names are typed; a list made anew would throw them away.

    Signals:
        over(): no name is typed any more, and what waited can be shown.
    """

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields = 0
        # Not while the field is destroyed, in the midst of what the list does.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.over)

    @property
    def active(self) -> bool:
        """Whether a name is being typed."""
        return self._fields > 0

    def begin(self, field: QWidget) -> None:
        """A name is typed in a field from now on, until the field is gone."""
        self._fields += 1
        field.destroyed.connect(self._end)

    def _end(self) -> None:
        self._fields -= 1
        if not self._fields:
            self._soon.start()


class NamesOnly(QStyledItemDelegate):
    """Lets the names in one column of a table be edited, and nothing else."""

    def __init__(self, table: QWidget, column: int, naming: Naming) -> None:
        super().__init__(table)
        self._column = column
        self._naming = naming

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A field for the name; nothing for the other columns."""
        if index.column() == self._column:
            field = super().createEditor(parent, option, index)
            self._naming.begin(field)
            return field
        # Qt takes nothing for "not to be edited", of which its stubs do not know.
        return cast(QWidget, None)
