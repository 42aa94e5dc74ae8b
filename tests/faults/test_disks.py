from pathlib import Path

from tests.conftest import EACH, KINDS, Shapes
from tests.faults import disks
from tests.faults.ground import with_triplets

IMAGES = len(KINDS) * EACH


def test_full_disks_are_one_sentence_and_work_goes_on_with_room(
    shapes: Shapes, trained_shapes: Path, tmp_path: Path
) -> None:
    ground = with_triplets(shapes.archive, trained_shapes, tmp_path)
    figures = disks.fill_each(ground, tmp_path / "trial", disks.QUICK, IMAGES)
    assert figures.broken == []
    assert disks.fill_the_index(tmp_path / "trial", ground) == []


def test_a_drive_that_goes_away_in_the_middle_is_one_sentence(tmp_path: Path) -> None:
    assert disks.lose_the_drive(tmp_path) == []


def test_a_clock_that_goes_back_disturbs_no_order(tmp_path: Path) -> None:
    assert disks.set_the_clock_back(tmp_path) == []
