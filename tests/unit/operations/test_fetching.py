"""Manifests from their addresses: a real server, good files and evil ones."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.fetched import MARKER, is_fetched, keep_fetched_metadata
from archive_gui.catalog.interchange.manifests import safe_name
from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import all_properties
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.operations import fetching
from archive_gui.operations.fetching import FetchReport, fetch_manifest
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.network import Network, NotFetched, host_of
from archive_gui.progress import Progress
from tests.library_server import LABEL, Library, library


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("no_proxy", "*")
    with library() as opened:
        opened.pages = [f"/picture/{number}" for number in range(4)]
        yield opened


def names(report: FetchReport) -> list[str]:
    return sorted(each.name for each in report.place.iterdir())


@pytest.mark.parametrize("version", ["two", "three"])
def test_images_of_a_manifest_become_an_archive_with_its_labels(
    server: Library, tmp_path: Path, version: str
):
    folder = tmp_path / "fetched"
    report = fetch_manifest(f"{server.address}/{version}.json", folder)
    assert (report.name, report.images, report.fetched) == (LABEL, 4, 4)
    assert (report.failed, report.hosts) == ((), ())
    stems = [f"{number + 1:04}-{number}" for number in range(4)]
    assert names(report) == [*(f"{stem}.jpg" for stem in stems), "manifest.json"]
    assert report.place.parent == folder
    assert is_fetched(folder)
    with Project.create(tmp_path / "project", folder) as project:
        assert index_archive(project).images == 4
        assert keep_fetched_metadata(project) > 0
        assert keep_fetched_metadata(project) == 0
        told = all_properties(project)
        labels = [told[image.id]["Label"] for image in list_images(project)]
        assert labels == [f"{'f. ' if version == 'two' else 'p'}{n}" for n in range(4)]
        assert {values["Manifest"] for values in told.values()} == {LABEL}


def test_what_is_there_is_not_fetched_again_and_another_manifest_lies_beside(
    server: Library, tmp_path: Path
):
    address = f"{server.address}/three.json"
    first = fetch_manifest(address, tmp_path / "fetched")
    (first.place / "0002-1.jpg").unlink()
    # A process that was killed has left it.
    (first.place / ".0123456789ab.part.jpg").write_bytes(b"half")
    again = fetch_manifest(address, tmp_path / "fetched")
    assert (again.place, again.images, again.fetched) == (first.place, 4, 1)
    assert not list(again.place.glob(".*.part*"))
    assert server.asked["/picture/1"] == 2
    assert server.asked["/picture/0"] == 1
    other = fetch_manifest(f"{server.address}/two.json", tmp_path / "fetched")
    assert other.place.parent == first.place.parent
    assert other.place != first.place


def test_bad_images_are_told_and_stop_no_other(server: Library, tmp_path: Path):
    pages = ("gone", "slow", "text", "short", "to-file", "to-itself", "to-elsewhere")
    server.pages = ["/picture/0", *(f"/{page}" for page in pages), "file:///etc/hostname"]
    server.pages += ["/to-picture", "/busy", "/picture/7/..%2F..%2F..%2Fevil.jpg", "", "http://[x"]
    address = f"{server.address}/three.json"
    report = fetch_manifest(address, tmp_path / "fetched", patience=0.5)
    assert names(report) == [
        *("0001-0.jpg", "0010-to-picture.jpg", "0011-busy.jpg", "0012-evil.png", "manifest.json")
    ]
    told = {each.canvas: each.reason for each in report.failed}
    here = "127.0.0.1"
    assert told == {
        2: f"{here} answers 404 Not Found",
        3: f"{here} does not answer",
        4: "what came cannot be shown as an image",
        5: "it was cut off on its way",
        6: "file:///etc/hostname does not begin with https:// or http://",
        7: "it leads from place to place without end",
        8: "it lies on localhost, which was not to be asked",
        9: "file:///etc/hostname does not begin with https:// or http://",
        13: f"{here} answers 404 Not Found",
        14: "http://[x does not begin with https:// or http://",
    }
    assert report.hosts == ("localhost",)
    assert report.images == len(server.pages) - len(told) == report.fetched
    assert not list(report.place.parent.rglob(".*.part*"))
    assert [each.parent for each in tmp_path.rglob("*evil*")] == [report.place]
    more = fetch_manifest(address, tmp_path / "fetched", also_from=["localhost"], patience=0.5)
    assert (more.fetched, more.hosts) == (1, ())
    assert (more.place / "0008-to-elsewhere.jpg").is_file()


def test_smaller_images_are_asked_for_by_the_image_api(server: Library, tmp_path: Path):
    server.pages = ["/picture/0", "/gone"]
    report = fetch_manifest(f"{server.address}/two.json", tmp_path / "fetched", largest=50)
    assert (report.images, len(report.failed)) == (1, 1)
    assert server.asked["/picture/0/full/!50,50/0/default.jpg"] == 1
    # Where the server makes none, the whole one is taken.
    assert server.asked["/gone/full/full/0/default.jpg"] == 1


def test_a_stopped_fetch_keeps_what_has_come_and_goes_on(server: Library, tmp_path: Path):
    server.pages = [*(f"/picture/{number}" for number in range(3)), "/slow", "/picture/4"]

    class Stopping(Progress):
        """Stops as soon as nothing but the slow one is under way."""

        def report(self, done: int, total: int, text: str) -> None:
            if done == 4:
                self.cancel()

    address = f"{server.address}/three.json"
    with pytest.raises(Cancelled):
        fetch_manifest(address, tmp_path / "fetched", progress=Stopping())
    server.pages[3] = "/picture/3"
    report = fetch_manifest(address, tmp_path / "fetched")
    assert (report.images, report.fetched) == (5, 1)


def test_a_pause_lets_nothing_new_be_asked_for(server: Library, tmp_path: Path):
    server.pages = [f"/picture/{number}" for number in range(6)]
    resumed = []

    class Pausing(Progress):
        """Pauses at the first image until it was seen to wait."""

        def report(self, done: int, total: int, text: str) -> None:
            if total and not resumed:
                self.pause()

        def wait_while_paused(self) -> None:
            if self.paused:
                resumed.append(sum(server.asked.values()))
                self.resume()

    progress = Pausing()
    report = fetch_manifest(f"{server.address}/three.json", tmp_path / "f", progress=progress)
    assert report.fetched == 6
    # The manifest, and the images that were under way.
    assert resumed[0] <= 4


def test_folders_of_others_are_refused(server: Library, tmp_path: Path):
    address = f"{server.address}/three.json"
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear Sir")
    with pytest.raises(ArchiveError, match="mine holds other things"):
        fetch_manifest(address, mine)
    assert [each.name for each in mine.iterdir()] == ["letter.txt"]
    with pytest.raises(ArchiveError, match="in which nothing is ever written"):
        fetch_manifest(address, mine / "new", archive=mine)
    with pytest.raises(ArchiveError, match="cannot be written"):
        fetch_manifest(address, mine / "letter.txt" / "below")
    assert not server.asked["/picture/0"]
    # What it has made for itself is its own, also where it is open as an archive.
    (tmp_path / "empty").mkdir()
    fetch_manifest(address, tmp_path / "empty")
    assert fetch_manifest(address, tmp_path / "empty", archive=tmp_path / "empty").fetched == 0
    assert (tmp_path / "empty" / MARKER).read_text().startswith("archive-gui has made this folder")


def test_two_do_not_fetch_into_one_folder(server: Library, tmp_path: Path):
    address, folder = f"{server.address}/three.json", tmp_path / "fetched"
    server.pages = ["/slow"]
    stopping = Progress()
    ended = threading.Event()

    def first() -> None:
        with pytest.raises(Cancelled):
            fetch_manifest(address, folder, progress=stopping)
        ended.set()

    thread = threading.Thread(target=first)
    thread.start()
    while not server.asked["/slow"]:
        assert not ended.is_set()
    with pytest.raises(ArchiveError, match="Something else fetches into"):
        fetch_manifest(address, folder)
    stopping.cancel()
    thread.join()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone.json", "answers 404 Not Found; check the address"),
        ("/text", "is no IIIF manifest"),
        ("/endless", "it is larger than 1 MB"),
        ("/slow", "does not answer"),
    ],
)
def test_what_is_no_manifest_makes_no_folder(
    server: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, why: str
):
    monkeypatch.setattr(fetching, "_MANIFEST_BYTES", 1_000_000)
    with pytest.raises(ArchiveError, match=why):
        fetch_manifest(f"{server.address}{path}", tmp_path / "fetched", patience=0.5)
    assert not (tmp_path / "fetched").exists()


def test_a_manifest_elsewhere_is_told_and_not_asked_for(server: Library, tmp_path: Path):
    report = fetch_manifest(f"{server.address}/to-elsewhere", tmp_path / "fetched")
    assert (report.images, report.hosts) == (0, ("localhost",))
    assert not server.asked["/picture/6"]


def test_one_file_may_not_take_for_ever(server: Library):
    network = Network(["127.0.0.1"], patience=60, seconds=0.2)
    overdue = threading.Event()

    def look() -> None:
        while not overdue.wait(0.02):
            network.end_overdue()

    looking = threading.Thread(target=look)
    looking.start()
    with pytest.raises(NotFetched, match=r"takes too long|cannot be reached"):
        network.read(f"{server.address}/slow", 1000)
    overdue.set()
    looking.join()


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Iiif.Example:8080/a b", "iiif.example"),
        (" http://[::1]/x", "::1"),
        ("ftp://iiif.example/", ""),
        ("file:///etc/passwd", ""),
        ("https://somebody@iiif.example/", ""),
        ("https://iiif.example:port/", ""),
        ("https://[x/", ""),
        ("iiif.example/manifest", ""),
    ],
)
def test_the_host_of_an_address(address: str, host: str):
    assert host_of(address) == host


def test_names_lead_nowhere():
    assert safe_name("../../etc/passwd") == "etc_passwd"
    assert safe_name("\0 /\\:\ud800") == ""
    assert len(safe_name("Ä" * 500).encode()) <= 255 - len("0001-.tiff")


def test_a_picture_keeps_its_bytes(server: Library, tmp_path: Path):
    server.pages = ["/picture/2"]
    report = fetch_manifest(f"{server.address}/three.json", tmp_path / "fetched")
    with Image.open(report.place / "0001-2.jpg") as image:
        assert image.size == (120, 90)
