"""What other programs know of the images: names and values, kept beside the images."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive_gui.catalog.journal import step
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.tables import LineError
from archive_gui.catalog.triplets import ImportReport, add_marks
from archive_gui.errors import ArchiveError
from archive_gui.words import say

# Between the values of one name, in a cell as in the catalog.
JOINT = "; "


@dataclass(frozen=True, slots=True)
class PropertyName:
    """A name, of how many images it tells something, and how many values several of them share."""

    name: str
    images: int
    shared: int


def properties_of(project: Project, image: int) -> tuple[tuple[str, str], ...]:
    """The names and values of an image, in the order in which they were told."""
    rows = project.connection.execute(
        "SELECT name, value FROM properties WHERE image = ? ORDER BY id", (image,)
    )
    return tuple((row["name"], row["value"]) for row in rows)


def all_properties(project: Project) -> dict[int, dict[str, str]]:
    """The values by name of every image that has any, by the image's id."""
    found: dict[int, dict[str, str]] = {}
    rows = project.connection.execute("SELECT image, name, value FROM properties ORDER BY id")
    for image, name, value in rows:
        found.setdefault(image, {})[name] = value
    return found


def property_names(project: Project) -> list[PropertyName]:
    """The names that any image has a value of, in the order in which they first came."""
    rows = project.connection.execute(
        "SELECT name, sum(times), sum(times > 1) FROM (SELECT name, count(*) AS times, "
        "min(id) AS first FROM properties GROUP BY name, value) GROUP BY name ORDER BY min(first)"
    )
    return [PropertyName(*row) for row in rows]


def property_words(project: Project) -> dict[int, str]:
    """All values of every image that has any, a line each, by the image's id."""
    rows = project.connection.execute(
        "SELECT image, group_concat(value, char(10)) FROM properties GROUP BY image"
    )
    return dict(rows.fetchall())


def put_properties(
    connection: sqlite3.Connection, image: int, values: Mapping[str, Iterable[str]]
) -> int:
    """Have an image have these values, an empty one none; returns how many names changed.

    Inside an open transaction. Names that are not among them stay as they are.
    """
    changed = 0
    for name, each in values.items():
        value = JOINT.join(each)
        if not value:
            done = connection.execute(
                "DELETE FROM properties WHERE image = ? AND name = ?", (image, name)
            )
        else:
            done = connection.execute(
                "INSERT INTO properties (image, name, value) VALUES (?, ?, ?) "
                "ON CONFLICT (image, name) DO UPDATE SET value = excluded.value "
                "WHERE value <> excluded.value",
                (image, name, value),
            )
        changed += done.rowcount
    return changed


def group_by(project: Project, name: str) -> ImportReport:
    """Make a grouping of every value of a name that several images share, as one step of undo.

    It is called after the value; its first image by path is the anchor, the others positives. A
    grouping that is there already gets the images that it lacks. Raises ArchiveError when no two
    images share a value.
    """
    rows = project.connection.execute(
        "SELECT value, image FROM properties JOIN images ON images.id = image "
        "WHERE name = ? AND missing = 0 ORDER BY value, path",
        (name,),
    )
    members: dict[str, list[int]] = {}
    for row in rows:
        members.setdefault(row["value"], []).append(row["image"])
    shared = {value: images for value, images in members.items() if len(images) > 1}
    if not shared:
        raise ArchiveError(
            say(
                "No two images have the same “{name}”, so there is nothing to group by; choose "
                "another column.",
                name=name,
            )
        )
    groupings: set[int] = set()
    marks = 0
    with step(project, say("Group by “{name}”", name=name)) as connection:
        for value, (anchor, *others) in shared.items():
            for image in others:
                try:
                    grouping, new = add_marks(connection, value, anchor, {image: Role.POSITIVE})
                except LineError:
                    # What a curator has said otherwise counts for more than a table.
                    continue
                groupings.add(grouping)
                marks += new
    return ImportReport(len(groupings), marks, ())
