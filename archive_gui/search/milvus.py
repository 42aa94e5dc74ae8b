"""Nearest neighbours by a Milvus server, for archives that are too large for one computer.

Wang et al., "Milvus: A Purpose-Built Vector Data Management System", SIGMOD 2021.
"""

import hashlib
import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from archive_gui.errors import ArchiveError
from archive_gui.progress import Progress
from archive_gui.search.connecting import connected, errors_told
from archive_gui.search.index import EF, EF_CONSTRUCTION, Embeddings, Labels, M
from archive_gui.words import say

if TYPE_CHECKING:
    from pymilvus import MilvusClient

# Sent at once: some megabytes, where a server takes 64.
_BATCH = 1000
_READ_AT_ONCE = 10_000
# How long the server may be away in the middle of it all, before it counts as lost.
_PATIENCE_SECONDS = 60.0
# No more results are given by any server.
_MOST_RESULTS = 16_384
# Bytes of UTF-8 in the longest names that file systems take, of one folder and of a whole path.
_FOLDER_BYTES, _PATH_BYTES = 1024, 8192
# When no more than this share of the rows differs, they are brought up to date where they are.
_FEW = 0.5


@dataclass(frozen=True, slots=True)
class Rows:
    """What is to be found: `embeddings` (n, d) float32 of unit length, `labels` (n,) int64 that
    are all different, and the `paths` (n) of the files, relative, with `/`.

    An embedding of zeros is like nothing, and is never found.
    """

    embeddings: Embeddings
    labels: Labels
    paths: Sequence[str]

    def without_zeros(self) -> "Rows":
        """Those rows whose cosines are defined."""
        kept = np.flatnonzero(self.embeddings.any(axis=1)).tolist()
        if len(kept) == len(self.labels):
            return self
        paths = [self.paths[row] for row in kept]
        return Rows(self.embeddings[kept], self.labels[kept], paths)

    def contents(self) -> Labels:
        """A number (n,) int64 for each row that changes with its embedding and its path."""
        found = np.empty(len(self.labels), np.int64)
        for row, path in enumerate(self.paths):
            digest = hashlib.blake2b(self.embeddings[row].tobytes(), digest_size=8)
            digest.update(path.encode())
            found[row] = int.from_bytes(digest.digest(), "little", signed=True)
        return found


class MilvusIndex:
    """A collection of a Milvus server; see :class:`archive_gui.search.index.SearchIndex`.

    `search` raises ArchiveError when the server does not answer.
    """

    def __init__(
        self, uri: str, client: "MilvusClient", collection: str, count: int, condition: str = ""
    ) -> None:
        self._uri = uri
        self._client = client
        self._collection = collection
        self._count = count
        self._condition = condition

    def search(self, query: Embeddings, k: int) -> tuple[Labels, Embeddings]:
        """See :class:`archive_gui.search.index.SearchIndex`; at most 16,384 come back."""
        k = min(k, len(self), _MOST_RESULTS)
        if k == 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        with errors_told(self._uri):
            hits = self._client.search(
                self._collection,
                data=[query],
                filter=self._condition,
                limit=k,
                output_fields=["id"],
                search_params={"params": {"ef": max(EF, 2 * k)}},
                timeout=_PATIENCE_SECONDS,
            )[0]
        labels = np.array([hit["id"] for hit in hits], np.int64)
        # What Milvus calls the distance is the cosine.
        distances = np.clip(1 - np.array([hit["distance"] for hit in hits], np.float32), 0, 2)
        order = np.lexsort((labels, distances))
        return labels[order], distances[order]

    def below(self, folder: str) -> "MilvusIndex":
        """The same index, as if it held nothing but what lies below `folder` (relative, `/`)."""
        condition = _below(folder)
        with errors_told(self._uri):
            count = _count(self._client, self._collection, condition)
        return MilvusIndex(self._uri, self._client, self._collection, count, condition)

    def __len__(self) -> int:
        return self._count


def obtain_milvus_index(uri: str, name: str, rows: Rows, progress: Progress) -> MilvusIndex:
    """The index of exactly these rows on the server, sent there as far as it is not yet.

    `name` (letters, digits, `_`) is an alias, always of a complete collection. Where most rows
    are new, another collection is filled while that one still answers, and then takes its place.
    Stopping, or a death of either side, keeps what was sent; the next call goes on there. Raises
    ArchiveError without pymilvus or when the server does not answer, and Cancelled.
    """
    client = connected(uri)
    rows = rows.without_zeros()
    contents = rows.contents()
    with errors_told(uri):
        shelf = _Shelf(client, name, rows, contents)
        collection = shelf.complete() or shelf.fill(progress)
        client.load_collection(collection, timeout=_PATIENCE_SECONDS)
    return MilvusIndex(uri, client, collection, len(rows.labels))


def drop_milvus_indexes(uri: str, begin: str, kept: Collection[int]) -> int:
    """Delete what :func:`obtain_milvus_index` made of names that are `begin` and a number.

    Those of the numbers `kept` stay. Returns how many collections are gone; raises ArchiveError
    without pymilvus or when the server does not answer.
    """
    client = connected(uri)
    own = re.compile(rf"{re.escape(begin)}(\d+)_\d+")
    gone = 0
    with errors_told(uri):
        for collection in client.list_collections():
            found = own.fullmatch(collection)
            if found and int(found[1]) not in kept:
                for alias in client.list_aliases(collection)["aliases"]:
                    client.drop_alias(alias)
                client.drop_collection(collection)
                gone += 1
    return gone


class _Shelf:
    """The collections of one name. Each has aliases: `name` the one that answers, and what ends in
    the digest of its rows one that is complete.
    """

    def __init__(self, client: "MilvusClient", name: str, rows: Rows, contents: Labels) -> None:
        self._client = client
        self._name = name
        self._rows = rows
        self._contents = contents
        digest = hashlib.sha256(np.ascontiguousarray(rows.labels).data)
        digest.update(contents.data)
        self._certificate = f"{name}_is_{digest.hexdigest()[:32]}"
        own = re.compile(rf"{re.escape(name)}_\d+")
        found = [each for each in client.list_collections() if own.fullmatch(each)]
        self._aliases: dict[str, list[str]] = {
            each: list(client.list_aliases(each)["aliases"]) for each in found
        }

    @property
    def _serving(self) -> str | None:
        return next((each for each, known in self._aliases.items() if self._name in known), None)

    def complete(self) -> str | None:
        """The collection that holds exactly these rows; it answers from now on."""
        for collection, aliases in self._aliases.items():
            if self._certificate in aliases:
                self._switch_to(collection)
                return collection
        return None

    def fill(self, progress: Progress) -> str:
        """Make a collection complete and have it answer; its name."""
        collection, held = self._to_be_filled(progress)
        self._bring_up_to_date(collection, held, progress)
        self._client.create_alias(collection, self._certificate)
        self._switch_to(collection)
        return collection

    def _to_be_filled(self, progress: Progress) -> tuple[str, dict[int, int]]:
        """The collection that is to hold the rows, and what it holds, contents by label."""
        serving = self._serving
        if serving is not None and self._fits(serving):
            held = self._held(serving, progress)
            if len(self._lacking(held)) <= _FEW * len(self._rows.labels):
                return serving, held
        numbers = [int(each.rpartition("_")[2]) for each in self._aliases]
        for begun in self._aliases:
            if begun != serving and self._fits(begun):
                return begun, self._held(begun, progress)
        collection = f"{self._name}_{max(numbers, default=0) + 1}"
        self._create(collection)
        self._aliases[collection] = []
        return collection, {}

    def _fits(self, collection: str) -> bool:
        fields = self._client.describe_collection(collection)["fields"]
        widths = [each["params"].get("dim") for each in fields if each["name"] == "embedding"]
        return [int(width) for width in widths if width] == [self._rows.embeddings.shape[1]]

    def _create(self, collection: str) -> None:
        from pymilvus import DataType

        schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field("id", DataType.INT64, is_primary=True)
        # The sub-archive: what asks for one of them looks into no other's partition.
        schema.add_field(
            "folder", DataType.VARCHAR, max_length=_FOLDER_BYTES, is_partition_key=True
        )
        schema.add_field("path", DataType.VARCHAR, max_length=_PATH_BYTES)
        schema.add_field("content", DataType.INT64)
        width = self._rows.embeddings.shape[1]
        schema.add_field("embedding", DataType.FLOAT_VECTOR, dim=width)
        index = self._client.prepare_index_params()
        index.add_index(
            "embedding",
            index_type="HNSW",
            metric_type="COSINE",
            params={"M": M, "efConstruction": EF_CONSTRUCTION},
        )
        self._client.create_collection(
            collection, schema=schema, index_params=index, consistency_level="Session"
        )

    def _held(self, collection: str, progress: Progress) -> dict[int, int]:
        self._client.load_collection(collection, timeout=_PATIENCE_SECONDS)
        pages = self._client.query_iterator(
            collection,
            batch_size=_READ_AT_ONCE,
            output_fields=["id", "content"],
            consistency_level="Strong",
        )
        found: dict[int, int] = {}
        try:
            while page := pages.next():
                progress.check()
                found.update((row["id"], row["content"]) for row in page)
        finally:
            pages.close()
        return found

    def _lacking(self, held: dict[int, int]) -> list[int]:
        """The rows that are not held as they are."""
        pairs = zip(self._rows.labels.tolist(), self._contents.tolist(), strict=True)
        return [row for row, (label, content) in enumerate(pairs) if held.get(label) != content]

    def _bring_up_to_date(self, collection: str, held: dict[int, int], progress: Progress) -> None:
        for alias in self._aliases[collection]:
            if alias != self._name:
                self._client.drop_alias(alias)
        lacking = self._lacking(held)
        wanted = set(self._rows.labels.tolist())
        # Those that changed, too: what is of another sub-archive now lies in another partition
        # than its successor, and not every server may look for it there.
        changed = {int(self._rows.labels[row]) for row in lacking}
        stale = [label for label in held if label in changed or label not in wanted]
        for start in range(0, len(stale), _BATCH):
            progress.check()
            ids = stale[start : start + _BATCH]
            self._client.delete(collection, ids=ids, timeout=_PATIENCE_SECONDS)
        for start in range(0, len(lacking), _BATCH):
            progress.check()
            batch = [self._as_sent(row) for row in lacking[start : start + _BATCH]]
            self._client.upsert(collection, batch, timeout=_PATIENCE_SECONDS)
            done = min(start + _BATCH, len(lacking))
            progress.report(done, len(lacking), say("Sending embeddings to Milvus"))
        progress.report(0, 0, say("Building the index"))
        self._client.flush(collection)
        count = _count(self._client, collection)
        if count != len(wanted):
            raise ArchiveError(
                say(
                    "The Milvus server holds {found:,} images where {n:,} were sent; see that "
                    "nobody else writes there, then try again.",
                    found=count,
                    n=len(wanted),
                )
            )

    def _as_sent(self, row: int) -> dict[str, Any]:
        path = self._rows.paths[row]
        return {
            "id": int(self._rows.labels[row]),
            "folder": _first_folder(path),
            "path": path,
            "content": int(self._contents[row]),
            "embedding": self._rows.embeddings[row],
        }

    def _switch_to(self, collection: str) -> None:
        """Have a complete collection answer, and give back the room of all others."""
        serving = self._serving
        if serving is None:
            self._client.create_alias(collection, self._name)
        elif serving != collection:
            self._client.alter_alias(collection, self._name)
        for other, aliases in self._aliases.items():
            if other != collection:
                for alias in aliases:
                    if alias != self._name:
                        self._client.drop_alias(alias)
                self._client.drop_collection(other)


def _count(client: "MilvusClient", collection: str, condition: str = "") -> int:
    found = client.query(
        collection,
        filter=condition,
        output_fields=["count(*)"],
        consistency_level="Strong",
        timeout=_PATIENCE_SECONDS,
    )
    return int(found[0]["count(*)"])


def _first_folder(path: str) -> str:
    first, slash, _ = path.partition("/")
    return first if slash else ""


def _below(folder: str) -> str:
    """The condition that a path lies below a folder."""
    folder = folder.strip("/")
    if not folder:
        return ""
    first, begin = f"{folder}/", f"{folder}0"
    # All that begins with “folder/” comes before “folder0”, since 0 follows the slash; LIKE would
    # take some characters of names for wildcards.
    parts = (_first_folder(first), first, begin)
    quoted = (json.dumps(part, ensure_ascii=False) for part in parts)
    return "folder == {} and path >= {} and path < {}".format(*quoted)
