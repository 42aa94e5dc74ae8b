"""What the first bytes of a file tell of its pixels is what the decoder then holds."""

import io
import random
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from archive_gui.imaging import decode as decoder
from archive_gui.imaging.decode import decode
from archive_gui.imaging.headers import pixels_held
from tests.conftest import draw

KINDS: list[tuple[str, dict[str, Any]]] = [
    ("WEBP", {}),
    ("WEBP", {"lossless": True}),
    ("WEBP", {"icc_profile": b"none"}),
    ("WEBP", {"save_all": True, "append_images": [draw(2, (700, 301))]}),
    ("AVIF", {}),
    ("AVIF", {"save_all": True, "append_images": [draw(2, (700, 301))]}),
    ("JPEG2000", {}),
    ("JPEG2000", {"no_jp2": True}),
    ("JPEG2000", {"num_resolutions": 1}),
    ("JPEG2000", {"num_resolutions": 2}),
]


def written(kind: str, options: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    draw(1, (700, 301)).save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(("kind", "options"), KINDS)
@pytest.mark.parametrize("side", [None, 2000, 256, 60])
def test_what_is_told_is_what_the_decoder_holds(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    options: dict[str, Any],
    side: int | None,
) -> None:
    held: list[int] = []
    room_for = decoder._room_for

    def heard(decoded: tuple[int, int], *rest: Any) -> AbstractContextManager[None]:
        held.append(decoded[0] * decoded[1])
        return room_for(decoded, *rest)

    monkeypatch.setattr(decoder, "_room_for", heard)
    data = written(kind, options)
    decode(data, max_side=side)
    assert [pixels_held(data, side)] == held
    (tmp_path / "a").write_bytes(data)
    assert pixels_held(tmp_path / "a", side) == held[0]


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_damaged_header_tells_some_number_or_none(kind: str, options: dict[str, Any]) -> None:
    data, lots = written(kind, options), random.Random(1)
    for length in range(200):
        assert pixels_held(data[:length], 256) >= 0
    for _ in range(300):
        bad = bytearray(data)
        for _ in range(lots.randint(1, 8)):
            bad[lots.randrange(200)] = lots.choice((0, 1, 255, lots.randrange(256)))
        assert pixels_held(bytes(bad), 256) >= 0


def test_other_files_tell_nothing(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG", "TIFF"):
        assert pixels_held(written(kind, {}), None) == 0
    assert pixels_held(b"", None) == 0
    assert pixels_held(tmp_path / "gone", None) == 0
