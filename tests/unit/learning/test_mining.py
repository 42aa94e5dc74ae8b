import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
import tensorflow as tf

from archive_gui.learning.mining import _MOST_NEGATIVES, mine
from archive_gui.learning.settings import Miner

MARGIN = 0.2
Triplets = set[tuple[int, int, int]]


def world(seed: int, count: int = 14) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Distances, positives and negatives of images of four kinds, some pairs unknown."""
    rng = np.random.default_rng(seed)
    kinds = rng.integers(0, 4, count)
    same = kinds[:, np.newaxis] == kinds
    known = np.triu(rng.random((count, count)) < 0.8, 1)
    known |= known.T
    distances = rng.random((count, count)).astype(np.float32)
    return (distances + distances.T) / 2, same & known, ~same & known


def some_anchors(distances, positive, negative) -> tuple[np.ndarray, ...]:
    """Five anchors among all images, as a batch has that mines over everything."""
    return distances[:5], positive[:5], negative[:5]


def mined(miner: Miner, distances, positive, negative, margin: float = MARGIN) -> np.ndarray:
    given = (tf.constant(distances), tf.constant(positive), tf.constant(negative))
    return mine(miner, *given, tf.constant(margin, tf.float32)).numpy()


def anchors_and_positives(positive, negative) -> list[tuple[int, int]]:
    return [(a, p) for a, p in np.argwhere(positive).tolist() if negative[a].any()]


def semi_hard_reference(distances, positive, negative, margin: float) -> Triplets:
    found = set()
    for a, p in anchors_and_positives(positive, negative):
        negatives = np.flatnonzero(negative[a])
        farther = [n for n in negatives if distances[a, n] > distances[a, p]]
        within = [n for n in farther if distances[a, n] < distances[a, p] + np.float32(margin)]
        nearest = sorted(within, key=lambda n: distances[a, n])
        found |= {(a, p, int(n)) for n in nearest[:_MOST_NEGATIVES]}
        if not farther:
            found.add((a, p, int(max(negatives, key=lambda n: distances[a, n]))))
    return found


def hard_reference(distances, positive, negative) -> Triplets:
    found = set()
    for a in range(len(distances)):
        if positive[a].any() and negative[a].any():
            p = max(np.flatnonzero(positive[a]), key=lambda i: distances[a, i])
            n = min(np.flatnonzero(negative[a]), key=lambda i: distances[a, i])
            found.add((a, int(p), int(n)))
    return found


def as_set(triplets: np.ndarray) -> Triplets:
    found = {tuple(row) for row in triplets.tolist()}
    assert len(found) == len(triplets)
    return found


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("margin", [0.01, 0.2, 5.0])
def test_semi_hard_negatives_are_those_of_the_reference(seed: int, margin: float):
    for known in (world(seed), some_anchors(*world(seed))):
        expected = semi_hard_reference(*known, margin)
        assert as_set(mined(Miner.SEMI_HARD, *known, margin)) == expected


@pytest.mark.parametrize("seed", range(8))
def test_hard_triplets_are_those_of_the_reference(seed: int):
    for known in (world(seed), some_anchors(*world(seed))):
        assert as_set(mined(Miner.HARD, *known)) == hard_reference(*known)


@pytest.mark.parametrize("seed", range(4))
def test_random_triplets_take_each_pair_once_with_one_of_its_negatives(seed: int):
    for distances, positive, negative in (world(seed), some_anchors(*world(seed))):
        triplets = mined(Miner.RANDOM, distances, positive, negative)
        expected = anchors_and_positives(positive, negative)
        assert sorted(map(tuple, triplets[:, :2].tolist())) == expected
        assert negative[triplets[:, 0], triplets[:, 2]].all()


def test_random_triplets_draw_every_negative_as_often():
    distances, positive, negative = world(0)
    tf.random.set_seed(0)
    seen = [mined(Miner.RANDOM, distances, positive, negative) for _ in range(400)]
    drawn = Counter((a, n) for a, _, n in np.concatenate(seen).tolist())
    pairs = Counter(a for a, _ in anchors_and_positives(positive, negative))
    expected = {
        (a, n): 400 * pairs[a] / negative[a].sum()
        for a in pairs
        for n in np.flatnonzero(negative[a])
    }
    assert drawn.keys() == expected.keys()
    for key, often in expected.items():
        assert abs(drawn[key] - often) < 5 * np.sqrt(often), key


@pytest.mark.parametrize("miner", Miner)
@pytest.mark.parametrize("lacking", ["positive", "negative"])
def test_without_positives_or_without_negatives_there_are_no_triplets(miner: Miner, lacking: str):
    distances, positive, negative = world(1)
    masks = {"positive": positive, "negative": negative}
    masks[lacking] = np.zeros_like(positive)
    assert mined(miner, distances, masks["positive"], masks["negative"]).shape == (0, 3)


@pytest.mark.parametrize("miner", Miner)
def test_equal_images_still_give_triplets_of_known_pairs(miner: Miner):
    _, positive, negative = world(2)
    triplets = mined(miner, np.zeros(positive.shape, np.float32), positive, negative)
    assert len(triplets)
    assert positive[triplets[:, 0], triplets[:, 1]].all()
    assert negative[triplets[:, 0], triplets[:, 2]].all()


# Mines over 3,000 labelled images and says by how many megabytes the process has grown.
MINING_OVER_ALL = """
import resource
import numpy as np
from archive_gui.learning.head import fit_head
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.settings import TrainingSettings

def largest():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

rng = np.random.default_rng(0)
kinds = rng.permutation(np.repeat([0, 1], 1500))
alike = kinds[:, np.newaxis] == kinds
pairs = Pairs(tuple(range(3000)), alike & ~np.eye(3000, dtype=bool), ~alike)
rows, before, losses = rng.normal(size=(3000, 64)).astype(np.float32), largest(), []
tell = lambda *told: losses.append(told[1])
fit_head(rows[np.newaxis], pairs, rows[:300], TrainingSettings(), 1, tell)
assert len(losses) == 2 and np.isfinite(losses[1]), losses
print(round(largest() - before))
"""


def test_three_thousand_labelled_images_are_mined_in_bounded_memory():
    """Semi-hard, which looks at the most: here at 4.5 million pairs and 6.7 billion triplets."""
    done = subprocess.run([sys.executable, "-c", MINING_OVER_ALL], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 700
