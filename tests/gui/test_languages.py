"""The window in other languages: German, French, and one for testers, from right to left."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.translation import PSEUDO, counted, filled, speak, translated
from archive_gui.words import joined, number, say, say_count
from tests.gui.events import LEFT, click, make_grouping, place_of, wait_for, wait_until

MARKED = re.compile("⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2}")
# Names of files and groupings, of kinds of file, of the program and of keys.
NAMES = re.compile(
    r"\d{3}(\.jpg)?|photos|archive-gui|archive|JPEG|Ctrl|Shift|Alt|Esc|Return|Space|Del|F\d+|px|KiB"
)


@pytest.fixture
def speaking(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], None]]:
    """Has what is made from now on speak a language; the program is English again afterwards."""
    before = QLocale()

    def choose(language: str) -> None:
        monkeypatch.setenv("ARCHIVE_GUI_LANGUAGE", language)
        speak(qapp, "")

    yield choose
    choose("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(before)


def test_sentences_from_below_speak_the_language_of_the_window(speaking) -> None:
    marked = say_count(1, "{n:,} grouping", "{n:,} groupings")
    figure = say("{figure} ({low:.3f} to {high:.3f})", figure=number(0.5, ".1f"), low=0, high=1.0)
    told = joined((marked, figure, "plain"), "; ")
    speaking("de")
    assert translated(told) == "1 Gruppierung; 0,5 (0,000 bis 1,000); plain"
    speaking("fr")
    assert translated(told) == "1 regroupement; 0,5 (0,000 à 1,000); plain"
    assert told.startswith("1 grouping; 0.5 (0.000 to")


@pytest.mark.parametrize(
    ("language", "whole", "share", "none"),
    [
        ("en", "12,345", "50%", "0 images"),
        ("de", "12.345", "50\u00a0%", "0 images"),
        ("fr", "12\u202f345", "50\u00a0%", "0 image"),
    ],
)
def test_numbers_are_written_as_the_language_does(speaking, language, whole, share, none) -> None:
    speaking(language)
    assert filled("{n:,}", n=12_345) == whole
    assert filled("{n:.0%}", n=0.5) == share
    assert counted(0, "{n:,} image", "{n:,} images") == none
    assert filled("{n}, {name}", n=12_345, name="1,5.jpg") == "12345, 1,5.jpg"


def test_the_buttons_of_qt_speak_the_language_too(speaking, qtbot: QtBot) -> None:
    speaking("de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_two_entries_of_a_menu_have_one_mnemonic(speaking, open_window, language: str) -> None:
    speaking(language)
    window = open_window()
    assert (window.menuBar().actions()[0].text() == "&File") is (language == "en")
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        letters = [
            match[1].casefold()
            for action in menu.actions()
            if (match := re.search(r"&([^&\s])", action.text().replace("&&", "")))
        ]
        assert len(letters) == len(set(letters)), [action.text() for action in menu.actions()]


def seen(root: QWidget) -> Iterator[str]:
    """All that can be read of what is visible, tool tips and names for screen readers too."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield widget.toolTip()
        yield widget.accessibleName()
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(place) for place in range(widget.count()))
            case QTabBar():
                yield from (widget.tabText(place) for place in range(widget.count()))
            case QDockWidget():
                yield widget.windowTitle()


def untranslated(texts: Iterator[str]) -> set[str]:
    """Those with words that went through no translation and are no names."""
    found = set()
    for text in texts:
        rest = re.sub("<[^>]*>", "", text)
        while MARKED.search(rest):
            rest = MARKED.sub("", rest)
        if WORD.search(NAMES.sub("", rest)):
            found.add(text)
    return found


@pytest.fixture
def mirrored(speaking, open_window, archive: Path) -> MainWindow:
    """A window that is written from right to left, on an archive with a grouping."""
    speaking(PSEUDO)
    window: MainWindow = open_window()
    (archive / "photos" / "999.jpg").write_bytes(b"nothing")
    with wait_for(window.scan_finished):
        window.project.open(archive)
    window.grid.setFocus()
    return window


def test_all_that_is_seen_went_through_translation(mirrored: MainWindow) -> None:
    window = mirrored
    found = untranslated(action.text() for action in window.findChildren(QAction))
    found |= untranslated(action.toolTip() for action in window.findChildren(QAction))
    make_grouping(window, 0, [1, 2], [3])
    found |= untranslated(seen(window))
    click(window, 0)
    with wait_for(window.query_finished):
        QTest.keyClick(window.grid, Qt.Key.Key_Return)
    found |= untranslated(seen(window))
    click(window, 0)
    with wait_for(window.viewer.shown_picture):
        QTest.keyClick(window.grid, Qt.Key.Key_Space)
    found |= untranslated(seen(window))
    QTest.keyClick(window.viewer, Qt.Key.Key_Escape)
    tabs = window.training_panel.tabs
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        found |= untranslated(seen(window))
    assert found == set()


def test_the_grid_and_its_keys_go_from_right_to_left(mirrored: MainWindow) -> None:
    window = mirrored
    first, second = place_of(window, 0), place_of(window, 1)
    assert first.y() == second.y()
    assert first.x() > second.x() > 0
    QTest.mouseClick(window.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, second)
    assert window.grid.currentIndex().row() == 1
    QTest.keyClick(window.grid, Qt.Key.Key_Right)
    assert window.grid.currentIndex().row() == 0
    QTest.keyClick(window.grid, Qt.Key.Key_Left)
    QTest.keyClick(window.grid, Qt.Key.Key_Left)
    assert window.grid.currentIndex().row() == 2
    with wait_for(window.viewer.shown_picture):
        QTest.keyClick(window.grid, Qt.Key.Key_Space)
    with wait_for(window.viewer.shown_picture):
        QTest.keyClick(window.viewer, Qt.Key.Key_Left)
    assert window.grid.currentIndex().row() == 3


def test_the_groupings_lie_where_lines_begin(mirrored: MainWindow) -> None:
    window = mirrored

    def left(widget: QWidget) -> int:
        return widget.mapTo(window, QPoint()).x()

    wait_until(lambda: window.groupings_panel.isVisible())
    assert left(window.groupings_panel) > left(window.grid) > left(window.query_panel)
