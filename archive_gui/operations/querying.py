"""Finding the nearest neighbours of an image: the job behind "query"."""

import hashlib
import os
import time
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path

import numpy as np

from archive_gui.catalog.images import image_by_id, readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.imaging.decode import decode
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE
from archive_gui.learning import registry
from archive_gui.learning.projection import Array
from archive_gui.operations.examples import Example, Query, Side
from archive_gui.operations.reading import Decode
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from archive_gui.search.connecting import server_for
from archive_gui.search.index import ExactIndex, SearchIndex, obtain_index
from archive_gui.search.milvus import (
    MilvusIndex,
    Rows,
    drop_milvus_indexes,
    obtain_milvus_index,
)
from archive_gui.search.rocchio import combine
from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class QueryResult:
    """One neighbour: `rank` from 1, cosine `distance` from 0 to 2."""

    rank: int
    image: ImageRecord
    distance: float


@dataclass(frozen=True, slots=True)
class QueryReport:
    """The neighbours of `query`, the nearest first, and how long finding them took.

    `more` tells whether there are farther ones. `left_out` are examples that could not be read,
    each with the reason in a sentence.
    """

    query: str
    model: int
    results: tuple[QueryResult, ...]
    embed_ms: float
    search_ms: float
    more: bool = False
    left_out: tuple[tuple[Example, str], ...] = ()


class Searcher:
    """Answers queries in a project as it is when this is made, by one version of its model."""

    def __init__(
        self,
        project: Project,
        model: int | None = None,
        progress: Progress | None = None,
        decode: Decode = decode,
        search: str | None = None,
    ) -> None:
        """Make everything ready that queries need; `model` None is the version in use.

        That takes minutes where a tuned network has not seen a large archive yet. `decode` is
        what decodes the files that are asked with, `search` where the index is; see
        :func:`archive_gui.search.milvus.server_for`. Raises ArchiveError when there is no such
        version, its files are damaged, or a search server cannot be reached.
        """
        server = server_for(search)
        self._project = project
        self.model, self._embedder = open_embedder(project, model)
        self._progress = progress or Progress()
        self._decode = decode
        images = self._embedder.available(readable_images(project), self._progress)
        # A file that only has another name changes nothing in the index.
        images.sort(key=attrgetter("id"))
        self._images = {image.id: image for image in images}
        self._paths = {image.path: image.id for image in images}
        ids = np.array(list(self._images), np.int64)
        self._index: SearchIndex
        if server is None:
            name, content = f"model-{self.model}", self._embedder.content(images)
            folder = project.index_folder
            self._index = obtain_index(folder, name, ids, content, lambda: self._embeddings)
        else:
            rows = Rows(self._embeddings, ids, [image.path for image in images])
            name = f"{_name_on_servers(project)}{self.model}"
            self._index = obtain_milvus_index(server, name, rows, self._progress)

    @cached_property
    def _embeddings(self) -> Array:
        """Those of all images (n, d), which an index that was kept makes needless."""
        return self._embedder.embed(list(self._images.values()))

    def knows(self, image_id: int) -> bool:
        """Whether an image of the archive can be found and be asked with."""
        return image_id in self._images

    def query_image(self, image_id: int, k: int) -> QueryReport:
        """The `k` nearest of an image of the archive, which is not among its own results.

        Raises ArchiveError when the image is unknown or could not be read.
        """
        image = image_by_id(self._project, image_id)
        return self.query(Query((Example(image.path, image_id),)), k)

    def query_file(self, file: Path, k: int, below: str = "") -> QueryReport:
        """The `k` nearest of an image file; a file of the archive is not its own result.

        Raises ArchiveError when the file cannot be read as an image.
        """
        return self.query(Query((Example(os.fspath(file), file),)), k, below)

    def query_bytes(self, data: bytes, name: str, k: int) -> QueryReport:
        """The `k` nearest of an image given as the bytes of a file, which errors call `name`."""
        return self.query(Query((Example(name, data),)), k)

    def query(self, query: Query, k: int, below: str = "") -> QueryReport:
        """The `k` nearest of what several examples have in common, themselves left out.

        Only images in or below the folder `below` (relative to the archive's, `/` between names)
        are results. An example that cannot be read is left out and reported, unless no picture to
        ask with is left. Raises ArchiveError then, and where the examples cancel each other out.
        """
        started = time.perf_counter()
        embedded: dict[Side, list[Array]] = {side: [] for side in Side}
        left_out: list[tuple[Example, str]] = []
        without: set[int] = set()
        measured = False
        for side, example in query.examples():
            try:
                embedding, own = self._embedding_of(example)
            except ArchiveError as error:
                left_out.append((example, str(error)))
                continue
            measured |= not isinstance(example.source, int)
            embedded[side].append(embedding)
            if own is not None:
                without.add(own)
        if not embedded[Side.PICTURE]:
            raise ArchiveError(left_out[0][1])
        pictures, more, less = (self._stacked(embedded[side]) for side in Side)
        if len(pictures) + len(more) + len(less) == 1:
            wanted = pictures[0]
        else:
            wanted = combine(pictures, more, less)
        elapsed = 1000 * (time.perf_counter() - started) if measured else 0.0
        found = self._search(query.name, wanted, k, elapsed, without, below)
        return replace(found, left_out=tuple(left_out))

    def _stacked(self, embeddings: list[Array]) -> Array:
        if not embeddings:
            return np.empty((0, 0), np.float32)
        stacked: Array = np.stack(embeddings)
        return stacked

    def _embedding_of(self, example: Example) -> tuple[Array, int | None]:
        """The embedding (d,) of an example, and which image of the archive it is."""
        source = example.source
        if isinstance(source, int):
            image = self._images.get(source)
            if image is None:
                path = image_by_id(self._project, source).path
                raise ArchiveError(
                    say(
                        "{image} was not read as an image, so nothing like it can be found; scan "
                        "the archive again.",
                        image=path,
                    )
                )
            return self._embedder.embed([image])[0], source
        if isinstance(source, Path) and not source.is_file():
            raise ArchiveError(say("There is no file {file}; check its name.", file=source))
        picture = self._decode(source, max_side=THUMBNAIL_SIDE, name=example.name).image
        own = self._own_image(source) if isinstance(source, Path) else None
        return self._embedder.picture(picture, self._progress), own

    def _own_image(self, file: Path) -> int | None:
        """The image of the archive that `file` is."""
        archive = self._project.archive.resolve()
        # The archive may hold links to files; each is an image under the link's own name.
        for place in (file.parent.resolve() / file.name, file.resolve()):
            if place.is_relative_to(archive):
                image = self._paths.get(place.relative_to(archive).as_posix())
                if image is not None:
                    return image
        return None

    def _search(
        self,
        name: str,
        embedding: Array,
        k: int,
        embed_ms: float,
        without: set[int],
        below: str,
    ) -> QueryReport:
        started = time.perf_counter()
        # One more than was asked for tells whether there are farther ones.
        ids, distances = self._index_below(below).search(embedding, k + len(without) + 1)
        elapsed = 1000 * (time.perf_counter() - started)
        found = [pair for pair in zip(ids, distances, strict=True) if pair[0] not in without]
        results = tuple(
            QueryResult(rank, self._images[int(image)], round(float(distance), 6))
            for rank, (image, distance) in enumerate(found[:k], start=1)
        )
        embed_ms, search_ms = round(embed_ms, 3), round(elapsed, 3)
        return QueryReport(name, self.model, results, embed_ms, search_ms, len(found) > k)

    def _index_below(self, folder: str) -> SearchIndex:
        """The index of the images in or below a folder of the archive; "" is all of it."""
        folder = folder.strip("/")
        if not folder:
            return self._index
        if isinstance(self._index, MilvusIndex):
            return self._index.below(folder)
        chosen = [
            (image.id, row)
            for row, image in enumerate(self._images.values())
            if image.path.startswith(f"{folder}/")
        ]
        ids = np.array([image for image, _ in chosen], np.int64)
        return ExactIndex(self._embeddings[[row for _, row in chosen]], ids)


def forget_deleted(project: Project, server: str) -> None:
    """Delete from a server the indexes of versions that are deleted for good.

    Those in the trash stay. Raises ArchiveError when the server does not answer.
    """
    kept = {0, *registry.numbers(project.models_folder)}
    drop_milvus_indexes(server, _name_on_servers(project), kept)


def _name_on_servers(project: Project) -> str:
    """What a project's collections on servers begin with: no two projects share theirs.

    A copy of a project lies in another folder, and goes on otherwise.
    """
    told = f"{project.setting('created')} {project.folder.resolve()}"
    digest = hashlib.sha256(told.encode(errors="surrogateescape")).hexdigest()[:12]
    return f"archive_gui_{digest}_model_"
