"""Groupings and their marks; every change is one transaction and one step of undo."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from archive_gui.catalog.journal import step
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping, Role
from archive_gui.errors import ArchiveError
from archive_gui.words import Sentence, say, say_count


def list_groupings(project: Project) -> list[Grouping]:
    """All groupings in the order in which they were made, members in image order."""
    connection = project.connection
    members: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute("SELECT grouping, image, role FROM marks ORDER BY image"):
        members[row["grouping"]][row["role"]].append(row["image"])
    return [
        Grouping(
            id=row["id"],
            name=row["name"],
            note=row["note"],
            anchor=members[row["id"]][Role.ANCHOR][0],
            positives=tuple(members[row["id"]][Role.POSITIVE]),
            negatives=tuple(members[row["id"]][Role.NEGATIVE]),
        )
        for row in connection.execute("SELECT id, name, note FROM groupings ORDER BY id")
    ]


def create_grouping(project: Project, anchor: int, name: str = "") -> int:
    """Start a grouping with the image `anchor`; returns its id.

    Without a name it is called after the anchor's file. A name that another grouping of the
    same anchor has gets a number, since name and anchor together tell groupings apart.
    """
    with step(project, say("Start a grouping")) as connection:
        return insert_grouping(connection, _free_name(connection, name, anchor), anchor)


def create_marked(project: Project, anchor: int, images: Sequence[int], role: Role) -> int:
    """Start a grouping with its anchor and first marks as one step of undo; returns its id."""
    with step(project, say("Start a grouping with its first marks")) as connection:
        grouping = insert_grouping(connection, _free_name(connection, "", anchor), anchor)
        for image in images:
            set_role(connection, grouping, image, role)
        return grouping


def mark(project: Project, grouping: int, images: Sequence[int], role: Role) -> None:
    """Give `images` a role in a grouping; one that has another role there changes it.

    A new anchor makes the old one a positive. Raises ArchiveError when the only anchor would
    become something else, or when several images are to be the anchor.
    """
    count = len(set(images))
    with step(project, _marking(count, role)) as connection:
        found = _require(connection, grouping)
        anchor = _anchor(connection, grouping)
        if role is Role.ANCHOR:
            if count != 1:
                raise ArchiveError(
                    say(
                        "The grouping “{name}” has one anchor; choose a single image.",
                        name=found["name"],
                    )
                )
            if (
                images[0] != anchor
                and find_grouping(connection, found["name"], images[0]) is not None
            ):
                raise ArchiveError(
                    say(
                        "Another grouping “{name}” has that anchor already; merge the two.",
                        name=found["name"],
                    )
                )
            set_role(connection, grouping, anchor, Role.POSITIVE)
        elif anchor in images:
            raise ArchiveError(
                say(
                    "The anchor of “{name}” cannot be a positive too; make another image its "
                    "anchor first.",
                    name=found["name"],
                )
                if role is Role.POSITIVE
                else say(
                    "The anchor of “{name}” cannot be a negative too; make another image its "
                    "anchor first.",
                    name=found["name"],
                )
            )
        for image in images:
            set_role(connection, grouping, image, role)


def unmark(project: Project, grouping: int, images: Sequence[int]) -> None:
    """Take `images` out of a grouping. Taking the anchor out of an otherwise empty one ends it.

    Raises ArchiveError when the anchor is taken out while other members stay.
    """
    count = len(set(images))
    label = say_count(count, "Unmark {n:,} image", "Unmark {n:,} images")
    with step(project, label) as connection:
        found = _require(connection, grouping)
        left = {
            row["image"]
            for row in connection.execute("SELECT image FROM marks WHERE grouping = ?", (grouping,))
        } - set(images)
        if left and _anchor(connection, grouping) in images:
            raise ArchiveError(
                say(
                    "The anchor of “{name}” cannot be taken out while others stay; make another "
                    "image its anchor first, or delete the grouping.",
                    name=found["name"],
                )
            )
        connection.executemany(
            "DELETE FROM marks WHERE grouping = ? AND image = ?",
            [(grouping, image) for image in images],
        )
        if not left:
            connection.execute("DELETE FROM groupings WHERE id = ?", (grouping,))


def rename_grouping(project: Project, grouping: int, name: str) -> None:
    """Give a grouping another name; ArchiveError when it is empty or taken for that anchor."""
    with step(project, say("Rename a grouping")) as connection:
        _require(connection, grouping)
        wanted = clean_name(name)
        if not wanted:
            raise ArchiveError(say("A grouping needs a name; type at least one letter."))
        other = find_grouping(connection, wanted, _anchor(connection, grouping))
        if other not in (None, grouping):
            raise ArchiveError(
                say(
                    "Another grouping with the same anchor is called “{name}” already; choose "
                    "another name or merge the two.",
                    name=wanted,
                )
            )
        connection.execute(
            "UPDATE groupings SET name = ? WHERE id = ? AND name <> ?", (wanted, grouping, wanted)
        )


def set_note(project: Project, grouping: int, note: str) -> None:
    """Keep a free text with a grouping."""
    with step(project, say("Edit the note of a grouping")) as connection:
        _require(connection, grouping)
        connection.execute(
            "UPDATE groupings SET note = ? WHERE id = ? AND note <> ?", (note, grouping, note)
        )


def delete_grouping(project: Project, grouping: int) -> None:
    """Delete a grouping with its marks; the images stay, and undo brings it back."""
    with step(project, say("Delete a grouping")) as connection:
        _require(connection, grouping)
        connection.execute("DELETE FROM marks WHERE grouping = ?", (grouping,))
        connection.execute("DELETE FROM groupings WHERE id = ?", (grouping,))


def merge_groupings(project: Project, into: int, other: int) -> None:
    """Move the marks of `other` to `into`; the anchor of `other` becomes a positive.

    Where both have a mark for an image, the one of `into` stays. The notes are joined.
    """
    with step(project, say("Merge two groupings")) as connection:
        kept, gone = _require(connection, into), _require(connection, other)
        if into == other:
            raise ArchiveError(
                say("A grouping cannot be merged with itself; choose two groupings.")
            )
        connection.execute(
            "INSERT INTO marks (grouping, image, role) "
            "SELECT ?, image, CASE role WHEN 'anchor' THEN 'positive' ELSE role END FROM marks "
            "WHERE grouping = ? AND image NOT IN (SELECT image FROM marks WHERE grouping = ?)",
            (into, other, into),
        )
        note = "\n".join(text for text in (kept["note"], gone["note"]) if text)
        if note != kept["note"]:
            connection.execute("UPDATE groupings SET note = ? WHERE id = ?", (note, into))
        connection.execute("DELETE FROM marks WHERE grouping = ?", (other,))
        connection.execute("DELETE FROM groupings WHERE id = ?", (other,))


def clean_name(name: str) -> str:
    """A grouping's name on one line, without the `./` that guards a formula in a CSV cell."""
    line = " ".join(name.split())
    return line[2:] if line.startswith("./") and line[2:3] in tuple("=+-@") else line


def insert_grouping(connection: sqlite3.Connection, name: str, anchor: int) -> int:
    """Add a grouping with its anchor inside an open step; returns its id."""
    number = connection.execute("INSERT INTO groupings (name) VALUES (?)", (name,)).lastrowid
    assert number is not None
    connection.execute("INSERT INTO marks VALUES (?, ?, 'anchor')", (number, anchor))
    return number


def find_grouping(connection: sqlite3.Connection, name: str, anchor: int) -> int | None:
    """The id of the grouping with this name and anchor, None if there is none."""
    row = connection.execute(
        "SELECT g.id FROM groupings g JOIN marks m ON m.grouping = g.id "
        "WHERE g.name = ? AND m.image = ? AND m.role = 'anchor'",
        (name, anchor),
    ).fetchone()
    return None if row is None else int(row["id"])


def set_role(connection: sqlite3.Connection, grouping: int, image: int, role: Role) -> bool:
    """Give an image its role in a grouping inside an open step; whether that changed anything."""
    cursor = connection.execute(
        "INSERT INTO marks VALUES (?, ?, ?) ON CONFLICT (grouping, image) "
        "DO UPDATE SET role = excluded.role WHERE role <> excluded.role",
        (grouping, image, role.value),
    )
    return cursor.rowcount > 0


def _marking(count: int, role: Role) -> Sentence:
    """What the undo step is called that gives so many images a role."""
    match role:
        case Role.ANCHOR:
            return say_count(count, "Mark {n:,} image as anchor", "Mark {n:,} images as anchor")
        case Role.POSITIVE:
            return say_count(count, "Mark {n:,} image as positive", "Mark {n:,} images as positive")
        case Role.NEGATIVE:
            return say_count(count, "Mark {n:,} image as negative", "Mark {n:,} images as negative")


def _free_name(connection: sqlite3.Connection, name: str, anchor: int) -> str:
    """`name`, or one after the anchor's file, with a number if a grouping is called so already."""
    row = connection.execute("SELECT path FROM images WHERE id = ?", (anchor,)).fetchone()
    if row is None:
        raise ArchiveError(say("The catalog knows no image number {n}; scan it again.", n=anchor))
    stem = clean_name(PurePosixPath(row["path"]).stem)
    wanted = clean_name(name) or stem or "grouping"
    free, number = wanted, 2
    while find_grouping(connection, free, anchor) is not None:
        free, number = f"{wanted} ({number})", number + 1
    return free


def _require(connection: sqlite3.Connection, grouping: int) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute(
        "SELECT id, name, note FROM groupings WHERE id = ?", (grouping,)
    ).fetchone()
    if row is None:
        raise ArchiveError(say("That grouping is no longer there; choose another one."))
    return row


def _anchor(connection: sqlite3.Connection, grouping: int) -> int:
    row = connection.execute(
        "SELECT image FROM marks WHERE grouping = ? AND role = 'anchor'", (grouping,)
    ).fetchone()
    return int(row["image"])
