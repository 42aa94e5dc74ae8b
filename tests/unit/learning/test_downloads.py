"""Weights that Keras downloads: through a real connection to a proxy on this computer."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning.backbones import backbone, weights_file, weights_folder
from archive_gui.learning.lite import obtain_lite
from archive_gui.progress import Progress
from tests.unit.learning.proxy import AnsweringProxy

NAME = "mobilenet-v3-large"
CONTENT = os.urandom(6_000_000)


class Watching(Progress):
    """Notes what it is told of a download, and stops the job when so many units are done."""

    def __init__(self, stop_at: int = 1000) -> None:
        super().__init__()
        self.told: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, text: str) -> None:
        if "Downloading" in text:
            self.told.append((done, total, text))
            if done >= self._stop_at:
                self.cancel()


@pytest.fixture
def keras_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "keras"
    home.mkdir()
    monkeypatch.setenv("KERAS_HOME", str(home))
    return home


def connected(folder: Path, patch: pytest.MonkeyPatch, held: bool) -> Iterator[None]:
    proxy = AnsweringProxy(folder, CONTENT, held=held)
    for variable in ("https_proxy", "HTTPS_PROXY"):
        patch.setenv(variable, proxy.address)
    for variable in ("no_proxy", "NO_PROXY"):
        patch.delenv(variable, raising=False)
    patch.setenv("SSL_CERT_FILE", str(proxy.authority))
    yield
    proxy.close()


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A net on which every file is the same six megabytes."""
    yield from connected(tmp_path, monkeypatch, held=False)


@pytest.fixture
def stalling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same, but the second half of it never comes."""
    yield from connected(tmp_path, monkeypatch, held=True)


def test_a_download_shows_how_far_it_is_and_other_content_is_not_taken(answering, keras_home):
    progress = Watching()
    with pytest.raises(ArchiveError) as told:
        obtain_lite(NAME, progress)
    counts = [done for done, _, _ in progress.told]
    assert counts == sorted(counts)
    assert counts[-1] == 6
    titled = f"Downloading the weights of {backbone(NAME).title} (MB)"
    assert {(total, text) for _, total, text in progress.told} == {(6, titled)}
    assert backbone(NAME).weights_name in str(told.value)
    assert str(weights_folder()) in str(told.value)


def test_a_download_that_is_stopped_leaves_no_half_file(stalling, keras_home: Path):
    progress = Watching(stop_at=0)
    with pytest.raises(Cancelled):
        obtain_lite(NAME, progress)
    assert len(progress.told) == 1
    assert list((keras_home / "models").iterdir()) == []
    assert weights_file(NAME) is None
