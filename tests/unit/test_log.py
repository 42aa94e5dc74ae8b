import signal
import subprocess
import sys
from pathlib import Path

from archive_gui.imaging.decode import decode
from archive_gui.log import last_crash, log_file, take_crash
from archive_gui.processes import Helper
from archive_gui.progress import Progress
from tests.conftest import draw

CRASH = (
    "import faulthandler; from archive_gui.log import keep_crashes, start_log\n"
    "start_log(); keep_crashes(); faulthandler._sigsegv()"
)


def test_what_the_log_takes_to_write_is_loaded_when_there_is_something_to_write():
    code = (
        "import logging, sys; from archive_gui.log import start_log; start_log()\n"
        "print('logging.handlers' in sys.modules)\n"
        "logging.getLogger('archive_gui.some').warning('the %s is full', 'disk')\n"
        "print('logging.handlers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == (["False", "True"], "")
    [line] = log_file().read_text("utf-8").splitlines()
    assert line.endswith("WARNING archive_gui.some the disk is full")


def test_what_cannot_be_logged_troubles_nobody():
    code = (
        "import logging, sys; from archive_gui.log import start_log; start_log()\n"
        "sys.modules['logging.handlers'] = None\n"
        "logging.getLogger('archive_gui.some').warning('the disk is full')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_crash_of_the_process_leaves_its_stacks_by_the_log_and_is_noticed_once():
    assert (take_crash(), last_crash()) == (False, "")
    assert subprocess.run([sys.executable, "-c", CRASH]).returncode != 0
    assert "Segmentation fault" in log_file().with_name("crash.log").read_text("utf-8")
    assert take_crash()
    assert "Segmentation fault" in last_crash()
    assert not take_crash()
    assert "Segmentation fault" in last_crash()


def test_the_crash_of_a_helper_is_not_taken_for_one_of_the_window(tmp_path: Path):
    log_file().parent.mkdir(parents=True)
    draw(1).save(tmp_path / "a.png")
    with Helper() as helper:
        helper.call(decode, tmp_path / "a.png", progress=Progress())
        child = helper._child
        child.send_signal(signal.SIGSEGV)
        child.wait()
    assert not take_crash()
    stacks = log_file().with_name("crash-of-helpers.log").read_text("utf-8")
    assert "Segmentation fault" in stacks
