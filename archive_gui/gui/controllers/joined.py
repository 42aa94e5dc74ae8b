"""All controllers of one window, made in their order and joined to each other."""

from collections.abc import Callable

from archive_gui.gui.controllers.backups import BackupsController
from archive_gui.gui.controllers.browsing import BrowsingController
from archive_gui.gui.controllers.exports import ExportController
from archive_gui.gui.controllers.fetching import FetchController
from archive_gui.gui.controllers.files import FilesController
from archive_gui.gui.controllers.imports import ImportController
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.preparing import PreparationController
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.controllers.sheets import SheetController
from archive_gui.gui.controllers.teaching import TeachingController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.controllers.versions import VersionsController
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.messages import Messages
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace


class Controllers:
    """What the program can do, without any place that shows it."""

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        preferences: Preferences,
        grid_model: GridModel,
    ) -> None:
        self.project = ProjectController(workspace, runner, messages, preferences)
        self.backups = BackupsController(workspace, runner, messages, self.project)
        self.marks = MarksController(workspace, runner, messages)
        self.query = QueryController(workspace, runner, messages)
        self.query.count = preferences.result_count
        self.training = TrainingController(workspace, runner, messages)
        self.versions = VersionsController(workspace, runner, messages, self.training.list_models)
        training_runs: Callable[[], bool] = lambda: self.training.running  # noqa: E731
        self.preparation = PreparationController(
            workspace, runner, messages, self.query, training_runs
        )
        self.browsing = BrowsingController(workspace, self.query, grid_model)
        self.files = FilesController(workspace, runner, messages)
        self.imports = ImportController(workspace, runner, messages, self.marks)
        self.fetching = FetchController(workspace, runner, messages, preferences, self.project)
        self.exports = ExportController(workspace, self.query, runner, messages)
        self.sheets = SheetController(
            workspace,
            self.query,
            self.browsing,
            grid_model,
            self.exports,
            runner,
            messages,
            lambda: self.preparation.answers,
        )
        runner.failed.connect(messages.error)
        self.teaching = TeachingController(workspace, runner)
        self.project.closing.connect(self.marks.remember)
        self._join_search()
        self._join_preparation()

    def _join_search(self) -> None:
        self.project.scan_ended.connect(self.query.renew)
        self.project.scan_finished.connect(self._search_anew)

    def _join_preparation(self) -> None:
        training, preparation = self.training, self.preparation
        training.models_listed.connect(preparation.take_models)
        training.started.connect(preparation.rest)
        training.model_used.connect(preparation.choose)
        preparation.prepared.connect(training.list_models)
        self.project.closing.connect(preparation.leave)

    def _search_anew(self) -> None:
        """Take new images into account, also in the results that are shown."""
        self.query.renew()
        if not self.project.leaving:
            self.query.again()
