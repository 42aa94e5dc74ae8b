"""How sure the figures are: bootstrap intervals over held-out queries, and a verdict in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

from archive_gui.learning.evaluation import QueryFigures, score_each
from archive_gui.learning.metrics import NAMES
from archive_gui.words import Sentence, joined, number, say, say_count

LEVEL = 0.95
RESAMPLES = 2000
_SEED = 0
# Counts of resampled queries that are held in memory at once.
_AT_ONCE = 1 << 22
# With fewer held-out images, one more or less changes the figures too much.
_FEW = 10
# Were all of 5 queries better, a fair coin could do the same: 2 / 2**5 is above 5 % (sign test).
# The same goes for groups of queries that rise and fall together.
_ENOUGH = 6


class Verdict(StrEnum):
    """What the interval of the change of the score says of a new model."""

    BETTER = "better"
    NO_WORSE = "no worse"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a figure lies with a confidence of 95 %; `low` is at most `high`."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures before and after on the same `queries` many held-out images.

    The intervals go by the names of the figures (`recall@1`, ...) and `score`, the figure by
    which models are chosen; `change` are those of after - before, `gain` is the mean change of
    the score. `groups` is how many groups of like images the queries are of, where that is known.
    """

    queries: int
    before: dict[str, Interval]
    after: dict[str, Interval]
    change: dict[str, Interval]
    gain: float
    groups: int | None = None

    @property
    def verdict(self) -> Verdict:
        """Better or worse where the whole interval of the score's change says so.

        Fewer than 6 queries can show neither with a confidence of 95 %.
        """
        change = self.change["score"]
        if self.queries < _ENOUGH:
            return Verdict.NO_WORSE
        if change.low > 0:
            return Verdict.BETTER
        return Verdict.WORSE if change.high < 0 else Verdict.NO_WORSE

    def in_words(self) -> Sentence:
        """The verdict, the change of the score in points of 100, and where it likely lies."""
        change = self.change["score"]
        images = say_count(self.queries, "{n:,} held-out image", "{n:,} held-out images")
        match self.verdict:
            case Verdict.BETTER:
                words = say(
                    "Better: on {images} the neighbours improved by {gain} points of 100 (likely "
                    "between {low} and {high}).",
                    images=images,
                    gain=_points(self.gain),
                    low=_points(change.low),
                    high=_points(change.high),
                )
            case Verdict.WORSE:
                words = say(
                    "Worse: on {images} the neighbours lost {loss} points of 100 (likely between "
                    "{low} and {high}).",
                    images=images,
                    loss=_points(-self.gain),
                    low=_points(-change.high),
                    high=_points(-change.low),
                )
            case Verdict.NO_WORSE if self.queries < _ENOUGH and self.gain > 0:
                words = say(
                    "Perhaps better: on {images} the neighbours improved by {gain} points of 100.",
                    images=images,
                    gain=_points(self.gain),
                )
            case Verdict.NO_WORSE if self.queries < _ENOUGH and self.gain < 0:
                words = say(
                    "Perhaps worse: on {images} the neighbours lost {loss} points of 100.",
                    images=images,
                    loss=_points(-self.gain),
                )
            case Verdict.NO_WORSE if change.low == change.high == 0:
                words = say(
                    "No worse: on {images} the neighbours are as good as before.", images=images
                )
            case Verdict.NO_WORSE:
                words = say(
                    "No worse: on {images} the neighbours changed by {gain} points of 100 (likely "
                    "between {low} and {high}), which may be chance.",
                    images=images,
                    gain=_points(self.gain, "+"),
                    low=_points(change.low, "+"),
                    high=_points(change.high, "+"),
                )
        told = [words]
        if self.queries == 1:
            told.append(say("A single image is a hint, not a proof."))
        elif self.queries < _FEW:
            told.append(say("So few images are a hint, not a proof."))
        if self.groups is not None and self.groups < _ENOUGH:
            told.append(say("Other groupings may differ."))
        return joined(told)

    def as_json(self) -> dict[str, Any]:
        """Verdict and intervals, as plain numbers, for a model's provenance."""
        told: dict[str, Any] = {
            "verdict": self.verdict.value,
            "queries": self.queries,
            "groups": self.groups,
            "level": LEVEL,
            "resamples": RESAMPLES,
            "gain": self.gain,
        }
        for name in ("before", "after", "change"):
            intervals: dict[str, Interval] = getattr(self, name)
            told[name] = {figure: [each.low, each.high] for figure, each in intervals.items()}
        return told

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Comparison":
        """The comparison that :meth:`as_json` gave; KeyError, TypeError or ValueError of others."""
        before, after, change = (
            {figure: Interval(*map(float, ends)) for figure, ends in told[name].items()}
            for name in ("before", "after", "change")
        )
        queries, gain = int(told["queries"]), float(told["gain"])
        groups = None if told["groups"] is None else int(told["groups"])
        return cls(queries, before, after, change, gain, groups)


def compare(
    before: QueryFigures,
    after: QueryFigures,
    clusters: npt.NDArray[np.intp] | None = None,
) -> Comparison:
    """Compare the figures (q, 5) of the same q queries, at least one, before and after.

    The intervals are percentiles of 2000 resamples, drawn with replacement and the same for
    before and after, so that the change is a paired one: Efron and Tibshirani, "An Introduction
    to the Bootstrap", 1993, section 13.3. The same figures give the same intervals.

    `clusters` (q,) labels the group of like images that each query is of (`query_groups`). The
    queries of a group rise and fall together, so from 6 groups on whole groups are drawn, which
    mimics their variation better than drawing queries within them again: Davison and Hinkley,
    "Bootstrap Methods and their Application", 1997, section 3.8; Field and Welsh, "Bootstrapping
    clustered data", JRSS B 69, 2007. With fewer groups, or without labels, queries are drawn, and
    the intervals speak of these groupings only.
    """
    scored = [np.column_stack([each, score_each(each)]) for each in (before, after)]
    change = scored[1] - scored[0]
    figures = np.concatenate([*scored, change], axis=1)
    groups = None
    if clusters is not None:
        labels, members = np.unique(clusters, return_inverse=True)
        groups = len(labels)
    if groups is not None and groups >= _ENOUGH:
        sums = np.zeros((groups, figures.shape[1]))
        np.add.at(sums, members, figures)
        intervals = _intervals(sums, np.bincount(members), _expanded_tail(groups))
    else:
        intervals = _intervals(figures, np.ones(len(figures), np.intp), (1 - LEVEL) / 2)
    names = (*NAMES, "score")
    first, second, third = (
        dict(zip(names, intervals[start : start + len(names)], strict=True))
        for start in range(0, len(intervals), len(names))
    )
    gain = round(float(change[:, -1].mean()), 6)
    return Comparison(len(before), first, second, third, gain, groups)


def _intervals(sums: QueryFigures, sizes: npt.NDArray[np.intp], tail: float) -> list[Interval]:
    """The interval of the mean per query of each of f figures, with `tail` left out at each end.

    What is drawn are c units with `sizes` (c,) queries each; `sums` (c, f) are theirs.
    """
    count = len(sums)
    generator = np.random.default_rng(_SEED)
    block = max(1, _AT_ONCE // count)
    means = []
    for start in range(0, RESAMPLES, block):
        drawn = generator.multinomial(
            count, np.full(count, 1 / count), min(block, RESAMPLES - start)
        )
        means.append(drawn @ sums / (drawn @ sizes)[:, np.newaxis])
    edges: npt.NDArray[np.float64] = np.quantile(np.concatenate(means), [tail, 1 - tail], axis=0)
    return [Interval(low, high) for low, high in edges.T.round(6).tolist()]


def _expanded_tail(count: int) -> float:
    """The share to leave out at each end of resamples of `count` units.

    Percentiles of few units are too narrow; these are those by which the mean of normal numbers
    has Student's interval: Hesterberg, "What Teachers Should Know About the Bootstrap", The
    American Statistician 69, 2015, on expanded percentile intervals. Student's quantile is the
    expansion 26.7.5 of Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964.
    """
    normal = NormalDist()
    z, freedom = normal.inv_cdf((1 + LEVEL) / 2), count - 1
    student = (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
    return normal.cdf(-student * (count / freedom) ** 0.5)


def _points(share: float, sign: str = "") -> Sentence:
    """A share as points of 100, with a decimal where the whole number would hide it.

    What is below zero has a minus; what is above it has `sign` before it.
    """
    points = round(100 * share, 1)
    decimals = int(0 < abs(points) < 1)
    before = sign if points > 0 else "\u2212" * (points < 0)
    return joined((before, number(abs(points), f".{decimals}f")), "")
