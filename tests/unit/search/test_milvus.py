"""The index on a Milvus server, against a real one over gRPC."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pymilvus import MilvusClient

from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.progress import Progress
from archive_gui.search import connecting, milvus
from archive_gui.search.connecting import server_for
from archive_gui.search.index import ExactIndex
from archive_gui.search.milvus import Rows, drop_milvus_indexes, obtain_milvus_index
from tests.unit.search.milvus_server import MilvusServer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MilvusServer]:
    server = MilvusServer(tmp_path_factory.mktemp("milvus") / "data")
    yield server
    server.kill()


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(milvus, "_BATCH", 100)
    monkeypatch.setattr(milvus, "_READ_AT_ONCE", 200)


def some_rows(count: int, seed: int = 0, first_label: int = 7) -> Rows:
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(count, 32)) + 2 * rng.normal(size=(20, 32))[np.arange(count) % 20]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    folders = ("", 'town "hall"/1912_x/', 'town "hall"/1912_%/', "Straße/")
    paths = [f"{folders[number % 4]}{number}.jpg" for number in range(count)]
    return Rows(vectors.astype(np.float32), np.arange(count, dtype=np.int64) + first_label, paths)


class At(Progress):
    """Does something once, as soon as so many rows were sent; `sent` are all of them."""

    def __init__(self, rows: int, do: Callable[[], None]) -> None:
        super().__init__()
        self._rows, self._do, self._done = rows, do, False
        self.sent = 0

    def report(self, done: int, total: int, text: str) -> None:
        self.sent = max(self.sent, done)
        if done >= self._rows and not self._done:
            self._done = True
            self._do()


def never() -> None:
    pass


def held(server: MilvusServer, name: str) -> tuple[str, list[int]]:
    """The collection that answers, and the labels in it."""
    client = MilvusClient(server.uri)
    collection = client.describe_alias(name)["collection_name"]
    found = client.query(collection, filter="id >= 0", output_fields=["id"], limit=16_384)
    return collection, sorted(row["id"] for row in found)


def test_recall_at_10_against_exact_search_is_at_least_99_percent(server: MilvusServer):
    rows = some_rows(2000)
    index = obtain_milvus_index(server.uri, "recall", rows, Progress())
    exact = ExactIndex(rows.embeddings, rows.labels)
    shared, most_apart = [], 0.0
    for query in rows.embeddings[:100]:
        labels, distances = index.search(query, 10)
        truth, true_distances = exact.search(query, 10)
        shared.append(len(set(labels) & set(truth)))
        most_apart = max(most_apart, np.abs(distances - true_distances).max())
        assert labels[0] == truth[0]
        assert np.all(np.diff(distances) >= 0)
    assert np.mean(shared) / 10 >= 0.99
    assert most_apart < 0.01
    assert len(index) == 2000


def test_only_what_lies_below_a_folder_is_found(server: MilvusServer):
    rows = some_rows(200)
    index = obtain_milvus_index(server.uri, "below", rows, Progress())
    for folder in ('town "hall"/1912_%', 'town "hall"', "Straße", "Straße/"):
        part = index.below(folder)
        labels, _ = part.search(rows.embeddings[0], 200)
        prefix = folder.strip("/") + "/"
        expected = {7 + row for row, path in enumerate(rows.paths) if path.startswith(prefix)}
        assert set(labels.tolist()) == expected
        assert len(part) == len(expected) > 0
    assert len(index.below("town").search(rows.embeddings[0], 9)[0]) == 0


def test_what_is_complete_is_sent_no_second_time(server: MilvusServer):
    rows = some_rows(300)
    obtain_milvus_index(server.uri, "again", rows, Progress())
    progress = At(1, never)
    obtain_milvus_index(server.uri, "again", rows, progress)
    assert progress.sent == 0


def test_a_grown_archive_sends_what_is_new_and_takes_out_what_is_gone(server: MilvusServer):
    rows = some_rows(300)
    obtain_milvus_index(server.uri, "grown", rows, Progress())
    before, _ = held(server, "grown")
    more = some_rows(340)
    # Image 60 was moved to another sub-archive, which is another partition.
    paths = [*more.paths[:60], "elsewhere/60.jpg", *more.paths[61:]]
    grown = Rows(
        np.concatenate([rows.embeddings[20:], more.embeddings[300:]]), more.labels[20:], paths[20:]
    )
    progress = At(1, never)
    index = obtain_milvus_index(server.uri, "grown", grown, progress)
    assert progress.sent == 41
    assert held(server, "grown") == (before, grown.labels.tolist())
    assert index.below("elsewhere").search(rows.embeddings[60], 9)[0].tolist() == [67]


def test_another_content_answers_only_when_it_is_complete(server: MilvusServer):
    obtain_milvus_index(server.uri, "other", some_rows(300), Progress())
    first, _ = held(server, "other")
    stopped = At(100, lambda: stopped.cancel())
    with pytest.raises(Cancelled):
        obtain_milvus_index(server.uri, "other", some_rows(300, seed=1), stopped)
    assert held(server, "other")[0] == first
    progress = At(1, never)
    index = obtain_milvus_index(server.uri, "other", some_rows(300, seed=1), progress)
    assert progress.sent == 200
    assert held(server, "other")[0] != first
    assert not MilvusClient(server.uri).has_collection(first)
    assert index.search(some_rows(300, seed=1).embeddings[5], 1)[0].tolist() == [12]


def test_indexes_of_numbers_that_are_not_kept_are_dropped(server: MilvusServer):
    for name in ("mine_model_1", "mine_model_2", "mine_model_12", "mine_model_1_of_another"):
        obtain_milvus_index(server.uri, name, some_rows(20), Progress())
    assert drop_milvus_indexes(server.uri, "mine_model_", {0, 1}) == 2
    client = MilvusClient(server.uri)
    left = {each for each in client.list_collections() if each.startswith("mine_")}
    assert left == {"mine_model_1_1", "mine_model_1_of_another_1"}
    assert held(server, "mine_model_1")[0] == "mine_model_1_1"
    assert drop_milvus_indexes(server.uri, "mine_model_", {0, 1}) == 0


def test_an_embedding_of_zeros_is_never_found(server: MilvusServer):
    rows = some_rows(50)
    rows.embeddings[3] = 0
    index = obtain_milvus_index(server.uri, "zeros", rows, Progress())
    assert len(index) == 49
    assert 10 not in index.search(rows.embeddings[0], 50)[0]


def test_a_server_that_dies_in_the_middle_and_comes_back_loses_nothing(tmp_path: Path):
    server = MilvusServer(tmp_path / "data")
    try:

        def die_and_come_back() -> None:
            server.kill()
            server.start()

        rows = some_rows(500)
        index = obtain_milvus_index(server.uri, "dying", rows, At(200, die_and_come_back))
        assert held(server, "dying")[1] == rows.labels.tolist()
        assert index.search(rows.embeddings[30], 1)[0].tolist() == [37]
    finally:
        server.kill()


DYING = """
import os, signal, sys
from archive_gui.search import milvus
from tests.unit.search.test_milvus import At, some_rows

milvus._BATCH = 100
die = At(300, lambda: os.kill(os.getpid(), signal.SIGKILL))
milvus.obtain_milvus_index(sys.argv[1], "killed", some_rows(500), die)
"""


def test_after_a_death_of_both_sides_only_the_rest_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    server = MilvusServer(tmp_path / "data")
    try:
        command = [sys.executable, "-c", DYING, server.uri]
        assert subprocess.run(command).returncode == -9
        server.kill()
        monkeypatch.setattr(connecting, "_CONNECT_SECONDS", 1.0)
        with pytest.raises(ArchiveError, match=r"The Milvus server 127\.0\.0\.1:\d+ did not .*\.$"):
            obtain_milvus_index(server.uri, "killed", some_rows(500), Progress())
        monkeypatch.undo()
        server.start()
        progress = At(1, never)
        rows = some_rows(500)
        obtain_milvus_index(server.uri, "killed", rows, progress)
        assert progress.sent == 200
        assert held(server, "killed")[1] == rows.labels.tolist()
    finally:
        server.kill()


@pytest.mark.parametrize(
    ("choice", "address"),
    [
        ("local", None),
        ("milvus:there:19530", "http://there:19530"),
        ("milvus:https://there", "https://there"),
    ],
)
def test_where_to_search_is_said_by_choice_or_environment(
    monkeypatch: pytest.MonkeyPatch, choice: str, address: str | None
):
    assert server_for(choice) == address
    monkeypatch.setenv("ARCHIVE_GUI_SEARCH", choice)
    assert server_for(None) == address


@pytest.mark.parametrize("choice", ["faiss", "milvus:", "milvus:file:///x.db", "milvus:there:port"])
def test_another_way_to_search_is_told(choice: str):
    with pytest.raises(ArchiveError, match=r"is no way to search; say .*local"):
        server_for(choice)


def test_without_pymilvus_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(ArchiveError, match=r"install it with .*whl\[cluster\]"):
        obtain_milvus_index("http://127.0.0.1:1", "none", some_rows(3), Progress())
