"""What is on a contact sheet."""

from dataclasses import dataclass
from pathlib import Path

from archive_gui.catalog.records import Role


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of a sheet: its image file (or the bytes of one) and the words below it.

    `facts` say rank and distance; where they are empty, the role is named instead.
    """

    source: Path | bytes
    name: str
    folder: str = ""
    facts: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading, which every page repeats, and the pictures in their order."""

    title: str
    facts: str
    note: str
    entries: tuple[Entry, ...]
