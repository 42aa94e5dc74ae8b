"""Joins the query to its panel, to marks on its results, and to the comparison of versions."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from archive_gui.catalog.records import ImageRecord
from archive_gui.gui.actions import Actions
from archive_gui.gui.browser import Browser
from archive_gui.gui.compare.view import CompareView
from archive_gui.gui.controllers.comparing import ComparingController
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.controllers.query_marks import QueryMarks
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.messages import Messages
from archive_gui.gui.panels.query import QueryPanel
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.viewer.viewer import Viewer
from archive_gui.gui.workers import JobRunner
from archive_gui.gui.workspace import Workspace


class Searching(QObject):
    """The place of the query and what belongs to it.

    Parts:
        marks: the QueryMarks; comparing: the ComparingController.
        panel: the QueryPanel for the dock; compare_view: the CompareView in the grid's place.
    """

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        marks: MarksController,
        query: QueryController,
        thumbnails: ThumbnailCache,
        actions: Actions,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._messages = messages
        self._from_comparison = False
        self._query = query
        self._actions = actions
        self._preferences = preferences
        self.marks = QueryMarks(workspace, marks, query, messages)
        self.comparing = ComparingController(workspace, runner, messages, query)
        self.panel = QueryPanel(workspace, query, self.marks, actions, preferences)
        self.compare_view = CompareView(self.comparing, query, thumbnails)
        actions.compare.setEnabled(False)
        self.comparing.models_changed.connect(
            lambda: actions.compare.setEnabled(self.comparing.possible)
        )

    def join(
        self, browser: Browser, viewer: Viewer, pages: QStackedWidget, project: ProjectController
    ) -> None:
        """Show results in the browser, and comparisons as a page in its place."""
        self._browser, self._viewer = browser, viewer
        self._pages, self._project = pages, project
        pages.addWidget(self.compare_view)
        self.panel.result_chosen.connect(browser.grid.go_to)
        self.panel.zone.dropped.connect(lambda: browser.grid.setFocus())
        self.marks.marked.connect(self._move_on)
        self._query.finished.connect(self._go_to_results)
        self._query.finished.connect(self._tell_scanning)
        self._query.started.connect(self._leave_comparison)
        self._query.cleared.connect(self._leave_comparison)
        self._actions.compare.triggered.connect(self._compare)
        self.compare_view.closed.connect(self._leave_comparison)
        self.compare_view.look_wanted.connect(self._look)
        viewer.closed.connect(self._viewer_closed)

    def _compare(self) -> None:
        if self._viewer.record is not None:
            self._viewer.close_viewer()
        self._pages.setCurrentWidget(self.compare_view)
        self.comparing.start()

    def _leave_comparison(self) -> None:
        self._from_comparison = False
        if self._pages.currentWidget() is self.compare_view:
            self.comparing.stop()
            self._pages.setCurrentWidget(self._browser)
            self._browser.grid.setFocus()

    def _look(self, image: ImageRecord) -> None:
        # The viewer covers the browser.
        self._pages.setCurrentWidget(self._browser)
        self._from_comparison = True
        self._viewer.look_at(image)

    def _viewer_closed(self) -> None:
        if self._from_comparison:
            self._from_comparison = False
            self._pages.setCurrentWidget(self.compare_view)
            self.compare_view.table.setFocus()

    def _move_on(self) -> None:
        if not self._preferences.move_on:
            return
        if self._viewer.record is not None:
            self._viewer.moved.emit(1)
        else:
            self._browser.move_on()

    def _go_to_results(self) -> None:
        # Who has asked in the zone, by a file or a part, goes on with what was found.
        grid, zone = self._browser.grid, self.panel.zone
        if grid.isVisible() and self.panel.window().focusWidget() is zone:
            grid.setFocus()

    def _tell_scanning(self) -> None:
        if self._project.scanning:
            self._messages.info(
                self.tr(
                    "The archive is still being scanned; what is found later comes in when the "
                    "scan is over."
                )
            )
