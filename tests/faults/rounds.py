"""Rounds of all that a curator does in a day, in one window that stays open.

Runs in a process of its own, whose memory is measured from outside.
"""

import os
import random
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.app import make_application
from archive_gui.gui.listing import roles_in
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import put_window_first
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.memory import share_one_arena
from archive_gui.operations.versions import ModelSummary
from tests.conftest import KINDS, draw_shape
from tests.faults.ground import Mark
from tests.gui.events import drop, files_mime, let_pass, make_grouping, wait_for, wait_until

# A network for ten thousand images on a machine that does other things, too.
_PATIENCE = 3600.0
_IN_A_FOLDER = 500
# Images that are added, changed, moved and removed before a round, and again in it.
_CHANGES = 10
_GROUPINGS, _NEW_GROUPINGS = 6, 2
_MEMBERS = 4
_VERSIONS = 3
_TUNED_EVERY = 6
# What timers wait for: marks that settle, messages that go, widgets that are deleted later.
_REST_MILLISECONDS = 3000


class Rounds:
    """A window, an archive that changes, and what is done with them.

    An archive that is there already is gone on with. `tell` is told what is done next, and `kept`
    each time a change of marks is in the catalog what marks there are.
    """

    def __init__(
        self,
        folder: Path,
        images: int,
        seed: int,
        tell: Callable[[str], None],
        kept: Callable[[set[Mark]], None] = lambda marks: None,
    ) -> None:
        self._archive = folder / "archive"
        self._outside = folder / "outside.jpg"
        self._out = folder / "out"
        self._lots = random.Random(seed)
        self._tell = tell
        self._made = 0
        self._names: list[str] = []
        self._models: list[ModelSummary] = []
        self.done: Counter[str] = Counter()
        self._out.mkdir(parents=True, exist_ok=True)
        tell("drawing")
        for file in sorted(self._archive.rglob("*.jpg")):
            self._names.append(file.relative_to(self._archive).as_posix())
            self._made = max(self._made, int(file.stem.split()[-1]) + 1)
        for _ in range(images - len(self._names)):
            self._add_file()
        self._draw(self._outside)
        self._kept = kept
        self.window = MainWindow()
        self.window.resize(1280, 800)
        self.window.show()
        self.window.training.models_listed.connect(self._take_models)
        self.window.marks_changed.connect(self._take_marks)
        put_window_first()

    def go_through(self, number: int) -> None:
        """Open the archive, do everything once, and close it."""
        self._change_files()
        self._open()
        self._look_around()
        self._mark()
        self._train(Depth.TOP if number % _TUNED_EVERY == 1 else Depth.HEAD)
        self._search()
        self._change_files()
        self._scan_again()
        self._export()
        self._delete_versions()
        self._close()

    def end(self) -> None:
        """Close the window."""
        with wait_for(self.window.window_closed):
            self.window.close_now()

    # The archive

    def _draw(self, file: Path) -> None:
        draw_shape(KINDS[self._made % len(KINDS)], self._made).save(file, quality=85)
        self._made += 1

    def _add_file(self) -> None:
        kind = KINDS[self._made % len(KINDS)]
        name = f"{self._made // _IN_A_FOLDER:03d}/{kind} {self._made:06d}.jpg"
        file = self._archive / name
        file.parent.mkdir(parents=True, exist_ok=True)
        self._draw(file)
        self._names.append(name)

    def _change_files(self) -> None:
        self._tell("changing files")
        chosen = self._lots.sample(self._names, 3 * _CHANGES)
        for name in chosen[:_CHANGES]:
            (self._archive / name).unlink()
            self._names.remove(name)
        for name in chosen[_CHANGES : 2 * _CHANGES]:
            self._draw(self._archive / name)
        for name in chosen[2 * _CHANGES :]:
            moved = f"moved/{Path(name).name}"
            (self._archive / "moved").mkdir(exist_ok=True)
            (self._archive / name).rename(self._archive / moved)
            self._names[self._names.index(name)] = moved
        for _ in range(_CHANGES):
            self._add_file()

    def _open(self) -> None:
        self._tell("opening")
        with wait_for(self.window.scan_finished, patience=_PATIENCE) as finished:
            self.window.project.open(self._archive)
        self._require_all(finished.args[0])

    def _scan_again(self) -> None:
        self._tell("scanning")
        with wait_for(self.window.scan_finished, patience=_PATIENCE) as finished:
            self.window.window_actions.rescan.trigger()
        self._require_all(finished.args[0])

    def _require_all(self, report) -> None:  # type: ignore[no-untyped-def]
        assert not report.failed, report.failed[:3]
        assert report.images == len(self._names), (report.images, len(self._names))
        self.done["scans"] += 1

    # The window

    def _look_around(self) -> None:
        self._tell("looking")
        grid = self.window.grid
        grid.setFocus()
        for key in (*[Qt.Key.Key_PageDown] * 8, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(grid, key)
            let_pass(20)
        self._settle()
        QTest.keyClick(grid, Qt.Key.Key_Right)
        QTest.keyClick(grid, Qt.Key.Key_Space)
        viewer = self.window.viewer
        wait_until(lambda: viewer.record is not None)
        for _ in range(8):
            QTest.keyClick(viewer, Qt.Key.Key_Right)
            self._settle()
        viewer.close_viewer()
        self._settle()

    def _mark(self) -> None:
        self._tell("marking")
        window, marked = self.window, set()
        for grouping in window.workspace.groupings.values():
            marked |= {grouping.anchor, *grouping.positives, *grouping.negatives}
        wanted = _GROUPINGS - len(window.workspace.groupings) + _NEW_GROUPINGS
        for _ in range(wanted):
            kind, other = self._lots.sample(KINDS, 2)
            members = self._rows_of(kind, marked, _MEMBERS + 1)
            others = self._rows_of(other, marked, _MEMBERS)
            if len(members) <= _MEMBERS or not others:
                # Of a small archive all of a kind may be marked.
                continue
            make_grouping(window, members[0], members[1:], others)
            self.done["marks"] += len(members) + len(others)
        before = window.workspace.groupings
        for action in (window.window_actions.undo, window.window_actions.redo):
            for _ in range(5):
                with wait_for(window.marks_changed):
                    action.trigger()
                self.done["undo and redo"] += 1
        assert window.workspace.groupings == before
        if old := sorted(before)[: max(0, len(before) - _GROUPINGS)]:
            with wait_for(window.marks_changed):
                window.marks.delete(old)

    def _rows_of(self, kind: str, marked: set[int], count: int) -> list[int]:
        records = self.window.grid_model.records
        # Of these the window need not scroll far.
        rows = self._lots.sample(range(len(records)), min(len(records), 60 * count))
        free = [
            row
            for row in rows
            if Path(records[row].path).name.startswith(kind) and records[row].id not in marked
        ]
        marked.update(records[row].id for row in free[:count])
        return free[:count]

    # The model

    def _train(self, depth: Depth) -> None:
        self._tell(f"training {depth}")
        window = self.window
        # A training that is stopped gives what it has, so that queries need not wait for an end.
        with wait_for(window.training.ended, patience=_PATIENCE):
            window.training.start(TrainingSettings(depth=depth, epochs=2 if depth == "top" else 8))
            while window.training.running:
                self._ask()
                self.done["queries while training"] += 1
        self.done["trainings"] += 1
        self._settle()
        newest = max(model.model for model in self._models)
        self._tell(f"preparing {depth}")
        if newest and not self._in_use(newest):
            with wait_for(window.training.model_used):
                window.training.use(newest)
        wait_until(lambda: window.preparation.answers == newest, _PATIENCE)

    def _in_use(self, number: int) -> bool:
        return any(model.model == number and model.in_use for model in self._models)

    def _take_models(self, models: list[ModelSummary]) -> None:
        self._models = models

    def _take_marks(self) -> None:
        self._kept(
            {
                (grouping.name, image, str(role))
                for grouping in self.window.workspace.groupings.values()
                for image, role in roles_in(grouping).items()
            }
        )

    def _delete_versions(self) -> None:
        self._tell("deleting versions")
        window = self.window
        free = [each.model for each in self._models if not (each.in_use or each.answers)]
        old = [model for model in sorted(free) if model > 0][: -(_VERSIONS - 1)]
        keeper = window.versions
        for model in old:
            for change in (keeper.delete, keeper.restore, keeper.delete):
                with wait_for(window.training.models_listed):
                    change(model)
            self.done["versions deleted"] += 1

    # Queries

    def _search(self) -> None:
        self._tell("searching")
        window = self.window
        for _ in range(20):
            self._ask()
        for _ in range(5):
            window.query.back()
            self._settle()
        window.query.forward()
        window.query.set_count(200)
        self._settle()
        window.query.set_count(50)
        window.query.clear()
        self._settle()

    def _ask(self) -> None:
        window = self.window
        with wait_for(window.query_finished, patience=_PATIENCE) as finished:
            match self._lots.randrange(4):
                case 0:
                    drop(window, window.query_panel.zone, files_mime(self._outside))
                case 1:
                    window.query.by_picture(self._picture())
                case 2:
                    window.query.by_part(self._any_image(), self._picture())
                case _:
                    window.query.by_image(self._any_image())
        # The window may have asked another model again by now.
        assert finished.args[0].results
        self.done["queries"] += 1

    def _any_image(self) -> ImageRecord:
        return self._lots.choice(self.window.workspace.listed_images())

    def _picture(self) -> QImage:
        picture = QImage(64, 48, QImage.Format.Format_RGB32)
        picture.fill(self._lots.randrange(2**24))
        return picture

    # What is left

    def _export(self) -> None:
        self._tell("exporting")
        window = self.window
        for write, name in (
            (window.exports.triplets, "triplets.csv"),
            (window.exports.groupings, "groupings.csv"),
            (window.exports.embeddings, "embeddings.npz"),
        ):
            (self._out / name).unlink(missing_ok=True)
            with wait_for(window.exported, patience=_PATIENCE):
                write(self._out / name)

    def _close(self) -> None:
        self._tell("closing")
        window = self.window
        window.window_actions.close_archive.trigger()
        wait_until(lambda: window.workspace.project is None)
        self._settle()
        let_pass(_REST_MILLISECONDS)

    def _settle(self) -> None:
        wait_until(lambda: not self.window.runner.jobs, _PATIENCE)


def live(folder: Path, images: int, seed: int, said: Connection, first: int = 1) -> None:
    """Go through rounds from the `first` on until nobody wants any more.

    Says ``("doing", what)`` and ``("kept", marks)`` all along, and ``("rest", what was done)``
    after a round; goes on when it is told True, and ends when told False.
    """
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    share_one_arena()
    make_application()
    rounds = Rounds(
        folder,
        images,
        seed,
        lambda what: said.send(("doing", what)),
        lambda marks: said.send(("kept", marks)),
    )
    number, wanted = first, True
    while wanted:
        rounds.go_through(number)
        said.send(("rest", dict(rounds.done)))
        wanted, number = said.recv(), number + 1
    rounds.end()
    os._exit(0)
