"""A window that opens forged projects one after another, in a process of its own."""

import logging
import os
import random
import sys
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings

from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow
from tests.endtoend.monkey import Complaints
from tests.faults.ground import Ground, heard
from tests.faults.strangers import Figures, forge_some
from tests.gui.events import wait_until

QUICK, FULL = 5, 100
_PATIENCE_SECONDS = 120.0


def open_in_window(ground: Ground, folder: Path, count: int, seed: int, figures: Figures) -> None:
    """Have a window open so many forged projects; notes what came of them in the figures."""
    context = get_context("spawn")
    here, there = context.Pipe()
    window = context.Process(target=open_all, args=(ground, folder, count, seed, there))
    window.start()
    there.close()
    said = heard(here, time.monotonic() + _PATIENCE_SECONDS * (count + 1))
    window.kill()
    window.join()
    for told, opened, wrong in said:
        figures.tried += 1
        figures.ends["opened in the window" if opened else "refused in the window"] += 1
        figures.broken += [f"window, {told}: {each}" for each in wrong]
    if len(said) < count:
        figures.broken.append(f"the window ended or stood still after {len(said)} of {count}")


def open_all(ground: Ground, folder: Path, count: int, seed: int, said: Connection) -> None:
    """Open so many forged projects, and do a little with those that open.

    Says of each ``(what was forged, whether it opened, what was not as it should be)``.
    """
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.parent))
    make_application()
    complaints = Complaints()
    logging.getLogger("archive_gui").addHandler(complaints)
    sys.excepthook = complaints.take
    lots, hurt = random.Random(seed), folder.parent / "hurt"
    window, told_there = MainWindow(), list[str]()
    window.resize(1280, 800)
    window.show()
    window.project.refused.connect(lambda path, text: told_there.append(text))
    window.messages.posted.connect(lambda message: told_there.append(message.text))
    for _ in range(count):
        project = ground.copy(folder, "answer")
        told = ", ".join(forge_some(project, "answer", hurt, lots))
        told_there.clear()
        complaints.texts.clear()
        window.project.open(project)
        wait_until(lambda: not window.runner.jobs)
        opened = window.workspace.project is not None
        wrong = [] if opened or told_there else ["nothing was said"]
        if opened:
            _use(window)
        wrong += complaints.texts
        if hurt.exists():
            wrong.append("what somebody else has written was run")
            hurt.rmdir()
        said.send((told, opened, wrong))
    said.close()
    os._exit(0)


def _use(window: MainWindow) -> None:
    """Look, ask, take back and close; whatever is refused is told in the window."""

    def settle() -> None:
        wait_until(lambda: not window.runner.jobs)

    if images := window.workspace.listed_images():
        window.query.by_image(images[0])
        settle()
    window.training.read_card(1)
    window.marks.undo()
    window.marks.redo()
    settle()
    window.project.close()
    wait_until(lambda: window.workspace.project is None)
    settle()
