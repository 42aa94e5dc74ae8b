"""Groupings as files for other programs and other curators: CSV, Web Annotations, JSON."""

import json
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from archive_gui import __version__
from archive_gui.catalog.exporting import exported
from archive_gui.catalog.interchange.authorship import user_name
from archive_gui.catalog.interchange.marks import Mark, all_marks
from archive_gui.catalog.project import Project, now
from archive_gui.catalog.properties import all_properties, property_names
from archive_gui.catalog.records import Role
from archive_gui.catalog.tables import guarded, write_table
from archive_gui.errors import ArchiveError
from archive_gui.words import say

HEADER = ("grouping", "note", "path", "mark", "sha256", "who", "when")
# What a file says that another copy of the program merges.
FORMAT, VERSION = "archive-gui groupings", 1
# The same mark of the same image has the same identity in every export.
_MARKS = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.w3.org/ns/anno/archive-gui")
_CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {"sha256": "http://schema.org/sha256", "note": "http://schema.org/description"},
)
_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "TIFF": "image/tiff",
    "JPEG2000": "image/jp2",
    "HEIF": "image/heif",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
}


def export_groupings(project: Project, file: Path) -> int:
    """Write all marks in the form that the ending of `file` names; returns how many.

    `.csv` is a table with the metadata of the images, `.jsonld` a page of W3C Web Annotations,
    `.json` what another copy of this program merges. Raises ArchiveError when the ending is
    another one, or the file cannot be written, or lies where the program does not write.
    """
    write = _WRITERS.get(file.suffix.casefold())
    if write is None:
        raise ArchiveError(
            say(
                "The name {file} must end in .csv, .jsonld or .json; choose another one.",
                file=file,
            )
        )
    with project.snapshot():
        marks = list(all_marks(project))
        write(project, file, marks)
    return len(marks)


def _write_csv(project: Project, file: Path, marks: list[Mark]) -> None:
    """A row a mark, in the order of the groupings; RFC 4180, UTF-8 with BOM."""
    # Columns of the metadata that are called as one of ours is are told apart.
    names = [column.name for column in property_names(project)]
    heads = [f"{name} (metadata)" if name in HEADER else name for name in names]
    known = all_properties(project)
    write_table(
        project,
        file,
        (*HEADER, *(guarded(head) for head in heads)),
        (
            tuple(
                map(
                    guarded,
                    (
                        mark.grouping.name,
                        mark.grouping.note,
                        mark.image.path,
                        mark.role.value,
                        mark.image.sha256 or "",
                        mark.author.who,
                        mark.author.when,
                        *(known.get(mark.image.id, {}).get(name, "") for name in names),
                    ),
                )
            )
            for mark in marks
        ),
    )


def _write_annotations(project: Project, file: Path, marks: list[Mark]) -> None:
    """A page of annotations, one a mark; images are named relative to the archive folder.

    An anchor is classified by the name of its grouping; what is marked otherwise is linked to it.
    """
    made = now()
    anchors = {m.grouping.id: m for m in marks if m.role is Role.ANCHOR}
    page = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{uuid.uuid4()}",
        "type": "AnnotationPage",
        "items": [_annotation(mark, anchors[mark.grouping.id], made) for mark in marks],
    }
    _write_json(project, file, page)


def _annotation(mark: Mark, anchor: Mark, made: str) -> dict[str, Any]:
    name = f"{mark.grouping.name}\0{_name_of(anchor)}\0{_name_of(mark)}"
    classes = {"type": "TextualBody", "purpose": "classifying", "value": mark.grouping.name}
    tag = {"type": "TextualBody", "purpose": "tagging", "value": mark.role.value}
    linked = {"type": "SpecificResource", "purpose": "linking", "source": _target(anchor)}
    is_anchor = mark.role is Role.ANCHOR
    annotation: dict[str, Any] = {
        "id": f"urn:uuid:{uuid.uuid5(_MARKS, name)}",
        "type": "Annotation",
        "motivation": "classifying" if is_anchor else "linking",
        "body": [classes, tag] if is_anchor else [linked, classes, tag],
        "target": _target(mark),
        "generator": _generator(),
        "generated": _moment(made),
    }
    if is_anchor and mark.grouping.note:
        annotation["note"] = mark.grouping.note
    if mark.author.who:
        annotation["creator"] = {"type": "Person", "name": mark.author.who}
    if created := _moment(mark.author.when):
        annotation["created"] = created
    return annotation


def _moment(when: str) -> str:
    """A time as annotations must tell it, "" where it is none: in UTC, which is called Z."""
    try:
        return datetime.fromisoformat(when).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        # What another curator's file told may be any text.
        return ""


def _target(mark: Mark) -> dict[str, str]:
    target = {"id": quote(mark.image.path), "type": "Image"}
    if kind := _TYPES.get((mark.image.format or "").upper()):
        target["format"] = kind
    if mark.image.sha256:
        target["sha256"] = mark.image.sha256
    return target


def _name_of(mark: Mark) -> str:
    return mark.image.sha256 or mark.image.path


def _generator() -> dict[str, str]:
    return {"type": "Software", "name": f"archive-gui {__version__}"}


def _write_for_curators(project: Project, file: Path, marks: list[Mark]) -> None:
    """What :func:`merge_file` reads: every grouping with note, marks, and who made them when."""
    groupings: dict[int, dict[str, Any]] = {}
    for mark in marks:
        grouping = groupings.setdefault(
            mark.grouping.id,
            {"name": mark.grouping.name, "note": mark.grouping.note, "marks": []},
        )
        grouping["marks"].append(
            {
                "role": mark.role.value,
                "path": mark.image.path,
                "sha256": mark.image.sha256,
                "who": mark.author.who,
                "when": mark.author.when,
            }
        )
    document = {
        "format": FORMAT,
        "version": VERSION,
        "program": f"archive-gui {__version__}",
        "who": user_name(),
        "when": now(),
        "groupings": list(groupings.values()),
    }
    _write_json(project, file, document)


def _write_json(project: Project, file: Path, document: Any) -> None:
    parts: Iterable[str] = json.JSONEncoder(indent=2, ensure_ascii=False).iterencode(document)
    with exported(project, file) as temporary, temporary.open("w", encoding="utf-8") as out:
        for part in parts:
            out.write(part)
        out.write("\n")


_WRITERS: dict[str, Callable[[Project, Path, list[Mark]], None]] = {
    ".csv": _write_csv,
    ".jsonld": _write_annotations,
    ".json": _write_for_curators,
}
