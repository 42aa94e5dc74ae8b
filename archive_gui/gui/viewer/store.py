"""Pictures to look at: decoded on demand and ahead of it, kept within a bound."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.pictures import Picture, load_view
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace

# As large as a picture of these is decoded at first; larger ones have their details in tiles.
FIRST_SIDE = 2048
KEPT_BYTES = 96 * 2**20

# An image's id, the time and the size of its file, and the page.
_Key = tuple[int, int, int, int]


@dataclass
class _Waiting:
    """Who waits for a picture."""

    done: Callable[[Picture], None]
    failed: Callable[[str], None]


@dataclass
class _Loading:
    """A picture under way; nobody waits for one that is decoded ahead."""

    job: Job | None = None
    waiting: list[_Waiting] = field(default_factory=list)


class PictureStore:
    """Decodes pages at a reduced size, and remembers those of late.

    What somebody waits for goes before what is decoded ahead; what nobody wants any more is
    stopped.
    """

    def __init__(self, workspace: Workspace, runner: JobRunner, limit: int = KEPT_BYTES) -> None:
        self._workspace = workspace
        self._runner = runner
        self._limit = limit
        self._kept: OrderedDict[_Key, Picture] = OrderedDict()
        self._loading: dict[_Key, _Loading] = {}
        self._ahead: list[ImageRecord] = []
        self.bytes = 0
        workspace.closed.connect(self.clear)

    def obtain(
        self,
        record: ImageRecord,
        page: int,
        done: Callable[[Picture], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Have `done` called with a page, at once if it is here; else `failed` with a sentence.

        What is returned takes the wish back; neither is called after that.
        """
        key = _key(record, page)
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            done(kept)
            return lambda: None
        self._ahead = []
        loading = self._loading.get(key)
        self._stop_unwanted(but=key)
        if loading is None:
            loading = self._load(record, page)
        waiting = _Waiting(done, failed)
        loading.waiting.append(waiting)

        def take_back() -> None:
            if waiting in loading.waiting:
                loading.waiting.remove(waiting)
                self._stop_unwanted()

        return take_back

    def ahead(self, records: Sequence[ImageRecord]) -> None:
        """Decode the first pages of these when nothing else is to be done, instead of others."""
        wanted = {_key(record, 0) for record in records}
        for key, loading in list(self._loading.items()):
            if not loading.waiting and key not in wanted:
                self._stop(key, loading)
        self._ahead = [
            record
            for record in records
            if _key(record, 0) not in self._kept and _key(record, 0) not in self._loading
        ]
        self._go_ahead()

    def holds(self, record: ImageRecord) -> bool:
        """Whether the first page of an image is here."""
        return _key(record, 0) in self._kept

    def clear(self) -> None:
        """Forget all and stop what is under way."""
        self._ahead = []
        for key, loading in list(self._loading.items()):
            self._stop(key, loading)
        self._kept.clear()
        self.bytes = 0

    def _load(self, record: ImageRecord, page: int) -> _Loading:
        file = self._workspace.file_of(record)
        key = _key(record, page)
        loading = self._loading[key] = _Loading()
        loading.job = self._runner.start(
            Lane.VIEWING,
            lambda progress: load_view(
                file, max_side=FIRST_SIDE, page=page, name=record.path, progress=progress
            ),
            lambda picture: self._loaded(key, loading, picture),
            failed=lambda text: self._failed(key, loading, text),
            cancelled=lambda: self._stopped(key, loading),
        )
        return loading

    def _loaded(self, key: _Key, loading: _Loading, picture: Picture) -> None:
        if self._loading.get(key) is not loading:
            return
        del self._loading[key]
        self._kept[key] = picture
        self.bytes += picture.bytes
        while self.bytes > self._limit and len(self._kept) > 1:
            self.bytes -= self._kept.popitem(last=False)[1].bytes
        for waiting in loading.waiting:
            waiting.done(picture)
        self._go_ahead()

    def _failed(self, key: _Key, loading: _Loading, text: str) -> None:
        if self._loading.get(key) is not loading:
            return
        del self._loading[key]
        for waiting in loading.waiting:
            waiting.failed(text)
        self._go_ahead()

    def _stopped(self, key: _Key, loading: _Loading) -> None:
        if self._loading.get(key) is loading:
            del self._loading[key]

    def _go_ahead(self) -> None:
        if self._ahead and not self._loading:
            self._load(self._ahead.pop(0), 0)

    def _stop_unwanted(self, but: _Key | None = None) -> None:
        for key, loading in list(self._loading.items()):
            if not loading.waiting and key != but:
                self._stop(key, loading)

    def _stop(self, key: _Key, loading: _Loading) -> None:
        del self._loading[key]
        if loading.job is not None:
            loading.job.cancel()


def _key(record: ImageRecord, page: int) -> _Key:
    return record.id, record.modified, record.size, page
