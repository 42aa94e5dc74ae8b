"""Indexing on a real Ray cluster, and what one of its workers does."""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.imaging.thumbnails import ThumbnailStore
from archive_gui.operations.cluster import Reader, cluster_address, read_on_cluster
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.indexing_apart import index_apart
from archive_gui.operations.reading import Read
from archive_gui.operations.versions import open_embedder
from archive_gui.processes import python_path
from archive_gui.progress import Progress
from tests.conftest import draw


def make_archive_of(folder: Path, count: int) -> Path:
    """So many pictures in two sub-archives, one of them twice, and two files that are none."""
    for name in ("letters", "Größe #1"):
        (folder / name).mkdir(parents=True)
    for number in range(count):
        draw(number).save(folder / ("letters", "Größe #1")[number % 2] / f"{number}.png")
    (folder / "letters" / "copy.png").write_bytes((folder / "letters" / "0.png").read_bytes())
    (folder / "letters" / "text.jpg").write_bytes(b"Dear Sir")
    (folder / "letters" / "empty.png").touch()
    return folder


def kept(project: Project) -> tuple[list[Any], dict[str | None, bytes | None], np.ndarray]:
    """All that indexing keeps of images: the catalog but for the ids, thumbnails, features."""
    images = list_images(project)
    found = [
        (i.path, i.sha256, i.width, i.height, i.format, i.pages, i.error and str(i.error))
        for i in images
    ]
    readable = [image for image in images if image.error is None]
    store = ThumbnailStore(project.thumbnails_file)
    thumbnails = {i.sha256: store.get(i.sha256) for i in readable}
    store.close()
    (network,) = open_embedder(project)[1].networks
    return found, thumbnails, network.read(readable)


def assert_same(project: Project, other: Project) -> None:
    own, others = kept(project), kept(other)
    assert own[:2] == others[:2]
    assert np.array_equal(own[2], others[2])


@pytest.fixture
def ordinary(tmp_path: Path) -> Iterator[Callable[[Path], Project]]:
    """Indexes an archive on this computer alone."""
    opened: list[Project] = []

    def index(archive: Path) -> Project:
        opened.append(Project.create(tmp_path / "ordinary", archive))
        index_archive(opened[0])
        return opened[0]

    yield index
    for project in opened:
        project.close()


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_worker_gives_what_this_computer_would_have_kept(
    tmp_path: Path, ordinary: Callable[[Path], Project], scheme: str
):
    archive = make_archive_of(tmp_path / "archive", 4)
    project = ordinary(archive)
    found, thumbnails, features = kept(project)
    network = open_embedder(project)[1].networks[0].network(Progress())
    worker = Reader([network.file.read_bytes()], f"{scheme}{archive}")
    images = list_images(project)
    paths = np.array([image.path for image in images])
    column = worker({"id": np.arange(len(paths)), "path": paths})["read"]
    reads: list[Read] = pickle.loads(column[0])
    assert [
        (images[r.id].path, r.sha256, r.width, r.height, r.format, r.pages, r.error)
        for r in (read.reading for read in reads)
    ] == found
    good = [read for read in reads if read.thumbnail is not None]
    assert {read.reading.sha256: read.thumbnail for read in good} == thumbnails
    assert np.array_equal(np.stack([read.features[0] for read in good]), features)


def test_a_folder_that_a_worker_does_not_have_is_told(tmp_path: Path):
    worker = Reader([], str(tmp_path / "elsewhere"))
    answer = pickle.loads(worker({"id": np.arange(1), "path": np.array(["a.png"])})["read"][0])
    assert isinstance(answer, ArchiveError)
    assert str(tmp_path / "elsewhere") in str(answer)


@pytest.mark.parametrize("choice", ["local", "ray:", "ray:there", "ray:http://there:1", "dask:a:1"])
def test_what_is_no_cluster_is_told(choice: str):
    with pytest.raises(ArchiveError, match=r"is no cluster; say .*ray:local"):
        cluster_address(choice)


def test_without_ray_it_says_what_to_install(project: Project, monkeypatch: pytest.MonkeyPatch):
    index_archive(project)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ArchiveError, match=r"install it with .*whl\[cluster\]"):
        list(read_on_cluster(project, list_images(project), [], "local", None, Progress()))


@contextmanager
def two_machines(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a Ray cluster of two nodes, and what kills the second one."""
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    # As polite as its workers are by default, they wait for whatever else this computer does.
    monkeypatch.setenv("RAY_worker_niceness", "0")
    monkeypatch.setenv("PYTHONPATH", python_path())
    from ray.cluster_utils import Cluster

    nodes = {"num_cpus": 1, "object_store_memory": 80 * 2**20}
    machines = Cluster(initialize_head=True, head_node_args=nodes | {"include_dashboard": False})
    try:
        second = machines.add_node(**nodes)
        yield machines.address, lambda: machines.remove_node(second, allow_graceful=False)
    finally:
        machines.shutdown()


@pytest.mark.skipif("ARCHIVE_GUI_SOAK" not in os.environ, reason="a cluster takes a minute")
def test_a_machine_lost_half_way_costs_nothing(
    tmp_path: Path, ordinary: Callable[[Path], Project], monkeypatch: pytest.MonkeyPatch
):
    archive = make_archive_of(tmp_path / "archive", 160)
    seen: set[int] = set()
    with (
        two_machines(monkeypatch) as (address, kill_second),
        Project.create(tmp_path / "project", archive) as project,
    ):
        killed = False

        def on_images(images: list[Any]) -> None:
            nonlocal killed
            seen.update(image.id for image in images)
            if not killed and len(seen) >= 64:
                killed = True
                kill_second()

        report = index_apart(
            project, cluster=f"ray:{address}", progress=Progress(), on_images=on_images
        )
        assert killed
        assert (report.images, report.added) == (161, 161)
        assert sorted(failed.path for failed in report.failed) == [
            "letters/empty.png",
            "letters/text.jpg",
        ]
        assert_same(project, ordinary(archive))
