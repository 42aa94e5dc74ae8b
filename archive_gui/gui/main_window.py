"""The window: places the grid and the docks, and leaves the work to the controllers."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.actions import Actions
from archive_gui.gui.announcing import Announcer
from archive_gui.gui.assistance import Assistance
from archive_gui.gui.browser import Browser
from archive_gui.gui.by_metadata import ByMetadata
from archive_gui.gui.commands import Commands
from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.controllers.joined import Controllers
from archive_gui.gui.controllers.recent import RecentArchives
from archive_gui.gui.docks import Dock, place_docks
from archive_gui.gui.doorbell import Doorbell
from archive_gui.gui.dropping import WindowDrops
from archive_gui.gui.folding import Folding
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import program_icon
from archive_gui.gui.keys import offered
from archive_gui.gui.leaving import Leaving
from archive_gui.gui.looking import Looking
from archive_gui.gui.menus import Menus
from archive_gui.gui.message_bar import MessageBar
from archive_gui.gui.messages import Messages
from archive_gui.gui.motion import Motion
from archive_gui.gui.panels.groupings import GroupingsPanel
from archive_gui.gui.panels.training import TrainingPanel
from archive_gui.gui.past_queries import PastQueries
from archive_gui.gui.places import Places
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.remembering import Remembering
from archive_gui.gui.searching import Searching
from archive_gui.gui.settings import Settings
from archive_gui.gui.status import StatusBar
from archive_gui.gui.theme import ThemeManager
from archive_gui.gui.translation import filled
from archive_gui.gui.viewer.viewer import Viewer
from archive_gui.gui.welcome import WelcomePage
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace

# What a window manager adds around a window, at most.
_FRAME = 40


class MainWindow(QMainWindow):
    """The four places and what joins them; a script can drive it with real events.

    Parts:
        workspace: what is open (`project`, `images`, `groupings`, `active`).
        project, marks, query, training, preparation, imports, exports, sheets, files, browsing: the
            controllers; their methods take paths and records, so that no dialog is needed.
        window_actions: every action; `window_actions.positive.trigger()` is what the menu does.
        grid: the GridView (`go_to(image_id)`, `visualRect`, `model()`); header: its GridHeader.
        groupings_panel, query_panel, training_panel: what is in the docks.
        searching: what belongs to the query (`marks`, `comparing`, `compare_view`).
        viewer, welcome, message_bar, status_bar, runner, preferences, folding, leaving.

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

    def __init__(self, path: Path | None = None) -> None:
        """Begin to open `path`, if it is given, while the window is being built."""
        super().__init__()
        self.preferences = Preferences()
        self.settings = Settings(self, self.preferences)
        self.messages = Messages(self)
        self.runner = JobRunner(self)
        self.workspace = Workspace(self)
        self.grid_model = GridModel()
        controllers = Controllers(
            self.workspace, self.runner, self.messages, self.preferences, self.grid_model
        )
        self.project, self.marks = controllers.project, controllers.marks
        self.query = controllers.query
        self.training, self.preparation = controllers.training, controllers.preparation
        self.versions = controllers.versions
        self.exports, self.browsing = controllers.exports, controllers.browsing
        self.sheets, self.files = controllers.sheets, controllers.files
        self.imports, self.fetching = controllers.imports, controllers.fetching
        self.teaching, self.backups = controllers.teaching, controllers.backups
        if path is not None:
            # What a job finds comes back when the window runs, and is whole.
            self.project.open(path)
        self.thumbnails = ThumbnailCache(self.runner)
        self.window_actions = Actions(self)
        self.doorbell = Doorbell(self, self.runner)
        self.doorbell.rung.connect(self.bring_to_front)
        self.recent = RecentArchives(self, self.runner, self.preferences)
        self._closed = False
        self._make_places()
        self._join()
        self._remembering.restore_window()
        self._show_welcome()

    def _make_places(self) -> None:
        self.setWindowIcon(program_icon())
        self._take_motion()
        self.setDockNestingEnabled(True)
        room = self.screen().availableSize()
        self.resize(min(1280, room.width() - _FRAME), min(800, room.height() - _FRAME))
        self.welcome = WelcomePage(self.window_actions, self.recent)
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
        self.groupings_panel = GroupingsPanel(
            self.workspace,
            self.marks,
            self.teaching,
            self.thumbnails,
            self.window_actions,
            self.preferences,
        )
        self.searching = Searching(
            self.workspace,
            self.runner,
            self.messages,
            self.marks,
            self.query,
            self.thumbnails,
            self.window_actions,
            self.preferences,
        )
        self.query_panel = self.searching.panel
        self.training_panel = TrainingPanel(
            self.workspace,
            self.training,
            self.versions,
            self.preparation,
            self.thumbnails,
            self.runner,
        )
        self.viewer = Viewer(self.workspace, self.runner, self.thumbnails, self.browser)
        self._looking = Looking(
            self, self.viewer, self.browser, self.workspace, self.query, self.window_actions
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.browser)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages)
        self.message_bar = MessageBar(self.messages, middle)
        self.setCentralWidget(middle)
        area = Qt.DockWidgetArea
        self.docks = [
            Dock("groupings", self.tr("Groupings"), self.groupings_panel, area.LeftDockWidgetArea),
            Dock("query", self.tr("Query"), self.query_panel, area.RightDockWidgetArea),
            Dock("training", self.tr("Training"), self.training_panel, area.BottomDockWidgetArea),
        ]
        place_docks(self, self.docks)
        self.folding = Folding(
            self, self.docks[-1], self.training_panel, self.training, self.query, self.workspace
        )
        self.status_bar = StatusBar(self.runner)
        self.setStatusBar(self.status_bar)
        self.menus = Menus(
            self,
            self.window_actions,
            self.preferences,
            self.recent,
            list(self.docks),
            PastQueries(self.query),
            ByMetadata(self.workspace, self.imports),
        )
        fronts = [self.viewer, self.searching.compare_view.table, self.grid]
        self.places = Places(self, middle, fronts, list(self.docks), self.message_bar)
        self._remembering = Remembering(
            self, list(self.docks), self.places, self.browsing, self.preferences
        )
        self.leaving = Leaving(
            self, self.project, self.training, self.preferences, self.messages, self.message_bar
        )
        self.assistance = Assistance(
            self,
            self.window_actions,
            self.menus,
            self.settings,
            self.runner,
            self.messages,
            self.backups,
        )
        self.commands = Commands(
            self, self.window_actions, self.workspace, self._looking.targets, self.preferences
        )
        self._looking.join(self.commands)

    def _join(self) -> None:
        self._join_actions()
        self._join_workspace()
        self._join_places()
        self.project.scan_finished.connect(self.scan_finished)
        self.marks.marks_changed.connect(self.marks_changed)
        self.query.finished.connect(self.query_finished)
        self.training.finished.connect(self.training_finished)
        # What was said before is about something else.
        self.training.started.connect(self.message_bar.forget)
        self.workspace.opened.connect(self.message_bar.forget)
        self.message_bar.emptied.connect(self._take_keyboard)
        self.message_bar.covered.connect(self.grid.set_covered)
        Announcer(self.browser, self.browsing, self.query, self.marks, self.runner)
        self.training.model_used.connect(self.model_used)
        self.exports.exported.connect(self.exported)

    def _join_actions(self) -> None:
        actions, commands = self.window_actions, self.commands
        commands.join_project(self.project)
        commands.join_marks(self.marks, self.searching.marks)
        commands.join_query(self.query)
        commands.join_exports(self.exports, self.sheets, self.training_panel.versions.export_wanted)
        commands.join_imports(self.imports)
        commands.join_fetching(self.fetching)
        commands.join_files(self.files)
        self.grid.drag_begun.connect(self.files.lend_picture)
        commands.join_training(self.training, self.training_panel.start)
        actions.quit.triggered.connect(self.close)
        self.assistance.restart_wanted.connect(
            lambda: self.leaving.start_anew(self.workspace.project, self.close_now)
        )
        actions.jobs.triggered.connect(self.status_bar.show_jobs)
        actions.next_place.triggered.connect(lambda: self.places.go(1))
        actions.previous_place.triggered.connect(lambda: self.places.go(-1))
        actions.full_screen.toggled.connect(self._looking.fill_screen)
        self.menus.join_settings(self.settings)
        self.settings.result_count_changed.connect(self.query_panel.limits.show_count)
        self.settings.result_count_changed.connect(self.query.set_count)
        self.query_panel.limits.count_wanted.connect(self.settings.note_result_count)
        Motion.instance().changed.connect(self._take_motion)
        self.welcome.recent_chosen.connect(self.project.open)
        self.menus.recent_chosen.connect(self.project.open)

    def _join_workspace(self) -> None:
        self.workspace.opened.connect(self._archive_opened)
        self.workspace.closed.connect(self._archive_closed)
        self.workspace.images_updated.connect(
            lambda images: self.thumbnails.retry([image.sha256 for image in images])
        )
        self.project.thumbnails_opened.connect(
            lambda store: self.thumbnails.set_source(None if store is None else store.get)
        )
        self.thumbnails.rested.connect(self.project.settle)
        self.project.closing.connect(self.groupings_panel.keep_note)
        self.project.scan_started.connect(lambda: self.browser.show_scanning(True))
        self.project.scan_ended.connect(lambda: self.browser.show_scanning(False))
        self.browser.selection_changed.connect(self._selection_changed)
        self.groupings_panel.members_wanted.connect(self._show_members)

    def _join_places(self) -> None:
        self.searching.join(self.browser, self.viewer, self._pages, self.project)
        self.training.models_listed.connect(self.searching.comparing.take_models)
        self._drops = WindowDrops(self, self.grid, self.project, self.query)
        self.training_panel.query_wanted.connect(self._find_like)
        self._drops.hovered.connect(self.welcome.show_drop)
        self.preparation.changed.connect(self._show_model)
        self.grid.sight_changed.connect(self.preparation.see)
        self.viewer.part_chosen.connect(self.query.by_part)
        self.query.started.connect(self._looking.leave)
        self.workspace.closed.connect(self._looking.leave)

    # What is open

    def _archive_opened(self) -> None:
        project = self.workspace.require_project()
        name = project.archive.name or str(project.archive)
        if project.read_only:
            name = filled(self.tr("{name} (read-only)"), name=name)
        self.setWindowTitle(f"{name} \u2013 archive-gui")
        self.doorbell.hang_up(project.folder)
        self._pages.setCurrentWidget(self.browser)
        self._offer_docks(True)
        self._remembering.restore_places()
        self.opened.emit()

    def _archive_closed(self) -> None:
        self._looking.leave_full_screen()
        self.doorbell.take_down()
        self.folding.settle()
        self._remembering.note_places()
        self._show_welcome()

    def _show_welcome(self) -> None:
        self.setWindowTitle("archive-gui")
        self.welcome.refresh()
        self._pages.setCurrentWidget(self.welcome)
        for dock in self.docks:
            dock.hide()
        self._offer_docks(False)
        self.welcome.open_button.setFocus()
        self.status_bar.show_selection("")
        self.status_bar.show_model("")

    def _offer_docks(self, offered: bool) -> None:
        for dock in self.docks:
            dock.toggleViewAction().setEnabled(offered)

    def _take_motion(self) -> None:
        self.setAnimated(Motion.instance().allowed)

    def bring_to_front(self) -> None:
        """Show the window to somebody who has started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _take_keyboard(self) -> None:
        opened = self.workspace.project is not None
        (self.grid if opened else self.welcome.open_button).setFocus()

    # What is shown

    def _selection_changed(self, images: list[ImageRecord]) -> None:
        self.commands.refresh()
        if len(images) == 1:
            self.status_bar.show_selection(self.grid_model.describe(images[0], "  \u00b7  "))
        elif images:
            self.status_bar.show_selection(filled(self.tr("{n:,} selected"), n=len(images)))
        else:
            self.status_bar.show_selection("")

    def _show_model(self) -> None:
        self.status_bar.show_model(
            self.preparation.who_answers() if self.workspace.project is not None else ""
        )

    def _show_members(self) -> None:
        # Among results the grouping is only taken in hand, so that marks go on where they are.
        if self.browsing.scope is not Scope.RESULTS:
            self.browsing.show_active_grouping()

    def _find_like(self, image: int) -> None:
        """Find what is like an image of the archive that a place other than the grid shows."""
        record = self.workspace.images.get(image)
        if record is not None:
            self.query.by_image(record)

    # Escape closes what was said, where nothing else takes it

    def event(self, event: QEvent) -> bool:
        """Keep Escape from its action while a message waits to be read; take on other letters."""
        if event.type() is QEvent.Type.ApplicationFontChange:
            ThemeManager.instance().take_font()
        if offered(event, Qt.Key.Key_Escape) and self.message_bar.lasting:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the message that waits to be read."""
        if event.key() != Qt.Key.Key_Escape or not self.message_bar.dismiss():
            super().keyPressEvent(event)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once where a training runs; then stop all jobs, close the project, and go."""
        if self._closed:
            event.accept()
            return
        event.ignore()
        if not self.leaving.closing:
            self.leaving.ask_first(self.close_now)

    def close_now(self) -> None:
        """Stop what is going on and close; `window_closed` tells when that is done."""
        if self.leaving.closing:
            return
        self._looking.leave_full_screen()
        self.preferences.result_count = self.query.count
        self.folding.settle()
        self._remembering.keep(with_places=self.workspace.project is not None)
        self.leaving.close(self._end)

    def _end(self) -> None:
        self.runner.close()
        self._closed = True
        self.close()
        self.window_closed.emit()
