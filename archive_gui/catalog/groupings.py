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

# Characters of a name in what undo would take back.
_SHOWN = 40


def list_groupings(project: Project) -> list[Grouping]:
    """All groupings in the order in which they were made, members in image order."""
    members: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    related: dict[int, list[int]] = defaultdict(list)
    with project.snapshot() as connection:
        for row in connection.execute("SELECT grouping, image, role FROM marks ORDER BY image"):
            members[row["grouping"]][row["role"]].append(row["image"])
        for row in connection.execute(
            "SELECT grouping, other FROM related ORDER BY grouping, other"
        ):
            related[row["grouping"]].append(row["other"])
            related[row["other"]].append(row["grouping"])
        rows = connection.execute("SELECT id, name, note FROM groupings ORDER BY id").fetchall()
    return [
        Grouping(
            id=row["id"],
            name=row["name"],
            note=row["note"],
            anchor=members[row["id"]][Role.ANCHOR][0],
            positives=tuple(members[row["id"]][Role.POSITIVE]),
            negatives=tuple(members[row["id"]][Role.NEGATIVE]),
            related=tuple(sorted(related[row["id"]])),
        )
        for row in rows
    ]


def create_grouping(project: Project, anchor: int, name: str = "") -> int:
    """Start a grouping with the image `anchor`; returns its id.

    Without a name it is called after the anchor's file, and its folder if need be. A name that
    another grouping of the same anchor has gets a number, since name and anchor together tell
    groupings apart.
    """
    free = _free_name(project.connection, name, anchor)
    with step(project, say("Start “{name}”", name=short(free))) as connection:
        return insert_grouping(connection, free, anchor)


def create_marked(project: Project, anchor: int, images: Sequence[int], role: Role) -> int:
    """Start a grouping with its anchor and first marks as one step of undo; returns its id."""
    free = _free_name(project.connection, "", anchor)
    with step(project, say("Start “{name}”", name=short(free))) as connection:
        grouping = insert_grouping(connection, free, anchor)
        for image in images:
            if image != anchor:
                set_role(connection, grouping, image, role)
        return grouping


def mark(project: Project, grouping: int, images: Sequence[int], role: Role) -> None:
    """Give `images` a role in a grouping; one that has another role there changes it.

    A new anchor makes the old one a positive. Raises ArchiveError when the only anchor would
    become something else, or when several images are to be the anchor.
    """
    count = len(set(images))
    found = require_grouping(project.connection, grouping)
    with step(project, _marking(count, role, found["name"])) as connection:
        anchor = anchor_of(connection, grouping)
        if role is Role.ANCHOR:
            if count != 1:
                raise ArchiveError(
                    say(
                        "The grouping “{name}” has one anchor; choose a single image.",
                        name=found["name"],
                    )
                )
            if images[0] == anchor:
                return
            require_free(connection, found["name"], images[0])
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
    found = require_grouping(project.connection, grouping)
    label = say_count(
        count,
        "Unmark {n:,} image in “{name}”",
        "Unmark {n:,} images in “{name}”",
        name=short(found["name"]),
    )
    with step(project, label) as connection:
        left = {
            row["image"]
            for row in connection.execute("SELECT image FROM marks WHERE grouping = ?", (grouping,))
        } - set(images)
        if left and anchor_of(connection, grouping) in images:
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
            remove_grouping(connection, grouping)


def rename_grouping(project: Project, grouping: int, name: str) -> None:
    """Give a grouping another name; ArchiveError when it is empty or taken for that anchor."""
    found, wanted = require_grouping(project.connection, grouping), clean_name(name)
    label = say("Rename “{name}” to “{new}”", name=short(found["name"]), new=short(wanted))
    with step(project, label) as connection:
        if not wanted:
            raise ArchiveError(say("A grouping needs a name; type at least one letter."))
        other = find_grouping(connection, wanted, anchor_of(connection, grouping))
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
    found = require_grouping(project.connection, grouping)
    label = say("Edit the note of “{name}”", name=short(found["name"]))
    with step(project, label) as connection:
        connection.execute(
            "UPDATE groupings SET note = ? WHERE id = ? AND note <> ?", (note, grouping, note)
        )


def delete_grouping(project: Project, grouping: int) -> None:
    """Delete a grouping with its marks; the images stay, and undo brings it back."""
    delete_groupings(project, [grouping])


def delete_groupings(project: Project, groupings: Sequence[int]) -> None:
    """Delete several groupings as one step of undo."""
    names = [require_grouping(project.connection, each)["name"] for each in groupings]
    label = say_count(len(names), "Delete “{name}”", "Delete {n:,} groupings", name=short(names[0]))
    with step(project, label) as connection:
        for grouping in groupings:
            remove_grouping(connection, grouping)


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


def remove_grouping(connection: sqlite3.Connection, grouping: int) -> None:
    """Delete a grouping with its marks and relations inside an open step."""
    connection.execute("DELETE FROM related WHERE ? IN (grouping, other)", (grouping,))
    connection.execute("DELETE FROM marks WHERE grouping = ?", (grouping,))
    connection.execute("DELETE FROM groupings WHERE id = ?", (grouping,))


def _free_name(connection: sqlite3.Connection, name: str, anchor: int) -> str:
    """`name`, or one after the anchor's file, with a number if a grouping is called so already."""
    row = connection.execute("SELECT path FROM images WHERE id = ?", (anchor,)).fetchone()
    if row is None:
        raise ArchiveError(say("The catalog knows no image number {n}; scan it again.", n=anchor))
    wanted = clean_name(name) or _name_after(connection, PurePosixPath(row["path"]))
    free, number = wanted, 2
    while find_grouping(connection, free, anchor) is not None:
        free, number = f"{wanted} ({number})", number + 1
    return free


def _name_after(connection: sqlite3.Connection, path: PurePosixPath) -> str:
    """The name of a file, with its folder where a grouping has that name already.

    Many archives count the files of each folder anew.
    """
    stem = clean_name(path.stem) or "grouping"
    known = connection.execute("SELECT 1 FROM groupings WHERE name = ?", (stem,)).fetchone()
    return stem if known is None else clean_name(f"{path.parent.name} {stem}") or stem


def require_grouping(connection: sqlite3.Connection, grouping: int) -> sqlite3.Row:
    """The id, name and note of a grouping; ArchiveError when it is gone."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT id, name, note FROM groupings WHERE id = ?", (grouping,)
    ).fetchone()
    if row is None:
        raise ArchiveError(say("That grouping is no longer there; choose another one."))
    return row


def require_free(connection: sqlite3.Connection, name: str, anchor: int) -> None:
    """Raise ArchiveError when a grouping has this name and this anchor already."""
    if find_grouping(connection, name, anchor) is not None:
        raise ArchiveError(
            say("Another grouping “{name}” has that anchor already; merge the two.", name=name)
        )


def anchor_of(connection: sqlite3.Connection, grouping: int) -> int:
    """The image that a grouping has as its anchor."""
    row = connection.execute(
        "SELECT image FROM marks WHERE grouping = ? AND role = 'anchor'", (grouping,)
    ).fetchone()
    return int(row["image"])


def short(name: str) -> str:
    """A grouping's name as a menu has room for it."""
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1].rstrip()}…"


def _marking(count: int, role: Role, name: str) -> Sentence:
    """What the undo step is called that gives so many images a role."""
    match role:
        case Role.ANCHOR:
            return say("Make another image the anchor of “{name}”", name=short(name))
        case Role.POSITIVE:
            return say_count(
                count,
                "Mark {n:,} image as positive in “{name}”",
                "Mark {n:,} images as positive in “{name}”",
                name=short(name),
            )
        case Role.NEGATIVE:
            return say_count(
                count,
                "Mark {n:,} image as negative in “{name}”",
                "Mark {n:,} images as negative in “{name}”",
                name=short(name),
            )
