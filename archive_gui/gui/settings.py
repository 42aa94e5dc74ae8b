"""What a person can set, kept and put into effect at once."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from archive_gui.gui.motion import Motion
from archive_gui.gui.preferences import Appearance, Preferences
from archive_gui.gui.theme import ThemeManager


class Settings(QObject):
    """Changes what a person wishes, keeps it, and tells whom it concerns.

    Signals:
        appearance_changed(Appearance): another theme was chosen.
        result_count_changed(int): queries are to show so many neighbours.
    """

    appearance_changed = Signal(object)
    result_count_changed = Signal(int)

    def __init__(self, parent: QObject, preferences: Preferences) -> None:
        super().__init__(parent)
        self.preferences = preferences

    def choose_appearance(self, appearance: Appearance) -> None:
        """Wear this theme from now on."""
        self.preferences.appearance = appearance
        ThemeManager.instance().choose(appearance)
        self.appearance_changed.emit(appearance)

    def reduce_motion(self, reduced: bool) -> None:
        """Let nothing move by itself from now on, or again what the system lets move."""
        self.preferences.reduced_motion = reduced
        Motion.instance().reduce(reduced)

    def note_result_count(self, count: int) -> None:
        """Keep a number of neighbours that was chosen elsewhere and is in effect already."""
        self.preferences.result_count = count

    def choose_result_count(self, count: int) -> None:
        """Show so many neighbours from now on."""
        self.preferences.result_count = count
        self.result_count_changed.emit(count)


def appearance_names() -> dict[Appearance, str]:
    """What the appearances are called."""

    translate = QCoreApplication.translate
    return {
        Appearance.SYSTEM: translate("Appearance", "As the system"),
        Appearance.LIGHT: translate("Appearance", "Light"),
        Appearance.DARK: translate("Appearance", "Dark"),
    }
