"""An image that can be zoomed and moved; paints only the part that is in sight."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from archive_gui.gui.pictures import Picture
from archive_gui.gui.theme import theme

_LARGEST = 16.0
_STEP = 1.25
# Less than so many pixels is a slip of the hand, and nothing that a network could see.
_SMALLEST_PART = 16


class Canvas(QWidget):
    """Shows a picture to fit, or at a scale of screen pixels to pixels of the page.

    Signals:
        scale_changed(float): the picture is shown at another scale.
        details_wanted(): the scale asks for more pixels than the picture has.
        part_chosen(QImage): a rectangle was drawn over the picture; this is what it holds.
    """

    scale_changed = Signal(float)
    details_wanted = Signal()
    part_chosen = Signal(QImage)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._size = QSize()
        self._scale: float | None = None
        self._middle = QPointF(0.5, 0.5)
        self._grabbed: QPointF | None = None
        self._part: QRectF | None = None
        self._choosing = False
        self.text = ""
        self.setMinimumSize(200, 150)

    @property
    def scale(self) -> float:
        """Screen pixels for a pixel of the page; 1 is one to one."""
        return self._fitting() if self._scale is None else self._scale

    @property
    def fits(self) -> bool:
        """Whether the whole picture is shown."""
        return self._scale is None

    def choose_part(self, choosing: bool) -> None:
        """Draw a rectangle with the mouse from now on, or move the picture again."""
        self._choosing, self._part = choosing, None
        if choosing:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()
        self.update()

    def show_picture(self, picture: Picture, *, keep_view: bool = False) -> None:
        """Show another picture, or with `keep_view` a sharper one of the same page."""
        self._image = picture.image
        self._size = QSize(picture.width, picture.height)
        self.text = ""
        if not keep_view:
            self._scale, self._middle = None, QPointF(0.5, 0.5)
        self._changed()

    def show_text(self, text: str) -> None:
        """Show words where there is no picture."""
        self._image, self.text = QImage(), text
        self.update()

    def fit(self) -> None:
        """Show the whole picture."""
        self._scale, self._middle = None, QPointF(0.5, 0.5)
        self._changed()

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Show at `scale`; the point `at` of the widget stays over the same spot."""
        if self._image.isNull():
            return
        smallest = min(self._fitting(), 1.0)
        scale = max(smallest, min(_LARGEST, scale))
        at = QPointF(self.rect().center()) if at is None else at
        before = self._to_page(at)
        self._scale = scale
        moved = self._to_page(at)
        self._middle += before - moved
        self._changed()

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Come nearer by `steps`, or go away by negative ones."""
        self.zoom_to(self.scale * _STEP**steps, at)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by screen pixels."""
        area = self._area()
        if area.width() and area.height():
            self._middle -= QPointF(dx / area.width(), dy / area.height())
            self._keep_in_sight()
            self.update()

    def _fitting(self) -> float:
        if self._size.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        return min(
            self.width() * ratio / self._size.width(),
            self.height() * ratio / self._size.height(),
            _LARGEST if max(self._size.width(), self._size.height()) < 256 else 1.0,
        )

    def _area(self) -> QRectF:
        """Where the whole page would lie, in the widget's coordinates."""
        scale = self.scale / self.devicePixelRatioF()
        width, height = self._size.width() * scale, self._size.height() * scale
        left = self.width() / 2 - self._middle.x() * width
        top = self.height() / 2 - self._middle.y() * height
        return QRectF(left, top, width, height)

    def _to_page(self, point: QPointF) -> QPointF:
        """A point of the widget as a share of the page's width and height."""
        area = self._area()
        return QPointF(
            (point.x() - area.left()) / max(1e-9, area.width()),
            (point.y() - area.top()) / max(1e-9, area.height()),
        )

    def _keep_in_sight(self) -> None:
        area = self._area()
        reach_x = min(0.5, self.width() / 2 / max(1.0, area.width()))
        reach_y = min(0.5, self.height() / 2 / max(1.0, area.height()))
        self._middle.setX(min(1 - reach_x, max(reach_x, self._middle.x())))
        self._middle.setY(min(1 - reach_y, max(reach_y, self._middle.y())))

    def _changed(self) -> None:
        self._keep_in_sight()
        self.update()
        self.scale_changed.emit(self.scale)
        if not self._image.isNull() and self._image.width() < self._size.width():
            needed = self._size.width() * self.scale
            if needed > self._image.width() * 1.05:
                self.details_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part of the picture that is in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme()["canvas"])
        if self._image.isNull():
            painter.setPen(theme()["muted"])
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self.text)
            painter.end()
            return
        area = self._area()
        seen = area.intersected(QRectF(self.rect()))
        per_x = self._image.width() / area.width()
        per_y = self._image.height() / area.height()
        source = QRectF(
            (seen.left() - area.left()) * per_x,
            (seen.top() - area.top()) * per_y,
            seen.width() * per_x,
            seen.height() * per_y,
        )
        smooth = self.scale < 4
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(seen, self._image, source)
        if self._part is not None:
            painter.setPen(QPen(theme()["accent"], 2))
            painter.drawRect(self._part.normalized())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle where it is."""
        super().resizeEvent(event)
        self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.zoom(event.angleDelta().y() / 120, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture, or begin a rectangle."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._choosing:
            self._part = QRectF(event.position(), event.position())
        else:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture along, or draw the rectangle out."""
        if self._part is not None:
            self._part.setBottomRight(event.position())
            self.update()
        elif self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the picture, or take what the rectangle holds."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._part is not None:
            self._part.setBottomRight(event.position())
            part = self._image.copy(self._in_image(self._part.normalized()))
            self.choose_part(False)
            if min(part.width(), part.height()) >= _SMALLEST_PART:
                self.part_chosen.emit(part)
        elif self._grabbed is not None:
            self._grabbed = None
            self.unsetCursor()

    def _in_image(self, area: QRectF) -> QRect:
        """The pixels of the picture that lie under a rectangle of the widget."""
        corners = (self._to_page(area.topLeft()), self._to_page(area.bottomRight()))
        width, height = self._image.width(), self._image.height()
        (left, top), (right, bottom) = (
            (round(corner.x() * width), round(corner.y() * height)) for corner in corners
        )
        return QRect(QPoint(left, top), QPoint(right - 1, bottom - 1)) & self._image.rect()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to one to one, or back to the whole picture."""
        if self.fits:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()
