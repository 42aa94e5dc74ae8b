"""A plot of lines on logarithmic axes with a table of its points, as SVG."""

import math
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 20, 50
# Colours that the colour-blind can tell apart (Okabe and Ito); each line has its own dashes, too.
STYLES = (
    ("#0072b2", ""),
    ("#d55e00", "6 3"),
    ("#009e73", "2 3"),
    ("#cc79a7", "8 3 2 3"),
    ("#e69f00", "12 4"),
    ("#56b4e9", "4 2"),
)
LABEL_HEIGHT, ROW, COLUMN = 18, 18, 100


def draw(
    lines: Mapping[str, Mapping[int, float]],
    exponents: Mapping[str, float | None],
    caption: str,
) -> str:
    """Seconds by number of images, one line an operation with its exponent beside its end."""
    sizes = [size for each in lines.values() for size in each]
    seconds = [value for each in lines.values() for value in each.values()]
    x_first, x_last = math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes)))
    y_first, y_last = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x_of(size: float) -> float:
        return LEFT + wide * (math.log10(size) - x_first) / max(1, x_last - x_first)

    def y_of(value: float) -> float:
        return TOP + high * (y_last - math.log10(value)) / max(1, y_last - y_first)

    whole = HEIGHT + ROW * (len(lines) + 3)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {whole}" '
        f'width="{WIDTH}" height="{whole}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{whole}" fill="#ffffff"/>',
    ]
    for power in range(x_first, x_last + 1):
        x = x_of(10**power)
        parts.append(_line(x, TOP, x, TOP + high))
        parts.append(_text(x, TOP + high + 18, f"{10**power:,}", "middle"))
    for power in range(y_first, y_last + 1):
        y = y_of(10.0**power)
        parts.append(_line(LEFT, y, LEFT + wide, y))
        parts.append(_text(LEFT - 8, y + 4, f"{10.0**power:g} s", "end"))
    parts.append(_text(LEFT + wide / 2, HEIGHT - 12, "images", "middle"))
    ends = {}
    for (name, values), (colour, dashes) in zip(lines.items(), STYLES, strict=False):
        points = [(x_of(size), y_of(values[size])) for size in sorted(values)]
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(
            f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2" '
            f'stroke-dasharray="{dashes}"/>'
        )
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        ends[name] = (points[-1], colour)
    last = -math.inf
    for name, ((x, y), colour) in sorted(ends.items(), key=lambda end: end[1][0][1]):
        # Names that would lie on each other move down.
        last = max(y + 4, last + LABEL_HEIGHT)
        power = exponents.get(name)
        told = name if power is None else f"{name}: n^{power:.2f}"
        parts.append(_text(LEFT + wide + 12, last, told, "start", colour))
        parts.append(_line(x, y, LEFT + wide + 10, last - 4, colour))
    parts += _table(lines, caption)
    return "\n".join([*parts, "</svg>", ""])


def _table(lines: Mapping[str, Mapping[int, float]], caption: str) -> Iterator[str]:
    sizes = sorted({size for each in lines.values() for size in each})
    columns = [LEFT + 110 + COLUMN * (number + 1) for number in range(len(sizes))]
    y = HEIGHT + ROW
    for x, size in zip(columns, sizes, strict=True):
        yield _text(x, y, f"{size:,}", "end")
    for name, values in lines.items():
        y += ROW
        yield _text(LEFT - 40, y, name, "start")
        for x, size in zip(columns, sizes, strict=True):
            if size in values:
                yield _text(x, y, f"{values[size]:.3g} s", "end")
    yield _text(LEFT - 40, y + ROW, caption, "start", "#606060")


def _line(x: float, y: float, to_x: float, to_y: float, colour: str = "#d0d0d0") -> str:
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{colour}" '
        'stroke-width="0.6"/>'
    )


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#303030") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"'
    return f"<text {place}>{escape(text)}</text>"
