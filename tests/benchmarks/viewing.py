"""Looking closely at scans of 200 megapixels: how soon, how smoothly, in how much memory."""

import os
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.app import make_application
from archive_gui.gui.grid.contents import Contents
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.listing import Listing, MarksState
from archive_gui.gui.viewer.tiles import tiles_over
from archive_gui.gui.viewer.viewer import Viewer
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace

SIZE = (16000, 12500)


class Watch:
    """Measures the longest stall of the event loop, in seconds."""

    def __init__(self) -> None:
        self.stall = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, now - self._last)
        self._last = now


def make_scans(folder: Path) -> list[str]:
    """A JPEG and a TIFF of noise over a slope, which compress as a photograph does."""
    rng = np.random.default_rng(0)
    grain = rng.integers(0, 24, (512, 512, 3), dtype=np.uint8)
    rows = np.tile(grain, (SIZE[1] // 512 + 1, SIZE[0] // 512 + 1, 1))[: SIZE[1], : SIZE[0]]
    rows += (np.arange(SIZE[0]) * 200 // SIZE[0]).astype(np.uint8)[None, :, None]
    image = Image.fromarray(rows)
    image.save(folder / "scan.jpg", quality=88)
    image.save(folder / "scan.tif")
    return ["scan.jpg", "scan.tif"]


def until(condition: Callable[[], bool]) -> float:
    """Run the event loop until something holds; the seconds that took."""
    started = time.perf_counter()
    loop = QEventLoop()
    while not condition():
        QTimer.singleShot(1, loop.quit)
        loop.exec()
    return time.perf_counter() - started


def resident() -> float:
    """Memory in use now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def highest(stop: threading.Event, into: list[float]) -> None:
    """Keep the highest memory in use until told to stop."""
    while not stop.wait(0.02):
        into[0] = max(into[0], resident())


def main() -> None:
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="archive-gui-") as name:
        folder = Path(name)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        archive = folder / "archive"
        archive.mkdir()
        scans = make_scans(archive)
        with Project.create(folder / "project", archive) as project:
            workspace, runner = Workspace(), JobRunner()
            images = [
                ImageRecord(
                    number,
                    scan,
                    (archive / scan).stat().st_size,
                    0,
                    None,
                    *SIZE,
                    None,
                    1,
                    None,
                    False,
                )
                for number, scan in enumerate(scans)
            ]
            listing = Listing({image.id: image for image in images}, Contents(images))
            workspace.open(project, listing, MarksState((), None, None))
            window = QWidget()
            window.resize(1280, 800)
            viewer = Viewer(workspace, runner, ThumbnailCache(runner), window)
            window.show()
            until(window.isVisible)
            for image in images:
                measure(viewer, image)
                viewer.close_viewer()
                until(lambda: not runner.jobs)
            runner.close()
    application.processEvents()


def measure(viewer: Viewer, image: ImageRecord) -> None:
    """Open an image, go to one to one, and move about."""
    before, high, stop = resident(), [0.0], threading.Event()
    meter = threading.Thread(target=highest, args=(stop, high))
    meter.start()
    watch = Watch()
    viewer.look_at(image)
    pane = viewer.panes[0]
    canvas = pane.canvas
    first = until(lambda: pane.picture is not None)
    stall_first = watch.stall

    def sharp() -> bool:
        return not canvas.tiles.missing(tiles_over(canvas.view.seen(), 0))

    canvas.zoom_to(1.0)
    detail = until(sharp)
    moved = []
    paints = []
    for step in range(40):
        canvas.pan(-90, -40 if step % 2 else 60)
        started = time.perf_counter()
        canvas.repaint()
        paints.append(time.perf_counter() - started)
        moved.append(until(sharp))
    canvas.fit()
    canvas.repaint()
    started = time.perf_counter()
    canvas.repaint()
    fitted = time.perf_counter() - started
    stop.set()
    meter.join()
    print(
        f"{image.path}: first picture {first:.2f} s, details {detail:.2f} s after asking, "
        f"a move {1000 * np.median(moved):.0f} ms until sharp; longest stall "
        f"{1000 * stall_first:.0f} ms before the first picture, "
        f"{1000 * watch.stall:.0f} ms in all; "
        f"painting {1000 * np.median(paints):.1f} ms, at most {1000 * max(paints):.1f} ms, whole "
        f"{1000 * fitted:.1f} ms; memory {before:.0f} MB before, at most {high[0]:.0f} MB, "
        f"{resident():.0f} MB with the details in sight"
    )


if __name__ == "__main__":
    main()
