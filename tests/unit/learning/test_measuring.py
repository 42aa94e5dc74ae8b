import numpy as np
import pytest

from archive_gui.learning.evaluation import (
    Judgement,
    gain,
    judge,
    measure,
    measure_each,
    score,
)
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import unit


def world(seed: int, count: int, known_share: float = 0.8) -> tuple[np.ndarray, Pairs, np.ndarray]:
    rng = np.random.default_rng(seed)
    kinds = rng.integers(0, 5, count)
    embeddings = unit(rng.normal(size=(count, 6)) + 0.8 * np.eye(6)[kinds])
    same = kinds[:, np.newaxis] == kinds
    known = np.triu(rng.random((count, count)) < known_share, 1)
    known |= known.T
    return embeddings, Pairs(tuple(range(count)), same & known, ~same & known), kinds


def reference(embeddings: np.ndarray, pairs: Pairs, queries: np.ndarray) -> list[float]:
    """Triplet accuracy, recall@1, @5, @10 and mAP@R, one query and one rank after another."""
    rows = []
    for q in np.flatnonzero(queries):
        positives = set(np.flatnonzero(pairs.positive[q]))
        negatives = set(np.flatnonzero(pairs.negative[q]))
        if not positives:
            continue
        distance = {i: 1 - float(embeddings[q] @ embeddings[i]) for i in positives | negatives}
        ranked = sorted(distance, key=distance.__getitem__)
        in_order = [distance[p] < distance[n] for p in positives for n in negatives]
        recalls = [float(any(i in positives for i in ranked[:k])) for k in (1, 5, 10)]
        relevant, average = len(positives), 0.0
        for rank in range(1, relevant + 1):
            if ranked[rank - 1] in positives:
                average += sum(i in positives for i in ranked[:rank]) / rank
        rows.append([np.mean(in_order) if in_order else 0.0, *recalls, average / relevant])
    return np.mean(rows, 0).tolist()


@pytest.mark.parametrize(("seed", "count", "known"), [(0, 40, 0.8), (1, 40, 1), (2, 25, 0.15)])
def test_the_figures_are_those_of_a_slow_reference(seed: int, count: int, known: float):
    embeddings, pairs, _ = world(seed, count, known)
    queries = np.random.default_rng(seed).random(count) < 0.5
    found = measure(embeddings, pairs, queries)
    assert list(found.as_json().values()) == pytest.approx(
        reference(embeddings, pairs, queries), abs=1e-6
    )


def test_many_queries_are_measured_like_few():
    embeddings, pairs, _ = world(3, 600, 0.5)
    everyone = np.ones(600, bool)
    found = measure(embeddings, pairs, everyone)
    assert list(found.as_json().values()) == pytest.approx(
        reference(embeddings, pairs, everyone), abs=1e-5
    )


def test_a_perfect_embedding_has_perfect_figures_and_its_opposite_has_none():
    _, pairs, kinds = world(4, 30, 1)
    everyone = np.ones(30, bool)
    assert measure(unit(np.eye(5)[kinds]), pairs, everyone) == Metrics(1, 1, 1, 1, 1)
    reversed_pairs = Pairs(pairs.images, pairs.negative, pairs.positive)
    worst = measure(unit(np.eye(5)[kinds]), reversed_pairs, everyone)
    assert (worst.triplet_accuracy, worst.recall_at_1) == (0, 0)


def test_without_queries_or_positives_all_figures_are_nothing():
    embeddings, pairs, _ = world(5, 10)
    nothing = Metrics(0, 0, 0, 0, 0)
    assert measure(embeddings, pairs, np.zeros(10, bool)) == nothing
    lonely = Pairs(pairs.images, np.zeros_like(pairs.positive), pairs.negative)
    assert measure(embeddings, lonely, np.ones(10, bool)) == nothing


def test_figures_survive_being_written_and_models_are_chosen_by_two_of_them():
    figures = Metrics(0.9, 0.5, 0.6, 0.7, 0.3)
    assert list(figures.as_json()) == [
        "triplet_accuracy",
        "recall@1",
        "recall@5",
        "recall@10",
        "map@r",
    ]
    assert Metrics.from_json(figures.as_json()) == figures
    assert score(figures) == pytest.approx((0.3 + 0.9) / 2)


def test_alike_images_stand_out_by_the_share_of_unmarked_ones_that_are_farther():
    embeddings, pairs, _ = world(5, 30, 0.6)
    unmarked = world(6, 50)[0]
    queries = np.random.default_rng(5).random(30) < 0.5
    shares = []
    for q in np.flatnonzero(queries & pairs.with_positive):
        alike = np.flatnonzero(pairs.positive[q])
        nearer = [
            embeddings[q] @ embeddings[p] > embeddings[q] @ u for p in alike for u in unmarked
        ]
        shares.append(np.mean(nearer))
    found = judge(embeddings, unmarked, pairs, queries)
    assert found.standing == pytest.approx(np.mean(shares))
    assert np.array_equal(found.figures, measure_each(embeddings, pairs, queries))
    assert judge(embeddings, unmarked[:0], pairs, queries).standing == 0
    assert judge(embeddings, unmarked, pairs, np.zeros(30, bool)).standing == 0


def test_standing_out_more_counts_only_where_the_scores_are_equal():
    perfect, flawed = np.ones((4, 5)), np.full((4, 5), 0.9)
    assert gain(Judgement(perfect, 0.7), Judgement(perfect, 0.8)) == pytest.approx(0.1)
    assert gain(Judgement(perfect, 0.8), Judgement(perfect, 0.8)) == 0
    assert gain(Judgement(perfect, 0.2), Judgement(flawed, 0.9)) == pytest.approx(-0.1)
    assert gain(Judgement(flawed, 0.9), Judgement(perfect, 0.2)) == pytest.approx(0.1)
