"""Where the query's picture is shown, and new ones are dropped."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from archive_gui.gui import mime
from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.theme import theme


class DropZone(QWidget):
    """Takes files, picture data and images of the grid.

    Signals:
        dropped(Dropped): something was dropped here.
        clicked(): a person wants to choose a file.
    """

    dropped = Signal(object)
    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._over = False
        self.setAcceptDrops(True)
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(280)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = self.tr("Query picture: drop an image here, or click to choose a file")
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """A picture of fair size."""
        return QSize(220, 200)

    def show_picture(self, picture: QImage) -> None:
        """Show the query's picture; a null one for no query."""
        self._picture = picture
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a query's picture is shown."""
        return not self._picture.isNull()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that this can be dropped here."""
        if mime.can_read(event.mimeData()):
            self._over = True
            self.update()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._over = False
        self.update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._over = False
        self.update()
        found = mime.read(event.mimeData())
        if found:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a file."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, or what can be dropped here."""
        del event
        colours = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(colours["selection" if self._over else "canvas"])
        if self._over or not self.has_picture:
            style = Qt.PenStyle.SolidLine if self._over else Qt.PenStyle.DashLine
            colour = colours["accent" if self._over else "control"]
            painter.setPen(QPen(colour, 2 if self._over else 1.2, style))
        else:
            painter.setPen(QPen(colours["border"], 1))
        painter.drawRoundedRect(frame, 6, 6)
        if self.has_picture:
            self._paint_picture(painter)
        else:
            self._paint_hint(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        room = self.rect().adjusted(8, 8, -8, -8)
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(
            room.left() + (room.width() - size.width()) // 2,
            room.top() + (room.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._picture)

    def _paint_hint(self, painter: QPainter) -> None:
        middle = self.rect().center()
        symbol = icon_pixmap("drop", 36, "muted", self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 18, middle.y() - 46, symbol)
        painter.setPen(theme()["muted"])
        words = QRect(12, middle.y() + 2, self.width() - 24, self.height() // 2 - 8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(
            words,
            flags | Qt.TextFlag.TextWordWrap,
            self.tr("Drop an image here: from the grid, a folder, or the browser"),
        )
