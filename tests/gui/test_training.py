from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from archive_gui.catalog.project import Project
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Lane
from archive_gui.learning.findings import Finding, Kind
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations import apart
from archive_gui.operations.apart import run_apart
from archive_gui.operations.training import TrainingReport
from archive_gui.operations.versions import list_models
from tests.gui.events import (
    CTRL,
    LEFT,
    click,
    click_version,
    make_grouping,
    wait_for,
    wait_until,
)


def get_ready(window: MainWindow, epochs: int) -> None:
    """Two groupings, and the quick training chosen with so many epochs."""
    make_grouping(window, 0, [1, 2, 3], [8, 9])
    make_grouping(window, 6, [5, 7, 4], [10, 11])
    panel = window.training_panel
    panel.depth_box.setFocus()
    QTest.keyClick(panel.depth_box, Qt.Key.Key_Home)
    assert panel.depth_box.chosen is Depth.HEAD
    panel.settings.epochs.setValue(epochs)


def start_and_see_epochs(window: MainWindow) -> None:
    with wait_for(window.training.epoch_ended):
        QTest.mouseClick(window.training_panel.start_button, LEFT)


def test_training_needs_a_positive_and_says_so(opened: MainWindow) -> None:
    panel = opened.training_panel
    assert not panel.start_button.isEnabled()
    assert not opened.window_actions.train.isEnabled()
    make_grouping(opened, 0, [1])
    assert panel.start_button.isEnabled()
    assert opened.window_actions.train.isEnabled()


def test_a_training_is_watched_to_its_end_and_results_follow_the_version_in_use(
    opened: MainWindow, qtbot: QtBot
) -> None:
    get_ready(opened, 5)
    panel = opened.training_panel
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    with wait_for(opened.training_finished) as finished:
        qtbot.keyClick(opened, Qt.Key.Key_T, CTRL)
        assert panel.stop_button.isVisible()
        assert not panel.start_button.isVisible()
        assert not opened.window_actions.train.isEnabled()
    report = finished.args[0]
    assert report.model == 1
    assert opened.grid.hasFocus()
    assert panel.curves.epochs == report.epochs > 0
    assert panel.start_button.isVisibleTo(panel.tabs.widget(0))
    assert not panel.stop_button.isVisibleTo(panel.tabs.widget(0))
    shown = [label.text() for label in panel.figures.findChildren(QLabel)]
    assert f"{report.after.map_at_r:.2f}" in shown
    assert panel.tabs.currentWidget() is panel.result
    wait_until(lambda: panel.versions.table.topLevelItemCount() == 2)
    wait_until(lambda: opened.preparation.pending is None)
    # Rows are the newest first; the one in use offers nothing.
    in_use, other = (0, 1) if report.kept else (1, 0)
    click_version(opened, in_use)
    assert not panel.versions.use_button.isEnabled()
    click_version(opened, other)
    wanted = 1 - other
    with wait_for(opened.query_finished, lambda found: found.model == wanted):
        qtbot.mouseClick(panel.versions.use_button, LEFT)


def test_a_training_is_stopped_and_keeps_the_best_so_far(opened: MainWindow, qtbot: QtBot) -> None:
    get_ready(opened, 500)
    start_and_see_epochs(opened)
    with wait_for(opened.training_finished) as finished:
        assert opened.training_panel.stop_button.hasFocus()
        qtbot.mouseClick(opened.training_panel.stop_button, LEFT)
    assert opened.training_panel.tabs.tabBar().hasFocus()
    assert 0 < finished.args[0].epochs < 500
    assert not opened.training.running


def test_a_training_that_failed_leaves_the_results_and_the_model_in_use(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1])
    click(opened, 0)
    with wait_for(opened.query_finished):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)
    shown = list(opened.grid_model.records)
    with wait_for(opened.training.models_listed):
        qtbot.keyClick(opened, Qt.Key.Key_T, CTRL)
    assert "mark negatives" in opened.message_bar.text
    assert opened.grid_model.records == shown
    click(opened, 0)
    with wait_for(opened.query_finished, lambda found: found.model == 0):
        qtbot.keyClick(opened.grid, Qt.Key.Key_Return)


def test_a_thorough_model_that_collapsed_is_told_as_such(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_ready(opened, 2)
    QTest.keyClick(opened.training_panel.depth_box, Qt.Key.Key_Down)
    assert opened.training_panel.depth_box.chosen is Depth.TOP

    def collapse(
        train: Callable[..., TrainingReport],
        project: Project,
        settings: TrainingSettings,
        **others: Any,
    ) -> TrainingReport:
        quick = run_apart(train, project, replace(settings, depth=Depth.HEAD), **others)
        assert isinstance(quick, TrainingReport)
        amiss = (Finding(Kind.COLLAPSE, "The model collapsed."),)
        return replace(quick, kept=True, trained=(1, 2), findings=amiss)

    monkeypatch.setattr(apart, "run_apart", collapse)
    with wait_for(opened.training_finished):
        qtbot.mouseClick(opened.training_panel.start_button, LEFT)
    assert "model 2, collapsed" in opened.message_bar.text
    assert "model 1, stays in use" in opened.message_bar.text


def test_closing_while_a_model_is_trained_asks_once_and_then_stops(
    opened: MainWindow, qtbot: QtBot
) -> None:
    get_ready(opened, 500)
    folder = opened.workspace.require_project().folder
    start_and_see_epochs(opened)
    opened.close()
    assert opened.isVisible()
    stop, stay = opened.message_bar.buttons
    qtbot.mouseClick(stay, LEFT)
    assert opened.training.running
    # The only job, so the one that the status bar is about.
    qtbot.mouseClick(opened.status_bar.pause_button, LEFT)
    [job] = opened.runner.running(Lane.TRAINING)
    assert job.paused
    opened.close()
    assert opened.isVisible()
    stop, stay = opened.message_bar.buttons
    with wait_for(opened.window_closed):
        qtbot.mouseClick(stop, LEFT)
    assert not opened.isVisible()
    with Project.open(folder) as project:
        assert [model.model for model in list_models(project)] == [0, 1]
