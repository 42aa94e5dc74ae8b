"""The place that opens below the header to choose which images the grid shows."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.grid.arrange import Arrangement, Show
from archive_gui.gui.grid.contents import Contents
from archive_gui.gui.grid.folders import FolderChooser
from archive_gui.gui.grid.words import show_name
from archive_gui.gui.translation import written

_GAP = 4


class FilterPanel(QFrame):
    """Folder, grouping, mark, format and failure; every choice is at work at once.

    Signals:
        wanted(Arrangement): the arrangement shown, with another filter.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPanel")
        self._arrangement = Arrangement()
        self.folders = FolderChooser()
        self.grouping_box = self._box(self.tr("Grouping"))
        self.show_box = self._box(self.tr("Mark"))
        self.show_box.setToolTip(
            self.tr("By the mark in the grouping chosen here, or in the grouping in hand")
        )
        self.format_box = self._box(self.tr("Format"))
        self.failed_box = QCheckBox(self.tr("Only files that could not be read"))
        for show in Show:
            self.show_box.addItem(show_name(show), show)
        heading = QLabel(self.tr("Folder"))
        heading.setProperty("role", "heading")
        form = QFormLayout()
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Grouping"), self.grouping_box)
        form.addRow(self.tr("Mark"), self.show_box)
        form.addRow(self.tr("Format"), self.format_box)
        form.addRow("", self.failed_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.folders, 1)
        layout.addLayout(form)
        self.folders.chosen.connect(self._folder_chosen)
        self.grouping_box.activated.connect(
            lambda: self._want(grouping=self.grouping_box.currentData())
        )
        self.show_box.activated.connect(lambda: self._want(show=Show(self.show_box.currentData())))
        self.format_box.activated.connect(lambda: self._want(format=self.format_box.currentData()))
        self.failed_box.toggled.connect(lambda on: self._want(failed=on))

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        return box

    def offer(self, archive: str, contents: Contents, groupings: Mapping[int, str]) -> None:
        """Offer what the images in `contents` have; `groupings` are names by id."""
        self.folders.offer(archive, contents.folders.counts(), self._arrangement.folder)
        self.grouping_box.clear()
        self.grouping_box.addItem(self.tr("Any or none"), None)
        for grouping, name in sorted(groupings.items(), key=lambda item: item[1].casefold()):
            self.grouping_box.addItem(name, grouping)
        self.format_box.clear()
        self.format_box.addItem(self.tr("Any"), "")
        for name, count in sorted(contents.formats.counts().items()):
            if name and count:
                self.format_box.addItem(f"{name}  ({written(count, ',')})", name)
        self.show_arrangement(self._arrangement)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show the filters of an arrangement."""
        self._arrangement = arrangement
        self.show_box.setCurrentIndex(self.show_box.findData(arrangement.show))
        self.grouping_box.setCurrentIndex(max(0, self.grouping_box.findData(arrangement.grouping)))
        self.format_box.setCurrentIndex(max(0, self.format_box.findData(arrangement.format)))
        with QSignalBlocker(self.failed_box):
            self.failed_box.setChecked(arrangement.failed)

    def open_below(self, button: QWidget) -> None:
        """Open below a button, within the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + _GAP))
        room = button.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.folders.field.setFocus()

    def _folder_chosen(self, folder: str) -> None:
        self._want(folder=folder)

    def _want(self, **changes: object) -> None:
        wanted = replace(self._arrangement, **changes)  # type: ignore[arg-type]
        if wanted != self._arrangement:
            self._arrangement = wanted
            self.wanted.emit(wanted)
