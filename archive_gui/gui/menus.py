"""The menu bar and the tool bar, made of the program's actions."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolBar

from archive_gui.gui.action_sets import on_groupings, on_images
from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.recent import RecentArchives
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.preferences import Appearance, Preferences
from archive_gui.gui.settings import Settings, appearance_names
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled


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
        recent: RecentArchives,
        docks: list[QDockWidget],
        past: QMenu,
        by_metadata: QMenu,
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self.past = past
        self.tool_bar = self._make_tool_bar(window, actions)
        self.recent = QMenu(self.tr("Open &recent"))
        wear_icon(self.recent, "open-folder")
        recent.changed.connect(self._fill_recent)
        self._recent = recent
        bar = window.menuBar()
        self._fill_file(bar.addMenu(self.tr("&File")), actions)
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([actions.undo, actions.redo])
        edit.addSeparator()
        edit.addActions([actions.copy, actions.copy_path])
        edit.addSeparator()
        edit.addActions([actions.select_all, actions.invert_selection, actions.find])
        edit.addSeparator()
        edit.addAction(actions.settings)
        self._fill_view(bar.addMenu(self.tr("&View")), actions, docks)
        images = bar.addMenu(self.tr("&Images"))
        images.addActions(list(on_images(actions)))
        groupings = bar.addMenu(self.tr("&Groupings"))
        groupings.addActions([actions.new_grouping, actions.split, actions.make_anchor])
        groupings.addMenu(by_metadata)
        groupings.addSeparator()
        groupings.addActions([*on_groupings(actions), actions.find_grouping])
        query = bar.addMenu(self.tr("&Query"))
        query.addActions([actions.similar, actions.more_like, actions.less_like])
        query.addSeparator()
        query.addActions([actions.query_file, actions.paste])
        query.addSeparator()
        query.addActions([actions.query_back, actions.query_forward])
        query.addMenu(past)
        query.addSeparator()
        query.addActions([actions.compare, actions.back])
        training = bar.addMenu(self.tr("&Training"))
        training.addActions([actions.train, actions.stop_training])
        help_menu = bar.addMenu(self.tr("&Help"))
        help_menu.addActions([actions.manual, actions.shortcuts])
        help_menu.addSeparator()
        help_menu.addActions([actions.copy_diagnostics, actions.about])
        inside = (action.menu() for action in bar.actions())
        self.menus = [menu for menu in inside if isinstance(menu, QMenu)]
        for menu in self.menus:
            menu.setToolTipsVisible(True)
        self._fill_recent()

    def _fill_file(self, file: QMenu, actions: Actions) -> None:
        file.addActions([actions.open_folder, actions.open_sample])
        file.addMenu(self.recent)
        file.addSeparator()
        file.addAction(actions.rescan)
        file.addSeparator()
        imports, exports = QMenu(self.tr("&Import"), file), QMenu(self.tr("&Export"), file)
        imports.addActions([actions.import_metadata, actions.import_manifest])
        imports.addActions([actions.fetch_manifest, actions.import_groupings])
        exports.addActions([actions.export_groupings, actions.export_triplets])
        exports.addActions([actions.export_results, actions.export_embeddings])
        exports.addActions([actions.export_sidecars])
        for menu in (imports, exports):
            menu.setToolTipsVisible(True)
            file.addMenu(menu)
        wear_icon(exports, "export")
        file.addAction(actions.contact_sheet)
        file.addSeparator()
        file.addAction(actions.restore_backup)
        file.addSeparator()
        file.addActions([actions.close_archive, actions.quit])

    def _fill_view(self, view: QMenu, actions: Actions, docks: list[QDockWidget]) -> None:
        view.addActions([actions.zoom_in, actions.zoom_out])
        view.addSeparator()
        places = view.addMenu(self.tr("&Places"))
        places.addActions([dock.toggleViewAction() for dock in docks])
        places.addSeparator()
        places.addActions([actions.next_place, actions.previous_place])
        view.addAction(self.tool_bar.toggleViewAction())
        view.addAction(actions.jobs)
        view.addSeparator()
        view.addMenu(self._make_appearance())
        view.addAction(actions.full_screen)

    def _make_appearance(self) -> QMenu:
        menu = QMenu(self.tr("&Appearance"))
        wear_icon(menu, "settings")
        self.appearances = QActionGroup(menu)
        for appearance, text in appearance_names().items():
            action = self.appearances.addAction(text)
            action.setCheckable(True)
            action.setData(appearance)
            action.setChecked(appearance is self._preferences.appearance)
            menu.addAction(action)
        self._appearance_menu = menu
        return menu

    def _make_tool_bar(self, window: QMainWindow, actions: Actions) -> QToolBar:
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        groups: list[list[QAction]] = [
            [actions.undo, actions.redo],
            [actions.query_back, actions.query_forward],
            [actions.anchor, actions.positive, actions.negative, actions.unmark],
            [actions.look, actions.similar],
            [actions.train],
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

    def join_settings(self, settings: Settings) -> None:
        """Have the appearances in the menu and in the settings be the same."""

        def show(appearance: Appearance) -> None:
            for action in self.appearances.actions():
                action.setChecked(action.data() is appearance)

        self.appearances.triggered.connect(lambda action: settings.choose_appearance(action.data()))
        settings.appearance_changed.connect(show)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for entry in self._recent.entries:
            name = entry.path.name or str(entry.path)
            if not entry.present:
                name = filled(self.tr("{name} (not found)"), name=name)
            action = self.recent.addAction(name.replace("&", "&&"))
            action.setToolTip(plain_tip(str(entry.path)))
            action.triggered.connect(partial(self._choose, entry.path))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)
            return
        self.recent.addSeparator()
        if any(not entry.present for entry in self._recent.entries):
            gone = self.recent.addAction(self.tr("Remove those &not found"))
            gone.triggered.connect(lambda: self._recent.remove_missing())
        self.recent.addAction(self.tr("&Clear this list")).triggered.connect(
            lambda: self._recent.clear()
        )

    def _choose(self, path: Path, checked: bool = False) -> None:
        del checked
        self.recent_chosen.emit(path)
