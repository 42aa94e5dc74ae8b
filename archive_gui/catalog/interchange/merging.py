"""Taking over the groupings that another curator has exported."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_gui.catalog.groupings import clean_name, find_grouping, insert_grouping, set_role
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.authorship import Author, authors_of_marks
from archive_gui.catalog.interchange.exports import FORMAT, VERSION
from archive_gui.catalog.journal import step
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.tables import ImageNames, LineError, told_unreadable, writable
from archive_gui.errors import ArchiveError
from archive_gui.words import say, say_count

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Conflict:
    """An image that is positive in a grouping here and negative there, or the other way round."""

    grouping: int
    name: str
    image: int
    path: str
    here: Role
    here_by: Author
    there: Role
    there_by: Author


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A mark that was not taken over, by the path that the other curator's image has."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge brought: groupings that the file names, marks that are new, and what not."""

    who: str
    groupings: int
    marks: int
    conflicts: tuple[Conflict, ...]
    left_out: tuple[LeftOut, ...]


def merge_file(project: Project, file: Path) -> MergeReport:
    """Add the groupings of a file that :func:`export_groupings` wrote as one step of undo.

    A grouping is known by its name and anchor together. Images are known by their SHA-256, and by
    path where that is not known; those that are not here are left out and reported, a grouping
    whose anchor is not here as a whole. Where an image has another mark here, that stays, and the
    two are reported. Notes are joined. Raises ArchiveError when the file cannot be read or is none
    of this kind.
    """
    document = _read(file)
    there = _Images(project)
    authors = authors_of_marks(project)
    who = str(document["who"])
    groupings: set[int] = set()
    marks = 0
    conflicts: list[Conflict] = []
    left_out: list[LeftOut] = []
    label = say("Merge the groupings of {who}", who=who) if who else say("Merge groupings")
    with step(project, label) as connection:
        for told in document["groupings"]:
            found = list(there.known(told["marks"], left_out))
            anchor = next((image for image, mark in found if mark["role"] == Role.ANCHOR), None)
            name = clean_name(told["name"])
            if anchor is None or not name:
                reason = say("the anchor of “{name}” is not in this archive", name=name)
                left_out += [LeftOut(mark["path"], reason) for _, mark in found]
                continue
            grouping, new = _grouping(connection, name, anchor, told["note"])
            groupings.add(grouping)
            if new:
                _credit(connection, grouping, anchor, _author(found, anchor, who))
                marks += 1
            for image, mark in found:
                if image == anchor:
                    continue
                role = Role.NEGATIVE if mark["role"] == Role.NEGATIVE else Role.POSITIVE
                author = Author(mark["who"] or who, mark["when"])
                here = _role(connection, grouping, image)
                if here is None:
                    set_role(connection, grouping, image, role)
                    _credit(connection, grouping, image, author)
                    marks += 1
                elif here is not role:
                    by = authors.get((grouping, image), Author("", ""))
                    path = there.paths[image]
                    conflicts.append(Conflict(grouping, name, image, path, here, by, role, author))
    return MergeReport(who, len(groupings), marks, tuple(conflicts), tuple(left_out))


def take_theirs(project: Project, conflicts: Sequence[Conflict]) -> int:
    """Give images the marks that they have there, as one step of undo; returns how many changed.

    What is another mark by now than the conflict says stays.
    """
    label = say_count(
        len(conflicts),
        "Take over {n:,} mark of another curator",
        "Take over {n:,} marks of other curators",
    )
    changed = 0
    with step(project, label) as connection:
        for each in conflicts:
            if _role(connection, each.grouping, each.image) is each.here:
                set_role(connection, each.grouping, each.image, each.there)
                _credit(connection, each.grouping, each.image, each.there_by)
                changed += 1
    return changed


class _Images:
    """Finds the images that another curator has marked."""

    def __init__(self, project: Project) -> None:
        self._names = ImageNames(project)
        self.paths: dict[int, str] = {}
        self._digests: dict[int, str | None] = {}
        self._by_digest: dict[str, list[int]] = defaultdict(list)
        images = list_images(project, missing=True)
        for image in sorted(images, key=lambda image: image.missing):
            self.paths[image.id], self._digests[image.id] = image.path, image.sha256
            if image.sha256:
                self._by_digest[image.sha256].append(image.id)

    def known(
        self, marks: Sequence[dict[str, str]], left_out: list[LeftOut]
    ) -> Iterator[tuple[int, dict[str, str]]]:
        """The images of those marks whose image is here; the others go to `left_out`."""
        for mark in marks:
            try:
                yield self._find(mark["path"], mark["sha256"]), mark
            except LineError as refusal:
                left_out.append(LeftOut(mark["path"], str(refusal)))

    def _find(self, path: str, digest: str) -> int:
        try:
            named = self._names.find(path, "path")
        except LineError:
            if alike := self._by_digest.get(digest):
                return alike[0]
            raise
        if not digest or self._digests[named] in (digest, None):
            return named
        if alike := self._by_digest.get(digest):
            return alike[0]
        raise LineError(say("{file} is another file here than there", file=path))


def _grouping(
    connection: sqlite3.Connection, name: str, anchor: int, note: str
) -> tuple[int, bool]:
    """The grouping with this name and anchor, with the note added; whether it was made now."""
    grouping = find_grouping(connection, name, anchor)
    new = grouping is None
    if grouping is None:
        grouping = insert_grouping(connection, name, anchor)
    [here] = connection.execute("SELECT note FROM groupings WHERE id = ?", (grouping,)).fetchone()
    if note and note not in here:
        joined = f"{here}\n{note}" if here else note
        connection.execute("UPDATE groupings SET note = ? WHERE id = ?", (joined, grouping))
    return grouping, new


def _role(connection: sqlite3.Connection, grouping: int, image: int) -> Role | None:
    row = connection.execute(
        "SELECT role FROM marks WHERE grouping = ? AND image = ?", (grouping, image)
    ).fetchone()
    return None if row is None else Role(row["role"])


def _author(found: Sequence[tuple[int, dict[str, str]]], image: int, who: str) -> Author:
    mark = next(mark for each, mark in found if each == image)
    return Author(mark["who"] or who, mark["when"])


def _credit(connection: sqlite3.Connection, grouping: int, image: int, by: Author) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO credits SELECT step, ?, ?, ?, ? FROM recording",
        (grouping, image, by.who, by.when),
    )


def _read(file: Path) -> dict[str, Any]:
    """What a file says, with every text that it should have, whatever the file holds."""
    try:
        with told_unreadable(file):
            document = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        document = None
    match document:
        case {"format": kind, "version": int(version), "groupings": list(groupings)} if (
            kind == FORMAT
        ):
            if version > VERSION:
                raise ArchiveError(
                    say(
                        "The file {file} was written by a newer archive-gui; update the program "
                        "to merge it.",
                        file=file,
                    )
                )
            if all(map(_is_grouping, groupings)):
                return {
                    "who": _text(document.get("who")),
                    "groupings": [_grouping_of(each) for each in groupings],
                }
    raise ArchiveError(
        say(
            "The file {file} holds no groupings of archive-gui; have them exported with a name "
            "that ends in .json.",
            file=file,
        )
    )


def _is_grouping(told: object) -> bool:
    match told:
        case {"name": str(), "marks": list(marks)}:
            return all(map(_is_mark, marks))
    return False


def _is_mark(told: object) -> bool:
    match told:
        case {"role": "anchor" | "positive" | "negative", "path": str()}:
            return True
    return False


def _grouping_of(told: dict[str, Any]) -> dict[str, Any]:
    marks = [
        {
            "role": mark["role"],
            "path": _text(mark["path"]),
            "sha256": digest if _DIGEST.fullmatch(digest := _text(mark.get("sha256"))) else "",
            "who": _text(mark.get("who")),
            "when": _text(mark.get("when")),
        }
        for mark in told["marks"]
    ]
    return {"name": _text(told["name"]), "note": _text(told.get("note")), "marks": marks}


def _text(value: object) -> str:
    return writable(value) if isinstance(value, str) else ""
