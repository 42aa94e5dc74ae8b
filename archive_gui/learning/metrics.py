"""The figures by which an embedding is judged."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass

# What the figures of `Metrics` are called in documents, in its order.
NAMES = ("triplet_accuracy", "recall@1", "recall@5", "recall@10", "map@r")


@dataclass(frozen=True, slots=True)
class Metrics:
    """Retrieval figures of one embedding, each a share from 0 to 1."""

    triplet_accuracy: float
    recall_at_1: float
    recall_at_5: float
    recall_at_10: float
    map_at_r: float

    def as_json(self) -> dict[str, float]:
        """The figures under their contract names (`recall@1`, `map@r`, ...)."""
        return dict(zip(NAMES, astuple(self), strict=True))

    @classmethod
    def from_json(cls, figures: Mapping[str, float]) -> "Metrics":
        """The figures that :meth:`as_json` gave; KeyError, TypeError or ValueError of others."""
        return cls(*(float(figures[name]) for name in NAMES))


@dataclass(frozen=True, slots=True)
class EpochReport:
    """What a training run tells after each epoch, for the live curves.

    `stage` is the depth being trained; `epoch` counts from 1 to `epochs`; `held_out` are the
    figures on held-out marks, None in epochs in which they were not measured.
    """

    stage: str
    epoch: int
    epochs: int
    loss: float
    held_out: Metrics | None
