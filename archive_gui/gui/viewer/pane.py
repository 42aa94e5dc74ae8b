"""One side of the viewer: an image, its page, how it is turned, and what it is called."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.pictures import Picture, turned
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.viewer.canvas import Canvas
from archive_gui.gui.viewer.details import Details
from archive_gui.gui.viewer.failure import Failure
from archive_gui.gui.viewer.store import PictureStore
from archive_gui.gui.viewer.tiles import Tile
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace


class Pane(QFrame):
    """Shows the thumbnail at once, then a reduced picture, then the details in sight.

    Signals:
        shown(ImageRecord): a page is decoded and on the screen.
        changed(): page, scale, turn or what is known of the image are others.
        part_chosen(ImageRecord, QImage): a part was drawn, and is cut from all pixels.
        pressed(): the mouse went down here.
    """

    shown = Signal(object)
    changed = Signal()
    part_chosen = Signal(object, QImage)
    pressed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        thumbnails: ThumbnailCache,
        store: PictureStore,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._thumbnails = thumbnails
        self._store = store
        self._take_back: Callable[[], None] = _nothing
        self._size = QSize()
        self.record: ImageRecord | None = None
        self.picture: Picture | None = None
        self.page = 0
        self.turns = 0
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Image"))
        self.failure = Failure()
        self._details = Details(runner, self)
        self._name = ElidedLabel()
        self._name.setProperty("role", "heading")
        self._name.setMinimumWidth(40)
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self.caption = QFrame()
        self.caption.setObjectName("paneCaption")
        row = QHBoxLayout(self.caption)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(self._name, 1)
        row.addWidget(self._facts)
        self.caption.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.failure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.caption)
        layout.addWidget(self._stack, 1)
        self.canvas.scale_changed.connect(self.changed)
        self.canvas.tiles_wanted.connect(self._want_tiles)
        self.canvas.part_chosen.connect(self._part_chosen)
        self.canvas.pressed.connect(self.pressed)
        self.failure.again.connect(self.retry)
        self._details.cut.connect(self.canvas.take_tile)

    @property
    def pages(self) -> int:
        """How many pages the image has, as far as is known."""
        if self.picture is not None:
            return self.picture.pages
        return (self.record.pages or 1) if self.record is not None else 1

    @property
    def failed(self) -> bool:
        """Whether a reason stands in the place of the picture."""
        return self._stack.currentWidget() is self.failure

    def look_at(
        self, record: ImageRecord, turns: int = 0, *, page: int = 0, keep_view: bool = False
    ) -> None:
        """Show a page of an image, turned clockwise by so many quarters."""
        self._take_back()
        self._details.close()
        self.record, self.page, self.turns = record, page, turns
        self.picture = None
        self._name.setText(record.path.rsplit("/", 1)[-1])
        self._name.setToolTip(plain_tip(record.path))
        self.canvas.choose_part(False)
        self._stack.setCurrentWidget(self.canvas)
        if not keep_view:
            self.canvas.view.fit()
        self._show_thumbnail(record)
        self._take_back = self._store.obtain(record, page, self._arrived, self._tell)
        self.changed.emit()

    def retry(self) -> None:
        """Read the file once more."""
        if self.record is not None:
            self.look_at(self.record, self.turns, page=self.page)

    def leave(self) -> None:
        """Show nothing, and want nothing any more."""
        self._take_back()
        self._take_back = _nothing
        self._details.close()
        self.record = self.picture = None
        self.canvas.show_text("")

    def turn(self, clockwise: bool) -> None:
        """Turn the view by a quarter; the file stays as it is."""
        if self.canvas.has_picture:
            self.turns = (self.turns + (1 if clockwise else 3)) % 4
            self._size = self._size.transposed()
            quarter = 1 if clockwise else 3
            self._details.want([], self._size, self.turns)
            self.canvas.turn([turned(image, quarter) for image in self.canvas.images], clockwise)
            self.changed.emit()

    def set_caption(self, facts: str, focused: bool) -> None:
        """Say beside the name what is known, and whether keys go here."""
        self._facts.setText(facts)
        self.caption.setProperty("focused", focused)
        self.caption.style().unpolish(self.caption)
        self.caption.style().polish(self.caption)

    def _show_thumbnail(self, record: ImageRecord) -> None:
        pixmap = self._thumbnails.pixmap(record.sha256) if self.page == 0 else None
        if pixmap is None or not record.width or not record.height:
            self.canvas.show_text(self.tr("Loading…"))
            return
        self._show([pixmap.toImage()], QSize(record.width, record.height))

    def _arrived(self, picture: Picture) -> None:
        record = self.record
        if record is None:
            return
        self.picture = picture
        file = self._workspace.file_of(record)
        scratch = self._workspace.require_project().folder
        self._details.open(file, self.page, record.path, scratch)
        self._show([picture.image, *picture.smaller], QSize(picture.width, picture.height))
        self.changed.emit()
        self.shown.emit(record)

    def _show(self, images: list[QImage], size: QSize) -> None:
        self._size = size.transposed() if self.turns % 2 else size
        self.canvas.show_page([turned(image, self.turns) for image in images], self._size)

    def _tell(self, reason: str) -> None:
        self.canvas.show_text(reason)
        self.failure.show_reason(reason)
        self._stack.setCurrentWidget(self.failure)
        self.changed.emit()

    def _want_tiles(self, tiles: list[Tile]) -> None:
        if self.picture is not None:
            self._details.want(tiles, self._size, self.turns)

    def _part_chosen(self, area: QRect) -> None:
        record = self.record
        if record is not None and self.picture is not None:
            self._details.cut_part(
                area,
                self._size,
                self.turns,
                lambda part: self.part_chosen.emit(record, part),
            )


def _nothing() -> None:
    """What is taken back while nothing is wanted."""
