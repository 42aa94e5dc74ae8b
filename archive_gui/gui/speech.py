"""Has screen readers speak."""

from PySide6.QtCore import QObject


def announce(source: QObject, text: str, *, at_once: bool = False) -> None:
    """Have screen readers speak `text`, `at_once` if it matters more than what they say now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(source, text)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
