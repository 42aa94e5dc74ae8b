"""Live curves of a training: the loss, and the figures on held-out marks."""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from archive_gui.gui.panels.training_form import depth_name
from archive_gui.gui.theme import ThemeManager, theme
from archive_gui.learning.metrics import EpochReport

# Where a curve is interrupted.
_GAP = math.nan


class Curves(QWidget):
    """Two plots side by side: loss by epoch, and mAP@R and recall@1 by epoch.

    The stages of a training follow each other, each in as much room however many its epochs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stages: list[EpochReport] = []
        self._reports = 0
        self._loss: list[tuple[float, float]] = []
        self._held_out: list[tuple[float, float, float]] = []
        self._borders: list[pg.InfiniteLine] = []
        pg.setConfigOptions(antialias=True)
        self._loss_title, self._held_title = self._label(), self._label()
        self._loss_plot = self._plot(self.tr("Loss by epoch"))
        self._held_plot = self._plot(self.tr("Figures on held-out marks by epoch"))
        self._held_plot.setYRange(0, 1)
        self._loss_plot.setLimits(yMin=0)
        self._loss_curve = self._loss_plot.plot(symbol="o", symbolSize=4)
        self._map_curve = self._held_plot.plot(symbol="o", symbolSize=5)
        self._recall_curve = self._held_plot.plot(symbol="t", symbolSize=6)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 8, 0, 6)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._loss_title, 0, 0)
        layout.addWidget(self._held_title, 0, 1)
        layout.addWidget(self._loss_plot, 1, 0)
        layout.addWidget(self._held_plot, 1, 1)
        layout.setRowStretch(1, 1)
        ThemeManager.instance().changed.connect(self._dress)
        self._dress()

    @property
    def epochs(self) -> int:
        """How many epochs are drawn."""
        return self._reports

    def clear(self) -> None:
        """Begin anew."""
        self._stages, self._loss, self._held_out, self._reports = [], [], [], 0
        for line in self._borders:
            line.getViewBox().removeItem(line)
        self._borders = []
        self._draw()

    def add(self, report: EpochReport) -> None:
        """Draw one more epoch."""
        if not self._stages or self._stages[-1].stage != report.stage:
            self._begin(report)
        self._reports += 1
        at = len(self._stages) - 1 + report.epoch / report.epochs
        self._loss.append((at, report.loss))
        if report.held_out is not None:
            figures = report.held_out
            self._held_out.append((at, figures.map_at_r, figures.recall_at_1))
        self._draw()

    def _begin(self, report: EpochReport) -> None:
        """Make room for another stage, behind a line with its name."""
        start = len(self._stages)
        self._stages.append(report)
        if start:
            self._loss.append((start, _GAP))
            self._held_out.append((start, _GAP, _GAP))
        ticks = [
            (number + part, str(round(part * stage.epochs)))
            for number, stage in enumerate(self._stages)
            for part in (0.5, 1.0)
        ]
        for plot in (self._loss_plot, self._held_plot):
            plot.setXRange(0, len(self._stages), padding=0.02)
            plot.getAxis("bottom").setTicks([[(0.0, "0"), *ticks]])
            line = pg.InfiniteLine(start, label=depth_name(report.stage))
            plot.addItem(line)
            self._borders.append(line)
        self._dress()

    def _draw(self) -> None:
        self._loss_curve.setData(*self._columns(self._loss, 2), connect="finite")
        at, ranked, nearest = self._columns(self._held_out, 3)
        self._map_curve.setData(at, ranked, connect="finite")
        self._recall_curve.setData(at, nearest, connect="finite")

    @staticmethod
    def _columns(rows: Sequence[tuple[float, ...]], count: int) -> list[list[float]]:
        return [[row[column] for row in rows] for column in range(count)]

    def _plot(self, title: str) -> pg.PlotWidget:
        plot = pg.PlotWidget()
        plot.setAccessibleName(title)
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setFrameShape(plot.Shape.NoFrame)
        # A graphics view asks for far more room than the place at the bottom has.
        plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        plot.setMinimumSize(120, 80)
        return plot

    @staticmethod
    def _label() -> QLabel:
        label = QLabel()
        label.setProperty("role", "muted")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return label

    def _legend(self) -> str:
        """The title of the second plot, with shape and colour of each curve."""
        words = self.tr("Held out")
        parts = (
            ("positive", "\u25bc", self.tr("recall@1")),
            ("accent", "\u25cf", self.tr("mAP@R")),
        )
        return f"{words}: &nbsp;" + " &nbsp;".join(
            f"<span style='color:{theme()[colour].name()}'>{shape} {name}</span>"
            for colour, shape, name in parts
        )

    def _dress(self) -> None:
        colours = theme()
        for plot in (self._loss_plot, self._held_plot):
            plot.setBackground(colours["window"])
            plot.showGrid(y=True, alpha=0.15)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(colours["border"])
                axis.setTextPen(colours["muted"])
        for line in self._borders:
            line.setPen(pg.mkPen(colours["border"], width=1))
            line.label.setColor(colours["muted"])
            line.label.setPosition(0.92)
            line.label.setAnchor((0, 0.5))
        self._loss_title.setText(self.tr("Loss by epoch"))
        self._held_title.setText(self._legend())
        self._held_title.setToolTip(
            self.tr("Measured on marks that the training does not see; higher is better")
        )
        curves = (
            (self._loss_curve, "accent"),
            (self._map_curve, "accent"),
            (self._recall_curve, "positive"),
        )
        for curve, colour in curves:
            curve.setPen(pg.mkPen(colours[colour], width=2))
            curve.setSymbolBrush(colours[colour])
            curve.setSymbolPen(None)
