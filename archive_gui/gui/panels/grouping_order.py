"""Which groupings the list shows, and in which order: plain functions over records."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from archive_gui.catalog.records import Grouping
from archive_gui.gui.grid.arrange import natural_key


class GroupingSort(StrEnum):
    """By what the list of groupings is ordered."""

    OLDEST = "oldest"
    NEWEST = "newest"
    NAME = "name"
    SIZE = "size"


def arrange_groupings(
    groupings: Iterable[Grouping], text: str, sort: GroupingSort
) -> list[Grouping]:
    """The groupings whose name or note has all words of `text`, in the order of `sort`."""
    words = text.casefold().split()
    kept = [
        grouping
        for grouping in groupings
        if all(word in f"{grouping.name}\n{grouping.note}".casefold() for word in words)
    ]
    return sorted(kept, key=_key(sort))


def _key(sort: GroupingSort) -> Callable[[Grouping], tuple[int, str]]:
    match sort:
        case GroupingSort.OLDEST:
            return lambda grouping: (grouping.id, "")
        case GroupingSort.NEWEST:
            return lambda grouping: (-grouping.id, "")
        case GroupingSort.NAME:
            return lambda grouping: (0, natural_key(grouping.name))
        case GroupingSort.SIZE:
            return lambda grouping: (
                -len(grouping.positives) - len(grouping.negatives),
                natural_key(grouping.name),
            )
