"""What is amiss with a training: settings that cannot work, no falling loss, a collapse."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from archive_gui.errors import ArchiveError
from archive_gui.learning.findings import Finding, Kind
from archive_gui.learning.settings import (
    Distance,
    Loss,
    MarginSchedule,
    TrainingSettings,
)
from archive_gui.learning.spread import Spread, is_collapsed
from archive_gui.words import say

# The largest distance of two embeddings of unit length.
_REACH = {Distance.EUCLIDEAN: 2.0, Distance.SQUARED: 4.0, Distance.COSINE: 2.0}
# Fewer epochs are too few to see whether the loss falls.
_ENOUGH_EPOCHS = 9
# By how much of itself the loss falls at least. The gentlest, the soft margin, falls by 0.02.
_LEAST_FALL = 0.01
_USUAL = TrainingSettings().margin


def check_settings(settings: TrainingSettings) -> tuple[Finding, ...]:
    """Settings by which no training can succeed."""
    reach = _REACH[settings.distance]
    if settings.loss is Loss.SOFT_MARGIN or settings.margin < reach:
        return ()
    return (
        Finding(
            Kind.MARGIN,
            say(
                "The margin {margin:g} can never be reached, since two images are at most "
                "{reach:g} apart by this distance. Choose a smaller one; {usual:g} is usual.",
                margin=settings.margin,
                reach=reach,
                usual=_USUAL,
            ),
        ),
    )


def require_finite(numbers: npt.ArrayLike) -> None:
    """ArchiveError when a loss or a model of these numbers (any shape) cannot be one."""
    if not np.isfinite(numbers).all():
        raise ArchiveError(
            say(
                "The learning ran astray: its numbers grew beyond all bounds. Choose a smaller "
                "margin ({usual:g} is usual), and train again.",
                usual=_USUAL,
            )
        )


def deserves_use(gain: float, findings: Sequence[Finding]) -> bool:
    """Whether a model is put in use: its score rose by `gain`, and it did not collapse."""
    return gain > 0 and all(finding.kind is not Kind.COLLAPSE for finding in findings)


def check_training(
    settings: TrainingSettings, losses: Sequence[float], untrained: Spread, trained: Spread
) -> tuple[Finding, ...]:
    """What went wrong in a training.

    `losses` are those of its epochs; the spreads are of the same unmarked images by the
    untrained embedding and by the learned part.
    """
    findings = []
    if (found := _check_loss(settings, losses)) is not None:
        findings.append(found)
    if is_collapsed(untrained, trained):
        findings.append(
            Finding(
                Kind.COLLAPSE,
                say(
                    "The model collapsed: it sees almost all images as the same. It is not put in "
                    "use. Choose the semi-hard miner and the usual margin, and mark more different "
                    "groupings and negatives."
                ),
            )
        )
    return tuple(findings)


def _check_loss(settings: TrainingSettings, losses: Sequence[float]) -> Finding | None:
    """The first and the last third of the epochs are compared.

    Epochs vary by chance, and a head starts from a good place; so the loss is called not falling
    only where two standard errors of the difference leave no room for a fall.
    """
    wild = np.flatnonzero(~np.isfinite(losses))
    if len(wild):
        return Finding(
            Kind.OVERFLOW,
            say(
                "From epoch {n} on the loss was no number any more: the learning ran astray. "
                "Choose a smaller margin ({usual:g} is usual), and train again.",
                n=int(wild[0]) + 1,
                usual=_USUAL,
            ),
        )
    growing = settings.margin_schedule is not MarginSchedule.CONSTANT
    third = len(losses) // 3
    if len(losses) < _ENOUGH_EPOCHS or (growing and settings.loss is not Loss.SOFT_MARGIN):
        # A margin that grows makes the loss grow.
        return None
    thirds = np.asarray(losses[:third]), np.asarray(losses[-third:])
    first, last = (float(each.mean()) for each in thirds)
    error = np.sqrt(sum(each.var(ddof=1) / third for each in thirds))
    if first == 0 or first - last + 2 * error >= _LEAST_FALL * first:
        return None
    return Finding(
        Kind.NOT_FALLING,
        say(
            "The loss did not fall ({first:.3g} at first, {last:.3g} at last), so hardly anything "
            "was learned. Look for marks that contradict each other, and choose the usual margin "
            "({usual:g}) and the semi-hard miner.",
            first=first,
            last=last,
            usual=_USUAL,
        ),
    )
