"""What a training brought: the figures before and after, in words and in a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from archive_gui.learning.findings import Finding
from archive_gui.operations.training import TrainingReport


class Figures(QWidget):
    """The verdict in words, what is amiss, and a small table of figures on held-out marks."""

    def __init__(self) -> None:
        super().__init__()
        self._names = {
            "recall@1": self.tr("Nearest is right"),
            "recall@5": self.tr("Right among 5"),
            "recall@10": self.tr("Right among 10"),
            "map@r": self.tr("mAP@R"),
            "triplet_accuracy": self.tr("Triplets in order"),
        }
        self.sentence = self._text()
        self.findings = self._text()
        self._amiss = QFrame()
        self._amiss.setProperty("message", "warning")
        amiss = QVBoxLayout(self._amiss)
        amiss.setContentsMargins(8, 6, 8, 6)
        amiss.addWidget(self.findings)
        self._cells: dict[str, tuple[QLabel, QLabel, QLabel, QLabel]] = {}
        table = QGridLayout()
        table.setHorizontalSpacing(10)
        table.setVerticalSpacing(3)
        table.setColumnStretch(0, 1)
        headings = (self.tr("Before"), self.tr("After"), self.tr("Change"), self.tr("Likely"))
        for column, text in enumerate(headings, start=1):
            table.addWidget(self._label(text, "muted"), 0, column)
        for row, (key, name) in enumerate(self._names.items(), start=1):
            title = QLabel(name)
            title.setToolTip(key)
            table.addWidget(title, row, 0)
            cells = (
                self._label("", "muted"),
                self._label("", ""),
                self._label("", "heading"),
                self._label("", "muted"),
            )
            for column, cell in enumerate(cells, start=1):
                table.addWidget(cell, row, column)
            self._cells[key] = cells
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self._amiss)
        layout.addLayout(table)
        layout.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that nothing was trained yet."""
        self.sentence.setText(
            self.tr("After a training you see here how much better the neighbours became.")
        )
        self.show_findings(())
        for cells in self._cells.values():
            for cell in cells:
                cell.setText("\u2013")

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is amiss with the marks or the training, if anything is."""
        self.findings.setText("\n\n".join(finding.sentence for finding in findings))
        self._amiss.setVisible(bool(findings))

    def show_report(self, report: TrainingReport) -> None:
        """Show what a training brought."""
        before, after = report.before.as_json(), report.after.as_json()
        self.sentence.setText(f"{report.in_words()} {self._neighbours(report)}")
        self.show_findings(report.findings)
        for key, (old, new, change, likely) in self._cells.items():
            interval = report.comparison.change[key]
            old.setText(f"{before[key]:.2f}")
            new.setText(f"{after[key]:.2f}")
            change.setText(_signed(after[key] - before[key]))
            likely.setText(f"{_signed(interval.low)}\u2026{_signed(interval.high)}")
            likely.setToolTip(self.tr("In 95 of 100 draws of held-out images"))

    def _neighbours(self, report: TrainingReport) -> str:
        asked = report.held_out
        return self.tr(
            "{after} of {asked} have a right nearest neighbour; before, {before}."
        ).format(
            asked=asked,
            after=round(asked * report.after.recall_at_1),
            before=round(asked * report.before.recall_at_1),
        )

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
    return f"{figure:+.2f}".replace("-", "\u2212")
