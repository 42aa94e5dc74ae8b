"""While the archive is prepared for another model, the old one answers and nothing is lost."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive_gui.catalog.project import Project
from archive_gui.errors import Cancelled
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Lane
from archive_gui.learning.settings import Depth
from archive_gui.operations.preparing import prepare_model
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import answering_model, model_in_use, use_model
from tests.gui.events import (
    CTRL,
    LEFT,
    SHIFT,
    click,
    let_pass,
    occupied,
    place_of,
    selected_rows,
    wait_for,
    wait_until,
)

# Of depth top, and the quick one of the same training.
TUNED, QUICK = 2, 1


@pytest.fixture
def folder(tuned_shapes: Path, tmp_path: Path) -> Path:
    """The folder of a project with model 0 in use, whose tuned model has seen no image yet."""
    folder = Path(shutil.copytree(tuned_shapes, tmp_path / "project"))
    for name in ("features.f32", "digests.f32.bin"):
        (folder / "features" / f"model-{TUNED}" / name).unlink()
    with Project.open(folder) as project:
        use_model(project, 0)
    return folder


@pytest.fixture
def shown(window: MainWindow, folder: Path) -> MainWindow:
    """A window on that project, with the keyboard in the grid."""
    with wait_for(window.scan_finished):
        window.project.open(folder)
    window.grid.setFocus()
    return window


def search(window: MainWindow, row: int, qtbot: QtBot) -> int:
    """Find what is like an image by keys; the number of the model that answered."""
    click(window, row)
    with wait_for(window.query_finished) as finished:
        qtbot.keyClick(window.grid, Qt.Key.Key_Return)
    model: int = finished.args[0].model
    return model


def put_in_use(window: MainWindow, model: int) -> None:
    """Put a version in use as a training does."""
    use_model(window.workspace.require_project(), model)
    with wait_for(window.training.models_listed):
        window.training.list_models()


def test_the_old_model_answers_meanwhile_and_results_change_only_when_asked(
    shown: MainWindow, qtbot: QtBot
) -> None:
    with wait_for(shown.preparation.prepared), occupied(shown, Lane.PREPARING):
        put_in_use(shown, TUNED)
        assert shown.preparation.pending == TUNED
        assert "model 2 is being prepared" in shown.preparation.who_answers()
        assert search(shown, 0, qtbot) == 0
        assert shown.training_panel.progress.isVisible()
        click(shown, 5)
        results = list(shown.grid_model.records)
        place = place_of(shown, 5)
    assert shown.message_bar.text == "Model 2 answers now."
    assert shown.grid_model.records == results
    assert selected_rows(shown) == [5]
    assert place_of(shown, 5).x() == place.x()
    [again] = shown.message_bar.buttons
    with wait_for(shown.query_finished) as finished:
        qtbot.mouseClick(again, LEFT)
    assert finished.args[0].model == TUNED
    wait_until(lambda: shown.preparation.who_answers() == "Model 2 answers")
    assert shown.preparation.pending is None


def test_a_version_put_in_use_by_hand_renews_the_results(shown: MainWindow, qtbot: QtBot) -> None:
    assert search(shown, 0, qtbot) == 0
    versions = shown.training_panel.versions
    shown.training_panel.tabs.setCurrentWidget(versions)
    wait_until(lambda: versions.table.topLevelItemCount() == 5)
    # The newest is the first; models 4 and 3 are above it.
    row = versions.table.topLevelItem(2)
    assert row is not None
    versions.table.setCurrentItem(row)
    with wait_for(shown.query_finished) as finished:
        qtbot.mouseClick(versions.use_button, LEFT)
    assert finished.args[0].model == TUNED


def test_a_preparation_that_is_stopped_goes_on_when_asked(shown: MainWindow, qtbot: QtBot) -> None:
    with occupied(shown, Lane.PREPARING):
        put_in_use(shown, TUNED)
        qtbot.mouseClick(shown.status_bar.stop_button, LEFT)
    wait_until(lambda: "not prepared yet" in shown.message_bar.text)
    # Listing the versions again is no reason to begin what a person has stopped.
    with wait_for(shown.training.models_listed):
        shown.training.list_models()
    assert shown.preparation.job is None
    assert search(shown, 0, qtbot) == 0
    [go_on] = shown.message_bar.buttons
    with wait_for(shown.preparation.prepared):
        qtbot.mouseClick(go_on, LEFT)
    assert search(shown, 0, qtbot) == TUNED


def test_a_preparation_goes_on_after_a_training_that_was_stopped_at_once(
    shown: MainWindow, qtbot: QtBot
) -> None:
    panel = shown.training_panel
    with (
        wait_for(shown.preparation.prepared) as prepared,
        occupied(shown, Lane.TRAINING),
        occupied(shown, Lane.PREPARING),
    ):
        put_in_use(shown, TUNED)
        assert shown.preparation.job is not None
        qtbot.mouseClick(panel.start_button, LEFT)
        assert shown.preparation.job is None
        qtbot.mouseClick(panel.stop_button, LEFT)
    assert prepared.args == [TUNED]
    assert not shown.training.running


def test_a_preparation_that_another_version_overtakes_says_nothing(
    shown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(project: Project, *others: Any) -> Searcher:
        if model_in_use(project) == TUNED:
            use_model(project, QUICK)
            raise Cancelled
        return prepare_model(project, *others)

    monkeypatch.setattr("archive_gui.operations.preparing.prepare_model", overtaken)
    put_in_use(shown, TUNED)
    wait_until(lambda: shown.preparation.job is None)
    assert "not prepared yet" not in shown.message_bar.text
    with wait_for(shown.preparation.prepared) as prepared:
        shown.training.list_models()
    assert prepared.args == [QUICK]


def test_a_project_whose_model_is_not_prepared_goes_on_with_it_by_itself(
    window: MainWindow, folder: Path
) -> None:
    with Project.open(folder) as project:
        use_model(project, TUNED)
    with wait_for(window.preparation.prepared) as prepared:
        window.project.open(folder)
    assert prepared.args == [TUNED]
    assert answering_model(window.workspace.require_project()) == TUNED


def test_closing_stops_a_preparation_and_keeps_what_is_in_use(
    shown: MainWindow, folder: Path
) -> None:
    with wait_for(shown.window_closed), occupied(shown, Lane.PREPARING):
        put_in_use(shown, TUNED)
        shown.close()
    with Project.open(folder) as project:
        assert answering_model(project) == 0


def test_the_grid_tells_which_images_are_in_sight(opened: MainWindow) -> None:
    opened.grid.set_side(256)
    let_pass(50)
    with wait_for(opened.grid.sight_changed) as changed:
        bar = opened.grid.verticalScrollBar()
        bar.setValue(bar.maximum())
    ids = [record.id for record in opened.grid_model.records]
    assert ids[-1] in changed.args[0]
    assert ids[0] not in changed.args[0]


def test_a_quick_model_answers_while_the_thorough_one_is_trained(
    window: MainWindow, indexed_shapes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = Path(shutil.copytree(indexed_shapes, tmp_path / "project"))
    with wait_for(window.scan_finished):
        window.project.open(folder)
    window.grid.setFocus()
    panel = window.training_panel
    assert panel.depth_box.chosen is Depth.TOP
    panel.settings.epochs.setValue(8)
    assert search(window, 0, qtbot) == 0
    order = list(window.grid_model.records)
    tuned = 0

    def count(report) -> None:
        nonlocal tuned
        tuned += report.stage == Depth.TOP

    window.training.epoch_ended.connect(count)
    with wait_for(window.training_finished) as finished:
        with wait_for(window.preparation.prepared) as prepared:
            qtbot.mouseClick(panel.start_button, LEFT)
        assert prepared.args == [1]
        assert window.training.running
        assert "model 1, answers now" in window.message_bar.text
        assert window.grid_model.records == order
        assert search(window, 0, qtbot) == 1
        assert window.training.running
    report = finished.args[0]
    assert report.trained == (1, 2)
    assert tuned == 8
    wait_until(lambda: window.preparation.pending is None and not window.runner.jobs)
    assert search(window, 0, qtbot) == report.model


def test_two_versions_are_compared_side_by_side_though_one_has_seen_nothing_yet(
    shown: MainWindow, qtbot: QtBot
) -> None:
    comparing, view = shown.searching.comparing, shown.searching.compare_view
    wait_until(lambda: len(comparing.models) > TUNED)
    assert not shown.window_actions.compare.isEnabled()
    search(shown, 0, qtbot)
    qtbot.keyClick(shown, Qt.Key.Key_M, CTRL | SHIFT)
    wait_until(lambda: view.model.comparison is not None)
    box = view.after_box
    with wait_for(comparing.compared) as compared:
        box.setCurrentIndex(box.findData(TUNED))
        box.activated.emit(box.currentIndex())

    found = compared.args[0]
    assert (found.before.model, found.after.model) == (0, TUNED)
    assert [r.image for r in found.before.results] == [r.image for r in shown.query.shown]
    project = shown.workspace.require_project()
    query = shown.query.query
    assert query is not None
    expected = Searcher(project, TUNED).query(query, shown.query.count).results
    assert found.after.results == expected
    # Keys go from neighbour to neighbour; the same image stands out at both sides.
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view._painter.chosen == expected[1].image.id
    cell = view.model.index(1, 2)
    words = str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith(f"{expected[1].image.path}, by Model {TUNED}, rank 2, distance ")
    with wait_for(shown.viewer.shown_picture):
        qtbot.keyClick(view.table, Qt.Key.Key_Space)
    qtbot.keyClick(shown.viewer, Qt.Key.Key_Escape)
    assert view.isVisible()
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert shown.grid.isVisible()
    assert shown.query.query is query
    assert answering_model(project) == 0


def test_nothing_is_prepared_any_more_once_the_window_closes(shown: MainWindow) -> None:
    with wait_for(shown.window_closed), occupied(shown, Lane.EXPORT):
        shown.close()
        assert shown.isVisible()
        put_in_use(shown, TUNED)
        assert shown.preparation.pending == TUNED
        assert shown.preparation.job is None
