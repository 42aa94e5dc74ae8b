"""What is amiss with marks or with a training: each finding is a sentence that says what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

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


def listed(examples: Sequence[_Example], say: Callable[[_Example], str], joint: str = ", ") -> str:
    """The first few of `examples` as `say` tells each, and how many more there are."""
    text = joint.join(say(example) for example in examples[:_NAMED])
    more = len(examples) - _NAMED
    return f"{text} and {more:,} more" if more > 0 else text
