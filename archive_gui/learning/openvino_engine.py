"""OpenVINO in the place of LiteRT, where it is installed, says the same, and is faster.

It is an optional extra. Only in float32: in bfloat16 it would be nearly twice as fast, but one of
twenty among the ten nearest neighbours would be another.
"""

import importlib.util
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.files import write_atomically

_log = logging.getLogger(__name__)

Array = npt.NDArray[np.float32]
# From a picture (1, side, side, 3) float32 to what a network says of it (1, ...).
Engine = Callable[[Array], Array]

# By so much may unit-length features differ.
_AGREES = 1e-3
# Less than this is no reason for another library.
_FASTER = 1.1
_TRIES = 3


def faster_engine(file: Path, side: int, threads: int, lite: Engine) -> Engine | None:
    """OpenVINO for the LiteRT graph in `file`, None where `lite`, which runs it now, is to go on.

    Which is faster is measured once for each version and noted beside the graph, so that the same
    pictures have the same features every time; that both agree is seen each time.
    """
    if importlib.util.find_spec("openvino") is None:
        return None
    # It takes long to import, and most have no need of it.
    from importlib.metadata import version as version_of

    note, version = file.with_name(f"{file.name}.engine"), version_of("openvino")
    noted = _read(note)
    if noted == f"{version} litert":
        return None
    try:
        engine = open_engine(file, threads)
        picture = np.random.default_rng(0).uniform(0, 255, (1, side, side, 3)).astype(np.float32)
        chosen = agree(lite(picture), engine(picture)) and (
            noted == f"{version} openvino"
            or _seconds(lite, picture) > _FASTER * _seconds(engine, picture)
        )
    except RuntimeError:
        _log.warning("OpenVINO cannot run %s", file, exc_info=True)
        chosen = False
    words = f"{version} {'openvino' if chosen else 'litert'}"
    if words != noted:
        _write(note, words)
    return engine if chosen else None


def open_engine(file: Path, threads: int, precision: str = "f32") -> Engine:
    """A LiteRT graph in OpenVINO, computed on so many threads; RuntimeError when it cannot be."""
    # Its package of that name sends statistics from the moment of the import. Without it, an
    # empty one that comes along takes its place.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    openvino: Any = importlib.import_module("openvino")
    core = openvino.Core()
    settings = {
        "INFERENCE_PRECISION_HINT": precision,
        "INFERENCE_NUM_THREADS": threads,
        "NUM_STREAMS": 1,
    }
    request = core.compile_model(core.read_model(file), "CPU", settings).create_infer_request()

    def run(pixels: Array) -> Array:
        request.infer({0: pixels})
        return np.array(request.get_output_tensor(0).data, np.float32)

    return run


def agree(first: Array, second: Array) -> bool:
    """Whether two engines say the same of a picture, at unit length."""
    lengths = float(np.linalg.norm(first)), float(np.linalg.norm(second))
    if not all(lengths) or first.shape != second.shape:
        return False
    return bool(np.abs(first / lengths[0] - second / lengths[1]).max() <= _AGREES)


def _seconds(engine: Engine, picture: Array) -> float:
    seconds = []
    for _ in range(_TRIES):
        started = time.perf_counter()
        engine(picture)
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def _read(note: Path) -> str:
    try:
        return note.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _write(note: Path, words: str) -> None:
    try:
        write_atomically(note, words.encode())
    except OSError:
        _log.warning("which engine is faster cannot be noted in %s", note, exc_info=True)
