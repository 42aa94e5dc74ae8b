import hashlib
from pathlib import Path

import pytest

from archive_gui.catalog.images import Reading, record_readings, unread_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.scanner import ScanReport, scan
from archive_gui.progress import Progress


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def scan_and_read(project: Project) -> ScanReport:
    """Scan, and note the digests of unread images as indexing does."""
    report = scan(project, {".jpg", ".png"}, digest, Progress())
    record_readings(
        project,
        [
            Reading(image.id, digest(project.archive / image.path))
            for image in unread_images(project)
        ],
    )
    return report


@pytest.fixture
def scanned(project: Project) -> Project:
    scan_and_read(project)
    return project
