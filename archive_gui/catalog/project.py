"""A project folder: created, opened, locked and brought up to date."""

import contextlib
import datetime
import getpass
import json
import os
import platform
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from archive_gui.catalog.files import write_atomically
from archive_gui.errors import ArchiveError

CATALOG_NAME = "catalog.sqlite3"
SCHEMA = Path(__file__).parent / "schema"
_BUSY_SECONDS = 30


class Project:
    """An open project, locked for this process until :meth:`close`.

    `folder` holds everything that the program writes; `archive` is the folder of images, which
    is only ever read. Both are absolute. Every thread gets a connection of its own.
    """

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self.folder = folder
        self._lock = lock
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self.archive = Path()

    @classmethod
    def create(cls, folder: Path, archive: Path) -> "Project":
        """Make a new project for the images below `archive` and open it.

        Raises ArchiveError when `folder` holds something else, lies inside `archive`, or
        cannot be written.
        """
        folder, archive = folder.absolute(), archive.absolute()
        require_archive(archive)
        if folder.resolve().is_relative_to(archive.resolve()):
            raise ArchiveError(
                f"The project folder {folder} lies inside the archive folder {archive}, in which "
                "nothing is ever written; choose a project folder elsewhere."
            )
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ArchiveError(
                f"The folder {folder} holds other things already; choose a new or empty folder "
                "for the project."
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                f"The project folder {folder} cannot be made ({error.strerror}); choose a folder "
                "in which you may write."
            ) from error
        project = cls(folder, _acquire(folder))
        try:
            project._migrate()
            with project.transaction() as connection:
                connection.execute(
                    "INSERT INTO settings VALUES ('archive', ?), ('created', ?)",
                    (os.fspath(archive), now()),
                )
        except BaseException:
            project.close()
            raise
        project.archive = archive
        return project

    @classmethod
    def open(cls, folder: Path, archive: Path | None = None) -> "Project":
        """Open the project in `folder` and migrate its catalog if an older program made it.

        `archive` tells where the images are now, for an archive folder that was moved. Raises
        ArchiveError when there is no project, another process holds it, a newer program made
        it, its catalog is damaged, or it belongs to another archive folder.
        """
        folder = folder.absolute()
        if not is_project(folder):
            raise ArchiveError(
                f"There is no archive-gui project in {folder}; make one with "
                "'archive-gui index FOLDER --project PROJECT'."
            )
        project = cls(folder, _acquire(folder))
        try:
            project._migrate()
            known = Path(project.setting("archive") or "")
            if archive is not None and archive.absolute() != known:
                project._relocate(known, archive.absolute())
            else:
                project.archive = known
        except sqlite3.DatabaseError as error:
            project.close()
            raise ArchiveError(
                f"The catalog {folder / CATALOG_NAME} is damaged ({error}); restore it from your "
                "backup of the project folder."
            ) from error
        except BaseException:
            project.close()
            raise
        return project

    def _relocate(self, known: Path, archive: Path) -> None:
        require_archive(archive)
        if known.exists() and not known.samefile(archive):
            raise ArchiveError(
                f"The project {self.folder} belongs to the archive folder {known}; choose another "
                f"project folder for {archive}."
            )
        self.set_setting("archive", os.fspath(archive))
        self.archive = archive

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
            )
            connection.row_factory = sqlite3.Row
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
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def setting(self, key: str) -> str | None:
        """The value kept under `key`, or None."""
        row = self.connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row["value"])

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
        if self._lock.is_locked:
            self._holder_file(self.folder).unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> "Project":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @staticmethod
    def _holder_file(folder: Path) -> Path:
        return folder / "lock.json"

    def _migrate(self) -> None:
        scripts = {int(file.name[:3]): file for file in SCHEMA.glob("*.sql")}
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        newest = max(scripts)
        if version > newest:
            raise ArchiveError(
                f"The project {self.folder} was made by a newer archive-gui; update the program "
                "to open it."
            )
        if 0 < version < newest:
            self._back_up(version)
        for number in range(version + 1, newest + 1):
            script = scripts[number].read_text("utf-8")
            # executescript would commit what is open, so the script carries its own transaction.
            try:
                self.connection.executescript(
                    f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;"
                )
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def _back_up(self, version: int) -> None:
        backup = self.folder / f"catalog-before-update-{version}.sqlite3"
        with contextlib.closing(sqlite3.connect(backup)) as copy:
            self.connection.backup(copy)


def is_project(folder: Path) -> bool:
    """Whether `folder` holds a project."""
    return (folder / CATALOG_NAME).is_file()


def require_archive(archive: Path) -> None:
    """Raise ArchiveError unless `archive` is a folder that is there."""
    if not archive.is_dir():
        raise ArchiveError(
            f"The archive folder {archive} cannot be found; connect its drive or choose another "
            "folder."
        )


def now() -> str:
    """The time as kept in the catalog: ISO 8601, UTC, whole seconds."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _acquire(folder: Path) -> FileLock:
    lock = FileLock(folder / "lock", timeout=0, thread_local=False)
    holder_file = folder / "lock.json"
    try:
        lock.acquire()
    except Timeout:
        raise ArchiveError(_told_holder(folder, holder_file)) from None
    except OSError as error:
        raise ArchiveError(
            f"The project {folder} cannot be locked ({error.strerror}); check that you may write "
            "in that folder."
        ) from error
    holder = {
        "user": getpass.getuser(),
        "host": platform.node(),
        "process": os.getpid(),
        "since": now(),
    }
    write_atomically(holder_file, json.dumps(holder).encode())
    return lock


def _told_holder(folder: Path, holder_file: Path) -> str:
    try:
        holder = json.loads(holder_file.read_bytes())
        who = (
            f"by {holder['user']} on {holder['host']} (process {holder['process']}, since "
            f"{holder['since']})"
        )
    except (OSError, ValueError, KeyError, TypeError):
        who = "by another process"
    return f"The project {folder} is in use {who}; close it there first."
