"""All pixels of a page by regions: the same as the decoder's, whatever way the page lies."""

import os
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from archive_gui.errors import Cancelled
from archive_gui.imaging import full
from archive_gui.imaging.decode import ImageError, decode
from archive_gui.imaging.facts import Facts, read_facts
from archive_gui.progress import Progress
from tests.conftest import draw


def decode_full(source: Path, **others: Any) -> full.FullPicture:
    file = tempfile.TemporaryFile()  # noqa: SIM115
    width, height = full.write_pixels(source, file=os.dup(file.fileno()), **others)
    return full.FullPicture(width, height, file)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_regions_are_those_of_the_upright_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, orientation: int, kind: str
) -> None:
    # Bands of seven rows or so.
    monkeypatch.setattr(full, "_BAND_PIXELS", 900)
    exif = Image.Exif()
    exif[274] = orientation
    file = tmp_path / f"a.{kind}"
    draw(1, (120, 90)).save(file, exif=exif)
    whole = np.asarray(decode(file).image)
    picture = decode_full(file)
    assert (picture.height, picture.width) == whole.shape[:2]
    assert np.array_equal(np.asarray(picture.region(13, 5, 40, 60)), whole[5:65, 13:53])
    halved = np.asarray(picture.region(10, 6, 41, 60, 2))
    assert halved.shape == (30, 21, 3)
    mean = whole[6:8, 10:12].reshape(4, 3).mean(axis=0)
    assert np.abs(halved[0, 0] - mean).max() <= 1
    picture.close()


def test_a_decode_that_nobody_wants_any_more_stops_in_the_middle_of_the_file(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.jpg"
    noise = np.random.default_rng(0).integers(0, 255, (800, 900, 3), dtype=np.uint8)
    Image.fromarray(noise).save(file, quality=95)

    class Impatient(Progress):
        asked = 0

        def check(self) -> None:
            self.asked += 1
            if self.asked == 8:
                self.cancel()
            super().check()

    for read in (decode_full, decode):
        progress = Impatient()
        with pytest.raises(Cancelled):
            read(file, progress=progress)
        assert progress.asked == 8


def test_a_file_that_has_vanished_says_so(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"b/a\.jpg .*No such file"):
        decode_full(tmp_path / "a.jpg", name="b/a.jpg")


def test_a_disk_without_room_for_the_pixels_is_told_as_such(tmp_path: Path) -> None:
    draw(1).save(tmp_path / "a.png")
    refused = pytest.raises(ImageError, match=r"no room .* a\.png")
    with Path("/dev/full").open("wb") as nowhere, refused:
        full.write_pixels(tmp_path / "a.png", name="a.png", file=os.dup(nowhere.fileno()))


def test_the_head_of_a_file_tells_colours_and_resolution(tmp_path: Path) -> None:
    Image.new("CMYK", (8, 8)).save(tmp_path / "a.tif", dpi=(600, 600))
    Image.new("L", (8, 8)).save(tmp_path / "b.png")
    (tmp_path / "c.jpg").write_bytes(b"no image")
    assert read_facts(tmp_path / "a.tif") == Facts("CMYK", 8, (600, 600))
    assert read_facts(tmp_path / "b.png") == Facts("L", 8, None)
    assert read_facts(tmp_path / "c.jpg") == Facts()
