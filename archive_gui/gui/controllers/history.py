"""The queries of this session, one after another, as they were left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from archive_gui.operations.examples import Query

if TYPE_CHECKING:
    from archive_gui.operations.querying import QueryReport

_MOST = 100


@dataclass(frozen=True)
class View:
    """Where somebody was in the grid: how far it was scrolled, and the ids of what was selected."""

    scroll: int = 0
    selected: tuple[int, ...] = ()
    current: int = -1


@dataclass(eq=False)
class Visit:
    """A query with what it found, how much of that was shown, and where somebody was in it.

    `nearest` is the distance beyond which nothing was shown, None for any. `generation` tells
    for which images and which model the results are true. `grouping` is where marks went.
    """

    query: Query
    report: QueryReport
    generation: int
    count: int
    nearest: float | None = None
    view: View = field(default_factory=View)
    grouping: int | None = None
    thumbnail: QImage | None = None


class History:
    """Past queries with a place in them, as a browser of the web has it."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self._place = -1

    @property
    def current(self) -> Visit | None:
        """The visit that was shown last."""
        return self.visits[self._place] if self.visits else None

    def add(self, visit: Visit) -> None:
        """Go on to a new query; what was ahead is forgotten, and of very many the oldest."""
        del self.visits[self._place + 1 :]
        self.visits.append(visit)
        del self.visits[:-_MOST]
        self._place = len(self.visits) - 1

    def neighbour(self, step: int, *, away: bool) -> Visit | None:
        """The visit `step` (-1 or 1) from the current one, None beyond the ends.

        From `away`, when the current one is not shown any more, a step back leads to it.
        """
        place = self._place if away and step < 0 else self._place + step
        return self.visits[place] if 0 <= place < len(self.visits) else None

    def go_to(self, visit: Visit) -> None:
        """Be at a past query again."""
        self._place = self.visits.index(visit)

    def clear(self) -> None:
        """Forget all."""
        self.visits.clear()
        self._place = -1
