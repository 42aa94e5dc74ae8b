"""Which images the grid shows, and in which order: plain functions over records."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archive_gui.catalog.records import ImageRecord, Role


class Sort(StrEnum):
    """By what the grid is ordered."""

    NAME = "name"
    DATE = "date"
    SIZE = "size"
    MARK = "mark"
    DISTANCE = "distance"


class Show(StrEnum):
    """Which images the grid shows, by their marks in the grouping in hand."""

    ALL = "all"
    MARKED = "marked"
    ANCHOR = "anchor"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNMARKED = "unmarked"
    FAILED = "failed"


@dataclass(frozen=True)
class Arrangement:
    """What a person asked the grid to show: a text in the path, a kind of mark, an order."""

    text: str = ""
    show: Show = Show.ALL
    sort: Sort = Sort.NAME


_MARK_ORDER = {Role.ANCHOR: 0, Role.POSITIVE: 1, Role.NEGATIVE: 2}
_NUMBER = re.compile(r"(\d+)")


def natural_key(path: str) -> list[str | int]:
    """A sort key that puts ``page 9`` before ``page 10``; words and numbers alternate."""
    return [
        int(part) if index % 2 else part
        for index, part in enumerate(_NUMBER.split(path.casefold()))
    ]


def in_name_order(images: Iterable[ImageRecord]) -> list[ImageRecord]:
    """The images sorted by path as a person counts; for a job, since it takes a while."""
    return sorted(images, key=lambda image: natural_key(image.path))


def arrange(
    images: Iterable[ImageRecord],
    wanted: Arrangement,
    marks: Mapping[int, Role],
    distances: Mapping[int, float],
) -> list[ImageRecord]:
    """The images that `wanted` lets through, in its order.

    Args:
        images: in the order of their names (or of a query's ranks).
        wanted: filter and order; the words of its text must all be in the path.
        marks: role of each marked image id in the grouping in hand.
        distances: distance of each image id from the query; others come after them.
    """
    words = wanted.text.casefold().split()
    kept = [image for image in images if _is_shown(image, wanted.show, marks)]
    if words:
        kept = [image for image in kept if all(word in image.path.casefold() for word in words)]
    key = _sort_key(wanted.sort, marks, distances)
    return kept if key is None else sorted(kept, key=key)


def _is_shown(image: ImageRecord, show: Show, marks: Mapping[int, Role]) -> bool:
    match show:
        case Show.ALL:
            return True
        case Show.MARKED:
            return image.id in marks
        case Show.UNMARKED:
            return image.id not in marks
        case Show.FAILED:
            return image.error is not None or image.missing
        case _:
            return marks.get(image.id) == Role(show.value)


def _sort_key(
    sort: Sort, marks: Mapping[int, Role], distances: Mapping[int, float]
) -> Callable[[ImageRecord], float] | None:
    match sort:
        case Sort.NAME:
            return None
        case Sort.DATE:
            return lambda image: -image.modified
        case Sort.SIZE:
            return lambda image: -image.size
        case Sort.MARK:
            return lambda image: _MARK_ORDER[marks[image.id]] if image.id in marks else 3
        case Sort.DISTANCE:
            return lambda image: distances.get(image.id, float("inf"))
