"""Indexing in a process of its own, since one bad file may end or hang what decodes it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from archive_gui.catalog.images import Reading, image_by_id, record_readings
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.catalog.scanner import ScanReport
from archive_gui.operations.apart import run_apart
from archive_gui.operations.decoding import seconds_for, why_ended
from archive_gui.operations.indexing import Counts, IndexReport, index_archive, read_one_by_one
from archive_gui.processes import ProcessEnded, Stopwatch, TookTooLong
from archive_gui.progress import Progress

OnImages = Callable[[list[ImageRecord]], None]

# What is decoded in a process of its own within that process is to be told as overdue by that one,
# which then goes on; only if it does not, all of it ends.
_MARGIN_SECONDS = 30.0


def index_apart(
    project: Project,
    *,
    backbone: str | None = None,
    search: str | None = None,
    cluster: str | None = None,
    files: str | None = None,
    progress: Progress,
    on_walked: Callable[[ScanReport], None] = lambda report: None,
    on_images: OnImages = lambda images: None,
) -> IndexReport:
    """Do what :func:`index_archive` does; a file that ends or hangs the process is told as failed.

    What is reported is that of all processes that were needed. Raises ProcessEnded when it was no
    file that ended the process.
    """
    passed_over: set[int] = set()
    noticed, started = _Noticed(on_walked), time.monotonic()
    while True:
        begun, before = _Files(project, on_images), time.monotonic() - started
        try:
            report: IndexReport = run_apart(
                index_archive,
                project,
                backbone=backbone,
                search=search,
                cluster=cluster,
                files=files,
                passing_over=frozenset(passed_over),
                progress=progress,
                hear={**noticed.hear, **begun.hear},
                overdue=begun.overdue,
            )
            return replace(
                report,
                added=noticed.counts.added,
                changed=noticed.counts.changed,
                missing=noticed.missing,
                seconds=round(before + report.seconds, 3),
            )
        except ProcessEnded as ended:
            suspects = begun.not_kept
            culprits = _culprits(project, suspects, progress, noticed, on_images)
            if isinstance(ended, TookTooLong):
                # Large pictures wait for each other, and one that is good was read by now.
                culprits |= set(suspects)
            if not culprits:
                raise
            passed_over |= culprits


def _culprits(
    project: Project,
    suspects: Sequence[int],
    progress: Progress,
    noticed: "_Noticed",
    on_images: OnImages,
) -> set[int]:
    """Those of the images whose file ends or hangs the process; they are noted as failed."""
    found: set[int] = set()
    while suspects:
        files = _Files(project, on_images)
        try:
            run_apart(
                read_one_by_one,
                project,
                suspects,
                progress=progress,
                hear={"on_counts": noticed.count, **files.hear},
                overdue=files.overdue,
            )
            break
        except ProcessEnded as ended:
            if files.last is None:
                raise
            image = image_by_id(project, files.last)
            reason = why_ended(image.path, ended)
            record_readings(project, [Reading(image.id, image.sha256, error=reason)])
            on_images([image_by_id(project, image.id)])
            found.add(image.id)
            suspects = [each for each in suspects if each not in files.kept | found]
    return found


class _Noticed:
    """What all processes together notice; one that ends early reports nothing at its end."""

    def __init__(self, on_walked: Callable[[ScanReport], None]) -> None:
        self._on_walked = on_walked
        self.missing = 0
        self.counts = Counts()

    @property
    def hear(self) -> dict[str, Callable[..., None]]:
        """What the process tells; see :meth:`archive_gui.processes.Helper.call`."""
        return {"on_walked": self._walked, "on_counts": self.count}

    def count(self, counts: Counts) -> None:
        """Take in what was read and kept."""
        self.counts += counts

    def _walked(self, report: ScanReport) -> None:
        # Each walk tells only what none has missed before.
        self.missing += report.missing
        self._on_walked(report)


class _Files:
    """Which files a process has begun to read, as it says."""

    def __init__(self, project: Project, on_images: OnImages) -> None:
        self._project = project
        self._on_images = on_images
        self._begun: dict[int, None] = {}
        self._since: dict[int, float] = {}
        self._watch = Stopwatch()
        self.kept: set[int] = set()

    @property
    def hear(self) -> dict[str, Callable[..., None]]:
        """What the process tells; see :meth:`archive_gui.processes.Helper.call`."""
        return {"on_reading": self._reading, "on_read": self._read, "on_images": self._images}

    @property
    def last(self) -> int | None:
        """The image whose file was begun last."""
        return next(reversed(self._begun), None)

    @property
    def not_kept(self) -> list[int]:
        """The images whose files were begun, but not noted as read."""
        return [image for image in self._begun if image not in self.kept]

    def overdue(self) -> bool:
        """Whether a file takes longer to read than any good one would."""
        now = self._watch.seconds()
        return any(
            late > seconds_for(0) and late > seconds_for(image_by_id(self._project, image).size)
            for image, late in (
                (image, now - since - _MARGIN_SECONDS) for image, since in self._since.items()
            )
        )

    def _reading(self, image: int) -> None:
        self._begun[image] = None
        self._since[image] = self._watch.seconds()

    def _read(self, image: int) -> None:
        self._since.pop(image, None)

    def _images(self, images: list[ImageRecord]) -> None:
        self.kept.update(image.id for image in images)
        self._on_images(images)
