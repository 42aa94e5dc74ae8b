"""Looking at a project that somebody else has open, or in whose folder nothing can be written.

It is copied into the user's own folder, as it is at that moment: the catalog and the thumbnails by
SQLite, which sees them whole while another process writes; models, features and index by their
files, of which those that are there already stay. What is prepared beside is made in the copy.
"""

import contextlib
import datetime
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

from archive_gui.catalog.files import replacing
from archive_gui.catalog.locking import acquire, release
from archive_gui.catalog.project import CATALOG_NAME, Project, is_project
from archive_gui.errors import ArchiveError
from archive_gui.operations.archive import data_folder, project_folder_of
from archive_gui.words import say

_FOLDERS = ("models", "features", "index")
_THUMBNAILS = "thumbnails.sqlite3"


def open_reading_copy(path: Path) -> Project:
    """Copy the project of `path` as it is now, and open the copy; nobody can mark in it.

    Raises ArchiveError when there is no project, the copy is open already, or the disk does not
    take it.
    """
    source = project_folder_of(path).absolute()
    if not is_project(source):
        raise ArchiveError(say("There is no archive-gui project in {folder}.", folder=source))
    digest = hashlib.sha256(os.fsencode(source)).hexdigest()[:16]
    folder = data_folder() / "reading" / digest
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _renew(source, folder)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(
            say(
                "The project {folder} cannot be copied to {copy} ({why}); see that the disk is not "
                "full, and try again.",
                folder=source,
                copy=folder,
                why=error,
            )
        ) from error
    project = Project.open(folder, None if is_project(path) else path)
    project.read_only = True
    return project


def _renew(source: Path, folder: Path) -> None:
    lock = acquire(folder, datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"))
    try:
        for ending in ("-wal", "-shm"):
            # They belong to the catalog that the copy had before.
            (folder / f"{CATALOG_NAME}{ending}").unlink(missing_ok=True)
        _copy_database(source / CATALOG_NAME, folder / CATALOG_NAME)
        if not (folder / _THUMBNAILS).exists():
            # Without them they are made again.
            with contextlib.suppress(OSError, sqlite3.Error):
                _copy_database(source / _THUMBNAILS, folder / _THUMBNAILS)
        for name in _FOLDERS:
            if (source / name).is_dir():
                _copy_folder(source / name, folder / name)
    finally:
        release(folder, lock)


def _copy_database(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment, without writing anything beside it."""
    log = source.with_name(f"{source.name}-wal")
    if not log.exists():
        # Nobody has it open, so SQLite need not make the files that it shares with others.
        _back_up(f"{source.as_uri()}?immutable=1", target)
    if log.exists():
        _back_up(f"{source.as_uri()}?mode=ro", target)


def _back_up(address: str, target: Path) -> None:
    with (
        replacing(target) as temporary,
        contextlib.closing(sqlite3.connect(address, uri=True)) as there,
        contextlib.closing(sqlite3.connect(temporary)) as here,
    ):
        there.backup(here)


def _copy_folder(source: Path, target: Path) -> None:
    """Copy the files that are not there already; links, which lead anywhere, are left out."""
    target.mkdir(exist_ok=True)
    for entry in source.iterdir():
        copy = target / entry.name
        if entry.is_symlink() or ".part" in entry.name:
            continue
        if entry.is_dir():
            _copy_folder(entry, copy)
        elif entry.is_file() and not _is_same(entry, copy):
            with replacing(copy) as temporary:
                shutil.copy2(entry, temporary)


def _is_same(one: Path, other: Path) -> bool:
    if not other.is_file():
        return False
    first, second = one.stat(), other.stat()
    return (first.st_size, first.st_mtime_ns) == (second.st_size, second.st_mtime_ns)
