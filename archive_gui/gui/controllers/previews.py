"""The pictures of queries on their way to the screen."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QImage

from archive_gui.gui.pictures import Picture, load_picture
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Example, Query

PREVIEW_SIDE = 640
# A preview takes a megabyte or so.
_KEPT = 64
# Out of so many pixels parts are cut, as in the viewer.
_WHOLE_SIDE = 2048


class Previews(QObject):
    """Loads the pictures of a query in a small size and keeps those used lately.

    Signals:
        loaded(Example): the preview of this example is here.
    """

    loaded = Signal(object)

    def __init__(self, workspace: Workspace, runner: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._images: OrderedDict[Example, QImage] = OrderedDict()

    def get(self, example: Example) -> QImage | None:
        """The preview if it is here."""
        return self._images.get(example)

    def source_of(self, example: Example) -> Path | bytes | None:
        """Where the picture comes from, None for an image that the archive knows no more."""
        if not isinstance(example.source, int):
            return example.source
        image = self._workspace.images.get(example.source)
        return None if image is None else self._workspace.file_of(image)

    def load(self, query: Query) -> None:
        """Have the previews of all examples of a query, one after another."""
        for _, example in query.examples():
            source = self.source_of(example)
            if example in self._images:
                self._images.move_to_end(example)
            elif source is not None:
                self._load(example, source)

    def clear(self) -> None:
        """Forget all."""
        self._images.clear()

    def _load(self, example: Example, source: Path | bytes) -> None:
        def done(picture: Picture) -> None:
            self._images[example] = picture.image
            while len(self._images) > _KEPT:
                self._images.popitem(last=False)
            self.loaded.emit(example)

        self._runner.start(
            Lane.VIEWING,
            lambda _: load_picture(source, max_side=PREVIEW_SIDE, name=example.name),
            done,
            # Why it cannot be read is told by the search.
            failed=lambda _: None,
        )


def cut_out(source: Path | bytes, area: QRectF, name: str) -> QImage:
    """The part of a picture within `area`, given in shares of its sides; for a job.

    Raises ArchiveError when the picture cannot be read.
    """
    whole = load_picture(source, max_side=_WHOLE_SIDE, name=name).image
    width, height = whole.width(), whole.height()
    left, top = round(area.left() * width), round(area.top() * height)
    right, bottom = round(area.right() * width), round(area.bottom() * height)
    return whole.copy(QRect(left, top, right - left, bottom - top) & whole.rect())
