"""What the grid can show, as columns: filters and orders look at one column, not at records."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.later import later

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]
    Records = npt.NDArray[np.object_]
else:
    np = later("numpy")


def searchable(text: str) -> str:
    """A text without what a search should not tell apart: case, and how accents are composed."""
    return unicodedata.normalize("NFC", text).casefold()


class Coded:
    """A column of words that recur: a code per image, and the word of each code."""

    def __init__(self, words: Iterable[str]) -> None:
        known: dict[str, int] = {}
        self.codes: Numbers = np.array([known.setdefault(w, len(known)) for w in words], np.int64)
        self.words = list(known)

    def where(self, holds: Callable[[str], bool]) -> Mask:
        """The images whose word `holds` is true of."""
        chosen = np.array([holds(word) for word in self.words], bool)
        found: Mask = chosen[self.codes] if self.words else np.zeros(0, bool)
        return found

    def counts(self) -> dict[str, int]:
        """How many images have each word."""
        numbers = np.bincount(self.codes, minlength=len(self.words))
        return dict(zip(self.words, numbers.tolist(), strict=True))


class Contents:
    """Images in the order of their names, or of a query's ranks, with their columns.

    A column is made when something asks for it first, which takes up to 20 ms of 100,000
    images; whoever has so many makes them all in a job. `words` are what is found besides the paths
    by the ids of images: what other programs know of them, as :func:`searchable` makes it.
    """

    def __init__(
        self, images: Sequence[ImageRecord] = (), words: Mapping[int, str] | None = None
    ) -> None:
        self.images = list(images)
        self.words = words or {}

    def __len__(self) -> int:
        return len(self.images)

    def make_columns(self) -> None:
        """Make every column now."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    @cached_property
    def table(self) -> Records:
        """The images themselves, to be chosen from by their places."""
        return np.fromiter(self.images, object, len(self.images))

    @cached_property
    def ids(self) -> Numbers:
        """The id of each image."""
        return np.array([image.id for image in self.images], np.int64)

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each image by its id."""
        return dict(zip(self.ids.tolist(), range(len(self.images)), strict=True))

    @cached_property
    def paths(self) -> list[str]:
        """The paths, as a search compares them."""
        return [searchable(image.path) for image in self.images]

    @cached_property
    def texts(self) -> list[str]:
        """All in which a word is looked for: the path, and the words of each image."""
        if not self.words:
            return self.paths
        words, ids = self.words, self.ids.tolist()
        return [
            f"{path}\n{words[image]}" if image in words else path
            for path, image in zip(self.paths, ids, strict=True)
        ]

    @cached_property
    def dates(self) -> Numbers:
        """When each file was changed last, in nanoseconds since 1970."""
        return np.array([image.modified for image in self.images], np.int64)

    @cached_property
    def sizes(self) -> Numbers:
        """The size of each file in bytes."""
        return np.array([image.size for image in self.images], np.int64)

    @cached_property
    def folders(self) -> Coded:
        """The folder of each image, "" for the archive's own."""
        return Coded([image.path.rpartition("/")[0] for image in self.images])

    @cached_property
    def formats(self) -> Coded:
        """The format of each image, "" where the file was not read."""
        return Coded([image.format or "" for image in self.images])

    @cached_property
    def failed(self) -> Mask:
        """Which files could not be read."""
        return np.array([i.error is not None or i.missing for i in self.images], bool)

    def update(self, images: Iterable[ImageRecord]) -> tuple[list[int], set[str]]:
        """Take newer records of some of the images.

        Returns the places of those that are here, and the names of the columns that changed.
        """
        places: list[int] = []
        changed: set[str] = set()
        for image in images:
            place = self.places.get(image.id)
            if place is not None:
                changed |= _changed_columns(self.images[place], image)
                self.images[place] = image
                places.append(place)
        for column in (changed | {"table"}) if places else ():
            vars(self).pop(column, None)
        return places, changed

    def take_words(self, words: Mapping[int, str]) -> None:
        """Take what is known of the images now."""
        self.words = words
        vars(self).pop("texts", None)

    def marked(self, ids: Iterable[int]) -> Mask:
        """Which images are among those with these ids."""
        mask = np.zeros(len(self.images), bool)
        places = self.places
        mask[[places[image] for image in ids if image in places]] = True
        return mask


def _changed_columns(before: ImageRecord, after: ImageRecord) -> set[str]:
    changed = set()
    if before.path != after.path:
        changed |= {"paths", "texts", "folders"}
    if before.modified != after.modified:
        changed.add("dates")
    if before.size != after.size:
        changed.add("sizes")
    if before.format != after.format:
        changed.add("formats")
    if (before.error, before.missing) != (after.error, after.missing):
        changed.add("failed")
    return changed
