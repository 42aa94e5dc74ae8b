"""The real window on Qt's offscreen platform, with a small real archive of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.opening import Opening
from tests.conftest import draw
from tests.gui.events import wait_for


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the program tells Qt when it starts it."""
    return ["archive-gui", "-style", "fusion"]


@pytest.fixture(autouse=True)
def settings_folder(user_folders: Path) -> None:
    """Qt reads the environment once a process; so it is told each test's folder."""
    folder = user_folders / "XDG_CONFIG_HOME"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Qt would destroy what lies on the clipboard when Python is gone already, and crash."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows as the program does, and closes at the end those that are open still."""
    make_application()
    opened: list[MainWindow] = []

    def make(opening: Opening | None = None) -> MainWindow:
        window = MainWindow(opening)
        opened.append(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in opened:
        if window.isVisible():
            with wait_for(window.window_closed):
                window.close_now()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window with nothing open."""
    return open_window()


@pytest.fixture
def archive(make_archive: Callable[[int], Path]) -> Path:
    """Twelve pictures, `photos/000.jpg` to `photos/011.jpg`."""
    return make_archive(12)


@pytest.fixture
def opened(window: MainWindow, archive: Path, qtbot: QtBot) -> MainWindow:
    """A window on the archive, scanned and searchable, the keyboard in the grid."""
    with wait_for(window.scan_finished):
        window.project.open(archive)
    window.grid.setFocus()
    return window


@pytest.fixture
def make_second(tmp_path: Path) -> Callable[[], Path]:
    """Makes another archive, of one picture."""

    def make() -> Path:
        folder = tmp_path / "second"
        folder.mkdir()
        draw(99).save(folder / "only.png")
        return folder

    return make


class Desktop(QObject):
    """Takes what the program would have the desktop open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    taker = Desktop()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")
