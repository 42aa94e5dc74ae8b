"""What the program remembers of its window from one day to the next."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8


class Appearance(Enum):
    """Which of the two themes the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Preferences:
    """Typed access to the settings file; the only place that knows its keys."""

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "archive-gui", "archive-gui"
        )

    @property
    def recent(self) -> list[Path]:
        """Project folders and image folders opened lately, the last one first."""
        paths = self._settings.value("recent", [])
        if isinstance(paths, str):
            paths = [paths]
        return [Path(path) for path in paths] if isinstance(paths, list) else []

    def add_recent(self, path: Path) -> None:
        """Put `path` first in the list of recent folders."""
        kept = [path, *(other for other in self.recent if other != path)][:_RECENT]
        self._settings.setValue("recent", [str(path) for path in kept])

    def remove_recent(self, path: Path) -> None:
        """Take `path` off the list of recent folders."""
        kept = [str(other) for other in self.recent if other != path]
        self._settings.setValue("recent", kept)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system is."""
        try:
            return Appearance(self._settings.value("appearance"))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._settings.setValue("appearance", appearance.value)

    @property
    def language(self) -> str:
        """The language of the window, as ``de``; empty for that of the system."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move by itself, whatever the system says."""
        return self._flag("reduced_motion", False)

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._settings.setValue("reduced_motion", reduced)

    @property
    def ask_before_stopping(self) -> bool:
        """Whether to ask before a training is stopped by closing."""
        return self._flag("ask_before_stopping", True)

    @ask_before_stopping.setter
    def ask_before_stopping(self, ask: bool) -> None:
        self._settings.setValue("ask_before_stopping", ask)

    @property
    def order(self) -> str:
        """In which order the grid shows the archive, after a minus descending; or empty."""
        return str(self._settings.value("order", ""))

    @order.setter
    def order(self, order: str) -> None:
        self._settings.setValue("order", order)

    @property
    def active_place(self) -> str:
        """The name of the dock that had the keyboard last; empty for the grid."""
        return str(self._settings.value("active_place", ""))

    @active_place.setter
    def active_place(self, place: str) -> None:
        self._settings.setValue("active_place", place)

    @property
    def thumbnail_side(self) -> int:
        """How large the grid shows images, in logical pixels."""
        return self._number("thumbnail_side", 116)

    @thumbnail_side.setter
    def thumbnail_side(self, side: int) -> None:
        self._settings.setValue("thumbnail_side", side)

    @property
    def result_count(self) -> int:
        """How many neighbours a query shows."""
        return self._number("result_count", 50)

    @result_count.setter
    def result_count(self, count: int) -> None:
        self._settings.setValue("result_count", count)

    @property
    def move_on(self) -> bool:
        """Whether a mark on a result moves the selection on to the next one."""
        return bool(self._number("move_on", 1))

    @move_on.setter
    def move_on(self, move_on: bool) -> None:
        self._settings.setValue("move_on", int(move_on))

    @property
    def grouping_sort(self) -> str:
        """By what the list of groupings is ordered."""
        return str(self._settings.value("grouping_sort", ""))

    @grouping_sort.setter
    def grouping_sort(self, sort: str) -> None:
        self._settings.setValue("grouping_sort", sort)

    def folder(self, purpose: str) -> str:
        """The folder in which a file was chosen last for this purpose, or empty."""
        return str(self._settings.value(f"folder/{purpose}", ""))

    def keep_folder(self, purpose: str, folder: str) -> None:
        """Keep the folder in which a file was chosen."""
        self._settings.setValue(f"folder/{purpose}", folder)

    def save_window(self, geometry: QByteArray, state: QByteArray) -> None:
        """Keep the window's place and the docks' arrangement."""
        self._settings.setValue("window/geometry", geometry)
        self._settings.setValue("window/state", state)
        self._settings.sync()

    def window(self) -> tuple[QByteArray, QByteArray] | None:
        """The geometry and the state kept last, None at the first start."""
        geometry = self._settings.value("window/geometry")
        state = self._settings.value("window/state")
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            return geometry, state
        return None

    def _flag(self, key: str, default: bool) -> bool:
        value = self._settings.value(key, default)
        return value is True or str(value).lower() == "true"

    def _number(self, key: str, default: int) -> int:
        value = self._settings.value(key, default)
        try:
            return int(str(value))
        except ValueError:
            return default
