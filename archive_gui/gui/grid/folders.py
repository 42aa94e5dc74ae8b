"""The folders of the archive as a tree with counts, and a field that finds one of hundreds."""

from collections.abc import Iterator, Mapping
from itertools import islice

from PySide6.QtCore import QModelIndex, QSize, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.grid.arrange import natural_key
from archive_gui.gui.theme import ThemeManager, theme
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import written

_FOLDER = Qt.ItemDataRole.UserRole
_UNFOLDED_AT_MOST = 500
# Adding so many takes Qt about 10 ms.
_ADDED_AT_ONCE = 200


class FolderChooser(QWidget):
    """A tree of folders below a field; the first row stands for the whole archive.

    Signals:
        chosen(str): a folder was chosen, "" for the whole archive.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a folder"))
        self.field.setAccessibleName(self.tr("Find a folder"))
        self.field.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        self._items: dict[str, QStandardItem] = {}
        self._waiting: Iterator[tuple[str, str, int]] = iter(())
        self._wanted: str | None = None
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(self._add_some)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tree = QTreeView()
        self.tree.setObjectName("plainTable")
        self.tree.setModel(self._found)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setAccessibleName(self.tr("Folders"))
        self.tree.setMinimumSize(QSize(300, 210))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.tree, 1)
        self.field.textChanged.connect(self._find)
        self.tree.selectionModel().currentChanged.connect(self._current_changed)
        ThemeManager.instance().changed.connect(self._colour_counts)

    def offer(self, whole: str, counts: Mapping[str, int], chosen: str) -> None:
        """Show the folders that hold images, `counts` of them in each, below the name `whole`.

        Of thousands, most come while the window answers; `chosen` is the current one once it is
        there, unless a person has gone to another one by then.
        """
        selection = self.tree.selectionModel()
        selection.blockSignals(True)
        self.field.clear()
        self._model.clear()
        self._items.clear()
        total = dict.fromkeys(["", *counts], 0)
        for folder, count in counts.items():
            for ancestor in _lineage(folder):
                total[ancestor] = total.get(ancestor, 0) + count
        self._wanted = chosen
        self._waiting = (
            (folder, folder.rpartition("/")[2] or whole, total[folder])
            for folder in sorted(total, key=_order)
        )
        self._add_some()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.expand(self._found.index(0, 0))
        if not self.tree.currentIndex().isValid():
            self._go_to("")
        selection.blockSignals(False)

    def _add_some(self) -> None:
        added = list(islice(self._waiting, _ADDED_AT_ONCE))
        for folder, name, count in added:
            self._add(folder, name, count)
        if self._wanted in self._items:
            selection = self.tree.selectionModel()
            were = selection.blockSignals(True)
            self._go_to(self._wanted)
            selection.blockSignals(were)
            self._wanted = None
        if added:
            self._more.start()

    def _go_to(self, folder: str) -> None:
        index = self._found.mapFromSource(self._items[folder].index())
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def _add(self, folder: str, name: str, count: int) -> None:
        item, number = QStandardItem(name), QStandardItem(written(count, ","))
        item.setData(folder, _FOLDER)
        item.setToolTip(plain_tip(folder or name))
        number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setForeground(theme()["muted"])
        parent = self._model.invisibleRootItem()
        if folder:
            parent = self._items[folder.rpartition("/")[0]]
        parent.appendRow([item, number])
        self._items[folder] = item

    def _colour_counts(self) -> None:
        for item in self._items.values():
            parent = item.parent() or self._model.invisibleRootItem()
            parent.child(item.row(), 1).setForeground(theme()["muted"])

    def _find(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        if text.strip() and len(self._items) <= _UNFOLDED_AT_MOST:
            self.tree.expandAll()
        else:
            self.tree.expand(self._found.index(0, 0))

    def _current_changed(self, index: QModelIndex) -> None:
        folder = index.siblingAtColumn(0).data(_FOLDER)
        if folder is not None:
            self._wanted = None
            self.chosen.emit(folder)


def _lineage(folder: str) -> list[str]:
    """A folder and all folders that it lies in, up to the archive itself."""
    parts = folder.split("/") if folder else []
    return ["/".join(parts[:depth]) for depth in range(len(parts) + 1)]


def _order(folder: str) -> list[str]:
    return [natural_key(part) for part in folder.split("/")] if folder else []
