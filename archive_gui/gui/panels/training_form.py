"""What a person chooses before a training: how deep, and behind Settings the rest."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from archive_gui.learning.settings import (
    Depth,
    Distance,
    Loss,
    MarginSchedule,
    Miner,
    TrainingSettings,
)


def _choices(box: QComboBox, names: dict[StrEnum, str], chosen: StrEnum) -> QComboBox:
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def depth_name(depth: str) -> str:
    """What a model of this depth is called."""
    names: dict[str, str] = {
        Depth.HEAD: QCoreApplication.translate("Depth", "Quick"),
        Depth.TOP: QCoreApplication.translate("Depth", "Thorough"),
        Depth.FULL: QCoreApplication.translate("Depth", "Whole network"),
    }
    return names.get(depth, depth)


class DepthBox(QComboBox):
    """How far a training goes, in words."""

    def __init__(self) -> None:
        super().__init__()
        names: dict[StrEnum, str] = {
            Depth.HEAD: self.tr("Quick only"),
            Depth.TOP: self.tr("Quick, then thorough"),
            Depth.FULL: self.tr("Quick, then whole network"),
        }
        _choices(self, names, Depth.TOP)
        self.setAccessibleName(self.tr("How thoroughly to train"))
        self.explanations = {
            Depth.HEAD: self.tr("A quick model in seconds, on top of the network as it is."),
            Depth.TOP: self.tr(
                "First a quick model in seconds, to search with at once; then a thorough one, far "
                "better, in about a minute."
            ),
            Depth.FULL: self.tr(
                "First a quick model in seconds, to search with at once; then one with every "
                "layer tuned. Slow; for many marks."
            ),
        }

    @property
    def chosen(self) -> Depth:
        """What is chosen."""
        return Depth(self.currentData())


class SettingsForm(QWidget):
    """The other settings of a training, each with its meaning as a tool tip.

    Signals:
        left(): the settings are as wanted.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        plain = TrainingSettings()
        self.epochs = QSpinBox(minimum=0, maximum=500)
        self.epochs.setSpecialValueText(self.tr("Automatic"))
        self.margin = QDoubleSpinBox(minimum=0.01, maximum=2.0, singleStep=0.05, decimals=2)
        self.margin.setValue(plain.margin)
        self.miner = _choices(
            QComboBox(),
            {
                Miner.RANDOM: self.tr("Random"),
                Miner.SEMI_HARD: self.tr("Semi-hard"),
                Miner.HARD: self.tr("Hard"),
            },
            plain.miner,
        )
        self.loss = _choices(
            QComboBox(),
            {
                Loss.TRIPLET: self.tr("Triplet"),
                Loss.SOFT_MARGIN: self.tr("Soft margin"),
                Loss.CONTRASTIVE: self.tr("Contrastive"),
            },
            plain.loss,
        )
        self.distance = _choices(
            QComboBox(),
            {
                Distance.EUCLIDEAN: self.tr("Euclidean"),
                Distance.SQUARED: self.tr("Squared"),
                Distance.COSINE: self.tr("Cosine"),
            },
            plain.distance,
        )
        self.schedule = _choices(
            QComboBox(),
            {
                MarginSchedule.CONSTANT: self.tr("Constant"),
                MarginSchedule.LINEAR: self.tr("Linear"),
                MarginSchedule.COSINE: self.tr("Cosine"),
            },
            plain.margin_schedule,
        )
        self.seed = QSpinBox(maximum=999_999)
        self.implicit = QCheckBox(self.tr("Other groupings are negatives"))
        self.implicit.setChecked(plain.implicit_negatives)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(12, 8, 12, 8)
        form.setVerticalSpacing(4)
        rows: list[tuple[str, QWidget, str]] = [
            (self.tr("Epochs"), self.epochs, self.tr("How often all triplets are gone through")),
            (
                self.tr("Margin"),
                self.margin,
                self.tr("How much farther than a positive a negative must lie"),
            ),
            (self.tr("Margin over time"), self.schedule, self.tr("How the margin grows")),
            (self.tr("Miner"), self.miner, self.tr("Which triplets a step learns from")),
            (self.tr("Loss"), self.loss, self.tr("What training makes small")),
            (self.tr("Distance"), self.distance, self.tr("How far apart two embeddings are")),
            (self.tr("Seed"), self.seed, self.tr("Same seed, same marks: same model")),
        ]
        for name, widget, tip in rows:
            widget.setToolTip(tip)
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        self.implicit.setToolTip(
            self.tr("Members of other groupings count as unlike, without being marked")
        )
        form.addRow(self.implicit)
        done = QPushButton(self.tr("Done"))
        done.clicked.connect(self.left)
        form.addRow(done)

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
