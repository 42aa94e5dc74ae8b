"""The viewer that lies over the window: one image, its pages, and its neighbours in the grid."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.grid.model import role_name
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.pictures import Picture, load_picture
from archive_gui.gui.viewer.canvas import Canvas
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace

FIRST_SIDE = 2048
_PAN = 60


class Viewer(QFrame):
    """Covers its parent while it is shown; Space or Escape close it.

    Signals:
        moved(int): next (+1) or previous (-1) image wanted.
        shown_picture(ImageRecord): an image is decoded and on the screen.
        part_chosen(ImageRecord, QImage): somebody wants to find what is like a part of an image.
        closed(): the viewer was closed.
    """

    moved = Signal(int)
    shown_picture = Signal(object)
    part_chosen = Signal(object, QImage)
    closed = Signal()

    def __init__(self, workspace: Workspace, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._workspace = workspace
        self._runner = runner
        self._job: Job | None = None
        self._pages = 1
        self._page = 0
        self._size = (0, 0)
        self.record: ImageRecord | None = None
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Image"))
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Looking closely"))
        self._name = ElidedLabel()
        self._name.setProperty("role", "heading")
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._by_key = self._key_acts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.canvas, 1)
        self.canvas.scale_changed.connect(self._show_facts)
        workspace.marks_changed.connect(self._show_facts)
        workspace.active_changed.connect(self._show_facts)
        self.canvas.details_wanted.connect(self._load_details)
        self.canvas.part_chosen.connect(self._part_chosen)
        parent.installEventFilter(self)
        self.hide()

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("gridHeader")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(4)
        row.addWidget(self._button("back", self.tr("Back (Space)"), self.close_viewer))
        row.addWidget(self._name, 1)
        row.addSpacing(8)
        row.addWidget(self._facts)
        row.addSpacing(12)
        self._page_label = QLabel()
        self._page_buttons = [
            self._button("previous", self.tr("Previous page (Page Up)"), lambda: self._turn(-1)),
            self._button("next", self.tr("Next page (Page Down)"), lambda: self._turn(1)),
        ]
        row.addWidget(self._page_buttons[0])
        row.addWidget(self._page_label)
        row.addWidget(self._page_buttons[1])
        row.addSpacing(12)
        canvas = self.canvas
        tip = self.tr("Find images like a part of this one: draw a rectangle (R)")
        self.part_button = self._button("part", tip, lambda: canvas.choose_part(True))
        row.addWidget(self.part_button)
        row.addSpacing(12)
        row.addWidget(self._button("zoom-out", self.tr("Smaller (-)"), lambda: canvas.zoom(-1)))
        row.addWidget(self._button("zoom-in", self.tr("Larger (+)"), lambda: canvas.zoom(1)))
        row.addWidget(self._button("zoom-fit", self.tr("Whole image (0)"), canvas.fit))
        row.addWidget(
            self._button("zoom-actual", self.tr("One to one (1)"), lambda: canvas.zoom_to(1))
        )
        row.addSpacing(12)
        moved = self.moved
        row.addWidget(
            self._button("previous", self.tr("Previous image (Left)"), lambda: moved.emit(-1))
        )
        row.addWidget(self._button("next", self.tr("Next image (Right)"), lambda: moved.emit(1)))
        return bar

    def _button(self, icon: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        wear_icon(button, icon)
        button.setIconSize(QSize(20, 20))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act)
        return button

    def look_at(self, record: ImageRecord) -> None:
        """Show an image of the archive."""
        self.record, self._page, self._pages = record, 0, record.pages or 1
        self._name.setText(record.path.rsplit("/", 1)[-1])
        self._name.setToolTip(record.path)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._load(FIRST_SIDE)

    def close_viewer(self) -> None:
        """Go back to the grid."""
        if self._job is not None:
            self._job.cancel()
        self.canvas.choose_part(False)
        self.hide()
        self.record = None
        self.closed.emit()

    def _load(self, max_side: int | None, *, keep_view: bool = False) -> None:
        record = self.record
        if record is None:
            return
        if self._job is not None:
            self._job.cancel()
        file: Path = self._workspace.file_of(record)
        page = self._page
        if not keep_view:
            self.canvas.show_text(self.tr("Loading…"))
        self._job = self._runner.start(
            Lane.VIEWING,
            lambda _: load_picture(file, max_side=max_side, page=page, name=record.path),
            lambda picture: self._loaded(record, picture, keep_view),
            failed=self.canvas.show_text,
        )

    def _part_chosen(self, part: QImage) -> None:
        if self.record is not None:
            self.part_chosen.emit(self.record, part)

    def _load_details(self) -> None:
        self._load(None, keep_view=True)

    def _loaded(self, record: ImageRecord, picture: Picture, keep_view: bool) -> None:
        if self.record is not record or picture.page != self._page:
            return
        self._job = None
        self._pages = picture.pages
        self.canvas.show_picture(picture, keep_view=keep_view)
        self._size = (picture.width, picture.height)
        self._show_facts()
        self.shown_picture.emit(record)

    def _show_facts(self) -> None:
        many = self._pages > 1
        for button in self._page_buttons:
            button.setVisible(many)
        self._page_label.setVisible(many)
        self._page_label.setText(
            self.tr("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages)
        )
        width, height = self._size
        facts = [f"{width} \u00d7 {height}", f"{self.canvas.scale:.0%}"]
        role = self._workspace.active_marks().get(self.record.id) if self.record else None
        if role is not None:
            facts.append(role_name(role))
        self._facts.setText("  \u00b7  ".join(facts))

    def _turn(self, step: int) -> None:
        page = max(0, min(self._pages - 1, self._page + step))
        if page != self._page:
            self._page = page
            self._load(FIRST_SIDE)

    def event(self, event: QEvent) -> bool:
        """Keep the viewer's own keys from the shortcuts of the window, such as Escape."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in self._by_key
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def _key_acts(self) -> dict[int, Callable[[], None]]:
        key, canvas = Qt.Key, self.canvas
        return {
            key.Key_Space: self.close_viewer,
            key.Key_Escape: self.close_viewer,
            key.Key_Plus: lambda: canvas.zoom(1),
            key.Key_Equal: lambda: canvas.zoom(1),
            key.Key_Minus: lambda: canvas.zoom(-1),
            key.Key_0: canvas.fit,
            key.Key_1: lambda: canvas.zoom_to(1),
            key.Key_R: lambda: canvas.choose_part(True),
            key.Key_PageUp: lambda: self._turn(-1),
            key.Key_PageDown: lambda: self._turn(1),
            key.Key_Up: lambda: canvas.pan(0, _PAN),
            key.Key_Down: lambda: canvas.pan(0, -_PAN),
            key.Key_Left: lambda: self._sideways(-1),
            key.Key_Right: lambda: self._sideways(1),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, zoom, move, turn pages, and go to the neighbours by keys."""
        act = self._by_key.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _sideways(self, step: int) -> None:
        if self.canvas.fits:
            self.moved.emit(step)
        else:
            self.canvas.pan(-step * _PAN, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard here while what lies below is covered."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the parent also after it was resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)
