from pathlib import Path

import pytest

from tests.conftest import EACH, KINDS, Shapes
from tests.faults.ground import Ground, with_triplets
from tests.faults.injecting import QUICK as FEW_FAULTS
from tests.faults.injecting import inject
from tests.faults.kills import QUICK, kill_at_random
from tests.faults.strangers import QUICK as FEW_FORGERIES
from tests.faults.strangers import forge

IMAGES = len(KINDS) * EACH


@pytest.fixture
def ground(shapes: Shapes, trained_shapes: Path, tmp_path: Path) -> Ground:
    return with_triplets(shapes.archive, trained_shapes, tmp_path)


def test_kills_at_any_moment_cost_nothing(ground: Ground, tmp_path: Path) -> None:
    figures = kill_at_random(ground, tmp_path / "trial", QUICK, 1, IMAGES)
    assert figures.broken == []
    assert sum(figures.survived.values()) > sum(QUICK.values()) // 2


def test_faults_at_any_event_are_one_sentence_and_cost_nothing(
    ground: Ground, tmp_path: Path
) -> None:
    figures = inject(ground, tmp_path / "trial", FEW_FAULTS, 1, IMAGES)
    assert figures.broken == []
    assert figures.met == sum(FEW_FAULTS.values())


def test_what_somebody_has_forged_is_refused_in_one_sentence_or_does_no_harm(
    ground: Ground, tmp_path: Path
) -> None:
    figures = forge(ground, tmp_path / "trial", FEW_FORGERIES, 1)
    assert figures.broken == []
    assert figures.ends["refused"] > 0
