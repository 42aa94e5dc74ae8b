"""Where the images of the grid lie, and what part of them is in sight."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from archive_gui.gui.grid.layout import GridLayout
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.painter import CellPainter

Index = QModelIndex | QPersistentModelIndex


class GridGeometry(QListView):
    """The half of the grid that knows places: points to images, images to rectangles.

    It is a list of Qt, which screen readers can read, but lays nothing out as that does: that
    would go through all images.
    """

    def __init__(self, model: GridModel, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Made by Python, which would load every class of widget to find out what that of Qt is.
        self.setViewport(QWidget())
        self._grid = model
        self._side = side
        self._covered = 0
        self._painter = self._make_painter(with_distance=False)

    @property
    def side(self) -> int:
        """The size of thumbnails in logical pixels."""
        return self._side

    def visible_rows(self) -> range:
        """The rows that are in sight, wholly or in part."""
        return self._layout.rows_between(self._offset, self._offset + self.viewport().height())

    @property
    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _free_height(self) -> int:
        return max(1, self.viewport().height() - self._covered)

    @property
    def _layout(self) -> GridLayout:
        return self._layout_in(self.viewport().width())

    def _layout_in(self, width: int) -> GridLayout:
        size = self._painter.cell_size
        return GridLayout(
            len(self._grid.records),
            width,
            size.width(),
            size.height(),
            mirrored=self.isRightToLeft(),
        )

    def _make_painter(self, with_distance: bool) -> CellPainter:
        ratio = self.devicePixelRatioF()
        return CellPainter(self._side, self.font(), with_distance=with_distance, ratio=ratio)

    def visualRect(self, index: Index) -> QRect:
        """Where an image is drawn in the viewport."""
        return self._layout.rect(index.row()).translated(0, -self._offset)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The image under a point of the viewport."""
        row = self._layout.row_at(point.x(), point.y() + self._offset)
        return self._grid.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring an image in sight, moving no more than needed."""
        if not index.isValid():
            return
        if hint == self.ScrollHint.PositionAtCenter:
            self._scroll_to_middle(index.row())
            return
        area = self._layout.rect(index.row())
        bar, gap = self.verticalScrollBar(), self._layout.gap
        if area.top() - gap < self._offset:
            bar.setValue(area.top() - gap)
        elif area.bottom() + gap > self._offset + self._free_height:
            bar.setValue(area.bottom() + gap - self._free_height)

    def _scroll_to_middle(self, row: int) -> None:
        middle = self._layout.rect(row).center().y()
        self.verticalScrollBar().setValue(middle - self._free_height // 2)

    def set_covered(self, height: int) -> None:
        """Take note that something lies over the lowest `height` pixels of the grid.

        There is room to scroll what is under it out from there; and the image that the keyboard
        is on is brought out at once.
        """
        if height == self._covered:
            return
        current = self.currentIndex()
        in_sight = current.row() in self.visible_rows()
        self._covered = height
        self._fit_scroll_bar()
        # One that only the upper edge cuts off stays there: nothing is to move without need.
        if in_sight and self.visualRect(current).bottom() > self._free_height:
            self.scrollTo(current)

    def doItemsLayout(self) -> None:
        """Only fit the scroll bar: places are computed when they are asked for."""
        self._fit_scroll_bar()

    def updateGeometries(self) -> None:
        """Leave the scroll bar as the grid has it."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw both, and tell screen readers where the keyboard is.

        Qt's own list would look for the image in the layout that it does not have.
        """
        QAbstractItemView.currentChanged(self, current, previous)
        self._tell_reader("Focus", current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw anew, and tell screen readers without going through all that is selected."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self._tell_reader("SelectionWithin", self.currentIndex())

    def _tell_reader(self, what: str, index: Index) -> None:
        if not (index.isValid() and self.hasFocus()):
            return
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event[what])
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far the content is scrolled up."""
        return self._offset

    def isIndexHidden(self, index: Index) -> bool:
        """No image is hidden; the model leaves out what the filter does not let through."""
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to draw again when the selection changes: all that is in sight."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the images that a rectangle of the viewport touches."""
        selection = QItemSelection()
        for first, last in self._layout.spans_in(rect.translated(0, self._offset)):
            selection.select(self._grid.index(first), self._grid.index(last))
        self.selectionModel().select(selection, command)

    def selectAll(self) -> None:
        """Select all that is shown as one range; Qt's own list goes through all rows."""
        last = len(self._grid.records) - 1
        if last >= 0:
            every = QItemSelection(self._grid.index(0), self._grid.index(last))
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(every, flag.ClearAndSelect)

    def _fit_scroll_bar(self) -> None:
        """Fit the scroll bar to the content."""
        bar = self.verticalScrollBar()
        height = self._free_height
        bar.setPageStep(height)
        bar.setSingleStep(max(24, self._painter.cell_size.height() // 3))
        bar.setRange(0, max(0, self._layout.height - height))
        # It keeps its place, so that nothing moves when it is needed; it is seen only then.
        bar.setEnabled(bar.maximum() > 0)
