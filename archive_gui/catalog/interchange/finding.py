"""Which image of the archive another program means by what it calls a file."""

import posixpath
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.tables import ImageNames, LineError
from archive_gui.words import say

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
# Between the files of an item that has several.
_BETWEEN = re.compile(r"\s*[|;,\n]\s*")


class ImageFinder:
    """Finds images by path, by address, and by file name, each with or without its ending."""

    def __init__(self, project: Project) -> None:
        self._archive = project.archive
        self._names = ImageNames(project)
        # None where several images are called so.
        self._called: dict[str, int | None] = {}
        for image in list_images(project):
            path = PurePosixPath(image.path)
            whole = path.with_suffix("").as_posix()
            for name in {_alike(each) for each in (image.path, whole, path.name, path.stem)}:
                known = self._called.setdefault(name, image.id)
                if known != image.id:
                    self._called[name] = None

    def find(self, cell: str) -> int:
        """The id of the image that `cell` names; LineError says why there is none.

        A path that leads out of the archive folder names none, wherever it ends.
        """
        path = self._inside(cell)
        try:
            return self._names.find(path, "path")
        except LineError:
            key = _alike(path)
            if self._called.get(key) is not None:
                return int(self._called[key] or 0)
            if key in self._called:
                raise LineError(
                    say("several images are called {file}; give its path", file=cell)
                ) from None
            raise

    def find_all(self, cell: str) -> list[int]:
        """The ids of all images that `cell` names: one, or several with | ; , or a line between.

        LineError says why there is none, or which of several is none.
        """
        try:
            return [self.find(cell)]
        except LineError:
            parts = [part for part in _BETWEEN.split(cell) if part]
            if len(parts) < 2:
                raise
            return list(dict.fromkeys(self.find(part) for part in parts))

    def _inside(self, cell: str) -> str:
        """What `cell` names as a path in the archive folder."""
        if cell.casefold().startswith("file://"):
            cell = unquote(urlsplit(cell).path)
        elif _ADDRESS.match(cell):
            # Where it lies elsewhere says nothing of where it lies here.
            return PurePosixPath(unquote(urlsplit(cell).path)).name
        if _DRIVE.match(cell) or ("\\" in cell and "/" not in cell):
            cell = cell.replace("\\", "/")
        if _DRIVE.match(cell):
            raise LineError(say("{file} leads out of the archive folder", file=cell))
        if posixpath.isabs(cell):
            whole = Path(posixpath.normpath(cell))
            if whole.is_relative_to(self._archive):
                return whole.relative_to(self._archive).as_posix()
        return cell


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
