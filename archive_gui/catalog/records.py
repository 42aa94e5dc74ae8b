"""The rows of the catalog, as immutable records."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an image is to a grouping."""

    ANCHOR = "anchor"
    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """One file of the archive.

    `path` is relative to the archive folder, with `/`. `sha256` is the hexadecimal fixity
    digest, None until the file was read once. `size` is in bytes, `modified` in nanoseconds
    since 1970; `width` and `height` are in pixels as the file is shown (orientation applied).
    `error` says why the file could not be read as an image, None when it could.
    """

    id: int
    path: str
    size: int
    modified: int
    sha256: str | None
    width: int | None
    height: int | None
    format: str | None
    pages: int | None
    error: str | None
    missing: bool


@dataclass(frozen=True, slots=True)
class Grouping:
    """One anchor with what is alike (positives) and what is not (negatives), as image ids.

    `related` are the ids of the groupings whose members are not taken for unlike its own.
    """

    id: int
    name: str
    note: str
    anchor: int
    positives: tuple[int, ...]
    negatives: tuple[int, ...]
    related: tuple[int, ...] = ()
