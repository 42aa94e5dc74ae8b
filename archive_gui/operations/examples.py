"""What a query asks with: pictures, and examples of what is more and of what is less like it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Side(Enum):
    """How a picture takes part in a query; the value is the name of its field there."""

    PICTURE = "pictures"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Example:
    """One picture of a query: an image of the archive by its id, a file, or a file's bytes.

    `name` is what people call it. Two examples are the same when their sources are.
    """

    name: str
    source: int | Path | bytes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Example) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)


@dataclass(frozen=True, slots=True)
class Query:
    """The pictures that were asked with (their mean is looked for), and what refines them."""

    pictures: tuple[Example, ...]
    more: tuple[Example, ...] = ()
    less: tuple[Example, ...] = ()

    @property
    def name(self) -> str:
        """The name of its first picture."""
        return self.pictures[0].name

    @property
    def image(self) -> int | None:
        """The image of the archive that it began with, None where that came from outside."""
        source = self.pictures[0].source
        return source if isinstance(source, int) else None

    def examples(self) -> Iterator[tuple[Side, Example]]:
        """All its pictures, each with its side."""
        for side in Side:
            yield from ((side, example) for example in getattr(self, side.value))

    def images(self) -> set[int]:
        """The images of the archive that it is made of; none of them is its own result."""
        return {e.source for _, e in self.examples() if isinstance(e.source, int)}

    def without(self, taken: Sequence[Example]) -> "Query":
        """The same without some pictures; it may be left with nothing to ask with."""
        gone = set(taken)
        kept = (
            tuple(example for example in part if example not in gone)
            for part in (self.pictures, self.more, self.less)
        )
        return Query(*kept)

    def refined(self, added: Sequence[Example], side: Side) -> "Query":
        """The same with more examples on one side; one that was on another side changes it.

        A picture that was asked with stays where it is.
        """
        new = [example for example in dict.fromkeys(added) if example not in self.pictures]
        rest = self.without(new)
        if side is Side.MORE:
            return Query(rest.pictures, (*rest.more, *new), rest.less)
        if side is Side.LESS:
            return Query(rest.pictures, rest.more, (*rest.less, *new))
        return Query((*rest.pictures, *new), rest.more, rest.less)
