"""Only what this user's program has sealed is taken for its own."""

from pathlib import Path

import pytest

from archive_gui.catalog import sealing
from archive_gui.catalog.sealing import is_sealed, seal_of


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARCHIVE_GUI_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_seal_is_of_its_content_and_of_this_user_s_key(cache: Path, tmp_path: Path, monkeypatch):
    seal = seal_of(b"content")
    assert is_sealed(b"content", seal)
    assert not is_sealed(b"other", seal)
    assert not is_sealed(b"content", None)
    assert not is_sealed(b"content", "ä")
    assert (cache / "seal.key").stat().st_mode & 0o077 == 0
    # Another process reads the same key.
    sealing._key.cache_clear()
    assert is_sealed(b"content", seal)
    monkeypatch.setenv("ARCHIVE_GUI_CACHE", str(tmp_path / "of somebody else"))
    assert not is_sealed(b"content", seal)


def test_a_key_that_was_cut_off_is_made_again(cache: Path):
    seal = seal_of(b"content")
    (cache / "seal.key").write_bytes(b"short")
    sealing._key.cache_clear()
    assert not is_sealed(b"content", seal)
    assert is_sealed(b"content", seal_of(b"content"))
    assert (cache / "seal.key").stat().st_size == 32


def test_where_no_key_can_be_kept_seals_hold_within_the_process(cache: Path):
    cache.write_text("no folder")
    assert is_sealed(b"content", seal_of(b"content"))
