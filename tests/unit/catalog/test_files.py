"""What an export that was killed leaves, and the next one takes away."""

import os
import subprocess
import sys
from pathlib import Path

from archive_gui.catalog.exporting import exported
from archive_gui.catalog.files import replacing
from archive_gui.catalog.project import Project

KILLED = """
import os, signal, sys
from pathlib import Path
from archive_gui.catalog.files import replacing

with replacing(Path(sys.argv[1])) as temporary:
    temporary.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_next_export_to_a_file_removes_what_a_killed_one_left(project: Project, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    for name in ("triplets.csv", "other.csv"):
        subprocess.run([sys.executable, "-c", KILLED, os.fspath(out / name)], check=False)
    note = out / ".0123456789ab.part.csv"
    note.write_text("somebody's")
    assert len(list(out.glob(".*.part.csv"))) == 3
    with replacing(out / "triplets.csv") as under_way:
        with exported(project, out / "triplets.csv") as temporary:
            temporary.write_text("whole")
        # Of the other file, of a program that works still, and of nobody known.
        assert len(list(out.glob(".*.part.csv"))) == 3
        assert under_way.exists()
        assert note.exists()
    assert len(list(out.glob(".*.part.csv"))) == 2
