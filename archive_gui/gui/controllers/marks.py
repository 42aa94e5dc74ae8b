"""Groupings and marks: what a person says of the images."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from archive_gui.catalog import groupings as catalog
from archive_gui.catalog import journal, regrouping
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.errors import Cancelled
from archive_gui.gui.listing import MarksState, read_marks, remember_in_hand
from archive_gui.gui.messages import Messages
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.progress import Progress

T = TypeVar("T")

# Milliseconds until the grouping in hand is remembered; who looks through many goes on sooner.
_SETTLED = 1000


@dataclass
class _Start:
    """A grouping that is being made; the catalog lane, which makes it, fills in its id."""

    anchor: int
    id: int | None = None
    job: Job | None = None

    def made(self) -> int:
        """Its id, for what comes later in the catalog lane."""
        if self.id is None:
            # Why it could not be made is told already; what was meant for it ends with it.
            raise Cancelled
        return self.id


class MarksController(QObject):
    """Changes groupings in the catalog lane, one after another, and shows what came of it.

    Signals:
        marks_changed(): a change that a person asked for is in the catalog and on the screen.
        changed_in_words(str): what a change that a person asked for did; not of notes, which are
            kept while somebody types, nor of undo and redo, which are told by a message.
        started_grouping(int): a grouping was made; its id.
    """

    marks_changed = Signal()
    changed_in_words = Signal(str)
    started_grouping = Signal(int)

    def __init__(self, workspace: Workspace, runner: JobRunner, messages: Messages) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._start: _Start | None = None
        self._remembered: int | None = None
        self._settle = QTimer(self, interval=_SETTLED, singleShot=True)
        self._settle.timeout.connect(self.remember)
        workspace.opened.connect(self._opened)
        workspace.active_changed.connect(self._settle.start)
        runner.finished.connect(self._job_finished)

    def take_in_hand(self, grouping: int | None) -> None:
        """Have marks go to the grouping that a person chose, None for one still to be made.

        One that is being made is not in their hands any more, even before the catalog has it.
        """
        self._start = None
        self._workspace.activate(grouping)

    def start_grouping(self, image: ImageRecord) -> None:
        """Start a grouping with `image` as its anchor, or take the one in hand that it anchors."""
        for grouping in self._workspace.groupings.values():
            if grouping.anchor == image.id:
                self.take_in_hand(grouping.id)
                self._messages.info(
                    filled(
                        self.tr("This image is the anchor of “{name}” already."), name=grouping.name
                    )
                )
                return
        if self._start is None or self._start.anchor != image.id:
            self._begin(image.id, lambda project: catalog.create_grouping(project, image.id))

    @property
    def starting(self) -> bool:
        """Whether a grouping is being made that marks go to already."""
        return self._start is not None

    def start_marked(self, anchor: int, images: Sequence[int], role: Role) -> None:
        """Start a grouping with its first marks, all taken back by one step of undo."""
        self._begin(anchor, lambda project: catalog.create_marked(project, anchor, images, role))

    def start_with(self, images: Sequence[int]) -> None:
        """Start a grouping with the first of `images` as its anchor, the others as positives."""
        self.start_marked(images[0], images[1:], Role.POSITIVE)

    def _begin(self, anchor: int, make: Callable[[Project], int]) -> None:
        start = _Start(anchor)

        def create(project: Project) -> int:
            start.id = make(project)
            return start.id

        start.job = self.change(create, lambda _: self._grouping_started(start))
        # Marks that are made before the catalog is so far are meant for it already.
        self._start = start if start.job is not None else None

    def mark(self, images: Sequence[ImageRecord], role: Role) -> None:
        """Mark images as positive or negative in the grouping in hand."""
        start = self._start
        if start is not None:
            marked = [image.id for image in images if image.id != start.anchor]
            if marked:
                self.change(lambda project: catalog.mark(project, start.made(), marked, role))
            else:
                self._messages.info(
                    self.tr("This image is the anchor, what the others are compared with.")
                )
            return
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
                filled(
                    self.tr(
                        "This image is the anchor of “{name}”, what the others are compared with."
                    ),
                    name=target.name,
                )
            )
            return
        self.change(lambda project: catalog.mark(project, grouping, marked, role))

    def make_anchor(self, image: ImageRecord) -> None:
        """Make `image` the anchor of the grouping in hand; the old anchor becomes a positive."""
        start, active = self._start, self._workspace.active
        if start is not None:
            self.change(
                lambda project: catalog.mark(project, start.made(), [image.id], Role.ANCHOR)
            )
        elif active is not None:
            self.change(lambda project: catalog.mark(project, active.id, [image.id], Role.ANCHOR))

    def unmark(self, images: Sequence[ImageRecord]) -> None:
        """Take images out of the grouping in hand."""
        start, active = self._start, self._workspace.active
        if start is not None:
            everything = [image.id for image in images]
            self.change(lambda project: catalog.unmark(project, start.made(), everything))
            return
        roles = self._workspace.active_marks()
        marked = [image.id for image in images if image.id in roles]
        if active is not None and marked:
            self.change(lambda project: catalog.unmark(project, active.id, marked))

    def rename(self, grouping: int, name: str) -> None:
        """Give a grouping another name."""
        self.change(lambda project: catalog.rename_grouping(project, grouping, name))

    def set_note(self, grouping: int, note: str) -> Job | None:
        """Keep a text with a grouping; the job that does, None where nothing is open."""
        return self.change(lambda project: catalog.set_note(project, grouping, note), quietly=True)

    def delete(self, groupings: Sequence[int]) -> None:
        """Delete groupings; the images stay, and undo brings them back."""
        if groupings:
            self.change(lambda project: catalog.delete_groupings(project, groupings))

    def merge(self, into: int, others: Sequence[int]) -> None:
        """Move all marks of `others` into another grouping, which is then in hand."""

        def merged(clashes: int) -> None:
            self._workspace.activate(into)
            kept = self._workspace.groupings.get(into)
            if clashes and kept is not None:
                self._messages.info(
                    filled(
                        self.tr(
                            "Merged. Images that were positive in one and negative in another: "
                            "{n:,}. They are what they were in “{name}”."
                        ),
                        n=clashes,
                        name=kept.name,
                    )
                )

        self.change(lambda project: regrouping.merge_groupings(project, into, others), merged)

    def split(self, images: Sequence[ImageRecord]) -> None:
        """Move members of the grouping in hand to a new one, which is then in hand."""
        active = self._workspace.active
        if active is None:
            return
        moved = [image.id for image in images]

        def parted(grouping: int) -> None:
            self._workspace.activate(grouping)
            self.started_grouping.emit(grouping)

        self.change(lambda project: regrouping.split_grouping(project, active.id, moved), parted)

    def relate(self, groupings: Sequence[int]) -> None:
        """Say that the members of these are not to be taken for unlike each other."""
        self.change(lambda project: regrouping.relate_groupings(project, groupings))

    def unrelate(self, groupings: Sequence[int]) -> None:
        """Take that back: among several, or of a single one to all others."""
        self.change(lambda project: regrouping.unrelate_groupings(project, groupings))

    def undo(self) -> None:
        """Take the last change back."""
        self._travel(journal.undo, self.tr("Undone: {what}"))

    def redo(self) -> None:
        """Make the last change that was taken back again."""
        self._travel(journal.redo, self.tr("Done again: {what}"))

    def _travel(self, function: Callable[[Project], str | None], text: str) -> None:
        known = set(self._workspace.groupings)

        def there(label: str | None) -> None:
            if label is None:
                return
            self._messages.info(filled(text, what=label))
            back = set(self._workspace.groupings) - known
            if self._workspace.active is None and len(back) == 1:
                # Who brings a grouping back wants to see it.
                self._workspace.activate(back.pop())

        self.change(function, there, quietly=True)

    def remember(self) -> None:
        """Have the project remember which grouping is in hand, if that did not happen yet."""
        self._settle.stop()
        project, active = self._workspace.project, self._workspace.active
        in_hand = active.id if active is not None else None
        if project is None or in_hand == self._remembered:
            return
        self._remembered = in_hand
        self._runner.start(
            Lane.CATALOG,
            lambda progress: remember_in_hand(project, in_hand),
            # Next time another grouping is in hand; nobody need read of that.
            failed=lambda _: None,
        )

    def _opened(self) -> None:
        active = self._workspace.active
        self._remembered = active.id if active is not None else None

    def _grouping_started(self, start: _Start) -> None:
        # Who has taken another grouping in hand meanwhile keeps that.
        if self._start is start:
            self._workspace.activate(start.id)
        self.started_grouping.emit(start.id)

    def _job_finished(self, job: Job) -> None:
        if self._start is not None and self._start.job is job:
            self._start = None

    def change(
        self,
        function: Callable[[Project], T],
        then: Callable[[T], None] | None = None,
        *,
        quietly: bool = False,
    ) -> Job | None:
        """Change the open catalog in its lane; `then` is called when that shows everywhere."""
        project = self._workspace.project
        if project is None:
            return None

        def work(progress: Progress) -> tuple[T, MarksState]:
            del progress
            return function(project), read_marks(project)

        def done(result: tuple[T, MarksState]) -> None:
            if self._workspace.project is not project:
                return
            self._workspace.take_marks(result[1])
            if then is not None:
                then(result[0])
            if not quietly and self._workspace.undo is not None:
                # Undo is called after what it would take back, which is what was done just now.
                self.changed_in_words.emit(self._workspace.undo)
            self.marks_changed.emit()

        return self._runner.start(Lane.CATALOG, work, done)
