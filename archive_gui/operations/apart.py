"""Running an operation in a process of its own, which takes nobody with it when it crashes.

TensorFlow holds Python's lock for long and may die of too little memory; the window is to answer
meanwhile, and to outlive it.
"""

import contextlib
import ctypes
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, NoReturn

import archive_gui
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.log import keep_crashes, log_file
from archive_gui.progress import Progress
from archive_gui.words import say

_log = logging.getLogger(__name__)

_POLL_SECONDS = 0.1
# A library that hangs hears of no stop. Keeping a model takes less without a word.
_PATIENCE_SECONDS = 120.0
# Others go first, above all the window; and the kernel, out of memory, takes this process first.
_NICENESS, _OOM_SCORE = 5, 500
# From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1


class _Ask(StrEnum):
    """What the process is asked for while it works."""

    CANCEL = "cancel"
    PAUSE = "pause"
    RESUME = "resume"


class ProcessEnded(ArchiveError):
    """A process ended by itself, before what it was to do was done."""


def run_apart(
    function: Callable[..., Any],
    project: Project,
    *args: Any,
    progress: Progress,
    hear: Mapping[str, Callable[[Any], None]] | None = None,
    **named: Any,
) -> Any:
    """Give what ``function(project, *args, progress=..., **hear, **named)`` gives.

    `function` is one of a module's own; what goes in and out is pickled. Each of `hear` is called
    in this thread with what the function tells the parameter of that name. Raises what the
    function raises, a RuntimeError in place of any defect, and ProcessEnded when the process ends
    before the function does.
    """
    here, there = Pipe()
    with here, there:
        command = [sys.executable, "-m", __name__, str(there.fileno())]
        child = subprocess.Popen(
            command,
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": _python_path()},
        )
        there.close()
        try:
            name = f"{function.__module__}:{function.__qualname__}"
            here.send((name, project.folder, project.archive, args, named, tuple(hear or ())))
            return _listen(here, child, progress, hear or {})
        except (EOFError, ConnectionError) as error:
            raise ProcessEnded(_how_it_ended(child.wait())) from error
        finally:
            # The process ends itself when nobody listens any more.
            here.close()
            child.wait()


def _python_path() -> str:
    """Where the process finds this very program, wherever it was started from."""
    places = [str(Path(archive_gui.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return os.pathsep.join(filter(None, places))


def _listen(
    connection: Connection,
    child: subprocess.Popen[bytes],
    progress: Progress,
    hear: Mapping[str, Callable[[Any], None]],
) -> Any:
    """Hand on what a process says until it has said its result; end one that does not stop."""
    told, heard = _Ask.RESUME, time.monotonic()
    while True:
        wanted = _wanted(progress)
        if wanted != told:
            connection.send(wanted.value)
            told, heard = wanted, time.monotonic()
        if not connection.poll(_POLL_SECONDS):
            if told is _Ask.CANCEL and time.monotonic() - heard > _PATIENCE_SECONDS:
                _log.warning("process %d did not stop, and was ended", child.pid)
                child.kill()
                raise Cancelled
            continue
        heard = time.monotonic()
        kind, said = connection.recv()
        match kind:
            case "progress":
                progress.report(*said)
            case "result":
                return said
            case "failed":
                raise ArchiveError(said)
            case "cancelled":
                raise Cancelled
            case "defect":
                error = RuntimeError(said[0])
                error.add_note(said[1])
                raise error
            case _:
                hear[kind](said)


def _wanted(progress: Progress) -> _Ask:
    if progress.cancelled:
        return _Ask.CANCEL
    return _Ask.PAUSE if progress.paused else _Ask.RESUME


def _how_it_ended(status: int) -> str:
    """What to tell a person of a process that ended with this exit status by itself."""
    if status == -signal.SIGKILL:
        return say(
            "The computer stopped this, probably for want of memory. Your marks and models are "
            "safe; close other programs and try again."
        )
    why = signal.Signals(-status).name if status < 0 else f"status {status}"
    return say(
        "This ended before it was done ({why}). Your marks and models are safe; try again, and if "
        "it happens again, the details are beside {file}.",
        why=why,
        file=log_file(),
    )


class _Telling(Progress):
    """The progress in the process: reports go through the connection."""

    def __init__(self, tell: Callable[[str, Any], None]) -> None:
        super().__init__()
        self._tell = tell

    def report(self, done: int, total: int, text: str) -> None:
        """Tell the listening process."""
        self._tell("progress", (done, total, text))


def main(number: int) -> None:
    """Do what the process at the other end of the connection `number` asks for, once."""
    _die_with_parent()
    keep_crashes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_NICENESS)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(_OOM_SCORE), "ascii")
    connection = Connection(number)
    speaking = threading.Lock()

    def tell(kind: str, said: Any) -> None:
        with speaking:
            connection.send((kind, said))

    name, folder, archive, args, named, hearers = connection.recv()
    progress = _Telling(tell)
    obeying = threading.Thread(target=_obey, args=(connection, progress), daemon=True)
    obeying.start()
    module, function = name.split(":")
    hear = {each: _speaker(tell, each) for each in hearers}
    try:
        with Project.as_guest(folder, archive) as project:
            operation = getattr(import_module(module), function)
            result = operation(project, *args, progress=progress, **hear, **named)
        tell("result", result)
    except ArchiveError as error:
        tell("failed", str(error))
    except Cancelled:
        tell("cancelled", None)
    except Exception as error:
        tell("defect", (f"{type(error).__name__}: {error}", traceback.format_exc()))
    # What was said is to arrive; and libraries that tidy up at the end may crash while they do.
    obeying.join()


def _die_with_parent() -> None:
    """Have the kernel end this process with the one that started it, whatever it is doing then.

    The project is locked by that one alone, so another window may open it at once.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _speaker(tell: Callable[[str, Any], None], name: str) -> Callable[[Any], None]:
    return lambda said: tell(name, said)


def _obey(connection: Connection, progress: Progress) -> NoReturn:
    """Stop, wait and go on when asked to; end the process when nobody is there who could ask."""
    with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            match connection.recv():
                case _Ask.CANCEL:
                    progress.cancel()
                case _Ask.PAUSE:
                    progress.pause()
                case _Ask.RESUME:
                    progress.resume()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
