"""The place of the query: its picture, how many neighbours, how far away they are."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.query import Query, QueryController
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.distances import DistanceChart
from archive_gui.gui.panels.drop_zone import DropZone
from archive_gui.gui.pictures import Picture
from archive_gui.operations.querying import QueryReport

_FEWEST, _MOST = 5, 200


class QueryPanel(QWidget):
    """Takes a query by drop, paste or click, and tells what was found.

    Signals:
        result_chosen(int): somebody wants to see the result with this image id in the grid.
    """

    result_chosen = Signal(int)

    def __init__(self, controller: QueryController, actions: Actions, count: int) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._controller = controller
        self._report: QueryReport | None = None
        self.zone = DropZone()
        self.zone.dropped.connect(controller.by_drop)
        self.zone.clicked.connect(actions.query_file.trigger)
        self._name = ElidedLabel()
        self._name.setProperty("role", "heading")
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._facts.setWordWrap(True)
        self.paste_button = QPushButton(self.tr("Paste"))
        wear_icon(self.paste_button, "paste")
        self.paste_button.setToolTip(actions.paste.toolTip())
        self.paste_button.clicked.connect(actions.paste.trigger)
        self.back_button = QPushButton(self.tr("Back"))
        wear_icon(self.back_button, "back")
        self.back_button.setToolTip(actions.back.toolTip())
        self.back_button.clicked.connect(actions.back.trigger)
        self.count_slider = QSlider(Qt.Orientation.Horizontal)
        self.count_slider.setRange(_FEWEST, _MOST)
        self.count_slider.setValue(count)
        self.count_slider.setAccessibleName(self.tr("How many neighbours"))
        self._count = QLabel(str(count))
        self._hint = QLabel(
            self.tr(
                "Or select an image in the grid and press Return. Neighbours appear in the grid, "
                "the nearest first; mark them with P and N, and train."
            )
        )
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.chart = DistanceChart()
        self._chart_title = QLabel(self.tr("Distance by rank"))
        self._chart_title.setProperty("role", "muted")
        self._lay_out()
        self._connect(controller)
        self._cleared()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to leave the grid its room."""
        return QSize(200, 160)

    def _lay_out(self) -> None:
        count = QGridLayout()
        count.setHorizontalSpacing(8)
        title = QLabel(self.tr("Neighbours"))
        title.setBuddy(self.count_slider)
        count.addWidget(title, 0, 0)
        count.addWidget(self.count_slider, 0, 1)
        count.addWidget(self._count, 0, 2)
        self._count.setMinimumWidth(28)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.paste_button)
        buttons.addWidget(self.back_button, 1)
        content = QWidget()
        content.setObjectName("panel")
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.zone, 2)
        layout.addLayout(buttons)
        layout.addWidget(self._name)
        layout.addWidget(self._facts)
        layout.addWidget(self._hint)
        layout.addLayout(count)
        layout.addWidget(self._chart_title)
        layout.addWidget(self.chart)
        layout.addStretch(1)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _connect(self, controller: QueryController) -> None:
        controller.started.connect(self._started)
        controller.previewed.connect(self._previewed)
        controller.finished.connect(self._finished)
        controller.ended.connect(self._ended)
        controller.cleared.connect(self._cleared)
        self._settle = QTimer(self, interval=250, singleShot=True)
        self._settle.timeout.connect(lambda: controller.set_count(self.count_slider.value()))
        self.count_slider.valueChanged.connect(lambda count: self._count.setText(str(count)))
        self.count_slider.valueChanged.connect(lambda: self._settle.start())
        self.chart.chosen.connect(self._bar_chosen)

    def _started(self, query: Query) -> None:
        self.zone.show_picture(QImage())
        self._name.setText(query.name)
        self._facts.setText(self.tr("Searching…"))
        self._show_found(False)
        self._name.show()
        self._facts.show()
        self._hint.hide()

    def _previewed(self, picture: Picture) -> None:
        self.zone.show_picture(picture.image)

    def _finished(self, report: QueryReport) -> None:
        self._report = report
        distances = [result.distance for result in report.results]
        self.chart.show_distances(distances)
        took = report.embed_ms + report.search_ms
        self._facts.setText(
            self.tr("{count} neighbours by {model}, found in {time} ms").format(
                count=len(distances),
                model=self.tr("model {n}").format(n=report.model)
                if report.model
                else self.tr("the untrained model"),
                time=f"{took:.0f}" if took >= 10 else f"{took:.1f}",
            )
        )
        self._show_found(bool(distances))

    def _ended(self) -> None:
        if self._controller.report is None:
            self._facts.setText(self.tr("The search ended without a result."))

    def _cleared(self) -> None:
        self._report = None
        self.zone.show_picture(QImage())
        self._name.hide()
        self._facts.hide()
        self._show_found(False)
        self._hint.show()

    def _show_found(self, found: bool) -> None:
        self.chart.setVisible(found)
        self._chart_title.setVisible(found)
        self.back_button.setVisible(found)

    def _bar_chosen(self, place: int) -> None:
        if self._report is not None and place < len(self._report.results):
            self.result_chosen.emit(self._report.results[place].image.id)
