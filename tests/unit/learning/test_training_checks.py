from dataclasses import replace

import numpy as np
import pytest

from archive_gui.learning.findings import Finding, Kind
from archive_gui.learning.projection import unit
from archive_gui.learning.settings import Distance, Loss, MarginSchedule, TrainingSettings
from archive_gui.learning.spread import is_collapsed, spread_of
from archive_gui.learning.training_checks import check_settings, check_training, deserves_use

RNG = np.random.default_rng(0)
WIDE = spread_of(RNG.normal(size=(60, 20)))
FALLING = list(1 / np.arange(1, 21))


def kinds(losses: list[float], settings: TrainingSettings | None = None, trained=WIDE):
    told = check_training(settings or TrainingSettings(), losses, WIDE, trained)
    return [finding.kind for finding in told]


def test_spread_is_the_mean_cosine_and_the_effective_rank():
    rows = RNG.normal(size=(12, 5)) + 1
    same = unit(rows).astype(float)
    cosines = [same[a] @ same[b] for a in range(12) for b in range(12) if a != b]
    eigenvalues = np.linalg.eigvalsh(np.cov(same.T))
    shares = eigenvalues / eigenvalues.sum()
    found = spread_of(rows)
    assert found.cosine == pytest.approx(np.mean(cosines))
    assert found.directions == pytest.approx(np.exp(-(shares * np.log(shares)).sum()))
    assert spread_of(3 * rows).cosine == pytest.approx(found.cosine)


def test_embeddings_in_one_place_or_on_one_line_are_collapsed():
    place = np.ones(20) + RNG.normal(0, 0.01, (60, 20))
    line = np.outer(RNG.choice([-1, 1], 60), np.ones(20)) + RNG.normal(0, 0.01, (60, 20))
    for rows in (np.ones((60, 20)), np.zeros((60, 20)), place, line):
        assert is_collapsed(WIDE, spread_of(rows))
    assert kinds(FALLING, trained=spread_of(place)) == [Kind.COLLAPSE]


def test_a_model_is_used_only_if_it_gained_and_did_not_collapse():
    collapse = Finding(Kind.COLLAPSE, "")
    assert deserves_use(0.01, [Finding(Kind.NOT_FALLING, "")])
    assert not deserves_use(0.5, [Finding(Kind.MARGIN, ""), collapse])
    assert not deserves_use(0.0, [])
    assert not deserves_use(-0.1, [])


def test_few_groups_far_from_each_other_are_no_collapse():
    groups = np.repeat(np.eye(20)[:4], 15, axis=0) + RNG.normal(0, 0.01, (60, 20))
    assert not is_collapsed(WIDE, spread_of(groups))
    # So are two groups with what else tells images apart left in a little.
    two = np.outer(RNG.choice([-1, 1], 60), np.eye(20)[0]) + RNG.normal(0, 0.08, (60, 20))
    assert not is_collapsed(WIDE, spread_of(two))
    # Nothing can be said of few images, or of images that were all alike before.
    few = spread_of(RNG.normal(size=(5, 20)))
    assert not is_collapsed(few, spread_of(np.ones((5, 20))))
    alike = spread_of(np.ones((60, 20)))
    assert not is_collapsed(alike, alike)


def test_a_loss_that_falls_is_well_and_one_that_does_not_is_told():
    assert kinds(FALLING) == []
    assert kinds(list(0.66 - 0.001 * np.arange(20))) == []
    # Flat but for chance: nothing can be said.
    assert kinds(list(RNG.uniform(0.08, 0.14, 15))) == []
    noisy = 1e6 + RNG.normal(0, 0.1, 100)
    assert kinds(list(noisy)) == [Kind.NOT_FALLING]
    assert kinds([0.2] * 20) == kinds(FALLING[::-1]) == [Kind.NOT_FALLING]
    # Too few epochs to tell; nothing that could fall; a loss that grows with its margin.
    assert kinds([0.2] * 8) == kinds([0.0] * 20) == []
    growing = TrainingSettings(margin_schedule=MarginSchedule.LINEAR)
    assert kinds(FALLING[::-1], growing) == []
    assert kinds([0.7] * 20, replace(growing, loss=Loss.SOFT_MARGIN)) == [Kind.NOT_FALLING]


@pytest.mark.parametrize("wild", [float("nan"), float("inf")])
def test_a_loss_that_is_no_number_says_from_when_on(wild: float):
    (finding,) = check_training(TrainingSettings(), [0.2, 0.1, wild, 0.1], WIDE, WIDE)
    assert finding.kind is Kind.OVERFLOW
    assert "From epoch 3 on" in finding.sentence
    assert "smaller margin" in finding.sentence


def test_a_margin_that_no_two_images_can_reach_is_told():
    for distance, reach in ((Distance.EUCLIDEAN, 2), (Distance.SQUARED, 4), (Distance.COSINE, 2)):
        settings = TrainingSettings(distance=distance, margin=reach - 0.01)
        assert check_settings(settings) == ()
        (finding,) = check_settings(replace(settings, margin=1e6))
        assert finding.kind is Kind.MARGIN
        assert f"margin 1e+06 can never be reached, since two images are at most {reach}" in (
            finding.sentence
        )
        assert check_settings(replace(settings, margin=1e6, loss=Loss.SOFT_MARGIN)) == ()
