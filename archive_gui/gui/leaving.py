"""Leaving an archive or the program: ask once where that would be a loss, then stop all and go."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from archive_gui.catalog.project import Project
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.message_bar import MessageBar
from archive_gui.gui.messages import Choice, Message, Messages
from archive_gui.gui.preferences import Preferences
from archive_gui.operations.archive import project_folder_of


class Leaving(QObject):
    """Asks in the message bar before a training is stopped.

    `starts_anew` are the arguments with which the program is to begin once more after its end,
    None where it is not.
    """

    def __init__(
        self,
        parent: QObject,
        project: ProjectController,
        training: TrainingController,
        preferences: Preferences,
        messages: Messages,
        bar: MessageBar,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._training = training
        self._preferences = preferences
        self._messages = messages
        self._bar = bar
        self._question: Message | None = None
        self.closing = False
        self.starts_anew: list[str] | None = None
        project.ask_first = self.ask_first

    def ask_first(self, go_on: Callable[[], None]) -> None:
        """Go on if no training runs, or a person says so; who insists is not asked again."""
        asks = self._training.running and self._preferences.ask_before_stopping
        insists = any(card.message is self._question for card in self._bar.cards)
        if not asks or insists:
            go_on()
            return
        self._training.ask_before_stopping(
            Choice(self.tr("Stop it"), go_on), Choice(self.tr("Go on training"), lambda: None)
        )
        self._question = self._bar.message

    def start_anew(self, project: Project | None, close: Callable[[], None]) -> None:
        """Have `close` end the program, and let it begin once more with this project."""

        def leave() -> None:
            self.starts_anew = []
            if project is not None:
                usual = project_folder_of(project.archive) == project.folder
                self.starts_anew = [str(project.archive if usual else project.folder)]
            close()

        self.ask_first(leave)

    def close(self, then: Callable[[], None]) -> None:
        """Stop what is going on, paused or not, close the project, and go on with `then`."""
        self.closing = True
        if self._training.running:
            self._messages.info(self.tr("Stopping the training, then closing…"))
        self._project.end(then)
