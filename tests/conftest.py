"""Fixtures that every ring of tests shares: folders of the user, and small real archives."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from archive_gui.catalog.project import Project


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a test's settings and projects away from those of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable))
    return home


def draw(seed: int, size: tuple[int, int] = (120, 90)) -> Image.Image:
    """A small picture that differs from seed to seed."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 255, (6, 8, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


@pytest.fixture
def make_archive(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a folder of so many pictures, `photos/000.jpg` and so on."""

    def make(count: int) -> Path:
        folder = tmp_path / "archive" / "photos"
        folder.mkdir(parents=True)
        for number in range(count):
            draw(number).save(folder / f"{number:03d}.jpg", quality=90)
        return tmp_path / "archive"

    return make


@pytest.fixture
def project(tmp_path: Path, make_archive: Callable[[int], Path]) -> Iterator[Project]:
    """An open project on an archive of ten pictures that was not scanned yet."""
    with Project.create(tmp_path / "project", make_archive(10)) as opened:
        yield opened
