"""Thumbnails of 256 pixels: what the grid shows and what the networks see."""

import contextlib
import io
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

THUMBNAIL_SIDE = 256
_QUALITY = 92
# Raised whenever thumbnails come out otherwise than before; a store of another version is emptied.
_VERSION = 1


class ThumbnailStore:
    """One SQLite file of JPEG thumbnails, each under the SHA-256 of its image file.

    Safe from several threads. It can always be made again, so a store that is damaged or of
    another version is started afresh.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()
        self._guard = threading.Lock()
        self._connections: list[sqlite3.Connection] = []
        try:
            self._prepare()
        except sqlite3.DatabaseError:
            self.close()
            for stale in (
                file,
                file.with_name(f"{file.name}-wal"),
                file.with_name(f"{file.name}-shm"),
            ):
                stale.unlink(missing_ok=True)
            self._prepare()

    def get(self, sha256: str) -> bytes | None:
        """The thumbnail of the file with this digest as JPEG bytes, None when there is none."""
        row = self._connection.execute(
            "SELECT jpeg FROM thumbnails WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return None if row is None else bytes(row[0])

    def put_many(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Keep thumbnails (digest, JPEG bytes), in one transaction."""
        with self._connection as connection:
            connection.executemany("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", items)

    def missing(self, digests: Iterable[str]) -> set[str]:
        """Those of `digests` that have no thumbnail."""
        known = {row[0] for row in self._connection.execute("SELECT sha256 FROM thumbnails")}
        return set(digests) - known

    def close(self) -> None:
        """Close every thread's connection."""
        with self._guard:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self._file, timeout=30, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = connection
            with self._guard:
                self._connections.append(connection)
        return connection

    def _prepare(self) -> None:
        with self._connection as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version != _VERSION:
                connection.execute("DROP TABLE IF EXISTS thumbnails")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS thumbnails (sha256 TEXT PRIMARY KEY, jpeg BLOB)"
            )
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        with contextlib.closing(connection.execute("SELECT * FROM thumbnails LIMIT 1")) as probe:
            probe.fetchone()


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
    """The RGB image of a stored thumbnail."""
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        return image.convert("RGB")
