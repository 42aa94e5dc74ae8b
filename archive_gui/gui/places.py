"""Takes the keyboard from place to place: the middle, the docks, the messages."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDockWidget, QWidget

from archive_gui.gui.message_bar import MessageBar


class Places(QObject):
    """The places in the order of the window; those that are hidden are passed over.

    What lies in the middle takes the keyboard by the first of `fronts` that is in sight, otherwise
    by the first of its widgets that takes it by Tab.
    """

    def __init__(
        self,
        window: QWidget,
        middle: QWidget,
        grid: QWidget,
        docks: list[QDockWidget],
        bar: MessageBar,
    ) -> None:
        super().__init__(window)
        self._middle = middle
        self._fronts = [grid]
        self._docks = docks
        self._bar = bar
        # A keyboard without a menu key has this one, which not every system passes on as such.
        keys = QShortcut(QKeySequence("Shift+F10"), window)
        keys.activated.connect(_open_context_menu)

    def put_in_front(self, fronts: Sequence[QWidget]) -> None:
        """Have the middle take the keyboard by these, the first of them first, before the grid."""
        self._fronts[:0] = fronts

    @property
    def active(self) -> str:
        """The name of the dock that has the keyboard, empty for all other places."""
        focused = QApplication.focusWidget()
        for dock in self._docks:
            if focused is not None and dock.isAncestorOf(focused):
                return dock.objectName()
        return ""

    def activate(self, name: str) -> None:
        """Give the keyboard to the dock of this name if it is shown, otherwise to the middle."""
        dock = next((dock for dock in self._docks if dock.objectName() == name), None)
        if dock is None or not self._give(dock):
            self._enter_middle()

    def go(self, step: int) -> None:
        """Give the keyboard to the next place (+1), or to the one before (-1)."""
        places: list[QWidget] = [self._middle, *self._docks]
        if self._bar.cards:
            places.append(self._bar)
        here = self._here(places)
        for distance in range(1, len(places) + 1):
            if self._give(places[(here + step * distance) % len(places)]):
                return

    def _here(self, places: list[QWidget]) -> int:
        focused = QApplication.focusWidget()
        # The messages lie over the middle, and are a part of it for Qt.
        holding = [place.isAncestorOf(focused) for place in places] if focused else []
        return len(holding) - 1 - holding[::-1].index(True) if any(holding) else 0

    def _give(self, place: QWidget) -> bool:
        if place is self._bar:
            self._bar.take_keyboard()
            return True
        if place is self._middle:
            return self._enter_middle()
        # The title is not what somebody goes to a dock for, unless there is nothing else.
        content = place.widget() if isinstance(place, QDockWidget) else place
        if content is None or not place.isVisible():
            # What the dock is for is still to come.
            return False
        return _enter(content) or _enter(place)

    def _enter_middle(self) -> bool:
        front = next((front for front in self._fronts if front.isVisible()), None)
        if front is None:
            return _enter(self._middle)
        front.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True


def _enter(place: QWidget) -> bool:
    """Give the keyboard to the first widget of a place that takes it by Tab; whether one did."""
    widget = place.nextInFocusChain()
    while widget is not None and widget is not place:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if place.isAncestorOf(widget) and takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        widget = widget.nextInFocusChain()
    return False


def _open_context_menu() -> None:
    """Open the context menu of what has the keyboard, at its current item or its middle."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    if isinstance(widget, QAbstractItemView):
        widget.scrollTo(widget.currentIndex())
    at = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    if not widget.rect().contains(at):
        at = widget.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
