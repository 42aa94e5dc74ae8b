import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from archive_gui.catalog.project import Project
from archive_gui.gui.main_window import MainWindow
from archive_gui.operations import judging
from archive_gui.operations.reports import last_report
from archive_gui.operations.versions import let_answer, list_models, use_model
from tests.gui.events import LEFT, choose, click_version, wait_for, wait_until


@pytest.fixture
def folder(trained_shapes: Path, tmp_path: Path) -> Path:
    """A project with two versions, the newer one in use and answering."""
    folder = tmp_path / "project"
    shutil.copytree(trained_shapes, folder)
    shutil.copytree(folder / "models" / "1", folder / "models" / "2")
    with Project.open(folder) as project:
        use_model(project, 2)
        let_answer(project, 2)
    return folder


@pytest.fixture
def opened(window: MainWindow, folder: Path) -> MainWindow:
    """A window on it."""
    with wait_for(window.versions.last_read), wait_for(window.scan_finished):
        window.project.open(folder)
    panel = window.training_panel
    wait_until(lambda: panel.versions.table.topLevelItemCount() == 3)
    return window


def names(window: MainWindow) -> list[tuple[str, str]]:
    table = window.training_panel.versions.table
    items = [table.topLevelItem(place) for place in range(table.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


def test_the_last_training_is_shown_after_the_project_was_opened_and_an_example_is_a_query(
    opened: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    report = last_report(opened.workspace.require_project())
    panel = opened.training_panel
    assert panel.figures.sentence.text().startswith(report.in_words())
    assert panel.curves.plots is None
    with wait_for(opened.versions.examples_found):
        panel.tabs.setCurrentWidget(panel.result)
    examples = panel.result.examples
    assert examples.currentIndex() == 1
    first = examples.model.examples[0]
    spoken = examples.model.data(examples.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"Better: {first.query.path}. Right among the first 5: before")
    with wait_for(opened.query_finished):
        place = examples.list.visualRect(examples.model.index(0)).center()
        QTest.mouseClick(examples.list.viewport(), LEFT, pos=place)
    assert opened.query.query.image == first.query.id
    opened.query.clear()
    examples.list.setFocus()
    with wait_for(opened.query_finished):
        qtbot.keyClick(examples.list, Qt.Key.Key_Return)
    # Another archive has no training to tell of.
    with wait_for(opened.workspace.closed):
        opened.project.close()
    assert "After a training you see" in panel.figures.sentence.text()


def test_two_versions_are_compared_and_the_last_training_comes_back(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened.training_panel
    # It is done in another process, which this does not reach.
    monkeypatch.setattr(judging, "measure_each", lambda *_: pytest.fail("it was done here"))
    click_version(opened, 1)
    click_version(opened, 2, also=True)
    assert not panel.versions.use_button.isEnabled()
    assert not panel.versions.delete_action.isEnabled()
    with wait_for(opened.versions.compared) as compared:
        qtbot.mouseClick(panel.versions.compare_button, LEFT)
    found = compared.args[0]
    assert (found.before, found.after) == (0, 1)
    assert panel.tabs.currentWidget() is panel.result
    assert panel.figures.sentence.text().startswith("Model 1 compared with")
    assert found.comparison.in_words() in panel.figures.sentence.text()
    with wait_for(opened.versions.examples_found):
        qtbot.mouseClick(panel.result.last_button, LEFT)
    assert not panel.result.last_button.isVisible()
    assert not panel.figures.sentence.text().startswith("Model 1")


def test_a_version_gets_a_name_by_keyboard_and_keeps_it(
    opened: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    table = opened.training_panel.versions.table
    provenance = (folder / "models" / "1" / "provenance.json").read_bytes()
    click_version(opened, 1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(QLineEdit)
    qtbot.keyClicks(field, "Shapes, first try")
    with wait_for(opened.training.models_listed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(opened) == [("Model 2", ""), ("Model 1", "Shapes, first try"), ("Untrained", "")]
    assert (folder / "models" / "1" / "name.txt").read_text() == "Shapes, first try"
    assert (folder / "models" / "1" / "provenance.json").read_bytes() == provenance
    # The untrained one has none.
    click_version(opened, 2)
    assert not opened.training_panel.versions.rename_action.isEnabled()


def test_a_deleted_version_comes_back_by_the_message_and_by_the_menu(
    opened: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    versions = opened.training_panel.versions
    click_version(opened, 0)
    assert not versions.delete_action.isEnabled()
    click_version(opened, 1)
    with wait_for(opened.training.models_listed):
        qtbot.keyClick(versions.table, Qt.Key.Key_Delete)
    assert [name for name, _ in names(opened)] == ["Model 2", "Untrained"]
    assert "Model 1 is in the trash" in opened.message_bar.text
    (undo,) = opened.message_bar.buttons
    with wait_for(opened.training.models_listed):
        qtbot.mouseClick(undo, LEFT)
    assert [name for name, _ in names(opened)] == ["Model 2", "Model 1", "Untrained"]
    assert not versions.restore_action.isEnabled()
    click_version(opened, 1)
    with wait_for(opened.training.models_listed):
        qtbot.keyClick(versions.table, Qt.Key.Key_Delete)
    with wait_for(opened.training.models_listed):
        choose(versions.menu, versions.restore_action)
    # As a second click does that comes before the versions are listed.
    versions.restore_wanted.emit()
    assert [model.model for model in list_models(opened.workspace.require_project())] == [0, 1, 2]
    # What stays in the trash goes when the archive is opened the next time.
    click_version(opened, 1)
    with wait_for(opened.training.models_listed):
        qtbot.keyClick(versions.table, Qt.Key.Key_Delete)
    assert (folder / "models" / "trash" / "1").is_dir()
    with wait_for(opened.scan_finished), wait_for(opened.versions.last_read):
        opened.project.open(folder)
    assert not (folder / "models" / "trash").exists()


def test_a_version_is_exported_to_a_file(
    opened: MainWindow, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    versions = opened.training_panel.versions
    click_version(opened, 1)
    choose(versions.menu, versions.export_action)
    dialog = opened.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("model-1.keras")
    target = tmp_path / "out.keras"
    with wait_for(opened.exported):
        dialog.fileSelected.emit(str(target))
        dialog.close()
    assert target.read_bytes() == (folder / "models" / "1" / "model.keras").read_bytes()
    assert f"written to {target}" in opened.message_bar.text


def test_examples_that_cannot_be_made_are_told_in_their_place(
    window: MainWindow, folder: Path, make_second: Callable[[], Path]
) -> None:
    file = folder / "models" / "2" / "provenance.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"compared_with": 9}))
    with wait_for(window.versions.last_read):
        window.project.open(folder)
    panel = window.training_panel
    with wait_for(window.versions.no_examples) as told:
        panel.tabs.setCurrentWidget(panel.result)
    assert "no model 9" in told.args[0]
    assert panel.result.examples.currentIndex() == 0


def test_a_name_that_is_being_typed_outlives_a_new_list_but_not_its_archive(
    opened: MainWindow, qtbot: QtBot
) -> None:
    table = opened.training_panel.versions.table
    click_version(opened, 1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(QLineEdit)
    qtbot.keyClicks(field, "Shapes")
    with wait_for(opened.training.models_listed):
        opened.versions.rename(2, "Others")
    assert table.findChild(QLineEdit) is field
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    wait_until(lambda: names(opened)[0] == ("Model 2", "Others"))
    click_version(opened, 1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    with wait_for(opened.workspace.closed):
        opened.project.close()
    assert table.topLevelItemCount() == 0
    wait_until(lambda: not table.findChildren(QLineEdit))
