"""Where this user's files of the program lie that no project holds."""

import os
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """Where prepared networks are kept, for all projects; it may be deleted at any time."""
    chosen = os.environ.get("ARCHIVE_GUI_CACHE")
    return Path(chosen) if chosen else platformdirs.user_cache_path("archive-gui", appauthor=False)
