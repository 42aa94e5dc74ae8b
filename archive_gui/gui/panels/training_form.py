"""What a person chooses before a training: how deep, and in a place of its own the rest."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import wear_icon
from archive_gui.gui.keys import offered
from archive_gui.gui.translation import filled
from archive_gui.learning.settings import (
    Depth,
    Distance,
    Loss,
    MarginSchedule,
    Miner,
    TrainingSettings,
)

_CELL_WIDTH, _BETWEEN_CELLS = 232, 20


def _choices(names: dict[StrEnum, str]) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    return box


def depth_name(depth: str) -> str:
    """What a model of this depth is called."""
    names: dict[str, str] = {
        Depth.HEAD: QCoreApplication.translate("Depth", "Quick"),
        Depth.TOP: QCoreApplication.translate("Depth", "Thorough"),
        Depth.FULL: QCoreApplication.translate("Depth", "Whole network"),
    }
    return names.get(depth, depth)


def model_name(model: int) -> str:
    """What a version is called in tables; 0 is the untrained one."""
    if not model:
        return QCoreApplication.translate("Model", "Untrained")
    return filled(QCoreApplication.translate("Model", "Model {n}"), n=model)


class DepthBox(QComboBox):
    """How far a training goes, in words."""

    def __init__(self) -> None:
        super().__init__()
        names: dict[Depth, str] = {
            Depth.HEAD: self.tr("Quick only"),
            Depth.TOP: self.tr("Quick, then thorough"),
            Depth.FULL: self.tr("Quick, then whole network"),
        }
        tips = {
            Depth.HEAD: self.tr("A quick model, on top of the network as it is"),
            Depth.TOP: self.tr(
                "First a quick model, to search with at once; then a thorough one, far better"
            ),
            Depth.FULL: self.tr(
                "First a quick model, to search with at once; then one with every layer tuned. "
                "Slow; for many marks"
            ),
        }
        for place, (depth, name) in enumerate(names.items()):
            self.addItem(name, depth)
            self.setItemData(place, tips[depth], Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(Depth.TOP))
        self.setAccessibleName(self.tr("How thoroughly to train"))
        self.currentIndexChanged.connect(lambda: self.setToolTip(tips[self.chosen]))
        self.setToolTip(tips[self.chosen])

    @property
    def chosen(self) -> Depth:
        """What is chosen."""
        return Depth(self.currentData())


class SettingsForm(QWidget):
    """The other settings of a training, each with its meaning; Escape leaves them.

    Signals:
        changed(): a setting is another one.
        left(): the settings are as wanted.
    """

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.epochs = QSpinBox(minimum=0, maximum=500)
        self.epochs.setSpecialValueText(self.tr("Automatic"))
        self.margin = QDoubleSpinBox(minimum=0.01, maximum=2.0, singleStep=0.05, decimals=2)
        self.miner = _choices(
            {
                Miner.RANDOM: self.tr("Random"),
                Miner.SEMI_HARD: self.tr("Semi-hard"),
                Miner.HARD: self.tr("Hard"),
            }
        )
        self.loss = _choices(
            {
                Loss.TRIPLET: self.tr("Triplet"),
                Loss.SOFT_MARGIN: self.tr("Soft margin"),
                Loss.CONTRASTIVE: self.tr("Contrastive"),
            }
        )
        self.distance = _choices(
            {
                Distance.EUCLIDEAN: self.tr("Euclidean"),
                Distance.SQUARED: self.tr("Squared"),
                Distance.COSINE: self.tr("Cosine"),
            }
        )
        self.schedule = _choices(
            {
                MarginSchedule.CONSTANT: self.tr("Constant"),
                MarginSchedule.LINEAR: self.tr("Linear"),
                MarginSchedule.COSINE: self.tr("Cosine"),
            }
        )
        self.seed = QSpinBox(maximum=999_999)
        self.implicit = QCheckBox(self.tr("Yes"))
        # The name, what the control shows now, and the control itself.
        self._settings: list[tuple[str, Callable[[], str], QWidget]] = []
        self._names: list[QLabel] = []
        self._meanings: list[QLabel] = []
        self._cells: list[QWidget] = []
        self._columns = 0
        self._usual: list[str] = []
        self.defaults_button = QPushButton(self.tr("Back to defaults"))
        wear_icon(self.defaults_button, "undo")
        self.done_button = QPushButton(self.tr("Done"))
        self.done_button.setToolTip(self.tr("Back to the training  (Esc)"))
        self._make_cells()
        self._lay_out()
        self.set_defaults()
        self._usual = [value() for _, value, _ in self._settings]
        for meaning, usual in zip(self._meanings, self._usual, strict=True):
            meaning.setText(
                filled(self.tr("{meaning} Default: {usual}."), meaning=meaning.text(), usual=usual)
            )
        self._connect()
        self._note_change()

    def _make_cells(self) -> None:
        self._spin(self.tr("Epochs"), self.epochs, self.tr("How often all are gone through."))
        self._spin(
            self.tr("Margin"),
            self.margin,
            self.tr("By how much negatives are to lie farther away."),
        )
        self._choice(self.tr("Margin over time"), self.schedule, self.tr("Whether it grows."))
        self._choice(
            self.tr("Triplets"),
            self.miner,
            self.tr("Which a step learns from: any, those not yet well apart, or the worst."),
        )
        self._choice(self.tr("Loss"), self.loss, self.tr("What training makes small."))
        self._choice(self.tr("Distance"), self.distance, self.tr("How it is measured."))
        self._spin(self.tr("Seed"), self.seed, self.tr("The same one gives the same model."))
        self._cell(
            self.tr("Other groupings are negatives"),
            lambda: self.tr("yes") if self.implicit.isChecked() else self.tr("no"),
            self.implicit,
            self.tr("Without being marked as such."),
        )

    def _spin(self, name: str, box: QSpinBox | QDoubleSpinBox, meaning: str) -> None:
        self._cell(name, box.text, box, meaning)

    def _choice(self, name: str, box: QComboBox, meaning: str) -> None:
        self._cell(name, box.currentText, box, meaning)

    def _cell(self, name: str, value: Callable[[], str], control: QWidget, meaning: str) -> None:
        title, explained = QLabel(name), QLabel(meaning)
        title.setBuddy(control)
        explained.setProperty("role", "muted")
        explained.setWordWrap(True)
        explained.setAlignment(Qt.AlignmentFlag.AlignTop)
        control.setAccessibleName(name)
        control.setAccessibleDescription(meaning)
        control.setToolTip(meaning)
        cell = QWidget()
        grid = QGridLayout(cell)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(title, 0, 0)
        grid.addWidget(control, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(explained, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        self._settings.append((name, value, control))
        self._names.append(title)
        self._meanings.append(explained)
        self._cells.append(cell)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Settings of the training"))
        heading.setProperty("role", "heading")
        top = self._top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(heading, 1)
        top.addWidget(self.defaults_button)
        top.addWidget(self.done_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_BETWEEN_CELLS)
        self._grid.setVerticalSpacing(8)
        layout = self._parts = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self._place_cells(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many settings beside each other as there is room for."""
        super().resizeEvent(event)
        widest = self._widest() + _BETWEEN_CELLS
        self._place_cells(max(1, min(4, self.width() // max(_CELL_WIDTH, widest))))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for one setting beside no other, and for what is above them."""
        edges = self._parts.contentsMargins()
        width = max(self._widest(), self._top.minimumSize().width())
        return QSize(width + edges.left() + edges.right(), self._parts.heightForWidth(self.width()))

    def _widest(self) -> int:
        return max(cell.minimumSizeHint().width() for cell in self._cells)

    def _place_cells(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        self.defaults_button.clicked.connect(self.set_defaults)
        self.done_button.clicked.connect(self.left)
        for _, _, control in self._settings:
            if isinstance(control, QComboBox):
                control.currentIndexChanged.connect(self._note_change)
            elif isinstance(control, QSpinBox | QDoubleSpinBox):
                control.valueChanged.connect(self._note_change)
            elif isinstance(control, QCheckBox):
                control.toggled.connect(self._note_change)

    def set_defaults(self) -> None:
        """Put every setting back to what it is at first."""
        plain = TrainingSettings()
        self.epochs.setValue(plain.epochs or 0)
        self.margin.setValue(plain.margin)
        self.seed.setValue(plain.seed)
        self.implicit.setChecked(plain.implicit_negatives)
        for box, value in (
            (self.miner, plain.miner),
            (self.loss, plain.loss),
            (self.distance, plain.distance),
            (self.schedule, plain.margin_schedule),
        ):
            box.setCurrentIndex(box.findData(value))

    def changes(self) -> list[str]:
        """The settings that are not as they are at first, each with its value, in words."""
        return [
            f"{name} {value()}"
            for (name, value, _), usual in zip(self._settings, self._usual, strict=True)
            if value() != usual
        ]

    def _note_change(self) -> None:
        each = zip(self._settings, self._usual, self._names, strict=True)
        for (name, value, control), usual, title in each:
            other = value() != usual
            font = title.font()
            font.setBold(other)
            title.setFont(font)
            tip = filled(self.tr("Changed; the default is {usual}"), usual=usual)
            title.setToolTip(tip if other else "")
            control.setAccessibleName(f"{name}, {tip}" if other else name)
        self.defaults_button.setEnabled(bool(self.changes()))
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        """Have Escape for this place, before the window takes it."""
        if offered(event, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def settings(self, depth: Depth) -> TrainingSettings:
        """The settings of a training of this depth."""
        return TrainingSettings(
            depth=depth,
            miner=Miner(self.miner.currentData()),
            loss=Loss(self.loss.currentData()),
            distance=Distance(self.distance.currentData()),
            margin=self.margin.value(),
            margin_schedule=MarginSchedule(self.schedule.currentData()),
            epochs=self.epochs.value() or None,
            seed=self.seed.value(),
            implicit_negatives=self.implicit.isChecked(),
        )
