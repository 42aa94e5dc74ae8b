"""The images of the archive, as the catalog knows them."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.words import kept, restored, say

_COLUMNS = "id, path, size, modified, sha256, width, height, format, pages, error, missing"


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
    rows = project.connection.execute(f"SELECT {_COLUMNS} FROM images {condition} ORDER BY path")
    return [_record(row) for row in rows]


def images_by_id(project: Project, ids: Iterable[int]) -> dict[int, ImageRecord]:
    """The images with these ids; an id that the catalog does not know is left out."""
    found: dict[int, ImageRecord] = {}
    for batch in _batches(list(ids)):
        marks = ",".join("?" * len(batch))
        rows = project.connection.execute(
            f"SELECT {_COLUMNS} FROM images WHERE id IN ({marks})", batch
        )
        found.update((row["id"], _record(row)) for row in rows)
    return found


def unread_images(project: Project) -> list[ImageRecord]:
    """Images to be read: new, altered, or failed at the last try."""
    rows = project.connection.execute(
        f"SELECT {_COLUMNS} FROM images WHERE missing = 0 AND (unread = 1 OR error IS NOT NULL) "
        "ORDER BY path"
    )
    return [_record(row) for row in rows]


def altered_ids(project: Project) -> set[int]:
    """The images whose file is new, or has another size or date than when it was read."""
    rows = project.connection.execute("SELECT id FROM images WHERE missing = 0 AND unread = 1")
    return {row["id"] for row in rows}


def readable_images(project: Project) -> list[ImageRecord]:
    """Images that are there and were read without an error, by path."""
    rows = project.connection.execute(
        f"SELECT {_COLUMNS} FROM images "
        "WHERE missing = 0 AND error IS NULL AND sha256 IS NOT NULL ORDER BY path"
    )
    return [_record(row) for row in rows]


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


def _record(row: sqlite3.Row) -> ImageRecord:
    # By place, in the order of _COLUMNS, since an archive has 100,000 rows.
    values = (*row[:-2], row[-2] and restored(row[-2]), bool(row[-1]))
    return ImageRecord(*values)


def _batches(ids: list[int], size: int = 500) -> Iterable[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
