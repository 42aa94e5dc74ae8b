import shutil
import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.listing import list_in_order
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Lane
from archive_gui.operations.indexing import index_archive
from tests.gui.events import (
    CTRL,
    LEFT,
    NONE,
    PATIENCE,
    click,
    drop,
    files_mime,
    make_grouping,
    occupied,
    picture_mime,
    rows_mime,
    wait_for,
    wait_until,
)


def shown_paths(window: MainWindow) -> list[str]:
    return [record.path for record in window.grid_model.records]


def test_a_file_from_outside_dropped_on_the_query_finds_its_like(
    opened: MainWindow, archive: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "from elsewhere.jpg"
    shutil.copy(archive / "photos" / "004.jpg", outside)
    with wait_for(opened.query_finished) as finished:
        assert drop(opened, opened.query_panel.zone, files_mime(outside))
    report = finished.args[0]
    assert report.results[0].image.path == "photos/004.jpg"
    assert report.results[0].distance < 0.01
    assert shown_paths(opened)[0] == "photos/004.jpg"
    assert opened.browsing.scope is Scope.RESULTS
    wait_until(lambda: opened.query_panel.zone.has_picture)


def test_results_come_with_rank_and_distance_the_nearest_first(
    opened: MainWindow, qtbot: QtBot
) -> None:
    click(opened, 2)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    model = opened.grid_model
    assert len(model.records) == 11
    assert "photos/002.jpg" not in shown_paths(opened)
    distances = [model.distances[record.id] for record in model.records]
    assert distances == sorted(distances)
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert f"rank 1, distance {distances[0]:.3f}" in tip


def test_escape_goes_back_to_the_archive_and_its_filter(opened: MainWindow, qtbot: QtBot) -> None:
    opened.header.filter.setFocus()
    qtbot.keyClicks(opened.header.filter, "00")
    wait_until(lambda: len(opened.grid_model.records) == 10)
    qtbot.keyClick(opened.header.filter, Qt.Key.Key_Return)
    click(opened, 2)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    assert len(opened.grid_model.records) == 11
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert opened.browsing.scope is Scope.ARCHIVE
    assert len(opened.grid_model.records) == 10
    assert not opened.query_panel.zone.has_picture


def test_a_copied_picture_is_the_query_after_pasting(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    picture = QImage(str(archive / "photos" / "007.jpg"))
    QGuiApplication.clipboard().setMimeData(picture_mime(picture))
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened, Qt.Key.Key_V, CTRL)
    assert shown_paths(opened)[0] == "photos/007.jpg"


def test_a_picture_dropped_from_a_browser_is_the_query(opened: MainWindow, archive: Path) -> None:
    picture = QImage(str(archive / "photos" / "003.jpg"))
    with wait_for(opened.query_finished):
        assert drop(opened, opened.grid, picture_mime(picture))
    assert shown_paths(opened)[0] == "photos/003.jpg"


def test_an_image_dragged_from_the_grid_is_the_query(opened: MainWindow) -> None:
    with wait_for(opened.query_finished):
        assert drop(opened, opened.query_panel.zone, rows_mime(opened, [5]))
    assert opened.query.query is not None
    assert opened.query.query.name == "005.jpg"


def test_an_address_without_its_picture_says_what_to_do(opened: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/picture.jpg")])
    drop(opened, opened.query_panel.zone, data)
    assert "Copy the image" in opened.message_bar.text


def test_a_file_that_is_no_image_is_told(opened: MainWindow, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("no picture")
    drop(opened, opened.query_panel.zone, files_mime(letter))
    wait_until(lambda: "letter.txt" in opened.message_bar.text)


def test_the_sliders_show_more_and_nearer_ones_without_another_search(
    opened: MainWindow, qtbot: QtBot
) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    searches: list[object] = []
    opened.query_finished.connect(searches.append)
    limits, model = opened.query_panel.limits, opened.grid_model
    qtbot.keyClick(limits.count_slider, Qt.Key.Key_Home)
    wait_until(lambda: len(model.records) == 5)
    qtbot.keyClick(limits.count_slider, Qt.Key.Key_End)
    wait_until(lambda: len(model.records) == 11)
    assert opened.query.count == 5000
    for _ in range(20):
        qtbot.keyClick(limits.nearest_slider, Qt.Key.Key_PageDown)
    assert not model.records
    qtbot.keyClick(limits.nearest_slider, Qt.Key.Key_End)
    assert len(model.records) == 11
    assert opened.query.nearest is None
    # The same line lies over the bars, and is drawn down by hand.
    chart = opened.query_panel.chart
    middle = QPoint(chart.width() // 2, round(chart.line))
    qtbot.mousePress(chart, LEFT, NONE, middle)
    qtbot.mouseMove(chart, middle + QPoint(0, 3))
    qtbot.mouseRelease(chart, LEFT, NONE, middle + QPoint(0, 3))
    nearest = opened.query.nearest
    assert nearest is not None
    assert 0 < len(model.records) < 11
    assert max(model.distances.values()) <= nearest
    assert limits.nearest_slider.value() < limits.nearest_slider.maximum()
    assert not searches


def test_a_click_on_a_distance_goes_to_the_neighbour(opened: MainWindow, qtbot: QtBot) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    chart = opened.query_panel.chart
    middle = chart.rect().center()
    qtbot.mouseClick(chart, LEFT, NONE, middle)
    assert opened.grid.selected_records() == [opened.grid_model.records[5]]


def test_choosing_a_grouping_among_results_leaves_them(opened: MainWindow, qtbot: QtBot) -> None:
    make_grouping(opened, 0)
    make_grouping(opened, 6)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    panel = opened.groupings_panel.list
    place = panel.visualRect(panel.model_of_groupings.index(0)).center()
    qtbot.mouseClick(panel.viewport(), LEFT, NONE, place)
    assert opened.browsing.scope is Scope.RESULTS
    assert opened.workspace.active is not None
    assert opened.workspace.active.name == "000"


def test_results_are_renewed_by_a_scan(opened: MainWindow, archive: Path, qtbot: QtBot) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    shutil.copy(archive / "photos" / "000.jpg", archive / "photos" / "twin.jpg")
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened, Qt.Key.Key_F5)
    assert shown_paths(opened)[0] == "photos/twin.jpg"


def read_a_twin(window: MainWindow, archive: Path) -> None:
    """Have another image read as a scan does that is not over yet."""
    shutil.copy(archive / "photos" / "000.jpg", archive / "photos" / "twin.jpg")
    project = window.workspace.require_project()
    index_archive(project)
    window.workspace.replace_images(list_in_order(project))


def test_an_image_read_since_the_last_query_can_be_the_query(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    qtbot.keyClick(opened.grid, Qt.Key.Key_Escape)
    read_a_twin(opened, archive)
    click(opened, shown_paths(opened).index("photos/twin.jpg"))
    with wait_for(opened.query.ended):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    assert shown_paths(opened)[0] == "photos/000.jpg"
    assert opened.browsing.scope is Scope.RESULTS


def test_what_was_read_before_a_scan_was_stopped_is_found(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    read_a_twin(opened, archive)
    with wait_for(opened.project.scan_ended), occupied(opened, Lane.SCAN):
        qtbot.keyClick(opened, Qt.Key.Key_F5)
        qtbot.mouseClick(opened.status_bar.stop_button, LEFT)
    with wait_for(opened.query_finished):
        drop(opened, opened.query_panel.zone, files_mime(archive / "photos" / "000.jpg"))
    assert shown_paths(opened)[0] == "photos/twin.jpg"


def test_a_search_that_is_stopped_is_over(opened: MainWindow, qtbot: QtBot) -> None:
    def facts() -> list[str]:
        return [label.text() for label in opened.query_panel.findChildren(QLabel)]

    click(opened, 0)
    with wait_for(opened.query.ended), occupied(opened, Lane.SEARCH):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
        assert "Searching…" in facts()
        qtbot.mouseClick(opened.status_bar.stop_button, LEFT)
    assert "Searching…" not in facts()
    assert "The search ended without a result." in facts()


def test_only_the_last_of_two_searches_brings_results(opened: MainWindow, qtbot: QtBot) -> None:
    ended: list[bool] = []
    opened.query.ended.connect(lambda: ended.append(True))
    click(opened, 0)
    first_is_done = threading.Event()
    qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    opened.runner.start(Lane.SEARCH, lambda _: first_is_done.set())
    # No event comes through meanwhile, so what the first found is still to be taken.
    assert first_is_done.wait(PATIENCE)
    opened.query.again()
    wait_until(lambda: not opened.runner.jobs)
    assert ended == [True]


def test_a_rectangle_drawn_in_the_viewer_is_the_query(opened: MainWindow, qtbot: QtBot) -> None:
    click(opened, 8)
    with wait_for(opened.viewer.shown_picture):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Space)
    canvas = opened.viewer.canvas
    middle = canvas.rect().center()
    qtbot.keyClick(opened.viewer, Qt.Key.Key_R)
    with wait_for(opened.query_finished):
        qtbot.mousePress(canvas, LEFT, NONE, middle - QPoint(80, 70))
        qtbot.mouseMove(canvas, middle + QPoint(20, 20))
        qtbot.mouseRelease(canvas, LEFT, NONE, middle + QPoint(80, 70))
    assert not opened.viewer.isVisible()
    assert opened.query.query is not None
    assert opened.query.query.name == "Part of 008.jpg"
    source = opened.query.query.pictures[0].source
    assert isinstance(source, bytes)
    part, whole = QImage.fromData(source), QSize(120, 90)
    assert QSize(16, 16).boundedTo(part.size()) == QSize(16, 16)
    assert part.size().boundedTo(whole / 2) == part.size()
    assert len(shown_paths(opened)) == 12
