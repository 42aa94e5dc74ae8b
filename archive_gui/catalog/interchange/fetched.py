"""Archives that the program has fetched: which these are, and what is told of their images."""

import logging
from pathlib import Path

from archive_gui.catalog.interchange.manifests import import_manifest
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError

_log = logging.getLogger(__name__)

# What makes a folder one into which the program fetches images.
MARKER = "fetched-by-archive-gui.txt"
# What lies beside the images of each manifest.
MANIFEST = "manifest.json"


def is_fetched(archive: Path) -> bool:
    """Whether the program has made this folder for images that it fetches."""
    return (archive / MARKER).is_file()


def keep_fetched_metadata(project: Project) -> int:
    """Keep what fetched manifests tell of images of which nothing is known yet.

    Returns how many values are new: 0 where the archive was not fetched.
    """
    if project.read_only or not is_fetched(project.archive):
        return 0
    new = 0
    for file in sorted(project.archive.glob(f"*/{MANIFEST}")):
        try:
            new += import_manifest(project, file, new_only=True).properties
        except ArchiveError as error:
            _log.warning("%s", error)
    return new
