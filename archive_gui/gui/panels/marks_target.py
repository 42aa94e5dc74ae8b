"""Where marks on results go, and whether the selection moves on after them."""

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from archive_gui.gui.controllers.query_marks import QueryMarks
from archive_gui.gui.icons import icon
from archive_gui.gui.long_names import ElidedComboBox
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.theme import ThemeManager
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.gui.workspace import Workspace


class MarksTarget(QWidget):
    """Says which grouping the marks on results go to, and lets a person choose another one."""

    def __init__(self, workspace: Workspace, marks: QueryMarks, preferences: Preferences) -> None:
        super().__init__()
        self._workspace = workspace
        self._marks = marks
        self.box = ElidedComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setIconSize(QSize(16, 16))
        self.box.setAccessibleName(self.tr("Marks go to"))
        label = QLabel(self.tr("Marks go to:"))
        label.setBuddy(self.box)
        self.move_on = QCheckBox(self.tr("Go to the next after a mark"))
        self.move_on.setToolTip(
            self.tr("After P, N or U the selection moves on to the next result")
        )
        self.move_on.setChecked(preferences.move_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addWidget(self.box)
        layout.addWidget(self.move_on)
        self.move_on.toggled.connect(lambda on: setattr(preferences, "move_on", on))
        self.box.activated.connect(lambda: marks.choose(self.box.currentData()))
        marks.target_changed.connect(self._refresh)
        ThemeManager.instance().changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        anchor = self._marks.new_anchor()
        new = self.tr("A new grouping, with the first right one as its anchor")
        if anchor is not None:
            new = filled(self.tr("A new grouping of {name}"), name=anchor)
        active = self._workspace.active
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(icon("make-anchor"), new, None)
            for grouping in self._workspace.groupings.values():
                self.box.addItem(icon("groupings"), grouping.name, grouping.id)
            place = -1 if active is None else self.box.findData(active.id)
            self.box.setCurrentIndex(max(0, place))
        tip = filled(self.tr("P and N mark results in: {name}"), name=self.box.currentText())
        self.box.setToolTip(plain_tip(tip))
