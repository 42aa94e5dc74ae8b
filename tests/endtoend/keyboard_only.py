"""From a folder of images to a trained model and back, by a real keyboard alone.

`python -m tests.endtoend.keyboard_only [--out OUT] PHOTOS` opens a copy of PHOTOS (a folder of
folders, one for each kind), marks groupings, trains quickly, searches, marks results, names a
grouping, exports and takes back on an X server without a pointer: nothing is done but to press
keys. It prints each step with its seconds; a screenshot of each is left in OUT.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from archive_gui.catalog.records import Role
from archive_gui.gui.app import make_application
from archive_gui.gui.controllers.browsing import Scope
from tests.endtoend.archivist import Archivist
from tests.endtoend.journey import JourneyError, Material, folder_material
from tests.endtoend.x_server import again_under_x
from tests.gui.events import let_pass
from tests.own_folders import use_own_settings

IMAGES, ALIKE, UNLIKE = 10, 5, 3
NAME = "By keys alone"
# No place is more keys away than this.
FAR = 40


class NoPointer(QObject):
    """Notes whether a mouse was used."""

    def __init__(self) -> None:
        super().__init__()
        self.broken = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.broken |= event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
        return super().eventFilter(watched, event)


class KeyboardOnly(Archivist):
    """One archivist without a mouse; what the window shows is read, never told to it."""

    def __init__(self, material: Material, out: Path) -> None:
        super().__init__(out)
        self._material = material

    def run(self) -> None:
        """All of it; JourneyError says what was not as it should be."""
        for name, act in (
            ("open the folder", self.open_folder),
            ("mark groupings", self.mark_groupings),
            ("name one of them", self.name_grouping),
            ("train", self.train),
            ("read the result", self.read_result),
            ("search and mark results", self.search),
            ("filter, and empty the filter", self.filter),
            ("export", self.export),
            ("undo", self.undo),
            ("quit", self.quit),
        ):
            with self.watch.step(name):
                act()
                if act != self.quit:
                    self.shoot(name)

    def open_folder(self) -> None:
        window = self.window
        # No key yet: the window has to come to front.
        self.hands.press()
        self.expect(window.welcome.open_button.hasFocus(), "no button has the keyboard at first")
        self.hands.press("space")
        self.answer_dialog(self._material.archive)
        self.watch.wait(lambda: len(window.grid_model.records) == len(self._material.kinds))
        self.watch.wait(lambda: not window.project.scanning)
        self.expect_keyboard("with the images")

    def mark_groupings(self) -> None:
        for kind in range(3):
            self.hands.press("Home")
            self.again("Right", kind * IMAGES)
            with self.marked():
                self.hands.press("a")
            self.hands.press("Right")
            self.again("shift+Right", ALIKE - 1)
            with self.marked():
                self.hands.press("p")
            self.hands.press("End")
            self.again("shift+Left", UNLIKE - 1)
            with self.marked():
                self.hands.press("n")
        found = [
            (len(g.positives), len(g.negatives)) for g in self.window.workspace.groupings.values()
        ]
        self.expect(found == [(ALIKE, UNLIKE)] * 3, f"the marks are {found}")

    def name_grouping(self) -> None:
        self.go_to("groupings")
        self.tab_to(lambda: self.window.groupings_panel.list.hasFocus(), "the list of groupings")
        self.hands.press("F2", "ctrl+a")
        with self.marked():
            self.hands.write(NAME)
            self.hands.press("Return")
        names = [grouping.name for grouping in self.window.workspace.groupings.values()]
        self.expect(NAME in names, f"the groupings are called {names}")
        self.expect(
            self.window.groupings_panel.list.hasFocus(), "naming takes the keyboard elsewhere"
        )

    def train(self) -> None:
        panel = self.window.training_panel
        self.go_to("training")
        self.tab_to(panel.depth_box.hasFocus, "the choice of how thoroughly to train")
        self.hands.press("Home")
        self.tab_to(panel.start_button.hasFocus, "the button that trains")
        with self.trained():
            self.hands.press("space")
            self.watch.wait(lambda: self.window.training.running)
            self.expect(panel.stop_button.hasFocus(), "the button that stops is not at hand")
        self.watch.wait(lambda: self.window.preparation.job is None)

    def read_result(self) -> None:
        panel = self.window.training_panel
        self.expect(self.window.places.active == "training", "the keyboard left the training")
        self.tab_to(panel.tabs.tabBar().hasFocus, "the tabs of the training")
        self.hands.press("Right")
        self.expect(panel.tabs.currentWidget() is panel.versions, "the versions are not shown")
        self.tab_to(panel.versions.table.hasFocus, "the table of versions")
        self.hands.press("Down", "Up")
        self.expect(len(panel.versions.selected()) == 1, "no version is selected by keys")

    def search(self) -> None:
        window, kinds = self.window, self._material.kinds
        self.go_to("")
        self.expect_keyboard("with the images")
        self.leave_results()
        self.hands.press("Home")
        self.again("Right", IMAGES)
        with self.found():
            self.hands.press("Return")
        asked = window.query.query
        assert asked is not None
        self.expect(window.browsing.scope is Scope.RESULTS, "the results are not shown")
        self.expect(self._current_row() == 0, "the nearest result is not selected")
        kind = kinds[window.grid_model.records[0].path]
        for result in window.query.shown[:6]:
            with self.marked():
                self.hands.press("p" if kinds[result.image.path] == kind else "n")

    def filter(self) -> None:
        window = self.window
        self.leave_results()
        self.hands.press("ctrl+f")
        self.hands.write("003")
        kinds = len(set(self._material.kinds.values()))
        self.watch.wait(lambda: len(window.grid_model.records) == kinds)
        self.hands.press("Escape")
        self.watch.wait(lambda: len(window.grid_model.records) == len(self._material.kinds))
        self.hands.press("Escape")
        self.expect_keyboard("with the images")

    def export(self) -> None:
        file = self._out / "triplets.csv"
        with self.heard(self.window.exported):
            self.hands.press("ctrl+e")
            self.answer_dialog(file)
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = len(list(csv.DictReader(lines)))
        self.expect(rows >= 3 * ALIKE * UNLIKE, f"{rows} triplets are written")
        self.expect_keyboard("with the images")

    def undo(self) -> None:
        before = self._all_marks()
        for keys in ("ctrl+z", "ctrl+shift+z"):
            with self.marked():
                self.hands.press(keys)
            self.expect((self._all_marks() == before) is (keys != "ctrl+z"), f"{keys} fails")
        roles = set(self.window.workspace.active_marks().values())
        self.expect(Role.ANCHOR in roles, "no grouping is in hand")

    def quit(self) -> None:
        with self.heard(self.window.window_closed):
            self.hands.press("ctrl+q")

    # What hands do again and again

    def again(self, key: str, times: int) -> None:
        """Press a key several times."""
        if times:
            self.hands.do("key", "--delay", 4, "--repeat", times, "--repeat-delay", 4, key)
            let_pass(60)

    def go_to(self, place: str) -> None:
        """Take the keyboard to a place by F6, to the images if it has no name."""
        for _ in range(6):
            self.hands.press("F6")
            if self.window.places.active == place and (place or self.window.grid.hasFocus()):
                return
        self.expect(False, f"F6 does not lead to the place “{place}”")

    def tab_to(self, there: Callable[[], bool], what: str) -> None:
        """Take the keyboard on by Tab until it is where it should be."""
        for _ in range(FAR):
            if there():
                return
            self.hands.press("Tab")
        self.expect(False, f"Tab does not lead to {what}")

    def leave_results(self) -> None:
        """Escape closes what waits to be read, and then leads back to the archive."""
        for _ in range(6):
            if self.window.browsing.scope is Scope.ARCHIVE and not self.window.message_bar.lasting:
                return
            self.hands.press("Escape")
        self.expect(False, "Escape does not lead back to the archive")


def main(arguments: Sequence[str]) -> int:
    """Go through it with folders of its own, so that nobody's settings are touched."""
    parser = argparse.ArgumentParser()
    parser.add_argument("photos", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build") / "keyboard-only")
    given = parser.parse_args(arguments)
    if (status := again_under_x("tests.endtoend.keyboard_only", arguments)) is not None:
        return status
    out = given.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        folder = Path(name)
        use_own_settings(folder)
        application = make_application()
        no_pointer = NoPointer()
        application.installEventFilter(no_pointer)
        material = folder_material(given.photos, folder, groups=4, images=IMAGES)
        archivist = KeyboardOnly(material, out)
        try:
            archivist.run()
            archivist.expect(not no_pointer.broken, "a mouse was used")
        except (JourneyError, TimeoutError) as error:
            archivist.shoot("went wrong")
            print(error, file=sys.stderr)
            print(f"The keyboard is in {QApplication.focusWidget()}", file=sys.stderr)
            return 1
        took, waited = (sum(each) for each in list(zip(*archivist.watch.steps, strict=True))[1:])
        print(f"{took:6.1f} s in all, {waited:.1f} s of it waiting", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
