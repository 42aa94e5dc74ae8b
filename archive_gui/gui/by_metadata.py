"""The menu of what groupings can be made by: the columns of the metadata."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from archive_gui.gui.controllers.imports import ImportController
from archive_gui.gui.translation import counted
from archive_gui.gui.workspace import Workspace


class ByMetadata(QMenu):
    """Lists the columns, each with how many groupings it would make."""

    def __init__(self, workspace: Workspace, imports: ImportController) -> None:
        super().__init__(QCoreApplication.translate("ByMetadata", "From meta&data"))
        self._workspace = workspace
        self._imports = imports
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
            action.setEnabled(column.shared > 0)
            action.triggered.connect(partial(self._choose, column.name))
        if self.isEmpty():
            self.addAction(self.tr("Import metadata first")).setEnabled(False)

    def _choose(self, name: str, checked: bool = False) -> None:
        del checked
        self._imports.group_by(name)
