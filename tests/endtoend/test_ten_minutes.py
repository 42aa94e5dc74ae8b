"""The first ten minutes in their short form: a real pointer and keyboard, and a quick training."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import KINDS, draw_shape


def test_the_first_ten_minutes_in_short(tmp_path: Path) -> None:
    pictures, out = tmp_path / "pictures", tmp_path / "out"
    for kind in KINDS:
        (pictures / kind).mkdir(parents=True)
        for number in range(21):
            draw_shape(kind, number).save(pictures / kind / f"{number:03d}.jpg")
    program = (sys.executable, "-m", "tests.endtoend.ten_minutes", "--short", "--out", str(out))
    went = subprocess.run((*program, str(pictures)), capture_output=True, text=True, check=False)
    assert went.returncode == 0, went.stdout + went.stderr
    assert "close, open again" in went.stdout
    assert (out / "triplets.csv").is_file()
