"""CSV files that name images of the archive: read line by line, written all at once."""

import contextlib
import csv
import posixpath
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive_gui.catalog.exporting import exported
from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.words import say

_FORMULA = ("=", "+", "-", "@")


class LineError(Exception):
    """Why the line at hand cannot be taken."""


class ImageNames:
    """Finds the images that the cells of a CSV file name."""

    def __init__(self, project: Project) -> None:
        # Images that are there come last, so that they win over lost ones of the same name.
        images = sorted(list_images(project, missing=True), key=lambda image: not image.missing)
        self._paths = {image.path: image.id for image in images}
        # Systems differ in how they compose accented letters; the same name is the same file.
        self._composed = {unicodedata.normalize("NFC", i.path): i.id for i in images}

    def find(self, cell: str, column: str) -> int:
        """The id of the image that `cell` names; LineError says why there is none."""
        if not cell:
            raise LineError(say("its {column} is empty", column=column))
        path = posixpath.normpath(cell)
        if posixpath.isabs(path) or path == ".." or path.startswith("../"):
            raise LineError(say("{file} leads out of the archive folder", file=cell))
        found = self._paths.get(path, self._composed.get(unicodedata.normalize("NFC", path)))
        if found is None:
            raise LineError(say("{file} is no image of the archive", file=cell))
        return found


@contextlib.contextmanager
def told_unreadable(file: Path) -> Iterator[None]:
    """Have a file that cannot be read in the block end in a sentence that names it."""
    try:
        yield
    except OSError as error:
        raise ArchiveError(
            say(
                "The file {file} cannot be read ({why}); check its name and permissions.",
                file=file,
                why=error.strerror,
            )
        ) from error


def read_table(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with a header, with the number of the line on which each begins.

    UTF-8 with or without BOM, columns in any order, further columns ignored, empty lines passed
    over. Raises ArchiveError when the file cannot be read, is no UTF-8, or lacks a column.
    """
    try:
        with told_unreadable(file), file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = [cell.strip() for cell in next(reader, [])]
            absent = [column for column in columns if column not in header]
            if absent:
                raise ArchiveError(
                    say(
                        "The file {file} has no column “{column}”; its first line must name the "
                        "columns {columns}.",
                        file=file,
                        column=absent[0],
                        columns=", ".join(columns),
                    )
                )
            places = {column: header.index(column) for column in columns}
            begin = reader.line_num + 1
            for row in reader:
                if row:
                    cells = dict.fromkeys(columns, "")
                    cells.update((c, row[place]) for c, place in places.items() if place < len(row))
                    yield begin, cells
                begin = reader.line_num + 1
    except (UnicodeDecodeError, csv.Error) as error:
        raise ArchiveError(
            say(
                "The file {file} is no CSV file in UTF-8 ({why}); save it again as “CSV UTF-8”.",
                file=file,
                why=error,
            )
        ) from error


def write_table(
    project: Project, file: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> None:
    """Write a CSV file: RFC 4180, UTF-8 with BOM, a header, then `rows` as they are.

    Raises ArchiveError when the file cannot be written, or lies where the program does not
    write; an older file of that name then stays as it was.
    """
    with (
        exported(project, file) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as out,
    ):
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows(rows)


def writable(text: str) -> str:
    """The text with a question mark for each half of a character, which JSON can say, for UTF-8."""
    return text.encode(errors="replace").decode()


def guarded(cell: str) -> str:
    """The cell as a spreadsheet takes for text even where it looks like a formula."""
    return f"./{cell}" if cell.startswith(_FORMULA) else cell
