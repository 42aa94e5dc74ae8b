"""Open what a person points at: a project, or a folder of images."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from archive_gui.catalog.backups import Backup, backups, restore_backup
from archive_gui.catalog.project import CATALOG_NAME, Project, is_project, require_archive
from archive_gui.errors import ArchiveError
from archive_gui.words import say

# File systems take 255 bytes; what is cut off, the digest stands for.
_NAME_BYTES = 100


def folder_meant(path: Path) -> Path:
    """What a person opens with `path`: file managers give the catalog of a project for its icon."""
    return path.parent if path.name == CATALOG_NAME and is_project(path.parent) else path


def open_archive(path: Path) -> Project:
    """Open a project folder, or the default project of an image folder, made when it is new.

    Raises ArchiveError when `path` is no folder or its project cannot be opened.
    """
    if is_project(path):
        return Project.open(path)
    if path.is_file():
        raise ArchiveError(
            say("{file} is a file; open the folder that holds the images.", file=path)
        )
    require_archive(path)
    return open_or_create(default_project_folder(path), path)


def project_folder_of(path: Path) -> Path:
    """Where the project lies that :func:`open_archive` opens for `path`."""
    return path if is_project(path) else default_project_folder(path)


def backups_of(path: Path) -> list[Backup]:
    """The copies of the catalog of what :func:`open_archive` opens for `path`, newest first."""
    return backups(project_folder_of(path))


def restore_backup_of(path: Path, backup: Backup) -> None:
    """Have such a copy take the place of the catalog; see :func:`restore_backup`.

    Raises ArchiveError also when it is a copy of another project's catalog.
    """
    folder = project_folder_of(path)
    if not backup.file.resolve().is_relative_to(folder.resolve()):
        raise ArchiveError(
            say(
                "The backup {file} belongs to another archive; choose another one.",
                file=backup.file,
            )
        )
    restore_backup(folder / CATALOG_NAME, backup.file)


def open_or_create(folder: Path, archive: Path) -> Project:
    """Open the project in `folder` on `archive`, or create it there."""
    if is_project(folder):
        return Project.open(folder, archive)
    return Project.create(folder, archive)


def default_project_folder(archive: Path) -> Path:
    """Where the project of an image folder lies unless a person chooses otherwise."""
    resolved = archive.resolve()
    # Two archives may have the same last name; the digest of the whole path tells them apart.
    digest = hashlib.sha256(os.fsencode(resolved)).hexdigest()[:8]
    name = os.fsencode(resolved.name)[:_NAME_BYTES].decode(errors="ignore") or "archive"
    return data_folder() / "projects" / f"{name}-{digest}"


def data_folder() -> Path:
    """The folder for what the program keeps of this user's work."""
    return platformdirs.user_data_path("archive-gui", appauthor=False)


def found_folders(paths: Iterable[Path]) -> frozenset[Path]:
    """Those of these folders that are there now; drives that are asleep make this slow."""
    return frozenset(path for path in paths if path.is_dir())
