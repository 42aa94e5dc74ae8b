import hashlib
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from archive_gui.catalog.records import Grouping
from archive_gui.errors import Cancelled
from archive_gui.learning.evaluation import measure, score
from archive_gui.learning.metrics import EpochReport
from archive_gui.learning.pairs import pairs_of, split
from archive_gui.learning.projection import Projection
from archive_gui.learning.schedules import HEAD_EPOCHS
from archive_gui.learning.settings import (
    Depth,
    Distance,
    Loss,
    MarginSchedule,
    Miner,
    TrainingSettings,
)
from archive_gui.learning.trainer import Material, train_head
from archive_gui.learning.untrained import fit_components
from archive_gui.progress import Progress

GROUPS, EACH, WIDTH = 6, 8, 40
HEAD = TrainingSettings(depth=Depth.HEAD)


@pytest.fixture(scope="module")
def material() -> Material:
    """Six groups that differ in a few of forty features, and in the others at random."""
    rng = np.random.default_rng(0)
    kinds = np.repeat(np.arange(GROUPS), EACH)
    count = len(kinds)

    def seen(of: np.ndarray) -> np.ndarray:
        features = rng.gamma(1, 1, (len(of), WIDTH))
        features[:, :GROUPS] += 3 * np.eye(GROUPS)[of]
        return features.astype(np.float32)

    marked, background = seen(kinds), seen(rng.integers(0, GROUPS, 80))
    groupings = [
        Grouping(g, str(g), "", g * EACH, tuple(range(g * EACH + 1, (g + 1) * EACH)), ())
        for g in range(GROUPS)
    ]
    pairs = pairs_of(groupings)
    digests = [hashlib.sha256(bytes([n])).hexdigest() for n in range(count)]
    part = fit_components(np.concatenate([marked, background]))
    views = np.stack([seen(kinds), seen(kinds)])
    return Material(marked, views, pairs, split(pairs, digests), background, part)


def train(material: Material, settings: TrainingSettings, progress: Progress | None = None):
    reports: list[EpochReport] = []
    trained = train_head(material, settings, progress or Progress(), reports.append)
    return trained, reports


def figures(material: Material, projection: Projection):
    embeddings = projection.apply(material.features)
    return measure(embeddings, material.pairs, material.split.judge)


def test_a_trained_head_is_better_on_marks_that_it_never_saw(material: Material):
    trained, reports = train(material, HEAD)
    assert trained.judged is not None
    before = figures(material, Projection(material.pretrained))
    assert score(trained.after) > score(before)
    assert trained.after.map_at_r > before.map_at_r + 0.1
    assert trained.after == figures(material, trained.judged)
    assert 0 <= trained.best_epoch <= trained.epochs == len(reports) == HEAD_EPOCHS
    assert [r.epoch for r in reports] == list(range(1, HEAD_EPOCHS + 1))
    assert {(r.stage, r.epochs) for r in reports} == {("head", HEAD_EPOCHS)}
    assert all(np.isfinite(r.loss) for r in reports)
    measured = [r.epoch for r in reports if r.held_out is not None]
    assert measured == list(range(5, HEAD_EPOCHS + 1, 5))


def test_the_same_seed_gives_the_same_head_bit_for_bit(material: Material):
    settings = replace(HEAD, epochs=6, seed=7, miner=Miner.RANDOM)
    (first, told), (second, told_again) = (train(material, settings) for _ in range(2))
    for one, other in ((first.projection, second.projection), (first.judged, second.judged)):
        assert one.learned.matrix.tobytes() == other.learned.matrix.tobytes()
        assert one.memberships.matrix.tobytes() == other.memberships.matrix.tobytes()
        assert one.memberships.weight == other.memberships.weight
    assert told == told_again
    assert first.after == second.after
    _, told_another = train(material, replace(settings, seed=8))
    assert [r.loss for r in told_another] != [r.loss for r in told]


# Every miner with every loss, and each distance and schedule three times.
COMBINATIONS = [
    (miner, loss, list(Distance)[(m + n) % 3], list(MarginSchedule)[(m + 2 * n) % 3])
    for (m, miner), (n, loss) in product(enumerate(Miner), enumerate(Loss))
]


@pytest.mark.parametrize(("miner", "loss", "distance", "schedule"), COMBINATIONS)
def test_every_miner_loss_distance_and_schedule_trains(material, miner, loss, distance, schedule):
    settings = replace(
        HEAD, miner=miner, loss=loss, distance=distance, margin_schedule=schedule, epochs=2
    )
    trained, reports = train(material, settings)
    assert trained.epochs == 2
    assert np.isfinite([r.loss for r in reports]).all()
    embeddings = trained.projection.apply(material.features)
    assert np.linalg.norm(embeddings, axis=1) == pytest.approx(np.ones(len(embeddings)), abs=1e-5)


def test_stopping_goes_on_with_the_best_so_far(material: Material):
    progress, reached = Progress(), []

    def stop(report: EpochReport) -> None:
        reached.append(report.epoch)
        if report.epoch == 7:
            progress.cancel()

    trained = train_head(material, replace(HEAD, epochs=10_000), progress, stop)
    assert reached == list(range(1, 8))
    assert trained.epochs == 7
    assert trained.best_epoch in (0, 5)
    assert trained.after == figures(material, trained.judged)


def test_stopping_before_the_first_epoch_gives_nothing(material: Material):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        train(material, HEAD, progress)


def test_marks_that_leave_none_to_choose_by_still_train():
    features = np.random.default_rng(1).gamma(1, 1, (5, WIDTH)).astype(np.float32)
    pairs = pairs_of([Grouping(1, "", "", 1, (2, 3), (4, 5))])
    digests = [hashlib.sha256(bytes([n])).hexdigest() for n in range(5)]
    none = np.empty((0, *features.shape), np.float32)
    few = Material(features, none, pairs, split(pairs, digests), features, fit_components(features))
    assert not few.split.choose[:3].any()
    trained, _ = train(few, replace(HEAD, epochs=3))
    assert np.isfinite(trained.projection.apply(features)).all()


def test_equal_images_train_to_numbers():
    features = np.full((6, WIDTH), 0.5, np.float32)
    pairs = pairs_of([Grouping(1, "", "", 1, (2, 3), (4, 5, 6))])
    digests = [hashlib.sha256(bytes([n])).hexdigest() for n in range(6)]
    none = np.empty((0, *features.shape), np.float32)
    same = Material(
        features, none, pairs, split(pairs, digests), features, fit_components(features)
    )
    trained, reports = train(same, replace(HEAD, epochs=3))
    assert np.isfinite([r.loss for r in reports]).all()
    assert np.isfinite(trained.projection.apply(features)).all()
