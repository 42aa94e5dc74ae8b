"""A project folder: created, opened, locked and brought up to date."""

import contextlib
import datetime
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from filelock import FileLock

from archive_gui.catalog.backups import back_up_daily
from archive_gui.catalog.defending import (
    guard,
    is_sealed_as_sound,
    number_of,
    require_own_schema,
    require_sound_rows,
    seal_as_sound,
)
from archive_gui.catalog.files import remove_torn
from archive_gui.catalog.locking import acquire, release
from archive_gui.catalog.migrating import bring_up_to_date
from archive_gui.catalog.telling import TellingConnection, why_unreadable
from archive_gui.errors import ArchiveError
from archive_gui.words import say

CATALOG_NAME = "catalog.sqlite3"
# SQLite knows no longer ones.
_DIGITS = 18
_BUSY_SECONDS = 30
# Images that are looked for to recognise an archive folder that was moved.
_SAMPLE = 200


class Project:
    """An open project, locked for this process until :meth:`close`.

    `folder` holds everything that the program writes; `archive` is the folder of images, which
    is only ever read. Both are absolute. Every thread gets a connection of its own. What a curator
    says is refused where `read_only` is set.
    """

    def __init__(self, folder: Path, lock: FileLock | None) -> None:
        self.folder = folder
        self._lock = lock
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self.archive = Path()
        self.read_only = False
        # The catalog's file, once its rows are known to be sound.
        self._sound: tuple[int, int] | None = None

    @classmethod
    def create(cls, folder: Path, archive: Path) -> "Project":
        """Make a new project for the images below `archive` and open it.

        Raises ArchiveError when `folder` holds something else, lies inside `archive`, or
        cannot be written.
        """
        folder, archive = folder.absolute(), archive.absolute()
        require_archive(archive)
        _require_apart(folder, archive)
        if folder.exists() and (not folder.is_dir() or any(map(_foreign, folder.iterdir()))):
            raise ArchiveError(
                say(
                    "The folder {folder} holds other things already; choose a new or empty folder "
                    "for the project.",
                    folder=folder,
                )
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                say(
                    "The project folder {folder} cannot be made ({why}); choose a folder in which "
                    "you may write.",
                    folder=folder,
                    why=error.strerror,
                )
            ) from error
        project = cls(folder, acquire(folder, now()))
        try:
            bring_up_to_date(project.connection, folder)
            project._begin(archive)
            project._sound = number_of(project.catalog_file)
        except BaseException:
            project.close()
            raise
        return project

    def _begin(self, archive: Path) -> None:
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO settings VALUES ('archive', ?), ('created', ?)",
                (os.fspath(archive), now()),
            )
        self.archive = archive

    @classmethod
    def open(cls, folder: Path, archive: Path | None = None) -> "Project":
        """Open the project in `folder` and migrate its catalog if an older program made it.

        Its catalog is copied once a day. `archive` tells where the images are now, for an archive
        folder that was moved. Raises ArchiveError when there is no project, another process holds
        it, a newer program made it, its catalog is damaged or holds what the program never
        writes (which is not looked for where nobody touched it since the program closed it), or
        it belongs to another archive folder.
        """
        folder = folder.absolute()
        if not is_project(folder):
            raise ArchiveError(
                say(
                    "There is no archive-gui project in {folder}; make one with 'archive-gui index "
                    "FOLDER --project PROJECT'.",
                    folder=folder,
                )
            )
        project = cls(folder, acquire(folder, now()))
        try:
            remove_torn(folder)
            number = number_of(project.catalog_file)
            sealed = is_sealed_as_sound(project.catalog_file)
            if not sealed:
                require_own_schema(project.connection, project.catalog_file)
            bring_up_to_date(project.connection, folder)
            if not sealed:
                require_sound_rows(project.connection, project.catalog_file)
            project._sound = number
            back_up_daily(project.connection, folder)
            project._find_archive(archive)
        except sqlite3.DatabaseError as error:
            project.close()
            raise ArchiveError(why_unreadable(folder / CATALOG_NAME, error)) from error
        except OSError as error:
            project.close()
            raise ArchiveError(
                say(
                    "The project {folder} cannot be opened ({why}); check its disk and its "
                    "permissions.",
                    folder=folder,
                    why=error.strerror,
                )
            ) from error
        except BaseException:
            project.close()
            raise
        return project

    @classmethod
    def as_guest(cls, folder: Path, archive: Path) -> "Project":
        """The project that a process holds open, for a process that it has started.

        It is locked by the host alone, who has to outlive the guest.
        """
        project = cls(folder, None)
        project.archive = archive
        return project

    def _find_archive(self, archive: Path | None) -> None:
        known = self.setting("archive")
        if known is None:
            # The program was killed while it made the project.
            if archive is None:
                raise ArchiveError(
                    say(
                        "The project {folder} was never finished; open its folder of images.",
                        folder=self.folder,
                    )
                )
            require_archive(archive)
            self._begin(archive.absolute())
        elif archive is None or archive.absolute() == Path(known):
            self.archive = Path(known)
        else:
            self._relocate(Path(known), archive.absolute())

    def _relocate(self, known: Path, archive: Path) -> None:
        require_archive(archive)
        _require_apart(self.folder, archive)
        # Another folder may be meant just while the drive with the right one is away.
        other = not known.samefile(archive) if known.exists() else not self._recognises(archive)
        if other:
            raise ArchiveError(
                say(
                    "The project {folder} belongs to the archive folder {known}; choose another "
                    "project folder for {archive}.",
                    folder=self.folder,
                    known=known,
                    archive=archive,
                )
            )
        self.set_setting("archive", os.fspath(archive))
        self.archive = archive

    def _recognises(self, archive: Path) -> bool:
        """Whether most of a sample of the known images lie in this folder, by name and size."""
        rows = self.connection.execute(
            "SELECT path, size FROM images WHERE missing = 0 ORDER BY random() LIMIT ?", (_SAMPLE,)
        ).fetchall()
        found = 0
        for row in rows:
            with contextlib.suppress(OSError):
                found += (archive / row["path"]).stat().st_size == row["size"]
        return 2 * found >= len(rows)

    @property
    def catalog_file(self) -> Path:
        """The catalog: the one file, beside the models, that cannot be rebuilt."""
        return self.folder / CATALOG_NAME

    @property
    def thumbnails_file(self) -> Path:
        """The thumbnail store."""
        return self.folder / "thumbnails.sqlite3"

    @property
    def features_folder(self) -> Path:
        """The feature stores, one folder a backbone."""
        return self.folder / "features"

    @property
    def models_folder(self) -> Path:
        """The model versions, one numbered folder each."""
        return self.folder / "models"

    @property
    def index_folder(self) -> Path:
        """The saved search indexes."""
        return self.folder / "index"

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection to the catalog, in autocommit mode."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(
                self.catalog_file,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                factory=TellingConnection,
            )
            connection.row_factory = sqlite3.Row
            guard(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            self._local.connection = connection
            with self._guard:
                self._connections.append(connection)
        return connection

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: commits at the end of the block, rolls back when it raises."""
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                say(
                    "This change was not kept: the catalog {file} cannot be written ({why}); see "
                    "that the disk is not full, and try again.",
                    file=self.catalog_file,
                    why=error.__cause__ or error,
                )
            ) from error

    def require_curator(self) -> None:
        """Raise ArchiveError where nothing can be marked."""
        if self.read_only:
            raise ArchiveError(
                say(
                    "This is a copy to look at, of a project that is in use or not writable; open "
                    "the project itself to mark, import or train."
                )
            )

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """What is read in the block is of one moment, whatever others write meanwhile."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("ROLLBACK")

    def setting(self, key: str) -> str | None:
        """The value kept under `key`, or None."""
        row = self.connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row["value"])

    def numbers(self, key: str) -> list[int]:
        """The whole numbers that are kept under `key`; none where it is anything else."""
        words = (self.setting(key) or "").split()
        told = all(word.isdecimal() and len(word) <= _DIGITS for word in words)
        return [int(word) for word in words] if told else []

    def set_setting(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Close every thread's connection and give the lock back; safe to call twice."""
        with self._guard:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()
        if self._lock is not None and self._lock.is_locked:
            try:
                if self._sound is not None:
                    seal_as_sound(self.catalog_file, self._sound)
            finally:
                release(self.folder, self._lock)

    def __enter__(self) -> "Project":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def is_project(folder: Path) -> bool:
    """Whether `folder` holds a project."""
    return (folder / CATALOG_NAME).is_file()


def require_archive(archive: Path) -> None:
    """Raise ArchiveError unless `archive` is a folder that is there, with a name in Unicode."""
    try:
        os.fspath(archive.absolute()).encode()
    except UnicodeEncodeError:
        shown = os.fsencode(archive).decode(errors="backslashreplace")
        raise ArchiveError(
            say(
                "The name of the folder {folder} is no Unicode; rename it, then open it.",
                folder=shown,
            )
        ) from None
    if not archive.is_dir():
        raise ArchiveError(
            say(
                "The archive folder {folder} cannot be found; connect its drive or choose another "
                "folder.",
                folder=archive,
            )
        )


def now() -> str:
    """The time as kept in the catalog: ISO 8601, UTC, whole seconds."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _require_apart(folder: Path, archive: Path) -> None:
    if folder.resolve().is_relative_to(archive.resolve()):
        raise ArchiveError(
            say(
                "The project folder {folder} lies inside the archive folder {archive}, in which "
                "nothing is ever written; choose a project folder elsewhere.",
                folder=folder,
                archive=archive,
            )
        )


def _foreign(entry: Path) -> bool:
    """Whether a file is none of those that a program leaves which was killed at the start."""
    return entry.name not in ("lock", "lock.json") and ".part" not in entry.name
