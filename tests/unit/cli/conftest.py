import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive_gui.cli.main import main
from tests.conftest import draw


@dataclass(frozen=True)
class Ran:
    """What a command wrote to the process's own stdout and stderr, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command as the terminal would."""

    def ran(*arguments: object) -> Ran:
        capfd.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Five pictures, one of them with a name that is no ASCII."""
    folder = tmp_path / "archive"
    (folder / "Größe").mkdir(parents=True)
    for number in range(4):
        draw(number).save(folder / f"{number}.png")
    draw(4).save(folder / "Größe" / "ж, 4.png")
    return folder


@pytest.fixture
def project(archive: Path, tmp_path: Path, run: Callable[..., Ran]) -> Path:
    """The folder of a project on the five pictures, indexed by the command."""
    assert run("index", archive, "--project", tmp_path / "project").code == 0
    return tmp_path / "project"


@pytest.fixture
def trained_folder(trained_shapes: Path, tmp_path: Path) -> Path:
    """The folder of a project on the shapes, with model 1 in use."""
    return Path(shutil.copytree(trained_shapes, tmp_path / "trained"))
