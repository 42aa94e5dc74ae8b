"""Stored thumbnails as the pixels that networks learn from."""

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.operations.reading import restore_thumbnails
from archive_gui.progress import Progress
from archive_gui.words import say_count


def stored_pixels(
    project: Project, images: list[ImageRecord], side: int, progress: Progress
) -> npt.NDArray[np.uint8]:
    """The stored thumbnails as what a network of this input size sees: (n, side, side, 3).

    Raises ArchiveError when one is missing and cannot be made again.
    """
    thumbnails = ThumbnailStore(project.thumbnails_file)
    try:
        lost = thumbnails.missing(image.sha256 or "" for image in images)
        gone = [image for image in images if image.sha256 in lost]
        if gone:
            restore_thumbnails(project, thumbnails, gone, progress)
        found = [thumbnails.get(image.sha256 or "") for image in images]
    finally:
        thumbnails.close()
    kept = [data for data in found if data is not None]
    if len(kept) < len(images):
        raise ArchiveError(
            say_count(
                len(images) - len(kept),
                "{n:,} thumbnail is missing; scan the archive again, then train.",
                "{n:,} thumbnails are missing; scan the archive again, then train.",
            )
        )
    pixels = np.empty((len(kept), side, side, 3), np.uint8)
    for place, data in zip(pixels, kept, strict=True):
        progress.check()
        place[:] = network_input(load_thumbnail(data), side)
    return pixels
