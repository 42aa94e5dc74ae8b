"""Names of files and groupings are shown as they are, whatever they look like."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from archive_gui.gui.main_window import MainWindow
from tests.conftest import draw
from tests.gui.events import drop, files_mime, make_grouping, wait_for, wait_until

FOLDER, NAME = "<img src=evil>", "<b>evil &amp; <table border=9>{number}"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "<h1>evil"
    (folder / FOLDER).mkdir(parents=True)
    for number in range(6):
        draw(number).save(folder / FOLDER / f"{NAME.format(number=number)}.png")
    (folder / FOLDER / "<i>evil letter.png").write_text("Dear Sir")
    return folder


def taken_for_html(window: MainWindow) -> Iterator[str]:
    """Each text with an evil name that Qt would take for more than text."""
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        if looks_evil(tip):
            yield f"the tip of {widget.metaObject().className()}: {tip}"
        plain = Qt.TextFormat.PlainText
        if (
            isinstance(widget, QLabel)
            and widget.textFormat() != plain
            and looks_evil(widget.text())
        ):
            yield f"{widget.parent().metaObject().className()}: {widget.text()}"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in indexes(widget.model()):
                tip = index.data(Qt.ItemDataRole.ToolTipRole) or ""
                if looks_evil(tip):
                    yield f"a tip in {widget.metaObject().className()}: {tip}"


def looks_evil(text: str) -> bool:
    return Qt.mightBeRichText(text) and any(tag in text for tag in ("<b>", "<img", "<h1>", "<i>"))


def indexes(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        # The count of a list is no part of its face.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield model.index(row, column)


def test_no_name_is_taken_for_html(window: MainWindow, archive: Path) -> None:
    with wait_for(window.scan_finished):
        drop(window, window.welcome, files_mime(archive))
    wait_until(lambda: len(window.grid_model.records) == 7)
    found = list(taken_for_html(window))
    make_grouping(window, 0, [1, 2], [3])
    found += taken_for_html(window)
    asked = archive / FOLDER / f"{NAME.format(number=1)}.png"
    with wait_for(window.query_finished):
        drop(window, window.query_panel.zone, files_mime(asked))
    found += taken_for_html(window)
    window.grid.setFocus()
    QTest.keyClick(window.grid, Qt.Key.Key_Space)
    wait_until(lambda: window.viewer.isVisible())
    QTest.keyClick(window.viewer, Qt.Key.Key_I)
    found += taken_for_html(window)
    assert "\n".join(sorted(set(found))) == ""
