"""The window: places the grid and the docks, and leaves the work to the controllers."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from archive_gui import __version__
from archive_gui.catalog.records import ImageRecord
from archive_gui.gui import mime
from archive_gui.gui.actions import Actions
from archive_gui.gui.browser import Browser
from archive_gui.gui.commands import Commands
from archive_gui.gui.controllers.browsing import BrowsingController
from archive_gui.gui.controllers.exports import ExportController
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.crash import log_file, record_crash
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import program_icon
from archive_gui.gui.manual import ManualWindow
from archive_gui.gui.menus import Menus
from archive_gui.gui.messages import Choice, MessageBar, Messages
from archive_gui.gui.panels.groupings import GroupingsPanel
from archive_gui.gui.panels.query import QueryPanel
from archive_gui.gui.panels.training import TrainingPanel
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.status import StatusBar
from archive_gui.gui.viewer.viewer import Viewer
from archive_gui.gui.welcome import WelcomePage
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace
from archive_gui.imaging.thumbnails import ThumbnailStore
from archive_gui.operations.versions import ModelSummary


class MainWindow(QMainWindow):
    """The four places and what joins them; a script can drive it with real events.

    Parts:
        workspace: what is open (`project`, `images`, `groupings`, `active`).
        project, marks, query, training, exports, browsing: the controllers; their methods take
            paths and records, so that no dialog is needed.
        actions: every action; `actions.positive.trigger()` is what the menu does.
        grid: the GridView (`go_to(image_id)`, `visualRect`, `model()`); header: its GridHeader.
        groupings_panel, query_panel, training_panel: what is in the docks.
        viewer, welcome, message_bar, status_bar, runner, preferences.

    Signals:
        opened(): an archive is open; its scan begins.
        scan_finished(IndexReport): the whole archive is read.
        marks_changed(): a change of groupings or marks is kept.
        query_finished(QueryReport): the results are in the grid.
        training_finished(TrainingReport): training is over.
        model_used(int): another version is in use.
        exported(Path, int): a file is written, with so many rows.
        window_closed(): all jobs have ended and the project is closed.
    """

    opened = Signal()
    scan_finished = Signal(object)
    marks_changed = Signal()
    query_finished = Signal(object)
    training_finished = Signal(object)
    model_used = Signal(int)
    exported = Signal(object, int)
    window_closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.preferences = Preferences()
        self.messages = Messages(self)
        self.runner = JobRunner(self)
        self.workspace = Workspace(self)
        self.project = ProjectController(
            self.workspace, self.runner, self.messages, self.preferences
        )
        self.marks = MarksController(self.workspace, self.runner, self.messages)
        self.query = QueryController(self.workspace, self.runner, self.messages)
        self.query.count = self.preferences.result_count
        self.training = TrainingController(self.workspace, self.runner, self.messages)
        self.exports = ExportController(self.workspace, self.runner, self.messages)
        self.grid_model = GridModel()
        self.browsing = BrowsingController(self.workspace, self.query, self.grid_model)
        self.thumbnails = ThumbnailCache(self.runner)
        self.actions = Actions(self)  # type: ignore[method-assign, assignment]
        self._closing = False
        self._closed = False
        self._make_places()
        self._join()
        self._restore()

    def _make_places(self) -> None:
        self.setWindowTitle("archive-gui")
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.welcome = WelcomePage(self.window_actions, self.preferences)
        self.browser = Browser(
            self.workspace,
            self.browsing,
            self.query,
            self.grid_model,
            self.thumbnails,
            self.window_actions,
            self.preferences,
        )
        self.grid, self.header = self.browser.grid, self.browser.header
        self.groupings_panel = GroupingsPanel(self.workspace, self.marks, self.thumbnails)
        self.query_panel = QueryPanel(self.query, self.window_actions, self.query.count)
        self.training_panel = TrainingPanel(self.workspace, self.training)
        self.message_bar = MessageBar(self.messages)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.browser)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
