"""The menu of past queries, with their pictures."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle, QStyleOption, QWidget

from archive_gui.gui.controllers.history import Visit
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.query_names import query_title

_MOST = 15
_PICTURE = 40


class _LargeIcons(QProxyStyle):
    """The style of a menu with pictures that can be recognised."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The size of the icons; all else as the style has it."""
        if metric is QStyle.PixelMetric.PM_SmallIconSize:
            return _PICTURE
        return super().pixelMetric(metric, option, widget)


class PastQueries(QMenu):
    """Lists the queries of this session, the last one first; the one that is shown has a tick."""

    def __init__(self, query: QueryController) -> None:
        super().__init__(QCoreApplication.translate("PastQueries", "Past &queries"))
        self._query = query
        # Named, since a style that is set on a widget is not of the kind of the program's.
        self._style = _LargeIcons("fusion")
        self.setStyle(self._style)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what there is now."""
        self.clear()
        history = self._query.history
        for visit in reversed(history.visits[-_MOST:]):
            self._add(visit, shown=visit.query is self._query.query)
        if self.isEmpty():
            self.addAction(self.tr("Nothing yet")).setEnabled(False)

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
