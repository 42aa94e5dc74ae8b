"""The archive: welcome, grid, filters, marks, groupings."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtTest import QTest

from tests.endtoend.journey import by_kind
from tests.gui.events import (
    CTRL,
    LEFT,
    NONE,
    files_mime,
    hover,
    make_grouping,
    open_filters,
    rows_mime,
    select,
    wait_for,
    wait_until,
)
from tests.screenshots.camera import Camera

_LONG_GROUPING = "Letters of the younger Baroness to her sister in Trieste, 1871 to 1894 (copies)"


def welcome(camera: Camera) -> None:
    """The first start, and a folder dragged over it."""
    window = camera.window
    camera.take("welcome")
    hover(window, window.welcome, files_mime(camera.material.archive))
    camera.take("welcome-drag")
    _drag_away(camera)


def archive(camera: Camera) -> None:
    """The grid alone, and with nothing to show."""
    window = camera.window
    with wait_for(window.scan_finished), wait_for(window.workspace.images_updated):
        window.project.open(camera.material.archive)
    window.grid.setFocus()
    camera.wait_for_pictures()
    camera.take("archive")
    camera.click("cut-off.tif")
    camera.take("selected-failed")
    window.header.filter.setText("no such name")
    wait_until(lambda: not window.grid_model.records)
    camera.take("nothing-passes")
    window.header.filter.clear()
    wait_until(lambda: bool(window.grid_model.records))


def filters(camera: Camera) -> None:
    """The panel of the filters, and what is left by them."""
    window = camera.window
    panel = open_filters(window)
    QTest.keyClick(panel.failed_box, Qt.Key.Key_Space)
    camera.take("filters", panel)
    panel.close()
    camera.take("failed")
    QTest.mouseClick(window.header.chips.clear, LEFT)


def marks(camera: Camera) -> None:
    """One grouping, many, some related, and images held over them."""
    window = camera.window
    groups = list(by_kind(camera.material.kinds).values())
    for place, paths in enumerate(groups[:6]):
        rows = [camera.row(path) for path in paths[:5]]
        others = [camera.row(path) for path in groups[place + 1][:3]]
        make_grouping(window, rows[0], rows[1:], others)
        if place == 0:
            camera.take("grouping")
    first, second, *_ = window.workspace.groupings
    with wait_for(window.marks_changed):
        window.marks.rename(second, _LONG_GROUPING)
    with wait_for(window.marks_changed):
        window.marks.set_note(second, "Paper with a watermark; compare with the box of 1902.")
    window.workspace.activate(first)
    window.grid.verticalScrollBar().setValue(0)
    select(window, [1, 2, 6])
    camera.wait_for_pictures()
    camera.take("marks")


def groupings(camera: Camera) -> None:
    """The list of groupings: drags, several selected, related."""
    window = camera.window
    listed = window.groupings_panel.list
    area = listed.visualRect(listed.model_of_groupings.index(1))
    for name, place in (
        ("drag-alike", QPoint(area.left() + 20, area.center().y())),
        ("drag-unlike", QPoint(area.right() - 20, area.center().y())),
    ):
        hover(window, listed.viewport(), rows_mime(window, [1, 2]), place)
        camera.take(name)
    _drag_away(camera)
    for row, modifiers in ((1, NONE), (2, CTRL)):
        area = listed.visualRect(listed.model_of_groupings.index(row))
        QTest.mouseClick(listed.viewport(), LEFT, modifiers, area.center())
    camera.take("two-groupings")
    with wait_for(window.marks_changed):
        QTest.keyClick(listed, Qt.Key.Key_R, CTRL)
    camera.take("related")
    area = listed.visualRect(listed.model_of_groupings.index(1))
    QTest.mouseClick(listed.viewport(), LEFT, NONE, area.center())
    camera.take("members")
    window.grid.setFocus()
    camera.key(Qt.Key.Key_Escape)


def _drag_away(camera: Camera) -> None:
    QCoreApplication.sendEvent(camera.window.windowHandle(), QDragLeaveEvent())
