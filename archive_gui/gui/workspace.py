"""What is open: the project, its images, its groupings, and the grouping in hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.images import image_file
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping, ImageRecord, Role
from archive_gui.errors import ArchiveError
from archive_gui.gui.grid.contents import Contents
from archive_gui.gui.listing import Listing, MarksState, members_as, roles_in
from archive_gui.gui.translation import translated

if TYPE_CHECKING:
    from archive_gui.catalog.properties import PropertyName


class Workspace(QObject):
    """The state that the places of the window share; it changes only on the GUI thread.

    Signals:
        opened(): another project is open; everything is new.
        settled(): its first pictures are on the screen; what takes long may begin.
        closed(): no project is open any more.
        images_replaced(): the list of images is a new one.
        images_updated(list[ImageRecord]): some images are known better now.
        marks_changed(): groupings, their marks, or the undo labels are different.
        active_changed(): another grouping is in hand, or none.
    """

    opened = Signal()
    settled = Signal()
    closed = Signal()
    images_replaced = Signal()
    images_updated = Signal(list)
    marks_changed = Signal()
    active_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self._listing = Listing({}, Contents())
        self.groupings: dict[int, Grouping] = {}
        self.active: Grouping | None = None
        self.undo: str | None = None
        self.redo: str | None = None
        self.is_settled = False
        self.is_closing = False

    def require_project(self) -> Project:
        """The open project; ArchiveError when there is none."""
        if self.project is None:
            raise ArchiveError(self.tr("No archive is open; open a folder of images first."))
        return self.project

    @property
    def folder(self) -> Path | None:
        """The folder of the open project, None where there is none."""
        return None if self.project is None else self.project.folder

    @property
    def can_mark(self) -> bool:
        """Whether marks can be made, and a model learn from them: not in a read-only copy."""
        return self.project is not None and not self.project.read_only

    @property
    def images(self) -> dict[int, ImageRecord]:
        """All images by their ids, also those that are gone."""
        return self._listing.images

    @property
    def contents(self) -> Contents:
        """The images that are there, in the order of their names."""
        return self._listing.contents

    @property
    def more(self) -> int:
        """How many images are there besides, while only the first are listed."""
        return self._listing.more

    @property
    def columns(self) -> tuple[PropertyName, ...]:
        """The names of what other programs know of the images."""
        return self._listing.columns

    def open(self, project: Project, listing: Listing, marks: MarksState) -> None:
        """Take over a project that a job has opened."""
        self.project = project
        self._listing = listing
        self.active = None
        self._take_marks(marks)
        self.active = self.groupings.get(marks.in_hand or 0)
        self.is_settled = False
        self.opened.emit()
        self.images_replaced.emit()
        self.marks_changed.emit()
        self.active_changed.emit()

    def settle(self) -> None:
        """What the screen shows is there; other work may begin."""
        self.is_settled = True
        self.settled.emit()

    def begin_to_close(self) -> None:
        """Jobs come to their end before the project closes; nothing long should begin any more."""
        self.is_closing = self.project is not None

    def close(self) -> Listing:
        """Let go of the project; who calls this closes it in a job, and lets go of the images."""
        former, self._listing = self._listing, Listing({}, Contents())
        self.project, self.active = None, None
        self.is_closing = False
        self.groupings = {}
        self.undo = self.redo = None
        self.closed.emit()
        return former

    def replace_images(self, listing: Listing) -> Listing:
        """Take a new list of all images; who calls this has a job let go of the former one."""
        former, self._listing = self._listing, listing
        self.images_replaced.emit()
        return former

    def update_images(self, images: Iterable[ImageRecord]) -> None:
        """Take newer records of some images."""
        batch = list(images)
        self.images.update((image.id, image) for image in batch)
        # Before the contents, by whose change the grid sees whether to arrange anew.
        self.images_updated.emit(batch)
        self.contents.update(batch)

    def take_marks(self, marks: MarksState) -> None:
        """Take what the catalog says now."""
        self._take_marks(marks)
        self.marks_changed.emit()

    def _take_marks(self, marks: MarksState) -> None:
        self.groupings = {grouping.id: grouping for grouping in marks.groupings}
        self.undo = None if marks.undo is None else translated(marks.undo)
        self.redo = None if marks.redo is None else translated(marks.redo)
        if self.active is not None:
            self.active = self.groupings.get(self.active.id)
            if self.active is None:
                self.active_changed.emit()

    def activate(self, grouping: int | None) -> None:
        """Take a grouping in hand: marks go to it, and its marks show in the grid."""
        active = None if grouping is None else self.groupings.get(grouping)
        if (active and active.id) != (self.active and self.active.id):
            self.active = active
            self.active_changed.emit()

    def file_of(self, image: ImageRecord) -> Path:
        """Where the file of an image lies."""
        return image_file(self.require_project(), image)

    def images_of_files(self, files: Iterable[Path]) -> tuple[int, ...]:
        """The ids of those files that are images of the archive, told by their paths alone."""
        archive = self.require_project().archive
        inside = [file.relative_to(archive) for file in files if file.is_relative_to(archive)]
        wanted = {unicodedata.normalize("NFC", file.as_posix()): -1 for file in inside}
        if wanted:
            # Systems differ in how they compose accented letters.
            for image in self.images.values():
                path = unicodedata.normalize("NFC", image.path)
                if path in wanted and (wanted[path] < 0 or not image.missing):
                    wanted[path] = image.id
        return tuple(image for image in wanted.values() if image >= 0)

    def listed_images(self) -> list[ImageRecord]:
        """The images of the archive in the order of their names, without those that are gone."""
        return list(self.contents.images)

    def active_marks(self) -> Mapping[int, Role]:
        """The role of each image in the grouping in hand."""
        return {} if self.active is None else roles_in(self.active)

    def marks_elsewhere(self) -> Mapping[int, Role]:
        """A role of each image in the other groupings; anchor before positive before negative."""
        roles: dict[int, Role] = {}
        others = [
            g for g in self.groupings.values() if self.active is None or g.id != self.active.id
        ]
        for role in (Role.NEGATIVE, Role.POSITIVE, Role.ANCHOR):
            for grouping in others:
                roles.update((image, role) for image in members_as(grouping, role))
        return roles
