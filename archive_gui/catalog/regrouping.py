"""What changes several groupings at once: merge, split, relate; each is one step of undo."""

import itertools
import sqlite3
from collections.abc import Sequence

from archive_gui.catalog.groupings import (
    anchor_of,
    insert_grouping,
    remove_grouping,
    require_free,
    require_grouping,
    set_role,
    short,
)
from archive_gui.catalog.journal import step
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from archive_gui.words import Sentence, say, say_count

# Their pairs are kept one by one: a hundred groupings have 4,950.
_MOST_RELATED = 100


def merge_groupings(project: Project, into: int, others: Sequence[int]) -> int:
    """Move the marks of `others` to `into`; their anchors become positives.

    Where both have a mark for an image, the one of `into` stays; returns for how many images
    that was another one. The notes are joined, and what was related to any of them is related
    to `into`.
    """
    kept = require_grouping(project.connection, into)
    if into in others:
        raise ArchiveError(say("A grouping cannot be merged with itself; choose two groupings."))
    gone = [require_grouping(project.connection, other) for other in dict.fromkeys(others)]
    label = say_count(
        len(gone),
        "Merge “{name}” into “{into}”",
        "Merge {n:,} groupings into “{into}”",
        name=short(gone[0]["name"]),
        into=short(kept["name"]),
    )
    clashes = 0
    with step(project, label) as connection:
        for other in gone:
            clashes += _move_marks(connection, other["id"], into)
            for related in _related(connection, other["id"]):
                if related != into:
                    _relate(connection, into, related)
            remove_grouping(connection, other["id"])
        note = "\n".join(text for text in (kept["note"], *(each["note"] for each in gone)) if text)
        if note != kept["note"]:
            connection.execute("UPDATE groupings SET note = ? WHERE id = ?", (note, into))
    return clashes


def _move_marks(connection: sqlite3.Connection, source: int, into: int) -> int:
    """Give `into` the marks of `source` that it lacks; returns how many it has otherwise."""
    moved = "CASE role WHEN 'anchor' THEN 'positive' ELSE role END"
    connection.execute(
        f"INSERT INTO marks (grouping, image, role) SELECT ?, image, {moved} FROM marks "
        "WHERE grouping = ? AND image NOT IN (SELECT image FROM marks WHERE grouping = ?)",
        (into, source, into),
    )
    row = connection.execute(
        "SELECT count(*) FROM marks AS there JOIN marks AS here ON there.image = here.image "
        "WHERE there.grouping = ? AND here.grouping = ? "
        "AND (there.role = 'negative') <> (here.role = 'negative')",
        (source, into),
    ).fetchone()
    return int(row[0])


def split_grouping(project: Project, grouping: int, images: Sequence[int]) -> int:
    """Move members of a grouping to a new one and return its id.

    Its anchor is the old anchor if that goes too, or else the first positive of `images`; what
    was negative stays negative, but where only negatives go they are alike in the new grouping.
    A grouping whose anchor goes takes the first positive left as its anchor. The new one is
    related to whatever the old one is related to. Raises ArchiveError when no image of the
    grouping is given, or no anchor or positive would be left.
    """
    found = require_grouping(project.connection, grouping)
    rows = project.connection.execute(
        "SELECT image, role FROM marks WHERE grouping = ?", (grouping,)
    )
    roles = {row["image"]: Role(row["role"]) for row in rows}
    moved = [image for image in dict.fromkeys(images) if image in roles]
    if not moved:
        raise ArchiveError(
            say(
                "None of these images is in “{name}”; select some of its members.",
                name=found["name"],
            )
        )
    left = [i for i, role in roles.items() if i not in moved and role is Role.POSITIVE]
    old_anchor = anchor_of(project.connection, grouping)
    if old_anchor in moved and not left:
        raise ArchiveError(
            say(
                "Nothing that is alike would be left in “{name}”; leave its anchor or a positive.",
                name=found["name"],
            )
        )
    alike = [image for image in moved if roles[image] is not Role.NEGATIVE] or moved
    anchor = old_anchor if old_anchor in moved else alike[0]
    name = _free_name(project.connection, found["name"])
    label = say("Split “{name}” from “{old}”", name=short(name), old=short(found["name"]))
    with step(project, label) as connection:
        connection.executemany(
            "DELETE FROM marks WHERE grouping = ? AND image = ?",
            [(grouping, image) for image in moved],
        )
        if old_anchor in moved:
            require_free(connection, found["name"], left[0])
            set_role(connection, grouping, left[0], Role.ANCHOR)
        new = insert_grouping(connection, name, anchor)
        for image in moved:
            if image != anchor:
                role = Role.POSITIVE if image in alike else Role.NEGATIVE
                set_role(connection, new, image, role)
        for related in _related(connection, grouping):
            _relate(connection, new, related)
    return new


def relate_groupings(project: Project, groupings: Sequence[int]) -> None:
    """Say of each two of these that their members are not to be taken for unlike."""
    chosen = list(dict.fromkeys(groupings))
    if not 2 <= len(chosen) <= _MOST_RELATED:
        raise ArchiveError(
            say(
                "From 2 to {n:,} groupings can be related at once; select so many.",
                n=_MOST_RELATED,
            )
        )
    one_name, other_name = _names(project, chosen)[:2]
    label = (
        say("Relate “{name}” and “{other}”", name=one_name, other=other_name)
        if len(chosen) == 2
        else say("Relate {n:,} groupings", n=len(chosen))
    )
    with step(project, label) as connection:
        for one, other in itertools.combinations(chosen, 2):
            _relate(connection, one, other)


def unrelate_groupings(project: Project, groupings: Sequence[int]) -> None:
    """Take back that these are related to each other; of a single one, to any other."""
    chosen = list(dict.fromkeys(groupings))
    with step(project, _unrelating(_names(project, chosen))) as connection:
        for one in chosen:
            for other in _related(connection, one):
                if len(chosen) == 1 or other in chosen:
                    connection.execute(
                        "DELETE FROM related WHERE grouping = ? AND other = ?",
                        (min(one, other), max(one, other)),
                    )


def _related(connection: sqlite3.Connection, grouping: int) -> list[int]:
    rows = connection.execute(
        "SELECT other FROM related WHERE grouping = ? "
        "UNION SELECT grouping FROM related WHERE other = ?",
        (grouping, grouping),
    )
    return [row[0] for row in rows]


def _relate(connection: sqlite3.Connection, one: int, other: int) -> None:
    connection.execute(
        "INSERT INTO related VALUES (?, ?) ON CONFLICT DO NOTHING",
        (min(one, other), max(one, other)),
    )


def _names(project: Project, groupings: Sequence[int]) -> list[str]:
    return [short(require_grouping(project.connection, each)["name"]) for each in groupings]


def _unrelating(names: list[str]) -> Sentence:
    match names:
        case [name]:
            return say("Unrelate “{name}”", name=name)
        case [name, other]:
            return say("Unrelate “{name}” and “{other}”", name=name, other=other)
        case _:
            return say("Unrelate {n:,} groupings", n=len(names))


def _free_name(connection: sqlite3.Connection, name: str) -> str:
    """The name with the first number from 2 on that no grouping has."""
    taken = {row["name"] for row in connection.execute("SELECT name FROM groupings")}
    return next(free for n in itertools.count(2) if (free := f"{name} ({n})") not in taken)
