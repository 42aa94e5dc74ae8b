"""The neighbours that two versions find, rank by rank, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from archive_gui.gui.panels.training_form import model_name
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.operations.comparing import Change, Comparison, Move

if TYPE_CHECKING:
    from archive_gui.operations.querying import QueryReport, QueryResult

Index = QModelIndex | QPersistentModelIndex
BEFORE, MOVES, AFTER = range(3)


class ComparisonModel(QAbstractTableModel):
    """A row a rank: the neighbour by the first version, what moves past, the one by the second."""

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self._crossing: dict[int, list[Move]] = {}

    def show(self, comparison: Comparison | None) -> None:
        """Show another comparison, or none."""
        self.beginResetModel()
        self.comparison = comparison
        self._crossing = {}
        for move in comparison.moves.values() if comparison is not None else ():
            ends = [rank for rank in (move.before, move.after) if rank is not None]
            for rank in range(min(ends), max(ends) + 1):
                self._crossing.setdefault(rank - 1, []).append(move)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as the longer of the two lists has."""
        if self.comparison is None or (parent is not None and parent.isValid()):
            return 0
        return max(len(self.comparison.before.results), len(self.comparison.after.results))

    def columnCount(self, parent: Index | None = None) -> int:
        """Three: before, the moves, after."""
        return 0 if parent is not None and parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Neighbours can be chosen, what lies between them cannot."""
        if index.column() == MOVES or self.result(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole of a neighbour in words, for tips and screen readers."""
        wanted = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        found = self.result(index)
        if role not in wanted or found is None:
            return None
        between = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
        words = filled(
            self.tr("rank {rank}, distance {distance:.3f}"),
            rank=found.rank,
            distance=found.distance,
        )
        move = self.move_of(index)
        model = self._report_of(index.column()).model
        described = between.join(
            [
                found.image.path,
                filled(self.tr("by {model}"), model=model_name(model)),
                words,
                *([] if move is None else [self.describe(move)]),
            ]
        )
        return plain_tip(described) if role == Qt.ItemDataRole.ToolTipRole else described

    def result(self, index: Index) -> QueryResult | None:
        """The neighbour in a cell."""
        if self.comparison is None or not index.isValid() or index.column() == MOVES:
            return None
        found = self._report_of(index.column()).results
        return found[index.row()] if index.row() < len(found) else None

    def _report_of(self, column: int) -> QueryReport:
        assert self.comparison is not None
        return self.comparison.before if column == BEFORE else self.comparison.after

    def move_of(self, index: Index) -> Move | None:
        """What became of the neighbour in a cell."""
        found = self.result(index)
        if found is None or self.comparison is None:
            return None
        return self.comparison.moves[found.image.id]

    def crossing(self, row: int) -> list[Move]:
        """The moves whose line passes the height of a row."""
        return self._crossing.get(row, [])

    def describe(self, move: Move) -> str:
        """A move in words."""
        match move.change:
            case Change.UP:
                return filled(
                    self.tr("up {n}, from rank {before} to {after}"),
                    n=move.places,
                    before=move.before,
                    after=move.after,
                )
            case Change.DOWN:
                return filled(
                    self.tr("down {n}, from rank {before} to {after}"),
                    n=move.places,
                    before=move.before,
                    after=move.after,
                )
            case Change.NEW:
                return self.tr("new among these")
            case Change.GONE:
                return self.tr("fell out of these")
            case Change.SAME:
                return self.tr("where it was")
