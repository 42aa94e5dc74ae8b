"""The same query asked of two versions of the model, and what moved between their answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.operations.examples import Query
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.operations.querying import QueryReport
    from archive_gui.operations.versions import ModelSummary


class Change(StrEnum):
    """What became of a neighbour from the first version to the second."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Move:
    """One neighbour of either version: its ranks from 1, None where it is not among the first k."""

    image: ImageRecord
    before: int | None
    after: int | None

    @property
    def change(self) -> Change:
        """Whether it went up, down, stayed, came new or fell out."""
        if self.before is None:
            return Change.NEW
        if self.after is None:
            return Change.GONE
        if self.before == self.after:
            return Change.SAME
        return Change.UP if self.after < self.before else Change.DOWN

    @property
    def places(self) -> int:
        """By how many ranks it moved; 0 where it has no rank on one side."""
        if self.before is None or self.after is None:
            return 0
        return abs(self.before - self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The neighbours that two versions find, and every neighbour's move by its image id."""

    before: QueryReport
    after: QueryReport
    moves: dict[int, Move]


def compare(before: QueryReport, after: QueryReport, k: int) -> Comparison:
    """Put the first `k` neighbours of two reports beside each other."""
    first, second = before.results[:k], after.results[:k]
    old = {result.image.id: result.rank for result in first}
    new = {result.image.id: result.rank for result in second}
    moves = {
        result.image.id: Move(result.image, old.get(result.image.id), new.get(result.image.id))
        for result in (*first, *second)
    }
    return Comparison(replace(before, results=first), replace(after, results=second), moves)


def compare_versions(
    project: Project,
    query: Query,
    versions: tuple[int, int],
    k: int,
    known: QueryReport | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Ask two versions the same; `known` is what one of them has answered already.

    A version that is not in use may have to look at the whole archive first, which takes minutes
    and is kept. Raises Cancelled, and ArchiveError when a version or the query cannot be read.
    """

    def answer(model: int) -> QueryReport:
        from archive_gui.operations.decoding import decode_apart
        from archive_gui.operations.querying import Searcher

        if (
            known is not None
            and known.model == model
            and not (known.more and len(known.results) < k)
        ):
            return known
        return Searcher(project, model, progress, decode_apart).query(query, k)

    return compare(answer(versions[0]), answer(versions[1]), k)


def default_versions(models: list[ModelSummary]) -> tuple[int, int] | None:
    """The version that was there before the one that answers, and that one; None where no two are.

    The quick model on the way to the one that answers does not count as one before it.
    """
    if len(models) < 2:
        return None
    answers = next((model.model for model in models if model.answers), 0)
    if answers == 0:
        return 0, max(model.model for model in models)
    earlier = [m.model for m in models if m.model < answers and m.quick_of != answers]
    return max(earlier), answers
