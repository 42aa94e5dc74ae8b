from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from archive_gui.gui.main_window import MainWindow
from archive_gui.learning.projection import LinearPart, Projection
from archive_gui.learning.registry import save_version
from tests.gui.events import LEFT, wait_for, wait_until

PROVENANCE = {
    "created": "2026-01-02T03:04:05+00:00",
    "backbone": {"name": "efficientnet-lite0", "sha256": "ab" * 32},
    "settings": {"depth": "head", "margin": 0.2, "seed": 7},
    "tuned": False,
    "groupings": [{"name": "Wasserzeichen *Bär*", "positives": [1, 2], "negatives": [3]}],
}
PROJECTION = Projection(LinearPart(np.zeros(4, np.float32), np.eye(4, dtype=np.float32)))


@pytest.fixture
def opened(window: MainWindow, make_archive: Callable[[int], Path]) -> MainWindow:
    """A window on an archive without pictures; cards need none."""
    with wait_for(window.scan_finished):
        window.project.open(make_archive(0))
    return window


def choose(window: MainWindow, row: int) -> None:
    versions = window.training_panel.versions
    window.training_panel.tabs.setCurrentWidget(versions)
    versions.table.setCurrentItem(versions.table.topLevelItem(row))


def test_the_card_of_a_version_opens_beside_the_window_and_escape_closes_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    project = opened.workspace.require_project()
    save_version(project.models_folder, PROVENANCE, PROJECTION, None, lambda file: file.touch())
    opened.training.list_models()
    panel = opened.training_panel
    wait_until(lambda: panel.versions.table.topLevelItemCount() == 2)
    assert not panel.versions.card_button.isEnabled()
    choose(opened, 0)
    with wait_for(opened.training.card_read):
        qtbot.mouseClick(panel.versions.card_button, LEFT)
    card = panel.card_window
    assert card is not None
    assert card.isVisible()
    assert not card.isModal()
    assert card.windowTitle() == "Card of model 1"
    text = card.browser.toPlainText()
    for said in ("Model 1", "Wasserzeichen *Bär*", "ab" * 32, "keras.models.load_model"):
        assert said in text
    card.browser.selectAll()
    card.browser.copy()
    assert "Wasserzeichen" in QGuiApplication.clipboard().text()
    qtbot.keyClick(card.browser, Qt.Key.Key_Escape)
    wait_until(lambda: not card.isVisible())
    choose(opened, 1)
    with wait_for(opened.training.card_read):
        qtbot.mouseClick(panel.versions.card_button, LEFT)
    assert card.isVisible()
    assert "untrained" in card.windowTitle()


def test_a_card_that_cannot_be_made_is_told(opened: MainWindow, qtbot: QtBot) -> None:
    project = opened.workspace.require_project()
    version = save_version(
        project.models_folder, PROVENANCE, PROJECTION, None, lambda file: file.touch()
    )
    opened.training.list_models()
    wait_until(lambda: opened.training_panel.versions.table.topLevelItemCount() == 2)
    for file in ("model-card.md", "projection.npz"):
        (version.folder / file).unlink()
    choose(opened, 0)
    with wait_for(opened.messages.posted):
        qtbot.mouseClick(opened.training_panel.versions.card_button, LEFT)
    assert "projection.npz is damaged" in opened.message_bar.text
    assert opened.training_panel.card_window is None
