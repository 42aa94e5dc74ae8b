import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from archive_gui.search import index
from archive_gui.search.index import ExactIndex, HnswIndex, SearchIndex


def obtain_index(folder: Path, name: str, vectors: np.ndarray, labels: np.ndarray) -> SearchIndex:
    """The index of these vectors, by their digest."""
    content = hashlib.sha256(vectors.tobytes() + labels.tobytes()).hexdigest()
    return index.obtain_index(folder, name, labels, content, lambda: vectors)


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def embeddings(count: int, dimensions: int = 32, seed: int = 0) -> np.ndarray:
    return unit(np.random.default_rng(seed).normal(size=(count, dimensions)))


@pytest.mark.parametrize("clustered", [True, False])
def test_recall_at_10_against_exact_search_is_at_least_99_percent_of_20000(clustered: bool):
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(20_000, 256))
    if clustered:
        vectors += 2 * rng.normal(size=(300, 256))[rng.integers(0, 300, 20_000)]
    vectors = unit(vectors)
    labels = np.arange(20_000, dtype=np.int64) + 7
    graph, exact = HnswIndex.build(vectors, labels), ExactIndex(vectors, labels)
    queries = unit(vectors[:200] + 0.02 * rng.normal(size=(200, 256)))
    shared = [
        len(set(graph.search(query, 10)[0]) & set(exact.search(query, 10)[0])) for query in queries
    ]
    assert np.mean(shared) / 10 >= 0.99


def test_exact_index_returns_labels_by_cosine_distance():
    vectors = unit(np.array([[1, 0], [1, 1], [0, 1], [-1, 0]], dtype=float))
    labels, distances = ExactIndex(vectors, np.array([4, 3, 2, 1])).search(vectors[0], 3)
    assert labels.tolist() == [4, 3, 2]
    assert distances == pytest.approx([0, 1 - np.sqrt(0.5), 1], abs=1e-6)


def test_few_images_are_searched_exactly(tmp_path: Path):
    vectors = embeddings(1999)
    assert isinstance(obtain_index(tmp_path, "0", vectors, np.arange(1999)), ExactIndex)
    assert not list(tmp_path.iterdir())


def test_saved_graph_is_used_again_and_rebuilt_when_it_does_not_match(tmp_path: Path):
    vectors, labels = embeddings(2500), np.arange(2500)
    obtain_index(tmp_path, "0", vectors, labels)
    graph = tmp_path / "0.hnsw"
    first = graph.stat().st_mtime_ns
    again = obtain_index(tmp_path, "0", vectors, labels)
    assert graph.stat().st_mtime_ns == first
    assert again.search(vectors[5], 1)[0].tolist() == [5]

    moved = obtain_index(tmp_path, "0", vectors[::-1].copy(), labels)
    assert graph.stat().st_mtime_ns > first
    assert moved.search(vectors[5], 1)[0].tolist() == [2494]


@pytest.mark.parametrize("damage", ["flip", "truncate", "delete", "card", "no seal", "list"])
def test_damaged_graph_is_built_again(tmp_path: Path, damage: str):
    vectors, labels = embeddings(2500), np.arange(2500)
    obtain_index(tmp_path, "0", vectors, labels)
    graph, card = tmp_path / "0.hnsw", tmp_path / "0.json"
    data = bytearray(graph.read_bytes())
    if damage == "flip":
        data[len(data) // 2] ^= 0xFF
        graph.write_bytes(data)
    elif damage == "truncate":
        graph.write_bytes(data[: len(data) // 2])
    elif damage == "delete":
        graph.unlink()
    elif damage == "no seal":
        told = json.loads(card.read_text())
        del told["seal"]
        card.write_text(json.dumps(told))
    elif damage == "list":
        card.write_text("[]")
    else:
        card.write_text("{")
    rebuilt = obtain_index(tmp_path, "0", vectors, labels)
    assert rebuilt.search(vectors[77], 1)[0].tolist() == [77]
    assert HnswIndex.load(graph, 32).search(vectors[77], 1)[0].tolist() == [77]


def test_a_graph_from_another_computer_never_reaches_hnswlib(tmp_path: Path, monkeypatch):
    vectors, labels = embeddings(2500), np.arange(2500)
    monkeypatch.setenv("ARCHIVE_GUI_CACHE", str(tmp_path / "of somebody else"))
    obtain_index(tmp_path, "0", vectors, labels)
    monkeypatch.setenv("ARCHIVE_GUI_CACHE", str(tmp_path / "mine"))
    loaded: list[Path] = []
    load = HnswIndex.load
    monkeypatch.setattr(HnswIndex, "load", lambda file, d: (loaded.append(file), load(file, d))[1])
    assert obtain_index(tmp_path, "0", vectors, labels).search(vectors[5], 1)[0].tolist() == [5]
    assert loaded == []
    obtain_index(tmp_path, "0", vectors, labels)
    assert loaded == [tmp_path / "0.hnsw"]


def test_more_neighbours_than_images_are_all_images():
    vectors = embeddings(2100)
    labels, distances = HnswIndex.build(vectors, np.arange(2100)).search(vectors[0], 5000)
    assert sorted(labels) == list(range(2100))
    assert (np.diff(distances) >= 0).all()


def test_asking_among_many_equal_images_gives_as_many_as_asked_for():
    vectors = np.repeat(embeddings(3), 1000, axis=0)
    labels, distances = HnswIndex.build(vectors, np.arange(3000)).search(vectors[0], 500)
    assert len(set(labels)) == 500
    assert distances[:10] == pytest.approx(np.zeros(10), abs=1e-5)


def test_a_graph_that_another_process_puts_in_the_place_is_not_taken_for_ones_own(
    tmp_path: Path, monkeypatch
):
    mine, other = embeddings(2500, seed=1), embeddings(2500, seed=2)
    labels = np.arange(2500, dtype=np.int64)
    obtain_index(tmp_path / "other", "model-1", other, labels)
    keep = index.replacing

    @contextmanager
    def replaced_at_once(target: Path) -> Iterator[Path]:
        with keep(target) as temporary:
            yield temporary
        (tmp_path / "other" / "model-1.hnsw").replace(target)

    with monkeypatch.context() as patch:
        # The other process comes in a moment that no test could hit.
        patch.setattr(index, "replacing", replaced_at_once)
        obtain_index(tmp_path / "mine", "model-1", mine, labels)
    found = obtain_index(tmp_path / "mine", "model-1", mine, labels)
    assert found.search(mine[5], 1)[0].tolist() == [5]
