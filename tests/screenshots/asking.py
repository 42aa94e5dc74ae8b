"""Queries and their results, and looking closely."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from tests.gui.events import LEFT, NONE, click, select, wait_for, wait_until
from tests.screenshots.camera import Camera
from tests.screenshots.material import LONG_NAME, PAGES

Key = Qt.Key


def query(camera: Camera) -> None:
    """Results, refined, narrowed, of a part, and those of before."""
    window = camera.window
    ask(camera, next(iter(camera.material.kinds)))
    camera.take("results")
    for key, row in ((Key.Key_M, 1), (Key.Key_L, 9)):
        click(window, row)
        with wait_for(window.query_finished):
            camera.key(key)
    camera.wait_for_pictures()
    camera.take("refined")
    ask(camera, f"{LONG_NAME}.jpg")
    camera.take("long-name")
    window.query_panel.limits.nearest_slider.setValue(200)
    camera.wait_for_pictures()
    camera.take("narrowed")
    bar = window.menus.tool_bar
    camera.take_menu(
        "past-queries", window.menus.past, bar.widgetForAction(window.window_actions.query_back)
    )
    _draw_part(camera)
    camera.key(Key.Key_Escape)


def _draw_part(camera: Camera) -> None:
    zone = camera.window.query_panel.zone
    target: QRect = zone._target()
    start, end = target.topLeft() + QPoint(12, 12), target.center() + QPoint(20, 20)
    QTest.mousePress(zone, LEFT, NONE, start)
    QTest.mouseMove(zone, start + QPoint(20, 20))
    QTest.mouseMove(zone, end)
    camera.take("part")
    with wait_for(camera.window.query_finished):
        QTest.mouseRelease(zone, LEFT, NONE, end)


def ask(camera: Camera, path: str) -> None:
    """Find what is like an image of the archive."""
    window = camera.window
    if window.query.query is not None:
        camera.key(Key.Key_Escape)
    camera.click(path)
    with wait_for(window.query_finished):
        camera.key(Key.Key_Return)
    wait_until(lambda: window.query_panel.zone.has_picture)
    click(window, 0)
    camera.wait_for_pictures()


def compare_versions(camera: Camera) -> None:
    """What two versions find for one query."""
    window = camera.window
    ask(camera, next(iter(camera.material.kinds)))
    with wait_for(window.searching.comparing.compared):
        window.window_actions.compare.trigger()
    camera.take("compare-versions")
    QTest.keyClick(window.searching.compare_view.table, Key.Key_Escape)
    camera.key(Key.Key_Escape)


def viewer(camera: Camera) -> None:
    """One image and two, pages, facts, a failure, the full screen."""
    window, view = camera.window, camera.window.viewer
    look(camera, f"{LONG_NAME}.jpg")
    camera.take("viewer")
    for key in (Key.Key_T, Key.Key_Plus, Key.Key_Plus, Key.Key_I):
        QTest.keyClick(view, key)
    camera.take("viewer-zoomed-turned-info")
    QTest.keyClick(view, Key.Key_I)
    QTest.keyClick(view, Key.Key_R)
    camera.take("viewer-part")
    QTest.keyClick(view, Key.Key_Escape)
    QTest.keyClick(view, Key.Key_F11)
    camera.take("viewer-full-screen")
    QTest.keyClick(view, Key.Key_F11)
    QTest.keyClick(view, Key.Key_Space)
    look(camera, PAGES)
    with wait_for(view.shown_picture):
        QTest.keyClick(view, Key.Key_PageDown)
    camera.take("viewer-pages")
    QTest.keyClick(view, Key.Key_Space)
    select(window, [1, 3])
    camera.key(Key.Key_C)
    wait_until(lambda: all(pane.picture is not None for pane in view.panes))
    camera.take("viewer-compare")
    QTest.keyClick(view, Key.Key_Space)
    # Far from those looked at, whose neighbours are held ready.
    path = sorted(camera.material.kinds)[120]
    file = camera.material.archive / path
    kept = file.read_bytes()
    file.unlink()
    camera.click(path)
    camera.key(Key.Key_Space)
    wait_until(lambda: view.panes[0].failed)
    camera.take("viewer-failure")
    QTest.keyClick(view, Key.Key_Space)
    file.write_bytes(kept)


def look(camera: Camera, path: str) -> None:
    """Look closely at an image of the archive."""
    camera.click(path)
    with wait_for(camera.window.viewer.shown_picture):
        camera.key(Key.Key_Space)
