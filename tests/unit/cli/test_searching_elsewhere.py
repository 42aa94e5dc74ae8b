"""Queries whose index is on a server, and those that ask for a part of the archive only."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pymilvus import MilvusClient

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from archive_gui.progress import Progress
from archive_gui.search.milvus import Rows, obtain_milvus_index
from tests.unit.search.milvus_server import MilvusServer


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = MilvusServer(tmp_path_factory.mktemp("milvus") / "data")
    yield f"milvus:{server.uri}"
    server.kill()


def test_a_server_finds_what_this_computer_finds(indexed: Project, search: str):
    here, there = Searcher(indexed), Searcher(indexed, search=search)
    for image in list_images(indexed)[:5]:
        own, other = here.query_image(image.id, 8), there.query_image(image.id, 8)
        distances = [result.distance for result in own.results]
        assert [result.image for result in own.results] == [r.image for r in other.results]
        assert [result.distance for result in other.results] == pytest.approx(distances, abs=1e-5)
        assert own.more == other.more


def test_a_scan_takes_indexes_of_deleted_versions_off_the_server(indexed: Project, search: str):
    uri = search.removeprefix("milvus:")
    client = MilvusClient(uri)
    others = set(client.list_collections())
    Searcher(indexed, search=search)
    [own] = set(client.list_collections()) - others
    rows = Rows(np.eye(3, 8, dtype=np.float32), np.arange(3), ["a", "b", "c"])
    for model in (3, 4):
        obtain_milvus_index(uri, f"{own.removesuffix('0_1')}{model}", rows, Progress())
    # Out of the trash a person may still take a version.
    (indexed.models_folder / "trash" / "4").mkdir(parents=True)
    index_archive(indexed, search=search)
    assert set(client.list_collections()) - others == {own, own.replace("_0_1", "_4_1")}


@pytest.mark.parametrize("where", ["here", "there"])
def test_a_query_can_ask_for_one_folder(
    run, archive: Path, tmp_path: Path, search: str, where: str
):
    choice = search if where == "there" else "local"
    project = tmp_path / where
    assert run("index", archive, "--project", project, "--search", choice).code == 0
    query = ("query", project, archive / "0.png", "--search", choice, "--json")
    assert len(run(*query).document["results"]) == 4
    found = run(*query, "--below", "Größe").document["results"]
    assert [result["path"] for result in found] == ["Größe/ж, 4.png"]
    assert run(*query, "--below", "Grö").document["results"] == []


def test_another_way_to_search_is_told_before_any_work(run, archive: Path, tmp_path: Path):
    ran = run("index", archive, "--project", tmp_path / "p", "--search", "nowhere")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "“nowhere” is no way to search" in ran.err


def test_what_is_no_cluster_is_told_before_any_work(run, archive: Path, tmp_path: Path):
    ran = run("index", archive, "--project", tmp_path / "p", "--cluster", "nowhere:1")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "“nowhere:1” is no cluster" in ran.err
