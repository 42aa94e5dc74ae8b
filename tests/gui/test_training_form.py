import subprocess
import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.panels.plan import about
from archive_gui.learning.metrics import EpochReport, Metrics
from archive_gui.learning.settings import Depth, TrainingSettings
from tests.gui.events import LEFT, make_grouping, wait_until


def test_the_form_says_what_will_happen_and_about_how_long(opened: MainWindow) -> None:
    panel = opened.training_panel
    assert not panel.explanation.isVisible()
    make_grouping(opened, 0, [1, 2], [3])
    make_grouping(opened, 4, [5])
    wait_until(lambda: "2 groupings with 6 images" in panel.explanation.text())
    assert "thorough one about" in panel.explanation.text()
    assert "Then 12 images are made ready in about" in panel.explanation.toolTip()
    QTest.keyClick(panel.depth_box, Qt.Key.Key_Home)
    wait_until(lambda: "thorough" not in panel.explanation.text())
    assert [about(each) for each in (0.2, 8.4, 47, 200, 9000)] == [
        "1 s",
        "8 s",
        "45 s",
        "3 min",
        "2 h",
    ]


def test_settings_are_left_by_escape_and_what_was_changed_stays_in_sight(
    opened: MainWindow, qtbot: QtBot
) -> None:
    make_grouping(opened, 0, [1, 2], [3])
    panel, form = opened.training_panel, opened.training_panel.settings
    qtbot.mouseClick(panel.settings_button, LEFT)
    assert form.isVisible()
    assert panel.start_button.isVisible()
    assert form.epochs.hasFocus()
    assert not form.defaults_button.isEnabled()
    qtbot.keyClick(form.epochs, Qt.Key.Key_Up)
    qtbot.keyClick(form.miner, Qt.Key.Key_End)
    qtbot.keyClick(form.implicit, Qt.Key.Key_Space)
    shown = form.changes()
    assert shown == ["Epochs 1", "Triplets Hard", "Other groupings are negatives no"]
    for control in (form.margin, form.miner, form.implicit):
        control.setFocus()
        qtbot.keyClick(control, Qt.Key.Key_Escape)
        assert not form.isVisible()
        assert panel.settings_button.hasFocus()
        qtbot.keyClick(panel.settings_button, Qt.Key.Key_Space)
        assert form.isVisible()
    wait_until(lambda: panel.changes.text() == "Changed: " + ", ".join(shown))
    assert panel.changes.isVisible()
    assert "default is Automatic" in form.epochs.accessibleName()
    qtbot.mouseClick(form.defaults_button, LEFT)
    assert form.settings(Depth.TOP) == TrainingSettings()
    wait_until(lambda: not panel.changes.isVisible())
    qtbot.mouseClick(form.done_button, LEFT)
    assert not form.isVisible()


def test_curves_tell_the_values_of_the_epoch_that_is_pointed_at(
    opened: MainWindow, qtbot: QtBot
) -> None:
    curves = opened.training_panel.curves
    opened.training_panel.page.show_curves()
    wait_until(curves.isVisible)
    curves.begin()
    good = Metrics(0.9, 0.75, 1.0, 1.0, 0.5)
    # What comes while the library is still loading is drawn as well.
    curves.add(EpochReport("head", 1, 2, 0.5, None))
    curves.add(EpochReport("head", 2, 2, 0.25, good))
    curves.add(EpochReport("top", 1, 4, 0.125, None))
    wait_until(lambda: curves.plots is not None)
    plots = curves.plots
    assert plots.accessibleDescription().endswith(plots.readout.text())
    assert plots.readout.text().startswith("Thorough, epoch 1 of 4")
    assert "loss 0.125" in plots.readout.text()
    plots.setFocus()
    qtbot.keyClick(plots, Qt.Key.Key_Left)
    assert plots.readout.text() == (
        "Quick, epoch 2 of 2  \u00b7  loss 0.250  \u00b7  recall@1 0.75, mAP@R 0.50"
    )
    viewport = plots.loss_plot.viewport()

    def point(part: int) -> str:
        QTest.mouseMove(viewport, QPoint(viewport.width() // part, viewport.height() // 2))
        return plots.readout.text()[: len("Quick, epoch 1 of 2")]

    # Axes settle with a paint, after which the same place is another epoch.
    wait_until(lambda: point(2) == "Quick, epoch 2 of 2" and point(4) == "Quick, epoch 1 of 2")
    # However shortly one follows the other, the last place is the one that is told.
    assert [point(part) for part in (2, 4, 2)] == [
        f"Quick, epoch {epoch} of 2" for epoch in (2, 1, 2)
    ]
    texts = [plots.loss_plot.getAxis(side).labelText for side in ("left", "bottom")]
    assert texts == ["Loss", "Epoch"]
    # Nobody opens it, and it takes long to make.
    assert plots.loss_plot.getViewBox().menu is None
    curves.clear()
    assert plots.readout.text() == ""


def test_the_window_opens_without_the_library_of_the_curves() -> None:
    code = (
        "import sys; from archive_gui.gui.app import make_application;"
        "from archive_gui.gui.main_window import MainWindow;"
        "make_application(); window = MainWindow(); window.show();"
        "sys.exit('pyqtgraph' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
