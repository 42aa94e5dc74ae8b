import csv
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from archive_gui.gui.main_window import MainWindow
from tests.gui.events import CTRL, make_grouping, wait_for


def test_triplets_are_written_to_the_file_that_is_chosen(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1, 2], [5, 6, 7])
    qtbot.keyClick(opened, Qt.Key.Key_E, CTRL)
    dialog = opened.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine.csv")
    with wait_for(opened.exported) as exported:
        dialog.accept()
    assert exported.args == [tmp_path / "mine.csv", 6]
    with (tmp_path / "mine.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6
    assert rows[0] == {
        "grouping": "000",
        "anchor": "photos/000.jpg",
        "positive": "photos/001.jpg",
        "negative": "photos/005.jpg",
    }
    assert "6 triplets written" in opened.message_bar.text
    opened.window_actions.contact_sheet.trigger()
    again = next(each for each in opened.findChildren(QFileDialog) if each.isVisible())
    assert Path(again.directory().absolutePath()) == tmp_path
    again.reject()


def test_an_export_without_negatives_says_what_is_wanting(
    opened: MainWindow, tmp_path: Path
) -> None:
    make_grouping(opened, 0, [1])
    with wait_for(opened.exported):
        opened.exports.triplets(tmp_path / "none.csv")
    assert "no triplets yet" in opened.message_bar.text


def test_a_place_that_cannot_be_written_is_told(opened: MainWindow, tmp_path: Path) -> None:
    with wait_for(opened.runner.failed):
        opened.exports.triplets(tmp_path / "nowhere" / "triplets.csv")
    assert "choose another place" in opened.message_bar.text


def test_embeddings_are_written_for_every_image(opened: MainWindow, tmp_path: Path) -> None:
    with wait_for(opened.exported):
        opened.exports.embeddings(tmp_path / "embeddings.npz")
    with np.load(tmp_path / "embeddings.npz", allow_pickle=False) as file:
        assert file["embeddings"].shape[0] == 12
        assert str(file["paths"][0]) == "photos/000.jpg"
