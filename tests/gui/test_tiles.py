"""Where pages and their tiles lie: sums that need no window."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage

from archive_gui.gui.pictures import turned
from archive_gui.gui.viewer.tiles import Tile, TileCache, as_stored, level_for, tiles_over
from archive_gui.gui.viewer.view import View

PAGE = QSize(16000, 12500)


def view_of(page: QSize, room: QSize, ratio: float = 1.0) -> View:
    view = View()
    view.page, view.room, view.ratio = page, room, ratio
    return view


def test_a_level_has_a_pixel_for_every_one_of_the_screen_and_not_four() -> None:
    assert [level_for(scale) for scale in (16, 1, 0.99, 0.5, 0.4, 0.1)] == [0, 0, 0, 1, 1, 3]


def test_tiles_cover_what_is_seen_from_its_middle_on() -> None:
    tiles = tiles_over(QRectF(900, 100, 1100, 900), 0)
    assert set(tiles) == {Tile(0, column, row) for column in (1, 2, 3) for row in (0, 1)}
    assert tiles[0].column == 2
    last = Tile(1, 15, 12)
    assert last.area(PAGE) == QRect(15360, 12288, 640, 212)
    covered = [tile.area(PAGE) for tile in tiles_over(QRectF(0, 0, 16000, 12500), 3)]
    assert sum(area.width() * area.height() for area in covered) == 16000 * 12500
    # All of a huge page one to one is more than is ever kept.
    assert len(tiles_over(QRectF(0, 0, 16000, 12500), 0)) < 200


def test_a_rectangle_of_a_turned_page_is_found_in_the_file() -> None:
    stored = QImage(40, 30, QImage.Format.Format_RGB32)
    for x in range(40):
        for y in range(30):
            stored.setPixelColor(x, y, QColor(x, y, 0))
    for turns in range(4):
        shown = turned(stored, turns)
        area = QRect(3, 5, 11, 7)
        cut = turned(stored.copy(as_stored(area, shown.size(), turns)), turns)
        assert cut == shown.copy(area)


def test_the_cache_is_bounded_and_forgets_what_was_not_used() -> None:
    image = QImage(512, 512, QImage.Format.Format_RGB32)
    cache = TileCache(3 * 2**20)
    for column in range(3):
        cache.put(Tile(0, column, 0), image)
    assert cache.missing([Tile(0, 0, 0)]) == []
    cache.put(Tile(0, 3, 0), image)
    assert cache.bytes == 3 * 2**20
    assert cache.missing([Tile(0, column, 0) for column in range(4)]) == [Tile(0, 1, 0)]
    cache.clear()
    assert cache.bytes == 0


def test_zooming_keeps_what_is_under_the_pointer_and_moving_stops_at_the_edge() -> None:
    view = view_of(PAGE, QSize(800, 600), 2.0)
    assert view.fits
    assert view.scale == 1200 / 12500
    at = QPointF(200, 150)
    before = view.to_page(at)
    view.zoom_to(1.0, at)
    after = view.to_page(at)
    assert abs(before.x() - after.x()) + abs(before.y() - after.y()) < 0.01
    view.move(QPointF(-1, -1))
    assert view.seen() == QRectF(0, 0, 1600, 1200)
    assert view.to_room(QRectF(0, 0, 100, 100)) == QRectF(0, 0, 50, 50)


def test_two_views_of_different_pages_go_the_same_way() -> None:
    one, other = view_of(PAGE, QSize(400, 400)), view_of(QSize(800, 1000), QSize(400, 400))
    before, middle = one.scale, QPointF(one.middle)
    one.zoom_to(4 * before, QPointF(100, 120))
    other.travel(one.scale / before, one.middle - middle)
    assert abs(other.scale / other.fitting - 4) < 1e-9
    assert (other.middle - one.middle).manhattanLength() < 1e-9
