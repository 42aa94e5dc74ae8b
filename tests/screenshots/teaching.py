"""Training, its result and its versions."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.events import LEFT, click_version, wait_for
from tests.screenshots.camera import Camera


def plan(camera: Camera) -> None:
    """What will be trained, and its settings."""
    panel = camera.window.training_panel
    panel.depth_box.setFocus()
    QTest.keyClick(panel.depth_box, Qt.Key.Key_Home)
    camera.take("plan")
    QTest.mouseClick(panel.settings_button, LEFT)
    panel.settings.margin.stepUp()
    camera.take("training-settings")
    panel.settings.set_defaults()
    panel.settings.left.emit()


def run(camera: Camera) -> None:
    """A training from its start to its result."""
    window, panel = camera.window, camera.window.training_panel
    with wait_for(window.training_finished), wait_for(window.versions.examples_found):
        with wait_for(window.training.epoch_ended):
            QTest.mouseClick(panel.start_button, LEFT)
        camera.take("training")
        window.close()
        camera.take("training-closing")
        QTest.mouseClick(window.message_bar.buttons[1], LEFT)
    camera.take("result")


def results(camera: Camera) -> None:
    """The curves, the versions, and two of them compared."""
    window, panel = camera.window, camera.window.training_panel
    panel.tabs.setCurrentIndex(0)
    camera.take("curves")
    panel.tabs.setCurrentWidget(panel.versions)
    camera.take("versions")
    click_version(window, 0)
    click_version(window, 1, also=True)
    camera.take("versions-two")
    with wait_for(window.versions.compared):
        QTest.mouseClick(panel.versions.compare_button, LEFT)
    camera.take("versions-compared")
    panel.tabs.setCurrentIndex(0)
