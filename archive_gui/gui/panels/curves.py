"""Live curves of a training; the library that draws them is loaded when the first one is due."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.learning.metrics import EpochReport

if TYPE_CHECKING:
    from archive_gui.gui.panels.plots import Plots

_PLOTS = "archive_gui.gui.panels.plots"


class Curves(QWidget):
    """Keeps what each epoch reported, and shows it as soon as there is something to draw with."""

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._runner = runner
        self._reports: list[EpochReport] = []
        self._loading = False
        self.plots: Plots | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def epochs(self) -> int:
        """How many epochs there are to draw."""
        return len(self._reports)

    def begin(self) -> None:
        """Begin anew, for a training that starts."""
        self.clear()
        if self.plots is None and not self._loading:
            self._loading = True
            # It takes half a second, in which the window is to answer. Nothing of Qt is made.
            self._runner.start(
                Lane.VIEWING,
                lambda _: importlib.import_module(_PLOTS),
                lambda _: self._loaded(),
                failed=lambda _: self._loaded(),
                cancelled=self._loaded,
            )

    def clear(self) -> None:
        """Show nothing."""
        self._reports = []
        if self.plots is not None:
            self.plots.show_reports([])

    def add(self, report: EpochReport) -> None:
        """Draw one more epoch."""
        self._reports.append(report)
        if self.plots is not None:
            self.plots.show_reports(self._reports)

    def _loaded(self) -> None:
        from archive_gui.gui.panels.plots import Plots

        self._loading = False
        self.plots = Plots()
        self._layout.addWidget(self.plots)
        self.plots.show_reports(self._reports)
