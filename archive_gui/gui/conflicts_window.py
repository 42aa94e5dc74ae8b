"""Where two curators have marked an image otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from archive_gui.catalog.records import Role
from archive_gui.gui.choosing import lay_out, plain_table
from archive_gui.gui.grid.model import role_name
from archive_gui.gui.translation import local_time

if TYPE_CHECKING:
    from archive_gui.catalog.interchange.authorship import Author
    from archive_gui.catalog.interchange.merging import Conflict

_CONFLICT = Qt.ItemDataRole.UserRole


class ConflictsWindow(QDialog):
    """Lists who marked what when, and lets a person take over the other's marks.

    Does not keep anybody from working in the main window.

    Signals:
        chosen(list[Conflict]): of these the other curator's marks are to be taken.
    """

    chosen = Signal(list)

    def __init__(self, conflicts: Sequence[Conflict], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Marked otherwise"))
        self.resize(900, 420)
        self.table = plain_table(
            self.tr("Marked otherwise"),
            [self.tr("Grouping"), self.tr("Image"), self.tr("Here"), self.tr("There")],
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for conflict in conflicts:
            item = QTreeWidgetItem(
                [
                    conflict.name,
                    conflict.path,
                    _said(conflict.here, conflict.here_by),
                    _said(conflict.there, conflict.there_by),
                ]
            )
            item.setData(0, _CONFLICT, conflict)
            self.table.addTopLevelItem(item)
        for column, width in enumerate((130, 190, 260)):
            self.table.setColumnWidth(column, width)
        self.button = QPushButton(self.tr("Take over theirs"))
        self.button.clicked.connect(self._take)
        close = QPushButton(self.tr("Keep mine"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        words = self.tr(
            "One curator has marked these images as positive, the other as negative. Your "
            "marks stay unless you take over theirs; one step of undo takes that back."
        )
        lay_out(self, words, [self.table], [close, self.button])
        self.table.itemSelectionChanged.connect(self._refresh)
        self.table.selectAll()
        self.table.setFocus()

    def _refresh(self) -> None:
        self.button.setEnabled(bool(self.table.selectedItems()))

    def _take(self) -> None:
        taken = [item.data(0, _CONFLICT) for item in self.table.selectedItems()]
        self.close()
        self.chosen.emit(taken)


def _said(role: Role, by: Author) -> str:
    """A mark with who made it and when, as far as that is known."""
    parts = [role_name(role)]
    if by.who:
        parts.append(by.who)
    if by.when:
        try:
            parts.append(local_time(datetime.fromisoformat(by.when)))
        except ValueError:
            parts.append(by.when)
    return "  \u00b7  ".join(parts)
