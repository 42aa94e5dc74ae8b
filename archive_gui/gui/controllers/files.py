"""Images of the archive as files for other programs: copied, dragged, shown, opened."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from shiboken6 import isValid

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui import desktop
from archive_gui.gui.messages import Messages
from archive_gui.gui.mime import copied, dragged_ids, images_mime
from archive_gui.gui.pictures import Picture, load_picture
from archive_gui.gui.translation import counted, filled
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace

# What a picture of 16 million pixels needs as image data is as much as a clipboard should hold.
_LARGEST_SIDE = 4096


class FilesController(QObject):
    """Gives files of the archive to others, which get copies: nothing is ever moved."""

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._lent: QMimeData | None = None

    def copy(self, images: Sequence[ImageRecord]) -> None:
        """Put files on the clipboard; a single one also as a picture, once it is decoded."""
        present = self._present(images)
        if not present:
            return
        QGuiApplication.clipboard().setMimeData(self._mime(present))
        if len(present) == 1:
            self._decode(present[0], lambda image: self._copy_picture(present[0], image))
        self._messages.info(
            counted(
                len(present),
                self.tr("{n:,} image is copied: paste it where you want it."),
                self.tr("{n:,} images are copied: paste them where you want them."),
            )
        )

    def copy_paths(self, images: Sequence[ImageRecord]) -> None:
        """Put the whole paths of files on the clipboard as text, one on a line."""
        paths = [str(self._workspace.file_of(image)) for image in images]
        QGuiApplication.clipboard().setText("\n".join(paths))
        if len(paths) == 1:
            self._messages.info(filled(self.tr("Copied: {path}"), path=paths[0]))
        else:
            self._messages.info(filled(self.tr("{n:,} paths are copied."), n=len(paths)))

    def show_in_folder(self, images: Sequence[ImageRecord]) -> None:
        """Show files in the file manager."""
        if present := self._present(images):
            desktop.show_in_folder([self._workspace.file_of(image) for image in present], self)

    def open_outside(self, image: ImageRecord) -> None:
        """Open a file with the program that the desktop has for it."""
        if self._present([image]) and not desktop.open_file(self._workspace.file_of(image)):
            self._messages.warning(
                filled(
                    self.tr(
                        "This computer has no program for {path}; install one, or choose one in "
                        "the file manager."
                    ),
                    path=image.path,
                )
            )

    def lend_picture(self, image: ImageRecord, data: QMimeData) -> None:
        """Put the picture of an image into a drag that is under way, once it is decoded."""
        self._lent = data
        self._decode(image, lambda picture: self._lend(image, picture))

    def _lend(self, image: ImageRecord, picture: QImage) -> None:
        data, self._lent = self._lent, None
        # A drag may be over, and its data deleted by Qt, before the picture is there.
        if data is not None and isValid(data) and self._is_in(data, image):
            data.setImageData(picture)

    def _copy_picture(self, image: ImageRecord, picture: QImage) -> None:
        # Whatever was copied meanwhile, here or elsewhere, stays.
        if self._is_in(copied(), image):
            data = self._mime([image])
            data.setImageData(picture)
            QGuiApplication.clipboard().setMimeData(data)

    def _is_in(self, data: QMimeData, image: ImageRecord) -> bool:
        """Whether it is this image of the archive that is open now."""
        return dragged_ids(data, self._workspace.folder) == (image.id,)

    def _mime(self, images: Sequence[ImageRecord]) -> QMimeData:
        files: list[Path] = [self._workspace.file_of(image) for image in images]
        project = self._workspace.require_project().folder
        data = images_mime([image.id for image in images], files, project)
        # By this name some file managers paste files; by the word they know that they copy.
        listed = "\n".join(["copy", *map(desktop.encoded_url, files)])
        data.setData("x-special/gnome-copied-files", listed.encode())
        return data

    def _decode(self, image: ImageRecord, then: Callable[[QImage], None]) -> None:
        file = self._workspace.file_of(image)

        def decoded(picture: Picture) -> None:
            then(picture.image)

        self._runner.start(
            Lane.VIEWING,
            lambda _: load_picture(file, max_side=_LARGEST_SIDE, name=image.path),
            decoded,
            # What is no picture is still a file.
            failed=lambda _: None,
        )

    def _present(self, images: Sequence[ImageRecord]) -> list[ImageRecord]:
        present = [image for image in images if not image.missing]
        if images and not present:
            self._messages.warning(
                filled(self.tr("{path} is no longer in the archive folder."), path=images[0].path)
            )
        return present
