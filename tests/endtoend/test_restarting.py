"""The program starts anew in another language, with the archive that was open."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from archive_gui.operations.archive import project_folder_of
from archive_gui.operations.knocking import knock
from tests.endtoend.x_server import running

_PATIENCE, _REST = 180.0, 0.1


def _wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(_REST)


def test_it_starts_anew_with_the_same_archive(
    make_archive: Callable[[int], Path], user_folders: Path
) -> None:
    archive = make_archive(3)
    folder = project_folder_of(archive)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = (sys.executable, "-m", "tests.endtoend.restarting", str(archive))
    with running(*program, env=environment) as process:
        told = Path(f"/proc/{process.pid}/cmdline")
        anew = b"\0".join(map(os.fsencode, ("-m", "archive_gui", archive)))
        _wait_until(lambda: anew in told.read_bytes())
        _wait_until(lambda: knock(folder))
        process.send_signal(signal.SIGINT)
        assert process.wait(_PATIENCE) == 130
    [settings] = user_folders.rglob("*.ini")
    assert "language=de" in settings.read_text()
