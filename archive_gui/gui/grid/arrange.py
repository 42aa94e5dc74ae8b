"""Which images the grid shows, and in which order: plain functions over columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.grid.contents import Contents, searchable
from archive_gui.gui.later import later

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from archive_gui.gui.grid.contents import Mask, Numbers
else:
    np = later("numpy")


class Sort(StrEnum):
    """By what the grid is ordered."""

    NAME = "name"
    DATE = "date"
    SIZE = "size"
    MARK = "mark"
    DISTANCE = "distance"


# What a person wants first of dates and sizes is the newest and the largest.
DESCENDING_AT_FIRST = frozenset({Sort.DATE, Sort.SIZE})


class Show(StrEnum):
    """Which images the grid shows, by their marks."""

    ALL = "all"
    MARKED = "marked"
    ANCHOR = "anchor"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNMARKED = "unmarked"
    IN_NONE = "in none"


@dataclass(frozen=True)
class Arrangement:
    """What a person asked the grid to show; an image is shown if everything here is true of it.

    Its path and what is known of it besides have all words of `text`; it lies in `folder` or below
    it; its mark in the grouping chosen by id (or in the one in hand) is one of `show`; it is a
    member of `grouping`; its `format` is this one; with `failed`, its file could not be read. ""
    and None ask for nothing.
    """

    text: str = ""
    folder: str = ""
    show: Show = Show.ALL
    grouping: int | None = None
    format: str = ""
    failed: bool = False
    sort: Sort = Sort.NAME
    descending: bool = False

    @property
    def is_filter(self) -> bool:
        """Whether any image may be left out."""
        return self.unfiltered() != self

    def unfiltered(self) -> Arrangement:
        """The same order of all images."""
        return Arrangement(sort=self.sort, descending=self.descending)

    @property
    def columns(self) -> frozenset[str]:
        """The columns of Contents on which this filter and this order depend."""
        used = {
            "texts": bool(self.text.split()),
            "folders": bool(self.folder),
            "formats": bool(self.format),
            "failed": self.failed,
            "dates": self.sort is Sort.DATE,
            "sizes": self.sort is Sort.SIZE,
        }
        return frozenset(column for column, is_used in used.items() if is_used)

    @property
    def on_marks(self) -> bool:
        """Whether this filter or this order depends on marks."""
        return self.show is not Show.ALL or self.grouping is not None or self.sort is Sort.MARK


@dataclass(frozen=True)
class Marks:
    """The roles of images by their ids: in the grouping in hand, in others, in any by its id."""

    in_hand: Mapping[int, Role] = field(default_factory=dict)
    elsewhere: Mapping[int, Role] = field(default_factory=dict)
    members: Callable[[int], Mapping[int, Role]] = lambda _: {}


_MARK_ORDER = {Role.ANCHOR: 0, Role.POSITIVE: 1, Role.NEGATIVE: 2}
_UNMARKED = 3
_NUMBER = re.compile(r"\d+")


def natural_key(path: str) -> str:
    """A sort key that puts ``page 9`` before ``page 10``.

    A number is written as what sorts before all letters, how many digits it has, and these. Text
    is compared many times as fast as a list, during which all threads would wait.
    """
    return _NUMBER.sub(_counted, path.casefold())


def _counted(number: re.Match[str]) -> str:
    digits = str(int(number[0]))
    return f"\0{chr(len(digits))}{digits}"


def in_name_order(images: Iterable[ImageRecord]) -> list[ImageRecord]:
    """The images sorted by path as a person counts; for a job, since it takes a while."""
    return sorted(images, key=lambda image: natural_key(image.path))


def arrange(
    contents: Contents, wanted: Arrangement, marks: Marks, distances: Mapping[int, float]
) -> Numbers:
    """The places in `contents` of the images that `wanted` lets through, in its order.

    `distances` are those of images from the query, by id; images without one come after them.
    Images that are alike to the order stay in the order of the contents.
    """
    mask = _passing(contents, wanted, marks)
    places: Numbers = np.arange(len(contents)) if mask is None else np.flatnonzero(mask)
    keys = _keys(contents, wanted.sort, marks, distances)
    if keys is None:
        return places[::-1] if wanted.descending else places
    chosen = keys[places]
    return places[np.argsort(-chosen if wanted.descending else chosen, kind="stable")]


def _passing(contents: Contents, wanted: Arrangement, marks: Marks) -> Mask | None:
    masks: list[Mask] = []
    if words := searchable(wanted.text).split():
        masks.append(_with_words(contents.texts, words))
    if wanted.folder:
        below = wanted.folder + "/"
        masks.append(contents.folders.where(lambda f: f == wanted.folder or f.startswith(below)))
    if wanted.format:
        masks.append(contents.formats.where(lambda format_: format_ == wanted.format))
    if wanted.failed:
        masks.append(contents.failed)
    if wanted.grouping is not None:
        masks.append(contents.marked(marks.members(wanted.grouping)))
    if wanted.show is not Show.ALL:
        masks.append(_by_marks(contents, wanted, marks))
    return np.logical_and.reduce(masks) if masks else None


def _with_words(texts: list[str], words: list[str]) -> Mask:
    """Which of the texts have all the words."""
    places: Iterable[int] = range(len(texts))
    # The longest leaves the fewest texts to the others.
    for word in sorted(words, key=len, reverse=True):
        places = [place for place in places if word in texts[place]]
    mask = np.zeros(len(texts), bool)
    mask[list(places)] = True
    return mask


def _by_marks(contents: Contents, wanted: Arrangement, marks: Marks) -> Mask:
    roles = marks.in_hand if wanted.grouping is None else marks.members(wanted.grouping)
    match wanted.show:
        case Show.MARKED:
            return contents.marked(roles)
        case Show.UNMARKED:
            return ~contents.marked(roles)
        case Show.IN_NONE:
            return ~contents.marked([*marks.in_hand, *marks.elsewhere])
        case _:
            wanted_role = Role(wanted.show.value)
            return contents.marked(image for image, role in roles.items() if role == wanted_role)


def _keys(
    contents: Contents, sort: Sort, marks: Marks, distances: Mapping[int, float]
) -> Numbers | npt.NDArray[np.float64] | None:
    match sort:
        case Sort.NAME:
            return None if not distances else _name_ranks(contents)
        case Sort.DATE:
            return contents.dates
        case Sort.SIZE:
            return contents.sizes
        case Sort.MARK:
            ranks = np.full(len(contents), _UNMARKED, np.int64)
            for role, rank in _MARK_ORDER.items():
                ranks[contents.marked(i for i, r in marks.in_hand.items() if r == role)] = rank
            return ranks
        case Sort.DISTANCE:
            return np.array([distances.get(image.id, np.inf) for image in contents.images])


def _name_ranks(contents: Contents) -> Numbers:
    """The rank by name of each image, where images stand in another order."""
    ranks = np.empty(len(contents), np.int64)
    by_name = sorted(range(len(contents)), key=lambda p: natural_key(contents.images[p].path))
    ranks[by_name] = np.arange(len(contents))
    return ranks
