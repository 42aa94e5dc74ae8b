"""The virtual grid: draws what is in sight, whatever the number of images."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.grid.band import RubberBand
from archive_gui.gui.grid.dragging import drag_picture
from archive_gui.gui.grid.geometry import GridGeometry, Index
from archive_gui.gui.grid.keys import key_of, row_after
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.painter import Cell
from archive_gui.gui.grid.picking import Picker
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.grid.typeahead import TypeAhead, row_named
from archive_gui.gui.theme import theme

if TYPE_CHECKING:
    from archive_gui.gui.grid.contents import Numbers

SMALLEST, LARGEST = 64, 256
_FIRST_SIDE = 116
_STEP = 16


class GridView(GridGeometry):
    """Shows a :class:`GridModel`; every cost depends on what is in sight, not on its length.

    Signals:
        picked(list[ImageRecord]): the selected images, after every change.
        opened(ImageRecord): an image was double-clicked.
        side_changed(int): thumbnails are shown at another size, in logical pixels.
        drag_begun(ImageRecord, QMimeData): a single image is dragged; whoever can decode it may
            put its picture into the data until the drag is over.
        sight_changed(list[int]): the ids of the images in sight, a moment after they changed.
    """

    # Not a signal of a list, which Qt would convert image by image.
    picked = Signal(object)
    opened = Signal(object)
    side_changed = Signal(int)
    sight_changed = Signal(list)
    drag_begun = Signal(object, object)

    def __init__(
        self, model: GridModel, thumbnails: ThumbnailCache, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, _FIRST_SIDE, parent)
        self._thumbnails = thumbnails
        self._hovered = -1
        self._pressed = QPoint()
        self._pressed_row = -1
        self._select_on_release = False
        self._kept: tuple[Numbers | None, int] = (None, -1)
        self.carried: Callable[[Sequence[ImageRecord]], QMimeData] | None = None
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
        self._band = RubberBand(self)
        self._band.stretched.connect(self._band_stretched)
        self.type_ahead = TypeAhead(self)
        self.type_ahead.typed.connect(self._find_name)
        self._fetch = QTimer(self, interval=10, singleShot=True)
        self._fetch.timeout.connect(self._fetch_thumbnails)
        model.about_to_arrange.connect(self._keep_selection)
        model.arranged.connect(self._restore_selection)
        thumbnails.loaded.connect(self._thumbnails_loaded)
        self.verticalScrollBar().valueChanged.connect(self._fetch_soon)

    # What others ask and tell

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
        if self._picker.empty:
            return []
        records, rows = self._grid.records, self._picker.rows()
        if len(rows) == len(records):
            return list(records)
        return [records[row] for row in rows.tolist()]

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

    def select_images(self, images: Sequence[int], current: int) -> None:
        """Select those of the images that are shown, with the keyboard on `current`."""
        self._picker.restore(self._grid.rows_of(images), self._grid.row_of(current))

    def invert_selection(self) -> None:
        """Select what is not selected, and nothing else."""
        self._picker.invert()

    # Changes of size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; where the columns change, the first whole image stays where it is."""
        before, offset = self._layout_in(event.oldSize().width()), self._offset
        super().resizeEvent(event)
        self._fit_scroll_bar()
        seen = before.rows_between(offset + before.gap, offset + max(1, event.oldSize().height()))
        if seen and offset > 0 and before.columns != self._layout.columns:
            kept = seen[before.columns] if len(seen) > before.columns else seen[0]
            moved = self._layout.rect(kept).top() - before.rect(kept).top()
            self.verticalScrollBar().setValue(offset + moved)
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme()["canvas"])
        current = self.currentIndex().row() if self.hasFocus() else -1
        rows = layout.rows_between(event.rect().top() + offset, event.rect().bottom() + offset)
        selected = self._picker.selected_among(rows)
        for row in rows:
            area = layout.rect(row).translated(0, -offset)
            if area.intersects(event.rect()):
                self._painter.paint(painter, area, self._cell(row, row in selected, row == current))
        self._band.paint(painter)
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

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn already, so that only the new lines are drawn."""
        if self._band.active:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
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
        self.sight_changed.emit([self._grid.records[row].id for row in rows])

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
        ids = None if self._picker.empty else self._grid.ids_at(self._picker.rows())
        self._kept = (ids, current.id if current else -1)

    def _restore_selection(self) -> None:
        ids, current = self._kept
        self._picker.forget()
        rows: Numbers | list[int] = [] if ids is None else self._grid.rows_of(ids)
        self._picker.restore(rows, self._grid.row_of(current) if current >= 0 else -1)
        self._fit_scroll_bar()
        self._hovered = -1
        self.viewport().update()
        self._fetch_soon()
        if ids is not None and not len(rows):
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
            self._band.begin(point)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw out the rubber band, begin a drag, or show what is under the pointer."""
        point = event.position().toPoint()
        if self._band.active:
            self._band.move(point)
        elif event.buttons() & Qt.MouseButton.LeftButton and self._pressed_row >= 0:
            if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._select_on_release = False
                self._pressed_row = -1
                self.startDrag(Qt.DropAction.CopyAction)
        else:
            self._hover(self.indexAt(point).row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the click or the rubber band."""
        if self._band.active:
            self._band.end()
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

    def _band_stretched(self, band: QRect) -> None:
        self._picker.band(self._layout.spans_in(band))
        self.viewport().update()

    # Keys, wheel, dragging out

    def event(self, event: QEvent) -> bool:
        """Keep the letters of a name from the actions that they stand for else."""
        if event.type() == QEvent.Type.ShortcutOverride and self.type_ahead.wants(event):
            event.accept()
            return True
        return super().event(event)

    def _find_name(self, beginning: str, begins: bool) -> None:
        row = row_named(self._grid.records, beginning, max(0, self.currentIndex().row() + begins))
        if row is not None:
            self._picker.click(row, Qt.KeyboardModifier.NoModifier)
            self.scrollTo(self._grid.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about by the arrow keys and their like, or by typing a name."""
        if self.type_ahead.takes(event):
            self.type_ahead.key(event)
            return
        self.type_ahead.end()
        row = self._row_after(event.key())
        if row is None:
            event.ignore()
        elif self._grid.records:
            self._picker.move(row, event.modifiers())
            self.scrollTo(self._grid.index(row))

    def _row_after(self, key: int) -> int | None:
        lines = max(1, self.viewport().height() // self._painter.cell_size.height())
        return row_after(key, self.currentIndex().row(), self._layout, lines)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where Qt's own navigation (screen readers use it) goes from the current image."""
        row = self._row_after(key_of(action, self._layout.mirrored))
        return self.currentIndex() if row is None else self._grid.index(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_side(self._side + (_STEP if event.angleDelta().y() > 0 else -_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected images, as files for other programs, which can only copy them."""
        del actions
        records = self.selected_records()
        if not records or self.carried is None:
            return
        drag = QDrag(self)
        data = self.carried(records)
        shown = [self._thumbnails.pixmap(record.sha256) for record in records[:3]]
        drag.setPixmap(drag_picture(shown, len(records), self.devicePixelRatioF()))
        drag.setMimeData(data)
        if len(records) == 1 and shown[0] is not None:
            # Good enough for a fast hand; a slower one gets the picture itself.
            data.setImageData(shown[0].toImage())
            self.drag_begun.emit(records[0], data)
        drag.exec(Qt.DropAction.CopyAction)
