"""Copies of the catalog, kept in the project, and going back to one of them."""

import contextlib
import datetime
import logging
import shutil
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archive_gui.catalog.files import replacing, sync
from archive_gui.catalog.locking import acquire, release
from archive_gui.errors import ArchiveError
from archive_gui.words import say

_log = logging.getLogger(__name__)

_FOLDER = "backups"
_TIME = "%Y-%m-%dT%H%M%S.%fZ"
# Of each occasion, so that many updates in a row leave the copies of earlier days.
_KEPT = 5


class Occasion(StrEnum):
    """Why a copy was made: a new day, an update of the program, or another copy taking over."""

    DAILY = "daily"
    UPDATE = "update"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the catalog: when and why it was made (UTC), and what it holds."""

    file: Path
    made: datetime.datetime
    occasion: Occasion
    groupings: int
    marks: int


def backups(folder: Path) -> list[Backup]:
    """The copies in a project's folder that can be read, the newest first."""
    found = filter(None, map(_read, (folder / _FOLDER).glob("*.sqlite3")))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def back_up(connection: sqlite3.Connection, folder: Path, occasion: Occasion) -> Path:
    """Copy an open catalog into its project's folder and give the copy's place.

    The oldest copies beyond five of an occasion are deleted. Raises ArchiveError when the disk
    does not take it, and sqlite3.DatabaseError when the catalog is damaged.
    """
    now = datetime.datetime.now(datetime.UTC)
    target = folder / _FOLDER / f"{now.strftime(_TIME)}-{occasion}.sqlite3"
    try:
        target.parent.mkdir(exist_ok=True)
        with (
            replacing(target) as temporary,
            contextlib.closing(sqlite3.connect(temporary)) as copy,
        ):
            connection.backup(copy)
    except (OSError, sqlite3.OperationalError) as error:
        raise ArchiveError(
            say(
                "The catalog cannot be copied to {file} ({why}); see that the disk is not full, "
                "and open the project again.",
                file=target,
                why=error,
            )
        ) from error
    _thin_out(target.parent, occasion)
    return target


def back_up_daily(connection: sqlite3.Connection, folder: Path) -> None:
    """Copy a sound catalog once a day; a disk that does not take the copy is only logged.

    Raises sqlite3.DatabaseError when the catalog turns out to be damaged.
    """
    today = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d")
    if any((folder / _FOLDER).glob(f"{today}*-{Occasion.DAILY}.sqlite3")):
        return
    [found] = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        error = sqlite3.DatabaseError(found.splitlines()[-1])
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error
    try:
        back_up(connection, folder, Occasion.DAILY)
    except ArchiveError as error:
        _log.warning("%s", error)


def restore_backup(catalog: Path, backup: Path) -> None:
    """Have a copy take the place of the catalog of a project that nobody has open.

    The catalog that it replaces becomes a copy itself, whatever its state. Raises ArchiveError
    when the project is in use, the copy is damaged, or the disk does not take it; the catalog is
    as it was then.
    """
    if _read(backup) is None:
        raise ArchiveError(
            say("The backup {file} cannot be read; choose another one.", file=backup)
        )
    folder = catalog.parent
    now = datetime.datetime.now(datetime.UTC)
    lock = acquire(folder, now.isoformat(timespec="seconds"))
    try:
        _fold_log_in(catalog)
        kept = folder / _FOLDER / f"{now.strftime(_TIME)}-{Occasion.REPLACED}.sqlite3"
        for ending in ("", "-wal"):
            with contextlib.suppress(FileNotFoundError):
                _copy(catalog.with_name(catalog.name + ending), kept.with_name(kept.name + ending))
        with replacing(catalog) as temporary:
            shutil.copyfile(backup, temporary)
            for ending in ("-wal", "-shm"):
                # Else what was written last to the old catalog would be read into the new one.
                catalog.with_name(catalog.name + ending).unlink(missing_ok=True)
        _thin_out(kept.parent, Occasion.REPLACED)
    except OSError as error:
        raise ArchiveError(
            say(
                "The backup {file} cannot be put in the place of the catalog ({why}); see that the "
                "disk is not full.",
                file=backup,
                why=error.strerror,
            )
        ) from error
    finally:
        release(folder, lock)


def _copy(source: Path, target: Path) -> None:
    with replacing(target) as temporary:
        shutil.copyfile(source, temporary)


def _fold_log_in(catalog: Path) -> None:
    """Have SQLite move what waits in the log beside a catalog into it, where it still can."""
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(catalog)) as connection,
    ):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _thin_out(folder: Path, occasion: Occasion) -> None:
    # One copy too many does no harm.
    with contextlib.suppress(OSError):
        for old in sorted(folder.glob(f"*-{occasion}.sqlite3"))[:-_KEPT]:
            old.unlink(missing_ok=True)
            old.with_name(f"{old.name}-wal").unlink(missing_ok=True)
        sync(folder)


def _read(file: Path) -> Backup | None:
    try:
        time, occasion = file.stem.rsplit("-", 1)
        made = datetime.datetime.strptime(time, _TIME).replace(tzinfo=datetime.UTC)
        address = f"{file.absolute().as_uri()}?immutable=1"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return None
            counts = [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("groupings", "marks")
            ]
        return Backup(file, made, Occasion(occasion), *counts)
    except (OSError, ValueError, sqlite3.Error):
        return None
