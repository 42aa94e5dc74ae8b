"""An X server of its own, for programs that real hands are to work with."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager


@contextmanager
def running(
    *command: str, env: Mapping[str, str] | None = None, pass_fds: Sequence[int] = ()
) -> Iterator["subprocess.Popen[str]"]:
    """A program that runs until the end of the block; what it writes can be read."""
    with subprocess.Popen(
        command,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=env,
        pass_fds=pass_fds,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def x_server() -> Iterator[dict[str, str]]:
    """An X server of its own; the environment of programs that show themselves on it."""
    ours, theirs = os.pipe()
    # On a busy machine a key would be taken for one that is held, and be repeated.
    command = ["Xvfb", "-r", "-displayfd", str(theirs), "-nolisten", "tcp"]
    command += ["-screen", "0", "1600x900x24"]
    with running(*command, pass_fds=[theirs]):
        os.close(theirs)
        with os.fdopen(ours) as told:
            display = f":{told.readline().strip()}"
        yield os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def again_under_x(module: str, arguments: Sequence[str]) -> int | None:
    """Run `module` on an X server of its own; its exit status, None where this has one already."""
    if os.environ.get("QT_QPA_PLATFORM") == "xcb":
        return None
    with x_server() as environment:
        again = [sys.executable, "-m", module, *arguments]
        return subprocess.run(again, env=environment, check=False).returncode
