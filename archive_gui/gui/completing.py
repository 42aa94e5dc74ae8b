"""What the window does without for its first pictures, made after them or when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.controllers.browsing import Scope
from archive_gui.gui.motion import Motion
from archive_gui.gui.translation import filled

if TYPE_CHECKING:
    from archive_gui.gui.main_window import MainWindow

# Where an archive takes long to open, the places around the grid do not wait for it.
_PATIENCE = 400
_WISHES = {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.DragEnter,
    QEvent.Type.Close,
}


class Completion(QObject):
    """Fills the docks of a window, and joins what is in them and its actions to the controllers.

    It goes piece by piece, between which the window answers; a key or a click has all of it done
    before it is heard.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pieces: Iterator[None] = self._made()
        self._then: list[Callable[[], None]] = []
        self.done = False
        self._touched = False
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._next.start)
        Motion.instance().wait()
        window.project.make_ready = self.before
        window.thumbnails.rested.connect(window.project.settle)

    def follow(self) -> None:
        """Begin when the first pictures are there, or when somebody touches the window."""
        window = self._window
        for action in window.menus.tool_bar.actions():
            action.setEnabled(False)
        window.create()
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)
        self._patience.start(_PATIENCE)
        window.runner.idle.connect(self._look_whether_open)

    def before(self, act: Callable[[], None]) -> None:
        """Complete the window piece by piece, then do this."""
        self.when_done(act)
        if not self.done:
            self._next.start()

    def when_done(self, act: Callable[[], None]) -> None:
        """Do this as soon as the window is complete, which it is at its leisure."""
        if self.done:
            act()
        else:
            self._then.append(act)

    def finish(self) -> None:
        """Make all that is missing now."""
        for _ in self._pieces:
            pass
        self._end()

    def _go_on(self) -> None:
        if next(self._pieces, self) is self:
            self._end()

    def _end(self) -> None:
        self._patience.stop()
        self._next.stop()
        if not self.done:
            # A piece could not be made, which is told; nobody may count on the rest.
            return
        waiting, self._then = self._then, []
        for act in waiting:
            act()

    def _look_whether_open(self) -> None:
        """Say what else can be opened where the first archive could not be."""
        self._window.runner.idle.disconnect(self._look_whether_open)
        if self._window.workspace.project is None:
            self.before(self._window.show_welcome)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have everything there before somebody's keys and clicks come to the window."""
        if not self.done and event.type() in _WISHES:
            self._touched = True
            self.finish()
        return super().eventFilter(watched, event)

    # The pieces: each takes less time than the window may be silent

    def _made(self) -> Iterator[None]:
        self._make_controllers()
        yield
        yield from self._make_groupings()
        yield from self._make_searching()
        yield from self._make_training()
        yield from self._make_commands()
        yield from self._make_welcome()
        self._join_actions()
        self._join_places()
        Motion.instance().go_on()
        self.done = True

    def _make_controllers(self) -> None:
        window, controllers = self._window, self._window.controllers
        controllers.complete()
        window.training, window.versions = controllers.training, controllers.versions
        window.files, window.imports = controllers.files, controllers.imports
        window.fetching, window.exports = controllers.fetching, controllers.exports
        window.sheets, window.teaching = controllers.sheets, controllers.teaching
        window.training.finished.connect(window.training_finished)
        window.training.started.connect(window.message_bar.forget)
        window.training.model_used.connect(window.model_used)
        window.exports.exported.connect(window.exported)
        window.grid.drag_begun.connect(window.files.lend_picture)
        window.by_metadata.chosen.connect(window.imports.group_by)

    def _make_groupings(self) -> Iterator[None]:
        from archive_gui.gui.panels.groupings import GroupingsPanel

        yield
        window = self._window
        window.groupings_panel = GroupingsPanel(
            window.workspace,
            window.marks,
            window.teaching,
            window.thumbnails,
            window.window_actions,
            window.preferences,
        )
        window.docks[0].fill(window.groupings_panel)
        yield

    def _make_searching(self) -> Iterator[None]:
        from archive_gui.gui.searching import Searching

        yield
        window = self._window
        window.searching = Searching(
            window.workspace,
            window.runner,
            window.messages,
            window.marks,
            window.query,
            window.thumbnails,
            window.window_actions,
            window.preferences,
        )
        window.query_panel = window.searching.panel
        window.docks[1].fill(window.query_panel)
        yield

    def _make_training(self) -> Iterator[None]:
        from archive_gui.gui.panels.training import TrainingPanel

        yield
        from archive_gui.gui.folding import Folding
        from archive_gui.gui.panels.result import Result
        from archive_gui.gui.panels.train_page import TrainPage
        from archive_gui.gui.panels.versions import Versions

        window = self._window
        page = TrainPage(window.runner)
        yield
        result, versions = Result(window.thumbnails), Versions(window.workspace)
        yield
        window.training_panel = TrainingPanel(
            window.workspace,
            window.training,
            window.versions,
            window.preparation,
            page,
            result,
            versions,
        )
        dock = window.docks[2]
        yield
        dock.fill(window.training_panel)
        window.folding = Folding(
            window, dock, window.training_panel, window.training, window.query, window.workspace
        )
        if window.preferences.window() is None:
            window.resizeDocks([dock], [dock.sizeHint().height()], Qt.Orientation.Vertical)
        yield

    def _make_commands(self) -> Iterator[None]:
        from archive_gui.gui.looking import Looking
        from archive_gui.gui.overflow import dress_overflow
        from archive_gui.gui.viewer.viewer import Viewer

        yield
        window = self._window
        dress_overflow(window.menus.tool_bar)
        window.viewer = Viewer(window.workspace, window.runner, window.thumbnails, window.browser)
        window.looking = Looking(
            window,
            window.viewer,
            window.browser,
            window.workspace,
            window.query,
            window.window_actions,
        )
        yield
        from archive_gui.gui.commands import Commands

        yield
        window.commands = Commands(
            window,
            window.window_actions,
            window.workspace,
            window.looking.targets,
            window.preferences,
        )
        window.looking.join(window.commands)

    def _make_welcome(self) -> Iterator[None]:
        from archive_gui.gui.assistance import Assistance
        from archive_gui.gui.leaving import Leaving
        from archive_gui.gui.welcome import WelcomePage

        yield
        window = self._window
        window.assistance = Assistance(
            window,
            window.window_actions,
            window.menus,
            window.settings,
            window.runner,
            window.messages,
            window.backups,
        )
        window.leaving = Leaving(
            window,
            window.project,
            window.training,
            window.preferences,
            window.messages,
            window.message_bar,
        )
        window.welcome = WelcomePage(window.window_actions, window.recent)
        window.pages.addWidget(window.welcome)
        yield

    def _join_actions(self) -> None:
        window = self._window
        actions, commands = window.window_actions, window.commands
        commands.join_project(window.project)
        commands.join_marks(window.marks, window.searching.marks)
        commands.join_query(window.query)
        wanted = window.training_panel.versions.export_wanted
        commands.join_exports(window.exports, window.sheets, wanted)
        commands.join_imports(window.imports)
        commands.join_fetching(window.fetching)
        commands.join_files(window.files)
        commands.join_training(window.training, window.training_panel.start)
        actions.quit.triggered.connect(window.close)
        window.assistance.restart_wanted.connect(
            lambda: window.leaving.start_anew(window.workspace.project, window.close_now)
        )
        actions.jobs.triggered.connect(window.status_bar.show_jobs)
        actions.next_place.triggered.connect(lambda: window.places.go(1))
        actions.previous_place.triggered.connect(lambda: window.places.go(-1))
        actions.full_screen.toggled.connect(window.looking.fill_screen)
        limits = window.query_panel.limits
        window.settings.result_count_changed.connect(limits.show_count)
        limits.count_wanted.connect(window.settings.note_result_count)
        window.menus.recent_chosen.connect(window.project.open)
        window.welcome.recent_chosen.connect(window.project.open)

    def _join_places(self) -> None:
        from archive_gui.gui.dropping import WindowDrops

        window, looking = self._window, self._window.looking
        window.places.put_in_front([window.viewer, window.searching.compare_view.table])
        window.searching.join(window.browser, window.viewer, window.pages, window.project)
        window.training.models_listed.connect(window.searching.comparing.take_models)
        drops = WindowDrops(window, window.grid, window.runner, window.project, window.query)
        drops.hovered.connect(window.welcome.show_drop)
        window.training_panel.query_wanted.connect(self._find_like)
        window.viewer.part_chosen.connect(window.query.by_part)
        window.query.started.connect(looking.leave)
        window.workspace.closed.connect(looking.leave)
        window.project.closing.connect(window.groupings_panel.note.keep)
        window.browser.selection_changed.connect(self._selection_changed)
        window.groupings_panel.members_wanted.connect(self._show_members)
        window.message_bar.emptied.connect(self._take_keyboard)
        # Who has touched the window already works where the keyboard was seen to be.
        untouched = window.focusWidget() is window.grid and not self._touched
        if window.workspace.project is not None and untouched:
            window.places.activate(window.preferences.active_place)

    # What the parts tell each other

    def _selection_changed(self, images: list[ImageRecord]) -> None:
        window = self._window
        window.commands.refresh()
        if len(images) == 1:
            window.status_bar.show_selection(window.grid_model.describe(images[0], "  \u00b7  "))
        elif images:
            window.status_bar.show_selection(filled(self.tr("{n:,} selected"), n=len(images)))
        else:
            window.status_bar.show_selection("")

    def _show_members(self) -> None:
        # Among results the grouping is only taken in hand, so that marks go on where they are.
        if self._window.browsing.scope is not Scope.RESULTS:
            self._window.browsing.show_active_grouping()

    def _find_like(self, image: int) -> None:
        """Find what is like an image of the archive that a place other than the grid shows."""
        record = self._window.workspace.images.get(image)
        if record is not None:
            self._window.query.by_image(record)

    def _take_keyboard(self) -> None:
        window = self._window
        opened = window.workspace.project is not None
        (window.grid if opened else window.welcome.open_button).setFocus()
