"""Which images are selected after a click, a key or a rubber band."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt

from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.later import later

if TYPE_CHECKING:
    import numpy as np

    from archive_gui.gui.grid.contents import Numbers
else:
    np = later("numpy")

_Flag = QItemSelectionModel.SelectionFlag


class Picker:
    """Turns what a person does into a selection; remembers where a Shift range begins."""

    def __init__(self, model: GridModel, selection: QItemSelectionModel) -> None:
        self._model = model
        self._selection = selection
        self._range_start = -1
        self._before_band = QItemSelection()
        self._rows: Numbers | None = None
        selection.selectionChanged.connect(self._selection_changed)

    def _selection_changed(self) -> None:
        self._rows = None

    def forget(self) -> None:
        """Begin anew after the rows changed."""
        self._range_start = -1
        self._rows = None

    def click(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select `row`; with Shift everything from the last one, with Ctrl add or take away."""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            add = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self.extend(row, add=add)
            return
        index = self._model.index(row)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._selection.select(index, _Flag.Toggle)
        else:
            self._selection.select(index, _Flag.ClearAndSelect)
        self._range_start = row
        self._selection.setCurrentIndex(index, _Flag.NoUpdate)

    def extend(self, row: int, *, add: bool = False) -> None:
        """Select everything from where the range began to `row`."""
        start = self._range_start
        if start < 0:
            start = max(0, self._selection.currentIndex().row())
        self._range_start = start
        first, last = sorted((start, row))
        reach = QItemSelection(self._model.index(first), self._model.index(last))
        self._selection.select(reach, _Flag.Select if add else _Flag.ClearAndSelect)
        self._selection.setCurrentIndex(self._model.index(row), _Flag.NoUpdate)

    def move(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Go to `row` by keyboard: alone it is selected, with Ctrl only made current."""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.extend(row)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._selection.setCurrentIndex(self._model.index(row), _Flag.NoUpdate)
        else:
            self.click(row, Qt.KeyboardModifier.NoModifier)

    def begin_band(self, *, add: bool) -> None:
        """A rubber band begins; with `add` what is selected stays so."""
        if not add:
            self._selection.clearSelection()
        self._before_band = QItemSelection(self._selection.selection())

    def band(self, spans: Iterable[tuple[int, int]]) -> None:
        """Select the rows under the rubber band, as runs of (first, last)."""
        caught = QItemSelection()
        for first, last in spans:
            caught.select(self._model.index(first), self._model.index(last))
        caught.merge(self._before_band, _Flag.Select)
        self._selection.select(caught, _Flag.ClearAndSelect)

    def invert(self) -> None:
        """Select what is not selected, and nothing else."""
        rest = np.ones(len(self._model.records), bool)
        rest[self.rows()] = False
        self.restore(np.flatnonzero(rest), -1)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return not self._selection.hasSelection()

    def rows(self) -> Numbers:
        """The selected rows in ascending order."""
        if self._rows is None:
            chosen = self._selection.selection()
            ranges = [chosen.at(place) for place in range(chosen.count())]
            parts = [np.arange(each.top(), each.bottom() + 1) for each in ranges]
            self._rows = np.sort(np.concatenate(parts)) if parts else np.arange(0)
        return self._rows

    def selected_among(self, rows: range) -> set[int]:
        """Those of some rows that are selected."""
        if self.empty:
            return set()
        first, last = np.searchsorted(self.rows(), [rows.start, rows.stop])
        return set(self.rows()[first:last].tolist())

    def restore(self, rows: Numbers | list[int], current: int) -> None:
        """Select these rows, in ascending order, and nothing else; `current` -1 leaves it."""
        selection = QItemSelection()
        for run in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1) if len(rows) else ():
            selection.select(self._model.index(int(run[0])), self._model.index(int(run[-1])))
        self._selection.select(selection, _Flag.ClearAndSelect)
        if current >= 0:
            self._selection.setCurrentIndex(self._model.index(current), _Flag.NoUpdate)
