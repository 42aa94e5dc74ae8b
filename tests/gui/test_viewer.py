"""Looking closely, by hand: large scans, turned views, pages, two images side by side."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QTransform
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_gui.catalog.records import Role
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.viewer.pane import Pane
from archive_gui.gui.viewer.tiles import tiles_over
from archive_gui.imaging.decode import decode
from tests.conftest import draw
from tests.gui.events import CTRL, LEFT, NONE, SHIFT, click, select, wait_for, wait_until

KEY = Qt.Key
LARGE = (3000, 2400)
RIGHT = QTransform().rotate(90)


@pytest.fixture
def scans(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window on `a.jpg`, `b.jpg`, `large.jpg` (no two places alike) and `pages.tif`."""
    folder = tmp_path / "scans"
    folder.mkdir()
    for number, name in enumerate("ab"):
        draw(number, (400, 300)).save(folder / f"{name}.jpg")
    x, y = np.meshgrid(*(np.arange(length) for length in LARGE))
    colours = np.stack([x * 255 // LARGE[0], y * 255 // LARGE[1], (x // 8 + y // 8) % 2 * 255], 2)
    Image.fromarray(colours.astype(np.uint8)).save(folder / "large.jpg", quality=95)
    pages = [draw(10 + number, (300, 200)) for number in range(3)]
    pages[0].save(folder / "pages.tif", save_all=True, append_images=pages[1:], dpi=(300, 300))
    with wait_for(window.scan_finished):
        window.project.open(folder)
    window.grid.setFocus()
    return window


def look(window: MainWindow, row: int) -> None:
    """Open the viewer on an image of the grid by keys."""
    click(window, row)
    with wait_for(window.viewer.shown_picture):
        QTest.keyClick(window.grid, KEY.Key_Space)


def sharp(pane: Pane) -> bool:
    """Whether all tiles in sight are there."""
    canvas = pane.canvas
    return not canvas.tiles.missing(tiles_over(canvas.view.seen(), 0))


def colour_at(window: MainWindow, point: QPoint) -> QColor:
    canvas = window.viewer.canvas
    return canvas.grab().toImage().pixelColor(point)


def expected(window: MainWindow, source: QImage, point: QPoint) -> QColor:
    spot = window.viewer.canvas.view.to_page(QPointF(point) + QPointF(0.5, 0.5))
    return source.pixelColor(int(spot.x()), int(spot.y()))


def alike(one: QColor, other: QColor) -> bool:
    channels = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in channels) <= 2


def decoded(file: Path) -> QImage:
    pixels = decode(file).image
    data = pixels.tobytes()
    return QImage(data, *pixels.size, 3 * pixels.width, QImage.Format.Format_RGB888).copy()


def test_a_large_scan_is_sharp_one_to_one_beyond_and_turned(
    scans: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    viewer = scans.viewer
    look(scans, 2)
    pane, canvas = viewer.panes[0], viewer.canvas
    assert canvas.fits
    assert canvas.tiles.bytes == 0
    source = decoded(tmp_path / "scans" / "large.jpg")
    point = QPoint(60, 40)
    qtbot.keyClick(viewer, KEY.Key_1)
    wait_until(lambda: sharp(pane))
    assert canvas.scale == 1.0
    assert alike(colour_at(scans, point), expected(scans, source, point))
    before = canvas.view.to_page(QPointF(point))
    qtbot.keyClick(viewer, KEY.Key_Right, SHIFT)
    assert canvas.view.to_page(QPointF(point)).x() == pytest.approx(before.x() + 60)
    wait_until(lambda: sharp(pane))
    assert alike(colour_at(scans, point), expected(scans, source, point))
    # Turned to the right, the same spot stays in the middle, and is as sharp.
    middle = canvas.view.seen().center()
    qtbot.keyClick(viewer, KEY.Key_T)
    assert canvas.view.page == QSize(*LARGE).transposed()
    now = canvas.view.seen().center()
    assert abs(now.x() - (LARGE[1] - middle.y())) < 1
    assert abs(now.y() - middle.x()) < 1
    wait_until(lambda: sharp(pane))
    quarter = source.transformed(RIGHT)
    assert alike(colour_at(scans, point), expected(scans, quarter, point))
    canvas.zoom_to(8.0)
    wait_until(lambda: sharp(pane))
    shown = canvas.grab().toImage()
    columns = {shown.pixelColor(x, 100).getRgb() for x in range(200)}
    # Pixels are squares, 25 of them in 200.
    assert len(columns) <= 26
    # The file is as it was.
    assert source == decoded(tmp_path / "scans" / "large.jpg")
    # The turn is remembered while the archive is open.
    qtbot.keyClick(viewer, KEY.Key_Left)
    assert viewer.record is not None
    assert viewer.record.path == "b.jpg"
    assert pane.turns == 0
    qtbot.keyClick(viewer, KEY.Key_Right)
    assert pane.turns == 1
    qtbot.keyClick(viewer, KEY.Key_T, SHIFT)
    assert pane.turns == 0


def test_a_part_of_a_turned_scan_has_all_its_pixels(
    scans: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    viewer = scans.viewer
    look(scans, 2)
    qtbot.keyClick(viewer, KEY.Key_T)
    canvas = viewer.canvas
    qtbot.keyClick(viewer, KEY.Key_R)
    assert canvas.choosing
    qtbot.keyClick(viewer, KEY.Key_Escape)
    assert not canvas.choosing
    assert viewer.isVisible()
    qtbot.keyClick(viewer, KEY.Key_R)
    start = canvas.view.to_room(canvas.view.seen()).center().toPoint() - QPoint(40, 60)
    with wait_for(viewer.part_chosen) as chosen:
        qtbot.mousePress(canvas, LEFT, NONE, start)
        qtbot.mouseMove(canvas, start + QPoint(30, 20))
        qtbot.mouseRelease(canvas, LEFT, NONE, start + QPoint(80, 60))
    part = chosen.args[1]
    at = canvas.view.to_page(QPointF(start))
    assert abs(part.width() - 80 / canvas.scale) <= 2
    quarter = decoded(tmp_path / "scans" / "large.jpg").transformed(RIGHT)
    same = quarter.copy(round(at.x()), round(at.y()), part.width(), part.height())
    for spot in (QPoint(0, 0), QPoint(part.width() - 1, part.height() - 1), QPoint(50, 9)):
        assert alike(part.pixelColor(spot), same.pixelColor(spot))


def test_a_part_is_drawn_by_keys(scans: MainWindow, qtbot: QtBot) -> None:
    viewer = scans.viewer
    look(scans, 2)
    qtbot.keyClick(viewer, KEY.Key_R)
    # The first arrow puts it in the middle, half as wide and high as what is seen.
    for key, held in ((KEY.Key_Left, NONE), (KEY.Key_Left, NONE), (KEY.Key_Right, SHIFT)):
        qtbot.keyClick(viewer, key, held)
    seen = viewer.canvas.view.seen()
    with wait_for(viewer.part_chosen) as chosen:
        qtbot.keyClick(viewer, KEY.Key_Return)
    part = chosen.args[1]
    assert abs(part.width() - 0.54 * seen.width()) <= 2
    assert abs(part.height() - 0.5 * seen.height()) <= 2
    assert not viewer.canvas.choosing


def test_two_images_are_compared_side_by_side(scans: MainWindow, qtbot: QtBot) -> None:
    viewer = scans.viewer
    select(scans, [0, 2])
    qtbot.keyClick(scans.grid, KEY.Key_C)
    left, right = viewer.panes
    wait_until(lambda: left.picture is not None and right.picture is not None)
    assert viewer.comparing
    assert [pane.record.path for pane in viewer.panes if pane.record] == ["a.jpg", "large.jpg"]

    def zooms() -> list[float]:
        return [round(p.canvas.scale / p.canvas.view.fitting, 6) for p in (left, right)]

    qtbot.keyClick(viewer, KEY.Key_Plus)
    qtbot.keyClick(viewer, KEY.Key_Plus)
    assert zooms() == [1.5625, 1.5625]
    qtbot.keyClick(viewer, KEY.Key_Right, SHIFT)
    assert left.canvas.view.middle.x() == pytest.approx(right.canvas.view.middle.x())
    assert left.canvas.view.middle.x() > 0.5
    qtbot.keyClick(viewer, KEY.Key_K)
    qtbot.keyClick(viewer, KEY.Key_Plus)
    assert zooms()[0] > zooms()[1] == 1.5625
    # Keys go to the side that was clicked: marks, neighbours, zoom.
    qtbot.mouseClick(right.canvas, LEFT)
    assert viewer.record is right.record
    with wait_for(scans.marks_changed):
        qtbot.keyClick(viewer, KEY.Key_A)
    assert scans.workspace.active is not None
    assert scans.workspace.active.name == "large"
    with wait_for(viewer.shown_picture):
        qtbot.keyClick(viewer, KEY.Key_Left)
    assert [pane.record.path for pane in viewer.panes if pane.record] == ["a.jpg", "b.jpg"]
    with wait_for(scans.marks_changed):
        qtbot.keyClick(viewer, KEY.Key_P)
    roles = {scans.workspace.images[i].path: r for i, r in scans.workspace.active_marks().items()}
    assert roles == {"large.jpg": Role.ANCHOR, "b.jpg": Role.POSITIVE}
    qtbot.keyClick(viewer, KEY.Key_X)
    assert viewer.panes == [right, left]
    wait_until(lambda: right.x() < left.x())
    qtbot.keyClick(viewer, KEY.Key_Tab)
    assert viewer.record is left.record
    # One image again is that with the keys; compared anew, it is with the anchor.
    qtbot.keyClick(viewer, KEY.Key_C)
    assert not viewer.comparing
    assert viewer.record is not None
    assert viewer.record.path == "a.jpg"
    qtbot.keyClick(viewer, KEY.Key_C)
    assert [pane.record.path for pane in viewer.panes if pane.record] == ["a.jpg", "large.jpg"]
    qtbot.keyClick(viewer, KEY.Key_Space)
    assert not viewer.isVisible()
    assert viewer.record is None


def test_a_file_that_has_gone_says_so_and_comes_back(
    scans: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    viewer, file = scans.viewer, tmp_path / "scans" / "b.jpg"
    shutil.move(file, tmp_path / "away.jpg")
    click(scans, 1)
    qtbot.keyClick(scans.grid, KEY.Key_Space)
    pane = viewer.panes[0]
    wait_until(lambda: pane.failed)
    assert "b.jpg is no longer where it was" in pane.failure.accessibleName()
    assert pane.failure.button.isVisible()
    with wait_for(viewer.shown_picture):
        qtbot.keyClick(viewer, KEY.Key_Left)
    assert not pane.failed
    qtbot.keyClick(viewer, KEY.Key_Right)
    wait_until(lambda: pane.failed)
    shutil.move(tmp_path / "away.jpg", file)
    with wait_for(viewer.shown_picture):
        qtbot.keyClick(viewer, KEY.Key_R)
    assert not pane.failed


def test_pages_facts_and_the_neighbours_that_are_there_before_they_are_wanted(
    scans: MainWindow, qtbot: QtBot
) -> None:
    viewer = scans.viewer
    look(scans, 3)
    large = scans.grid_model.records[2]
    wait_until(lambda: viewer.store.holds(large))
    pane, field = viewer.panes[0], viewer.bar.field
    assert (field.value(), field.maximum()) == (1, 3)
    with wait_for(viewer.shown_picture):
        qtbot.keyClick(viewer, KEY.Key_PageDown)
    assert pane.page == 1
    qtbot.keyClick(viewer, KEY.Key_G)
    assert field.hasFocus()
    qtbot.keyClicks(field, "3")
    with wait_for(viewer.shown_picture):
        qtbot.keyClick(field, KEY.Key_Return)
    assert pane.page == 2
    assert viewer.hasFocus()
    qtbot.keyClick(viewer, KEY.Key_I)
    told = viewer.info.accessibleName()
    for fact in ("pages.tif", "300 \u00d7 200 pixels", "TIFF", "RGB, 8 bits", "300 ppi"):
        assert fact in told
    assert viewer.info.isVisible()
    assert "In no grouping" in viewer.info.marks.text()
    # What was decoded ahead is on the screen within the key press.
    qtbot.keyClick(viewer, KEY.Key_Z)
    qtbot.keyClick(viewer, KEY.Key_Plus, CTRL)
    qtbot.keyClick(viewer, KEY.Key_Left)
    assert pane.picture is not None
    assert pane.picture.width == LARGE[0]
    # The zoom was to be kept.
    assert pane.canvas.scale == pytest.approx(1.25 * pane.canvas.view.fitting)


def test_the_viewer_fills_the_screen_and_gives_it_back(scans: MainWindow, qtbot: QtBot) -> None:
    look(scans, 0)
    qtbot.keyClick(scans.viewer, KEY.Key_F11)
    assert scans.isFullScreen()
    assert not any(dock.isVisible() for dock in scans.docks)
    assert not scans.menuBar().isVisible()
    qtbot.keyClick(scans.viewer, KEY.Key_Escape)
    assert not scans.isFullScreen()
    assert all(dock.isVisible() for dock in scans.docks)
    assert scans.menuBar().isVisible()


def test_an_archive_that_is_closed_with_the_viewer_open_leaves_the_keyboard_to_what_is_shown(
    scans: MainWindow,
) -> None:
    look(scans, 0)
    with wait_for(scans.workspace.closed):
        QTest.keyClick(scans.viewer, KEY.Key_W, CTRL)
    assert not scans.grid.isVisible()
    wait_until(scans.welcome.open_button.hasFocus)
