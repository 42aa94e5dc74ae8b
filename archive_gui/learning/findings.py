"""What is amiss with marks or with a training: each finding is a sentence that says what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from archive_gui.words import joined, say

_Example = TypeVar("_Example")

# As many examples as can be read at a glance.
_NAMED = 3


class Kind(StrEnum):
    """What a finding is about."""

    LEFT_OUT = "left out"
    COPIES = "copies"
    CONTRADICTION = "contradiction"
    TOO_SMALL = "too small"
    MARGIN = "margin"
    OVERFLOW = "overflow"
    NOT_FALLING = "not falling"
    COLLAPSE = "collapse"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should know; `sentence` says what is wrong and what to do."""

    kind: Kind
    sentence: str


def listed(examples: Sequence[_Example], tell: Callable[[_Example], str], joint: str = ", ") -> str:
    """The first few of `examples` as `tell` says each, and how many more there are."""
    text = joined((tell(example) for example in examples[:_NAMED]), joint)
    more = len(examples) - _NAMED
    if more <= 0:
        return text
    return say("{examples} and {n:,} more", examples=text, n=more)
