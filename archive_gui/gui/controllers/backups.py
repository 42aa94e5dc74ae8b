"""Going back to an earlier copy of the catalog."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.backups import Backup
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.translation import filled, local_time
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.archive import backups_of, restore_backup_of


class BackupsController(QObject):
    """Lists the copies of the open archive's catalog, or of the one that could not be opened.

    Signals:
        wanted(): a person wants to choose a copy.
        listed(list[Backup]): the copies there are, the newest first.
        changed(): there is another archive whose copies count, or none.
    """

    wanted = Signal()
    listed = Signal(list)
    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        project: ProjectController,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._project = project
        self._refused: Path | None = None
        project.refused.connect(self._not_opened)
        workspace.opened.connect(self._opened)
        workspace.closed.connect(self.changed)

    @property
    def path(self) -> Path | None:
        """The project folder, or the folder of images, whose catalog can be replaced."""
        opened = self._workspace.project
        if opened is not None and opened.read_only:
            return None
        return self._refused if opened is None else opened.folder

    def look(self) -> None:
        """Look for copies, which takes a moment; :attr:`listed` tells."""
        if (path := self.path) is not None:
            self._runner.start(Lane.VIEWING, lambda _: backups_of(path), self.listed.emit)

    def restore(self, backup: Backup) -> None:
        """Close the archive, have a copy take the place of its catalog, and open it again.

        A copy of another archive's catalog is refused.
        """
        if (path := self.path) is not None:
            self._project.reopen(
                path,
                lambda: restore_backup_of(path, backup),
                lambda: self._messages.success(
                    filled(
                        self.tr(
                            "The marks are those of {when} again. What was there until now is "
                            "among the backups."
                        ),
                        when=local_time(backup.made),
                    )
                ),
            )

    def _opened(self) -> None:
        self._refused = None
        self.changed.emit()

    def _not_opened(self, path: Path, text: str) -> None:
        self._refused = path
        self.changed.emit()

        def tell(found: list[Backup]) -> None:
            choices = [Choice(self.tr("Restore a backup…"), self.wanted.emit)] if found else []
            self._messages.error(text, *choices)

        self._runner.start(Lane.VIEWING, lambda _: backups_of(path), tell)
