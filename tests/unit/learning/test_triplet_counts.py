import random
from dataclasses import replace

import numpy as np
import pytest

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.pairs import first_copies, pairs_of, without_copies
from archive_gui.learning.triplet_counts import TripletCount, is_usable, survey_triplets


def image(number: int, digest: str = "") -> ImageRecord:
    path, sha256 = f"{number}.jpg", digest or f"digest {number}"
    return ImageRecord(number, path, 1, 1, sha256, 1, 1, "JPEG", 1, None, False)


def random_marks(rng: random.Random) -> tuple[list[Grouping], dict[int, ImageRecord]]:
    """Groupings that overlap, contradict and are related, of images some of which are copies."""
    count = rng.randint(4, 26)
    images = {n: image(n, f"copy {n % 5}" if rng.random() < 0.2 else "") for n in range(count)}
    for number in rng.sample(range(count), count // 5):
        lost = {"error": "cut off"} if rng.random() < 0.5 else {"missing": True}
        images[number] = replace(images[number], **lost)
    groupings = []
    for number in range(rng.randint(1, 7)):
        chosen = rng.sample(range(count), rng.randint(1, min(count, 9)))
        cut = rng.randint(1, len(chosen))
        positives, negatives = tuple(chosen[1:cut]), tuple(chosen[cut:])
        groupings.append(Grouping(10 + number, "", "", chosen[0], positives, negatives))
    for _ in range(rng.randint(0, 4)):
        one, other = rng.choice(groupings), rng.choice(groupings)
        if one.id != other.id:
            place, beside = groupings.index(one), groupings.index(other)
            groupings[place] = replace(one, related=tuple({*one.related, other.id}))
            groupings[beside] = replace(other, related=tuple({*other.related, one.id}))
    return groupings, images


@pytest.mark.parametrize("seed", range(150))
def test_the_count_is_that_of_the_pairs_which_a_training_learns(seed: int):
    groupings, images = random_marks(random.Random(seed))
    usable = {n: each for n, each in images.items() if is_usable(each)}
    first = first_copies({n: each.sha256 or "" for n, each in usable.items()})
    everything = pairs_of(without_copies(groupings, first))
    pairs = everything.only(np.array([n in usable for n in everything.images], bool))
    counts = survey_triplets(groupings, images)
    assert counts.total.training == pairs.triplets
    assert counts.total.explicit == sum(len(g.positives) * len(g.negatives) for g in groupings)
    assert sum(each.training for each in counts.of.values()) >= counts.total.training
    assert counts.of.keys() == {grouping.id for grouping in groupings}


def test_each_grouping_has_its_own_count_and_related_ones_teach_less():
    images = {n: image(n) for n in range(1, 9)}
    seals, stamps = Grouping(1, "", "", 1, (2, 3), (4,)), Grouping(2, "", "", 5, (6,), ())
    counts = survey_triplets([seals, stamps], images)
    # Three seals with two others each, against the negative and two stamps; and back.
    assert counts.of == {1: TripletCount(2, 3 * 2 * 3), 2: TripletCount(0, 2 * 3)}
    assert counts.total == TripletCount(2, 24)
    related = [replace(seals, related=(2,)), replace(stamps, related=(1,))]
    assert survey_triplets(related, images).of == {1: TripletCount(2, 6), 2: TripletCount(0, 0)}
    assert survey_triplets([], {}).total == TripletCount(0, 0)
