"""Jobs, messages, exports, and the windows beside the main one."""

import tempfile
import threading
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest

from archive_gui.gui.messages import Choice
from archive_gui.gui.workers import Lane
from archive_gui.progress import Progress
from tests.gui.events import CTRL, let_pass, wait_for, wait_until
from tests.screenshots.camera import Camera


def exports(camera: Camera) -> None:
    """What is said after an export, and a page of a contact sheet."""
    window = camera.window
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheet.pdf"
        window.workspace.activate(next(iter(window.workspace.groupings)))
        window.browsing.show_active_grouping()
        with wait_for(window.exported):
            window.sheets.write(window.sheets.of_shown(), file)
        camera.take("exported")
        with pypdfium2.PdfDocument(file) as document:
            pixels = document[0].render(scale=1.5).to_pil().convert("RGB")
        data = pixels.tobytes()
        page = QImage(data, *pixels.size, 3 * pixels.width, QImage.Format.Format_RGB888)
        camera.keep("contact-sheet", QPixmap.fromImage(page))
    window.message_bar.forget()
    camera.key(Qt.Key.Key_Escape)


def jobs(camera: Camera) -> None:
    """Two jobs, one of them paused."""
    window, over = camera.window, threading.Event()

    def work(progress: Progress) -> None:
        while not over.is_set():
            progress.check()
            progress.report(340, 1200, "Writing")
            over.wait(0.02)

    export = window.runner.start(Lane.EXPORT, work, title="Contact sheet")
    window.runner.start(Lane.SCAN, work, title="Scanning the archive")
    let_pass(100)
    window.runner.pause(export)
    wait_until(lambda: export.paused)
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    popup = window.status_bar.popup
    QTest.qWaitForWindowExposed(popup)
    camera.take("jobs", popup)
    popup.close()
    over.set()
    window.runner.cancel_all()
    wait_until(lambda: not window.runner.jobs)


def messages(camera: Camera) -> None:
    """Several messages over the grid."""
    window = camera.window
    window.messages.error(
        "letters/1871/box-12_folder-07_verso.tif cannot be read: the file is cut off. Copy it "
        "again from where it came from."
    )
    window.messages.warning("2 marks contradict each other.", Choice("Show them", lambda: None))
    window.messages.success("The grouping is split.", Choice("Undo", lambda: None))
    camera.take("messages")
    while window.message_bar.dismiss():
        pass


def windows(camera: Camera) -> None:
    """Settings, keys, about, manual."""
    actions, assistance = camera.window.window_actions, camera.window.assistance
    for name, action, place in (
        ("settings", actions.settings, "settings_window"),
        ("keys", actions.shortcuts, "sheet"),
        ("about", actions.about, "about"),
        ("manual", actions.manual, "manual"),
    ):
        action.trigger()
        shown = getattr(assistance, place)
        camera.take_alone(name, shown)
        shown.close()
