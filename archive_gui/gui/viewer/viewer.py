"""The viewer that lies over the window: one image, or two of them side by side."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.grid.model import role_name
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled, written
from archive_gui.gui.viewer.bar import Tool, ViewerBar
from archive_gui.gui.viewer.canvas import Canvas
from archive_gui.gui.viewer.info import BETWEEN, InfoStrip
from archive_gui.gui.viewer.keys import Act, act_for
from archive_gui.gui.viewer.pane import Pane
from archive_gui.gui.viewer.store import PictureStore
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace

_PAN = 60


class Viewer(QFrame):
    """Covers its parent while it is shown; Space or Escape close it.

    `neighbour_of` tells the image some places after one in the grid, `counterpart_of` what an
    image is best compared with, `distance_between` how far two are apart; each None if unknown.

    Signals:
        moved(int): next (+1) or previous (-1) image wanted.
        shown_picture(ImageRecord): an image is decoded and on the screen.
        part_chosen(ImageRecord, QImage): somebody wants to find what is like a part of an image.
        full_screen_wanted(): the window should fill the screen, or no longer.
        closed(): the viewer was closed.
    """

    moved = Signal(int)
    shown_picture = Signal(object)
    part_chosen = Signal(object, QImage)
    full_screen_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        thumbnails: ThumbnailCache,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._right = -1 if self.isRightToLeft() else 1
        self._covered = parent
        self._workspace = workspace
        self.neighbour_of: Callable[[ImageRecord, int], ImageRecord | None] = lambda *_: None
        self.counterpart_of: Callable[[ImageRecord], ImageRecord | None] = lambda _: None
        self.distance_between: Callable[[ImageRecord, ImageRecord], float | None] = lambda *_: None
        self._turns: dict[int, int] = {}
        self.store = PictureStore(workspace, runner)
        self.panes = [Pane(workspace, runner, thumbnails, self.store) for _ in range(2)]
        self._active = self.panes[0]
        self._linked = True
        self._keeps_zoom = False
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plain, self._shifted = self._key_acts()
        back = Tool("back", self.tr("Back"), "Space", self.close_viewer)
        self.bar = ViewerBar(back, self._tools())
        self.info = InfoStrip(workspace, runner)
        self.info.hide()
        self._sides = QHBoxLayout()
        self._sides.setSpacing(1)
        for pane in self.panes:
            self._sides.addWidget(pane, 1)
            self._join(pane)
        self.panes[1].hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._sides, 1)
        layout.addWidget(self.info)
        self.bar.page_wanted.connect(self.go_to_page)
        self.bar.field.left.connect(self.setFocus)
        self.bar.tools["link"].setChecked(True)
        workspace.marks_changed.connect(self._refresh)
        workspace.active_changed.connect(self._refresh)
        workspace.images_updated.connect(self._images_updated)
        workspace.closed.connect(self._turns.clear)
        parent.installEventFilter(self)
        self.hide()

    def _join(self, pane: Pane) -> None:
        pane.changed.connect(self._refresh)
        pane.shown.connect(self._shown)
        pane.part_chosen.connect(self.part_chosen)
        pane.pressed.connect(lambda: self._focus_on(pane))
        pane.canvas.travelled.connect(
            lambda factor, share: self._with_other(pane, lambda c: c.travel(factor, share))
        )
        pane.canvas.fitted.connect(lambda: self._with_other(pane, Canvas.fit_quietly))

    def _tools(self) -> list[list[Tool]]:
        left, right = (self.tr("Left"), self.tr("Right"))[:: self._right]
        part = self.tr("Find images like a part of this one: draw a rectangle")
        return [
            [
                Tool("previous", self.tr("Previous image"), left, lambda: self.moved.emit(-1)),
                Tool("next", self.tr("Next image"), right, lambda: self.moved.emit(1)),
            ],
            [
                Tool("zoom-out", self.tr("Smaller"), "-", lambda: self.canvas.zoom(-1)),
                Tool("zoom-in", self.tr("Larger"), "+", lambda: self.canvas.zoom(1)),
                Tool("zoom-fit", self.tr("Whole image"), "0", lambda: self.canvas.fit()),
                Tool("zoom-actual", self.tr("One to one"), "1", lambda: self.canvas.zoom_to(1)),
                Tool("keep-zoom", self.tr("Keep the zoom"), "Z", self.toggle_keep_zoom, True),
            ],
            [
                Tool("rotate-left", self.tr("Turn left"), "Shift+T", lambda: self.turn(False)),
                Tool("rotate-right", self.tr("Turn right"), "T", lambda: self.turn(True)),
            ],
            [
                Tool("part", part, "R", self.choose_part, True),
                Tool("side-by-side", self.tr("Compare two images"), "C", self.toggle_compare, True),
                Tool("link", self.tr("Zoom and move both"), "K", self.toggle_link, True),
                Tool("swap", self.tr("Swap the sides"), "X", self.swap),
            ],
            [
                Tool("info", self.tr("What is known of the image"), "I", self.toggle_info, True),
                Tool("full-screen", self.tr("Full screen"), "F11", self.full_screen_wanted.emit),
            ],
        ]

    def _key_acts(self) -> tuple[dict[int, Act], dict[int, Act]]:
        """What keys do alone, and with Shift."""
        key = Qt.Key
        plain: dict[int, Act] = {
            key.Key_Space: self.close_viewer,
            key.Key_Escape: self._escape,
            key.Key_Plus: lambda: self.canvas.zoom(1),
            key.Key_Equal: lambda: self.canvas.zoom(1),
            key.Key_Minus: lambda: self.canvas.zoom(-1),
            key.Key_0: lambda: self.canvas.fit(),
            key.Key_1: lambda: self.canvas.zoom_to(1),
            key.Key_Z: self.toggle_keep_zoom,
            key.Key_T: lambda: self.turn(True),
            key.Key_R: self._part_or_again,
            key.Key_K: self.toggle_link,
            key.Key_X: self.swap,
            key.Key_Tab: self._focus_on_other,
            key.Key_I: self.toggle_info,
            key.Key_G: self._ask_page,
            key.Key_PageUp: lambda: self.go_to_page(self._active.page - 1),
            key.Key_PageDown: lambda: self.go_to_page(self._active.page + 1),
            key.Key_Home: lambda: self.go_to_page(0),
            key.Key_End: lambda: self.go_to_page(self._active.pages - 1),
            key.Key_Left: lambda: self.moved.emit(-self._right),
            key.Key_Right: lambda: self.moved.emit(self._right),
        }
        shifted: dict[int, Act] = {
            key.Key_T: lambda: self.turn(False),
            key.Key_Backtab: self._focus_on_other,
            key.Key_Left: lambda: self.canvas.pan(_PAN, 0),
            key.Key_Right: lambda: self.canvas.pan(-_PAN, 0),
            key.Key_Up: lambda: self.canvas.pan(0, _PAN),
            key.Key_Down: lambda: self.canvas.pan(0, -_PAN),
        }
        return plain, shifted

    # What is looked at

    @property
    def record(self) -> ImageRecord | None:
        """The image that keys are about, None while the viewer is closed."""
        return self._active.record

    @property
    def canvas(self) -> Canvas:
        """The canvas of the image that keys are about."""
        return self._active.canvas

    @property
    def comparing(self) -> bool:
        """Whether two images are side by side."""
        return not self.panes[1].isHidden()

    def look_at(self, record: ImageRecord) -> None:
        """Show an image of the archive; while two are compared, on the side that has the keys."""
        keep_view = self._keeps_zoom and self.isVisible()
        self._appear()
        self._active.look_at(record, self._turns.get(record.id, 0), keep_view=keep_view)

    def compare(self, one: ImageRecord, other: ImageRecord) -> None:
        """Show two images side by side; keys are about the first of them."""
        self._appear()
        self.panes[1].show()
        self._active = self.panes[0]
        for pane, record in zip(self.panes, (one, other), strict=True):
            if pane.record is not record:
                pane.look_at(record, self._turns.get(record.id, 0))
            pane.canvas.fit_quietly()
        self._refresh()

    def toggle_compare(self) -> None:
        """Put what the image is best compared with beside it, or show one image again."""
        record = self.record
        if self.comparing:
            self._show_one()
        elif record is not None and (other := self.counterpart_of(record)) is not None:
            self.compare(record, other)
        self._refresh()

    def close_viewer(self) -> None:
        """Go back to the grid."""
        self._show_one()
        self.store.ahead([])
        self.hide()
        for pane in self.panes:
            pane.leave()
        self.closed.emit()

    # What can be done with it

    def turn(self, clockwise: bool) -> None:
        """Turn the view of the image by a quarter, until the archive is closed."""
        self._active.turn(clockwise)
        if (record := self.record) is not None:
            self._turns[record.id] = self._active.turns

    def go_to_page(self, page: int) -> None:
        """Show another page, counted from 0; the first or the last one beyond them."""
        pane, record = self._active, self.record
        page = max(0, min(pane.pages - 1, page))
        if record is not None and page != pane.page:
            pane.look_at(record, pane.turns, page=page, keep_view=self._keeps_zoom)

    def choose_part(self) -> None:
        """Draw a rectangle whose content is searched for, or no longer."""
        self.canvas.choose_part(not self.canvas.choosing)
        self._refresh()

    def toggle_keep_zoom(self) -> None:
        """Keep zoom and place from image to image, or see each one whole first."""
        self._keeps_zoom = not self._keeps_zoom
        self._refresh()

    def toggle_link(self) -> None:
        """Zoom and move both images together, or each for itself."""
        if self.comparing:
            self._linked = not self._linked
            self._refresh()

    def toggle_info(self) -> None:
        """Tell all that is known of the image, or hide that."""
        self.info.setVisible(self.info.isHidden())
        self._refresh()

    def swap(self) -> None:
        """Have the two images change places; keys stay with the same image."""
        if self.comparing:
            self.panes.reverse()
            for pane in self.panes:
                self._sides.removeWidget(pane)
            for pane in self.panes:
                self._sides.addWidget(pane, 1)
            self._refresh()

    def _part_or_again(self) -> None:
        if self._active.failed:
            self._active.retry()
        else:
            self.choose_part()

    def _escape(self) -> None:
        if self.canvas.choosing:
            self.choose_part()
        else:
            self.close_viewer()

    def _ask_page(self) -> None:
        if self._active.pages > 1:
            self.bar.field.setFocus()
            self.bar.field.selectAll()

    def _focus_on(self, pane: Pane) -> None:
        self.setFocus()
        if pane is not self._active:
            self._active.canvas.choose_part(False)
            self._active = pane
            self._refresh()

    def _focus_on_other(self) -> None:
        if self.comparing:
            self._focus_on(self._other(self._active))

    def _other(self, pane: Pane) -> Pane:
        return self.panes[1] if pane is self.panes[0] else self.panes[0]

    def _with_other(self, pane: Pane, act: Callable[[Canvas], None]) -> None:
        if self.comparing and self._linked:
            act(self._other(pane).canvas)

    def _show_one(self) -> None:
        """Keep the side that has the keys, alone."""
        if self.comparing:
            if self._active is self.panes[1]:
                self.swap()
            self.panes[1].hide()
            self.panes[1].leave()

    def _appear(self) -> None:
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def _shown(self, record: ImageRecord) -> None:
        if self.record is not None:
            around = (self.neighbour_of(self.record, step) for step in (1, -1))
            self.store.ahead([image for image in around if image is not None])
        self.shown_picture.emit(record)

    def _images_updated(self, images: list[ImageRecord]) -> None:
        """Read once more what a scan has found changed, or there again."""
        new = {image.id: image for image in images}
        for pane in self.panes:
            old = pane.record
            if old is not None and (record := new.get(old.id)) is not None:
                if pane.failed or (record.modified, record.size) != (old.modified, old.size):
                    pane.look_at(record, pane.turns)
                else:
                    pane.record = record

    # What is told of it

    def _refresh(self) -> None:
        record, pane = self.record, self._active
        if record is None:
            return
        name = record.path.rsplit("/", 1)[-1]
        self.setAccessibleName(filled(self.tr("Looking closely at {name}"), name=name))
        self.bar.name.setText(self.tr("Compare") if self.comparing else name)
        self.bar.name.setToolTip(plain_tip(record.path))
        self.bar.facts.setText("" if self.comparing else BETWEEN.join(self._facts(pane)))
        self.bar.show_pages(pane.page, pane.pages)
        tools = self.bar.tools
        tools["link"].setVisible(self.comparing)
        tools["swap"].setVisible(self.comparing)
        for tool, checked in {
            "link": self._linked,
            "side-by-side": self.comparing,
            "keep-zoom": self._keeps_zoom,
            "info": not self.info.isHidden(),
            "part": self.canvas.choosing,
        }.items():
            tools[tool].setChecked(checked)
        for side in self.panes:
            side.caption.setVisible(self.comparing)
            facts = BETWEEN.join([*self._facts(side), *self._distance()])
            side.set_caption(facts, side is pane)
        if not self.info.isHidden():
            self.info.tell(record, pane.picture)

    def _facts(self, pane: Pane) -> list[str]:
        facts = []
        if (shown := pane.picture) is not None:
            facts = [f"{shown.width} \u00d7 {shown.height}", written(pane.canvas.scale, ".0%")]
        record = pane.record
        role = self._workspace.active_marks().get(record.id) if record is not None else None
        return [*facts, role_name(role)] if role is not None else facts

    def _distance(self) -> list[str]:
        one, other = (pane.record for pane in self.panes)
        distance = self.distance_between(one, other) if one and other else None
        if distance is None:
            return []
        return [filled(self.tr("distance {distance:.3f}"), distance=distance)]

    # Keys and size

    def event(self, event: QEvent) -> bool:
        """Keep the viewer's own keys from the shortcuts of the window, such as Escape."""
        if isinstance(event, QKeyEvent):
            act = self.canvas.act_on_part(event) or act_for(event, self._plain, self._shifted)
            if act is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            # Tab comes here and not to keyPressEvent.
            if act is not None and event.type() == QEvent.Type.KeyPress:
                act()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the parent also after it was resized."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)
