"""How good a model is beside another: the figures before and after, in words and in a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from archive_gui.gui.panels.range_bar import RangeBar
from archive_gui.gui.panels.training_form import model_name
from archive_gui.gui.translation import filled, translated, written
from archive_gui.learning.findings import Finding
from archive_gui.learning.metrics import Metrics

if TYPE_CHECKING:
    from archive_gui.learning.confidence import Comparison
    from archive_gui.operations.judging import VersionComparison
    from archive_gui.operations.training import TrainingReport

# Enough for each name in two lines.
_NAMES_WIDTH = 180


class Figures(QWidget):
    """The verdict in words, what is amiss, and a small table of figures on held-out marks."""

    def __init__(self) -> None:
        super().__init__()
        self._names = {
            "recall@1": self.tr("First neighbour right (recall@1)"),
            "recall@5": self.tr("One of the first 5 right (recall@5)"),
            "recall@10": self.tr("One of the first 10 right (recall@10)"),
            "map@r": self.tr("Neighbours in the right order (mAP@R)"),
            "triplet_accuracy": self.tr("Positive nearer than negative (triplets)"),
        }
        self.sentence = self._text()
        self.findings = self._text()
        self._amiss = QFrame()
        self._amiss.setProperty("message", "warning")
        amiss = QVBoxLayout(self._amiss)
        amiss.setContentsMargins(8, 6, 8, 6)
        amiss.addWidget(self.findings)
        self._cells: dict[str, tuple[QLabel, QLabel, QLabel, RangeBar]] = {}
        self._headings = [self._label("", "muted") for _ in range(4)]
        self._table = QWidget()
        table = QGridLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(8)
        table.setVerticalSpacing(4)
        table.setColumnStretch(0, 1)
        table.setColumnMinimumWidth(0, _NAMES_WIDTH)
        for column, heading in enumerate(self._headings, start=1):
            table.addWidget(heading, 0, column)
        self._headings[3].setAlignment(Qt.AlignmentFlag.AlignCenter)
        for row, (key, name) in enumerate(self._names.items(), start=1):
            named = QLabel(name)
            named.setWordWrap(True)
            table.addWidget(named, row, 0)
            cells = (self._label("", "muted"), self._label("", ""), self._label("", "heading"))
            bar = RangeBar()
            for column, cell in enumerate((*cells, bar), start=1):
                table.addWidget(cell, row, column)
            self._cells[key] = (*cells, bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self._amiss)
        layout.addWidget(self._table)
        layout.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that nothing was trained yet."""
        self.sentence.setText(
            self.tr("After a training you see here how much better the neighbours became.")
        )
        self.show_findings(())
        self._table.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is amiss with the marks or the training, if anything is."""
        self.findings.setText("\n\n".join(translated(finding.sentence) for finding in findings))
        self._amiss.setVisible(bool(findings))

    def show_report(self, report: TrainingReport) -> None:
        """Show what a training brought."""
        neighbours = filled(
            self.tr("{after} of {asked} have a right first neighbour; before, {before}."),
            asked=report.held_out,
            after=round(report.held_out * report.after.recall_at_1),
            before=round(report.held_out * report.before.recall_at_1),
        )
        self.sentence.setText(f"{translated(report.in_words())} {neighbours}")
        self.show_findings(report.findings)
        self._fill(report.before, report.after, report.comparison)
        self._head(self.tr("Before"), self.tr("After"))

    def show_comparison(self, found: VersionComparison) -> None:
        """Show two versions beside each other."""
        before, after = model_name(found.before), model_name(found.after)
        self.sentence.setText(
            filled(
                self.tr("{after} compared with {before}, on the marks as they are now. {verdict}"),
                after=after,
                before=before,
                verdict=translated(found.comparison.in_words()),
            )
        )
        self.show_findings(())
        self._fill(found.figures_before, found.figures_after, found.comparison)
        self._head(before, after)

    def _head(self, before: str, after: str) -> None:
        texts = (before, after, self.tr("Change"), self.tr("Likely range"))
        for heading, text in zip(self._headings, texts, strict=True):
            heading.setText(text)
        self._headings[3].setToolTip(
            self.tr("Where the change lies in 95 of 100 draws of held-out images")
        )

    def _fill(self, before: Metrics, after: Metrics, comparison: Comparison) -> None:
        old, new = before.as_json(), after.as_json()
        ranges = [comparison.change[key] for key in self._cells]
        reach = max(max(abs(each.low), abs(each.high)) for each in ranges)
        for key, (first, second, change, bar) in self._cells.items():
            interval, by = comparison.change[key], new[key] - old[key]
            first.setText(written(old[key], ".2f"))
            second.setText(written(new[key], ".2f"))
            change.setText(_signed(by))
            bar.show_range(
                by,
                interval,
                reach,
                filled(
                    self.tr("{name}: {change}, likely between {low} and {high}"),
                    name=self._names[key],
                    change=_signed(by),
                    low=_signed(interval.low),
                    high=_signed(interval.high),
                ),
            )
        self._table.show()

    @staticmethod
    def _text() -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        return label

    @staticmethod
    def _label(text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role:
            label.setProperty("role", role)
        return label


def _signed(figure: float) -> str:
    return written(figure, "+.2f").replace("-", "\u2212")
