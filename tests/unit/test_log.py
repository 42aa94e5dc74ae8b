import subprocess
import sys

from archive_gui.log import log_file


def test_a_crash_of_the_process_leaves_its_stacks_by_the_log():
    code = (
        "import faulthandler; from archive_gui.log import keep_crashes, start_log\n"
        "start_log(); keep_crashes(); faulthandler._sigsegv()"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode != 0
    assert "Segmentation fault" in log_file().with_name("crash.log").read_text("utf-8")
