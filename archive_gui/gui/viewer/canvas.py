"""A page that can be zoomed and moved; paints only the part that is in sight."""

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from archive_gui.gui.panels.part_frame import STEPS, PartFrame
from archive_gui.gui.theme import theme
from archive_gui.gui.viewer.keys import Act
from archive_gui.gui.viewer.tiles import Tile, TileCache, level_for, tiles_over
from archive_gui.gui.viewer.view import View

_STEP = 1.25
# From here on, pixels are shown as the squares that they are.
_SQUARES_FROM = 4.0
# Less than so many pixels is a slip of the hand, and nothing that a network could see.
_SMALLEST_PART = 16
# What may be held with the keys that draw a rectangle.
_KEYS_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Canvas(QWidget):
    """Shows a page to fit, or at a scale of screen pixels to pixels of the page.

    All that it is given is turned already as a person wants to see it.

    Signals:
        scale_changed(float): the page is shown at another scale.
        travelled(float, QPointF): a person changed the scale by a factor, and moved the middle
            by a share of the page.
        fitted(): a person wants to see the whole page.
        tiles_wanted(list[Tile]): these are in sight and not here, the most wanted first.
        part_chosen(QRect): a rectangle was drawn over these pixels of the page.
        pressed(): the mouse went down here.
    """

    scale_changed = Signal(float)
    travelled = Signal(float, QPointF)
    fitted = Signal()
    tiles_wanted = Signal(list)
    part_chosen = Signal(QRect)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = View()
        self.tiles = TileCache()
        self.images: list[QImage] = []
        self._grabbed: QPointF | None = None
        self._part: QRectF | None = None
        self._frame = PartFrame()
        self._choosing = False
        self.text = ""
        self.setMinimumSize(160, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._ask = QTimer(self, interval=0, singleShot=True)
        self._ask.timeout.connect(self._ask_for_tiles)

    @property
    def scale(self) -> float:
        """Screen pixels for a pixel of the page; 1 is one to one."""
        return self.view.scale

    @property
    def fits(self) -> bool:
        """Whether the whole page is shown."""
        return self.view.fits

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to zoom and to move."""
        return bool(self.images)

    @property
    def choosing(self) -> bool:
        """Whether a rectangle is drawn now."""
        return self._choosing

    def choose_part(self, choosing: bool) -> None:
        """Draw a rectangle with the mouse or the arrows from now on, or move the page again."""
        self._choosing, self._part = choosing and self.has_picture, None
        self._frame.clear()
        if self._choosing:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()
        self.update()

    def act_on_part(self, event: QKeyEvent) -> Act | None:
        """What a key does to the rectangle that is drawn now, None where it is about else."""
        key, held = event.key(), event.modifiers()
        if not self._choosing or held & ~_KEYS_HELD:
            return None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._take_frame
        return (lambda: self._press(key, held)) if key in STEPS else None

    def _press(self, key: int, held: Qt.KeyboardModifier) -> None:
        if self._frame:
            self._frame.press(key, held)
        else:
            self._frame.begin()
        self.update()

    def _take_frame(self) -> None:
        share, seen = self._frame.take(), self.view.seen()
        if share is None:
            return
        left, top = seen.left() + share.left() * seen.width(), share.top() * seen.height()
        size = QSizeF(share.width() * seen.width(), share.height() * seen.height())
        self._chosen(QRectF(QPointF(left, seen.top() + top), size).toRect())

    def _chosen(self, part: QRect) -> None:
        self.choose_part(False)
        if min(part.width(), part.height()) >= _SMALLEST_PART:
            self.part_chosen.emit(part)

    def show_page(self, images: list[QImage], page: QSize) -> None:
        """Show a page of a size by copies of it, the largest first.

        The zoom relative to the whole page and the middle stay as they are.
        """
        zoom = self.scale / self.view.fitting
        self.images, self.text = images, ""
        self.tiles.clear()
        self.view.page = page
        if not self.fits:
            self.view.travel(zoom * self.view.fitting / self.scale, QPointF())
        self._changed()

    def turn(self, images: list[QImage], clockwise: bool) -> None:
        """Show the same page turned by a quarter; what is in the middle stays there."""
        x, y = self.view.middle.x(), self.view.middle.y()
        self.images = images
        self.tiles.clear()
        self.view.page = self.view.page.transposed()
        self.view.middle = QPointF(1 - y, x) if clockwise else QPointF(y, 1 - x)
        self._changed()

    def show_text(self, text: str) -> None:
        """Show words where there is no picture."""
        self.images, self.text = [], text
        self.tiles.clear()
        self.choose_part(False)

    def take_tile(self, tile: Tile, image: QImage) -> None:
        """Show a tile that was asked for."""
        self.tiles.put(tile, image)
        self.update(self.view.to_room(QRectF(tile.area(self.view.page))).toAlignedRect())

    # Zooming and moving by a person

    def fit(self) -> None:
        """Show the whole page."""
        self.fit_quietly()
        self.fitted.emit()

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Show at `scale`; the point `at` of the widget stays over the same spot."""
        if not self.has_picture:
            return
        before, middle = self.scale, QPointF(self.view.middle)
        self.view.zoom_to(scale, QRectF(self.rect()).center() if at is None else at)
        self._changed()
        self.travelled.emit(self.scale / before, self.view.middle - middle)

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Come nearer by `steps`, or go away by negative ones."""
        self.zoom_to(self.scale * _STEP**steps, at)

    def pan(self, dx: float, dy: float) -> None:
        """Move the page by logical pixels."""
        middle = QPointF(self.view.middle)
        self.travel(1.0, self.view.share_of(-dx, -dy))
        # What the edge left of it, so that another canvas goes no farther.
        self.travelled.emit(1.0, self.view.middle - middle)

    # The same, as another canvas did it

    def fit_quietly(self) -> None:
        """Show the whole page, as another canvas does."""
        self.view.fit()
        self._changed()

    def travel(self, factor: float, share: QPointF) -> None:
        """Zoom and move as another canvas did."""
        if self.has_picture:
            self.view.travel(factor, share)
            self._changed()

    def _changed(self) -> None:
        self.view.room, self.view.ratio = self.size(), self.devicePixelRatioF()
        self.view.move(QPointF())
        self.update()
        self.scale_changed.emit(self.scale)
        self._ask.start()

    def _ask_for_tiles(self) -> None:
        level = self._level()
        if level is not None:
            tiles = tiles_over(self.view.seen(), level)
            if missing := self.tiles.missing(tiles):
                self.tiles_wanted.emit(missing)

    def _level(self) -> int | None:
        """The level of the tiles that are worth showing, None where the copies do."""
        if not self.images or self.images[0].width() >= self.view.page.width():
            return None
        level = level_for(self.scale)
        there = self.images[0].width() / self.view.page.width()
        return level if 1.05 * there < min(self.scale, 1.0) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part of the page that is in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme()["canvas"])
        if not self.images:
            painter.setPen(theme()["muted"])
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self.text)
            painter.end()
            return
        smooth = self.scale < _SQUARES_FROM and self.scale != 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        seen = self.view.seen()
        page = self.view.page
        level = self._level()
        if level is None or self.tiles.missing(tiles_over(seen, level)):
            whole = QRectF(0, 0, page.width(), page.height())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            if self.images[0].width() == page.width():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            self._draw(painter, self._copy_for(self.scale), whole, seen)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        if level is not None:
            for tile, image in self.tiles.images(level):
                area = QRectF(tile.area(page))
                if area.intersects(seen):
                    self._draw(painter, image, area, seen)
        if self._part is not None:
            painter.setPen(QPen(theme()["accent"], 2))
            painter.drawRect(self._part.normalized())
        self._frame.paint(painter, self.view.to_room(seen).toRect())
        painter.end()

    def _copy_for(self, scale: float) -> QImage:
        """The smallest copy of the page that has a pixel for every one of the screen."""
        needed = scale * self.view.page.width()
        fitting = [image for image in self.images if image.width() >= 0.98 * needed]
        return fitting[-1] if fitting else self.images[0]

    def _draw(self, painter: QPainter, image: QImage, area: QRectF, seen: QRectF) -> None:
        """Draw what is in sight of an image that shows `area` of the page, by whole pixels."""
        part = area & seen
        across, down = image.width() / area.width(), image.height() / area.height()
        left = math.floor((part.left() - area.left()) * across)
        top = math.floor((part.top() - area.top()) * down)
        right = min(image.width(), math.ceil((part.right() - area.left()) * across))
        bottom = min(image.height(), math.ceil((part.bottom() - area.top()) * down))
        shown = QRectF(
            QPointF(area.left() + left / across, area.top() + top / down),
            QPointF(area.left() + right / across, area.top() + bottom / down),
        )
        source = QRectF(left, top, right - left, bottom - top)
        painter.drawImage(self.view.to_room(shown), image, source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle where it is."""
        super().resizeEvent(event)
        self._changed()

    # Wheel, pinch and mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or by two fingers on a touchpad, move."""
        event.accept()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.phase() != Qt.ScrollPhase.NoScrollPhase and not pixels.isNull():
            self.pan(pixels.x(), pixels.y())
        elif shifted or angle.x():
            self.pan(angle.x() / 2, angle.y() / 2)
        else:
            self.zoom(angle.y() / 120, event.position())

    def event(self, event: QEvent) -> bool:
        """Zoom where two fingers are, on a touchpad or on the screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_to(self.scale * (1 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.mapFromGlobal(pinch.centerPoint())
                self.zoom_to(self.scale * pinch.scaleFactor(), QPointF(at))
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page, or begin a rectangle."""
        self.pressed.emit()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._choosing:
            self._part = QRectF(event.position(), event.position())
        elif self.has_picture:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the page along, or draw the rectangle out."""
        if self._part is not None:
            self._part.setBottomRight(event.position())
            self.update()
        elif self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the page, or take what the rectangle holds."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._part is not None:
            self._part.setBottomRight(event.position())
            self._chosen(self.view.pixels_under(self._part.normalized()))
        elif self._grabbed is not None:
            self._grabbed = None
            self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to one to one, or back to the whole page."""
        if self.fits:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()
