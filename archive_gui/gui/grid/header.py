"""The strip above the grid: what it shows, the filter, the order, the size."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.actions import Actions
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.grid.arrange import Arrangement, Show, Sort
from archive_gui.gui.grid.view import LARGEST, SMALLEST
from archive_gui.gui.icons import wear_icon


class FilterField(QLineEdit):
    """A field for words; Escape empties it.

    Signals:
        left(): Return or a second Escape: the keyboard goes back to the grid.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, where it would leave the query."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty or leave the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GridHeader(QFrame):
    """Tells what is shown and lets a person choose what, in which order and how large.

    Signals:
        arrangement_wanted(Arrangement): filter or order were changed here.
        side_wanted(int): thumbnails are wanted in another size.
    """

    arrangement_wanted = Signal(object)
    side_wanted = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gridHeader")
        self._arrangement = Arrangement()
        self._back = QToolButton()
        self._back.setDefaultAction(actions.back)
        self._back.setIconSize(QSize(18, 18))
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        # As high as the way back, so that the grid does not move when that comes and goes.
        self._title.setMinimumHeight(28)
        self._details = QLabel()
        self._details.setProperty("role", "muted")
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Filter by name"))
        self.filter.setAccessibleName(self.tr("Filter by name"))
        self.filter.setClearButtonEnabled(True)
        # A folder that is dropped here is for the window to open.
        self.filter.setAcceptDrops(False)
        self.filter.setMinimumWidth(90)
        self.show_box = QComboBox()
        self.show_box.setAccessibleName(self.tr("Which images"))
        self.show_box.setToolTip(self.tr("Which images: by their mark in the grouping in hand"))
        self.sort_box = QComboBox()
        self.sort_box.setAccessibleName(self.tr("Order"))
        self.sort_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sort_box.setToolTip(self.tr("In which order"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setSingleStep(8)
        self.slider.setMinimumWidth(60)
        self.slider.setMaximumWidth(130)
        self.slider.setAccessibleName(self.tr("Size of the images"))
        self.slider.setToolTip(self.tr("Size of the images  (Ctrl and wheel)"))
        self._fill_boxes()
        self._lay_out()
        self._typing = QTimer(self, interval=120, singleShot=True)
        self._typing.timeout.connect(self._text_changed)
        self.filter.textChanged.connect(lambda: self._typing.start())
        self.show_box.activated.connect(self._show_chosen)
        self.sort_box.activated.connect(self._sort_chosen)
        self.slider.valueChanged.connect(self.side_wanted)

    def _fill_boxes(self) -> None:
        names = {
            Show.ALL: self.tr("All images"),
            Show.MARKED: self.tr("Marked"),
            Show.ANCHOR: self.tr("Anchor"),
            Show.POSITIVE: self.tr("Positive"),
            Show.NEGATIVE: self.tr("Negative"),
            Show.UNMARKED: self.tr("Not marked"),
            Show.FAILED: self.tr("Failed"),
        }
        for show, text in names.items():
            self.show_box.addItem(text, show)
        orders = {
            Sort.NAME: self.tr("By name"),
            Sort.DATE: self.tr("By date"),
            Sort.SIZE: self.tr("By size"),
            Sort.MARK: self.tr("By mark"),
        }
        for sort, text in orders.items():
            self.sort_box.addItem(text, sort)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self._back)
        above.addWidget(self._title, 1)
        above.addWidget(self._details)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.filter, 1)
        below.addWidget(self.show_box)
        below.addWidget(self.sort_box)
        for name, step in (("zoom-out", -16), ("zoom-in", 16)):
            button = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(16, 16))
            wear_icon(button, name, "muted")
            words = self.tr("Smaller images") if step < 0 else self.tr("Larger images")
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(
                lambda _=False, by=step: self.slider.setValue(self.slider.value() + by)
            )
            below.addWidget(button)
            if step < 0:
                below.addWidget(self.slider)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(5)
        layout.addLayout(above)
        layout.addLayout(below)

    def set_title(self, title: str, details: str, *, with_back: bool) -> None:
        """Tell what the grid shows, and how much of it."""
        self._title.setText(title)
        self._details.setText(details)
        self._back.setVisible(with_back)

    def set_side(self, side: int) -> None:
        """Show the size that the grid has taken."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(side)

    def set_with_distance(self, with_distance: bool) -> None:
        """Offer the order by distance, or take it back."""
        place = self.sort_box.findData(Sort.DISTANCE)
        if with_distance and place < 0:
            self.sort_box.addItem(self.tr("By distance"), Sort.DISTANCE)
        elif not with_distance and place >= 0:
            self.sort_box.removeItem(place)
        self.show_arrangement(self._arrangement)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show a filter and an order that were chosen elsewhere."""
        self._arrangement = arrangement
        if self.filter.text() != arrangement.text:
            self.filter.setText(arrangement.text)
        self.show_box.setCurrentIndex(self.show_box.findData(arrangement.show))
        self.sort_box.setCurrentIndex(self.sort_box.findData(arrangement.sort))

    def _want(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.arrangement_wanted.emit(arrangement)

    def _text_changed(self) -> None:
        self._want(replace(self._arrangement, text=self.filter.text()))

    def _show_chosen(self) -> None:
        self._want(replace(self._arrangement, show=Show(self.show_box.currentData())))

    def _sort_chosen(self) -> None:
        self._want(replace(self._arrangement, sort=Sort(self.sort_box.currentData())))
