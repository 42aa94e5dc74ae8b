"""Metadata of images from tables of Tropy, Omeka, ArchivesSpace, or anybody's spreadsheet."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_gui.catalog.interchange.finding import ImageFinder
from archive_gui.catalog.interchange.loose_tables import Line, LooseTable
from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import put_properties
from archive_gui.catalog.tables import LineError
from archive_gui.catalog.triplets import Skipped
from archive_gui.errors import ArchiveError
from archive_gui.words import say

# What programs call the column of the file, the surest first, without what is no letter.
_FILE_COLUMNS = (
    *("path", "filepath", "relativepath", "photopath", "imagepath", "filename", "originalfilename"),
    *("file", "files", "photo", "photos", "image", "images", "fileversionfileuri", "fileuri"),
    *("media", "mediaurl", "source", "osource", "itemfile", "identifier", "item", "title"),
)
# Lines from which the column is told where its name does not tell it.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class MetadataReport:
    """What an import brought.

    `images` is how many images the file names, `properties` how many of their values are new or
    other ones; `file_column` is the column that names the images, `columns` are those kept.
    """

    images: int
    properties: int
    file_column: str
    columns: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def import_metadata(project: Project, file: Path, file_column: str | None = None) -> MetadataReport:
    """Keep the columns of a table with the images that its lines name, as one change.

    The column that names images is the one in which most lines do, unless `file_column` says.
    Values that the catalog has of these columns are replaced; columns of one name, and lines
    that name one image, add up. Lines that name no image of the archive, or one outside it, are
    left out and reported. Raises ArchiveError when the file cannot be read or no column names
    images.
    """
    project.require_curator()
    table = LooseTable(file)
    finder = ImageFinder(project)
    place = _file_place(table, finder, file, file_column)
    kept = [(n, name) for n, name in enumerate(table.header) if name and n != place]
    told: dict[int, dict[str, dict[str, None]]] = {}
    skipped: list[Skipped] = []
    for line in table.lines():
        try:
            images = finder.find_all(line.cells[place])
        except LineError as refusal:
            skipped.append(Skipped(line.number, str(refusal)))
            continue
        for image in images:
            _add(told.setdefault(image, {}), kept, line)
    with project.transaction() as connection:
        changed = sum(put_properties(connection, image, each) for image, each in told.items())
    columns = tuple(dict.fromkeys(name for _, name in kept))
    return MetadataReport(len(told), changed, table.header[place], columns, tuple(skipped))


def _add(values: dict[str, dict[str, None]], kept: Sequence[tuple[int, str]], line: Line) -> None:
    for place, name in kept:
        found = values.setdefault(name, {})
        if line.cells[place]:
            found[line.cells[place]] = None


def _file_place(table: LooseTable, finder: ImageFinder, file: Path, wanted: str | None) -> int:
    """The place of the column that names images."""
    if wanted is not None:
        if wanted in table.header:
            return table.header.index(wanted)
        raise ArchiveError(
            say(
                "The file {file} has no column “{column}”; its first line must name the columns "
                "{columns}.",
                file=file,
                column=wanted,
                columns=wanted,
            )
        )
    looked_at = list(itertools.islice(table.lines(), _LOOKED_AT))
    ranks = {
        place: _FILE_COLUMNS.index(name)
        for place, column in enumerate(table.header)
        if (name := re.sub(r"[^a-z]", "", column.casefold())) in _FILE_COLUMNS
    }
    hits = {
        place: sum(_names_an_image(finder, line.cells[place]) for line in looked_at)
        for place in range(len(table.header))
    }
    last = len(_FILE_COLUMNS)
    best = max(hits, key=lambda place: (hits[place], -ranks.get(place, last)))
    if not hits[best] and best not in ranks:
        raise ArchiveError(
            say(
                "The file {file} has no column that names images of this archive; name one “path” "
                "or “filename”.",
                file=file,
            )
        )
    return best


def _names_an_image(finder: ImageFinder, cell: str) -> bool:
    try:
        return bool(finder.find_all(cell))
    except LineError:
        return False
