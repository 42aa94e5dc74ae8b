"""Indexing in a process of its own, since one bad file may crash the library that decodes it."""

from collections.abc import Callable

from archive_gui.catalog.images import Reading, image_by_id, record_readings
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.scanner import ScanReport
from archive_gui.operations.apart import run_apart
from archive_gui.operations.indexing import IndexReport, index_archive, read_one_by_one
from archive_gui.processes import ProcessEnded
from archive_gui.progress import Progress
from archive_gui.words import say

# More than are under way, or read and not yet kept, when a process ends.
_SUSPECTS = 1024

OnImages = Callable[[list[ImageRecord]], None]


def index_apart(
    project: Project,
    *,
    progress: Progress,
    on_walked: Callable[[ScanReport], None],
    on_images: OnImages,
) -> IndexReport:
    """Do what :func:`index_archive` does; a file that ends the process is told as failed.

    Raises ProcessEnded when it was no file that ended the process.
    """
    passed_over: set[int] = set()
    while True:
        try:
            report: IndexReport = run_apart(
                index_archive,
                project,
                passing_over=frozenset(passed_over),
                progress=progress,
                hear={"on_walked": on_walked, "on_images": on_images},
            )
            return report
        except ProcessEnded:
            culprits = _culprits(project, passed_over, progress, on_images)
            if not culprits:
                raise
            passed_over |= culprits


def _culprits(
    project: Project, passed_over: set[int], progress: Progress, on_images: OnImages
) -> set[int]:
    """Those of the next files that end a process when they are read; they are noted as failed."""
    found: set[int] = set()
    while True:
        under_way: list[int] = []
        try:
            run_apart(
                read_one_by_one,
                project,
                _SUSPECTS,
                frozenset(passed_over | found),
                progress=progress,
                hear={"on_reading": under_way.append, "on_images": on_images},
            )
            return found
        except ProcessEnded:
            if not under_way:
                raise
            image = image_by_id(project, under_way[-1])
            reason = say(
                "{image} cannot be read (the program that decodes it crashed); open it in another "
                "program and save it again.",
                image=image.path,
            )
            record_readings(project, [Reading(image.id, image.sha256, error=reason)])
            on_images([image_by_id(project, image.id)])
            found.add(image.id)
