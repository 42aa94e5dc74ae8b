"""LiteRT against Keras: how many pictures a second the bundled network looks at."""

import time
from collections.abc import Callable

import numpy as np

from archive_gui.learning.backbones import build_keras
from archive_gui.learning.lite import obtain_lite
from archive_gui.learning.quiet import load_tensorflow
from archive_gui.learning.settings import DEFAULT_BACKBONE

PICTURES, ROUNDS = 128, 3


def rate(look: Callable[[], object]) -> float:
    """Pictures a second, the best of some rounds after one that does not count."""
    look()
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        look()
        seconds.append(time.perf_counter() - started)
    return PICTURES / min(seconds)


def main() -> None:
    lite = obtain_lite(DEFAULT_BACKBONE)
    pixels = np.random.default_rng(0).integers(0, 256, (PICTURES, lite.side, lite.side, 3))
    pictures = pixels.astype(np.uint8)
    with_lite = rate(lambda: [lite.features(picture) for picture in pictures])
    load_tensorflow()
    model = build_keras(DEFAULT_BACKBONE)
    as_floats = pictures.astype(np.float32)
    with_keras = rate(lambda: model.predict(as_floats, verbose=0))
    print(f"LiteRT {with_lite:6.0f} pictures/s")
    print(f"Keras  {with_keras:6.0f} pictures/s")
    print(f"LiteRT is {with_lite / with_keras:.1f} times as fast")


if __name__ == "__main__":
    main()
