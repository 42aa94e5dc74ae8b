"""Where a page lies in its widget: scale and middle, in sums that need no widget."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF

LARGEST = 16.0
# Pages smaller than this are made to fit also by enlarging them.
_SMALL = 256


class View:
    """A page of `page` pixels in `room` (logical pixels) on a screen of `ratio`.

    The scale counts pixels of the screen for a pixel of the page; `middle` is the spot in the
    middle of the room, as a share of the page's width and height.
    """

    def __init__(self) -> None:
        self.page = QSize()
        self.room = QSize()
        self.ratio = 1.0
        self.middle = QPointF(0.5, 0.5)
        self._scale: float | None = None

    @property
    def scale(self) -> float:
        """Pixels of the screen for a pixel of the page; 1 is one to one."""
        return self.fitting if self._scale is None else self._scale

    @property
    def fits(self) -> bool:
        """Whether the whole page is shown."""
        return self._scale is None

    @property
    def fitting(self) -> float:
        """The scale at which the whole page is in sight."""
        if self.page.isEmpty():
            return 1.0
        return min(
            self.room.width() * self.ratio / self.page.width(),
            self.room.height() * self.ratio / self.page.height(),
            LARGEST if max(self.page.width(), self.page.height()) < _SMALL else 1.0,
        )

    def fit(self) -> None:
        """Show the whole page."""
        self._scale, self.middle = None, QPointF(0.5, 0.5)

    def zoom_to(self, scale: float, at: QPointF) -> None:
        """Show at `scale`; the point `at` of the room stays over the same spot."""
        before = self._share_at(at)
        self._scale = max(min(self.fitting, 1.0), min(LARGEST, scale))
        self.move(before - self._share_at(at))

    def move(self, share: QPointF) -> None:
        """Bring another spot to the middle, by a share of the page's width and height."""
        self.middle += share
        area = self._area()
        reach_x = min(0.5, self.room.width() / 2 / max(1.0, area.width()))
        reach_y = min(0.5, self.room.height() / 2 / max(1.0, area.height()))
        self.middle.setX(min(1 - reach_x, max(reach_x, self.middle.x())))
        self.middle.setY(min(1 - reach_y, max(reach_y, self.middle.y())))

    def share_of(self, dx: float, dy: float) -> QPointF:
        """What a way in logical pixels is of the page's width and height."""
        area = self._area()
        return QPointF(dx / max(1e-9, area.width()), dy / max(1e-9, area.height()))

    def travel(self, factor: float, share: QPointF) -> None:
        """Do what another view did: its scale became `factor` times what it was, its middle moved.

        Taken together these are enough to keep two views side by side in step.
        """
        if factor != 1.0:
            self._scale = max(min(self.fitting, 1.0), min(LARGEST, self.scale * factor))
        self.move(share)

    def seen(self) -> QRectF:
        """The part of the page that is in sight, in pixels of the page."""
        whole = QRectF(0, 0, self.page.width(), self.page.height())
        corners = self.to_page(QPointF(0, 0)), self.to_page(_corner(self.room))
        return QRectF(*corners) & whole

    def to_page(self, point: QPointF) -> QPointF:
        """The pixel of the page under a point of the room."""
        share = self._share_at(point)
        return QPointF(share.x() * self.page.width(), share.y() * self.page.height())

    def to_room(self, area: QRectF) -> QRectF:
        """Where pixels of the page lie in the room, edges on whole pixels of the screen."""
        left, top = self._origin()
        edges = (
            round(left + area.left() * self.scale),
            round(top + area.top() * self.scale),
            round(left + area.right() * self.scale),
            round(top + area.bottom() * self.scale),
        )
        start, end = QPointF(edges[0], edges[1]), QPointF(edges[2], edges[3])
        return QRectF(start / self.ratio, end / self.ratio)

    def pixels_under(self, area: QRectF) -> QRect:
        """The whole pixels of the page under a rectangle of the room."""
        start, end = self.to_page(area.topLeft()), self.to_page(area.bottomRight())
        left, top = round(start.x()), round(start.y())
        found = QRect(left, top, round(end.x()) - left, round(end.y()) - top)
        return found & QRect(0, 0, self.page.width(), self.page.height())

    def _origin(self) -> tuple[int, int]:
        """Where the page begins, in whole pixels of the screen."""
        area = self._area()
        return math.floor(area.left() * self.ratio), math.floor(area.top() * self.ratio)

    def _area(self) -> QRectF:
        scale = self.scale / self.ratio
        size = QSizeF(self.page.width() * scale, self.page.height() * scale)
        left = self.room.width() / 2 - self.middle.x() * size.width()
        top = self.room.height() / 2 - self.middle.y() * size.height()
        return QRectF(QPointF(left, top), size)

    def _share_at(self, point: QPointF) -> QPointF:
        area = self._area()
        return self.share_of(point.x() - area.left(), point.y() - area.top())


def _corner(size: QSize) -> QPointF:
    return QPointF(size.width(), size.height())
