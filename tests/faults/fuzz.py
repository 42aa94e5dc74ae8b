"""The decoder under coverage-guided fuzzing: `python -m tests.faults.fuzz SEEDS SECONDS`.

It needs atheris, which is no dependency of the project. `SEEDS` is a folder of pictures to start
from; what is found there is added to. Ends with 0 when every input was decoded or refused.
"""

import os
import sys

import atheris

with atheris.instrument_imports(include=["PIL", "archive_gui.imaging"]):
    import pillow_heif  # noqa: F401  (its plug-in is loaded later)

    from archive_gui.imaging import decode as decoder
    from archive_gui.imaging.decode import ImageError, decode

_SECONDS_EACH, _MEGABYTES = 120, 4000
# Honest work on large pictures finds nothing.
decoder.MAX_PIXELS = 2**24


def one(data: bytes) -> None:
    """Decode what may be anything; all but a refusal ends the process."""
    for page in (0, 1):
        try:
            decoded = decode(data, max_side=256, page=page, name="fuzzed")
        except ImageError:
            return
        assert decoded.image.mode == "RGB"
        assert max(decoded.image.size) <= 256
        if decoded.pages < 2:
            return


def main(seeds: str, seconds: int) -> None:
    """Fuzz for so long."""
    limits = [f"-max_total_time={seconds}", f"-timeout={_SECONDS_EACH}"]
    limits += [f"-rss_limit_mb={_MEGABYTES}", "-malloc_limit_mb=0", "-max_len=20000"]
    limits += [f"-artifact_prefix={seeds}/../found-", "-print_final_stats=1", "-verbosity=1"]
    atheris.Setup([sys.argv[0], seeds, *limits], one)
    atheris.Fuzz()


if __name__ == "__main__":
    os.nice(15)
    main(sys.argv[1], int(sys.argv[2]))
