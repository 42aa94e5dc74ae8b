import contextlib
import hashlib
import threading
from pathlib import Path

import numpy as np
import pytest

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.thumbnails import ThumbnailStore, make_thumbnail
from archive_gui.learning.features import FeatureStore, fill_features
from archive_gui.learning.lite import LiteModel, obtain_lite
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.progress import Progress
from tests.conftest import draw

WIDTH = 8


def digests(count: int, start: int = 0) -> list[str]:
    return [hashlib.sha256(bytes([n])).hexdigest() for n in range(start, start + count)]


def rows(count: int, start: int = 0) -> np.ndarray:
    """Rows of any numbers; each begins with its own."""
    found = np.random.default_rng(0).normal(size=(start + count, WIDTH))[start:]
    found[:, 0] = np.arange(start, start + count)
    return found.astype(np.float32)


@pytest.fixture
def store(tmp_path: Path) -> FeatureStore:
    filled = FeatureStore(tmp_path / "features", WIDTH)
    filled.append(digests(5), rows(5))
    return filled


def test_rows_come_back_by_digest_in_any_order_and_again_from_disk(store, tmp_path: Path):
    names = digests(5)
    order = [3, 0, 3, 4]
    for each in (store, FeatureStore(tmp_path / "features", WIDTH)):
        found = each.read([names[i] for i in order])
        assert found.dtype == np.float32
        assert (found == rows(5)[order]).all()
        assert each.missing([*digests(7), *digests(7)]) == digests(2, 5)


def test_a_store_keeps_its_name_until_it_is_made_anew(store, tmp_path: Path):
    folder = tmp_path / "features"
    assert store.name == FeatureStore(folder, WIDTH).name != ""
    before = store.name
    (folder / "features.f32").unlink()
    assert FeatureStore(folder, WIDTH).name not in ("", before)
    (folder / "name.txt").unlink()
    # One of an earlier version.
    assert FeatureStore(folder, WIDTH).name == ""


def test_a_folder_in_the_place_of_the_name_is_told(store: FeatureStore, tmp_path: Path):
    [name] = tmp_path.rglob("name.txt")
    name.unlink()
    name.mkdir()
    with pytest.raises(ArchiveError, match="cannot be read"):
        print(store.name)


def test_nothing_asked_for_is_nothing_and_unknown_ones_are_refused(store: FeatureStore):
    assert store.read([]).shape == (0, WIDTH)
    with pytest.raises(KeyError):
        store.read(digests(1, 99))


@pytest.mark.parametrize("torn", ["half a row", "rows without digests", "digests without rows"])
def test_a_row_torn_by_a_crash_is_cut_off_and_computed_again(store, tmp_path: Path, torn: str):
    rows_file, digests_file = (
        tmp_path / "features" / n for n in ("features.f32", "digests.f32.bin")
    )
    if torn == "half a row":
        for file, size in ((rows_file, 2 * WIDTH), (digests_file, 13)):
            file.write_bytes(file.read_bytes() + bytes(size))
    elif torn == "rows without digests":
        rows_file.write_bytes(rows_file.read_bytes() + bytes(WIDTH * 4 * 3))
    else:
        digests_file.write_bytes(digests_file.read_bytes() + bytes.fromhex(digests(1, 5)[0]))
    opened = FeatureStore(tmp_path / "features", WIDTH)
    assert opened.missing(digests(6)) == digests(1, 5)
    opened.append(digests(2, 5), rows(2, 5))
    for each in (opened, FeatureStore(tmp_path / "features", WIDTH)):
        assert (each.read(digests(7)) == rows(7)).all()


def test_two_objects_on_the_same_files_see_what_the_other_appends(store, tmp_path: Path):
    other = FeatureStore(tmp_path / "features", WIDTH)
    store.append(digests(2, 5), rows(2, 5))
    assert other.missing(digests(7)) == []
    other.append(digests(2, 7), rows(2, 7))
    assert (store.read(digests(9)) == rows(9)).all()


def test_threads_read_whole_rows_while_another_appends(store: FeatureStore):
    wrong: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            missing = set(store.missing(digests(200)))
            there = [n for n, digest in enumerate(digests(200)) if digest not in missing]
            if not (store.read([digests(200)[n] for n in there]) == rows(200)[there]).all():
                wrong.append(f"{len(there)} rows")

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for start in range(5, 200, 5):
        store.append(digests(5, start), rows(5, start))
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert store.missing(digests(200)) == []


def test_files_of_earlier_versions_are_deleted_and_never_read(tmp_path: Path):
    folder = tmp_path / "features"
    folder.mkdir()
    former = [folder / "features.f16", folder / "digests.bin"]
    former[0].write_bytes(rows(3).astype(np.float16).tobytes())
    former[1].write_bytes(b"".join(bytes.fromhex(digest) for digest in digests(3)))
    store = FeatureStore(folder, WIDTH)
    assert store.missing(digests(3)) == digests(3)
    # Nothing is thrown away for a store that is only looked into.
    assert all(file.exists() for file in former)
    store.append(digests(2), rows(2))
    left = sorted(file.name for file in folder.iterdir())
    assert left == ["digests.f32.bin", "features.f32", "name.txt"]
    assert (FeatureStore(folder, WIDTH).read(digests(2)) == rows(2)).all()


def test_a_former_file_that_cannot_be_deleted_stops_nothing(tmp_path: Path):
    # A folder in its place is refused on every system, as an open file is on Windows.
    (tmp_path / "features" / "features.f16").mkdir(parents=True)
    store = FeatureStore(tmp_path / "features", WIDTH)
    store.append(digests(2), rows(2))
    assert (store.read(digests(2)) == rows(2)).all()


@pytest.fixture(scope="module")
def network() -> LiteModel:
    return obtain_lite(DEFAULT_BACKBONE)


@pytest.fixture
def thumbnails(tmp_path: Path) -> ThumbnailStore:
    kept = ThumbnailStore(tmp_path / "thumbnails.sqlite3")
    kept.put_many((digest, make_thumbnail(draw(n))) for n, digest in enumerate(digests(70)))
    yield kept
    kept.close()


class Watching(Progress):
    """Notes what it is told, and stops the job after so many reports."""

    def __init__(self, stop_after: int = 1000) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []
        self._stop_after = stop_after

    def report(self, done: int, total: int, text: str) -> None:
        self.told.append((done, total))
        if len(self.told) == self._stop_after:
            self.cancel()


def test_filling_computes_each_image_once_and_passes_over_bad_ones(tmp_path, network, thumbnails):
    wanted = digests(68)
    thumbnails.put_many([(wanted[10], b"no picture"), (wanted[11], make_thumbnail(draw(1))[:300])])
    progress = Watching()
    store = FeatureStore(tmp_path / "features", 1280)
    lost = digests(1, 200)
    given = [*wanted, *wanted[:3], *lost]
    fill_features(store, lambda: network, thumbnails, given, progress, "")
    assert store.missing(given) == [*wanted[10:12], *lost]
    assert progress.told == [(64, 69), (69, 69)]
    assert (tmp_path / "features" / "digests.f32.bin").stat().st_size == 66 * 32


def test_filling_asks_for_no_network_when_there_is_nothing_to_do(tmp_path, network, thumbnails):
    store = FeatureStore(tmp_path / "features", 1280)
    fill_features(store, lambda: network, thumbnails, digests(2), Progress(), "")
    fill_features(store, lambda: pytest.fail("asked"), thumbnails, digests(2), Progress(), "")


def test_filling_that_is_stopped_keeps_what_was_computed(tmp_path, network, thumbnails):
    store = FeatureStore(tmp_path / "features", 1280)
    with pytest.raises(Cancelled):
        fill_features(store, lambda: network, thumbnails, digests(70), Watching(1), "")
    assert len(store.missing(digests(70))) == 6
    fill_features(store, lambda: network, thumbnails, digests(70), Progress(), "")
    assert store.missing(digests(70)) == []


def test_two_jobs_on_one_store_compute_nothing_twice(tmp_path, network, thumbnails):
    jobs = [
        threading.Thread(
            target=fill_features,
            args=(
                FeatureStore(tmp_path / "features", 1280),
                lambda: network,
                thumbnails,
                digests(40),
                Progress(),
                "",
            ),
        )
        for _ in range(3)
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert (tmp_path / "features" / "digests.f32.bin").stat().st_size == 40 * 32
    filled = FeatureStore(tmp_path / "features", 1280)
    assert filled.missing(digests(40)) == []
    pictures = [thumbnails.get(digest) for digest in digests(40)]
    assert len(set(pictures)) == 40
    assert len(np.unique(filled.read(digests(40)), axis=0)) == 40


class PausedTooLate(Progress):
    """A pause that comes just after the job has looked whether there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.came = threading.Event()

    @property
    def paused(self) -> bool:
        paused = super().paused
        if not self.came.is_set():
            self.pause()
            self.came.set()
        return paused


def test_whoever_is_paused_keeps_nobody_from_filling(tmp_path, network, thumbnails):
    progress, others = PausedTooLate(), Watching()
    store, other = (FeatureStore(tmp_path / "features", 1280) for _ in range(2))

    def fill() -> None:
        with contextlib.suppress(Cancelled):
            fill_features(store, lambda: network, thumbnails, digests(70), progress, "")

    paused = threading.Thread(target=fill)
    paused.start()
    assert progress.came.wait(60)
    patience = threading.Timer(60, others.cancel)
    patience.start()
    try:
        fill_features(other, lambda: network, thumbnails, digests(70), others, "")
        assert other.missing(digests(70)) == []
        assert paused.is_alive()
    finally:
        patience.cancel()
        progress.cancel()
        paused.join()
