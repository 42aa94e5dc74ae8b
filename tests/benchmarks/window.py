"""How fast the window is with 100,000 images, and whether it always answers.

An archive of tiny files is made in a temporary folder and put in the catalog as indexing would;
then hands open it, scroll, filter and order in a real window. A stall is how much longer than
asked a timer of the event loop had to wait; the stalls of a window in which nothing happens are
measured first, in the same run, since they are the computer's own. At last 1,000 photographs are
indexed, and a model is trained on some of them, while the window is watched. `--json` prints one
document; `--images` and `--photographs` choose less.
"""

import argparse
import contextlib
import hashlib
import io
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

# The benchmarks are run as files, from the folder of the project.
sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QWheelEvent

from archive_gui.catalog.images import Reading, list_images, record_readings
from archive_gui.catalog.project import Project
from archive_gui.catalog.scanner import scan
from archive_gui.gui.app import make_application
from archive_gui.gui.grid.arrange import Arrangement, Show, Sort
from archive_gui.gui.grid.view import GridView
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.workers import Lane, put_window_first
from archive_gui.imaging.decode import EXTENSIONS
from archive_gui.imaging.fixity import sha256_of
from archive_gui.imaging.thumbnails import ThumbnailStore, make_thumbnail
from archive_gui.operations.archive import default_project_folder
from archive_gui.progress import Progress
from tests.gui.events import Emitted, let_pass, wait_for, wait_until
from tests.own_folders import use_own_settings

IMAGES, PHOTOGRAPHS, FOLDERS, PICTURES = 100_000, 1_000, 400, 40
SIDES, TURNS, LEAP = (144, 64), 240, 10
GROUPINGS, MARKED = 6, 8
BUDGET_MS = 1000 / 60
Figures = dict[str, Any]


def draw(seed: int, size: tuple[int, int]) -> Image.Image:
    """A picture with the detail of a photograph."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(0, 256, (12, 16, 3), dtype=np.uint8))
    smooth = np.asarray(coarse.resize(size, Image.Resampling.BICUBIC), np.float32)
    grain = rng.normal(0, 6, smooth.shape)
    return Image.fromarray(np.clip(smooth + grain, 0, 255).astype(np.uint8))


def make_archive(folder: Path, count: int) -> Path:
    """An archive of `count` tiny files, every one of other bytes, and its project, indexed."""
    jpeg = io.BytesIO()
    draw(0, (32, 24)).save(jpeg, "JPEG", quality=50)
    archive = folder / "archive"
    boxes = [
        archive / f"collection {number * 20 // FOLDERS:02d}" / f"box {number:03d}"
        for number in range(FOLDERS)
    ]
    for box in boxes:
        box.mkdir(parents=True)
    for number in range(count):
        # What follows the end of a JPEG file is passed over, and makes it another file.
        content = jpeg.getvalue() + str(number).encode()
        (boxes[number * FOLDERS // count] / f"scan {number:06d}.jpg").write_bytes(content)
    thumbnails = [make_thumbnail(draw(seed, (256, 192))) for seed in range(PICTURES)]
    with Project.create(default_project_folder(archive), archive) as project:
        scan(project, EXTENSIONS, sha256_of, Progress())
        images = list_images(project)
        digests = {
            image.id: hashlib.sha256((archive / image.path).read_bytes()).hexdigest()
            for image in images
        }
        record_readings(project, [Reading(i.id, digests[i.id], 32, 24, "JPEG", 1) for i in images])
        store = ThumbnailStore(project.thumbnails_file)
        store.put_many((digests[i.id], thumbnails[i.id % PICTURES]) for i in images)
        store.close()
    return archive


def make_photographs(folder: Path, count: int) -> Path:
    """An archive of `count` photographs of 3 megapixels, not indexed yet."""
    archive = folder / "photographs"
    archive.mkdir()
    files = []
    for seed in range(PICTURES):
        jpeg = io.BytesIO()
        draw(1000 + seed, (2048, 1536)).save(jpeg, "JPEG", quality=85)
        files.append(jpeg.getvalue())
    for number in range(count):
        content = files[number % PICTURES] + str(number).encode()
        (archive / f"photograph {number:04d}.jpg").write_bytes(content)
    return archive


class Stalls:
    """How long the event loop let a timer wait beyond its time, in milliseconds.

    `own` are the same waits, but no longer than the computer worked for this process meanwhile:
    what is left of a wait while other programs had the processors.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.own: list[float] = []
        self._last = self._last_work = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now, work = time.perf_counter(), time.process_time()
        waited = max(0.0, 1000 * (now - self._last) - 1)
        self.waits.append(waited)
        self.own.append(min(waited, 1000 * (work - self._last_work)))
        self._last, self._last_work = now, work

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Watch the event loop during the block."""
        self.waits, self.own = [], []
        self._last, self._last_work = time.perf_counter(), time.process_time()
        self._timer.start()
        try:
            yield
            # So that what the block did last counts, too.
            let_pass(20)
        finally:
            self._timer.stop()

    @property
    def figures(self) -> Figures:
        return {
            "longest_ms": max(self.waits, default=0.0),
            "longest_own_ms": max(self.own, default=0.0),
            "p99_ms": percentile(self.waits, 99),
        }


def percentile(values: list[float], share: float) -> float:
    return float(np.percentile(values, share)) if values else 0.0


def spread(values: list[float]) -> Figures:
    return {
        "p50_ms": percentile(values, 50),
        "p95_ms": percentile(values, 95),
        "max_ms": max(values, default=0.0),
    }


def resident() -> int:
    """The memory that the process has now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


PAINTS: list[float] = []
PAINT_WORK: list[float] = []


def time_paints() -> None:
    """Have every paint of the grid timed, by the clock and by the work of its thread."""
    paint = GridView.paintEvent

    def timed(self: GridView, event: QPaintEvent) -> None:
        started, work = time.perf_counter(), time.thread_time()
        paint(self, event)
        PAINTS.append(1000 * (time.perf_counter() - started))
        PAINT_WORK.append(1000 * (time.thread_time() - work))

    GridView.paintEvent = timed


def filled(window: MainWindow) -> bool:
    """Whether every image in sight shows its thumbnail."""
    records = window.grid_model.records
    rows = window.grid.visible_rows()
    return len(rows) > 0 and all(
        window.thumbnails.pixmap(records[row].sha256) is not None for row in rows
    )


def turn_wheel(window: MainWindow, notches: int) -> None:
    """Turn the wheel over the middle of the grid."""
    viewport = window.grid.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        viewport.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(viewport, event)


def scrolled(window: MainWindow, stalls: Stalls, notches: int) -> Figures:
    """Turn the wheel by `notches` sixty times a second, thumbnails arriving all the while."""
    PAINTS.clear()
    PAINT_WORK.clear()
    with stalls.watched():
        for _ in range(TURNS):
            turn_wheel(window, notches)
            let_pass(round(BUDGET_MS))
    return {"paint": spread(PAINTS), "paint_work": spread(PAINT_WORK), "stall": stalls.figures}


def timed(act: Callable[[], object], over: Callable[[], bool], stalls: Stalls) -> Figures:
    """Milliseconds until `over` after `act`, and the stalls meanwhile."""
    started = time.perf_counter()
    with stalls.watched():
        act()
        wait_until(over)
        elapsed = time.perf_counter() - started
    return {"ms": 1000 * elapsed, **stalls.figures}


def open_archive(window: MainWindow, archive: Path, stalls: Stalls) -> Figures:
    """Open an archive that is indexed; the scan that follows is stopped once it has walked."""
    before = resident()
    listed = Emitted()
    window.workspace.settled.connect(listed.take)
    opened = timed(lambda: window.project.open(archive), lambda: filled(window), stalls)

    def walked_through() -> bool:
        """The rest is listed, and the scan looks at images that are to be looked at."""
        scans = (job for job in window.runner.jobs if job.lane is Lane.SCAN)
        return listed.came and any(job.total for job in scans)

    walked = timed(lambda: None, walked_through, stalls)
    window.project.stop_scan()
    wait_until(lambda: not window.project.scanning)
    let_pass(300)
    grown = resident() - before
    count = len(window.workspace.images)
    return {"open": opened, "walk": walked, "bytes_an_image": grown / count}


def arrange_all(window: MainWindow, stalls: Stalls) -> Figures:
    """Filter and order all images; the first time each makes the column that it looks at."""
    busiest = window.grid_model.records[-1].path.rpartition("/")[0]
    wanted = {
        "filter by text": Arrangement(text="scan 9"),
        "filter by folder": Arrangement(folder=busiest),
        "filter by mark": Arrangement(show=Show.IN_NONE),
        "filter by format": Arrangement(format="JPEG"),
        "filter by failure": Arrangement(failed=True),
        "order by date": Arrangement(sort=Sort.DATE, descending=True),
        "order by size": Arrangement(sort=Sort.SIZE, descending=True),
        "order by name": Arrangement(),
    }
    results: Figures = {}
    for name, arrangement in wanted.items():
        arrange = partial(window.browsing.arrange, arrangement)
        results[name] = timed(arrange, lambda: True, stalls)
    results["select all"] = timed(window.grid.selectAll, lambda: True, stalls)
    by_date = partial(window.browsing.arrange, Arrangement(sort=Sort.DATE))
    results["order by date, all selected"] = timed(by_date, lambda: True, stalls)
    window.browsing.arrange(Arrangement())
    window.grid.clearSelection()
    results["open the filters"] = timed(
        window.header.filter_button.click, window.header.filters.isVisible, stalls
    )
    window.header.filters.close()
    return results


def indexed(window: MainWindow, archive: Path, stalls: Stalls) -> Figures:
    """Index an archive that nobody has seen, in the open window."""
    done = Emitted()
    window.scan_finished.connect(done.take)
    return timed(lambda: window.project.open(archive), lambda: done.came, stalls)


def trained(window: MainWindow, stalls: Stalls) -> Figures:
    """Train on six groupings by its default, quick then thorough, until the new model answers."""
    images = [image.id for image in window.grid_model.records]
    for start in range(0, GROUPINGS * MARKED, MARKED):
        with wait_for(window.marks_changed):
            window.marks.start_with(images[start : start + MARKED])
    done = Emitted()
    window.training_finished.connect(done.take)

    def over() -> bool:
        return done.came and window.preparation.pending is None and not window.runner.jobs

    return timed(window.training_panel.start, over, stalls)


def measured(folder: Path, images: int, photographs: int) -> Figures:
    """All figures, one document."""
    stalls = Stalls()
    archive = make_archive(folder, images)
    make_application()
    time_paints()
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    put_window_first()
    let_pass(500)
    with stalls.watched():
        let_pass(2000)
    results: Figures = {"images": images, "idle": stalls.figures}
    results |= open_archive(window, archive, stalls)
    for side in SIDES:
        window.grid.set_side(side)
        for name, notches in (("scroll", 1), ("leap", LEAP)):
            window.grid.verticalScrollBar().setValue(0)
            wait_until(lambda: filled(window))
            results[f"{name}, {side} px"] = scrolled(window, stalls, notches)
    results["arrange"] = arrange_all(window, stalls)
    results["memory_mb"] = resident() / 2**20
    results["index"] = indexed(window, make_photographs(folder, photographs), stalls)
    results["train"] = trained(window, stalls)
    with wait_for(window.window_closed):
        window.close_now()
    return results


def told(results: Figures) -> Iterator[str]:
    """The figures as lines; stalls also as ratios to those of the idle window."""
    idle = results["idle"]["longest_ms"] or 1.0

    def stall(figures: Figures) -> str:
        longest, own = figures["longest_ms"], figures["longest_own_ms"]
        return f"longest stall {longest:6.1f} ms ({longest / idle:5.1f} x idle, own {own:5.1f} ms)"

    yield f"{'idle':28} {stall(results['idle'])}"
    for name in ("open", "walk", "index", "train"):
        seconds = results[name]["ms"] / 1000
        yield f"{name:28} {seconds:8.2f} s    {stall(results[name])}"
    for side in SIDES:
        for name in (f"scroll, {side} px", f"leap, {side} px"):
            paint, work = results[name]["paint"], results[name]["paint_work"]
            yield (
                f"{name:28} paint p50 {paint['p50_ms']:5.1f} p95 {paint['p95_ms']:5.1f} max "
                f"{paint['max_ms']:5.1f} ms ({paint['p95_ms'] / BUDGET_MS:4.2f} of a frame), "
                f"its work p95 {work['p95_ms']:5.1f} ms"
            )
    for name, figures in results["arrange"].items():
        yield f"{name:28} {figures['ms']:8.1f} ms   {stall(figures)}"
    yield (
        f"memory {results['memory_mb']:.0f} MB with {results['images']:,} images, "
        f"{results['bytes_an_image'] / 1024:.1f} KB for each when opened"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--images", type=int, default=IMAGES)
    parser.add_argument("--photographs", type=int, default=PHOTOGRAPHS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        folder = Path(name)
        use_own_settings(folder)
        results = measured(folder, options.images, options.photographs)
    print(json.dumps(results, indent=2) if options.json else "\n".join(told(results)))


if __name__ == "__main__":
    main()
