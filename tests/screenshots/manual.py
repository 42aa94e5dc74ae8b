"""Renews the pictures of the manual, in every language: `python -m tests.screenshots manual`."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from archive_gui.catalog.records import Role
from archive_gui.gui.app import make_application
from archive_gui.gui.fetch_window import FetchWindow
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.theme import ThemeManager
from archive_gui.gui.translation import LANGUAGES, speak
from archive_gui.sample import make_sample
from tests.endtoend.journey import by_kind
from tests.gui.events import (
    CTRL,
    LEFT,
    NONE,
    let_pass,
    make_grouping,
    marked_rows,
    select,
    wait_for,
    wait_until,
)
from tests.own_folders import use_own_settings
from tests.screenshots import asking
from tests.screenshots.camera import Camera
from tests.screenshots.material import material_of
from tests.screenshots.screen import environment

FOLDER = Path(__file__).parents[2] / "resources" / "manual" / "pictures"
# Together twice the width at which the manual shows the window.
_SIZE, _SCALE = QSize(1120, 710), 1.25
_QUALITY = 80
# Each kind of the sample's images that gets a grouping, and one that looks like it.
_LOOKALIKES = {
    "arms-chevron": "seal-lily",
    "border-key": "tile-azulejo",
    "exlibris-owl": "fleuron-leaf",
    "fleuron-leaf": "exlibris-owl",
    "paper-marbled": "textile-paisley",
    "postmark-ring": "rosette-guilloche",
    "rosette-guilloche": "postmark-ring",
    "seal-lily": "arms-chevron",
}


class ManualCamera(Camera):
    """Takes one picture of each, in the light theme, as small a file as looks well."""

    def take(self, name: str, *over: QWidget) -> None:
        """Take down the window."""
        assert not over
        self.take_alone(name, self.window)

    def take_alone(self, name: str, window: QWidget) -> None:
        """Take down a window of the program."""
        ThemeManager.instance().follow(Qt.ColorScheme.Light)
        let_pass(100)
        self._write(window.grab(), name)

    def _write(self, picture: QPixmap, name: str) -> None:
        # Its own ratio would have the manual show it in other sizes than it says.
        picture.setDevicePixelRatio(1)
        self._out.mkdir(parents=True, exist_ok=True)
        picture.save(str(self._out / f"{name}.webp"), "WEBP", _QUALITY)


def renew() -> int:
    """Take all pictures anew; each language in a process of its own, from the first start on."""
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        archive = Path(name) / "sample"
        make_sample(archive)
        pictures = Path(name) / "pictures"
        for language in LANGUAGES:
            command = [sys.executable, "-m", __name__, str(archive), str(pictures / language)]
            seen = environment(archive.parent, _SCALE) | {"ARCHIVE_GUI_LANGUAGE": language}
            if code := subprocess.run(command, env=seen, check=False).returncode:
                return code
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(pictures, FOLDER)
    taken = list(FOLDER.rglob("*.webp"))
    size = sum(file.stat().st_size for file in taken) / 1e6
    print(f"{len(taken)} pictures of the manual, {size:.1f} MB, are in {FOLDER}")
    return 0


def photograph(archive: Path, out: Path) -> None:
    """Take the pictures of the language that the environment names."""
    folder = archive.parent / f"user-{out.name}"
    use_own_settings(folder)
    speak(make_application(), "")
    window = MainWindow()
    window.resize(_SIZE)
    window.show()
    camera = ManualCamera(window, material_of(archive), out, out.name)
    for part in (_archive, _marks, _training, _queries, _closely, _windows):
        part(camera)
    with wait_for(window.window_closed):
        window.close_now()


def _archive(camera: Camera) -> None:
    """The archive as it is read for the first time."""
    window = camera.window
    with wait_for(window.scan_finished):
        window.project.open(camera.material.archive)
    window.grid.setFocus()
    camera.wait_for_pictures()
    camera.take("archive")


def _marks(camera: Camera) -> None:
    """Images that are chosen for a grouping, and several groupings."""
    window = camera.window
    kinds = by_kind(camera.material.kinds)
    for kind, lookalike in _LOOKALIKES.items():
        rows = [camera.row(path) for path in kinds[kind][:7]]
        others = [camera.row(path) for path in kinds[lookalike][:3]]
        make_grouping(window, rows[0], rows[1:], others)
    # The kind of the first image: of its grouping most members are in sight.
    place = list(_LOOKALIKES).index(next(iter(camera.material.kinds.values())))
    window.workspace.activate(list(window.workspace.groupings)[place])
    marked = marked_rows(window)
    positives = [row for row, role in marked.items() if role is Role.POSITIVE]
    window.grid.verticalScrollBar().setValue(0)
    shown = window.grid.visible_rows()
    select(window, [row for row in sorted(positives) if row in shown])
    window.grid.verticalScrollBar().setValue(0)
    camera.wait_for_pictures()
    camera.take("marks")
    _choose_groupings(window, 1, 2)
    camera.wait_for_pictures()
    camera.take("groupings")
    window.grid.setFocus()
    camera.key(Qt.Key.Key_Escape)


def _choose_groupings(window: MainWindow, *rows: int) -> None:
    """Click one grouping in the list, and the others with Ctrl held."""
    listed = window.groupings_panel.list
    for place, row in enumerate(rows):
        index = listed.model_of_groupings.index(row)
        listed.scrollTo(index)
        area = listed.visualRect(index)
        QTest.mouseClick(listed.viewport(), LEFT, CTRL if place else NONE, area.center())


def _training(camera: Camera) -> None:
    """What a quick training has brought, and the model that it made at work."""
    window, panel = camera.window, camera.window.training_panel
    panel.depth_box.setFocus()
    QTest.keyClick(panel.depth_box, Qt.Key.Key_Home)
    with wait_for(window.training_finished), wait_for(window.versions.examples_found):
        QTest.mouseClick(panel.start_button, LEFT)
    wait_until(lambda: not window.runner.shown())
    window.message_bar.forget()
    # No two groupings in the list, whose merging would be offered.
    _choose_groupings(window, list(_LOOKALIKES).index("postmark-ring"))
    window.grid.setFocus()
    camera.key(Qt.Key.Key_Escape)
    window.folding.unfold()
    camera.wait_for_pictures()
    camera.take("training")
    window.folding.fold()


def _queries(camera: Camera) -> None:
    """The neighbours of an image, by one version and by two, and what is said of an export."""
    window = camera.window
    asking.ask(camera, next(iter(camera.material.kinds)))
    camera.take("query")
    # Only told, as the place of a curator is no place of this computer.
    rows = len(window.query.shown)
    with patch.object(window.exports, "write", lambda _, done: done(rows)):
        window.exports.results(Path("/home/curator/Documents/results.csv"))
    camera.take("export")
    window.message_bar.forget()
    with wait_for(window.searching.comparing.compared):
        window.window_actions.compare.trigger()
    camera.take("versions")
    QTest.keyClick(window.searching.compare_view.table, Qt.Key.Key_Escape)
    camera.key(Qt.Key.Key_Escape)


def _closely(camera: Camera) -> None:
    """One image, enlarged, with all that is known of it."""
    view = camera.window.viewer
    asking.look(camera, next(iter(camera.material.kinds)))
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_I):
        QTest.keyClick(view, key)
    let_pass(500)
    camera.take("viewer")
    QTest.keyClick(view, Qt.Key.Key_I)
    QTest.keyClick(view, Qt.Key.Key_Space)


def _windows(camera: Camera) -> None:
    """Whom to ask for a manifest, and the copies of the catalog that opening it once more makes."""
    window = camera.window
    with wait_for(window.scan_finished):
        window.project.open(camera.material.archive)
    window.window_actions.fetch_manifest.trigger()
    [fetching] = window.findChildren(FetchWindow)
    fetching.address.setText("https://iiif.library.example/ms-2074/manifest.json")
    fetching.take_folder("/home/curator/Pictures/IIIF")
    camera.take_alone("manifest", fetching)
    fetching.close()
    window.window_actions.restore_backup.trigger()
    backups = window.assistance.backups
    assert backups is not None
    wait_until(lambda: backups.table.topLevelItemCount() > 0)
    camera.take_alone("backups", backups)
    backups.close()


if __name__ == "__main__":
    photograph(Path(sys.argv[1]), Path(sys.argv[2]))
