"""Augmentation, batches and the length of a tuning; the tuning itself is tested with the jobs."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from archive_gui.learning.augmentation import CROP_ROOM, Augmenter
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.schedules import tuning_epochs
from archive_gui.learning.tuning import balanced

SIDE = 64


def picture(seed: int = 0) -> np.ndarray:
    """A grey sheet with a dark L near its lower left corner."""
    side = round(SIDE * CROP_ROOM)
    image = Image.new("RGB", (side, side), (190, 190, 180))
    pen = ImageDraw.Draw(image)
    pen.line((16, 14, 16, 56, 36, 56), fill=(20, 20, 30 + seed), width=6)
    return np.asarray(image)


def test_views_have_the_network_s_size_and_differ_from_each_other():
    pictures = np.stack([picture(), picture(), picture(9)])
    views = Augmenter(SIDE, seed=0).views(pictures)
    assert views.shape == (3, SIDE, SIDE, 3)
    assert views.dtype == np.uint8
    assert (views[0] != views[1]).mean() > 0.5


def test_the_same_seed_draws_the_same_views():
    pictures = np.stack([picture(n) for n in range(8)])
    one, other = Augmenter(SIDE, seed=3), Augmenter(SIDE, seed=3)
    first = one.views(pictures)
    assert (first == other.views(pictures)).all()
    assert (first != one.views(pictures)).any()
    assert (first != Augmenter(SIDE, seed=4).views(pictures)).any()


def test_views_show_the_picture_a_little_askew_but_never_mirrored():
    views = Augmenter(SIDE, seed=1).views(np.stack([picture()] * 200)).astype(int).sum(3)
    dark = views < views.max((1, 2), keepdims=True) * 0.45
    # The L has its long stroke on the left, and its foot at the bottom.
    left, right = dark[:, :, : SIDE // 2].sum((1, 2)), dark[:, :, SIDE // 2 :].sum((1, 2))
    top, bottom = dark[:, : SIDE // 2].sum((1, 2)), dark[:, SIDE // 2 :].sum((1, 2))
    assert (left > right).all()
    assert (bottom > top).mean() > 0.95


def pairs_of_groups(*sizes: int) -> Pairs:
    groups = np.repeat(np.arange(len(sizes)), sizes)
    alike = groups[:, np.newaxis] == groups
    np.fill_diagonal(alike, False)
    others = groups[:, np.newaxis] != groups
    return Pairs(tuple(range(len(groups))), alike, others)


@pytest.mark.parametrize("sizes", [(20,) * 8, (5,) * 8, (2, 2, 2), (9, 1, 1, 1), (13, 4)])
def test_batches_go_through_all_images_and_give_each_a_positive(sizes: tuple[int, ...]):
    pairs = pairs_of_groups(*sizes)
    count = max(1, round(sum(sizes) / 32))
    batches = balanced(pairs, count, np.random.default_rng(0))
    assert len(batches) == count
    assert set(np.concatenate(batches).tolist()) == set(range(sum(sizes)))
    for batch in batches:
        found = pairs.positive[np.ix_(batch, batch)].any(1)
        assert (found | ~pairs.with_positive[batch]).all()


def test_few_images_are_looked_at_more_often_but_not_without_end():
    assert [tuning_epochs(images) for images in (0, 8, 100, 160, 5000)] == [30, 30, 20, 14, 14]
