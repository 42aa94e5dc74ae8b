"""Who made which mark, and when: what the journal knows, and what others' exports have told."""

import contextlib
import getpass
import json
from dataclasses import dataclass

from archive_gui.catalog.project import Project


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a mark and when (ISO 8601, UTC); each "" where nobody knows."""

    who: str
    when: str


def user_name() -> str:
    """The name of whoever works here, "" where the system knows none."""
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return ""


def authors_of_marks(project: Project) -> dict[tuple[int, int], Author]:
    """Who made the present mark of an image in a grouping, by the ids of grouping and image.

    Marks that were merged from somebody else's export are that person's, all others the user's.
    Marks of which the journal knows nothing are left out.
    """
    here = user_name()
    credits = {
        (row["step"], row["grouping"], row["image"]): Author(row["who"], row["made"])
        for row in project.connection.execute("SELECT * FROM credits")
    }
    found: dict[tuple[int, int], Author] = {}
    rows = project.connection.execute(
        "SELECT step, made, after FROM changes JOIN steps ON steps.id = step "
        "WHERE relation = 'marks' AND after IS NOT NULL AND undone = 0 ORDER BY changes.id"
    )
    for step, made, after in rows:
        # The journal of a stranger may hold any text.
        with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
            mark = json.loads(after)
            key = (int(mark["grouping"]), int(mark["image"]))
            found[key] = credits.get((step, *key), Author(here, str(made)))
    return found
