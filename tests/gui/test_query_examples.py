"""Queries of several pictures, refined by examples, and of parts of pictures from elsewhere."""

import base64
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from archive_gui.gui.main_window import MainWindow
from archive_gui.operations.examples import Query, Side
from tests.conftest import draw
from tests.gui.events import (
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    click,
    drop,
    files_mime,
    picture_mime,
    rows_mime,
    select,
    wait_for,
    wait_until,
)


def asked(window: MainWindow) -> Query:
    assert window.query.query is not None
    return window.query.query


def names(window: MainWindow) -> dict[Side, list[str]]:
    found: dict[Side, list[str]] = {side: [] for side in Side}
    for side, example in asked(window).examples():
        found[side].append(example.name)
    return found


def band(window: MainWindow, side: Side) -> QPoint:
    """The middle of one half of the zone."""
    area = next(area for each, area in window.query_panel.zone.bands() if each is side)
    return area.center().toPoint()


def test_several_files_are_one_query_and_each_can_be_taken_away(
    opened: MainWindow, archive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / f"outside {number}.jpg" for number in (2, 5, 7)]
    for file in files:
        shutil.copy(archive / "photos" / f"00{file.stem[-1]}.jpg", file)
    letter = tmp_path / "letter.txt"
    letter.write_text("no picture")
    zone, strip = opened.query_panel.zone, opened.query_panel.strip
    with wait_for(opened.query_finished) as finished:
        assert drop(opened, zone, files_mime(*files, letter))
    # One bad file is told of and stops nothing.
    assert "letter.txt" in opened.message_bar.text
    assert names(opened)[Side.PICTURE] == [file.name for file in files]
    nearest = [result.image.path for result in finished.args[0].results[:3]]
    assert set(nearest) == {"photos/002.jpg", "photos/005.jpg", "photos/007.jpg"}
    assert strip.isVisible()
    assert strip.count() == 3
    with wait_for(opened.query_finished):
        qtbot.mouseClick(strip.viewport(), LEFT, NONE, strip.cross_of(0).center())
    strip.setFocus()
    strip.setCurrentRow(1)
    with wait_for(opened.query_finished):
        qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert names(opened)[Side.PICTURE] == ["outside 5.jpg"]
    assert opened.grid_model.records[0].path == "photos/005.jpg"
    assert not strip.isVisible()


def test_several_images_of_the_grid_are_one_query_without_themselves(
    opened: MainWindow, qtbot: QtBot
) -> None:
    select(opened, [1, 4])
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    assert len(opened.grid_model.records) == 10
    assert asked(opened).images() == {opened.workspace.listed_images()[row].id for row in (1, 4)}
    assert "Similar to 001.jpg and 1 more" in opened.header._title.text()
    # Anywhere but in the grid itself images of the grid begin a query, too.
    assert not drop(opened, opened.grid, rows_mime(opened, [2]))
    with wait_for(opened.query_finished):
        assert drop(opened, opened.training_panel, rows_mime(opened, [2]))
    assert len(asked(opened).pictures) == 1


def test_results_become_examples_by_keys_menu_and_the_halves_of_the_zone(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    panel, grid = opened.query_panel, opened.grid
    click(opened, 0)
    assert not opened.window_actions.more_like.isEnabled()
    with wait_for(opened.query_finished):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    click(opened, 3)
    liked = grid.selected_records()[0]
    with wait_for(opened.query_finished):
        qtbot.keyClick(grid, Qt.Key.Key_M)
    assert opened.grid_model.row_of(liked.id) < 0
    click(opened, 9)
    unlike = grid.selected_records()[0]
    with wait_for(opened.query_finished):
        qtbot.keyClick(grid, Qt.Key.Key_L)
    assert opened.window_actions.less_like in grid.actions()
    with wait_for(opened.query_finished):
        drop(opened, panel.zone, rows_mime(opened, [1]), band(opened, Side.MORE))
    draw(70).save(tmp_path / "outside.png")
    with wait_for(opened.query_finished):
        drop(opened, panel.zone, files_mime(tmp_path / "outside.png"), band(opened, Side.LESS))
    found = asked(opened)
    assert [e.source for e in found.pictures] == [opened.workspace.listed_images()[0].id]
    assert len(found.more) == 2
    assert [e.name for e in found.less] == [unlike.path[-7:], "outside.png"]
    assert panel.strip.count() == 5
    assert not found.images() & {record.id for record in opened.grid_model.records}
    # Each refinement is a query of its own to go back to; above the halves a new one begins.
    with wait_for(opened.query.returned):
        qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert len(asked(opened).less) == 1
    with wait_for(opened.query_finished):
        drop(opened, panel.zone, files_mime(tmp_path / "outside.png"), QPoint(60, 20))
    assert names(opened) == {Side.PICTURE: ["outside.png"], Side.MORE: [], Side.LESS: []}


def test_pasting_before_anything_was_copied_says_what_can_be(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)
    qtbot.keyClick(opened, Qt.Key.Key_V, CTRL)
    assert [card.message.text for card in opened.message_bar.cards] == [
        "There is no picture on the clipboard."
    ]


def test_a_part_drawn_on_the_preview_of_a_pasted_picture_is_the_query(
    opened: MainWindow, qtbot: QtBot
) -> None:
    pasted = QImage(600, 300, QImage.Format.Format_RGB32)
    pasted.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setMimeData(picture_mime(pasted))
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened, Qt.Key.Key_V, CTRL)
    zone = opened.query_panel.zone
    wait_until(lambda: zone.has_picture)
    target: QRect = zone._target()
    start, end = target.topLeft() + QPoint(2, 2), target.center()
    with wait_for(opened.query_finished):
        qtbot.mousePress(zone, LEFT, NONE, start)
        qtbot.mouseMove(zone, start + QPoint(20, 20))
        qtbot.mouseMove(zone, end)
        qtbot.mouseRelease(zone, LEFT, NONE, end)
    assert asked(opened).name == "Part of Pasted picture"
    part = QImage.fromData(asked(opened).pictures[0].source)
    assert 250 < part.width() <= 300
    # By keys: a frame in the middle, moved, made smaller, and taken.
    wait_until(lambda: zone.has_picture)
    zone.setFocus()
    with wait_for(opened.query_finished):
        for key, modifiers in (
            (Qt.Key.Key_R, NONE),
            (Qt.Key.Key_Left, NONE),
            (Qt.Key.Key_Up, SHIFT),
            (Qt.Key.Key_Return, NONE),
        ):
            qtbot.keyClick(zone, key, modifiers)
    smaller = QImage.fromData(asked(opened).pictures[0].source)
    assert abs(smaller.width() - part.width() / 2) <= 1
    assert smaller.height() < part.height() / 2
    wait_until(lambda: zone.has_picture)
    zone.setFocus()
    qtbot.keyClick(zone, Qt.Key.Key_R)
    qtbot.keyClick(zone, Qt.Key.Key_Escape)
    assert opened.query.query is not None


def test_a_picture_that_stands_in_the_page_is_the_query(opened: MainWindow, archive: Path) -> None:
    picture = (archive / "photos" / "006.jpg").read_bytes()
    inline = QMimeData()
    encoded = base64.b64encode(picture).decode()
    inline.setHtml(f'<meta charset="utf-8"><img src="data:image/jpeg;base64,{encoded}">')
    raw = QMimeData()
    raw.setData("image/jpeg", picture)
    for data in (inline, raw):
        with wait_for(opened.query_finished):
            assert drop(opened, opened.training_panel, data)
        assert opened.grid_model.records[0].path == "photos/006.jpg"


def test_what_cannot_be_asked_with_is_told_in_one_sentence(
    opened: MainWindow, archive: Path, qtbot: QtBot
) -> None:
    (archive / "photos" / "bad.jpg").write_text("Dear Sir")
    (archive / "photos" / "003.jpg").unlink()
    with wait_for(opened.scan_finished):
        qtbot.keyClick(opened, Qt.Key.Key_F5)
    images = {image.path: image for image in opened.workspace.images.values()}
    # As the catalog knows an image of a grouping whose file is gone.
    images["photos/003.jpg"] = replace(images["photos/000.jpg"], path="003.jpg", missing=True)
    for name, words in (("bad", "cannot be read"), ("003", "no longer in the archive")):
        opened.query.by_image(images[f"photos/{name}.jpg"])
        assert name in opened.message_bar.text
        assert words in opened.message_bar.text
    assert opened.query.query is None
    with wait_for(opened.query_finished):
        opened.query.by_images([images["photos/bad.jpg"], images["photos/000.jpg"]])
    assert names(opened)[Side.PICTURE] == ["000.jpg"]


def test_how_many_files_were_left_out_is_told_in_the_right_number(
    opened: MainWindow, archive: Path, tmp_path: Path
) -> None:
    letters = [tmp_path / f"letter {number}.txt" for number in range(3)]
    for letter in letters:
        letter.write_text("no picture")
    picture = archive / "photos" / "000.jpg"
    for count, words in ((2, "1 more was left out, too."), (3, "2 more were left out, too.")):
        with wait_for(opened.query_finished):
            drop(
                opened, opened.query_panel.zone, files_mime(picture, *letters[:count]), QPoint(9, 9)
            )
        assert opened.message_bar.text.endswith(words)
