"""All that matters can be done by a real keyboard alone."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import KINDS, draw_shape


def test_a_working_day_without_a_mouse(tmp_path: Path) -> None:
    pictures, out = tmp_path / "pictures", tmp_path / "out"
    for kind in KINDS[:4]:
        (pictures / kind).mkdir(parents=True)
        for number in range(10):
            draw_shape(kind, number).save(pictures / kind / f"{number:03d}.jpg")
    program = (sys.executable, "-m", "tests.endtoend.keyboard_only", "--out", str(out))
    went = subprocess.run((*program, str(pictures)), capture_output=True, text=True, check=False)
    assert went.returncode == 0, went.stdout + went.stderr
    assert ": quit" in went.stdout
    assert (out / "triplets.csv").is_file()
