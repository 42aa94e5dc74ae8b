"""What a training run is told: every setting with its meaning, range and default."""

from dataclasses import dataclass
from enum import StrEnum


class Depth(StrEnum):
    """How much of the network is trained."""

    HEAD = "head"
    TOP = "top"
    FULL = "full"


class Miner(StrEnum):
    """Which triplets of all possible ones a training step learns from."""

    RANDOM = "random"
    SEMI_HARD = "semi-hard"
    HARD = "hard"


class Loss(StrEnum):
    """The function that training makes small."""

    TRIPLET = "triplet"
    SOFT_MARGIN = "soft-margin"
    CONTRASTIVE = "contrastive"


class Distance(StrEnum):
    """How far apart two embeddings are."""

    EUCLIDEAN = "euclidean"
    SQUARED = "squared"
    COSINE = "cosine"


class MarginSchedule(StrEnum):
    """How the margin grows over the epochs."""

    CONSTANT = "constant"
    LINEAR = "linear"
    COSINE = "cosine"


DEFAULT_BACKBONE = "efficientnet-lite0"


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """All settings of a training run.

    `margin` is a distance greater than 0; `epochs` at least 1, None for the depth's own
    default; `implicit_negatives` lets members of other groupings serve as negatives.
    """

    depth: Depth = Depth.TOP
    miner: Miner = Miner.SEMI_HARD
    loss: Loss = Loss.TRIPLET
    distance: Distance = Distance.EUCLIDEAN
    margin: float = 0.2
    margin_schedule: MarginSchedule = MarginSchedule.CONSTANT
    epochs: int | None = None
    seed: int = 0
    backbone: str = DEFAULT_BACKBONE
    implicit_negatives: bool = True
