"""A file dragged by a real pointer out of another program into the window, on an X server."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.conftest import draw
from tests.endtoend.x_server import running, x_server


def place(said: str) -> tuple[int, int]:
    """Where a program says that it is ready."""
    word, x, y = said.split()
    assert word == "ready"
    return int(x), int(y)


def test_a_file_dragged_from_another_program_is_searched_for(
    make_archive: Callable[[int], Path], user_folders: Path, tmp_path: Path
) -> None:
    archive, file = make_archive(6), tmp_path / "Größe und Ort.png"
    draw(99).save(file)
    program = (sys.executable, "-m", "tests.endtoend.desktop")
    with ExitStack() as stack:
        environment = stack.enter_context(x_server())
        window = stack.enter_context(running(*program, "window", str(archive), env=environment))
        source = stack.enter_context(running(*program, "source", str(file), env=environment))
        assert source.stdout is not None
        assert window.stdout is not None
        start, end = place(source.stdout.readline()), place(window.stdout.readline())

        def hands(*words: object) -> None:
            subprocess.run(["xdotool", *map(str, words)], env=environment, check=True)

        hands("mousemove", *start, "mousedown", 1)
        for step in range(1, 21):
            x, y = (a + (b - a) * step // 20 for a, b in zip(start, end, strict=True))
            hands("mousemove", x, y, "sleep", 0.02)
        hands("sleep", 0.2, "mouseup", 1)
        assert window.stdout.readline().split() == ["found", *file.name.split(), "6"]
        assert window.wait(60) == 0
