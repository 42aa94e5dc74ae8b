"""The whole journey in the real window, by real events: `python -m tests.endtoend.journey`.

It makes the sample archive (or takes FOLDER, which holds a folder for each kind of image), opens
it by dropping it on the window, marks groupings by keys, trains, asks for the like of files from
outside by dropping them, and exports the triplets. It prints each step with its figures, leaves
screenshots and `triplets.csv` in `build/demo`, and ends with 0 only if every step did what it
should, otherwise with 1 and one sentence.
"""

import csv
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.own_folders import use_own_settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_gui.catalog.project import Project
from archive_gui.catalog.scanner import scan
from archive_gui.catalog.triplets import count_triplets, export_triplets, import_triplets
from archive_gui.errors import ArchiveError
from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow
from archive_gui.imaging.decode import EXTENSIONS
from archive_gui.imaging.fixity import sha256_of
from archive_gui.operations.querying import QueryReport
from archive_gui.operations.training import TrainingReport
from archive_gui.progress import Progress
from archive_gui.sample import make_sample
from tests.gui.events import LEFT, drop, files_mime, let_pass, make_grouping, wait_for, wait_until

OUT = Path("build") / "demo"
POSITIVES, NEGATIVES = 4, 3
NEIGHBOURS = 5


class JourneyError(Exception):
    """A step did not do what it should; the text says which and how."""


@dataclass(frozen=True)
class Material:
    """An archive, the true kind of each of its images, and files outside it to ask with."""

    archive: Path
    kinds: dict[str, str]
    outside: dict[Path, str]


def read_labels(archive: Path) -> dict[str, str]:
    """The kind of each image of a sample archive."""
    with (archive / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["path"]: row["label"] for row in csv.DictReader(file)}


def sample_material(folder: Path) -> Material:
    """The sample archive, one image of each kind taken out of it to ask with."""
    archive = folder / "sample"
    make_sample(archive)
    kinds = read_labels(archive)
    outside: dict[Path, str] = {}
    for kind, paths in by_kind(kinds).items():
        taken = folder / "outside" / f"{kind}{Path(paths[-1]).suffix}"
        taken.parent.mkdir(exist_ok=True)
        shutil.move(archive / paths[-1], taken)
        outside[taken] = kind
        del kinds[paths[-1]]
    return Material(archive, kinds, outside)


def folder_material(source: Path, folder: Path, *, groups: int, images: int) -> Material:
    """So many images of so many folders of `source`, and one more of each to ask with."""
    kinds: dict[str, str] = {}
    outside: dict[Path, str] = {}
    for group in sorted(path for path in source.iterdir() if path.is_dir())[:groups]:
        files = sorted(file for file in group.iterdir() if file.suffix.lower() in EXTENSIONS)
        for number, file in enumerate(files[: images + 1]):
            name = f"{group.name}/{file.name}" if number < images else f"{group.name}{file.suffix}"
            target = folder / ("archive" if number < images else "outside") / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
            if number < images:
                kinds[name] = group.name
            else:
                outside[target] = group.name
    return Material(folder / "archive", kinds, outside)


class Journey:
    """One journey through one archive."""

    def __init__(self, material: Material, out: Path, tell: Callable[[str], None]) -> None:
        self._material = material
        self._out = out
        self._tell = tell
        self._shots = 0
        self.window = MainWindow()

    def run(self) -> None:
        """Go all the way; JourneyError says where it went wrong."""
        self._out.mkdir(parents=True, exist_ok=True)
        window = self.window
        window.resize(1280, 800)
        window.show()
        self._shoot("welcome")
        try:
            self._open()
            self._mark()
            self._train()
            self._query()
            self._export()
        finally:
            with wait_for(window.window_closed):
                window.close_now()
        self._say("The window is closed and the project is in order")

    def _open(self) -> None:
        window, wanted = self.window, len(self._material.kinds)
        with wait_for(window.scan_finished) as finished:
            drop(window, window.welcome, files_mime(self._material.archive))
        report = finished.args[0]
        self._expect(not report.failed, f"{len(report.failed)} images could not be read")
        self._expect(report.images == wanted, f"{report.images} of {wanted} images were found")
        self._expect(
            len(window.grid_model.records) == wanted, "the grid does not show the whole archive"
        )
        self._say(f"Opened by dropping the folder: {wanted} images in {report.seconds:.1f} s")
        window.grid.setFocus()
        wait_until(self._thumbnails_are_there)
        self._shoot("archive")

    def _thumbnails_are_there(self) -> bool:
        window = self.window
        records = (window.grid_model.records[row] for row in window.grid.visible_rows())
        return all(window.thumbnails.pixmap(record.sha256) is not None for record in records)

    def _mark(self) -> None:
        window = self.window
        groups = list(by_kind(self._material.kinds).values())
        for place, paths in enumerate(groups):
            unlike = groups[(place + 1) % len(groups)]
            make_grouping(
                window,
                self._row(paths[0]),
                [self._row(path) for path in paths[1 : 1 + POSITIVES]],
                [self._row(path) for path in unlike[-NEGATIVES:]],
            )
        found = list(window.workspace.groupings.values())
        self._expect(len(found) == len(groups), f"{len(found)} of {len(groups)} groupings came up")
        wanted = len(groups) * POSITIVES * NEGATIVES
        triplets = count_triplets(found)
        self._expect(triplets == wanted, f"{triplets} of {wanted} triplets came up")
        self._say(f"Marked by keys: {len(found)} groupings, {triplets} triplets")
        self._shoot("marks")

    def _row(self, path: str) -> int:
        records = self.window.grid_model.records
        return next(row for row, record in enumerate(records) if record.path == path)

    def _train(self) -> None:
        window, panel = self.window, self.window.training_panel
        QTest.keyClick(panel.depth_box, Qt.Key.Key_Home)
        with wait_for(window.training_finished) as finished:
            with wait_for(window.training.epoch_ended):
                QTest.mouseClick(panel.start_button, LEFT)
            self._shoot("training")
        report: TrainingReport = finished.args[0]
        before, after = report.before, report.after
        self._expect(report.kept, "the trained model was not better than the untrained one")
        self._expect(after.map_at_r >= before.map_at_r, "mAP@R on held-out marks went down")
        wait_until(lambda: window.preparation.answers == report.model)
        self._say(
            f"Trained model {report.model} on {report.triplets} triplets, {report.epochs} epochs "
            f"in {report.seconds:.1f} s: mAP@R {before.map_at_r:.3f} -> {after.map_at_r:.3f}, "
            f"recall@1 {before.recall_at_1:.3f} -> {after.recall_at_1:.3f} on held-out marks"
        )
        self._shoot("trained")

    def _query(self) -> None:
        window = self.window
        rights, times = [], []
        for file, kind in self._material.outside.items():
            with wait_for(window.query_finished) as finished:
                drop(window, window.query_panel.zone, files_mime(file))
            report: QueryReport = finished.args[0]
            nearest = report.results[:NEIGHBOURS]
            self._expect(len(nearest) == NEIGHBOURS, f"{file.name} found too few neighbours")
            right = sum(self._material.kinds[result.image.path] == kind for result in nearest)
            rights.append(right / NEIGHBOURS)
            times.append(report.embed_ms + report.search_ms)
            self._say(f"  {file.name}: {right} of the {NEIGHBOURS} nearest are of its kind")
        share = sum(rights) / len(rights)
        self._expect(share > 0.5, f"only {share:.0%} of the nearest neighbours were of their kind")
        self._say(
            f"Asked by dropping {len(rights)} files from outside: {share:.0%} of the nearest are "
            f"of their kind, {sorted(times)[len(times) // 2]:.1f} ms a query"
        )
        wait_until(self._thumbnails_are_there)
        wait_until(lambda: window.query_panel.zone.has_picture)
        self._shoot("results")

    def _export(self) -> None:
        window, file = self.window, self._out / "triplets.csv"
        with wait_for(window.exported) as exported:
            window.exports.triplets(file)
        wanted = count_triplets(list(window.workspace.groupings.values()))
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = len(list(csv.DictReader(lines)))
        self._expect(
            exported.args[1] == rows == wanted, f"{rows} of {wanted} triplets were exported"
        )
        self._expect(
            self._comes_back(file), "an empty project does not export what it imported from it"
        )
        self._say(f"Exported {rows} triplets to {file}; an empty project takes them all")
        self._shoot("exported")

    def _comes_back(self, file: Path) -> bool:
        """Whether a new project imports `file` whole, and exports the same bytes."""
        with tempfile.TemporaryDirectory() as folder:
            again = Path(folder) / "again.csv"
            with Project.create(Path(folder) / "project", self._material.archive) as project:
                scan(project, EXTENSIONS, sha256_of, Progress())
                report = import_triplets(project, file)
                export_triplets(project, again)
            return not report.skipped and again.read_bytes() == file.read_bytes()

    def _shoot(self, name: str) -> None:
        self._shots += 1
        let_pass(100)
        self.window.grab().save(str(self._out / f"{self._shots}-{name}.png"))

    def _say(self, text: str) -> None:
        self._tell(text)

    @staticmethod
    def _expect(holds: bool, otherwise: str) -> None:
        if not holds:
            raise JourneyError(f"The journey went wrong: {otherwise}.")


def by_kind(kinds: dict[str, str]) -> dict[str, list[str]]:
    """The images of each kind, all in the order of their names."""
    paths: dict[str, list[str]] = defaultdict(list)
    for path, kind in sorted(kinds.items()):
        paths[kind].append(path)
    return dict(sorted(paths.items()))


def main(arguments: Iterable[str]) -> int:
    """Run the journey with folders of its own, so that nobody's settings are touched."""
    given = list(arguments)
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        folder = Path(name)
        use_own_settings(folder)
        try:
            make_application()
            if given:
                material = folder_material(Path(given[0]), folder, groups=8, images=20)
            else:
                material = sample_material(folder)
            print(f"An archive of {len(material.kinds)} images is ready", flush=True)
            Journey(material, OUT.absolute(), lambda text: print(text, flush=True)).run()
        except (JourneyError, ArchiveError) as error:
            print(error, file=sys.stderr)
            return 1
        except TimeoutError:
            print("The journey went wrong: a step never came to its end.", file=sys.stderr)
            return 1
    print(f"Screenshots and triplets.csv are in {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
