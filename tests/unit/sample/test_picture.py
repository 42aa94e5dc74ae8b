"""Pictures of the sample archive: the same from the same seed, and all of them different."""

import numpy as np
import pytest

from archive_gui.sample.motifs import FAMILIES
from archive_gui.sample.picture import draw_picture


@pytest.mark.parametrize("family", ["postmark-ring", "seal-lily", "watermark-anchor"])
def test_the_same_seed_gives_the_same_pixels(family: str) -> None:
    first, second = (draw_picture(5, family, 7) for _ in range(2))
    assert first.size == second.size
    assert first.mode == second.mode
    assert first.tobytes() == second.tobytes()


def test_another_seed_number_or_family_gives_other_pixels() -> None:
    drawn = [
        draw_picture(seed, family, number).tobytes()
        for seed, family, number in (
            (0, "fleuron-leaf", 0),
            (1, "fleuron-leaf", 0),
            (0, "fleuron-leaf", 1),
            (0, "arms-chevron", 0),
        )
    ]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("family", FAMILIES)
def test_no_pixel_is_computed_from_an_overflow(family: str) -> None:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        for number in range(20, 22):
            draw_picture(0, family, number)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_varies_and_has_ink_on_its_plate(family: str) -> None:
    plates = [FAMILIES[family](np.random.default_rng(number)) for number in range(3)]
    for plate in plates:
        assert len({layer.size for layer in plate.layers}) == 1
        assert any(np.asarray(layer).max() > 200 for layer in plate.layers)
    assert len({b"".join(layer.tobytes() for layer in plate.layers) for plate in plates}) == 3
