"""A process of its own for an operation: what goes in, what comes out, and how it ends."""

import os
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.operations.apart import run_apart
from archive_gui.progress import Progress

# What runs in the processes. They find this file by its name, as they find the program.


def leave_a_word(
    project: Project, word: str, *, progress: Progress, hear: Callable[[int], None]
) -> tuple[int, Path]:
    project.set_setting("word", word)
    progress.report(1, 2, "Leaving a word")
    hear(os.getpid())
    return os.getpid(), project.archive


def refuse(project: Project, *, progress: Progress) -> None:
    raise ArchiveError(f"The folder {project.archive.name} is refused; choose another.")


def divide(project: Project, by: int, *, progress: Progress) -> float:
    return 1 / by


def die(project: Project, number: int, *, progress: Progress) -> None:
    os.kill(os.getpid(), number)


def wait(project: Project, *, progress: Progress, hear: Callable[[int], None]) -> None:
    hear(os.getpid())
    while True:
        progress.check()
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


class Heard(Progress):
    def __init__(self) -> None:
        super().__init__()
        self.reports: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, text: str) -> None:
        self.reports.append((done, total, text))


def test_a_process_works_on_the_project_that_is_open_here(project: Project):
    progress, heard = Heard(), []
    process, archive = run_apart(
        leave_a_word, project, "seal", progress=progress, hear={"hear": heard.append}
    )
    assert (heard, archive) == ([process], project.archive)
    assert process != os.getpid()
    assert progress.reports == [(1, 2, "Leaving a word")]
    assert project.setting("word") == "seal"


def test_errors_and_defects_of_the_process_are_raised_here(project: Project):
    with pytest.raises(ArchiveError, match=r"is refused; choose another\.$"):
        run_apart(refuse, project, progress=Progress())
    with pytest.raises(RuntimeError, match="ZeroDivisionError: division by zero") as defect:
        run_apart(divide, project, 0, progress=Progress())
    assert "in divide" in defect.value.__notes__[0]


@pytest.mark.parametrize(
    ("number", "said"), [(signal.SIGKILL, "want of memory"), (signal.SIGSEGV, "SIGSEGV")]
)
def test_a_process_that_dies_takes_nobody_along(project: Project, number: int, said: str):
    with pytest.raises(ArchiveError, match=rf"{said}.*marks and models are safe"):
        run_apart(die, project, number, progress=Progress())
    assert run_apart(divide, project, 2, progress=Progress()) == 0.5


def test_a_stop_reaches_the_process(project: Project):
    progress = Progress()
    with pytest.raises(Cancelled):
        run_apart(wait, project, progress=progress, hear={"hear": lambda _: progress.cancel()})


def count_up(project: Project, *, progress: Progress, hear: Callable[[int], None]) -> None:
    number = 0
    while True:
        progress.check()
        number += 1
        hear(number)
        time.sleep(0.01)


class Paused(Progress):
    """Pauses at the third word, and hears whether anything is said before it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[int] = []
        self.said_when_quiet: list[int] = []

    def take(self, number: int) -> None:
        self.said.append(number)
        if number == 3:
            self.pause()
            threading.Thread(target=self._go_on).start()
        elif self.said_when_quiet:
            self.cancel()

    def _go_on(self) -> None:
        # What was said before the pause reached the process comes still.
        count = -1
        while count != len(self.said):
            count = len(self.said)
            time.sleep(0.5)
        self.said_when_quiet = list(self.said)
        self.resume()


def test_a_pause_reaches_the_process_and_it_goes_on_after_it(project: Project):
    progress = Paused()
    with pytest.raises(Cancelled):
        run_apart(count_up, project, progress=progress, hear={"hear": progress.take})
    assert len(progress.said) > len(progress.said_when_quiet) >= 3
    assert progress.said == list(range(1, len(progress.said) + 1))


def test_a_stop_reaches_a_process_that_is_paused(project: Project):
    progress = Progress()

    def pause_then_stop(process: int) -> None:
        del process
        progress.pause()
        threading.Timer(0.3, progress.cancel).start()

    with pytest.raises(Cancelled):
        run_apart(wait, project, progress=progress, hear={"hear": pause_then_stop})


def test_a_process_ends_with_the_one_that_started_it(project: Project):
    heard: list[int] = []

    def leave(process: int) -> None:
        heard.append(process)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_apart(wait, project, progress=Progress(), hear={"hear": leave})
    with pytest.raises(ProcessLookupError):
        os.kill(heard[0], 0)


def hang(project: Project, *, progress: Progress, hear: Callable[[int], None]) -> None:
    """Hold Python's lock for long, as a library in C does that hangs."""
    with (project.folder / "alive").open("w") as alive:
        alive.write("alive\n")
        alive.flush()
        hear(os.getpid())
        re.fullmatch(r"(a+)+b", "a" * 40)


def test_a_process_that_hears_of_no_stop_is_ended(project: Project, monkeypatch):
    monkeypatch.setattr("archive_gui.processes._PATIENCE_SECONDS", 0.2)
    progress, heard = Progress(), []

    def stop(process: int) -> None:
        heard.append(process)
        progress.cancel()

    with pytest.raises(Cancelled):
        run_apart(hang, project, progress=progress, hear={"hear": stop})
    with pytest.raises(ProcessLookupError):
        os.kill(heard[0], 0)


def test_what_waits_counts_no_time_in_which_it_was_stopped():
    code = (
        "import os, signal, time; from archive_gui import processes\n"
        "processes._LONGEST_LOOK_SECONDS = 0.1\n"
        "watch = processes.Stopwatch()\n"
        "os.kill(os.getpid(), signal.SIGSTOP)\n"
        "print(watch.seconds())"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as told:
        os.waitid(os.P_PID, told.pid, os.WSTOPPED)
        time.sleep(0.5)
        told.send_signal(signal.SIGCONT)
        seconds, _ = told.communicate()
    assert float(seconds) <= 0.1


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel is asked for it")
def test_a_process_ends_with_a_window_that_is_killed_whatever_it_is_doing(project: Project):
    folder = project.folder
    project.close()
    # Whoever has it open for writing is alive; its end is told when nobody is.
    os.mkfifo(folder / "alive")
    code = (
        "import sys; from pathlib import Path; import test_apart\n"
        "from archive_gui.catalog.project import Project\n"
        "from archive_gui.operations.apart import run_apart\n"
        "from archive_gui.progress import Progress\n"
        "project = Project.open(Path(sys.argv[1]))\n"
        "run_apart(test_apart.hang, project, progress=Progress(), hear={'hear': lambda _: None})"
    )
    window = subprocess.Popen([sys.executable, "-c", code, str(folder)])
    with (folder / "alive").open() as alive:
        assert alive.readline() == "alive\n"
        window.kill()
        window.wait()
        assert select.select([alive], [], [], 10)[0], "the process lives on"
        assert alive.read() == ""
