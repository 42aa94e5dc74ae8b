"""The results of a query as a CSV file for spreadsheets."""

from collections.abc import Mapping
from pathlib import Path

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.tables import guarded, write_table
from archive_gui.operations.querying import QueryReport

HEADER = ("rank", "path", "distance", "model", "mark")


def export_results(
    project: Project, report: QueryReport, marks: Mapping[int, Role], file: Path
) -> int:
    """Write the neighbours that a query found, the nearest first; returns how many rows.

    `marks` are the roles by image id, by which the last column says anchor, positive, negative
    or nothing; `model` 0 is the untrained one. Written as the triplets are: RFC 4180, UTF-8 with
    BOM, no cell that looks like a formula. Raises ArchiveError when the file cannot be written.
    """
    rows = [
        (
            str(result.rank),
            guarded(result.image.path),
            f"{max(0.0, result.distance):.6f}",
            str(report.model),
            marks[result.image.id].value if result.image.id in marks else "",
        )
        for result in report.results
    ]
    write_table(project, file, HEADER, rows)
    return len(rows)
