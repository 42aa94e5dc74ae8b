"""Who gets a key: a place of the window, or the action of which it is the shortcut."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def offered(event: QEvent, *keys: Qt.Key) -> bool:
    """Whether Qt offers one of `keys` to a place before it looks for a shortcut.

    A place that accepts the event is sent the key afterwards.
    """
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
    )
