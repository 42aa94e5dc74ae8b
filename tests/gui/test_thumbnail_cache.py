"""Thumbnails that are wanted come, whatever happens to others."""

import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from archive_gui.errors import ArchiveError
from archive_gui.gui.app import make_application
from archive_gui.gui.grid.thumbnails import SMALL_SIDE, ThumbnailCache
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.imaging.thumbnails import make_thumbnail
from tests.conftest import draw
from tests.gui.events import wait_until

NAMES = [f"{number:064x}" for number in range(6)]


@pytest.fixture
def cache() -> Iterator[ThumbnailCache]:
    make_application()
    runner = JobRunner()
    yield ThumbnailCache(runner)
    wait_until(lambda: not runner.jobs)
    runner.close()


def all_there(cache: ThumbnailCache, names: list[str]) -> Callable[[], bool]:
    return lambda: all(cache.pixmap(name) is not None for name in names)


def test_one_that_cannot_be_read_keeps_no_other_away(cache: ThumbnailCache) -> None:
    def source(name: str) -> bytes:
        if name == NAMES[1]:
            raise ArchiveError("the thumbnails are damaged")
        return make_thumbnail(draw(1))

    cache.set_source(source)
    cache.want(NAMES, SMALL_SIDE)
    wait_until(all_there(cache, [name for name in NAMES if name != NAMES[1]]))
    assert cache.pixmap(NAMES[1]) is None


def test_jobs_of_the_archive_before_take_nothing_from_the_one_after(cache: ThumbnailCache) -> None:
    def closed(name: str) -> bytes:
        raise ArchiveError("the store was closed")

    go = threading.Event()
    for _ in range(Lane.THUMBNAILS.width):
        # The jobs of the archive that is left wait for their turn.
        cache._runner.start(Lane.THUMBNAILS, lambda _: go.wait())
    cache.set_source(closed)
    cache.want(NAMES, SMALL_SIDE)
    cache.set_source(lambda name: make_thumbnail(draw(2)))
    cache.want(NAMES, SMALL_SIDE)
    go.set()
    wait_until(all_there(cache, NAMES))


def test_thousands_of_an_archive_that_is_left_are_freed_some_at_a_time(cache: ThumbnailCache):
    thumbnail = make_thumbnail(draw(3, (12, 12)))
    names = [f"{number:064x}" for number in range(600)]
    cache.set_source(lambda name: thumbnail)
    cache.want(names, SMALL_SIDE)
    wait_until(all_there(cache, names))
    held = [weakref.ref(cache.pixmap(name)) for name in names]
    cache.set_source(None)
    assert cache.bytes == 0
    assert sum(pixmap() is not None for pixmap in held) == len(names)
    left = [len(names)]
    while left[-1] and len(left) < 1000:
        QCoreApplication.processEvents()
        left.append(sum(pixmap() is not None for pixmap in held))
    assert left[-1] == 0
    assert len(left) > 4
