"""Fixity: compare every file with the SHA-256 that was taken when it was indexed."""

from dataclasses import dataclass

from archive_gui.catalog.images import image_file, list_images
from archive_gui.catalog.project import Project, require_archive
from archive_gui.imaging.fixity import sha256_of
from archive_gui.progress import Progress
from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """How many files were looked for, and which differ or are gone."""

    checked: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]


def verify_archive(project: Project, progress: Progress | None = None) -> VerifyReport:
    """Read every indexed file and compare its digest; nothing is written.

    A file that is there but cannot be read counts as missing. Raises ArchiveError when the
    archive folder itself is not there.
    """
    progress = progress or Progress()
    require_archive(project.archive)
    images = [image for image in list_images(project, missing=True) if image.sha256 is not None]
    present = {image.path for image in images if not image.missing}
    changed, missing = [], []
    for number, image in enumerate(images):
        progress.check()
        progress.report(number, len(images), say("Verifying"))
        if image.missing and image.path in present:
            missing.append(image.path)
            continue
        try:
            if sha256_of(image_file(project, image)) != image.sha256:
                changed.append(image.path)
        except OSError:
            missing.append(image.path)
    return VerifyReport(len(images), tuple(changed), tuple(missing))
