"""Where the query's picture is shown, parts of it are drawn, and new pictures are dropped."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from archive_gui.gui import mime
from archive_gui.gui.icons import icon_pixmap
from archive_gui.gui.keys import offered
from archive_gui.gui.panels.part_frame import PartFrame
from archive_gui.gui.query_names import side_name
from archive_gui.gui.theme import theme
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Side

# The share of the zone's height where a drop begins a new query while there is one.
_NEW = 0.56


class DropZone(QWidget):
    """Takes files, picture data and images of the grid.

    While there is a query its lower part has two halves, for examples of what is more and of
    what is less like what is looked for. A rectangle drawn on the picture asks with that part;
    by keys R begins one, the arrows move it, with Shift they change its size, Return takes it.

    Signals:
        dropped(Dropped, Side | None): something was dropped here; with a side as an example.
        clicked(): a person wants to choose a file.
        part_chosen(QRectF): a part of the picture was drawn, in shares of its width and height.
    """

    dropped = Signal(object, object)
    clicked = Signal()
    part_chosen = Signal(QRectF)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._picture = QImage()
        self._over: QPointF | None = None
        self._pressed: QPointF | None = None
        self._part = PartFrame()
        self.refines = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(280)
        self._tell()

    def sizeHint(self) -> QSize:
        """A picture of fair size."""
        return QSize(220, 200)

    def show_picture(self, picture: QImage, name: str = "") -> None:
        """Show a picture of the query, which is called `name`; a null one for no query."""
        self._picture = picture
        self._part.clear()
        self._tell(name)
        self.update()

    def _tell(self, name: str = "") -> None:
        words = self.tr("Query picture: drop images here, or click to choose a file")
        if self.has_picture:
            words = filled(
                self.tr(
                    "Query picture {name}: drop images here, click to choose a file, or draw a "
                    "rectangle to ask with a part (R)"
                ),
                name=name,
            )
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        cross = (
            Qt.CursorShape.CrossCursor if self.has_picture else Qt.CursorShape.PointingHandCursor
        )
        self.setCursor(cross)

    @property
    def has_picture(self) -> bool:
        """Whether a query's picture is shown."""
        return not self._picture.isNull()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that this can be dropped here."""
        if mime.can_read(event.mimeData(), self._workspace.folder):
            self._drag_to(event.position())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what a drop here would do."""
        self._drag_to(event.position())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._drag_to(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._drag_to(None)
        found = mime.read(event.mimeData(), self._workspace.folder)
        if found:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(found, self.side_at(event.position()))

    def _drag_to(self, point: QPointF | None) -> None:
        self._over = point
        self.update()

    def side_at(self, point: QPointF) -> Side | None:
        """As what a drop here is taken: an example on a side, or None for a new query."""
        return next((side for side, area in self.bands() if area.contains(point)), None)

    def bands(self) -> list[tuple[Side | None, QRectF]]:
        """The places to drop on: one for all, or three while there is a query to refine."""
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not self.refines:
            return [(None, whole)]
        above, below = QRectF(whole), QRectF(whole)
        above.setHeight(whole.height() * _NEW)
        below.setTop(above.bottom())
        left, right = QRectF(below), QRectF(below)
        left.setWidth(below.width() / 2)
        right.setLeft(left.right())
        return [(None, above), (Side.MORE, left), (Side.LESS, right)]

    # Clicks, and drawing a part

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a rectangle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the rectangle out."""
        if self._pressed is None or not self.has_picture:
            return
        moved = (event.position() - self._pressed).manhattanLength()
        if self._part or moved >= QApplication.startDragDistance():
            self._part.draw(self._share(self._pressed), self._share(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the rectangle, or choose a file."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._part:
            self._take_part()
        else:
            self.clicked.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, where it would leave the query, while a part is drawn."""
        if offered(event, Qt.Key.Key_Escape) and self._part:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a file, or begin, move, size and take a rectangle."""
        key = event.key()
        if self._part and self._part.press(key, event.modifiers()):
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._part:
                self._take_part()
            else:
                self.clicked.emit()
        elif key == Qt.Key.Key_Escape and self._part:
            self._part.clear()
            self.update()
        elif key == Qt.Key.Key_R and self.has_picture:
            self._part.begin()
            self.update()
        else:
            super().keyPressEvent(event)

    def _take_part(self) -> None:
        area = self._part.take()
        self.update()
        if area is not None:
            self.part_chosen.emit(area)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a rectangle that was not taken."""
        self._part.clear()
        super().focusOutEvent(event)
        self.update()

    def _target(self) -> QRect:
        """Where the picture is drawn."""
        room = self.rect().adjusted(8, 8, -8, -8)
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        return target

    def _share(self, point: QPointF) -> QPointF:
        target = QRectF(self._target())
        return QPointF(
            (point.x() - target.left()) / max(1.0, target.width()),
            (point.y() - target.top()) / max(1.0, target.height()),
        )

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, or what can be dropped here."""
        del event
        colours = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours["canvas"])
        if self.has_picture or self._over is not None:
            painter.setPen(QPen(colours["border"], 1))
        else:
            painter.setPen(QPen(colours["control"], 1.2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, 6, 6)
        if self._over is not None:
            self._paint_bands(painter, self._over)
        elif self.has_picture:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            target = self._target()
            painter.drawImage(target, self._picture)
            self._part.paint(painter, target)
        else:
            self._paint_hint(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours["accent"], 2))
            painter.drawRoundedRect(frame, 6, 6)
        painter.end()

    def _paint_bands(self, painter: QPainter, over: QPointF) -> None:
        colours = theme()
        looks = {
            None: ("drop", "accent", self.tr("New query")),
            Side.MORE: ("more-like", "positive", side_name(Side.MORE)),
            Side.LESS: ("less-like", "negative", side_name(Side.LESS)),
        }
        for side, area in self.bands():
            symbol, colour, words = looks[side]
            inner, here = area.adjusted(3, 3, -3, -3), area.contains(over)
            painter.setBrush(colours["selection" if here else "canvas"])
            painter.setPen(QPen(colours[colour], 2.5 if here else 1))
            painter.drawRoundedRect(inner, 5, 5)
            picture = icon_pixmap(symbol, 24, colour, self.devicePixelRatioF())
            middle = inner.center()
            painter.drawPixmap(QPointF(middle.x() - 12, middle.y() - 22), picture)
            painter.setPen(colours["text"])
            below = inner.adjusted(4, 0, -4, 0)
            below.setTop(middle.y() + 5)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, flags | Qt.TextFlag.TextWordWrap, words)

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
            self.tr("Drop images here: from the grid, a folder, or the browser"),
        )
