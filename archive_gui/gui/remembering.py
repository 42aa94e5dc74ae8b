"""What the window is like the next time: its size, its docks, the order, the place in use."""

import contextlib

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QDockWidget, QMainWindow

from archive_gui.gui.controllers.browsing import BrowsingController, Scope
from archive_gui.gui.grid.arrange import Arrangement, Sort
from archive_gui.gui.places import Places
from archive_gui.gui.preferences import Preferences


class Remembering(QObject):
    """Keeps it in the preferences, and brings it back."""

    def __init__(
        self,
        window: QMainWindow,
        docks: list[QDockWidget],
        places: Places,
        browsing: BrowsingController,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._places = places
        self._browsing = browsing
        self._preferences = preferences
        self._docks_were: QByteArray | None = None
        browsing.arrangement_changed.connect(self._keep_order)

    def restore_window(self) -> None:
        """Bring the window to where it was and to its size."""
        kept = self._preferences.window()
        if kept is not None:
            geometry, self._docks_were = kept
            self._window.restoreGeometry(geometry)

    def restore_docks(self) -> None:
        """Bring the docks to where they were in an archive."""
        if self._docks_were is not None:
            self._window.restoreState(self._docks_were)
        else:
            for dock in self._docks:
                dock.show()

    def restore_places(self) -> None:
        """Bring the order and the keyboard to where they were in an archive."""
        with contextlib.suppress(ValueError):
            order = self._preferences.order
            sort, descending = Sort(order.removeprefix("-")), order.startswith("-")
            self._browsing.arrange(Arrangement(sort=sort, descending=descending))
        self._places.activate(self._preferences.active_place)

    def note_places(self) -> None:
        """Note where the docks are, before they are hidden."""
        self._docks_were = self._window.saveState()

    def keep(self, *, with_places: bool) -> None:
        """Keep all of it for the next start; the docks as they are now, or as they were noted."""
        if with_places:
            self.note_places()
            self._preferences.active_place = self._places.active
        state = self._docks_were or QByteArray()
        self._preferences.save_window(self._window.saveGeometry(), state)

    def _keep_order(self, arrangement: Arrangement) -> None:
        if self._browsing.scope is Scope.ARCHIVE:
            order = arrangement.sort.value
            self._preferences.order = f"-{order}" if arrangement.descending else order
