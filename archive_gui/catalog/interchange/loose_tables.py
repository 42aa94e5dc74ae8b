"""Tables of other programs: in any of the usual encodings and delimiters, with a header."""

import codecs
import contextlib
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive_gui.catalog.tables import told_unreadable
from archive_gui.errors import ArchiveError
from archive_gui.words import say

_DELIMITERS = ",;\t|"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the number of the line on which it begins, counted from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


class LooseTable:
    """A table in UTF-8 (with or without BOM), UTF-16 with BOM, or Windows-1252.

    Its delimiter is the one of comma, semicolon, tab and bar that gives the header most cells.
    `header` has the names of the columns, "" where a cell is empty. Raises ArchiveError when the
    file cannot be read, is in no such encoding, or is empty.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._delimiter = ","
        with _told(file):
            self._encoding = _encoding_of(file)
            with file.open(encoding=self._encoding, newline="") as lines:
                first = next((line for line in lines if line.strip()), "")
            self._delimiter = max(
                _DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), []))
            )
        self.header = next((line.cells for line in self._rows()), ())
        if not self.header:
            raise ArchiveError(
                say("The file {file} is empty; its first line must name the columns.", file=file)
            )

    def lines(self) -> Iterator[Line]:
        """The rows below the header that are not empty, each with a cell for every column."""
        rows = self._rows()
        next(rows, None)
        width = len(self.header)
        for row in rows:
            yield Line(row.number, (*row.cells, *[""] * width)[:width])

    def _rows(self) -> Iterator[Line]:
        with _told(self._file), self._file.open(encoding=self._encoding, newline="") as lines:
            reader = csv.reader(lines, delimiter=self._delimiter)
            begin = 1
            for row in reader:
                cells = tuple(cell.replace("\0", "").strip() for cell in row)
                if any(cells):
                    yield Line(begin, cells)
                begin = reader.line_num + 1


def _encoding_of(file: Path) -> str:
    """UTF-16 where its mark stands first, UTF-8 where all bytes agree, else Windows-1252."""
    with file.open("rb") as opened:
        start = opened.read(2)
        if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        opened.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        with contextlib.suppress(UnicodeDecodeError):
            while chunk := opened.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
            return "utf-8-sig"
    return "cp1252"


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    """Have what a file does to its reader end in a sentence."""
    try:
        with told_unreadable(file):
            yield
    except (UnicodeError, csv.Error) as error:
        raise ArchiveError(
            say(
                "The file {file} is no table in UTF-8 or Windows-1252 ({why}); save it again as "
                "“CSV UTF-8”.",
                file=file,
                why=error,
            )
        ) from error
