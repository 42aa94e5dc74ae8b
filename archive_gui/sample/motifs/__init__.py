"""The families of motifs: label -> what draws one of the family."""

from collections.abc import Callable

import numpy as np

from archive_gui.sample.drawing import Mask, Plate, polar


def _star(rng: np.random.Generator, lobes: int, rings: int) -> Plate:
    mask = Mask()
    angles = np.linspace(0, 2 * np.pi, 720)
    for number in range(rings):
        wave = 0.8 - 0.6 * number / rings + rng.uniform(0.05, 0.12) * np.cos(lobes * angles)
        mask.line(polar(wave, angles), rng.uniform(0.01, 0.03))
    return Plate((mask.reduced(),))


def _family(number: int) -> Callable[[np.random.Generator], Plate]:
    return lambda rng: _star(rng, 3 + number, 2 + number % 4)


FAMILIES: dict[str, Callable[[np.random.Generator], Plate]] = {
    label: _family(number)
    for number, label in enumerate(
        (
            "fleuron-leaf",
            "rosette-guilloche",
            "border-key",
            "postmark-ring",
            "textile-herringbone",
            "textile-paisley",
            "tile-azulejo",
            "paper-marbled",
            "arms-chevron",
            "watermark-anchor",
            "seal-lily",
            "exlibris-owl",
        )
    )
}
