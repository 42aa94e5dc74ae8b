"""Which key of the viewer is meant, whatever the keyboard needs Shift for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Act = Callable[[], None]

# Signs that some keyboards have on a key of their own and others above another sign.
_SIGNS = {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_1}


def act_for(event: QKeyEvent, plain: Mapping[int, Act], shifted: Mapping[int, Act]) -> Act | None:
    """What a key does alone or with Shift, None with other keys held or where it does nothing.

    Ctrl with the signs for zooming does the same as these alone.
    """
    modifier = Qt.KeyboardModifier
    held = event.modifiers() & ~modifier.KeypadModifier
    key = event.key()
    if held == modifier.NoModifier:
        return plain.get(key)
    if held == modifier.ShiftModifier and key in shifted:
        return shifted[key]
    if held & ~(modifier.ShiftModifier | modifier.ControlModifier) == modifier.NoModifier:
        return plain.get(key) if key in _SIGNS else None
    return None
