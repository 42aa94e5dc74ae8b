"""The images of the archive, as the catalog knows them."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.words import kept, restored, say

_FIELDS = [field.name for field in fields(ImageRecord)]
_COLUMNS = ", ".join(_FIELDS)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave: its digest, and either its properties or an error."""

    id: int
    sha256: str | None
    width: int | None = None
    height: int | None = None
    format: str | None = None
    pages: int | None = None
    error: str | None = None


def list_images(project: Project, *, missing: bool = False) -> list[ImageRecord]:
    """All images that are there (with `missing`, also those that are gone), by path."""
    condition = "" if missing else "WHERE missing = 0"
    return _records(project, f"SELECT {_COLUMNS} FROM images {condition} ORDER BY path")


def images_by_id(project: Project, ids: Iterable[int]) -> dict[int, ImageRecord]:
    """The images with these ids; an id that the catalog does not know is left out."""
    found: dict[int, ImageRecord] = {}
    for batch in _batches(list(ids)):
        marks = ",".join("?" * len(batch))
        question = f"SELECT {_COLUMNS} FROM images WHERE id IN ({marks})"
        found.update((image.id, image) for image in _records(project, question, batch))
    return found


def unread_images(project: Project) -> list[ImageRecord]:
    """Images to be read: new, altered, or failed at the last try."""
    return _records(
        project,
        f"SELECT {_COLUMNS} FROM images WHERE missing = 0 AND (unread = 1 OR error IS NOT NULL) "
        "ORDER BY path",
    )


def has_unread(project: Project) -> bool:
    """Whether :func:`unread_images` gives any."""
    return bool(
        _tuples(
            project,
            "SELECT 1 FROM images WHERE missing = 0 AND (unread = 1 OR error IS NOT NULL) LIMIT 1",
        )
    )


def altered_ids(project: Project) -> set[int]:
    """The images whose file is new, or has another size or date than when it was read."""
    rows = project.connection.execute("SELECT id FROM images WHERE missing = 0 AND unread = 1")
    return {row["id"] for row in rows}


def readable_images(project: Project) -> list[ImageRecord]:
    """Images that are there and were read without an error, by path."""
    return _records(
        project,
        f"SELECT {_COLUMNS} FROM images "
        "WHERE missing = 0 AND error IS NULL AND sha256 IS NOT NULL ORDER BY path",
    )


def readable_digests(project: Project) -> list[str]:
    """The SHA-256 of each image of :func:`readable_images`, in any order."""
    rows = _tuples(
        project,
        "SELECT sha256 FROM images WHERE missing = 0 AND error IS NULL AND sha256 IS NOT NULL",
    )
    return [row[0] for row in rows]


def failed_images(project: Project) -> list[tuple[str, str]]:
    """Paths of the images that are there and could not be read, each with the reason, by path."""
    rows = _tuples(
        project,
        "SELECT path, error FROM images WHERE missing = 0 AND error IS NOT NULL ORDER BY path",
    )
    return [(path, restored(error)) for path, error in rows]


def count_files(project: Project) -> tuple[int, int]:
    """How many files are in the archive folder, and how many are gone, read or not."""
    # In this form an index tells.
    there, every = _tuples(
        project, "SELECT (SELECT count(*) FROM images WHERE missing = 0), count(*) FROM images"
    )[0]
    return there, every - there


def count_images(project: Project) -> int:
    """How many images :func:`readable_images` gives."""
    (found,) = _tuples(
        project,
        "SELECT count(*) FROM images WHERE missing = 0 AND error IS NULL AND sha256 IS NOT NULL",
    )
    return int(found[0])


def record_readings(project: Project, readings: Sequence[Reading]) -> None:
    """Keep what reading these files gave, in one transaction."""
    with project.transaction() as connection:
        connection.executemany(
            "UPDATE images SET sha256 = coalesce(?, sha256), width = ?, height = ?, format = ?, "
            "pages = ?, error = ?, unread = 0 WHERE id = ?",
            [
                (r.sha256, r.width, r.height, r.format, r.pages, r.error and kept(r.error), r.id)
                for r in readings
            ],
        )


def image_file(project: Project, image: ImageRecord) -> Path:
    """Where the file of `image` lies."""
    return project.archive / image.path


def image_by_id(project: Project, image_id: int) -> ImageRecord:
    """The image with this id; ArchiveError when the catalog does not know it."""
    found = images_by_id(project, [image_id]).get(image_id)
    if found is None:
        raise ArchiveError(
            say("The catalog knows no image number {n}; scan the archive again.", n=image_id)
        )
    return found


def _records(project: Project, question: str, values: Sequence[int] = ()) -> list[ImageRecord]:
    """What a question for _COLUMNS gives.

    An archive has 100,000 rows, and a frozen record takes its fields one by one, by name; so
    column by column all records get a field at once, which takes a fifth of the time.
    """
    rows = _tuples(project, question, values)
    found = [ImageRecord.__new__(ImageRecord) for _ in rows]
    for name, column in zip(_FIELDS, zip(*rows, strict=True), strict=False):
        given: Iterable[Any] = column
        if name == "missing":
            given = map(bool, column)
        elif name == "error":
            given = (error and restored(error) for error in column)
        deque(map(getattr(ImageRecord, name).__set__, found, given), maxlen=0)
    return found


def _tuples(project: Project, question: str, values: Sequence[int] = ()) -> list[tuple[Any, ...]]:
    """All rows, as plain tuples."""
    cursor = project.connection.execute(question, values)
    cursor.row_factory = None
    return cursor.fetchall()


def _batches(ids: list[int], size: int = 500) -> Iterable[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
