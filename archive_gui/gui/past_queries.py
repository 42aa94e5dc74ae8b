"""The menu of past queries, with their pictures."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QMenu

from archive_gui.gui.controllers.history import Visit
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.query_names import query_title

_MOST = 15
# Large enough to recognise a picture.
_PICTURE = 40


class PastQueries(QMenu):
    """Lists the queries of this session, the last one first; the one that is shown has a tick."""

    def __init__(self, query: QueryController) -> None:
        super().__init__(QCoreApplication.translate("PastQueries", "Past &queries"))
        self._query = query
        self._measured = False
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what there is now."""
        self._measure()
        self.clear()
        history = self._query.history
        for visit in reversed(history.visits[-_MOST:]):
            self._add(visit, shown=visit.query is self._query.query)
        if self.isEmpty():
            self.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _measure(self) -> None:
        """Make room for the pictures; what that takes would hold up the start of the window."""
        if not self._measured:
            from PySide6.QtWidgets import QStyle

            from archive_gui.gui.measures import set_measure

            set_measure(self, QStyle.PixelMetric.PM_SmallIconSize, _PICTURE)
            self._measured = True

    def _add(self, visit: Visit, *, shown: bool) -> None:
        action = QAction(query_title(visit.query).replace("&", "&&"), self)
        if visit.thumbnail is not None:
            action.setIcon(QIcon(QPixmap.fromImage(visit.thumbnail)))
        action.setIconVisibleInMenu(True)
        if shown:
            action.setCheckable(True)
            action.setChecked(True)
        action.triggered.connect(lambda: self._query.go_to(visit))
        self.addAction(action)
