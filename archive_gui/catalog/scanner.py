"""Walk the archive folder and notice new, altered, moved and missing files.

Marks belong to content, not to a name: when files are renumbered so that every name is still
there but stands for another picture, each image row follows its SHA-256 to the new name.
"""

import hashlib
import os
import stat
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from pathlib import Path, PurePosixPath

from archive_gui.catalog.project import Project, now, require_archive
from archive_gui.errors import ArchiveError
from archive_gui.progress import Progress
from archive_gui.words import say

# Folders in which network drives and photo programs keep their own thumbnails.
_FOREIGN_FOLDERS = frozenset({"@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information"})


_WALKED = "walked"
# What the catalog can hold. File systems know times that are, in nanoseconds, beyond: after 2262.
_EARLIEST, _LATEST = -(2**63), 2**63 - 1


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the archive as the walk found it.

    `size` in bytes, `modified` in nanoseconds since 1970, as near as 64 bits come to it.
    """

    path: str
    size: int
    modified: int


@dataclass(slots=True)
class Walk:
    """What a walk found, and what it could not look into (path, reason).

    `files` gives size and time of change of each path, as in :class:`FoundFile`; plain pairs,
    since Python's collector is through with these at once.
    """

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    unreadable: list[tuple[str, str]] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """What is the same only for the same files: a digest of their names, sizes and times."""
        digest = hashlib.sha256("\0".join(self.files).encode())
        for number in (0, 1):
            values = array("q", map(itemgetter(number), self.files.values()))
            digest.update(values.tobytes())
        unreadable = [path for path, _ in self.unreadable]
        digest.update(repr(unreadable).encode(errors="surrogateescape"))
        return digest.hexdigest()

    def unseen(self, path: str) -> bool:
        """Whether `path` lies where the walk could not look, so that nothing is known of it."""
        parts = PurePosixPath(path)
        return any(parts.is_relative_to(folder) for folder, _ in self.unreadable)


@dataclass(frozen=True, slots=True)
class ScanReport:
    """How the archive differs from the catalog; `altered` files are still to be read.

    `unchanged`: the folder is as it was when it was walked last, and the catalog stays as it is.
    """

    added: int
    altered: int
    moved: int
    missing: int
    unreadable: tuple[tuple[str, str], ...]
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    path: str
    size: int
    modified: int
    sha256: str | None
    missing: bool


def walk(archive: Path, extensions: Collection[str], progress: Progress) -> Walk:
    """Find every file below `archive` with one of `extensions` (lower case, with the dot).

    Hidden files and folders are passed over, links to folders are not followed. A name that is
    no Unicode, a folder that may not be read, and what is no ordinary file are reported as
    unreadable. Raises ArchiveError when the archive folder itself cannot be read.
    """
    require_archive(archive)
    found = Walk()
    folders = [""]
    while folders:
        progress.check()
        folder = folders.pop()
        try:
            with os.scandir(archive / folder) as entries:
                listed = sorted(entries, key=attrgetter("name"))
        except OSError as error:
            if not folder:
                raise ArchiveError(
                    say(
                        "The archive folder {folder} cannot be read ({why}); check its "
                        "permissions.",
                        folder=archive,
                        why=error.strerror,
                    )
                ) from error
            reason = say(
                "The folder {folder} cannot be read ({why}); check it.",
                folder=folder,
                why=error.strerror,
            )
            found.unreadable.append((folder, reason))
            continue
        prefix = f"{folder}/" if folder else ""
        for entry in listed:
            name = entry.name
            if name[0] == "." or name in _FOREIGN_FOLDERS:
                continue
            path = prefix + name
            if not name.isascii() and not _is_unicode(name):
                shown = path.encode(errors="surrogateescape").decode(errors="backslashreplace")
                reason = say("The name {file} is no Unicode; rename it.", file=shown)
                found.unreadable.append((shown, reason))
            elif _is_folder(entry):
                folders.append(path)
            elif _has_one_of(extensions, name):
                _take(entry, path, found)
        progress.report(len(found.files), 0, say("Looking for images"))
    return found


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _has_one_of(extensions: Collection[str], name: str) -> bool:
    """Whether a name's suffix, as pathlib calls it, is one of these."""
    dot = name.rfind(".")
    return 0 < dot < len(name) - 1 and name[dot:].lower() in extensions


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        # Network drives do that; if it has an image's name, reading it tells the reason.
        return False


def _take(entry: os.DirEntry[str], path: str, found: Walk) -> None:
    try:
        status = entry.stat()
    except OSError as error:
        reason = say("{file} cannot be read ({why}); check it.", file=path, why=error.strerror)
        found.unreadable.append((path, reason))
        return
    if stat.S_ISREG(status.st_mode):
        modified = min(max(status.st_mtime_ns, _EARLIEST), _LATEST)
        found.files[path] = status.st_size, modified
    elif not stat.S_ISDIR(status.st_mode):
        reason = say(
            "{file} is no ordinary file but a pipe or a device; move it elsewhere.", file=path
        )
        found.unreadable.append((path, reason))


def scan(
    project: Project,
    extensions: Collection[str],
    digest: Callable[[Path], str],
    progress: Progress,
) -> ScanReport:
    """Bring the catalog up to date with the archive folder, in one transaction.

    `digest` gives a file's SHA-256 in hexadecimal; it is asked only for files that may be a
    known image under another name. New and altered images are left unread.
    """
    found = walk(project.archive, extensions, progress)
    # Kept with the rows: as long as it is the same, so are they, and need not be looked at.
    fingerprint = found.fingerprint
    if project.setting(_WALKED) == fingerprint:
        return ScanReport(0, 0, 0, 0, tuple(found.unreadable), unchanged=True)
    adrift, unknown = _compare(project, found)
    homes = _match(project.archive, adrift, unknown, digest, progress)
    claimed = {file.path for file in homes.values()}
    # A file of unknown content keeps the row of its name, but not the row of a picture that was
    # missed under that name before: those marks were meant for what was there then.
    by_path = {row.path: row for row in adrift if not row.missing and row.id not in homes}
    altered = {
        by_path[file.path].id: file
        for file in unknown
        if file.path not in claimed and file.path in by_path
    }
    taken = claimed | {file.path for file in altered.values()}
    new = [file for file in unknown if file.path not in taken]
    gone = [row for row in adrift if not row.missing and row.id not in homes | altered]
    moved = [row for row in adrift if row.id in homes and homes[row.id].path != row.path]
    _store(project, adrift, homes, altered, new, fingerprint)
    return ScanReport(len(new), len(altered), len(moved), len(gone), tuple(found.unreadable))


def _compare(project: Project, found: Walk) -> tuple[list[_Row], list[FoundFile]]:
    """The rows whose file is not there as they say, and the files that are of no row.

    Almost all are the same at almost every scan, so no object is made of these.
    """
    cursor = project.connection.execute(
        "SELECT id, path, size, modified, sha256, missing FROM images ORDER BY id"
    )
    cursor.row_factory = None
    rows = cursor.fetchall()
    known = {row[1]: row[2:4] for row in rows if not row[5]}
    get = found.files.get
    adrift = [
        _Row(row[0], row[1], row[2], row[3], row[4], bool(row[5]))
        for row in rows
        if row[5] or (get(row[1]) != row[2:4] and not found.unseen(row[1]))
    ]
    unknown = [
        FoundFile(path, *state) for path, state in found.files.items() if known.get(path) != state
    ]
    return adrift, unknown


def _same(row: _Row | None, file: FoundFile) -> bool:
    return row is not None and (row.size, row.modified) == (file.size, file.modified)


def _match(
    archive: Path,
    adrift: list[_Row],
    unknown: list[FoundFile],
    digest: Callable[[Path], str],
    progress: Progress,
) -> dict[int, FoundFile]:
    """Which file now holds the content of which row, by SHA-256."""
    homes = _returned(adrift, unknown)
    back = {file.path for file in homes.values()}
    wanted: dict[str, list[_Row]] = defaultdict(list)
    for row in adrift:
        if row.sha256 is not None and row.id not in homes:
            wanted[row.sha256].append(row)
    sizes = {row.size for rows in wanted.values() for row in rows}
    candidates = [file for file in unknown if file.size in sizes and file.path not in back]
    holders: dict[str, list[FoundFile]] = defaultdict(list)
    for number, file in enumerate(candidates):
        progress.check()
        progress.report(number, len(candidates), say("Looking for moved files"))
        try:
            holders[digest(archive / file.path)].append(file)
        except OSError:
            # It stays unread, and reading it tells the reason.
            continue
    for content, files in holders.items():
        homes |= _pair(wanted.get(content, []), files)
    return homes


def _pair(rows: list[_Row], files: list[FoundFile]) -> dict[int, FoundFile]:
    """Which file each row follows, where several rows and files have the same content.

    First who only was touched, then same name in another folder, then the rest in order; rows
    in use before rows that were missing.
    """
    homes: dict[int, FoundFile] = {}
    free = {file.path: file for file in sorted(files, key=lambda file: file.path)}
    for row in rows:
        if row.path in free:
            homes[row.id] = free.pop(row.path)
    for missing in (False, True):
        left = [row for row in rows if row.missing is missing and row.id not in homes]
        by_name: dict[str, list[str]] = defaultdict(list)
        for path in reversed(free):
            by_name[PurePosixPath(path).name].append(path)
        for row in left:
            if same_name := by_name[PurePosixPath(row.path).name]:
                homes[row.id] = free.pop(same_name.pop())
        for row in left:
            if row.id not in homes and free:
                homes[row.id] = free.pop(next(iter(free)))
    return homes


def _returned(adrift: list[_Row], unknown: list[FoundFile]) -> dict[int, FoundFile]:
    """Missing rows whose file is back as it was, so that a drive's return costs no hashing."""
    missed = {row.path: row for row in adrift if row.missing}
    return {missed[file.path].id: file for file in unknown if _same(missed.get(file.path), file)}


def _store(
    project: Project,
    adrift: list[_Row],
    homes: dict[int, FoundFile],
    altered: dict[int, FoundFile],
    new: list[FoundFile],
    fingerprint: str,
) -> None:
    with project.transaction() as connection:
        # All adrift rows leave their names first, so that names can be exchanged.
        connection.executemany(
            "UPDATE images SET missing = 1 WHERE id = ?", [(row.id,) for row in adrift]
        )
        connection.executemany(
            "UPDATE images SET missing = 0, path = ?, size = ?, modified = ? WHERE id = ?",
            [(file.path, file.size, file.modified, row) for row, file in homes.items()],
        )
        connection.executemany(
            "UPDATE images SET missing = 0, unread = 1, size = ?, modified = ? WHERE id = ?",
            [(file.size, file.modified, row) for row, file in altered.items()],
        )
        connection.executemany(
            "INSERT INTO images (path, size, modified, added) VALUES (?, ?, ?, ?)",
            [(file.path, file.size, file.modified, now()) for file in new],
        )
        connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_WALKED, fingerprint))
