"""Decoding in processes of their own: a file that crashes its decoder is only one not shown."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_gui.imaging.decode import Decoded, ImageError, decode
from archive_gui.imaging.facts import UNKNOWN, Facts, read_facts
from archive_gui.imaging.full import FullPicture, write_pixels
from archive_gui.processes import Helper, NotStarted, ProcessEnded, Stopwatch, TookTooLong
from archive_gui.progress import Progress
from archive_gui.words import Sentence, say

# So many files are decoded at once, and so many processes wait for the next of them, since starting
# one takes a quarter of a second.
AT_ONCE = max(2, os.cpu_count() or 2)
# No good file takes longer to decode, unless a slow drive or network takes its time to give it.
_SECONDS, _BYTES_A_SECOND = 180.0, 2**20

_idle: list[Helper] = []
_guard = threading.Lock()


def decode_apart(
    source: Path | bytes,
    *,
    max_side: int | None = None,
    page: int = 0,
    name: str = "",
    progress: Progress | None = None,
) -> Decoded:
    """Do what :func:`archive_gui.imaging.decode.decode` does, in a process that waits for it.

    Raises ImageError also where the decoder crashed or came to no end.
    """
    with _one_idle() as helper, _crashes_told(source, name):
        decoded: Decoded = helper.call(
            decode,
            source,
            max_side=max_side,
            page=page,
            name=name,
            progress=progress or Progress(),
            overdue=_overdue_for(source),
        )
        return decoded


def decode_full_apart(
    source: Path | bytes,
    *,
    page: int = 0,
    name: str = "",
    scratch: Path,
    progress: Progress,
) -> FullPicture:
    """All pixels of a page, in a file of the folder `scratch` that vanishes with its last use.

    The memory that decoding takes is given back with the process. Raises ImageError as
    :func:`decode_apart` does, and when the disk is full.
    """
    file = tempfile.TemporaryFile(dir=scratch)  # noqa: SIM115
    try:
        with Helper() as helper, _crashes_told(source, name):
            width, height = helper.call(
                write_pixels,
                source,
                page=page,
                name=name,
                file=file.fileno(),
                progress=progress,
                overdue=_overdue_for(source),
            )
        return FullPicture(width, height, file)
    except BaseException:
        file.close()
        raise


def facts_apart(file: Path, progress: Progress) -> Facts:
    """Do what :func:`archive_gui.imaging.facts.read_facts` does, in a process that waits for it."""
    try:
        with _one_idle() as helper:
            facts: Facts = helper.call(
                read_facts, file, progress=progress, overdue=_overdue_for(file)
            )
            return facts
    except ProcessEnded:
        return UNKNOWN


def why_ended(name: str, ended: ProcessEnded) -> Sentence:
    """What to tell a person of a file over which a process ended."""
    if isinstance(ended, TookTooLong):
        return say(
            "{image} cannot be read (decoding it takes too long); open it in another program and "
            "save it again.",
            image=name,
        )
    if isinstance(ended, NotStarted):
        return say(
            "{image} cannot be read (no process could be started to decode it); close other "
            "programs and try again.",
            image=name,
        )
    return say(
        "{image} cannot be read (the program that decodes it crashed); open it in another "
        "program and save it again.",
        image=name,
    )


def seconds_for(size: int) -> float:
    """How long a file of so many bytes may take to be read and decoded."""
    return _SECONDS + size / _BYTES_A_SECOND


def _overdue_for(source: Path | bytes) -> Callable[[], bool]:
    """From now on, whether decoding a file takes longer than that of any good one would."""
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
    except OSError:
        size = 0
    begun, enough = Stopwatch(), seconds_for(size)
    return lambda: begun.seconds() > enough


def close_idle(kept: int = 0) -> None:
    """End the processes that wait for a file, but for so many: each holds tens of megabytes."""
    with _guard:
        closed = _idle[kept:]
        del _idle[kept:]
    for helper in closed:
        helper.close()


@contextmanager
def _one_idle() -> Iterator[Helper]:
    """A process that is at nothing else."""
    with _guard:
        helper = _idle.pop() if _idle else Helper()
    try:
        yield helper
    finally:
        with _guard:
            kept = len(_idle) < AT_ONCE
            if kept:
                _idle.append(helper)
        if not kept:
            helper.close()


@contextmanager
def _crashes_told(source: Path | bytes, name: str) -> Iterator[None]:
    try:
        yield
    except ProcessEnded as ended:
        shown = name or (source.name if isinstance(source, Path) else say("The image"))
        raise ImageError(why_ended(shown, ended)) from ended
