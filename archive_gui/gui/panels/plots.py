"""The curves of a training, drawn by pyqtgraph: the loss, and the figures on held-out marks."""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.panels.training_form import depth_name
from archive_gui.gui.speech import announce
from archive_gui.gui.theme import ThemeManager, theme
from archive_gui.gui.translation import as_written, filled
from archive_gui.learning.metrics import EpochReport

# Narrower than this, only the figures on held-out marks are drawn.
_WIDE = 360
# Where a curve is interrupted.
_GAP = math.nan
# Room above the highest value for the names of the stages, and below zero for half a symbol.
_ABOVE, _BELOW, _NAMES_AT = 0.25, 0.04, 0.91
_SHARES = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
_VISIBLE = 0.005


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with its numbers as the language writes them."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """The numbers beside the axis."""
        return [as_written(text) for text in super().tickStrings(values, scale, spacing)]


class Plots(QWidget):
    """Two plots side by side: loss by epoch, and mAP@R and recall@1 by epoch.

    The stages of a training follow each other, each in as much room however many its epochs.
    The values of the epoch under the pointer, or of the last one, are told above; the left and
    right keys go from epoch to epoch.
    """

    def __init__(self) -> None:
        super().__init__()
        self._reports: list[EpochReport] = []
        self._places: list[float] = []
        self._borders: list[pg.InfiniteLine] = []
        self._stages: list[EpochReport] = []
        # The epoch that is pointed at, None for the last one.
        self._told: int | None = None
        # The library's limit of events a second drops the last one, where the pointer is.
        pg.setConfigOptions(antialias=True, mouseRateLimit=0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Curves of the training"))
        self._loss_title, self._held_title = self._label(), self._label()
        self.readout = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.loss_plot = self._plot(self.tr("Loss"), self.tr("Loss by epoch"))
        self.held_plot = self._plot(
            self.tr("Share right"), self.tr("Figures on held-out marks by epoch")
        )
        for plot in self._plots():
            _set_height(plot, 1.0)
        shares = [(share, as_written(text)) for share, text in _SHARES]
        self.held_plot.getAxis("left").setTicks([shares])
        self._loss_curve = self.loss_plot.plot(symbol="o", symbolSize=4)
        self._map_curve = self.held_plot.plot(symbol="o", symbolSize=5)
        self._recall_curve = self.held_plot.plot(symbol="t", symbolSize=6)
        self._pointers = [pg.InfiniteLine(0.0) for _ in range(2)]
        for plot, pointer in zip(self._plots(), self._pointers, strict=True):
            plot.addItem(pointer, ignoreBounds=True)
        self._grid = layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.setContentsMargins(4, 8, 12, 4)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.readout, 0, 0, 1, 2)
        layout.addWidget(self._loss_title, 1, 0)
        layout.addWidget(self._held_title, 1, 1)
        layout.addWidget(self.loss_plot, 2, 0)
        layout.addWidget(self.held_plot, 2, 1)
        layout.setRowStretch(2, 1)
        ThemeManager.instance().changed.connect(self._dress)
        self._dress()

    def show_reports(self, reports: Sequence[EpochReport]) -> None:
        """Show these epochs, those of one stage after those of another."""
        self._reports = list(reports)
        self._told = None
        stages = [
            report
            for place, report in enumerate(self._reports)
            if not place or self._reports[place - 1].stage != report.stage
        ]
        if [stage.stage for stage in stages] != [stage.stage for stage in self._stages]:
            self._set_stages(stages)
        loss: list[tuple[float, float]] = []
        held_out: list[tuple[float, float, float]] = []
        self._places, stage = [], -1
        for place, report in enumerate(self._reports):
            if not place or self._reports[place - 1].stage != report.stage:
                stage += 1
                # A curve of nothing but gaps would have no bounds.
                loss += [(stage, _GAP)] if loss else []
                held_out += [(stage, _GAP, _GAP)] if held_out else []
            at = stage + report.epoch / report.epochs
            self._places.append(at)
            loss.append((at, report.loss))
            if (figures := report.held_out) is not None:
                held_out.append((at, figures.map_at_r, figures.recall_at_1))
        self._loss_curve.setData(*_columns(loss, 2), connect="finite")
        losses = [report.loss for report in self._reports if math.isfinite(report.loss)]
        _set_height(self.loss_plot, max(losses, default=0.0) or 1.0)
        at_each, ranked, nearest = _columns(held_out, 3)
        self._map_curve.setData(at_each, ranked, connect="finite")
        self._recall_curve.setData(at_each, nearest, connect="finite")
        self._tell()

    def in_words(self, place: int) -> str:
        """What an epoch reported, in words."""
        report = self._reports[place]
        parts = [
            filled(
                self.tr("{stage}, epoch {n} of {all}"),
                stage=depth_name(report.stage),
                n=report.epoch,
                all=report.epochs,
            ),
            filled(self.tr("loss {loss:.3f}"), loss=report.loss),
        ]
        # Between measurements the last one before it holds.
        measured = (
            each.held_out
            for each in reversed(self._reports[: place + 1])
            if each.held_out is not None and each.stage == report.stage
        )
        if (figures := next(measured, None)) is not None:
            parts.append(
                filled(
                    self.tr("recall@1 {recall:.2f}, mAP@R {ranked:.2f}"),
                    recall=figures.recall_at_1,
                    ranked=figures.map_at_r,
                )
            )
        return "  \u00b7  ".join(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to what tells more where there is too little for both."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        for part in (self._loss_title, self.loss_plot):
            part.setVisible(wide)
        self._grid.setColumnStretch(0, 1 if wide else 0)
        self._held_title.setText(self._legend())

    def trend(self) -> str:
        """Where the curves have gone since the first epoch of the stage that is shown last."""
        last = self._reports[-1]
        stage = [report for report in self._reports if report.stage == last.stage]
        measured = [report.held_out for report in stage if report.held_out is not None]
        courses = [(self.tr("Loss"), stage[0].loss, last.loss)]
        if measured:
            first, now = measured[0], measured[-1]
            courses += [
                (self.tr("First right"), first.recall_at_1, now.recall_at_1),
                (self.tr("Order"), first.map_at_r, now.map_at_r),
            ]
        return " ".join(
            filled(self._course(end - start), name=name, start=start, end=end)
            for name, start, end in courses
        )

    def _course(self, change: float) -> str:
        # What differs by less is written as the same number.
        if abs(change) < _VISIBLE:
            return self.tr("{name}: as at first, {end:.2f}.")
        if change > 0:
            return self.tr("{name}: up from {start:.2f} to {end:.2f}.")
        return self.tr("{name}: down from {start:.2f} to {end:.2f}.")

    def event(self, event: QEvent) -> bool:
        """Draw as boldly on another screen."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._dress()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the last epoch again when the pointer has left a plot."""
        if event.type() is QEvent.Type.Leave:
            self._told = None
            self._tell()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from epoch to epoch."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._reports:
            super().keyPressEvent(event)
            return
        last = len(self._reports) - 1
        at = (last if self._told is None else self._told) + step
        self._told = max(0, min(last, at))
        self._tell()
        announce(self, self.in_words(self._told))

    def _hovered(self, plot: pg.PlotWidget, point: QPointF) -> None:
        if self._reports:
            at = plot.getViewBox().mapSceneToView(point).x()
            self._told = min(
                range(len(self._places)), key=lambda each: abs(self._places[each] - at)
            )
            self._tell()

    def _tell(self) -> None:
        for pointer in self._pointers:
            pointer.setVisible(self._told is not None)
        if not self._reports:
            self.readout.setText("")
            self.setAccessibleDescription("")
            return
        place = len(self._reports) - 1 if self._told is None else self._told
        for pointer in self._pointers:
            pointer.setValue(self._places[place])
        words = self.in_words(place)
        self.readout.setText(words)
        self.setAccessibleDescription(f"{self.trend()} {words}")

    def _set_stages(self, stages: list[EpochReport]) -> None:
        """Make room for each stage, behind a line with its name."""
        for line in self._borders:
            line.getViewBox().removeItem(line)
        self._stages, self._borders = stages, []
        ticks = [
            (number + part, str(round(part * stage.epochs)))
            for number, stage in enumerate(stages)
            for part in (0.5, 1.0)
        ]
        for plot in self._plots():
            plot.setXRange(0, max(1, len(stages)), padding=0.02)
            plot.getAxis("bottom").setTicks([[(0.0, "0"), *ticks]])
            for number, stage in enumerate(stages):
                beside = {"anchors": [(0, 0.5), (0, 0.5)], "position": _NAMES_AT}
                line = pg.InfiniteLine(number, label=depth_name(stage.stage), labelOpts=beside)
                plot.addItem(line)
                self._borders.append(line)
        self._dress()

    def _plots(self) -> tuple[pg.PlotWidget, pg.PlotWidget]:
        return self.loss_plot, self.held_plot

    def _plot(self, axis: str, title: str) -> pg.PlotWidget:
        axes = {side: _Axis(side) for side in ("left", "bottom")}
        # The menu of its view box, which nobody opens, takes as long to make as all the rest.
        plot = pg.PlotWidget(axisItems=axes, enableMenu=False)
        plot.setAccessibleName(title)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setFrameShape(plot.Shape.NoFrame)
        # Thousandths would be shown as "x0.001" beside whole numbers.
        plot.getAxis("left").enableAutoSIPrefix(False)
        plot.setLabel("left", axis)
        plot.setLabel("bottom", self.tr("Epoch"))
        # A graphics view asks for far more room than the place at the bottom has.
        plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        plot.setMinimumSize(60, 80)
        plot.scene().sigMouseMoved.connect(lambda point: self._hovered(plot, point))
        plot.installEventFilter(self)
        return plot

    @staticmethod
    def _label() -> QLabel:
        label = QLabel()
        label.setProperty("role", "muted")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        return label

    def _legend(self) -> str:
        """The title of the second plot, with shape and colour of each curve."""
        words = self.tr("Held out")
        parts = (
            ("positive", "\u2505\u25bc\u2505", self.tr("first right")),
            ("accent", "\u2501\u25cf\u2501", self.tr("order")),
        )
        plain = "  ".join([f"{words}:", *(f"{shape} {name}" for _, shape, name in parts)])
        room = self.width() // 2 if self.width() >= _WIDE else self.width()
        # The axis says that they are shares; what each curve is has to be read.
        words = f"{words}: &nbsp;" if self.fontMetrics().horizontalAdvance(plain) < room else ""
        return words + " &nbsp;".join(
            f"<span style='color:{theme()[colour].name()}'>{shape} {name}</span>"
            for colour, shape, name in parts
        )

    def _dress(self) -> None:
        # The library draws its lines in pixels of the screen, however fine these are.
        colours, fine = theme(), self.devicePixelRatioF()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        for plot in self._plots():
            plot.setBackground(colours["window"])
            plot.showGrid(y=True, alpha=0.15)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(colours["border"])
                axis.setTextPen(colours["muted"])
                axis.setStyle(tickFont=font)
                axis.label.setFont(font)
                axis.label.setDefaultTextColor(colours["muted"])
        for line in self._borders:
            line.setPen(pg.mkPen(colours["control"], width=fine, style=Qt.PenStyle.DashLine))
            line.label.setColor(colours["muted"])
        for pointer in self._pointers:
            pointer.setPen(pg.mkPen(colours["text"], width=fine))
        self._loss_title.setText(self.tr("Loss: what training makes small"))
        self._held_title.setText(self._legend())
        self._held_title.setToolTip(
            self.tr(
                "Measured on marks that the training does not see; higher is better. First right: "
                "share of images whose first neighbour is right (recall@1). Order: how far the "
                "neighbours are in the right order (mAP@R)"
            )
        )
        line = Qt.PenStyle
        curves = (
            (self._loss_curve, "accent", line.SolidLine),
            (self._map_curve, "accent", line.SolidLine),
            (self._recall_curve, "positive", line.DashLine),
        )
        for curve, colour, style in curves:
            curve.setPen(pg.mkPen(colours[colour], width=2 * fine, style=style))
            curve.setSymbolBrush(colours[colour])
            curve.setSymbolPen(None)


def _set_height(plot: pg.PlotWidget, highest: float) -> None:
    """Have a plot reach from zero to `highest`, with room above it for the names of the stages."""
    plot.setYRange(-_BELOW * highest, (1 + _ABOVE) * highest, padding=0)


def _columns(rows: Sequence[tuple[float, ...]], count: int) -> list[list[float]]:
    return [[row[column] for row in rows] for column in range(count)]
