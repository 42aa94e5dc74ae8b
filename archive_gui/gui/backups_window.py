"""The copies of the catalog that an archive can go back to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from archive_gui.catalog.backups import Backup, Occasion
from archive_gui.gui.choosing import lay_out, plain_table
from archive_gui.gui.translation import local_time, written

_BACKUP = Qt.ItemDataRole.UserRole
_FIGURES = (2, 3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupsWindow(QDialog):
    """Lets a person choose one; does not keep anybody from working in the main window.

    Signals:
        chosen(Backup): this one is to take the place of the catalog.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(600, 420)
        self.table = plain_table(
            self.tr("Backups"),
            [self.tr("Made"), self.tr("Because"), self.tr("Groupings"), self.tr("Marks")],
        )
        heads = self.table.headerItem()
        for column in _FIGURES:
            heads.setTextAlignment(column, _RIGHT)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.currentItemChanged.connect(self._refresh)
        self.table.itemActivated.connect(self._restore)
        self.empty = QLabel(
            self.tr(
                "There is no backup of this archive yet; the first is made when it is opened the "
                "next time."
            )
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self.tr("Restore"))
        self.button.setDefault(True)
        self.button.clicked.connect(self._restore)
        close = QPushButton(self.tr("Cancel"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        words = self.tr(
            "All groupings and marks become what they were at the moment that you choose. "
            "What they are now is kept here too, so you can come back. Images and models stay "
            "as they are."
        )
        lay_out(self, words, [self.table, self.empty], [close, self.button])
        self.show_backups([])

    def show_backups(self, found: list[Backup]) -> None:
        """List copies, the first of them chosen."""
        reasons = {
            Occasion.DAILY: self.tr("first opening of the day"),
            Occasion.UPDATE: self.tr("before an update of the program"),
            Occasion.REPLACED: self.tr("a backup took its place"),
        }
        self.table.clear()
        for backup in found:
            row = [local_time(backup.made), reasons[backup.occasion]]
            counts = [written(n, ",") for n in (backup.groupings, backup.marks)]
            item = QTreeWidgetItem([*row, *counts])
            item.setData(0, _BACKUP, backup)
            for column in _FIGURES:
                item.setTextAlignment(column, _RIGHT)
            self.table.addTopLevelItem(item)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        if (first := self.table.topLevelItem(0)) is not None:
            self.table.setCurrentItem(first)
            self.table.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        self.button.setEnabled(self.table.currentItem() is not None)

    def _restore(self) -> None:
        item = self.table.currentItem()
        if item is not None:
            self.close()
            self.chosen.emit(item.data(0, _BACKUP))
