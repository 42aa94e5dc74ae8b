"""The menu bar and the tool bar, made of the program's actions."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolBar

from archive_gui.gui.actions import Actions
from archive_gui.gui.preferences import Preferences


class Menus(QObject):
    """Fills the menu bar and the tool bar of a window.

    Signals:
        recent_chosen(Path): somebody wants to open this folder again.
    """

    recent_chosen = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        preferences: Preferences,
        docks: list[QDockWidget],
        past: QMenu,
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self.past = past
        bar = window.menuBar()
        self.recent = QMenu(self.tr("Open &recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        file = bar.addMenu(self.tr("&File"))
        file.addActions([actions.open_folder, actions.open_sample])
        file.addMenu(self.recent)
        file.addSeparator()
        file.addAction(actions.rescan)
        file.addSeparator()
        file.addActions([actions.export_triplets, actions.export_results])
        file.addActions([actions.export_embeddings, actions.contact_sheet])
        file.addSeparator()
        file.addActions([actions.close_archive, actions.quit])
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([actions.undo, actions.redo])
        edit.addSeparator()
        edit.addActions([actions.copy, actions.copy_path])
        edit.addSeparator()
        edit.addActions([actions.select_all, actions.invert_selection, actions.find])
        image = bar.addMenu(self.tr("&Image"))
        image.addActions(list(actions.on_images()))
        grouping = bar.addMenu(self.tr("&Grouping"))
        grouping.addActions([actions.new_grouping, actions.split, actions.make_anchor])
        grouping.addSeparator()
        grouping.addActions([*actions.on_groupings(), actions.find_grouping])
        search = bar.addMenu(self.tr("&Search"))
        search.addActions([actions.paste, actions.query_file])
        search.addSeparator()
        search.addActions([actions.query_back, actions.query_forward])
        search.addMenu(past)
        search.addSeparator()
        search.addActions([actions.compare, actions.back])
        model = bar.addMenu(self.tr("&Model"))
        model.addActions([actions.train, actions.stop_training])
        view = bar.addMenu(self.tr("&View"))
        view.addActions([actions.zoom_in, actions.zoom_out])
        view.addSeparator()
        view.addActions([dock.toggleViewAction() for dock in docks])
        help_menu = bar.addMenu(self.tr("&Help"))
        help_menu.addActions([actions.manual, actions.about])
        self.tool_bar = self._make_tool_bar(window, actions)

    def _make_tool_bar(self, window: QMainWindow, actions: Actions) -> QToolBar:
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        groups: list[list[QAction]] = [
            [actions.open_folder],
            [actions.undo, actions.redo],
            [actions.query_back, actions.query_forward],
            [actions.anchor, actions.positive, actions.negative, actions.unmark],
            [actions.look, actions.similar],
            [actions.train, actions.export_triplets],
        ]
        for place, group in enumerate(groups):
            if place:
                bar.addSeparator()
            bar.addActions(group)
        # What everybody knows by its picture needs no words.
        for action in (
            *(actions.undo, actions.redo),
            *(actions.query_back, actions.query_forward),
        ):
            button = bar.widgetForAction(action)
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly)
        window.addToolBar(bar)
        return bar

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self._preferences.recent:
            self._add_recent(path)
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _add_recent(self, path: Path) -> None:
        action = self.recent.addAction(path.name or str(path))
        action.setToolTip(str(path))
        action.triggered.connect(lambda: self.recent_chosen.emit(path))
