"""How long a training is, and how margin and learning rate change over it."""

import math

from archive_gui.learning.settings import MarginSchedule

HEAD_EPOCHS = 100
# Few images are looked at more often: so many views in all, within these numbers of epochs.
_VIEWS, LEAST_EPOCHS, MOST_EPOCHS = 2000, 14, 30


def tuning_epochs(images: int) -> int:
    """How many epochs of tuning are enough for this number of marked images."""
    return min(max(round(_VIEWS / max(1, images)), LEAST_EPOCHS), MOST_EPOCHS)


def margin_at(schedule: MarginSchedule, margin: float, epoch: int, epochs: int) -> float:
    """The margin in `epoch` (from 0) of `epochs`; the last epoch always has the whole margin.

    With t = (epoch + 1) / epochs: constant m, linear m t, cosine m (1 - cos(pi t)) / 2. A margin
    that grows asks for the easy first (Bengio et al., "Curriculum Learning", ICML 2009); half a
    cosine as the curve is that of :func:`learning_rate_at`.
    """
    t = (epoch + 1) / epochs
    match schedule:
        case MarginSchedule.CONSTANT:
            return margin
        case MarginSchedule.LINEAR:
            return margin * t
        case MarginSchedule.COSINE:
            return margin * (1 - math.cos(math.pi * t)) / 2


def learning_rate_at(rate: float, step: int, steps: int, warm_up: int = 0) -> float:
    """The learning rate at `step` (from 0) of `steps`.

    It climbs linearly over `warm_up` steps, then falls to 0 along half a cosine (Loshchilov and
    Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", ICLR 2017, equation 5).
    """
    if step < warm_up:
        return rate * (step + 1) / warm_up
    t = (step - warm_up) / max(1, steps - warm_up)
    return rate * (1 + math.cos(math.pi * t)) / 2
