"""Decoding in other processes gives what decoding here gives, and outlives what would crash."""

import contextlib
import errno
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from archive_gui.catalog.images import list_images
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.imaging.decode import Decoded, ImageError, decode
from archive_gui.imaging.facts import UNKNOWN
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE, ThumbnailStore, make_thumbnail
from archive_gui.operations import decoding, reading
from archive_gui.operations.decoding import decode_apart, decode_full_apart, facts_apart
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.indexing_apart import index_apart
from archive_gui.operations.querying import Searcher
from archive_gui.operations.reading import decode_for, restore_thumbnails
from archive_gui.processes import Helper, NotStarted
from archive_gui.progress import Progress
from tests.conftest import draw
from tests.unit.operations.conftest import delete_derived

# As CRASHING in tests/conftest.py: the first process that is to decode a WebP is killed over it.
KILLING_ONCE = """
import os, signal
from PIL import WebPImagePlugin

look = WebPImagePlugin.WebPImageFile._open

def die(self):
    try:
        os.close(os.open({folder!r} + "/killed", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        look(self)
    else:
        os.kill(os.getpid(), signal.SIGKILL)

WebPImagePlugin.WebPImageFile._open = die
"""


@pytest.fixture(autouse=True)
def processes_of_its_own() -> Iterator[None]:
    """What waits since other tests was started in another environment."""

    def end_all() -> None:
        while decoding._idle:
            decoding._idle.pop().close()

    end_all()
    yield
    end_all()


def test_files_and_bytes_are_decoded_as_here(tmp_path: Path) -> None:
    file = tmp_path / "a.tif"
    draw(1, (900, 700)).save(file, save_all=True, append_images=[draw(2, (400, 300))])
    for source in (file, file.read_bytes()):
        here, there = (read(source, max_side=256, page=1) for read in (decode, decode_apart))
        assert np.array_equal(np.asarray(here.image), np.asarray(there.image))
        assert (there.width, there.height, there.format, there.pages) == (400, 300, "TIFF", 2)
    full = decode_full_apart(file, scratch=tmp_path, progress=Progress())
    whole = np.asarray(decode(file).image)
    assert np.array_equal(np.asarray(full.region(100, 50, 300, 200)), whole[50:250, 100:400])
    full.close()
    assert list(tmp_path.iterdir()) == [file]


def test_jpeg_2000_comes_out_the_same_by_several_threads(tmp_path: Path) -> None:
    file = tmp_path / "a.jp2"
    draw(1, (900, 700)).save(file, quality_mode="rates", quality_layers=[8])
    with contextlib.closing(decode_full_apart(file, scratch=tmp_path, progress=Progress())) as full:
        whole = np.asarray(decode(file).image)
        assert np.array_equal(np.asarray(full.region(0, 0, 900, 700)), whole)


def test_errors_and_stops_are_those_of_the_decoder(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no image")
    with pytest.raises(ImageError, match="is no image"):
        decode(tmp_path / "a.jpg")
    with pytest.raises(ImageError, match="is no image"):
        decode_apart(tmp_path / "a.jpg")
    draw(1).save(tmp_path / "b.png")
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        decode_apart(tmp_path / "b.png", progress=stopped)
    assert decode_apart(tmp_path / "b.png").format == "PNG"


def test_a_file_that_crashes_its_decoder_is_told_and_the_next_is_decoded(
    make_project, crashing_decoder: None
) -> None:
    project = make_project(3)
    evil = project.folder / "evil.png"
    Image.new("RGB", (77, 20)).save(evil)
    for read in (
        lambda: decode_apart(evil),
        lambda: decode_full_apart(evil, scratch=project.folder, progress=Progress()),
        lambda: Searcher(project, decode=decode_apart).query_file(evil, 3),
    ):
        with pytest.raises(ArchiveError, match=r"evil\.png cannot be read .* crashed"):
            read()
        assert decode_apart(project.archive / "001.png").width == 120


def test_a_file_that_crashes_its_decoder_costs_only_its_own_lost_thumbnail(
    make_project, crashing_decoder: None
) -> None:
    project = make_project(3)
    Image.new("RGB", (77, 20)).save(project.archive / "evil.png")
    index_archive(project)
    delete_derived(project)
    searcher = Searcher(project)
    known = {image.path: searcher.knows(image.id) for image in list_images(project)}
    assert known == {"000.png": True, "001.png": True, "002.png": True, "evil.png": False}


def test_many_files_whose_decoders_let_no_thread_on_are_decoded_in_processes(
    make_project, crashing_decoder: None
) -> None:
    project = make_project(2)
    for number in range(40):
        kind = ("jp2", "webp")[number % 2]
        draw(number, (90, 60)).save(project.archive / f"slow {number}.{kind}")
    Image.new("RGB", (77, 20)).save(project.archive / "evil.webp", "PNG")
    report = index_archive(project)
    assert report.images == 42
    assert [file.path for file in report.failed] == ["evil.webp"]
    assert "crashed" in report.failed[0].error
    with contextlib.closing(ThumbnailStore(project.thumbnails_file)) as store:
        for image in list_images(project):
            if image.sha256 is not None and image.path != "evil.webp":
                here = decode(project.archive / image.path, max_side=THUMBNAIL_SIDE)
                assert store.get(image.sha256) == make_thumbnail(here.image)
                assert (image.width, image.format) == (here.width, here.format)


def test_a_decoder_that_the_kernel_ends_for_want_of_memory_costs_no_good_file(
    make_project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(2)
    for number in range(40):
        draw(number, (90, 60)).save(project.archive / f"slow {number}.webp")
    folder = tmp_path / "killing"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(KILLING_ONCE.format(folder=str(folder)))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    report = index_archive(project)
    assert (folder / "killed").exists()
    assert (report.images, report.failed) == (42, ())


def test_pictures_that_hold_much_memory_are_decoded_in_one_process_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, most = 0, 0
    guard = threading.Lock()

    def watched(source: bytes, **named: object) -> Decoded:
        nonlocal under_way, most
        with guard:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.1)
        with guard:
            under_way -= 1
        return decode(source)

    draw(1).save(tmp_path / "a.webp")
    data = (tmp_path / "a.webp").read_bytes()
    monkeypatch.setattr(reading, "decode_apart", watched)
    decode_one = decode_for(["a.webp"] * 40)

    def at_once() -> int:
        nonlocal most
        most = 0
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: decode_one(data, name="a.webp"), range(4)))
        return most

    assert at_once() > 1
    monkeypatch.setattr(reading, "LARGE", 120 * 90 - 1)
    assert at_once() == 1


def test_what_decodes_in_processes_leaves_none_that_nobody_needs(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "AT_ONCE", 4)
    monkeypatch.setattr(reading, "AT_ONCE", 4)
    started: list[subprocess.Popen[bytes]] = []
    start = Helper._start

    def watched(helper: Helper) -> tuple[Connection, subprocess.Popen[bytes]]:
        connection, child = start(helper)
        started.append(child)
        return connection, child

    monkeypatch.setattr(Helper, "_start", watched)
    project = make_project(0)
    for number in range(40):
        draw(number, (90, 60)).save(project.archive / f"slow {number}.webp")
    assert index_archive(project).images == 40
    assert 2 < len(started) <= 4
    assert decoding._idle == []
    assert all(child.poll() is not None for child in started)

    started.clear()
    images = list_images(project)
    with contextlib.closing(ThumbnailStore(project.folder / "again.sqlite3")) as store:
        restore_thumbnails(project, store, images, Progress())
        assert store.missing([image.sha256 for image in images]) == set()
    assert 2 < len(started) <= 4
    assert len(decoding._idle) == 2
    assert sum(child.poll() is None for child in started) == 2


def test_a_few_of_them_are_worth_no_process(make_project) -> None:
    project = make_project(2)
    for number in range(4):
        draw(number, (90, 60)).save(project.archive / f"slow {number}.jp2")
    assert index_archive(project).images == 6
    assert decoding._idle == []


def test_a_process_that_waits_outlives_the_thread_that_asked_it_first(tmp_path: Path) -> None:
    draw(1).save(tmp_path / "a.png")
    processes: list[int | None] = []

    def ask() -> None:
        decode_apart(tmp_path / "a.png")
        processes.append(getattr(decoding._idle[-1]._child, "pid", None))

    for _ in range(2):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert processes[0] is not None
    assert processes[0] == processes[1]


@pytest.mark.parametrize("number", [errno.EAGAIN, errno.ENOMEM, errno.EMFILE])
def test_a_process_that_cannot_be_started_is_told_as_such(
    make_project, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    project = make_project(2)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as refused:
        refused.setattr("archive_gui.processes.subprocess.Popen", refuse)
        with pytest.raises(NotStarted, match=rf"could be started \({os.strerror(number)}\); close"):
            index_apart(project, progress=Progress())
        with pytest.raises(ImageError, match=r"^000\.png cannot be read \(no process could be"):
            decode_apart(project.archive / "000.png")
    assert decode_apart(project.archive / "000.png").width == 120


def test_a_file_that_hangs_its_decoder_is_told_and_the_next_is_decoded(
    make_project, crashing_decoder: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(1)
    evil = project.folder / "evil.png"
    Image.new("RGB", (78, 20)).save(evil)
    monkeypatch.setattr(decoding, "_SECONDS", 1.0)
    with pytest.raises(ImageError, match=r"evil\.png cannot be read .* too long"):
        decode_apart(evil)
    assert facts_apart(evil, Progress()) == UNKNOWN
    monkeypatch.undo()
    assert decode_apart(project.archive / "000.png").width == 120
