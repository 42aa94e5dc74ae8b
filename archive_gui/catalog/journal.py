"""The undo journal: every change to groupings and marks is a step that can be taken back."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator

from archive_gui.catalog.project import Project, now
from archive_gui.errors import ArchiveError
from archive_gui.words import kept, restored, say

_KEYS = {
    "groupings": ("id",),
    "marks": ("grouping", "image"),
    "related": ("grouping", "other"),
}
_COLUMNS = {
    "groupings": {"id", "name", "note"},
    "marks": {"grouping", "image", "role"},
    "related": {"grouping", "other"},
}


@contextlib.contextmanager
def step(project: Project, label: str) -> Iterator[sqlite3.Connection]:
    """One transaction and one undo step, called `label` in the menu.

    What was undone and not redone is forgotten, as in every editor. A block that changes
    nothing leaves no step behind. Raises ArchiveError where nothing can be marked.
    """
    project.require_curator()
    with project.transaction() as connection:
        number = connection.execute(
            "INSERT INTO steps (label, made) VALUES (?, ?)", (kept(label), now())
        ).lastrowid
        connection.execute("INSERT INTO recording VALUES (?)", (number,))
        yield connection
        connection.execute("DELETE FROM recording")
        changed = connection.execute("SELECT 1 FROM changes WHERE step = ?", (number,)).fetchone()
        if changed:
            connection.execute("DELETE FROM steps WHERE undone = 1")
        else:
            connection.execute("DELETE FROM steps WHERE id = ?", (number,))


def undo_label(project: Project) -> str | None:
    """What undo would take back, None if there is nothing."""
    return _label(_last_done(project.connection))


def redo_label(project: Project) -> str | None:
    """What redo would do again, None if there is nothing."""
    return _label(_first_undone(project.connection))


def undo(project: Project) -> str | None:
    """Take the last step back and return its label, None if there was nothing to take back.

    Raises ArchiveError, and changes nothing, where the step is damaged or nothing can be marked.
    """
    project.require_curator()
    with _damage_told(), project.transaction() as connection:
        found = _last_done(connection)
        if found is not None:
            for change in _changes(connection, found["id"], "DESC"):
                _put(connection, change["relation"], change["after"], change["before"])
            connection.execute("UPDATE steps SET undone = 1 WHERE id = ?", (found["id"],))
    return _label(found)


def redo(project: Project) -> str | None:
    """Do the last undone step again and return its label, None if there was none.

    Raises ArchiveError as :func:`undo` does.
    """
    project.require_curator()
    with _damage_told(), project.transaction() as connection:
        found = _first_undone(connection)
        if found is not None:
            for change in _changes(connection, found["id"], "ASC"):
                _put(connection, change["relation"], change["before"], change["after"])
            connection.execute("UPDATE steps SET undone = 0 WHERE id = ?", (found["id"],))
    return _label(found)


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    """Have what the catalog refuses of a noted row, or a row that is none, end in a sentence."""
    try:
        yield
    # A text with half of a character in it, which JSON can say, is a ValueError.
    except (sqlite3.Error, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ArchiveError(
            say("This step of the journal is damaged, so it cannot be undone or redone.")
        ) from error


def _last_done(connection: sqlite3.Connection) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT id, label FROM steps WHERE undone = 0 ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return row


def _first_undone(connection: sqlite3.Connection) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT id, label FROM steps WHERE undone = 1 ORDER BY id LIMIT 1"
    ).fetchone()
    return row


def _label(row: sqlite3.Row | None) -> str | None:
    return None if row is None else restored(row["label"])


def _changes(connection: sqlite3.Connection, number: int, order: str) -> list[sqlite3.Row]:
    return connection.execute(
        f"SELECT relation, before, after FROM changes WHERE step = ? ORDER BY id {order}", (number,)
    ).fetchall()


def _put(
    connection: sqlite3.Connection, relation: str, present: str | None, wanted: str | None
) -> None:
    """Turn the row `present` into `wanted`; None stands for no row."""
    if wanted is None and present is not None:
        row, keys = _row(relation, present)
        condition = " AND ".join(f"{key} = :{key}" for key in keys)
        connection.execute(f"DELETE FROM {relation} WHERE {condition}", row)
    elif wanted is not None:
        row, keys = _row(relation, wanted)
        columns = ", ".join(row)
        values = ", ".join(f":{column}" for column in row)
        rest = ", ".join(f"{column} = :{column}" for column in row if column not in keys)
        changed = f"UPDATE SET {rest}" if rest else "NOTHING"
        connection.execute(
            f"INSERT INTO {relation} ({columns}) VALUES ({values}) "
            f"ON CONFLICT ({', '.join(keys)}) DO {changed}",
            row,
        )


def _row(relation: str, noted: str) -> tuple[dict[str, object], tuple[str, ...]]:
    """A noted row and the columns that name it; the journal of a stranger may hold any text."""
    row = json.loads(noted)
    if set(row) != _COLUMNS[relation]:
        raise ValueError(f"no row of {relation}")
    return row, _KEYS[relation]
