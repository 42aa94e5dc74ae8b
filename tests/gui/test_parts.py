"""The parts of the window that need no window."""

import gc
import math
import re
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui import mime
from archive_gui.gui.app import make_application
from archive_gui.gui.grid.arrange import (
    Arrangement,
    Marks,
    Show,
    Sort,
    arrange,
    in_name_order,
    natural_key,
)
from archive_gui.gui.grid.contents import Contents
from archive_gui.gui.grid.folders import FolderChooser
from archive_gui.gui.grid.keys import row_after
from archive_gui.gui.grid.layout import GridLayout
from archive_gui.gui.listing import Listing, let_go
from archive_gui.gui.panels.plots import Plots
from archive_gui.gui.panels.versions import Versions
from archive_gui.gui.theme import ThemeManager, theme
from archive_gui.gui.workers import Job, Lane, put_window_first
from archive_gui.gui.workspace import Workspace
from archive_gui.learning.metrics import EpochReport, Metrics
from archive_gui.operations.reading_copies import open_reading_copy
from archive_gui.operations.versions import ModelSummary
from tests.gui.events import wait_until

LAYOUT = GridLayout(count=11, width=340, cell_width=100, cell_height=80, gap=8)


def record(number: int, path: str) -> ImageRecord:
    return ImageRecord(number, path, number, number, "", 1, 1, "JPEG", 1, None, False)


def test_names_are_in_the_order_in_which_people_count() -> None:
    paths = ["page 10.jpg", "page 9.jpg", "Page 1.jpg", "10.jpg", "9.jpg"]
    ordered = in_name_order(record(number, path) for number, path in enumerate(paths))
    assert [each.path for each in ordered] == [
        "9.jpg",
        "10.jpg",
        "Page 1.jpg",
        "page 9.jpg",
        "page 10.jpg",
    ]


def counted(path: str) -> list[str | int]:
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", path)]


def test_names_of_all_kinds_are_in_that_order_too() -> None:
    rng = np.random.default_rng(1)
    names = ["".join(rng.choice(list("ab /é.019٣"), rng.integers(1, 12))) for _ in range(2000)]
    assert sorted(names, key=natural_key) == sorted(names, key=counted)


def shown(
    contents: Contents, wanted: Arrangement, marks: Marks | None = None, **distances: float
) -> list[int]:
    near = {int(name[1:]): distance for name, distance in distances.items()}
    places = arrange(contents, wanted, marks or Marks(), near)
    return contents.ids[places].tolist()


def test_a_filter_by_mark_and_an_order_by_distance_go_together() -> None:
    contents = Contents([record(number, f"{number}.jpg") for number in range(4)])
    marks = Marks({0: Role.ANCHOR, 2: Role.POSITIVE, 3: Role.POSITIVE})
    wanted = Arrangement(show=Show.POSITIVE, sort=Sort.DISTANCE)
    assert shown(contents, wanted, marks, _2=0.7, _3=0.2) == [3, 2]
    assert shown(contents, replace(wanted, descending=True), marks, _2=0.7, _3=0.2) == [2, 3]


def test_what_passes_a_filter_has_passed_each_part_of_it() -> None:
    paths = ["a/Cafe\u0301 1.tif", "a/b/café 2.jpg", "a/b/café 3.tif", "ab/café 4.tif"]
    images = [record(number, path) for number, path in enumerate(paths)]
    images = [replace(image, format=image.path[-3:].upper()) for image in images]
    images[2] = replace(images[2], error="cannot be read")
    contents = Contents(images)
    other = {1: Role.ANCHOR, 2: Role.NEGATIVE}
    marks = Marks({0: Role.ANCHOR}, other, lambda _: other)
    every = Arrangement(text="CAFÉ")
    assert shown(contents, every) == [0, 1, 2, 3]
    assert shown(contents, replace(every, folder="a")) == [0, 1, 2]
    assert shown(contents, replace(every, folder="a", format="TIF")) == [0, 2]
    assert shown(contents, replace(every, folder="a", format="TIF", failed=True)) == [2]
    assert shown(contents, replace(every, grouping=7), marks) == [1, 2]
    assert shown(contents, replace(every, grouping=7, show=Show.NEGATIVE), marks) == [2]
    assert shown(contents, replace(every, show=Show.UNMARKED), marks) == [1, 2, 3]
    assert shown(contents, replace(every, show=Show.IN_NONE), marks) == [3]


def test_words_are_found_in_what_is_known_of_an_image_besides_its_path() -> None:
    images = [record(number, f"a/{number}.jpg") for number in range(4)]
    contents = Contents(images, {0: "br\u00fccke\nbasel", 2: "markt\nbasel"})
    assert shown(contents, Arrangement(text="Basel")) == [0, 2]
    assert shown(contents, Arrangement(text="basel a/2")) == [2]
    assert shown(contents, Arrangement(text="BRU\u0308CKE")) == [0]
    assert shown(contents, Arrangement(text="brueckebasel")) == []
    contents.update([replace(images[2], path="b/2.jpg")])
    assert shown(contents, Arrangement(text="basel a")) == [0, 2]
    assert shown(contents, Arrangement(text="basel b/")) == [2]
    contents.take_words({3: "basel"})
    assert shown(contents, Arrangement(text="basel")) == [3]


def test_newer_records_are_filtered_and_ordered_by_what_they_say() -> None:
    images = [record(number, f"{number}.jpg") for number in range(3)]
    contents = Contents(images)
    by_size = Arrangement(sort=Sort.SIZE, descending=True)
    assert shown(contents, by_size) == [2, 1, 0]
    assert shown(contents, Arrangement(failed=True)) == []
    places, changed = contents.update([replace(images[1], size=9, error="cannot be read")])
    assert (places, changed) == ([1], {"sizes", "failed"})
    assert shown(contents, by_size) == [1, 2, 0]
    assert shown(contents, Arrangement(failed=True)) == [1]


def test_no_column_is_left_to_be_made_when_all_were() -> None:
    images = [record(number, f"{number}.jpg") for number in range(3)]
    contents = Contents(images)
    contents.make_columns()
    # Whatever is asked for now comes from the columns.
    contents.images = []
    wanted = Arrangement(text="JPG", format="JPEG", sort=Sort.DATE, descending=True)
    assert shown(contents, wanted, Marks({1: Role.ANCHOR})) == [2, 1, 0]
    assert shown(contents, Arrangement(folder="a", sort=Sort.SIZE)) == []
    assert shown(contents, Arrangement(failed=True)) == []
    assert contents.table[[2, 0]].tolist() == [images[2], images[0]]


def test_who_has_a_former_listing_still_keeps_it_whole() -> None:
    images = [record(number, f"{number}.jpg") for number in range(3000)]
    by_id = {image.id: image for image in images}
    contents = Contents(images)
    former = [Listing(by_id, contents)]
    let_go(former)
    assert former == []
    assert (len(by_id), len(contents)) == (3000, 3000)


def test_the_window_goes_before_what_python_does_besides() -> None:
    turn = sys.getswitchinterval()
    try:
        put_window_first()
        assert sys.getswitchinterval() < turn
        assert gc.get_freeze_count() > 0
        assert gc.collect() == 0
    finally:
        sys.setswitchinterval(turn)
        gc.unfreeze()


def test_every_cell_is_found_where_it_lies() -> None:
    assert (LAYOUT.columns, LAYOUT.lines) == (3, 4)
    for row in range(LAYOUT.count):
        middle = LAYOUT.rect(row).center()
        assert LAYOUT.row_at(middle.x(), middle.y()) == row
    assert LAYOUT.row_at(0, 0) == -1


def test_a_rectangle_touches_runs_of_cells_line_by_line() -> None:
    area = QRect(LAYOUT.rect(1).center(), LAYOUT.rect(5).center())
    assert list(LAYOUT.spans_in(area)) == [(1, 2), (4, 5)]


def test_keys_walk_through_lines_and_stop_at_the_ends() -> None:
    key = Qt.Key
    assert row_after(key.Key_Down, 1, LAYOUT, 2) == 4
    assert row_after(key.Key_Up, 1, LAYOUT, 2) == 1
    assert row_after(key.Key_Down, 8, LAYOUT, 2) == 10
    assert row_after(key.Key_PageDown, 1, LAYOUT, 2) == 7
    assert row_after(key.Key_Left, 0, LAYOUT, 2) == 0
    assert row_after(key.Key_Down, -1, LAYOUT, 2) == 0
    assert row_after(key.Key_Tab, 1, LAYOUT, 2) is None


def test_a_drop_is_read_as_the_most_that_it_holds() -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    data = QMimeData()
    assert not mime.can_read(data, None)
    data.setUrls([QUrl("https://example.org/a.jpg")])
    assert mime.read(data, None).remote == "https://example.org/a.jpg"
    data.setImageData(picture)
    assert mime.read(data, None).picture == picture
    data.setUrls([QUrl.fromLocalFile("/tmp/a.jpg")])
    assert [file.name for file in mime.read(data, None).files] == ["a.jpg"]


def test_time_left_goes_by_the_pace_of_the_phase() -> None:
    job = Job(Lane.SCAN, "Scanning")
    job.note(5, 10, "Reading")
    assert job.seconds_left() is None
    job.note(0, 0, "Waiting")
    assert job.seconds_left() is None


def test_the_stages_of_a_training_have_as_much_room_each_and_a_gap_between_them() -> None:
    make_application()
    plots = Plots()
    figures = Metrics(0.5, 0.5, 0.5, 0.5, 0.5)
    reports = [EpochReport("head", epoch, 2, 0.3, figures) for epoch in (1, 2)]
    plots.show_reports([*reports, EpochReport("top", 1, 4, 0.9, None)])
    drawn = [
        list(zip(*(item.getData()), strict=True))
        for plot in plots.findChildren(pg.PlotWidget)
        for item in plot.listDataItems()
    ]
    loss = next(points for points in drawn if len(points) == 4)
    assert [at for at, _ in loss] == [0.5, 1.0, 1.0, 1.25]
    assert [value for _, value in loss if not math.isnan(value)] == [0.3, 0.3, 0.9]
    assert math.isnan(loss[2][1])
    plots.show_reports([])
    assert not [
        item
        for plot in plots.findChildren(pg.PlotWidget)
        for item in plot.items()
        if isinstance(item, pg.InfiniteLine) and item.isVisible()
    ]


def test_the_versions_tell_which_answers_which_is_in_use_and_which_was_on_the_way(
    tmp_path: Path,
) -> None:
    make_application()
    workspace = Workspace()
    (tmp_path / "archive").mkdir()
    workspace.project = Project.create(tmp_path / "project", tmp_path / "archive")
    versions = Versions(workspace)
    figures = Metrics(0.5, 0.5, 0.5, 0.5, 0.5)
    made = ("2026-11-24T12:00:00+00:00", "efficientnet-lite0")
    models = [
        ModelSummary(0, *made, "untrained", None, None, False, False),
        ModelSummary(1, *made, "head", figures, figures, False, True, quick_of=2),
        ModelSummary(2, *made, "top", figures, figures, True, False),
    ]
    versions.show_models(models)
    table = versions.table
    items = [table.topLevelItem(row) for row in range(3)]
    assert [item.text(4) for item in items] == ["Thorough", "Quick \u2192 2", "\u2013"]
    assert [item.text(2) for item in items] == ["chosen, not ready yet", "\u2713 answers", ""]
    assert [item.font(0).bold() for item in items] == [True, False, False]
    assert items[0].toolTip(2) == "In use; answers as soon as the archive is prepared for it"
    wanted: list[int] = []
    versions.use_wanted.connect(wanted.append)
    for item in items:
        table.clearSelection()
        item.setSelected(True)
        versions.use_button.click()
    assert wanted == [2, 1, 0]
    # A copy of it to look at stays as it is.
    workspace.project.close()
    with open_reading_copy(tmp_path / "project") as workspace.project:
        idle = ModelSummary(3, *made, "head", figures, figures, False, False)
        versions.show_models([*models, idle], deleted=1)
        table.clearSelection()
        table.topLevelItem(0).setSelected(True)
        assert not table.topLevelItem(0).flags() & Qt.ItemFlag.ItemIsEditable
        versions.use_button.click()
        assert wanted == [2, 1, 0]
        for refused in (versions.rename_action, versions.delete_action, versions.restore_action):
            assert not refused.isEnabled()
        assert versions.card_action.isEnabled()


def test_of_thousands_of_folders_some_are_there_at_once_and_the_rest_follow() -> None:
    make_application()
    chooser = FolderChooser()
    heard: list[str] = []
    chooser.chosen.connect(heard.append)
    counts = {f"box {number}/in": 1 for number in range(1500)}
    chooser.offer("Archive", counts, "box 1400/in")
    top = chooser.tree.model().index(0, 0)
    boxes = chooser.tree.model().rowCount
    assert 0 < boxes(top) < 1500
    assert chooser.tree.currentIndex().data() == "Archive"
    wait_until(lambda: boxes(top) == 1500)
    assert chooser.tree.currentIndex().data() == "in"
    assert chooser.tree.currentIndex().parent().data() == "box 1400"
    assert top.siblingAtColumn(1).data() == "1,500"
    assert [chooser.tree.model().index(row, 0, top).data() for row in (0, 9, 1499)] == [
        "box 0",
        "box 9",
        "box 1499",
    ]
    # Whoever has gone elsewhere meanwhile stays there.
    chooser.offer("Archive", counts, "box 1400/in")
    chooser.tree.setCurrentIndex(chooser.tree.model().index(3, 0, chooser.tree.model().index(0, 0)))
    wait_until(lambda: boxes(chooser.tree.model().index(0, 0)) == 1500)
    assert chooser.tree.currentIndex().data() == "box 3"
    assert heard == ["box 3"]


def test_the_counts_of_folders_can_be_read_also_when_the_theme_changes_meanwhile() -> None:
    make_application()
    themes = ThemeManager.instance()
    try:
        themes.follow(Qt.ColorScheme.Dark)
        chooser = FolderChooser()
        chooser.offer("Archive", {"box": 1, "box/in": 2}, "")
        themes.follow(Qt.ColorScheme.Light)
        top = chooser.tree.model().index(0, 1)
        inside = chooser.tree.model().index(0, 1, top.siblingAtColumn(0))
        for number in (top, inside):
            brush = number.data(Qt.ItemDataRole.ForegroundRole)
            assert brush.color() == theme()["muted"]
    finally:
        themes.follow(Qt.ColorScheme.Unknown)
