"""Nearest neighbours among embeddings: exact for small archives, HNSW for large ones.

HNSW: Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using
Hierarchical Navigable Small World graphs", IEEE TPAMI 42(4), 2020.
"""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import hnswlib
import numpy as np
import numpy.typing as npt

from archive_gui.catalog.files import replacing, write_atomically
from archive_gui.catalog.sealing import digest_of, is_sealed, seal_of

Embeddings = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

_log = logging.getLogger(__name__)

EXACT_BELOW = 2000
M = 16
EF_CONSTRUCTION = 200
# Wide enough for 0.99 of the true ten nearest even among 20,000 directions without any clusters,
# the worst case; a query still takes about two milliseconds.
EF = 1000
_FORMAT = 3


class SearchIndex(Protocol):
    """Answers which labels lie nearest to an embedding, by cosine distance."""

    def search(self, query: Embeddings, k: int) -> tuple[Labels, Embeddings]:
        """The `k` nearest of one unit-length query (d,): labels and distances, nearest first.

        The cosine distance 1 - cos lies between 0 and 2. Fewer than `k` come back when the
        index holds fewer.
        """

    def __len__(self) -> int:
        """How many embeddings the index holds."""


class ExactIndex:
    """Brute force over all embeddings; always right, and fast enough for small archives."""

    def __init__(self, embeddings: Embeddings, labels: Labels) -> None:
        self._embeddings = embeddings
        self._labels = labels

    def search(self, query: Embeddings, k: int) -> tuple[Labels, Embeddings]:
        """See :class:`SearchIndex`."""
        distances = np.clip(1 - self._embeddings @ query, 0, 2)
        # The label settles ties, so that equal distances come in the same order every time.
        nearest = np.lexsort((self._labels, distances))[:k]
        return self._labels[nearest], distances[nearest]

    def __len__(self) -> int:
        return len(self._labels)


class HnswIndex:
    """An hnswlib graph; `search` finds more than 0.99 of the true ten nearest."""

    def __init__(self, graph: hnswlib.Index) -> None:
        self._graph = graph

    @classmethod
    def build(cls, embeddings: Embeddings, labels: Labels) -> "HnswIndex":
        """Make the graph of `embeddings` (n, d), unit length, with `labels` (n,)."""
        graph = hnswlib.Index(space="cosine", dim=embeddings.shape[1])
        graph.init_index(len(embeddings), M=M, ef_construction=EF_CONSTRUCTION, random_seed=1)
        graph.add_items(embeddings, labels)
        return cls(graph)

    def search(self, query: Embeddings, k: int) -> tuple[Labels, Embeddings]:
        """See :class:`SearchIndex`."""
        k = min(k, len(self))
        self._graph.set_ef(max(EF, 2 * k))
        try:
            labels, distances = self._graph.knn_query(query[np.newaxis], k=k)
        except RuntimeError:
            # Among very many equal images the search can end before it has seen k of them.
            self._graph.set_ef(len(self))
            labels, distances = self._graph.knn_query(query[np.newaxis], k=k)
        return labels[0].astype(np.int64), np.clip(distances[0], 0, 2)

    def save(self, file: Path) -> None:
        """Write the graph in hnswlib's own format."""
        self._graph.save_index(str(file))

    @classmethod
    def load(cls, file: Path, dimensions: int) -> "HnswIndex":
        """Read a graph that :meth:`save` wrote; RuntimeError when it is no such file."""
        graph = hnswlib.Index(space="cosine", dim=dimensions)
        graph.load_index(str(file))
        return cls(graph)

    def __len__(self) -> int:
        return int(self._graph.get_current_count())


def obtain_index(
    folder: Path, name: str, labels: Labels, content: str, embed: Callable[[], Embeddings]
) -> SearchIndex:
    """The index of exactly these embeddings: brute force if few, else saved or newly built.

    `embed` gives them, (n, d) float32 of unit length, one for each of `labels` (n,) int64, and is
    called only where they are needed; `content` stands for them, and is another one for any
    others. A saved graph is taken only when this user's program has sealed it as made of this
    content; otherwise it is built again and saved under `name` in `folder`.
    """
    if len(labels) < EXACT_BELOW:
        return ExactIndex(embed(), labels)
    graph_file, card_file = index_files(folder, name)
    card: dict[str, object] = {"format": _FORMAT, "count": len(labels), "content": content}
    saved = _load(graph_file, card_file, card)
    if saved is not None:
        return saved
    embeddings = embed()
    built = HnswIndex.build(embeddings, labels)
    card["dimensions"] = int(embeddings.shape[1])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with replacing(graph_file) as temporary:
            built.save(temporary)
            # Of this graph: another process may put its own in the place at once.
            card["seal"] = seal_of(_sealed_content(card, temporary))
        write_atomically(card_file, json.dumps(card).encode())
    except (OSError, RuntimeError):
        # A full disk costs the time to build it again, not the search.
        _log.warning("the search index could not be kept in %s", folder, exc_info=True)
    return built


def index_files(folder: Path, name: str) -> tuple[Path, Path]:
    """Where the graph of that name and its card lie, if there are so many images."""
    return folder / f"{name}.hnsw", folder / f"{name}.json"


def _load(graph_file: Path, card_file: Path, wanted: dict[str, object]) -> HnswIndex | None:
    """The saved graph, None unless it is sealed: hnswlib crashes on what is no graph of its own."""
    try:
        card = json.loads(card_file.read_bytes())
        seal = card.pop("seal", None)
        if {key: card.get(key) for key in wanted} != wanted:
            return None
        if not is_sealed(_sealed_content(card, graph_file), seal):
            return None
        return HnswIndex.load(graph_file, int(card["dimensions"]))
    except (OSError, ValueError, RuntimeError, AttributeError, KeyError, TypeError):
        return None


def _sealed_content(card: dict[str, object], graph_file: Path) -> bytes:
    return json.dumps(card, sort_keys=True).encode() + digest_of(graph_file)
