"""Where the keyboard goes in the grid: arithmetic on rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from archive_gui.gui.grid.layout import GridLayout

_Action = QAbstractItemView.CursorAction
_KEY_OF_ACTION = {
    _Action.MoveUp: Qt.Key.Key_Up,
    _Action.MoveDown: Qt.Key.Key_Down,
    _Action.MoveLeft: Qt.Key.Key_Left,
    _Action.MoveRight: Qt.Key.Key_Right,
    _Action.MoveHome: Qt.Key.Key_Home,
    _Action.MoveEnd: Qt.Key.Key_End,
    _Action.MovePageUp: Qt.Key.Key_PageUp,
    _Action.MovePageDown: Qt.Key.Key_PageDown,
}


def key_of(action: QAbstractItemView.CursorAction, mirrored: bool) -> Qt.Key:
    """The key that does what Qt's own navigation asks for, `Key_unknown` where there is none."""
    forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
    if mirrored:
        forward, back = back, forward
    keys = _KEY_OF_ACTION | {_Action.MoveNext: forward, _Action.MovePrevious: back}
    return keys.get(action, Qt.Key.Key_unknown)


def row_after(key: int, row: int, layout: GridLayout, lines: int) -> int | None:
    """The row that `key` leads to from `row` (-1 where there is none yet).

    `lines` is how many lines a page has. None where the key leads nowhere in a grid.
    """
    columns, last = layout.columns, layout.count - 1
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End:
        return last
    right = -1 if layout.mirrored else 1
    steps = {
        Qt.Key.Key_Left: -right,
        Qt.Key.Key_Right: right,
        Qt.Key.Key_Up: -columns,
        Qt.Key.Key_Down: columns,
        Qt.Key.Key_PageUp: -lines * columns,
        Qt.Key.Key_PageDown: lines * columns,
    }
    step = steps.get(Qt.Key(key)) if key in steps else None
    if step is None:
        return None
    if row < 0:
        return 0
    wanted = row + step
    if 0 <= wanted <= last:
        return wanted
    if abs(step) == columns:
        # Down from above the gap in the last line goes to the last image; up stays.
        return last if step > 0 and row // columns < last // columns else row
    return max(0, min(last, wanted))
