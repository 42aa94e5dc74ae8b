"""Starting the program again on an archive that a window has open brings that window to front."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.operations.knocking import answer


class Doorbell(QObject):
    """Watches the folder of the project that is open.

    Signals:
        rung(): somebody has started the program on the same project.
    """

    rung = Signal()

    def __init__(self, parent: QObject, runner: JobRunner) -> None:
        super().__init__(parent)
        self._runner = runner
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._looking = self._again = False

    def hang_up(self, project: Path) -> None:
        """Hear those who want this project."""
        self._watcher.addPath(str(project))
        # Somebody may have knocked while the project was being opened.
        self._look(str(project))

    def take_down(self) -> None:
        """Hear nobody any more."""
        if folders := self._watcher.directories():
            self._watcher.removePaths(folders)

    def _look(self, folder: str) -> None:
        # Much else happens in the folder; one look at a time is enough.
        self._again = self._looking
        if not self._looking:
            self._looking = True
            self._runner.start(
                Lane.VIEWING,
                lambda _: answer(Path(folder)),
                lambda knocked: self._looked(folder, knocked),
                cancelled=lambda: self._looked(folder, False),
            )

    def _looked(self, folder: str, knocked: bool) -> None:
        self._looking = False
        if knocked:
            self.rung.emit()
        if self._again and folder in self._watcher.directories():
            self._look(folder)
