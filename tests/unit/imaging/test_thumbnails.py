import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from archive_gui.imaging.fixity import read_file, sha256_of
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail, make_thumbnail
from tests.conftest import draw


def digest(number: int) -> str:
    return hashlib.sha256(bytes([number])).hexdigest()


def test_thumbnails_fit_in_256_pixels_and_are_never_enlarged():
    assert load_thumbnail(make_thumbnail(draw(1, (1000, 400)))).size == (256, 102)
    assert load_thumbnail(make_thumbnail(draw(1, (90, 30)))).size == (90, 30)


def test_the_same_image_gives_the_same_bytes_close_to_the_original():
    image = draw(2, (256, 200))
    assert make_thumbnail(image) == make_thumbnail(image.copy())
    stored = np.asarray(load_thumbnail(make_thumbnail(image))).astype(int)
    assert np.abs(stored - np.asarray(image)).mean() < 1.5


def test_kept_thumbnails_come_back_after_closing(tmp_path: Path):
    store = ThumbnailStore(tmp_path / "t.sqlite3")
    store.put_many([(digest(1), b"one"), (digest(2), b"two")])
    store.put_many([(digest(1), b"newer")])
    store.close()
    again = ThumbnailStore(tmp_path / "t.sqlite3")
    assert again.get(digest(1)) == b"newer"
    assert again.get(digest(3)) is None
    assert again.missing([digest(1), digest(3)]) == {digest(3)}
    again.close()


@pytest.mark.parametrize("forged", [2**40, "text", 1.5])
def test_what_is_no_picture_in_the_store_is_none(tmp_path: Path, forged: object):
    store = ThumbnailStore(tmp_path / "t.sqlite3")
    store.put_many([(digest(1), b"one")])
    store._connection.execute("UPDATE thumbnails SET jpeg = ?", (forged,))
    assert store.get(digest(1)) is None
    store.close()


@pytest.mark.parametrize("damage", ["garbage", "version", "truncated", "view", "trigger"])
def test_a_useless_store_is_started_afresh(tmp_path: Path, damage: str):
    file = tmp_path / "t.sqlite3"
    store = ThumbnailStore(file)
    store.put_many([(digest(n), bytes(3000)) for n in range(50)])
    if damage == "version":
        store._connection.execute("PRAGMA user_version = 77")
    if damage == "trigger":
        store._connection.execute(
            "CREATE TRIGGER evil AFTER INSERT ON thumbnails BEGIN DELETE FROM thumbnails; END"
        )
    elif damage == "view":
        # Reading it would never come to an end.
        store._connection.executescript(
            "DROP TABLE thumbnails; CREATE VIEW thumbnails AS WITH RECURSIVE more(x) AS "
            "(SELECT 1 UNION ALL SELECT x + 1 FROM more) SELECT x AS sha256, x AS jpeg FROM more"
        )
    store.close()
    if damage == "garbage":
        file.write_bytes(b"garbage" * 1000)
    elif damage == "truncated":
        file.write_bytes(file.read_bytes()[:5000])
    again = ThumbnailStore(file)
    assert again.missing([digest(1)]) == {digest(1)}
    again.put_many([(digest(1), b"one")])
    assert again.get(digest(1)) == b"one"
    again.close()


def test_a_stored_picture_larger_than_any_thumbnail_is_not_decoded():
    encoded = io.BytesIO()
    Image.new("RGB", (20_000, 10)).save(encoded, "JPEG")
    with pytest.raises(OSError, match="20000 x 10"):
        load_thumbnail(encoded.getvalue())


def test_what_is_no_jpeg_is_no_thumbnail():
    encoded = io.BytesIO()
    draw(1, (40, 30)).save(encoded, "PNG")
    for data in (encoded.getvalue(), b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x02\xff\xda"):
        with pytest.raises(OSError, match=r"no JPEG|truncated|broken"):
            load_thumbnail(data)


def test_threads_share_a_store(tmp_path: Path):
    store = ThumbnailStore(tmp_path / "t.sqlite3")

    def work(number: int) -> bytes | None:
        store.put_many([(digest(number), bytes([number]) * 100)])
        return store.get(digest(number))

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(work, range(60))) == [bytes([n]) * 100 for n in range(60)]
    store.close()


def test_a_file_is_read_once_for_digest_and_content(tmp_path: Path):
    file = tmp_path / "a.bin"
    file.write_bytes(b"abc" * 100)
    content = read_file(file)
    assert content.data == b"abc" * 100
    assert content.sha256 == sha256_of(file) == hashlib.sha256(b"abc" * 100).hexdigest()

    large = read_file(file, limit=10)
    assert large.data is None
    assert large.sha256 == content.sha256
