"""The menu of what groupings can be made by: the columns of the metadata."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu

from archive_gui.gui.translation import counted
from archive_gui.gui.workspace import Workspace


class ByMetadata(QMenu):
    """Lists the columns, each with how many groupings it would make.

    Signals:
        chosen(str): groupings are to be made by the column of this name.
    """

    chosen = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(QCoreApplication.translate("ByMetadata", "From meta&data"))
        self._workspace = workspace
        workspace.images_replaced.connect(self._fill)
        workspace.closed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        """List what there is now."""
        self.clear()
        for column in self._workspace.columns:
            one = self.tr("{name}  ({n:,} grouping)")
            many = self.tr("{name}  ({n:,} groupings)")
            name = column.name.replace("&", "&&")
            action = self.addAction(counted(column.shared, one, many, name=name))
            action.setEnabled(column.shared > 0 and self._workspace.can_mark)
            action.triggered.connect(partial(self._choose, column.name))
        if self.isEmpty():
            self.addAction(self.tr("Import metadata first")).setEnabled(False)

    def _choose(self, name: str, checked: bool = False) -> None:
        del checked
        self.chosen.emit(name)
