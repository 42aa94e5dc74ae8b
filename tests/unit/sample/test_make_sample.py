"""The sample archive as a whole: what lies in its folder, and what keeps it from being written."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.decode import decode
from archive_gui.progress import Progress
from archive_gui.sample import make_sample
from archive_gui.sample.motifs import FAMILIES
from archive_gui.sample.picture import draw_picture

SEED = 3
SUFFIXES = {".jpg", ".jpeg", ".png", ".tif"}


class Counted(Progress):
    """Progress that keeps what was reported, and cancels the job after so many pictures."""

    def __init__(self, limit: int | None = None) -> None:
        super().__init__()
        self.limit = limit
        self.reports: list[tuple[int, int]] = []

    def report(self, done: int, total: int, text: str) -> None:
        assert text
        self.reports.append((done, total))
        if done == self.limit:
            self.cancel()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "new" / "sample"
    progress = Counted()
    assert make_sample(folder, SEED, progress) == 240
    assert progress.reports == [(done, 240) for done in range(1, 241)]
    return folder


def labels(folder: Path) -> dict[str, str]:
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert len({row["path"] for row in rows}) == len(rows)
    return {row["path"]: row["label"] for row in rows}


def pictures(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in SUFFIXES
    }


def test_labels_name_every_picture_and_nothing_else(sample: Path) -> None:
    assert set(labels(sample)) == pictures(sample)
    assert Counter(labels(sample).values()) == dict.fromkeys(FAMILIES, 20)


def test_every_folder_mixes_the_families(sample: Path) -> None:
    inside: dict[str, set[str]] = {}
    for path, label in labels(sample).items():
        inside.setdefault(path.split("/")[0], set()).add(label)
        assert label not in path
    assert len(inside) > 3
    assert all(len(found) > 8 for found in inside.values())


def test_every_picture_decodes_at_an_archive_s_size(sample: Path) -> None:
    for path in labels(sample):
        decoded = decode(sample / path, max_side=64)
        assert 500 <= max(decoded.width, decoded.height) <= 1400
        assert np.asarray(decoded.image).std() > 2, f"{path} shows nothing"


def test_formats_modes_and_tags_vary(sample: Path) -> None:
    seen: Counter[str] = Counter()
    for path in labels(sample):
        with Image.open(sample / path) as image:
            seen[image.format or ""] += 1
            seen[image.mode] += 1
            seen["turned"] += image.getexif().get(274, 1) != 1
            seen["profile"] += "icc_profile" in image.info
            seen[str(image.info.get("compression"))] += 1
    assert seen["JPEG"] > 120
    for kind in ("PNG", "TIFF", "L", "turned", "profile", "tiff_lzw"):
        assert seen[kind] > 3, kind


def test_turned_files_are_shown_as_they_were_drawn(sample: Path) -> None:
    for path in labels(sample):
        if path.endswith(".tif"):
            with Image.open(sample / path) as image:
                turned = image.getexif().get(274, 1) != 1
            if turned:
                shown = decode(sample / path).image
                break
    drawn = (
        draw_picture(SEED, labels(sample)[path], number).convert("RGB") for number in range(20)
    )
    assert any(shown.size == one.size and shown.tobytes() == one.tobytes() for one in drawn)


def test_the_folder_says_that_nothing_in_it_is_real(sample: Path) -> None:
    text = (sample / "README.txt").read_text(encoding="utf-8")
    assert "generated" in text
    assert "nothing real" in text


def test_nothing_else_is_left_beside_the_folder(sample: Path) -> None:
    assert [path.name for path in sample.parent.iterdir()] == ["sample"]
    assert [path.name for path in sample.parent.parent.iterdir()] == ["new"]


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="new or empty folder") as raised:
        make_sample(tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    for place in (file, file / "inside"):
        with pytest.raises(ArchiveError, match="choose another"):
            make_sample(place)
    assert file.read_text() == "mine"


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        make_sample(tmp_path / "a" / "sample", progress=Counted(limit=2))
    assert list(tmp_path.iterdir()) == []


def test_cancelling_keeps_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        make_sample(tmp_path, progress=Counted(limit=1))
    assert list(tmp_path.iterdir()) == []


def test_a_negative_seed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="-1"):
        make_sample(tmp_path / "sample", seed=-1)
