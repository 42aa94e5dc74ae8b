"""The height of the place of training: one line, or more while there is something to see."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.docks import Dock
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.training import TrainingPanel
from archive_gui.gui.workspace import Workspace

_UNFOLDED, _LOW = 240, 150
# Pixels from line to line in letters of the usual size.
_USUAL_LINE = 17
# A result is read in this time, even by somebody whose pointer is elsewhere.
_READING_SECONDS = 10.0


class Folding(QObject):
    """Unfolds the place when it has something to show, and folds it when work goes on elsewhere.

    A search or a mark folds it again, but not while it has the pointer or the keyboard, not while
    a training runs, not before there was time to read, and not where a person chose the height.
    """

    def __init__(
        self,
        window: QMainWindow,
        dock: Dock,
        panel: TrainingPanel,
        training: TrainingController,
        query: QueryController,
        workspace: Workspace,
    ) -> None:
        super().__init__(window)
        self._window, self._dock, self._panel = window, dock, panel
        self._training = training
        # The height before it was unfolded, and the one that it was given then.
        self._was, self._given = 0, 0
        self._shown = QElapsedTimer()
        self.button = dock.add_button()
        self.button.clicked.connect(lambda: self.unfold() if self._is_low else self.fold())
        dock.installEventFilter(self)
        dock.dockLocationChanged.connect(self._dress)
        dock.topLevelChanged.connect(self._dress)
        panel.room_wanted.connect(self.unfold)
        training.ended.connect(self._shown.start)
        query.started.connect(self._work_goes_on)
        workspace.marks_changed.connect(self._work_goes_on)
        self._dress()

    def unfold(self) -> None:
        """Give the place the height to show all that it has, if it is lower."""
        self._shown.start()
        height = min(self._with_letters(_UNFOLDED), self._with_letters(self._window.height() // 3))
        if self._is_below and self._dock.isVisible() and self._dock.height() < height:
            self._was, self._given = self._dock.height(), height
            self._resize(height)

    def fold(self) -> None:
        """Make the place one line again; what it showed stays in its tabs."""
        if self._is_below and self._panel.show_line():
            self._resize(self._was or self._panel.sizeHint().height())
            self._was, self._given = 0, 0

    def settle(self) -> None:
        """Fold what was only unfolded for a while, before the height is noted for another time."""
        if self._is_unfolded_for_now:
            self.fold()

    @property
    def _is_unfolded_for_now(self) -> bool:
        """Whether the place has the height that it was given here, and by nobody else since."""
        return self._given > 0 and abs(self._dock.height() - self._given) <= 2

    @property
    def _is_below(self) -> bool:
        area = self._window.dockWidgetArea(self._dock)
        return area is Qt.DockWidgetArea.BottomDockWidgetArea and not self._dock.isFloating()

    @property
    def _is_low(self) -> bool:
        return self._dock.height() < self._with_letters(_LOW)

    def _with_letters(self, height: int) -> int:
        """A height for letters of the usual size, or what larger ones need instead of it."""
        line = max(_USUAL_LINE, self._window.fontMetrics().lineSpacing())
        return height * line // _USUAL_LINE

    def _work_goes_on(self) -> None:
        focused = QApplication.focusWidget()
        used = focused is not None and self._dock.isAncestorOf(focused)
        read = self._shown.isValid() and self._shown.hasExpired(round(_READING_SECONDS * 1000))
        if read and not (used or self._dock.underMouse() or self._training.running):
            self.settle()

    def _resize(self, height: int) -> None:
        self._window.resizeDocks([self._dock], [height], Qt.Orientation.Vertical)

    def _dress(self) -> None:
        """Say what the button does."""
        text = self.tr("Show more of it") if self._is_low else self.tr("Fold to one line")
        self.button.setVisible(self._is_below)
        if text != self.button.toolTip():
            self.button.setToolTip(text)
            self.button.setAccessibleName(text)
            wear_icon(self.button, "up" if self._is_low else "down", "muted")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the place."""
        if event.type() is QEvent.Type.Resize:
            self._dress()
        return super().eventFilter(watched, event)
