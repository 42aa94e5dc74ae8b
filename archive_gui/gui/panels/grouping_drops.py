"""Which images of the archive a drag carries to be marked."""

from PySide6.QtCore import QMimeData

from archive_gui.gui import mime
from archive_gui.gui.workspace import Workspace


def images_in(data: QMimeData, workspace: Workspace) -> tuple[int, ...]:
    """The ids of the archive's images in a drag: of the grid, or files from a file manager.

    Empty where there are none, also for files and folders from elsewhere, and where nothing can
    be marked.
    """
    if not workspace.can_mark:
        return ()
    if ids := mime.dragged_ids(data, workspace.folder):
        return tuple(image for image in ids if image in workspace.images)
    if not data.hasUrls():
        return ()
    return workspace.images_of_files(mime.read(data, workspace.folder).files)
