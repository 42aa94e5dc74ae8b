"""Thumbnails of 256 pixels: what the grid shows and what the networks see."""

import contextlib
import io
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from archive_gui.errors import ArchiveError
from archive_gui.words import say

THUMBNAIL_SIDE = 256
# Of photographs it leaves 41 dB at 18 KiB each; full chroma, since the networks look at colours.
_QUALITY = 92
# Raised whenever thumbnails come out otherwise than before; a store of another version is emptied.
_VERSION = 1
_ASKED_AT_ONCE = 500
# Who asks for more is told faster by a look at all.
_MANY = 5_000
_TABLE = "CREATE TABLE thumbnails (sha256 TEXT PRIMARY KEY, jpeg BLOB)"
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class ThumbnailStore:
    """One SQLite file of JPEG thumbnails, each under the SHA-256 of its image file.

    Safe from several threads, each of which has its own connection. The store can always be
    made again, so one that is found damaged when it is opened, or that is of another version,
    is started afresh. Methods raise ArchiveError when the file cannot be read or written.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()
        self._guard = threading.Lock()
        self._connections: list[sqlite3.Connection] = []
        self._closed = False
        with self._errors_told():
            try:
                self._prepare()
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF not in _DAMAGED:
                    raise
                self._start_afresh()

    def get(self, sha256: str) -> bytes | None:
        """The thumbnail of the file with this digest as JPEG bytes, None when there is none."""
        with self._errors_told():
            row = self._connection.execute(
                "SELECT jpeg FROM thumbnails WHERE sha256 = ?", (sha256,)
            ).fetchone()
        # SQLite keeps any type in any column, also where somebody else has written.
        return row[0] if row is not None and isinstance(row[0], bytes) else None

    def put_many(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Keep thumbnails (digest, JPEG bytes), in one transaction."""
        with self._errors_told(), self._connection as connection:
            connection.executemany("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", items)

    def missing(self, digests: Iterable[str]) -> set[str]:
        """Those of `digests` that have no thumbnail."""
        wanted = list(dict.fromkeys(digests))
        known: set[str] = set()
        with self._errors_told():
            if len(wanted) > _MANY:
                known.update(
                    r[0] for r in self._connection.execute("SELECT sha256 FROM thumbnails")
                )
                return set(wanted) - known
            for start in range(0, len(wanted), _ASKED_AT_ONCE):
                batch = wanted[start : start + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(batch))
                query = f"SELECT sha256 FROM thumbnails WHERE sha256 IN ({marks})"
                known.update(row[0] for row in self._connection.execute(query, batch))
        return set(wanted) - known

    def close(self) -> None:
        """Close every thread's connection; after it the store cannot be used."""
        with self._guard:
            self._closed = True
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with self._guard:
                if self._closed:
                    raise sqlite3.ProgrammingError("the store was closed")
                connection = sqlite3.connect(self._file, timeout=30, check_same_thread=False)
                self._connections.append(connection)
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = connection
        return connection

    def _start_afresh(self) -> None:
        self._connections.pop().close()
        self._local = threading.local()
        for ending in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
        self._prepare()

    def _prepare(self) -> None:
        if not self._is_own():
            self._start_afresh()
            return
        # The first and the last row: a file that was cut off is noticed here.
        for order in ("ASC", "DESC"):
            self._connection.execute(
                f"SELECT sum(length(jpeg)) FROM "
                f"(SELECT jpeg FROM thumbnails ORDER BY rowid {order} LIMIT 1)"
            ).fetchone()

    def _is_own(self) -> bool:
        """Whether the file holds the one table, made now where it is new, and nothing else.

        A view or a trigger of somebody else would run with every question.
        """
        with self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            kept = [row[0] for row in connection.execute("SELECT sql FROM sqlite_master")]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if not kept and version in (0, _VERSION):
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version = {_VERSION}")
                return True
            # SQLite keeps an index of its own for the key, without a text.
            return version == _VERSION and kept == [_TABLE, None]

    @contextlib.contextmanager
    def _errors_told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if self._closed:
                told = say(
                    "The thumbnails in {file} are closed; open the archive again.", file=self._file
                )
            elif isinstance(error, sqlite3.ProgrammingError):
                raise
            elif error.sqlite_errorcode & 0xFF in _DAMAGED:
                told = say(
                    "The thumbnails in {file} are damaged; delete the file and index again, which "
                    "makes them anew.",
                    file=self._file,
                )
            else:
                told = say(
                    "The thumbnails in {file} cannot be read or written ({why}); see that the disk "
                    "is not full.",
                    file=self._file,
                    why=error,
                )
            raise ArchiveError(told) from error


def make_thumbnail(image: Image.Image) -> bytes:
    """JPEG bytes of an RGB image, made to fit in THUMBNAIL_SIDE, never enlarged."""
    scale = min(1.0, THUMBNAIL_SIDE / max(image.size))
    if scale < 1:
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", quality=_QUALITY, subsampling=0)
    return encoded.getvalue()


def load_thumbnail(data: bytes) -> Image.Image:
    """The RGB image of a stored thumbnail; OSError when it is damaged or larger than any is."""
    try:
        # Image.open would load four other formats first; the window waits for the first of these.
        opened = JpegImageFile(io.BytesIO(data))
    except SyntaxError as error:
        raise OSError("a thumbnail that is no JPEG") from error
    with opened as image:
        if max(image.size) > THUMBNAIL_SIDE:
            raise OSError(f"a thumbnail of {image.width} x {image.height} pixels")
        return image.convert("RGB")
