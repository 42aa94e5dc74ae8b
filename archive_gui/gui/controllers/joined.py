"""All controllers of one window, made in their order and joined to each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from archive_gui.gui.controllers.backups import BackupsController
from archive_gui.gui.controllers.browsing import BrowsingController
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.preparing import PreparationController
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.messages import Messages
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace

if TYPE_CHECKING:
    from archive_gui.gui.controllers.exports import ExportController
    from archive_gui.gui.controllers.fetching import FetchController
    from archive_gui.gui.controllers.files import FilesController
    from archive_gui.gui.controllers.imports import ImportController
    from archive_gui.gui.controllers.sheets import SheetController
    from archive_gui.gui.controllers.teaching import TeachingController
    from archive_gui.gui.controllers.training import TrainingController
    from archive_gui.gui.controllers.versions import VersionsController


class LateControllers:
    """Those that the first pictures do without."""

    training: TrainingController
    versions: VersionsController
    files: FilesController
    imports: ImportController
    fetching: FetchController
    exports: ExportController
    sheets: SheetController
    teaching: TeachingController


class Controllers(LateControllers):
    """What the program can do, without any place that shows it.

    The late ones are there after :meth:`complete`.
    """

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        preferences: Preferences,
        grid_model: GridModel,
    ) -> None:
        self._workspace, self._grid_model = workspace, grid_model
        self._runner, self._messages = runner, messages
        self._preferences = preferences
        self._training_runs: Callable[[], bool] = lambda: False
        self.project = ProjectController(workspace, runner, messages, preferences)
        self.backups = BackupsController(workspace, runner, messages, self.project)
        self.marks = MarksController(workspace, runner, messages)
        self.query = QueryController(workspace, runner, messages)
        self.query.count = preferences.result_count
        self.preparation = PreparationController(
            workspace, runner, messages, self.query, lambda: self._training_runs()
        )
        self.browsing = BrowsingController(workspace, self.query, grid_model)
        runner.failed.connect(messages.error)
        self.project.closing.connect(workspace.begin_to_close)
        self.project.closing.connect(self.marks.remember)
        self.project.closing.connect(self.preparation.leave)
        self.project.scan_ended.connect(self.query.renew)
        self.project.scan_finished.connect(self._search_anew)

    def complete(self) -> None:
        """Make those that are missing; no archive has settled yet."""
        from archive_gui.gui.controllers.exports import ExportController
        from archive_gui.gui.controllers.fetching import FetchController
        from archive_gui.gui.controllers.files import FilesController
        from archive_gui.gui.controllers.imports import ImportController
        from archive_gui.gui.controllers.sheets import SheetController
        from archive_gui.gui.controllers.teaching import TeachingController
        from archive_gui.gui.controllers.training import TrainingController
        from archive_gui.gui.controllers.versions import VersionsController

        workspace, runner, messages = self._workspace, self._runner, self._messages
        self.training = TrainingController(workspace, runner, messages)
        self._training_runs = lambda: self.training.running
        self.versions = VersionsController(workspace, runner, messages, self.training.list_models)
        self.files = FilesController(workspace, runner, messages)
        self.imports = ImportController(workspace, runner, messages, self.marks)
        self.fetching = FetchController(
            workspace, runner, messages, self._preferences, self.project
        )
        self.exports = ExportController(workspace, self.query, runner, messages)
        self.sheets = SheetController(
            workspace,
            self.query,
            self.browsing,
            self._grid_model,
            self.exports,
            runner,
            messages,
            lambda: self.preparation.answers,
        )
        self.teaching = TeachingController(workspace, runner)
        training, preparation = self.training, self.preparation
        training.models_listed.connect(preparation.take_models)
        training.started.connect(preparation.rest)
        training.model_used.connect(preparation.choose)
        preparation.prepared.connect(training.list_models)

    def _search_anew(self) -> None:
        """Take new images into account, also in the results that are shown."""
        self.query.renew()
        if not self.project.leaving:
            self.query.again()
