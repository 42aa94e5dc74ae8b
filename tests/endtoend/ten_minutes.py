"""The first ten minutes of an archivist, by a real pointer and keyboard on an X server.

`python -m tests.endtoend.ten_minutes [--short] [--out OUT] PHOTOS` opens a copy of PHOTOS (a
folder of folders, one for each kind), marks, trains, searches and exports, closes the window, opens
it again and finds everything there. It prints each step with its seconds, and how many of them went
by waiting; a screenshot of each step is left in OUT. The short form trains quickly only.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint

from archive_gui.gui.app import make_application
from archive_gui.gui.controllers.browsing import Scope
from tests.endtoend.archivist import Archivist
from tests.endtoend.journey import JourneyError, Material, by_kind, folder_material
from tests.endtoend.x_server import again_under_x
from tests.gui.events import drop, files_mime, let_pass, wait_for
from tests.own_folders import use_own_settings

NOTE = "Seen from the front, as in the catalogue of 1931"
NAME = "Of one kind"


class TenMinutes(Archivist):
    """One archivist's way from a folder of images to a model that knows their kinds."""

    def __init__(self, material: Material, out: Path, *, short: bool) -> None:
        super().__init__(out)
        self._material = material
        self._short = short
        self.kinds = list(by_kind(material.kinds).values())

    def run(self) -> None:
        """All of it; JourneyError says what was not as it should be."""
        steps = (
            ("open the folder by the button", self.open_folder),
            ("look at images", self.look),
            ("mark groupings by keys", self.mark_by_keys),
            ("mark a grouping by the mouse", self.mark_by_mouse),
            ("name it and note something", self.name_and_note),
            ("train, and search on meanwhile", self.train),
            ("look at the result", self.look_at_result),
            ("search by a file", self.search_by_file),
            ("search by a part, and by several", self.search_by_part),
            ("ask for more and for less like this", self.refine),
            ("mark results right and wrong", self.mark_results),
            ("train again", self.train_again),
            ("compare versions", self.compare),
            ("export", self.export),
            ("undo and redo", self.undo),
            ("close, open again", self.reopen),
        )
        for name, act in steps:
            if self._short and act in (self.refine, self.train_again, self.compare):
                continue
            with self.watch.step(name):
                act()
        self.close()

    # The steps

    def open_folder(self) -> None:
        window, hands = self.window, self.hands
        self.shoot("welcome")
        hands.click(window.welcome.open_button)
        self.answer_dialog(self._material.archive)
        self.watch.wait(lambda: len(window.grid_model.records) == len(self._material.kinds))
        self.watch.wait(lambda: not window.project.scanning)
        self.watch.wait(self._thumbnails_are_there)
        self.shoot("opened")
        self.expect_keyboard("with the images")

    def look(self) -> None:
        window, hands = self.window, self.hands
        self.click_image(2)
        with wait_for(window.viewer.shown_picture):
            hands.press("space")
        self.shoot("viewer")
        hands.press("Right", "Right", "Escape")
        self.expect_keyboard("with the images again")
        self.expect(self._current_row() == 4, "the image looked at last is not selected")

    def mark_by_keys(self) -> None:
        for place, paths in enumerate(self.kinds[:3]):
            unlike = self.kinds[place + 1]
            self.mark([paths[0]], "a")
            if not place:
                self.shoot("anchor")
            self.mark(paths[1:6], "p")
            self.mark(unlike[-3:], "n")
        self.expect(len(self.window.workspace.groupings) == 3, "there are not three groupings")
        self.shoot("three groupings")

    def mark_by_mouse(self) -> None:
        window, hands = self.window, self.hands
        panel = window.groupings_panel
        self.select(self.kinds[3][:3])
        below = panel.list.viewport()
        hands.drag(
            self._on_screen(self.kinds[3][1]),
            below.mapToGlobal(QPoint(below.width() // 2, below.height() - 10)),
        )
        self.watch.wait(lambda: len(window.workspace.groupings) == 4)
        self.shoot("dropped for a new grouping")
        active = window.workspace.active
        self.expect(active is not None and len(active.positives) == 2, "it lacks its positives")
        assert active is not None
        area = panel.list.visualRect(
            panel.list.model_of_groupings.index(panel.list.model_of_groupings.row_of(active.id))
        )
        for paths, right in ((self.kinds[3][3:5], False), (self.kinds[4][:3], True)):
            self.select(paths)
            x = area.right() - 12 if right else area.left() + area.width() // 2 - 30
            end = below.mapToGlobal(QPoint(x, area.center().y()))
            with self.marked():
                hands.drag(self._on_screen(paths[1]), end)
        active = window.workspace.active
        assert active is not None
        found = len(active.positives), len(active.negatives)
        self.expect(found == (4, 3), f"{found} positives and negatives instead of 4 and 3")

    def name_and_note(self) -> None:
        window, hands = self.window, self.hands
        panel, active = window.groupings_panel, window.workspace.active
        assert active is not None
        row = panel.list.model_of_groupings.row_of(active.id)
        area = panel.list.visualRect(panel.list.model_of_groupings.index(row))
        hands.click(panel.list.viewport(), area.center())
        self.shoot("grouping chosen")
        hands.press("F2")
        with self.marked():
            hands.write(NAME)
            self.shoot("naming")
            hands.press("Return")
        hands.click(panel.note)
        with self.marked():
            hands.write(NOTE)
        self.shoot("named and noted")
        hands.press("Escape")
        self.shoot("escape out of the note")
        hands.click(window.grid.viewport(), QPoint(3, 3))
        hands.press("Escape")
        self.expect(window.browsing.scope is Scope.ARCHIVE, "Escape does not lead to the archive")

    def train(self) -> None:
        window, hands = self.window, self.hands
        if self._short:
            window.training_panel.depth_box.setCurrentIndex(0)
        self.shoot("before training")
        with self.trained():
            hands.click(window.training_panel.start_button)
            self.watch.wait(lambda: window.training.running)
            let_pass(1500)
            self.shoot("training")
            self.click_image(7)
            with self.found():
                hands.press("Return")
            self.shoot("searched while training")
            hands.press("Escape")
            self.expect_keyboard("with the images")
        self.shoot("trained")
        self.watch.wait(lambda: window.preparation.job is None)

    def look_at_result(self) -> None:
        window = self.window
        self.watch.wait(lambda: window.training_panel.result.examples.isVisible())
        let_pass(1500)
        self.shoot("result")
        tabs = window.training_panel.tabs
        self.hands.click(tabs.tabBar(), tabs.tabBar().tabRect(2).center())
        self.shoot("versions")

    def search_by_file(self) -> None:
        window = self.window
        file, kind = next(iter(self._material.outside.items()))
        self.hands.click(window.query_panel.zone)
        with self.found():
            self.answer_dialog(file)
        self.watch.wait(self._thumbnails_are_there)
        self.shoot("searched by a file")
        first = window.query.shown[:5]
        right = sum(self._material.kinds[each.image.path] == kind for each in first)
        print(f"         {right} of 5 of its kind", flush=True)
        self.expect_keyboard("with the results")
        with self.found():
            drop(window, window.query_panel.zone, files_mime(file), QPoint(40, 20))
        self.expect_keyboard("with the results of a drop")

    def search_by_part(self) -> None:
        window, hands = self.window, self.hands
        zone = window.query_panel.zone
        self.watch.wait(lambda: zone.has_picture)
        middle = zone.rect().center()
        with self.found():
            hands.drag(
                zone.mapToGlobal(middle - QPoint(30, 40)), zone.mapToGlobal(middle + QPoint(30, 20))
            )
        self.shoot("searched by a part")
        self.expect_keyboard("with the results of a part")
        self.leave_results()
        self.select(self.kinds[5][:3])
        with self.found():
            hands.press("Return")
        self.shoot("searched by several")

    def leave_results(self) -> None:
        """Escape first closes what waits to be read, one message at a time; then it leads back."""
        for card in self.window.message_bar.cards:
            if card.message.lasting:
                print(f"         waits to be read: {card.message.text}", flush=True)
                self.hands.press("Escape")
        self.hands.press("Escape")
        self.expect(
            self.window.browsing.scope is Scope.ARCHIVE, "Escape does not lead to the archive"
        )

    def refine(self) -> None:
        hands = self.hands
        self.click_image(4)
        with self.found():
            hands.press("m")
        self.shoot("more like this")
        self.click_image(9)
        with self.found():
            hands.press("l")
        self.shoot("less like this")
        self.expect_keyboard("with the results")

    def mark_results(self) -> None:
        window, hands = self.window, self.hands
        self.leave_results()
        self.click_row(self.kinds[0][0])
        with self.found():
            hands.press("Return")
        self.shoot("before marking results")
        hands.press("Home")
        kind = self._material.kinds[self.kinds[0][0]]
        for result in window.query.shown[:8]:
            right = self._material.kinds[result.image.path] == kind
            with self.marked():
                hands.press("p" if right else "n")
        self.expect(self._current_row() == 8, "the selection did not go on with each mark")
        self.shoot("results marked")

    def train_again(self) -> None:
        window, hands = self.window, self.hands
        window.training_panel.depth_box.setCurrentIndex(0)
        with self.trained():
            hands.press("ctrl+t")
        self.watch.wait(lambda: window.preparation.job is None)
        self.shoot("trained again")

    def compare(self) -> None:
        window, hands = self.window, self.hands
        if window.browsing.scope is not Scope.RESULTS:
            self.click_image(3)
            with self.found():
                hands.press("Return")
        with self.heard(window.searching.comparing.compared):
            hands.press("ctrl+shift+m")
        self.shoot("versions compared")
        hands.press("Escape")
        self.expect(window.browsing.scope is Scope.RESULTS, "Escape does not lead to the results")
        self.expect_keyboard("with the results")

    def export(self) -> None:
        window, hands = self.window, self.hands
        for keys, name in (
            ("ctrl+e", "triplets.csv"),
            ("ctrl+shift+e", "results.csv"),
            ("ctrl+p", "sheet.pdf"),
        ):
            with self.heard(window.exported):
                hands.press(keys)
                self.answer_dialog(self._out / name, shot=name)
            self.shoot(f"exported {name}")
        panel = window.training_panel
        hands.click(panel.tabs.tabBar(), panel.tabs.tabBar().tabRect(2).center())
        table = panel.versions.table
        hands.click(table.viewport(), table.visualItemRect(table.topLevelItem(0)).center())
        with self.heard(window.exported):
            panel.versions.export_action.trigger()
            self.answer_dialog(self._out / "model.keras", shot="model.keras")
        self.shoot("exported the model")
        with (self._out / "triplets.csv").open(encoding="utf-8-sig", newline="") as lines:
            self.expect(len(list(csv.DictReader(lines))) > 50, "triplets are missing")
        for name in ("results.csv", "sheet.pdf", "model.keras"):
            self.expect((self._out / name).stat().st_size > 500, f"{name} is empty")

    def undo(self) -> None:
        before = self._all_marks()
        self.hands.click(self.window.grid.viewport(), QPoint(3, 3))
        for keys in ("ctrl+z", "ctrl+z", "ctrl+shift+z", "ctrl+shift+z"):
            with self.marked():
                self.hands.press(keys)
        self.shoot("undone and done again")
        self.expect(self._all_marks() == before, "redo does not bring back what undo took")

    def reopen(self) -> None:
        marks, active = self._all_marks(), self.window.workspace.active
        assert active is not None
        models = self.window.training_panel.versions.table.topLevelItemCount()
        self.close()
        self.window = window = self.open_window()
        let_pass(300)
        self.shoot("welcome again")
        self.hands.click(window.welcome.rows[0].open_button)
        self.watch.wait(lambda: len(window.grid_model.records) == len(self._material.kinds))
        self.watch.wait(lambda: not window.project.scanning)
        self.watch.wait(self._thumbnails_are_there)
        self.shoot("open again")
        self.expect(self._all_marks() == marks, "marks are not what they were")
        again = window.workspace.active
        self.expect(again is not None and again.id == active.id, "another grouping is in hand")
        versions = window.training_panel.versions.table
        self.watch.wait(lambda: versions.topLevelItemCount() == models)


def main(arguments: Sequence[str]) -> int:
    """Go through them with folders of its own, so that nobody's settings are touched."""
    parser = argparse.ArgumentParser()
    parser.add_argument("photos", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build") / "ten-minutes")
    parser.add_argument("--short", action="store_true")
    given = parser.parse_args(arguments)
    if (status := again_under_x("tests.endtoend.ten_minutes", arguments)) is not None:
        return status
    out = given.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        folder = Path(name)
        use_own_settings(folder)
        # Quick clicks on two images, the second scrolled to where the first was, are two clicks.
        make_application().setDoubleClickInterval(1)
        material = folder_material(given.photos, folder, groups=8, images=20)
        archivist = TenMinutes(material, out, short=given.short)
        try:
            archivist.run()
        except (JourneyError, TimeoutError) as error:
            archivist.shoot("went wrong")
            print(error, file=sys.stderr)
            return 1
        steps = archivist.watch.steps
        took, waited = (sum(each) for each in list(zip(*steps, strict=True))[1:])
        print(f"{took:6.1f} s in all, {waited:.1f} s of it waiting", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
