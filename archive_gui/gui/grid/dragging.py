"""What is seen under the pointer while images are dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from archive_gui.gui.theme import theme

_SIDE = 84
_SHOWN = 3


def drag_picture(pixmaps: Sequence[QPixmap | None], count: int, ratio: float) -> QPixmap:
    """A small pile of the first pictures, with the number of all that are dragged."""
    pixels = round(112 * ratio)
    picture = QPixmap(pixels, pixels)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, pixmap in reversed(list(enumerate(pixmaps[:_SHOWN]))):
        frame = QRect(6 + place * 8, 6 + place * 8, _SIDE, _SIDE)
        painter.fillRect(frame.adjusted(-2, -2, 2, 2), theme()["surface"])
        if pixmap is not None:
            painter.drawPixmap(_fitted(pixmap.size(), frame), pixmap)
    if count > 1:
        label = QRect(4, 4, 34, 20)
        painter.fillRect(label, theme()["accent"])
        painter.setPen(theme()["on_accent"])
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.end()
    return picture


def _fitted(size: QSize, frame: QRect) -> QRect:
    target = QRect(frame.topLeft(), size.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio))
    target.moveCenter(frame.center())
    return target
