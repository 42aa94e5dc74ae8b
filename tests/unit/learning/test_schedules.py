import itertools
import math

import pytest

from archive_gui.learning.schedules import learning_rate_at, margin_at
from archive_gui.learning.settings import MarginSchedule


@pytest.mark.parametrize("schedule", MarginSchedule)
@pytest.mark.parametrize("epochs", [1, 2, 7])
def test_the_last_epoch_has_the_whole_margin(schedule: MarginSchedule, epochs: int):
    assert margin_at(schedule, 0.4, epochs - 1, epochs) == pytest.approx(0.4)


def test_margins_follow_their_formulas():
    epochs, margin = 8, 0.5
    for epoch in range(epochs):
        t = (epoch + 1) / epochs
        assert margin_at(MarginSchedule.CONSTANT, margin, epoch, epochs) == margin
        assert margin_at(MarginSchedule.LINEAR, margin, epoch, epochs) == pytest.approx(margin * t)
        cosine = margin / 2 - margin / 2 * math.cos(math.pi * t)
        assert margin_at(MarginSchedule.COSINE, margin, epoch, epochs) == pytest.approx(cosine)


def test_the_learning_rate_climbs_then_falls_to_nothing_without_a_jump():
    rates = [learning_rate_at(1.0, step, 100, 10) for step in range(100)]
    assert rates[:10] == pytest.approx([(step + 1) / 10 for step in range(10)])
    assert rates[10] == 1.0
    assert rates[55] == pytest.approx(0.5)
    assert all(later < earlier for earlier, later in itertools.pairwise(rates[10:]))
    assert 0 < rates[-1] < 1e-3


def test_the_learning_rate_begins_whole_without_a_warm_up_even_for_one_step():
    assert learning_rate_at(0.1, 0, 1) == 0.1
    assert learning_rate_at(0.1, 0, 1, 1) == 0.1
