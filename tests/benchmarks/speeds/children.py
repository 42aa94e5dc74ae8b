"""What is measured in a program of its own; each prints one line of JSON, then ends."""

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.speeds.timing import STARTED, costing

BATCH, SIDE, VGG_BATCH, VGG_STEPS = 32, 224, 4, 3


def keras_loop(archive: str) -> dict[str, Any]:
    """The plain way to features: Pillow, then Keras' `predict`, 32 pictures at a time."""
    import numpy as np
    from PIL import Image

    from archive_gui.learning.backbones import build_keras
    from archive_gui.learning.quiet import load_tensorflow
    from archive_gui.learning.settings import DEFAULT_BACKBONE

    load_tensorflow()
    model = build_keras(DEFAULT_BACKBONE)
    model.predict(np.zeros((BATCH, SIDE, SIDE, 3), np.float32), verbose=0)
    files = sorted(Path(archive).iterdir())
    with costing() as cost:
        for start in range(0, len(files), BATCH):
            pictures = [
                np.asarray(Image.open(file).convert("RGB").resize((SIDE, SIDE)), np.float32)
                for file in files[start : start + BATCH]
            ]
            model.predict(np.stack(pictures), verbose=0)
    return {"files": len(files), "wall": cost.wall, "cpu": cost.cpu}


def vgg_step() -> dict[str, Any]:
    """A step of the method as described: three passes of VGG16 a triplet, and their gradients.

    Also what it takes where the network is left alone and only a head on it learns.
    """
    import numpy as np

    from archive_gui.learning.quiet import load_tensorflow

    load_tensorflow()
    import tensorflow as tf

    base = tf.keras.applications.VGG16(include_top=False, weights=None, pooling="avg")
    head = tf.keras.Sequential([tf.keras.Input((512,)), tf.keras.layers.Dense(256)])

    def step(anchor: Any, positive: Any, negative: Any) -> Any:
        with tf.GradientTape() as tape:
            a, p, n = (
                tf.math.l2_normalize(head(base(each, training=False)), axis=1)
                for each in (anchor, positive, negative)
            )
            near = tf.reduce_sum(tf.square(a - p), 1)
            loss = tf.reduce_mean(tf.nn.relu(near - tf.reduce_sum(tf.square(a - n), 1) + 0.2))
        weights = head.trainable_variables + base.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
        return loss

    rng = np.random.default_rng(0)
    shape = (VGG_BATCH, SIDE, SIDE, 3)
    triplet = [tf.constant(rng.uniform(0, 255, shape), tf.float32) for _ in range(3)]
    seconds = {}
    for name, trainable in (("whole", True), ("head", False)):
        base.trainable = trainable
        optimizer = tf.keras.optimizers.Adam()
        run = tf.function(step)
        run(*triplet)
        costs = []
        for _ in range(VGG_STEPS):
            with costing() as cost:
                float(run(*triplet))
            costs.append(cost)
        seconds[name] = {
            "wall": min(c.wall for c in costs) / VGG_BATCH,
            "cpu": min(c.cpu for c in costs) / VGG_BATCH,
        }
    return seconds


def train(folder: str) -> dict[str, Any]:
    """Train `head` on the marks of a project, TensorFlow's own start counted."""
    from archive_gui.catalog.project import Project
    from archive_gui.learning.settings import Depth, TrainingSettings
    from archive_gui.operations.training import train_model

    settings = TrainingSettings(depth=Depth.HEAD, implicit_negatives=False)
    with Project.open(Path(folder)) as project, costing() as cost:
        report = train_model(project, settings)
    return {
        "wall": cost.wall,
        "cpu": cost.cpu,
        "model": report.model,
        "triplets": report.triplets,
        "epochs": report.epochs,
    }


def memory(archive: str, folder: str) -> dict[str, Any]:
    """Index an archive; the most memory that the program took, in MB."""
    from archive_gui.catalog.project import Project
    from archive_gui.operations.indexing import index_archive

    with Project.create(Path(folder), Path(archive)) as project, costing() as cost:
        report = index_archive(project)
    # Not what getrusage tells, which is at least what the program held that started this one.
    status = Path("/proc/self/status").read_text("ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0])
    return {"images": report.images, "peak_mb": peak / 1024, "wall": cost.wall}


def query(folder: str, file: str) -> dict[str, Any]:
    """The first query of a program that has just started."""
    from archive_gui.catalog.project import Project
    from archive_gui.operations.querying import Searcher

    with Project.open(Path(folder)) as project:
        answer = Searcher(project).query_file(Path(file), 50)
    return {"results": len(answer.results), "tensorflow": _with_tensorflow()}


def empty_window() -> dict[str, Any]:
    """The import of Qt and an empty window, drawn once."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    return {"shown": time.time() - float(os.environ[STARTED])}


def full_window(archive: str, ask: str) -> dict[str, Any]:
    """The window on an archive until it shows its pictures; with `ask` also a query and filters.

    Then the window is closed, as by a person, so that the next start finds what one leaves.
    """
    from archive_gui.gui.app import make_window
    from archive_gui.operations.archive import project_folder_of
    from archive_gui.operations.knocking import knock

    path = Path(archive)
    knock(project_folder_of(path))
    window = make_window(path)
    from PySide6.QtWidgets import QApplication

    from archive_gui.gui.workers import put_window_first

    window.resize(1280, 800)
    window.show()
    put_window_first()

    def filled() -> bool:
        records = window.grid_model.records
        rows = window.grid.visible_rows()
        pixmap = window.thumbnails.pixmap
        return len(rows) > 0 and all(pixmap(records[row].sha256) is not None for row in rows)

    while not filled():
        QApplication.processEvents()
        time.sleep(0.001)
    shown = time.time() - float(os.environ[STARTED])
    images = len(window.workspace.contents) + window.workspace.more
    said: dict[str, Any] = {"images": images, "shown": shown}
    if ask:
        said |= _asked(window, Path(ask))
    said["tensorflow"] = _with_tensorflow()
    from tests.gui.events import wait_until

    gone: list[None] = []
    window.window_closed.connect(lambda: gone.append(None))
    window.close_now()
    wait_until(lambda: gone)
    return said


def _asked(window: Any, file: Path) -> dict[str, Any]:
    from archive_gui.gui.grid.arrange import Arrangement
    from tests.gui.events import wait_until

    wait_until(lambda: window.workspace.is_settled)
    answers: list[Any] = []
    window.query.finished.connect(answers.append)
    with costing() as first:
        window.query.by_file(file)
        wait_until(lambda: answers)
    with costing() as second:
        window.query.by_file(file)
        wait_until(lambda: len(answers) > 1)
    window.browsing.arrange(Arrangement())
    with costing() as filtered:
        window.browsing.arrange(Arrangement(text="scan 9"))
    return {"first_query": first.wall, "query": second.wall, "filter": filtered.wall}


def _with_tensorflow() -> list[str]:
    """Which of this program and those that it started have loaded TensorFlow."""
    found = ["this program"] if "tensorflow" in sys.modules else []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            status = (process / "stat").read_text().rpartition(")")[2].split()
            own = os.getpid() in (int(process.name), int(status[1]))
            if own and "libtensorflow" in (process / "maps").read_text():
                found.append(f"process {process.name}")
        except OSError:
            continue
    return found


COMMANDS = {
    "keras-loop": keras_loop,
    "vgg-step": vgg_step,
    "train": train,
    "memory": memory,
    "query": query,
    "empty-window": empty_window,
    "full-window": full_window,
}


def main() -> None:
    # Libraries print, too; what is said goes to the true standard output, alone.
    said = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    result = COMMANDS[sys.argv[1]](*sys.argv[2:])
    print(json.dumps(result), file=said, flush=True)
    # Whatever the window still does is no part of it.
    threading.Thread(target=lambda: os._exit(0)).start()


if __name__ == "__main__":
    main()
