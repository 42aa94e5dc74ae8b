"""A catalog from a stranger is data: nothing in it is run, and nothing of it leads elsewhere."""

import contextlib
import json
import logging
import os
import sqlite3
import stat
import sys
import time
from functools import cache
from pathlib import Path

from archive_gui.catalog.files import write_atomically
from archive_gui.catalog.migrating import scripts
from archive_gui.catalog.sealing import is_sealed, seal_of
from archive_gui.errors import ArchiveError
from archive_gui.words import say

_log = logging.getLogger(__name__)

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 100_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 4,
}

# Nanoseconds in which the clock of a file system moves on.
_TICK = 12_000_000
# More than any seal takes.
_SEAL_BYTES = 100
_DIGITS = b"0123456789abcdef"
# Of SQLite's limit for one text an eighth.
_DIGESTS_AT_ONCE = 200_000
_DIGEST = "(typeof(sha256) = 'text' AND length(sha256) = 64)"
# SQLite keeps any type in any column. What is true of no row that this program wrote, written so
# that little of it is computed for rows that are sound: all of them are gone through before the
# first picture is seen.
_UNSOUND = {
    "images": "typeof(path) <> 'text' OR path = '' OR substr(path, 1, 1) = '/' "
    "OR instr(path, '..') AND instr('/' || path || '/', '/../') OR instr(path, char(0)) "
    "OR typeof(size) <> 'integer' OR typeof(modified) <> 'integer' "
    f"OR NOT (sha256 IS NULL OR {_DIGEST}) "
    "OR typeof(width) <> 'integer' AND width IS NOT NULL "
    "OR typeof(height) <> 'integer' AND height IS NOT NULL "
    "OR typeof(pages) <> 'integer' AND pages IS NOT NULL "
    "OR typeof(format) <> 'text' AND format IS NOT NULL "
    "OR error IS NOT NULL AND typeof(error) <> 'text'",
    "groupings": "typeof(name) <> 'text' OR typeof(note) <> 'text' "
    "OR id NOT IN (SELECT grouping FROM marks WHERE role = 'anchor')",
    "marks": "grouping NOT IN (SELECT id FROM groupings) OR image NOT IN (SELECT id FROM images)",
    "related": "grouping NOT IN (SELECT id FROM groupings) "
    "OR other NOT IN (SELECT id FROM groupings)",
    "settings": "typeof(key) <> 'text' OR typeof(value) <> 'text'",
    "steps": "typeof(label) <> 'text'",
    "properties": "typeof(name) <> 'text' OR typeof(value) <> 'text'",
    "credits": "typeof(who) <> 'text' OR typeof(made) <> 'text'",
}


def guard(connection: sqlite3.Connection) -> None:
    """Have a connection be careful with a database file that may be damaged or forged."""
    connection.execute("PRAGMA cell_size_check = ON")
    # SQLite takes json_object, which the journal's triggers call, for unsafe.
    connection.execute("PRAGMA trusted_schema = ON")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)


def require_own_schema(connection: sqlite3.Connection, catalog: Path) -> None:
    """Raise ArchiveError unless the catalog has the tables and triggers of its version, no more.

    A trigger or a view of somebody else would run whenever the program writes or reads.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    known = scripts()
    own = tuple(known[number] for number in sorted(known) if number <= version)
    if version <= max(known) and _schema_of(connection) != _schema_made_by(own):
        raise ArchiveError(
            say(
                "The catalog {file} holds what archive-gui never writes, so it is not opened; "
                "restore it from a backup.",
                file=catalog,
            )
        )
    connection.execute("PRAGMA trusted_schema = ON")


def require_sound_rows(connection: sqlite3.Connection, catalog: Path) -> None:
    """Raise ArchiveError when a row of the catalog can be none of this program's.

    Above all a path that leads out of the archive folder.
    """
    for table, unsound in _UNSOUND.items():
        found = connection.execute(f"SELECT 1 FROM {table} WHERE {unsound} LIMIT 1").fetchone()
        if found or (table == "images" and not _are_digests(connection)):
            raise ArchiveError(
                say(
                    "The catalog {file} is not as archive-gui writes it (in its {table}), so it "
                    "is not opened; restore it from a backup.",
                    file=catalog,
                    table=table,
                )
            )


def number_of(catalog: Path) -> tuple[int, int]:
    """What its file system calls this file, whatever its name; OSError when there is none."""
    found = catalog.stat()
    return found.st_dev, found.st_ino


def seal_as_sound(catalog: Path, number: tuple[int, int]) -> None:
    """Note that the rows of a catalog that was closed are sound, for :func:`is_sealed_as_sound`.

    `number` is that of the file that was open. Where another one has taken its place meanwhile,
    something still waits in SQLite's log, or the disk does not take the note, the rows are gone
    through again when it is opened.
    """
    try:
        if number_of(catalog) != number or is_sealed_as_sound(catalog):
            return
        # What is changed from now on gets another time than what was written last.
        early = catalog.stat().st_mtime_ns + _TICK - time.time_ns()
        time.sleep(min(max(early, 0), _TICK) / 1e9)
        catalog.chmod(stat.S_IMODE(catalog.stat().st_mode))
        if (state := _state_of(catalog)) is not None:
            write_atomically(_seal_file(catalog), seal_of(state).encode())
    except OSError as error:
        _log.warning("the catalog %s was not sealed: %s", catalog, error)


def is_sealed_as_sound(catalog: Path) -> bool:
    """Whether nobody has touched the catalog since this program closed it for this user.

    To be asked before SQLite opens it. A copy of it is another file, whatever it holds.
    """
    file = _seal_file(catalog)
    try:
        if not file.is_file() or file.stat().st_size > _SEAL_BYTES:
            return False
        state, seal = _state_of(catalog), file.read_text("ascii")
    except (OSError, ValueError):
        return False
    return state is not None and is_sealed(state, seal)


def _seal_file(catalog: Path) -> Path:
    return catalog.with_suffix(".seal")


def _state_of(catalog: Path) -> bytes | None:
    """What tells this file, as it is, from any other; None where its log holds more of it.

    None also where the system does not keep the time of the last change of a file's properties,
    which no program sets: else it is later than that of the content, as sealing leaves it.
    """
    logs = [catalog.with_name(f"{catalog.name}-{ending}") for ending in ("wal", "journal")]
    if any(log.exists() and log.stat().st_size for log in logs):
        return None
    found = catalog.stat()
    if os.name == "nt" or found.st_ctime_ns <= found.st_mtime_ns:
        return None
    times = found.st_mtime_ns, found.st_ctime_ns
    return json.dumps([*number_of(catalog), found.st_size, *times, _UNSOUND]).encode()


def _are_digests(connection: sqlite3.Connection) -> bool:
    """Whether all digests are hexadecimal; SQLite's own patterns take ten times as long."""
    lowest, highest = connection.execute("SELECT min(id), max(id) FROM images").fetchone()
    if lowest is not None and lowest < 0:
        # None of this program's; and SQLite has no number before its lowest.
        return False
    if lowest is None or highest - lowest < _DIGESTS_AT_ONCE:
        # In no order, in which to bring them takes three times as long.
        [digests] = connection.execute("SELECT group_concat(sha256, '') FROM images").fetchone()
        return not (digests and digests.encode().translate(None, _DIGITS))
    last: int | None = -1
    while last is not None:
        last, digests = connection.execute(
            "SELECT max(id), group_concat(sha256, '') FROM "
            "(SELECT id, sha256 FROM images WHERE id > ? ORDER BY id LIMIT ?)",
            (last, _DIGESTS_AT_ONCE),
        ).fetchone()
        if digests and digests.encode().translate(None, _DIGITS):
            return False
    return True


@cache
def _schema_made_by(made_by: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        for script in made_by:
            connection.executescript(script)
        return _schema_of(connection)


def _schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return frozenset((name, sql) for name, sql in rows)
