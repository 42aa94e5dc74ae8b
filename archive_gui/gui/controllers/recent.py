"""The archives opened lately, and which of them can still be found."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from archive_gui.gui.preferences import Preferences
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.operations.archive import found_folders


@dataclass(frozen=True)
class RecentArchive:
    """A folder that was opened lately; `present` when it is still there."""

    path: Path
    present: bool


class RecentArchives(QObject):
    """Keeps the list; whether a folder is there is looked up in a job, since drives may be slow.

    Signals:
        changed(): the list, or what is known of its folders, is different.
    """

    changed = Signal()

    def __init__(self, parent: QObject, runner: JobRunner, preferences: Preferences) -> None:
        super().__init__(parent)
        self._runner = runner
        self._preferences = preferences
        self._missing: frozenset[Path] = frozenset()

    @property
    def entries(self) -> list[RecentArchive]:
        """The archives, the last one first."""
        return [RecentArchive(path, path not in self._missing) for path in self._preferences.recent]

    def refresh(self) -> None:
        """Show the list, and look again which folders are there."""
        paths = self._preferences.recent
        self.changed.emit()
        if paths:
            self._runner.start(
                Lane.VIEWING,
                lambda _: found_folders(paths),
                lambda found: self._take(frozenset(paths) - found),
            )

    def remove(self, path: Path) -> None:
        """Take one off the list; the archive and its project stay as they are."""
        self._preferences.remove_recent(path)
        self.changed.emit()

    def remove_missing(self) -> None:
        """Take those off the list that are not found."""
        for path in self._missing:
            self._preferences.remove_recent(path)
        self.changed.emit()

    def clear(self) -> None:
        """Empty the list."""
        for path in self._preferences.recent:
            self._preferences.remove_recent(path)
        self.changed.emit()

    def _take(self, missing: frozenset[Path]) -> None:
        if missing != self._missing:
            self._missing = missing
            self.changed.emit()
