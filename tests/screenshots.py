"""Pictures of the window in its states, for people to look at: `python -m tests.screenshots`.

They go to `build/screenshots`, each in both themes, at 100 % and at 200 %.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.theme import ThemeManager
from archive_gui.sample import make_sample
from tests.endtoend.journey import Material, by_kind, read_labels
from tests.gui.events import (
    LEFT,
    click,
    let_pass,
    make_grouping,
    open_filters,
    select,
    wait_for,
    wait_until,
)

OUT = Path("build") / "screenshots"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
LONG_NAME = (
    "estate-of-a-collector_box-12_folder-07_1923-04-05_recto_600-dpi_colour-corrected_final-2"
)


class Photographer:
    """Goes through the states of one window and takes them down."""

    def __init__(self, material: Material, scale: int) -> None:
        self._material = material
        self._scale = scale
        self._number = 0
        self.window = MainWindow()

    def take_all(self) -> None:
        """Every state, from the first start to the end of a training."""
        window = self.window
        window.resize(1280, 800)
        window.show()
        self._take("welcome")
        with wait_for(window.scan_finished), wait_for(window.workspace.images_updated):
            window.project.open(self._material.archive)
        window.grid.setFocus()
        self._take("archive")
        self._show_filters()
        self._mark()
        self._search()
        self._look()
        self._train()
        window.resize(960, 640)
        self._take("small-window")
        with wait_for(window.window_closed):
            window.close_now()

    def _show_filters(self) -> None:
        window = self.window
        window.header.filter.setText("no such name")
        wait_until(lambda: not window.grid_model.records)
        self._take("nothing-passes")
        window.header.filter.clear()
        wait_until(lambda: bool(window.grid_model.records))
        panel = open_filters(window)
        QTest.keyClick(panel.failed_box, Qt.Key.Key_Space)
        self._take("filters", panel)
        panel.close()
        self._take("failed")
        QTest.mouseClick(window.header.chips.clear, LEFT)

    def _mark(self) -> None:
        window = self.window
        groups = list(by_kind(self._material.kinds).values())
        for place, paths in enumerate(groups[:6]):
            rows = [self._row(path) for path in paths[:5]]
            others = [self._row(path) for path in groups[place + 1][:3]]
            make_grouping(window, rows[0], rows[1:], others)
        window.workspace.activate(next(iter(window.workspace.groupings)))
        window.grid.verticalScrollBar().setValue(0)
        select(window, [1, 2, 6])
        self._take("marks")

    def _row(self, path: str) -> int:
        records = self.window.grid_model.records
        return next(row for row, record in enumerate(records) if record.path == path)

    def _search(self) -> None:
        window = self.window
        for name, path in (("results", next(iter(self._material.kinds))), ("long-name", None)):
            wanted = path or f"{LONG_NAME}.jpg"
            click(window, self._row(wanted))
            with wait_for(window.query_finished):
                QTest.keyClick(window.grid, Qt.Key.Key_Return)
            wait_until(lambda: window.query_panel.zone.has_picture)
            click(window, 0)
            self._take(name)
            QTest.keyClick(window.grid, Qt.Key.Key_Escape)

    def _look(self) -> None:
        window = self.window
        click(window, self._row(f"{LONG_NAME}.jpg"))
        with wait_for(window.viewer.shown_picture):
            QTest.keyClick(window.grid, Qt.Key.Key_Space)
        self._take("viewer")
        QTest.keyClick(window.viewer, Qt.Key.Key_Escape)

    def _train(self) -> None:
        window, panel = self.window, self.window.training_panel
        QTest.mouseClick(panel.settings_button, LEFT)
        self._take("settings")
        panel.settings.left.emit()
        QTest.keyClick(panel.depth_box, Qt.Key.Key_Home)
        with wait_for(window.training_finished):
            with wait_for(window.training.epoch_ended):
                QTest.mouseClick(panel.start_button, LEFT)
            self._take("training")
            window.close()
            self._take("training-closing")
            QTest.mouseClick(window.message_bar.buttons[1], LEFT)
        self._take("trained")
        panel.tabs.setCurrentWidget(panel.versions)
        self._take("versions")

    def _take(self, name: str, part: QWidget | None = None) -> None:
        self._number += 1
        for theme, scheme in SCHEMES.items():
            ThemeManager.instance().follow(scheme)
            let_pass(250)
            file = OUT / f"{self._number:02d}-{name}-{theme}-{self._scale}x.png"
            (part or self.window).grab().save(str(file))


@contextmanager
def odd_sample() -> Iterator[Path]:
    """The sample archive with a damaged file and a long name in it, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        archive = Path(name) / "sample"
        make_sample(archive)
        first = next(path for path in read_labels(archive) if path.endswith(".jpg"))
        shutil.copy(archive / first, archive / f"{LONG_NAME}.jpg")
        (archive / "cut-off.tif").write_bytes((archive / first).read_bytes()[:400])
        yield archive


def photograph(archive: Path, scale: int) -> None:
    """Take all pictures at one scale, which Qt takes from the environment once a process."""
    folder = archive.parent / f"user-{scale}"
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[variable] = str(folder / variable)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    make_application()
    Photographer(Material(archive, read_labels(archive), {}), scale).take_all()


def main() -> int:
    """Take all pictures, each scale in a process of its own."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with odd_sample() as archive:
        for scale in (1, 2):
            command = [sys.executable, "-m", "tests.screenshots", str(archive), str(scale)]
            environment = os.environ | {"QT_SCALE_FACTOR": str(scale)}
            if code := subprocess.run(command, env=environment, check=False).returncode:
                return code
    print(f"{len(list(OUT.iterdir()))} screenshots are in {OUT}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        photograph(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        sys.exit(main())
