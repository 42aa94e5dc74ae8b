"""The windows that help: manual, keys, settings, about; each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.backups import BackupsController
from archive_gui.gui.diagnostics import Diagnostics
from archive_gui.gui.menus import Menus
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.settings import Settings
from archive_gui.gui.workers import JobRunner

if TYPE_CHECKING:
    from archive_gui.gui.about import AboutWindow
    from archive_gui.gui.backups_window import BackupsWindow
    from archive_gui.gui.manual import ManualWindow
    from archive_gui.gui.settings_window import SettingsWindow
    from archive_gui.gui.shortcut_sheet import ShortcutSheet

W = TypeVar("W", bound=QWidget)


class Assistance(QObject):
    """Opens them beside the main window; none keeps anybody from working there.

    Signals:
        restart_wanted(): somebody wants the program to start anew.
    """

    restart_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        menus: Menus,
        settings: Settings,
        runner: JobRunner,
        messages: Messages,
        backups: BackupsController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._menus = menus
        self._settings = settings
        self._messages = messages
        self.diagnostics = Diagnostics(self, runner, messages)
        self.manual: ManualWindow | None = None
        self.sheet: ShortcutSheet | None = None
        self.settings_window: SettingsWindow | None = None
        self.about: AboutWindow | None = None
        self.backups: BackupsWindow | None = None
        self._backups = backups
        actions.manual.triggered.connect(self.show_manual)
        actions.shortcuts.triggered.connect(self.show_keys)
        actions.settings.triggered.connect(self.show_settings)
        actions.about.triggered.connect(self.show_about)
        actions.restore_backup.triggered.connect(self.show_backups)
        backups.wanted.connect(self.show_backups)
        backups.changed.connect(self._refresh_backups)
        self._refresh_backups()
        actions.copy_diagnostics.triggered.connect(self.diagnostics.copy)

    def tell_of_last_crash(self) -> None:
        """Say that the program did not end by itself, and what can be done about it."""
        self._messages.error(
            self.tr(
                "archive-gui ended unexpectedly the last time. Your marks and models are safe. "
                "What it left for whoever helps is part of the diagnostics."
            ),
            Choice(self.tr("Copy diagnostics"), self.diagnostics.copy),
        )

    def show_manual(self) -> None:
        """Open the manual."""
        from archive_gui.gui.manual import ManualWindow

        self.manual = self._shown(self.manual, lambda: ManualWindow(self._window))

    def show_keys(self) -> None:
        """Open the sheet of all keys."""
        from archive_gui.gui.shortcut_sheet import ShortcutSheet, keys_of_menus, keys_of_places

        groups = [*keys_of_menus(self._menus.menus), *keys_of_places()]
        self.sheet = self._shown(self.sheet, lambda: ShortcutSheet(groups, self._window))
        self.sheet.filter.setFocus()
        self.sheet.filter.selectAll()

    def show_settings(self) -> None:
        """Open the settings."""
        self.settings_window = self._shown(self.settings_window, self._make_settings)
        self.settings_window.show_result_count(self._settings.preferences.result_count)

    def show_about(self) -> None:
        """Open what there is to know of the program itself."""
        from archive_gui.gui.about import AboutWindow

        self.about = self._shown(self.about, lambda: AboutWindow(self._actions, self._window))

    def _make_settings(self) -> SettingsWindow:
        from archive_gui.gui.settings_window import SettingsWindow

        made = SettingsWindow(self._settings, self._window)
        made.restart_wanted.connect(self.restart_wanted)
        return made

    def show_backups(self) -> None:
        """Open the list of backups to go back to."""
        self.backups = self._shown(self.backups, self._make_backups)
        self._backups.look()

    def _make_backups(self) -> BackupsWindow:
        from archive_gui.gui.backups_window import BackupsWindow

        window = BackupsWindow(self._window)
        self._backups.listed.connect(window.show_backups)
        window.chosen.connect(self._backups.restore)
        return window

    def _refresh_backups(self) -> None:
        self._actions.restore_backup.setEnabled(self._backups.path is not None)
        if self.backups is not None:
            # What it lists is of another archive than the one whose catalog would be replaced.
            self.backups.close()
            self.backups.show_backups([])

    def _shown(self, window: W | None, make: Callable[[], W]) -> W:
        made = make() if window is None else window
        made.show()
        made.raise_()
        made.activateWindow()
        return made
