"""The virtual grid: draws what is in sight, whatever the number of images."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.grid.layout import GridLayout
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.painter import PADDING, Cell, CellPainter
from archive_gui.gui.grid.picking import Picker
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.mime import images_mime
from archive_gui.gui.theme import theme

SMALLEST, LARGEST = 64, 256
_STEP = 16
_Action = QAbstractItemView.CursorAction
_KEYS = {
    _Action.MoveUp: Qt.Key.Key_Up,
    _Action.MoveDown: Qt.Key.Key_Down,
    _Action.MoveLeft: Qt.Key.Key_Left,
    _Action.MoveRight: Qt.Key.Key_Right,
    _Action.MoveHome: Qt.Key.Key_Home,
    _Action.MoveEnd: Qt.Key.Key_End,
    _Action.MovePageUp: Qt.Key.Key_PageUp,
    _Action.MovePageDown: Qt.Key.Key_PageDown,
    _Action.MoveNext: Qt.Key.Key_Right,
    _Action.MovePrevious: Qt.Key.Key_Left,
}
_Index = QModelIndex | QPersistentModelIndex


class GridView(QAbstractItemView):
    """Shows a :class:`GridModel`; every cost depends on what is in sight, not on its length.

    Signals:
        picked(list[ImageRecord]): the selected images, after every change.
        opened(ImageRecord): an image was double-clicked.
        side_changed(int): thumbnails are shown at another size, in logical pixels.
    """

    picked = Signal(list)
    opened = Signal(object)
    side_changed = Signal(int)

    def __init__(
        self, model: GridModel, thumbnails: ThumbnailCache, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = model
        self._thumbnails = thumbnails
        self._side = 144
        self._hovered = -1
        self._pressed = QPoint()
        self._pressed_row = -1
        self._select_on_release = False
        self._band: QRect | None = None
        self._band_start = QPoint()
        self._pointer = QPoint()
        self._kept: tuple[list[int], int] = ([], -1)
        self.file_of: Callable[[ImageRecord], Path] | None = None
        self._painter = self._make_painter(with_distance=False)
        self.setModel(model)
        self._picker = Picker(model, self.selectionModel())
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setAccessibleName(self.tr("Images"))
        self._edge_scroll = QTimer(self, interval=30)
        self._edge_scroll.timeout.connect(self._scroll_at_edge)
        self._fetch = QTimer(self, interval=10, singleShot=True)
        self._fetch.timeout.connect(self._fetch_thumbnails)
        model.about_to_arrange.connect(self._keep_selection)
        model.arranged.connect(self._restore_selection)
        thumbnails.loaded.connect(self._thumbnails_loaded)
        self.verticalScrollBar().valueChanged.connect(self._fetch_soon)

    # What others ask and tell

    @property
    def side(self) -> int:
        """The size of thumbnails in logical pixels."""
        return self._side

    def set_side(self, side: int) -> None:
        """Show thumbnails at another size; the image in the middle of the view stays there."""
        side = max(SMALLEST, min(LARGEST, side))
        if side == self._side:
            return
        middle = self._layout.rows_between(self._offset, self._offset + self.viewport().height())
        kept = middle[len(middle) // 2] if middle else -1
        self._side = side
        self._painter = self._make_painter(self._painter.with_distance)
        self._fit_scroll_bar()
        if kept >= 0:
            self._scroll_to_middle(kept)
        self.viewport().update()
        self._fetch_soon()
        self.side_changed.emit(side)

    def set_with_distance(self, with_distance: bool) -> None:
        """Leave room for rank and distance under each image, or take it back."""
        if with_distance != self._painter.with_distance:
            self._painter = self._make_painter(with_distance)
            self._fit_scroll_bar()
            self.viewport().update()

    def selected_records(self) -> list[ImageRecord]:
        """The selected images in the order in which they are shown."""
        return [self._grid.records[row] for row in self._picker.rows()]

    def current_record(self) -> ImageRecord | None:
        """The image that the keyboard is on."""
        row = self.currentIndex().row()
        return self._grid.records[row] if 0 <= row < len(self._grid.records) else None

    def go_to(self, image: int) -> None:
        """Select one image and bring it in sight."""
        row = self._grid.row_of(image)
        if row >= 0:
            self._picker.click(row, Qt.KeyboardModifier.NoModifier)
            self.scrollTo(self._grid.index(row))

    def visible_rows(self) -> range:
        """The rows that are in sight, wholly or in part."""
        return self._layout.rows_between(self._offset, self._offset + self.viewport().height())

    # Geometry

    @property
    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _layout(self) -> GridLayout:
        size = self._painter.cell_size
        width = self.viewport().width()
        return GridLayout(len(self._grid.records), width, size.width(), size.height())

    def _make_painter(self, with_distance: bool) -> CellPainter:
        ratio = self.devicePixelRatioF()
        return CellPainter(self._side, self.font(), with_distance=with_distance, ratio=ratio)

    def visualRect(self, index: _Index) -> QRect:
        """Where an image is drawn in the viewport."""
        return self._layout.rect(index.row()).translated(0, -self._offset)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The image under a point of the viewport."""
        row = self._layout.row_at(point.x(), point.y() + self._offset)
        return self._grid.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: _Index,
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
        elif area.bottom() + gap > self._offset + self.viewport().height():
            bar.setValue(area.bottom() + gap - self.viewport().height())

    def _scroll_to_middle(self, row: int) -> None:
        middle = self._layout.rect(row).center().y()
        self.verticalScrollBar().setValue(middle - self.viewport().height() // 2)

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far the content is scrolled up."""
        return self._offset

    def isIndexHidden(self, index: _Index) -> bool:  # noqa: ARG002
        """No image is hidden; the model leaves out what the filter does not let through."""
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002
        """What to draw again when the selection changes: all that is in sight."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the images that a rectangle of the viewport touches."""
        selection = QItemSelection()
        for first, last in self._layout.spans_in(rect.translated(0, self._offset)):
            selection.select(self._grid.index(first), self._grid.index(last))
        self.selectionModel().select(selection, command)

    def _fit_scroll_bar(self) -> None:
        """Fit the scroll bar to the content."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(max(24, self._painter.cell_size.height() // 3))
        bar.setRange(0, max(0, self._layout.height - height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; the first image in sight stays in sight."""
        before = self.visible_rows()
        super().resizeEvent(event)
        self._fit_scroll_bar()
        if before and self._offset > 0:
            bar = self.verticalScrollBar()
            bar.setValue(max(0, self._layout.rect(before[0]).top() - self._layout.gap))
        self._fetch_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Take other fonts and screens into account."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._painter = self._make_painter(self._painter.with_distance)
            self._fit_scroll_bar()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells in the part to be drawn, and the rubber band."""
        layout, offset = self._layout, self._offset
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme()["canvas"])
        selection = self.selectionModel()
        current = self.currentIndex().row() if self.hasFocus() else -1
        top, bottom = event.rect().top() + offset, event.rect().bottom() + offset
        for row in layout.rows_between(top, bottom):
            area = layout.rect(row).translated(0, -offset)
            if area.intersects(event.rect()):
                cell = self._cell(row, selection.isSelected(self._grid.index(row)), row == current)
                self._painter.paint(painter, area, cell)
        if self._band is not None:
            self._paint_band(painter, self._band.translated(0, -offset))
        painter.end()

    def _cell(self, row: int, selected: bool, current: bool) -> Cell:
        model = self._grid
        record = model.records[row]
        return Cell(
            record=record,
            pixmap=self._thumbnails.pixmap(record.sha256),
            role=model.marks.get(record.id),
            role_elsewhere=model.marks_elsewhere.get(record.id),
            rank=model.ranks.get(record.id),
            distance=model.distances.get(record.id),
            selected=selected,
            current=current,
            hovered=row == self._hovered,
        )

    @staticmethod
    def _paint_band(painter: QPainter, band: QRect) -> None:
        fill = theme()["accent"]
        painter.setPen(QPen(fill, 1))
        fill.setAlpha(48)
        painter.setBrush(fill)
        painter.drawRect(band)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn already, so that only the new lines are drawn."""
        if self._band is None:
            self.viewport().scroll(dx, dy)
        else:
            self.viewport().update()

    def dataChanged(
        self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()
    ) -> None:
        """Draw changed images again if they are in sight."""
        del roles
        rows = self.visible_rows()
        if rows and top_left.row() <= rows[-1] and bottom_right.row() >= rows[0]:
            if top_left.row() == bottom_right.row():
                self.viewport().update(self.visualRect(top_left))
            else:
                self.viewport().update()
            self._fetch_soon()

    # Thumbnails

    def _fetch_soon(self) -> None:
        if not self._fetch.isActive():
            self._fetch.start()

    def _fetch_thumbnails(self) -> None:
        rows = self.visible_rows()
        ahead = range(rows.stop, min(len(self._grid.records), rows.stop + len(rows)))
        behind = range(max(0, rows.start - len(rows)), rows.start)
        digests = [
            digest
            for part in (rows, ahead, behind)
            for row in part
            if (digest := self._grid.records[row].sha256) is not None
        ]
        self._thumbnails.want(digests, min(LARGEST, round(self._side * self.devicePixelRatioF())))

    def _thumbnails_loaded(self, digests: set[str]) -> None:
        for row in self.visible_rows():
            if self._grid.records[row].sha256 in digests:
                area = self._layout.rect(row).translated(0, -self._offset)
                self.viewport().update(area)

    # Selecting

    def _tell_selection(self) -> None:
        self.viewport().update()
        self.picked.emit(self.selected_records())

    def _keep_selection(self) -> None:
        current = self.current_record()
        ids = [record.id for record in self.selected_records()]
        self._kept = (ids, current.id if current else -1)

    def _restore_selection(self) -> None:
        ids, current = self._kept
        self._picker.forget()
        rows = [row for row in map(self._grid.row_of, ids) if row >= 0]
        self._picker.restore(rows, self._grid.row_of(current))
        self._fit_scroll_bar()
        self._hovered = -1
        self.viewport().update()
        self._fetch_soon()
        if ids and not rows:
            self.picked.emit([])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a drag or a rubber band."""
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        self._pressed, self._pressed_row = point, row
        self._select_on_release = False
        modifiers = event.modifiers()
        held = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if row >= 0:
            selected = self.selectionModel().isSelected(self._grid.index(row))
            if selected and (event.button() != Qt.MouseButton.LeftButton or not held):
                self._select_on_release = event.button() == Qt.MouseButton.LeftButton
            else:
                self._picker.click(row, modifiers)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._picker.begin_band(add=bool(held))
            self._band_start = point + QPoint(0, self._offset)
            self._band = QRect(self._band_start, self._band_start)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw out the rubber band, begin a drag, or show what is under the pointer."""
        point = event.position().toPoint()
        if self._band is not None:
            self._pointer = point
            self._stretch_band()
            self._edge_scroll.start()
        elif event.buttons() & Qt.MouseButton.LeftButton and self._pressed_row >= 0:
            if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._select_on_release = False
                self._pressed_row = -1
                self.startDrag(Qt.DropAction.CopyAction)
        else:
            self._hover(self.indexAt(point).row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the click or the rubber band."""
        self._edge_scroll.stop()
        if self._band is not None:
            self._band = None
            self.viewport().update()
        elif self._select_on_release and self._pressed_row >= 0:
            self._picker.click(self._pressed_row, Qt.KeyboardModifier.NoModifier)
        self._select_on_release = False
        self._pressed_row = -1
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look closely at the image."""
        record = self.current_record()
        if self.indexAt(event.position().toPoint()).isValid() and record is not None:
            self.opened.emit(record)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for changed in (self._hovered, row):
                if 0 <= changed < len(self._grid.records):
                    self.viewport().update(self.visualRect(self._grid.index(changed)))
            self._hovered = row

    def _stretch_band(self) -> None:
        end = self._pointer + QPoint(0, self._offset)
        self._band = QRect(self._band_start, end).normalized()
        self._picker.band(self._layout.spans_in(self._band))
        self.viewport().update()

    def _scroll_at_edge(self) -> None:
        below = self._pointer.y() - self.viewport().height()
        beyond = below if below > 0 else min(0, self._pointer.y())
        if beyond:
            self.verticalScrollBar().setValue(self._offset + max(-60, min(60, beyond)))
            self._stretch_band()

    # Keys, wheel, dragging out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about by the arrow keys and their like."""
        row = self._row_after(event.key())
        if row is None:
            event.ignore()
        elif self._grid.records:
            self._picker.move(row, event.modifiers())
            self.scrollTo(self._grid.index(row))

    def _row_after(self, key: int) -> int | None:
        layout = self._layout
        page = max(1, self.viewport().height() // self._painter.cell_size.height())
        row, columns = self.currentIndex().row(), layout.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -page * columns,
            Qt.Key.Key_PageDown: page * columns,
        }
        last = layout.count - 1
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if key not in steps:
            return None
        if row < 0:
            return 0
        step = steps[Qt.Key(key)]
        wanted = row + step
        if 0 <= wanted <= last:
            return wanted
        if abs(step) == columns:
            return last if step > 0 and row // columns < last // columns else row
        return max(0, min(last, wanted))

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002
    ) -> QModelIndex:
        """Where Qt's own navigation (screen readers use it) goes from the current image."""
        row = self._row_after(_KEYS[action]) if action in _KEYS else None
        return self.currentIndex() if row is None else self._grid.index(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_side(self._side + (_STEP if event.angleDelta().y() > 0 else -_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected images, as files for other programs."""
        records = self.selected_records()
        if not records or self.file_of is None:
            return
        drag = QDrag(self)
        files = [self.file_of(record) for record in records]
        drag.setMimeData(images_mime([record.id for record in records], files))
        drag.setPixmap(self._drag_picture(records))
        drag.exec(actions)

    def _drag_picture(self, records: list[ImageRecord]) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(112 * ratio), round(112 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        shown = [self._thumbnails.pixmap(record.sha256) for record in records[:3]]
        for place, pixmap in reversed(list(enumerate(shown))):
            frame = QRect(PADDING + place * 8, PADDING + place * 8, 84, 84)
            painter.fillRect(frame.adjusted(-2, -2, 2, 2), theme()["surface"])
            if pixmap is not None:
                painter.drawPixmap(frame, pixmap)
        if len(records) > 1:
            label = QRect(4, 4, 34, 20)
            painter.fillRect(label, theme()["accent"])
            painter.setPen(theme()["on_accent"])
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(len(records)))
        painter.end()
        return picture
