"""The window: places the grid and the docks, and leaves the work to the controllers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from archive_gui.gui.actions import Actions
from archive_gui.gui.announcing import Announcer
from archive_gui.gui.browser import Browser
from archive_gui.gui.by_metadata import ByMetadata
from archive_gui.gui.completing import Completion
from archive_gui.gui.controllers.joined import Controllers, LateControllers
from archive_gui.gui.controllers.recent import RecentArchives
from archive_gui.gui.docks import Dock, place_docks
from archive_gui.gui.doorbell import Doorbell
from archive_gui.gui.grid.model import GridModel
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.icons import program_icon
from archive_gui.gui.keys import offered
from archive_gui.gui.menus import Menus
from archive_gui.gui.message_bar import MessageBar
from archive_gui.gui.messages import Messages
from archive_gui.gui.motion import Motion
from archive_gui.gui.opening import Opening
from archive_gui.gui.past_queries import PastQueries
from archive_gui.gui.places import Places
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.remembering import Remembering
from archive_gui.gui.settings import Settings
from archive_gui.gui.status import StatusBar
from archive_gui.gui.theme import ThemeManager
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace

if TYPE_CHECKING:
    from archive_gui.gui.assistance import Assistance
    from archive_gui.gui.commands import Commands
    from archive_gui.gui.folding import Folding
    from archive_gui.gui.leaving import Leaving
    from archive_gui.gui.looking import Looking
    from archive_gui.gui.panels.groupings import GroupingsPanel
    from archive_gui.gui.panels.query import QueryPanel
    from archive_gui.gui.panels.training import TrainingPanel
    from archive_gui.gui.searching import Searching
    from archive_gui.gui.viewer.viewer import Viewer
    from archive_gui.gui.welcome import WelcomePage

# What a window manager adds around a window, at most.
_FRAME = 40


class MainWindow(QMainWindow, LateControllers):
    """The four places and what joins them; a script can drive it with real events.

    Parts:
        workspace: what is open (`project`, `images`, `groupings`, `active`).
        project, marks, query, preparation, browsing, backups: controllers; their methods take
            paths and records, so that no dialog is needed.
        window_actions: every action; `window_actions.positive.trigger()` is what the menu does.
        grid: the GridView (`go_to(image_id)`, `visualRect`, `model()`); header: its GridHeader.
        message_bar, status_bar, runner, preferences, docks, pages: always there.
        groupings_panel, query_panel, training_panel: what is in the docks.
        searching: what belongs to the query (`marks`, `comparing`, `compare_view`).
        viewer, welcome, folding, leaving, commands, assistance, looking; training, versions,
            imports, exports, sheets, files, fetching, teaching (more controllers): these and what
            is in the docks are there when `completion` is done.

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

    groupings_panel: GroupingsPanel
    query_panel: QueryPanel
    training_panel: TrainingPanel
    searching: Searching
    viewer: Viewer
    looking: Looking
    welcome: WelcomePage
    folding: Folding
    leaving: Leaving
    commands: Commands
    assistance: Assistance

    def __init__(self, opening: Opening | None = None) -> None:
        """Show first the pictures of what is being opened, if anything is; the rest follows."""
        super().__init__()
        self.preferences = Preferences()
        self.settings = Settings(self, self.preferences)
        self.messages = Messages(self)
        self.runner = JobRunner(self)
        self.workspace = Workspace(self)
        self.grid_model = GridModel()
        self.controllers = Controllers(
            self.workspace, self.runner, self.messages, self.preferences, self.grid_model
        )
        self.project, self.marks = self.controllers.project, self.controllers.marks
        self.query, self.browsing = self.controllers.query, self.controllers.browsing
        self.preparation, self.backups = self.controllers.preparation, self.controllers.backups
        self.thumbnails = ThumbnailCache(self.runner)
        self.window_actions = Actions(self)
        self.doorbell = Doorbell(self, self.runner)
        self.recent = RecentArchives(self, self.runner, self.preferences)
        self._closed = False
        self._make_places()
        self._join()
        self.completion = Completion(self)
        self.remembering.restore_window()
        self._docks_placed = opening is not None
        if opening is None:
            self.completion.finish()
            self.show_welcome()
        else:
            # What is found comes when the window runs, and has all that the pictures need.
            self.project.take(opening)
            self.remembering.restore_docks()
            self.grid.setFocus()
            self.completion.follow()

    def _make_places(self) -> None:
        self.setWindowIcon(program_icon())
        # Nothing moves before the window is complete; see `Motion.wait`.
        self.setAnimated(False)
        self.setDockNestingEnabled(True)
        room = self.screen().availableSize()
        self.resize(min(1280, room.width() - _FRAME), min(800, room.height() - _FRAME))
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
        self.pages = QStackedWidget()
        self.pages.addWidget(self.browser)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages)
        self.message_bar = MessageBar(self.messages, middle)
        self.setCentralWidget(middle)
        area = Qt.DockWidgetArea
        self.docks = [
            Dock("groupings", self.tr("Groupings"), area.LeftDockWidgetArea),
            Dock("query", self.tr("Query"), area.RightDockWidgetArea),
            Dock("training", self.tr("Training"), area.BottomDockWidgetArea),
        ]
        place_docks(self, self.docks)
        self.status_bar = StatusBar(self.runner)
        self.setStatusBar(self.status_bar)
        self.by_metadata = ByMetadata(self.workspace)
        self.menus = Menus(
            self,
            self.window_actions,
            self.preferences,
            self.recent,
            list(self.docks),
            PastQueries(self.query),
            self.by_metadata,
        )
        self.places = Places(self, middle, self.grid, list(self.docks), self.message_bar)
        self.remembering = Remembering(
            self, list(self.docks), self.places, self.browsing, self.preferences
        )

    def _join(self) -> None:
        self.project.scan_finished.connect(self.scan_finished)
        self.marks.marks_changed.connect(self.marks_changed)
        self.query.finished.connect(self.query_finished)
        # What was said before is about something else.
        self.workspace.opened.connect(self.message_bar.forget)
        self.message_bar.covered.connect(self.grid.set_covered)
        Announcer(self.browser, self.browsing, self.query, self.marks, self.runner)
        self.doorbell.rung.connect(self.bring_to_front)
        self.menus.join_settings(self.settings)
        self.settings.result_count_changed.connect(self.query.set_count)
        Motion.instance().changed.connect(self._take_motion)
        self.preparation.changed.connect(self._show_model)
        self.grid.sight_changed.connect(self.preparation.see)
        self._join_workspace()

    def _join_workspace(self) -> None:
        self.workspace.opened.connect(self._archive_opened)
        self.workspace.closed.connect(self._archive_closed)
        self.workspace.images_updated.connect(
            lambda images: self.thumbnails.retry([image.sha256 for image in images])
        )
        self.project.thumbnails_opened.connect(
            lambda store: self.thumbnails.set_source(None if store is None else store.get)
        )
        self.project.thumbnails_read.connect(self.thumbnails.take)
        self.project.scan_started.connect(lambda: self.browser.show_scanning(True))
        self.project.scan_ended.connect(lambda: self.browser.show_scanning(False))

    # What is open

    def _archive_opened(self) -> None:
        project = self.workspace.require_project()
        name = project.archive.name or str(project.archive)
        if project.read_only:
            name = filled(self.tr("{name} (read-only)"), name=name)
        self.setWindowTitle(f"{name} \u2013 archive-gui")
        self.doorbell.hang_up(project.folder)
        self.pages.setCurrentWidget(self.browser)
        self._offer_docks(True)
        if not self._docks_placed:
            self._docks_placed = True
            self.remembering.restore_docks()
        self.remembering.restore_places()
        self.opened.emit()

    def _archive_closed(self) -> None:
        self.looking.leave_full_screen()
        self.doorbell.take_down()
        self.folding.settle()
        self.remembering.note_places()
        self.pages.setCurrentWidget(self.welcome)
        # Letting go of a large archive has taken long enough; the window answers in between.
        QTimer.singleShot(0, self, self._welcome)

    def _welcome(self) -> None:
        # At the program's end nobody may wait for drives that are asleep.
        if self.workspace.project is None and not self.leaving.closing:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Show what can be opened; nothing is open."""
        self._docks_placed = False
        self.setWindowTitle("archive-gui")
        self.welcome.refresh()
        self.pages.setCurrentWidget(self.welcome)
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

    # What is shown

    def _show_model(self) -> None:
        self.status_bar.show_model(
            self.preparation.who_answers() if self.workspace.project is not None else ""
        )

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
        self.completion.finish()
        if self._closed:
            event.accept()
            return
        event.ignore()
        if not self.leaving.closing:
            self.leaving.ask_first(self.close_now)
        if self._closed:
            # Nothing had to be waited for; within this event Qt takes no other request to close.
            event.accept()

    def close_now(self) -> None:
        """Stop what is going on and close; `window_closed` tells when that is done."""
        self.completion.finish()
        if self.leaving.closing:
            return
        self.looking.leave_full_screen()
        self.preferences.result_count = self.query.count
        self.folding.settle()
        self.remembering.keep(with_places=self.workspace.project is not None)
        self.leaving.close(self._end)

    def _end(self) -> None:
        self.runner.close()
        self._closed = True
        self.close()
        self.window_closed.emit()
