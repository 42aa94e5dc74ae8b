"""Where motion is reduced nothing moves by itself, whatever goes on."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QTreeView

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.motion import Motion
from archive_gui.gui.workers import Lane
from archive_gui.progress import Progress
from tests.gui.events import CTRL, PATIENCE, let_pass, make_grouping, wait_until


@pytest.fixture(autouse=True)
def motion() -> Iterator[None]:
    yield
    Motion.instance().reduce(False)


def moves(window: MainWindow) -> bool:
    """Whether any pixel of what is seen changes by itself within a moment."""
    popup = window.status_bar.popup
    before = [each.grab().toImage() for each in (window, popup)]
    let_pass(200)
    return [each.grab().toImage() for each in (window, popup)] != before


def test_nothing_moves_while_a_training_begins_and_other_jobs_run(opened: MainWindow) -> None:
    make_grouping(opened, 0, [1, 2], [3])
    go = threading.Event()

    def hold(progress: Progress) -> None:
        del progress
        go.wait(PATIENCE)

    # A training that waits for its turn, and one that does not know how long it will take.
    before = opened.runner.start(Lane.TRAINING, hold, title="Something without an end")
    try:
        wait_until(lambda: before.begun)
        opened.training_panel.start()
        opened.training.progressed.emit(before)
        QTest.keyClick(opened, Qt.Key.Key_J, CTRL)
        wait_until(opened.status_bar.popup.isVisible)
        wait_until(lambda: moves(opened))
        opened.settings.reduce_motion(True)
        wait_until(lambda: not moves(opened))
        opened.training.progressed.emit(before)
        opened.runner.progressed.emit(before)
        bars = [*opened.findChildren(QProgressBar)]
        assert not any(bar.isVisible() and bar.minimum() == bar.maximum() for bar in bars)
        wait_until(lambda: not moves(opened))
        assert not opened.isAnimated()
        opened.settings.reduce_motion(False)
        wait_until(lambda: moves(opened))
    finally:
        opened.status_bar.popup.close()
        opened.training.stop()
        go.set()
        wait_until(lambda: not opened.training.running)


def test_menus_choices_and_trees_do_not_roll_in(opened: MainWindow) -> None:
    for effect in (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateCombo):
        QApplication.setEffectEnabled(effect, True)
    Motion._instance = None
    opened.settings.reduce_motion(True)
    assert not any(QApplication.isEffectEnabled(effect) for effect in Motion._EFFECTS)
    assert not any(tree.isAnimated() for tree in opened.findChildren(QTreeView))
    opened.settings.reduce_motion(False)
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    for effect in (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateCombo):
        QApplication.setEffectEnabled(effect, False)
    Motion._instance = None
