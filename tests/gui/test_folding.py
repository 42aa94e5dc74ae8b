"""The place of training: it unfolds when it has something to show, and folds when work goes on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_gui.gui import folding
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.panels.training import TrainingPanel
from tests.gui.events import LEFT, click, let_pass, make_grouping, wait_for, wait_until


def height(window: MainWindow) -> int:
    # The window resizes what it holds a moment after it is told to.
    let_pass(1)
    return window.docks[-1].height()


def open_versions(window: MainWindow) -> TrainingPanel:
    """Go to the table of the versions by a click, as a result that is to be seen."""
    panel, low = window.training_panel, height(window)
    bar = panel.tabs.tabBar()
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(panel.tabs.indexOf(panel.versions)).center())
    wait_until(lambda: height(window) > low + 60)
    return panel


def search(window: MainWindow) -> None:
    click(window, 0)
    with wait_for(window.query_finished):
        QTest.keyClick(window.grid, Qt.Key.Key_Return)


def test_a_search_and_a_mark_fold_the_place_when_it_was_read(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "_READING_SECONDS", 0)
    low = height(opened)
    go_on: list[Callable[[], None]] = [
        lambda: search(opened),
        lambda: make_grouping(opened, 0, [1]),
    ]
    for act in go_on:
        panel = open_versions(opened)
        opened.grid.setFocus()
        act()
        wait_until(lambda: height(opened) == low)
        assert panel.tabs.currentWidget() is panel.page
    assert panel.versions.table.topLevelItemCount() == 1


def test_it_does_not_fold_while_it_is_read_or_has_the_keyboard(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = open_versions(opened)
    high = height(opened)
    opened.grid.setFocus()
    search(opened)
    assert height(opened) == high
    monkeypatch.setattr(folding, "_READING_SECONDS", 0)
    panel.versions.table.setFocus()
    opened.window_actions.similar.trigger()
    assert height(opened) == high
    assert panel.tabs.currentWidget() is panel.versions


def test_it_keeps_a_height_that_a_person_chose(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "_READING_SECONDS", 0)
    panel = open_versions(opened)
    opened.resizeDocks([opened.docks[-1]], [300], Qt.Orientation.Vertical)
    chosen = height(opened)
    opened.grid.setFocus()
    search(opened)
    assert height(opened) == chosen
    assert panel.tabs.currentWidget() is panel.versions


def test_its_button_folds_and_unfolds_it(opened: MainWindow) -> None:
    low, panel = height(opened), open_versions(opened)
    button = opened.folding.button
    wait_until(lambda: button.accessibleName() == "Fold to one line")
    QTest.mouseClick(button, LEFT)
    wait_until(lambda: height(opened) == low)
    wait_until(lambda: button.accessibleName() == "Show more of it")
    QTest.mouseClick(button, LEFT)
    wait_until(lambda: height(opened) > low + 60)
    panel.settings_button.click()
    QTest.mouseClick(button, LEFT)
    assert height(opened) > low + 60


def test_it_is_one_line_at_the_next_start(
    opened: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    low = height(opened)
    archive = opened.workspace.require_project().archive
    open_versions(opened)
    with wait_for(opened.window_closed):
        opened.close()
    again = open_window()
    with wait_for(again.scan_finished):
        again.project.open(archive)
    assert height(again) == low
