"""Groupings as triplets, and the CSV files that carry them in and out."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from archive_gui.catalog.groupings import (
    clean_name,
    find_grouping,
    insert_grouping,
    list_groupings,
    set_role,
)
from archive_gui.catalog.images import list_images
from archive_gui.catalog.journal import step
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping, Role
from archive_gui.catalog.tables import ImageNames, LineError, guarded, read_table, write_table
from archive_gui.words import Sentence, say

HEADER = ("grouping", "anchor", "positive", "negative")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line of a CSV file that was not taken, counted from 1, the header being line 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought: groupings that the file names, marks that are new, lines left out."""

    groupings: int
    marks: int
    skipped: tuple[Skipped, ...]


def count_triplets(groupings: list[Grouping]) -> int:
    """How many explicit triplets (anchor x positive x negative) the groupings hold."""
    return sum(len(g.positives) * len(g.negatives) for g in groupings)


def export_triplets(project: Project, file: Path) -> int:
    """Write every explicit triplet to a CSV file and return how many rows it has.

    RFC 4180, UTF-8 with BOM, sorted by the cells as written. Raises ArchiveError when the
    file cannot be written, or lies where the program does not write; an older file of that name
    then stays as it was.
    """
    paths = {image.id: image.path for image in list_images(project, missing=True)}
    rows = sorted(
        (guarded(g.name), *(guarded(paths[i]) for i in (g.anchor, positive, negative)))
        for g in list_groupings(project)
        for positive in g.positives
        for negative in g.negatives
    )
    write_table(project, file, HEADER, rows)
    return len(rows)


def import_triplets(project: Project, file: Path) -> ImportReport:
    """Add the triplets of a CSV file to the groupings, as one step of undo.

    A grouping is known by its name and anchor together. Lines that name no image of the
    archive, or contradict what is marked, are left out and reported. Raises ArchiveError when
    the file cannot be read or lacks a column.
    """
    names = ImageNames(project)

    def parse(cells: dict[str, str]) -> _Marks:
        anchor, positive, negative = (names.find(cells[column], column) for column in HEADER[1:])
        if len({anchor, positive, negative}) < 3:
            raise LineError(say("it names the same image in two roles"))
        members = {positive: Role.POSITIVE, negative: Role.NEGATIVE}
        return _Marks(cells["grouping"], anchor, members)

    return _import(project, file, HEADER, parse)


def import_groups(project: Project, file: Path) -> ImportReport:
    """Make one grouping per group of a CSV file with the columns path and group.

    A group's first image is the anchor, the others are positives; one step of undo. Lines are
    left out and reported, and ArchiveError raised, as by :func:`import_triplets`.
    """
    names = ImageNames(project)
    anchors: dict[str, int] = {}

    def parse(cells: dict[str, str]) -> _Marks:
        image = names.find(cells["path"], "path")
        anchor = anchors.setdefault(clean_name(cells["group"]), image)
        return _Marks(cells["group"], anchor, {} if anchor == image else {image: Role.POSITIVE})

    return _import(project, file, ("path", "group"), parse)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What one line of a CSV file says."""

    name: str
    anchor: int
    members: dict[int, Role]


def _import(
    project: Project,
    file: Path,
    columns: tuple[str, ...],
    parse: Callable[[dict[str, str]], _Marks],
) -> ImportReport:
    groupings: set[int] = set()
    marks = 0
    skipped: list[Skipped] = []
    with step(project, say("Import {file}", file=file.name)) as connection:
        for number, cells in read_table(file, columns):
            try:
                marks_of = parse(cells)
                grouping, new = add_marks(
                    connection, marks_of.name, marks_of.anchor, marks_of.members
                )
            except LineError as refusal:
                skipped.append(Skipped(number, str(refusal)))
            else:
                groupings.add(grouping)
                marks += new
    return ImportReport(len(groupings), marks, tuple(skipped))


def add_marks(
    connection: sqlite3.Connection, called: str, anchor: int, members: Mapping[int, Role]
) -> tuple[int, int]:
    """Add marks inside an open step; returns the grouping and how many marks are new.

    Raises LineError when they name no grouping, or contradict what is marked.
    """
    name = clean_name(called)
    if not name:
        raise LineError(say("it names no grouping"))
    grouping = find_grouping(connection, name, anchor)
    if grouping is None:
        grouping, new = insert_grouping(connection, name, anchor), 1
    else:
        new = 0
        for image, role in members.items():
            row = connection.execute(
                "SELECT role FROM marks WHERE grouping = ? AND image = ?", (grouping, image)
            ).fetchone()
            if row is not None and row["role"] != role.value:
                raise LineError(_contradiction(role, Role(row["role"])))
    changed = [set_role(connection, grouping, image, role) for image, role in members.items()]
    return grouping, new + sum(changed)


def _contradiction(wanted: Role, marked: Role) -> Sentence:
    """Why an image cannot have a role in a grouping that has it marked otherwise."""
    match wanted, marked:
        case Role.POSITIVE, Role.ANCHOR:
            return say("its positive is the grouping's anchor already")
        case Role.POSITIVE, _:
            return say("its positive is the grouping's negative already")
        case _, Role.ANCHOR:
            return say("its negative is the grouping's anchor already")
    return say("its negative is the grouping's positive already")
