"""OpenVINO is taken only where it says what LiteRT says, and asks nobody outside."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from archive_gui.learning.lite import LiteModel, obtain_lite
from archive_gui.learning.openvino_engine import agree, faster_engine, open_engine
from archive_gui.learning.settings import DEFAULT_BACKBONE

needs_openvino = pytest.mark.skipif(
    importlib.util.find_spec("openvino") is None, reason="needs the extra openvino"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("network") / "network.tflite"
    file.write_bytes(obtain_lite(DEFAULT_BACKBONE).file.read_bytes())
    return file


@pytest.fixture
def picture() -> np.ndarray:
    return np.random.default_rng(3).uniform(0, 255, (1, 224, 224, 3)).astype(np.float32)


def test_features_agree_or_not():
    features = np.array([[3.0, 0.0, 4.0]], np.float32)
    assert agree(features, features)
    assert agree(features, 2 * features)
    assert not agree(features, features + np.array([[0.0, 0.02, 0.0]], np.float32))
    assert not agree(features, np.zeros_like(features))
    assert not agree(features, features[:, :2])


def test_without_it_nothing_is_noted_and_the_interpreter_goes_on(graph: Path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    model = LiteModel(graph)
    assert faster_engine(graph, model.side, 1, model._invoke) is None
    assert not graph.with_name("network.tflite.engine").exists()


@needs_openvino
def test_it_says_the_same_in_float32_but_not_in_half_of_that(graph: Path, picture: np.ndarray):
    lite = LiteModel(graph)._invoke(picture)
    assert agree(lite, open_engine(graph, 1)(picture))
    half = open_engine(graph, 1, "bf16")(picture)
    if np.abs(half - lite).max() > 1e-3:  # where the processor knows such numbers
        assert not agree(lite, half)


@needs_openvino
def test_it_is_taken_where_it_is_faster_and_agrees(graph: Path, picture: np.ndarray):
    import time

    model = LiteModel(graph)
    note = graph.with_name("network.tflite.engine")

    def slow(pixels: np.ndarray) -> np.ndarray:
        time.sleep(0.1)
        return model._invoke(pixels)

    note.unlink(missing_ok=True)
    engine = faster_engine(graph, model.side, 1, slow)
    assert engine is not None
    assert note.read_text().endswith(" openvino")
    assert agree(engine(picture), model._invoke(picture))
    # Once it was measured, it stays so, as fast as the other may be today.
    assert faster_engine(graph, model.side, 1, model._invoke) is not None
    assert faster_engine(graph, model.side, 1, lambda pixels: 0 * pixels[:, 0, 0]) is None
    assert note.read_text().endswith(" litert")
    assert faster_engine(graph, model.side, 1, slow) is None


@needs_openvino
def test_a_graph_that_it_cannot_read_is_left_to_the_interpreter(tmp_path: Path):
    file = tmp_path / "network.tflite"
    file.write_bytes(b"no graph")
    assert faster_engine(file, 8, 1, lambda pixels: pixels) is None


@needs_openvino
def test_its_import_sends_nothing(graph: Path, tmp_path: Path):
    script = (
        "import sys, threading\n"
        "from pathlib import Path\n"
        "from archive_gui.learning.openvino_engine import open_engine\n"
        "open_engine(Path(sys.argv[1]), 1)\n"
        "assert sys.modules['openvino_telemetry'] is None\n"
        "assert threading.active_count() == 1\n"
    )
    environment = {"HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    subprocess.run([sys.executable, "-c", script, str(graph)], check=True, env=environment)
    assert not list(tmp_path.iterdir())
