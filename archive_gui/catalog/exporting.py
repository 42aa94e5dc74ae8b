"""Writing files for other programs: whole or not at all, and nowhere in archive or project."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from archive_gui.catalog.files import remove_torn_of, replacing
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.words import say


@contextlib.contextmanager
def exported(project: Project, file: Path) -> Iterator[Path]:
    """Give a temporary path beside `file`; at the end of the block it becomes `file`.

    What an export to the same file has left that was killed is removed. Raises ArchiveError when
    the file cannot be written, or lies where the program does not write; an older file of that
    name then stays as it was.
    """
    require_outside(project, file)
    remove_torn_of(file)
    try:
        with replacing(file) as temporary:
            yield temporary
    except OSError as error:
        raise ArchiveError(
            say(
                "The file {file} cannot be written ({why}); choose another place.",
                file=file,
                why=error.strerror,
            )
        ) from error


def require_outside(project: Project, target: Path) -> None:
    """Raise ArchiveError when an export to `target` would touch the archive or the project."""
    resolved = target.resolve()
    if resolved.is_relative_to(project.archive.resolve()):
        raise ArchiveError(
            say(
                "The file {file} lies in the archive folder, in which nothing is ever written; "
                "choose another place.",
                file=target,
            )
        )
    if resolved.exists() and resolved.is_relative_to(project.folder.resolve()):
        raise ArchiveError(
            say("The file {file} belongs to the project itself; choose another place.", file=target)
        )
