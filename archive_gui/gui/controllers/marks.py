"""Groupings and marks: what a person says of the images."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog import groupings as catalog
from archive_gui.catalog import journal
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.messages import Messages
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import MarksState, Workspace, read_marks
from archive_gui.progress import Progress

T = TypeVar("T")


class MarksController(QObject):
    """Changes groupings in the catalog lane, one after another, and shows what came of it.

    Signals:
        marks_changed(): a change that a person asked for is in the catalog and on the screen.
        started_grouping(int): a grouping was made; its id.
    """

    marks_changed = Signal()
    started_grouping = Signal(int)

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages

    def start_grouping(self, image: ImageRecord) -> None:
        """Start a grouping with `image` as its anchor, or take the one in hand that it anchors."""
        for grouping in self._workspace.groupings.values():
            if grouping.anchor == image.id:
                self._workspace.activate(grouping.id)
                self._messages.info(
                    self.tr("This image is the anchor of “{name}” already.").format(
                        name=grouping.name
                    )
                )
                return
        self._change(
            lambda project: catalog.create_grouping(project, image.id), self._grouping_started
        )

    def mark(self, images: Sequence[ImageRecord], role: Role) -> None:
        """Mark images as positive or negative in the grouping in hand."""
        active = self._workspace.active
        if active is None:
            self._messages.info(
                self.tr(
                    "Marks belong to a grouping. Select the image that shows the motif best and "
                    "press A to start one, or choose a grouping on the left."
                )
            )
            return
        self.mark_in(active.id, [image.id for image in images], role)

    def mark_in(self, grouping: int, images: Sequence[int], role: Role) -> None:
        """Mark images in a certain grouping; its anchor stays what it is."""
        target = self._workspace.groupings.get(grouping)
        if target is None:
            return
        marked = [image for image in images if image != target.anchor]
        if not marked:
            self._messages.info(
                self.tr(
                    "This image is the anchor of “{name}”, what the others are compared with."
                ).format(name=target.name)
            )
            return
        self._change(lambda project: catalog.mark(project, grouping, marked, role))

    def make_anchor(self, image: ImageRecord) -> None:
        """Make `image` the anchor of the grouping in hand; the old anchor becomes a positive."""
        active = self._workspace.active
        if active is not None:
            self._change(lambda project: catalog.mark(project, active.id, [image.id], Role.ANCHOR))

    def unmark(self, images: Sequence[ImageRecord]) -> None:
        """Take images out of the grouping in hand."""
        active = self._workspace.active
        roles = self._workspace.active_marks()
        marked = [image.id for image in images if image.id in roles]
        if active is not None and marked:
            self._change(lambda project: catalog.unmark(project, active.id, marked))

    def rename(self, grouping: int, name: str) -> None:
        """Give a grouping another name."""
        self._change(lambda project: catalog.rename_grouping(project, grouping, name))

    def set_note(self, grouping: int, note: str) -> None:
        """Keep a text with a grouping."""
        self._change(lambda project: catalog.set_note(project, grouping, note))

    def delete(self, grouping: int) -> None:
        """Delete a grouping; the images stay, and undo brings it back."""
        self._change(lambda project: catalog.delete_grouping(project, grouping))

    def merge(self, into: int, other: int) -> None:
        """Move all marks of `other` into another grouping."""

        def merged(_: None) -> None:
            self._workspace.activate(into)

        self._change(lambda project: catalog.merge_groupings(project, into, other), merged)

    def undo(self) -> None:
        """Take the last change back."""
        self._change(journal.undo, lambda label: self._say(self.tr("Undone: {what}"), label))

    def redo(self) -> None:
        """Make the last change that was taken back again."""
        self._change(journal.redo, lambda label: self._say(self.tr("Done again: {what}"), label))

    def _say(self, text: str, label: str | None) -> None:
        if label is not None:
            self._messages.info(text.format(what=label))

    def _grouping_started(self, grouping: int) -> None:
        self._workspace.activate(grouping)
        self.started_grouping.emit(grouping)

    def _change(
        self, function: Callable[[Project], T], then: Callable[[T], None] | None = None
    ) -> None:
        project = self._workspace.project
        if project is None:
            return

        def work(progress: Progress) -> tuple[T, MarksState]:
            del progress
            return function(project), read_marks(project)

        def done(result: tuple[T, MarksState]) -> None:
            if self._workspace.project is not project:
                return
            self._workspace.take_marks(result[1])
            if then is not None:
                then(result[0])
            self.marks_changed.emit()

        self._runner.start(Lane.CATALOG, work, done)
