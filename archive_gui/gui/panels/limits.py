"""How many neighbours are shown, and how near they must be."""

from bisect import bisect_left

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from archive_gui.gui.translation import written

# About as much more from each step to the next.
COUNTS = (
    *(5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400),
    *(500, 600, 800, 1000, 1200, 1500, 2000, 2500, 3000, 4000, 5000),
)
_FINE = 400


class Limits(QWidget):
    """Two sliders, for the number and for the distance.

    Signals:
        count_wanted(int): so many neighbours are wanted.
        nearest_wanted(float | None): none farther than this is wanted, None for any distance.
    """

    count_wanted = Signal(int)
    nearest_wanted = Signal(object)

    def __init__(self, count: int) -> None:
        super().__init__()
        self._farthest = 1.0
        self.count_slider = self._slider(self.tr("How many neighbours"), len(COUNTS) - 1)
        self.nearest_slider = self._slider(
            self.tr("No neighbour farther than this distance"), _FINE
        )
        self._count, self._nearest = QLabel(), QLabel()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(3)
        for row, (title, slider, value) in enumerate(
            (
                (self.tr("Neighbours"), self.count_slider, self._count),
                (self.tr("No farther than"), self.nearest_slider, self._nearest),
            )
        ):
            label = QLabel(title)
            label.setBuddy(slider)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(label, 2 * row, 0)
            layout.addWidget(value, 2 * row, 1)
            layout.addWidget(slider, 2 * row + 1, 0, 1, 2)
        # A slider that is drawn tells more values than a grid need show.
        self._settle = QTimer(self, interval=30, singleShot=True)
        self._settle.timeout.connect(lambda: self.count_wanted.emit(self._chosen_count()))
        self.count_slider.valueChanged.connect(self._count_moved)
        self.nearest_slider.valueChanged.connect(self._nearest_moved)
        self.show_count(count)
        self.show_nearest(None, 1.0)

    def _slider(self, name: str, last: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, last)
        slider.setPageStep(max(1, last // 10))
        slider.setAccessibleName(name)
        slider.setToolTip(name)
        return slider

    def show_count(self, count: int) -> None:
        """Show how many neighbours are wanted."""
        with QSignalBlocker(self.count_slider):
            self.count_slider.setValue(min(bisect_left(COUNTS, count), len(COUNTS) - 1))
        self._tell_count(count)

    def show_nearest(self, nearest: float | None, farthest: float) -> None:
        """Show the distance wanted, on a slider that goes to the `farthest` neighbour."""
        self._farthest = farthest
        share = 1.0 if nearest is None else min(1.0, nearest / farthest)
        with QSignalBlocker(self.nearest_slider):
            self.nearest_slider.setValue(round(share * _FINE))
        words = self.tr("any") if nearest is None else written(nearest, ".3f")
        self._nearest.setText(words)
        self.nearest_slider.setAccessibleDescription(words)

    def show_nearest_limit(self, shown: bool) -> None:
        """Offer the distance only where there is something to be near to."""
        for widget in (self.nearest_slider, self._nearest):
            widget.setEnabled(shown)

    def _chosen_count(self) -> int:
        return COUNTS[self.count_slider.value()]

    def _tell_count(self, count: int) -> None:
        self._count.setText(written(count, ","))
        self.count_slider.setAccessibleDescription(written(count, ","))

    def _count_moved(self) -> None:
        self._tell_count(self._chosen_count())
        if not self._settle.isActive():
            self._settle.start()

    def _nearest_moved(self, place: int) -> None:
        self.nearest_wanted.emit(None if place == _FINE else place / _FINE * self._farthest)
