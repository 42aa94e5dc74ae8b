"""The groupings as a list that can be filtered, ordered and renamed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from archive_gui.catalog.records import Grouping
from archive_gui.gui.panels.grouping_order import GroupingSort, arrange_groupings
from archive_gui.gui.panels.naming import Naming
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.gui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex


class GroupingModel(QAbstractListModel):
    """Those groupings of the workspace that pass the filter.

    While the name of one is typed, what changes waits, since a field would not outlive it.

    Signals:
        renamed(int, str): somebody typed another name for a grouping.
    """

    renamed = Signal(int, str)

    def __init__(self, workspace: Workspace, naming: Naming) -> None:
        super().__init__()
        self._workspace = workspace
        self._naming = naming
        self._rows: dict[int, int] = {}
        self.groupings: list[Grouping] = []
        self.text = ""
        self.sort_by = GroupingSort.OLDEST
        workspace.marks_changed.connect(self._marks_changed)
        naming.over.connect(self._refresh)
        workspace.closed.connect(self._refresh)

    def arrange(self, text: str, sort_by: GroupingSort) -> None:
        """Show other groupings, or in another order."""
        self.text, self.sort_by = text, sort_by
        self._refresh()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many groupings are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.groupings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; for tips and screen readers with the counts, what is related, and the note."""
        if not index.isValid():
            return None
        grouping = self.groupings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return grouping.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._described(grouping))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            active = self._workspace.active
            in_hand = active is not None and active.id == grouping.id
            words = self._described(grouping)
            return filled(self.tr("{words}, in hand"), words=words) if in_hand else words
        return None

    def _described(self, grouping: Grouping) -> str:
        lines = [
            filled(
                self.tr("{name}: {positives:,} positive, {negatives:,} negative"),
                name=grouping.name,
                positives=len(grouping.positives),
                negatives=len(grouping.negatives),
            )
        ]
        known = self._workspace.groupings
        names = [known[other].name for other in grouping.related if other in known]
        if names:
            more = filled(self.tr(" and {n:,} more"), n=len(names) - 3) if len(names) > 3 else ""
            listed = ", ".join(f"“{name}”" for name in names[:3])
            lines.append(filled(self.tr("Related to {names}"), names=listed + more))
        if grouping.note:
            lines.append(grouping.note)
        return "\n".join(lines)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the list shows it when the catalog has it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        grouping = self.groupings[index.row()]
        if str(value).strip() != grouping.name:
            self.renamed.emit(grouping.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groupings can be selected, and renamed where marks can be made."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        editable = flag.ItemIsEditable if self._workspace.can_mark else flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | editable

    def row_of(self, grouping: int) -> int:
        """The row of a grouping, -1 where it is not shown."""
        return self._rows.get(grouping, -1)

    def _marks_changed(self) -> None:
        if not self._naming.active:
            self._refresh()

    def _refresh(self) -> None:
        groupings = arrange_groupings(self._workspace.groupings.values(), self.text, self.sort_by)
        rows = {grouping.id: row for row, grouping in enumerate(groupings)}
        if rows == self._rows:
            self.groupings = groupings
            if groupings:
                self.dataChanged.emit(self.index(0), self.index(len(groupings) - 1))
            return
        self.beginResetModel()
        self.groupings, self._rows = groupings, rows
        self.endResetModel()
