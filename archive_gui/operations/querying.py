"""Finding the nearest neighbours of an image: the job behind "query"."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from archive_gui.catalog.images import image_by_id
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.imaging.decode import decode
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE
from archive_gui.learning.projection import Array
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from archive_gui.search.index import obtain_index
from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class QueryResult:
    """One neighbour: `rank` from 1, cosine `distance` from 0 to 2."""

    rank: int
    image: ImageRecord
    distance: float


@dataclass(frozen=True, slots=True)
class QueryReport:
    """The neighbours of `query`, the nearest first, and how long finding them took."""

    query: str
    model: int
    results: tuple[QueryResult, ...]
    embed_ms: float
    search_ms: float


class Searcher:
    """Answers queries in a project as it is when this is made, by one version of its model."""

    def __init__(
        self, project: Project, model: int | None = None, progress: Progress | None = None
    ) -> None:
        """Make everything ready that queries need; `model` None is the version in use.

        That takes minutes where a tuned network has not seen a large archive yet.
        Raises ArchiveError when there is no such version or its files are damaged.
        """
        self._project = project
        self.model, self._embedder = open_embedder(project, model)
        self._progress = progress or Progress()
        images, self._embeddings = self._embedder.archive(self._progress)
        self._images = {image.id: image for image in images}
        self._rows = {image.id: row for row, image in enumerate(images)}
        ids = np.array([image.id for image in images], np.int64)
        name = f"model-{self.model}"
        self._index = obtain_index(project.index_folder, name, self._embeddings, ids)

    def query_image(self, image_id: int, k: int) -> QueryReport:
        """The `k` nearest of an image of the archive, which is not among its own results.

        Raises ArchiveError when the image is unknown or could not be read.
        """
        image = image_by_id(self._project, image_id)
        row = self._rows.get(image_id)
        if row is None:
            raise ArchiveError(
                say(
                    "{image} was not read as an image, so nothing like it can be found; scan the "
                    "archive again.",
                    image=image.path,
                )
            )
        return self._search(image.path, self._embeddings[row], k, 0.0, image_id)

    def query_file(self, file: Path, k: int) -> QueryReport:
        """The `k` nearest of an image file; a file of the archive is not its own result.

        Raises ArchiveError when the file cannot be read as an image.
        """
        if not file.is_file():
            raise ArchiveError(say("There is no file {file}; check its name.", file=file))
        return self._query_source(file, os.fspath(file), k, self._own_image(file))

    def query_bytes(self, data: bytes, name: str, k: int) -> QueryReport:
        """The `k` nearest of an image given as the bytes of a file, which errors call `name`."""
        return self._query_source(data, name, k, None)

    def _query_source(
        self, source: Path | bytes, name: str, k: int, without: int | None
    ) -> QueryReport:
        started = time.perf_counter()
        picture = decode(source, max_side=THUMBNAIL_SIDE, name=name).image
        embedding = self._embedder.picture(picture, self._progress)
        elapsed = 1000 * (time.perf_counter() - started)
        return self._search(name, embedding, k, elapsed, without)

    def _own_image(self, file: Path) -> int | None:
        """The image of the archive that `file` is."""
        archive = self._project.archive.resolve()
        # The archive may hold links to files; each is an image under the link's own name.
        for place in (file.parent.resolve() / file.name, file.resolve()):
            if place.is_relative_to(archive):
                path = place.relative_to(archive).as_posix()
                for image in self._images.values():
                    if image.path == path:
                        return image.id
        return None

    def _search(
        self, name: str, embedding: Array, k: int, embed_ms: float, without: int | None
    ) -> QueryReport:
        started = time.perf_counter()
        ids, distances = self._index.search(embedding, k + (without is not None))
        elapsed = 1000 * (time.perf_counter() - started)
        found = [pair for pair in zip(ids, distances, strict=True) if pair[0] != without][:k]
        results = tuple(
            QueryResult(rank, self._images[int(image)], round(float(distance), 6))
            for rank, (image, distance) in enumerate(found, start=1)
        )
        return QueryReport(name, self.model, results, round(embed_ms, 3), round(elapsed, 3))
