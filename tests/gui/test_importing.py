"""What other programs know of the images: taken in by the menu, seen, found and grouped by."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from archive_gui.catalog.records import Role
from archive_gui.gui.conflicts_window import ConflictsWindow
from archive_gui.gui.main_window import MainWindow
from tests.gui.events import (
    LEFT,
    choose,
    click,
    make_grouping,
    mark,
    marked_rows,
    wait_for,
    wait_until,
)


def in_menu(menu: QMenu, *titles: str) -> QMenu:
    """The menu in a menu, by its title without its underlined letter."""
    for title in titles:
        inside = [action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu)]
        menu = next(each for each in inside if each.title().replace("&", "") == title)
    return menu


def answer(window: MainWindow, file: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(file.name)
    dialog.accept()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    places = ["Basel", "Bern", "Basel", "Chur", "Bern"]
    rows = [f"{n:03}.jpg;{place};<b>Brücke {n}</b>" for n, place in enumerate(places)]
    file = tmp_path / "tropy.csv"
    file.write_text("\n".join(["Photo;Place;Title", *rows, "gone.jpg;;"]), "cp1252")
    return file


def test_metadata_are_read_shown_searched_and_grouped_by(opened: MainWindow, table: Path) -> None:
    file, _, _, _, groupings, *_ = opened.menus.menus
    choose(in_menu(file, "Import"), opened.window_actions.import_metadata)
    with wait_for(opened.imports.imported):
        answer(opened, table)
    assert "tropy.csv says of 5 images" in opened.message_bar.text
    assert "line 7, gone.jpg is no image" in opened.message_bar.text

    opened.header.filter.setFocus()
    QTest.keyClicks(opened.header.filter, "basel")
    wait_until(lambda: opened.grid_model.rowCount() == 2)
    click(opened, 1)
    QTest.keyClick(opened.grid, Qt.Key.Key_Space)
    QTest.keyClick(opened.viewer, Qt.Key.Key_I)
    told = opened.viewer.info.metadata
    wait_until(lambda: "Place: Basel" in told.text())
    assert "Title: <b>Brücke 2</b>" in told.text()
    assert told.isVisible()
    QTest.keyClick(opened.viewer, Qt.Key.Key_Escape)
    opened.header.filter.clear()
    wait_until(lambda: opened.grid_model.rowCount() == 12)

    by_metadata = in_menu(groupings, "From metadata")
    by_metadata.popup(opened.pos())
    assert [action.text() for action in by_metadata.actions()] == [
        "Place  (2 groupings)",
        "Title  (0 groupings)",
    ]
    with wait_for(opened.marks_changed):
        choose(by_metadata, by_metadata.actions()[0])
    assert [g.name for g in opened.workspace.groupings.values()] == ["Basel", "Bern"]
    assert opened.workspace.undo == "Group by “Place”"
    with wait_for(opened.marks_changed):
        QTest.keyClick(opened.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not opened.workspace.groupings


def test_groupings_go_to_another_curator_and_come_back_with_conflicts(
    opened: MainWindow, tmp_path: Path
) -> None:
    make_grouping(opened, 0, [1], [2])
    file = opened.menus.menus[0]
    choose(in_menu(file, "Export"), opened.window_actions.export_groupings)
    dialog = next(each for each in opened.findChildren(QFileDialog) if each.isVisible())
    dialog.selectNameFilter(dialog.nameFilters()[2])
    dialog.filterSelected.emit(dialog.nameFilters()[2])
    assert Path(dialog.selectedFiles()[0]).name == "groupings.json"
    with wait_for(opened.exported) as exported:
        answer(opened, tmp_path / "groupings.json")
    assert exported.args == [tmp_path / "groupings.json", 3]

    mark(opened, [2], Qt.Key.Key_P)
    mark(opened, [1], Qt.Key.Key_U)
    choose(in_menu(file, "Import"), opened.window_actions.import_groupings)
    with wait_for(opened.imports.imported):
        answer(opened, tmp_path / "groupings.json")
    assert "1 new mark is merged" in opened.message_bar.text
    assert marked_rows(opened) == {0: Role.ANCHOR, 1: Role.POSITIVE, 2: Role.POSITIVE}
    QTest.mouseClick(opened.message_bar.buttons[0], LEFT)
    [conflicts] = opened.findChildren(ConflictsWindow)
    QTest.qWaitForWindowExposed(conflicts)
    row = conflicts.table.topLevelItem(0)
    assert row.text(1) == "photos/002.jpg"
    assert row.text(2).startswith("Positive  \u00b7  ")
    assert row.text(3).startswith("Negative  \u00b7  ")
    with wait_for(opened.marks_changed):
        QTest.mouseClick(conflicts.button, LEFT)
    assert marked_rows(opened)[2] is Role.NEGATIVE
    with wait_for(opened.marks_changed):
        opened.window_actions.undo.trigger()
    assert marked_rows(opened)[2] is Role.POSITIVE


def test_sidecars_go_to_a_folder_outside_the_archive_only(
    opened: MainWindow, archive: Path, tmp_path: Path
) -> None:
    make_grouping(opened, 0, [1])
    with wait_for(opened.runner.failed):
        opened.exports.sidecars(archive / "photos")
    assert "nothing is ever written" in opened.message_bar.text
    opened.window_actions.export_sidecars.trigger()
    (tmp_path / "out").mkdir()
    with wait_for(opened.exported) as exported:
        answer(opened, tmp_path / "out")
    assert exported.args == [tmp_path / "out", 2]
    assert (tmp_path / "out" / "photos" / "001.jpg.xmp").is_file()


def test_a_manifest_is_taken_in_by_the_menu(opened: MainWindow, tmp_path: Path) -> None:
    page = {"label": {"none": ["003"]}, "metadata": [{"label": "Place", "value": "Chur"}]}
    manifest = {"type": "Manifest", "label": {"en": ["Album"]}, "items": [page, {}]}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    file = opened.menus.menus[0]
    choose(in_menu(file, "Import"), opened.window_actions.import_manifest)
    with wait_for(opened.imports.imported):
        answer(opened, tmp_path / "manifest.json")
    assert "1 was left out: page 2" in opened.message_bar.text
    QTest.keyClicks(opened.header.filter, "chur album")
    wait_until(lambda: opened.grid_model.rowCount() == 1)
    assert opened.grid_model.records[0].path == "photos/003.jpg"
