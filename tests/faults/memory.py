"""What processes hold while they run long: memory, handles and threads, and whether that grows."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import combinations
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

MEGABYTE = 2**20
# Less than any one thing that a round makes and lets go: the records of 10,000 images take 5 MB,
# their embeddings as many, a preview of a query 1.2 MB, the 500 results of fifty queries 7 MB. So
# what is kept of one of them alone in every round is found; what the allocators of Python and C lay
# aside in pieces stays below.
BYTES_A_ROUND = MEGABYTE
# A handle that leaks on some paths only would be one in some rounds.
HANDLES_A_ROUND = 0.1

_WIDTH, _HEIGHT, _LEFT, _TOP = 900, 150, 70, 24
# Colours that the colour-blind can tell apart (Okabe and Ito).
_CURVES = (
    ("pss", "Memory of all processes, MB", "#0072b2", MEGABYTE),
    ("window_uss", "Memory of the window's process alone, MB", "#d55e00", MEGABYTE),
    ("handles", "Open handles of all processes", "#009e73", 1),
    ("threads", "Threads of all processes", "#cc79a7", 1),
)


@dataclass(frozen=True)
class Sample:
    """What a process and all that it started hold at one moment.

    `rss`, `pss` and `uss` are bytes: with what is shared counted whole, by shares, and not at all.
    `at_rest` is the number of the round after which nothing goes on, 0 for any other moment.
    """

    seconds: float
    doing: str
    at_rest: int
    processes: int
    rss: int
    pss: int
    uss: int
    window_uss: int
    handles: int
    window_handles: int
    threads: int
    window_threads: int


def sample(process: int, seconds: float, doing: str, at_rest: int = 0) -> Sample:
    """Measure a process and all that it started."""
    held = {each: _held(each) for each in family(process)}
    totals = [sum(column) for column in zip(*held.values(), strict=True)]
    rss, pss, uss, handles, threads = totals
    _, _, window_uss, window_handles, window_threads = held[process]
    return Sample(
        round(seconds, 1),
        doing,
        at_rest,
        sum(map(any, held.values())),
        rss,
        pss,
        uss,
        window_uss,
        handles,
        window_handles,
        threads,
        window_threads,
    )


def family(process: int) -> list[int]:
    """A process and all that it started, and that these started."""
    found = [process]
    for each in found:
        for file in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, file.read_text("ascii").split())
            except OSError:
                # A thread or process that has just ended.
                continue
    return found


def _held(process: int) -> tuple[int, int, int, int, int]:
    """RSS, PSS and USS in bytes, handles and threads; nothing of a process that has ended."""
    folder = Path(f"/proc/{process}")
    try:
        lines = (folder / "smaps_rollup").read_text("ascii").splitlines()[1:]
        kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
        return (
            1024 * kilobytes["Rss"],
            1024 * kilobytes["Pss"],
            1024 * (kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]),
            sum(1 for _ in (folder / "fd").iterdir()),
            sum(1 for _ in (folder / "task").iterdir()),
        )
    except (OSError, KeyError):
        return 0, 0, 0, 0, 0


def slope(values: Sequence[float]) -> float:
    """By how much values grow from one to the next: the median of all pairs (Theil and Sen).

    One round in which a buffer grew once and for all does not count as growth in every round.
    """
    pairs = combinations(enumerate(values), 2)
    return median((later - sooner) / (j - i) for (i, sooner), (j, later) in pairs)


def growth(samples: Sequence[Sample], warm: int) -> dict[str, float]:
    """By how much each measure grows from rest to rest, once `warm` rounds are over."""
    rests = [each for each in samples if each.at_rest > warm]
    names = ("pss", "uss", "window_uss", "handles", "window_handles", "threads", "window_threads")
    if len(rests) < 2:
        return {}
    return {name: round(slope([getattr(each, name) for each in rests]), 3) for name in names}


def grown(growth: Mapping[str, float]) -> list[str]:
    """What grows for ever: memory by more than a little a round, handles or threads at all."""
    return [
        f"{name} grow by {value:,.1f} a round"
        for name, value in growth.items()
        if value > (BYTES_A_ROUND if name.endswith("ss") else HANDLES_A_ROUND)
    ]


def write_csv(samples: Sequence[Sample], file: Path) -> None:
    """All samples as a table."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, [field.name for field in fields(Sample)])
        table.writeheader()
        table.writerows(asdict(each) for each in samples)


def draw(samples: Sequence[Sample], caption: str) -> str:
    """The curves over time as SVG: a line for all samples, dots for those at rest."""
    end = max(each.seconds for each in samples) or 1.0
    high = _TOP + (_HEIGHT + 2 * _TOP) * len(_CURVES)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {high}" width="{_WIDTH}" '
        f'height="{high}" font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{high}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="{_TOP - 8}" fill="#303030">{escape(caption)}</text>',
    ]
    for place, (name, title, colour, unit) in enumerate(_CURVES):
        top = 2 * _TOP + place * (_HEIGHT + 2 * _TOP)
        most = max(getattr(each, name) for each in samples) / unit or 1.0
        points = [
            (
                _LEFT + (_WIDTH - _LEFT - 20) * each.seconds / end,
                top + _HEIGHT * (1 - getattr(each, name) / unit / most),
                each.at_rest,
            )
            for each in samples
        ]
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts += [
            f'<text x="{_LEFT}" y="{top - 4}" fill="{colour}">{escape(title)}</text>',
            f'<text x="{_LEFT - 8}" y="{top + 10}" text-anchor="end">{most:,.0f}</text>',
            f'<text x="{_LEFT - 8}" y="{top + _HEIGHT}" text-anchor="end">0</text>',
            f'<path d="M{_LEFT} {top}v{_HEIGHT}H{_WIDTH - 20}" fill="none" stroke="#d0d0d0"/>',
            f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-opacity="0.5"/>',
        ]
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
            for x, y, at_rest in points
            if at_rest
        ]
    parts.append(
        f'<text x="{_WIDTH - 20}" y="{high - 6}" text-anchor="end" fill="#303030">'
        f"{end / 60:,.0f} minutes; a dot: at rest, the archive closed</text>"
    )
    return "\n".join([*parts, "</svg>", ""])
