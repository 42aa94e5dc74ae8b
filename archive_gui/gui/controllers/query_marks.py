"""Marks on the results of a query, and the grouping that they go to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.messages import Messages
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Example, Query


class QueryMarks(QObject):
    """Takes the grouping of a query in hand while it is shown, or makes one at the first mark.

    The grouping of an image of the archive is the one that it is the anchor or a positive of; in
    a part or a picture from outside it is the one in hand. Where there is none, the first mark
    makes one: its anchor is the image that was asked with, else the first right result.

    Signals:
        marked(): somebody has marked results; the next ones can be looked at.
        target_changed(): marks go to another grouping.
    """

    marked = Signal()
    target_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        marks: MarksController,
        query: QueryController,
        messages: Messages,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._marks = marks
        self._query = query
        self._messages = messages
        self._asked: Example | None = None
        # What was in hand before the query, until somebody marks or chooses another grouping.
        self._before: int | None = None
        self._acting = False
        query.started.connect(self._started)
        query.returned.connect(self._returned)
        query.cleared.connect(self._cleared)
        workspace.active_changed.connect(self._active_changed)
        workspace.marks_changed.connect(self.target_changed)

    def mark(self, images: Sequence[ImageRecord], role: Role) -> None:
        """Mark images as positive or negative: results of a query in the query's grouping."""
        query = self._query.query
        if query is None or self._workspace.active is not None or self._marks.starting:
            self._marks.mark(images, role)
        else:
            anchor = query.image
            if anchor is None:
                if role is not Role.POSITIVE:
                    self._messages.info(
                        self.tr(
                            "Mark a right result with P first: it becomes the anchor of a new "
                            "grouping. Or choose under “Marks go to” where marks belong."
                        )
                    )
                    return
                anchor = images[0].id
            marked = [image.id for image in images if image.id != anchor]
            self._marks.start_marked(anchor, marked, role)
        self._used()

    def unmark(self, images: Sequence[ImageRecord]) -> None:
        """Take images out of the grouping that marks go to."""
        self._marks.unmark(images)
        self._used()

    def choose(self, grouping: int | None) -> None:
        """Have marks go to this grouping, None for a new one."""
        self._before = None
        self._act(lambda: self._marks.take_in_hand(grouping))

    def new_anchor(self) -> str | None:
        """The name of the image that a new grouping would have as its anchor, None if unknown."""
        query = self._query.query
        return None if query is None or query.image is None else query.name

    def _used(self) -> None:
        if self._query.query is not None:
            self._before = None
            self.marked.emit()

    def _started(self, query: Query) -> None:
        begins = self._asked is None
        if query.pictures[0] == self._asked:
            return
        self._asked = query.pictures[0]
        active = self._workspace.active
        if begins and active is not None:
            self._before = active.id
        if query.image is not None and not self._marks.starting:
            home = self._home_of(query.image)
            self._act(lambda: self._workspace.activate(home))
        self.target_changed.emit()

    def _home_of(self, image: int) -> int | None:
        """The grouping that an image stands for: the one in hand, else one that it anchors."""
        active = self._workspace.active
        others = self._workspace.groupings.values()
        groupings = [g for g in ([active] if active is not None else []) if image in g.positives]
        anchored = [g for g in others if g.anchor == image]
        if active is not None and active.anchor == image:
            anchored = [active]
        groupings += anchored + [g for g in others if image in g.positives]
        return groupings[0].id if groupings else None

    def _returned(self) -> None:
        visit = self._query.history.current
        if visit is not None and visit.grouping in self._workspace.groupings:
            self._act(lambda: self._workspace.activate(visit.grouping))

    def _cleared(self) -> None:
        self._asked = None
        before, self._before = self._before, None
        if before in self._workspace.groupings:
            self._act(lambda: self._workspace.activate(before))

    def _act(self, act: Callable[[], None]) -> None:
        self._acting = True
        try:
            act()
        finally:
            self._acting = False

    def _active_changed(self) -> None:
        if not self._acting and self._query.query is not None:
            self._before = None
        self.target_changed.emit()
