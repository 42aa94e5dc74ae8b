"""Where each cell of the grid lies: arithmetic only, the same cost for ten images or a million."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class GridLayout:
    """Cells in lines from left to right, in logical pixels of the content.

    `count` cells of `cell_width` x `cell_height` share the `width`; what is left over widens
    the gaps evenly, so that the grid always fills its width. Lines of a `mirrored` one go from
    right to left, as languages do that are written so.
    """

    count: int
    width: int
    cell_width: int
    cell_height: int
    gap: int = 6
    mirrored: bool = False

    @cached_property
    def columns(self) -> int:
        """How many cells stand in a line, at least 1."""
        return max(1, (self.width - self.gap) // (self.cell_width + self.gap))

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        """The height of all lines with the gaps between and around them."""
        return self.lines * self._pitch_y + self.gap if self.count else 0

    @cached_property
    def _pitch_x(self) -> float:
        return (self.width - self.gap) / self.columns

    @property
    def _pitch_y(self) -> int:
        return self.cell_height + self.gap

    def rect(self, row: int) -> QRect:
        """The cell of `row`."""
        line, column = divmod(row, self.columns)
        margin = self.gap + (self._pitch_x - self.gap - self.cell_width) / 2
        left = round(margin + column * self._pitch_x)
        return QRect(
            self.width - left - self.cell_width if self.mirrored else left,
            self.gap + line * self._pitch_y,
            self.cell_width,
            self.cell_height,
        )

    def row_at(self, x: int, y: int) -> int:
        """The row whose cell holds the point, -1 between the cells."""
        line = (y - self.gap) // self._pitch_y
        along = self.width - 1 - x if self.mirrored else x
        column = int((along - self.gap / 2) // self._pitch_x)
        if line < 0 or not 0 <= column < self.columns:
            return -1
        row = line * self.columns + column
        if row >= self.count or not self.rect(row).contains(x, y):
            return -1
        return row

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of all lines that show between two heights."""
        first = max(0, (top - self.gap) // self._pitch_y)
        last = min(self.lines - 1, (bottom - self.gap) // self._pitch_y)
        if last < first:
            return range(0)
        return range(first * self.columns, min(self.count, (last + 1) * self.columns))

    def spans_in(self, area: QRect) -> Iterator[tuple[int, int]]:
        """The runs of rows, as (first, last), that a rectangle touches, in ascending order."""
        rows = self.rows_between(area.top(), area.bottom())
        if rows and self.rect(rows.start).bottom() < area.top():
            rows = rows[self.columns :]
        cells = [self.rect(column) for column in range(self.columns)]
        touched = [
            column
            for column, cell in enumerate(cells)
            if cell.left() <= area.right() and cell.right() >= area.left()
        ]
        if not (rows and touched):
            return
        if len(touched) == self.columns:
            yield rows.start, rows.stop - 1
            return
        for start in rows[:: self.columns]:
            if start + touched[0] < rows.stop:
                yield start + touched[0], min(start + touched[-1], rows.stop - 1)
