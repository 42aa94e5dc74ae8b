"""Inference by LiteRT: twice as fast as TensorFlow, and loaded in a moment."""

import contextlib
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.files import write_atomically
from archive_gui.catalog.sealing import digest_of, is_sealed, seal_of
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning.backbones import backbone, file_digest, weights_file
from archive_gui.learning.openvino_engine import faster_engine
from archive_gui.learning.quiet import quietly
from archive_gui.places import cache_folder
from archive_gui.progress import Progress
from archive_gui.words import restored, say

_log = logging.getLogger(__name__)

_THREADS = max(1, min(4, os.cpu_count() or 1))
# Threads that look at a picture each, by graphs of their own of up to 23 MB.
WORKERS = min(8, os.cpu_count() or 1)
_POLL_SECONDS = 0.1
_TIDYING_SECONDS = 2


class LiteModel:
    """A LiteRT graph: one picture in, its features out. Safe from several threads."""

    def __init__(self, file: Path, threads: int = _THREADS) -> None:
        from ai_edge_litert.interpreter import Interpreter

        try:
            with quietly():
                self._interpreter = Interpreter(model_path=str(file), num_threads=threads)
                self._interpreter.allocate_tensors()
        except (RuntimeError, ValueError) as error:
            raise ArchiveError(
                say(
                    "The network file {file} is damaged ({why}); delete it, and it is made again.",
                    file=file,
                    why=error,
                )
            ) from error
        entry = self._interpreter.get_input_details()[0]
        self.file = file
        self.side = int(entry["shape"][1])
        self._idle: list[LiteModel] = []
        self._entry = entry["index"]
        said = self._interpreter.get_output_details()[0]
        self._exit = said["index"]
        self._shape = tuple(int(size) for size in said["shape"][1:])
        self._lock = threading.Lock()
        # Were its own method kept here, it would stay until the collector of cycles finds it, and
        # the window has that pass over what there is.
        self._engine = faster_engine(file, self.side, threads, self._invoke)

    def features(self, pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """Features float32, (d,) of a whole network, of pixels (side, side, 3) uint8."""
        run = self._engine or self._invoke
        with self._lock:
            return np.array(run(pixels[np.newaxis].astype(np.float32))[0], np.float32)

    def features_of(
        self, pictures: npt.NDArray[np.uint8], progress: Progress
    ) -> npt.NDArray[np.float32]:
        """The features (n, ...) float32 of pictures (n, side, side, 3) uint8, on several threads.

        Raises Cancelled.
        """
        found = np.empty((len(pictures), *self._shape), np.float32)

        def look(place: int) -> None:
            progress.check()
            with self.on_one_thread() as single:
                found[place] = single.features(pictures[place])

        with ThreadPoolExecutor(WORKERS, thread_name_prefix="network") as pool:
            for _ in pool.map(look, range(len(pictures))):
                pass
        return found

    def _invoke(self, pixels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        self._interpreter.set_tensor(self._entry, pixels)
        self._interpreter.invoke()
        said: npt.NDArray[np.float32] = self._interpreter.get_tensor(self._exit)
        return said

    @contextlib.contextmanager
    def on_one_thread(self) -> "Iterator[LiteModel]":
        """The same graph, computed on one thread, for the block alone; kept for the next one.

        As many of them as there are processors look at many pictures sooner than one that
        computes each picture on all of them: no thread waits for another.
        """
        try:
            # The list's own methods are one step each, whatever other threads do.
            single = self._idle.pop()
        except IndexError:
            single = LiteModel(self.file, threads=1)
        try:
            yield single
        finally:
            self._idle.append(single)


def obtain_lite(
    name: str, progress: Progress | None = None, *, threads: int = _THREADS
) -> LiteModel:
    """The LiteRT model of a backbone, exported once per set of weights and then cached.

    It computes on so many `threads`, with the same results whatever their number. The export runs
    in a process of its own, so that this one never imports TensorFlow. Raises ArchiveError when
    the weights cannot be had.
    """
    return _obtain("backbone", name, progress or Progress(), threads)


def obtain_first_half(name: str, progress: Progress | None = None) -> LiteModel:
    """The part of a backbone that training at depth `top` leaves alone, in the same way.

    Its "features" are what the rest of the network reads, of any shape.
    """
    return _obtain("first-half", name, progress or Progress())


def _obtain(kind: str, name: str, progress: Progress, threads: int = _THREADS) -> LiteModel:
    weights = weights_file(name)
    if weights is not None:
        ready = _opened(_cached(kind, name, weights), threads)
        if ready is not None:
            return ready
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            say(
                "The folder {folder} for prepared networks cannot be made ({why}); name another "
                "one in the environment variable ARCHIVE_GUI_CACHE.",
                folder=folder,
                why=error.strerror,
            )
        ) from error
    fresh = folder / f"{name}-{kind}-{os.getpid()}-{threading.get_ident()}.tflite"
    try:
        _export(kind, name, fresh, progress)
        downloaded = weights_file(name)
        assert downloaded is not None
        file = _cached(kind, name, downloaded)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    return LiteModel(file, threads)


def obtain_tuned(keras_file: Path, file: Path, progress: Progress | None = None) -> LiteModel:
    """The LiteRT model in `file` of the tuned backbone in a whole model, exported if need be.

    A file that came with a project from elsewhere is made again: the interpreter trusts its own.
    """
    seal_file = file.with_name(f"{file.name}.seal")
    if _is_ours(file, seal_file):
        ready = _opened(file)
        if ready is not None:
            return ready
    file.parent.mkdir(parents=True, exist_ok=True)
    _export("tuned", str(keras_file), file, progress or Progress())
    with contextlib.suppress(OSError):
        # A full disk costs the time to make it again, not the search.
        write_atomically(seal_file, seal_of(digest_of(file)).encode())
    return LiteModel(file)


def _is_ours(file: Path, seal_file: Path) -> bool:
    try:
        return is_sealed(digest_of(file), seal_file.read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        return False


def _opened(file: Path, threads: int = _THREADS) -> LiteModel | None:
    """The network in an exported file; None where there is none, or it is to be made anew."""
    if not file.is_file():
        return None
    try:
        return LiteModel(file, threads)
    except ArchiveError as error:
        _log.warning("%s", error)
        return None


def _cached(kind: str, name: str, weights: Path) -> Path:
    half = "" if kind == "backbone" else f"-{kind}-{backbone(name).top_after}"
    return cache_folder() / f"{name}-{file_digest(weights)[:16]}{half}.tflite"


def _export(kind: str, source: str, file: Path, progress: Progress) -> None:
    progress.report(0, 0, say("Preparing the network (once)"))
    command = [sys.executable, "-m", "archive_gui.learning.lite_export", kind, source, str(file)]
    with tempfile.TemporaryFile() as complaints:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints) as child:
            sentence = _listen(child, progress)
        complaints.seek(0)
        complained = complaints.read()
    # No safe point: others may wait for the lock of whoever needs the network.
    if progress.cancelled:
        raise Cancelled
    if child.returncode != 0:
        last = complained.decode(errors="replace").strip().split("\n")[-1]
        raise ArchiveError(
            restored(sentence.decode(errors="replace"))
            or say(
                "The network {name} could not be prepared ({why}); run 'archive-gui doctor'.",
                name=source,
                why=last,
            )
        )


def _stop(child: "subprocess.Popen[bytes]") -> None:
    """End a child, at once or when it has taken too long to tidy up."""
    # Interrupted, Keras deletes half a download, which would be taken for the weights later.
    child.send_signal(signal.SIGINT)
    try:
        child.wait(_TIDYING_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()


def _listen(child: "subprocess.Popen[bytes]", progress: Progress) -> bytes:
    """Hand the child's progress on until it ends, stop it with the job; the rest that it said."""
    assert child.stdout is not None
    heard = b""
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if progress.cancelled:
                _stop(child)
            if not selector.select(_POLL_SECONDS):
                continue
            data = os.read(child.stdout.fileno(), 1 << 16)
            if not data:
                return heard
            *lines, heard = (heard + data).split(b"\n")
            for line in lines:
                done, total, text = line.decode(errors="replace").split(" ", 2)
                progress.report(int(done), int(total), restored(text))
