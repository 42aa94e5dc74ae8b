"""Functions called in processes of their own, which take nobody with them when they crash."""

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
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from importlib import import_module
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, NoReturn

import archive_gui
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.log import keep_crashes, log_file
from archive_gui.progress import Progress
from archive_gui.words import say

_log = logging.getLogger(__name__)

_POLL_SECONDS = 0.1
# A library that hangs hears of no stop. Keeping a model takes less without a word.
_PATIENCE_SECONDS = 120.0
# For a process to notice that nobody is there any more; one that hangs does not.
_CLOSING_SECONDS = 5.0
# The kernel, out of memory, takes these processes first.
_OOM_SCORE = 500
# From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1
# Who waits looks several times a second; longer ago than this it was, only while all was stopped.
_LONGEST_LOOK_SECONDS = 5.0


# The kernel ends a process with the thread that started it; this one ends with the program.
_starting = ThreadPoolExecutor(1, thread_name_prefix="start")


class _Ask(StrEnum):
    """What the process is asked for while it works."""

    CANCEL = "cancel"
    PAUSE = "pause"
    RESUME = "resume"


class ProcessEnded(ArchiveError):
    """A process ended by itself, before what it was to do was done."""


class NotStarted(ProcessEnded):
    """A process could not be started: there are too many, or memory is short."""


class TookTooLong(ProcessEnded):
    """A process was ended, since what it was at was overdue."""


class Stopwatch:
    """Tells how long somebody has waited, who looks at it again and again meanwhile.

    While the program is stopped (by Ctrl+Z in a terminal) nobody looks, and no time passes: what it
    waits for was stopped with it.
    """

    def __init__(self) -> None:
        self._looked = time.monotonic()
        self._seconds = 0.0

    def seconds(self) -> float:
        """How long it is since this was made."""
        now = time.monotonic()
        self._seconds += min(now - self._looked, _LONGEST_LOOK_SECONDS)
        self._looked = now
        return self._seconds


class Helper:
    """A process that calls functions, one at a time; it is started by the first call.

    `niceness` is by how much others go before it. For one thread at a time. After a crash the
    next call starts another process.
    """

    def __init__(self, niceness: int = 0) -> None:
        self._niceness = niceness
        self._child: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def call(
        self,
        function: Callable[..., Any],
        *args: Any,
        progress: Progress,
        hear: Mapping[str, Callable[[Any], None]] | None = None,
        overdue: Callable[[], bool] = lambda: False,
        file: int | None = None,
        **named: Any,
    ) -> Any:
        """Give what ``function(*args, progress=..., **hear, **named)`` gives.

        `function` is one of a module's own; what goes in and out is pickled. Each of `hear` is
        called in this thread with what the function tells the parameter of that name; `overdue`,
        called several times a second, says when to wait no longer. `file` is the descriptor of an
        open file, given to the function as its parameter `file`. Raises what the function raises,
        a RuntimeError in place of any defect, ProcessEnded when the process ends before the
        function does, NotStarted when it cannot begin, TookTooLong when it was overdue, and
        Cancelled without a start where that was asked for before.
        """
        if progress.cancelled:
            raise Cancelled
        connection, child = self._started()
        done = False
        try:
            task = (name_of(function), args, named, tuple(hear or ()), file is not None)
            connection.send(task)
            if file is not None:
                send_handle(connection, file, child.pid)
            result = _listen(connection, child, progress, hear or {}, overdue)
            done = True
            return result
        except _Hangs:
            child.kill()
            raise Cancelled from None
        except TookTooLong:
            child.kill()
            raise
        except (ArchiveError, Cancelled, _Defect):
            done = True
            raise
        except (EOFError, ConnectionError) as error:
            raise ProcessEnded(_how_it_ended(child.wait())) from error
        finally:
            if not done:
                self.close()

    def close(self) -> None:
        """End the process; what it is at is lost."""
        connection, child = self._connection, self._child
        self._connection = self._child = None
        if connection is not None and child is not None:
            # The process ends itself when nobody is there any more.
            connection.close()
            try:
                child.wait(_CLOSING_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                # One that waits for a drive which does not answer ends when the drive does.
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(_CLOSING_SECONDS)

    def __enter__(self) -> "Helper":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _started(self) -> "tuple[Connection, subprocess.Popen[bytes]]":
        if self._child is not None and self._child.poll() is not None:
            # It ended while it had nothing to do.
            self.close()
        if self._connection is None or self._child is None:
            try:
                self._connection, self._child = self._start()
            except OSError as error:
                raise NotStarted(
                    say(
                        "No other process could be started ({why}); close other programs and try "
                        "again.",
                        why=error.strerror or error,
                    )
                ) from error
        return self._connection, self._child

    def _start(self) -> "tuple[Connection, subprocess.Popen[bytes]]":
        here, there = Pipe()
        with there, contextlib.ExitStack() as undone:
            undone.enter_context(here)
            child = _starting.submit(
                subprocess.Popen,
                [sys.executable, "-m", __name__, str(there.fileno()), str(self._niceness)],
                pass_fds=[there.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": python_path()},
            ).result()
            undone.pop_all()
        return here, child


def name_of(function: Callable[..., Any]) -> str:
    """The name by which :func:`function_named` finds a function of a module in any process."""
    return f"{function.__module__}:{function.__qualname__}"


def function_named(name: str) -> Callable[..., Any]:
    """The function that :func:`name_of` has named."""
    module, function = name.split(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def python_path() -> str:
    """Where the process finds this very program, wherever it was started from."""
    places = [str(Path(archive_gui.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return os.pathsep.join(filter(None, places))


class _Defect(RuntimeError):
    """What a function raised that it should not."""


class _Hangs(Exception):
    """The process was asked to stop, and did not."""


def _listen(
    connection: Connection,
    child: subprocess.Popen[bytes],
    progress: Progress,
    hear: Mapping[str, Callable[[Any], None]],
    overdue: Callable[[], bool],
) -> Any:
    """Hand on what a process says until it has said its result."""
    told, since_heard = _Ask.RESUME, Stopwatch()
    while True:
        wanted = _wanted(progress)
        if wanted != told:
            connection.send(wanted.value)
            told, since_heard = wanted, Stopwatch()
        if overdue():
            _log.warning("process %d took too long, and was ended", child.pid)
            raise TookTooLong(say("This took too long; try again."))
        if not connection.poll(_POLL_SECONDS):
            if since_heard.seconds() > _PATIENCE_SECONDS and told is _Ask.CANCEL:
                _log.warning("process %d did not stop, and was ended", child.pid)
                raise _Hangs
            continue
        since_heard = Stopwatch()
        kind, said = connection.recv()
        match kind:
            case "progress":
                progress.report(*said)
            case "result":
                return said
            case "failed":
                kind_of_error, sentence = said
                raise kind_of_error(sentence)
            case "cancelled":
                raise Cancelled
            case "defect":
                error = _Defect(said[0])
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


class _Tasks:
    """What the process is to do, as its connection says; read by a thread of its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._speaking = threading.Lock()
        self.waiting: SimpleQueue[tuple[str, Any, Any, Any, Progress]] = SimpleQueue()

    def tell(self, kind: str, said: Any) -> None:
        """Say something to the listening process."""
        with self._speaking:
            self._connection.send((kind, said))

    def read(self) -> NoReturn:
        """Take tasks, and stop, wait and go on when asked to.

        Ends the process when nobody is there any more who could ask.
        """
        progress: Progress = _Telling(self.tell)
        with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                match self._connection.recv():
                    case _Ask.CANCEL:
                        progress.cancel()
                    case _Ask.PAUSE:
                        progress.pause()
                    case _Ask.RESUME:
                        progress.resume()
                    case name, args, named, hearers, with_file:
                        # What was asked of the task before comes too late.
                        progress = _Telling(self.tell)
                        if with_file:
                            named["file"] = recv_handle(self._connection)
                        self.waiting.put((name, args, named, hearers, progress))
        # Libraries that tidy up at the end may crash while they do.
        os._exit(0)


def main(number: int, niceness: int) -> NoReturn:
    """Do what the process at the other end of the connection `number` asks for."""
    _die_with_parent()
    keep_crashes("crash-of-helpers")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(niceness)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(_OOM_SCORE), "ascii")
    tasks = _Tasks(Connection(number))
    threading.Thread(target=tasks.read, daemon=True).start()
    while True:
        name, args, named, hearers, progress = tasks.waiting.get()
        hear = {each: _speaker(tasks.tell, each) for each in hearers}
        try:
            result = function_named(name)(*args, progress=progress, **hear, **named)
            tasks.tell("result", result)
        except ArchiveError as error:
            tasks.tell("failed", (type(error), str(error)))
        except Cancelled:
            tasks.tell("cancelled", None)
        except Exception as error:
            tasks.tell("defect", (f"{type(error).__name__}: {error}", traceback.format_exc()))


def _die_with_parent() -> None:
    """Have the kernel end this process with the program that started it, whatever it is doing then.

    The project that it may be a guest of is locked by that one alone, so another window may open
    it at once.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _speaker(tell: Callable[[str, Any], None], name: str) -> Callable[[Any], None]:
    return lambda said: tell(name, said)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
