"""Queries whose index is on a server, and those that ask for a part of the archive only."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.operations.querying import Searcher
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
