"""What a training brought: the figures before and after, in words and in a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from archive_gui.operations.training import TrainingReport

# With fewer held-out images, one more or less changes the figures too much.
_FEW = 10


class Figures(QWidget):
    """A sentence, and a small table of figures on held-out marks."""

    def __init__(self) -> None:
        super().__init__()
        self._names = {
            "recall@1": self.tr("Nearest is right"),
            "recall@5": self.tr("Right among 5"),
            "recall@10": self.tr("Right among 10"),
            "map@r": self.tr("mAP@R"),
            "triplet_accuracy": self.tr("Triplets in order"),
        }
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self._cells: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        table = QGridLayout()
        table.setHorizontalSpacing(14)
        table.setVerticalSpacing(3)
        table.setColumnStretch(0, 1)
        for column, text in enumerate(("", self.tr("Before"), self.tr("After"), self.tr("Change"))):
            table.addWidget(self._label(text, "muted"), 0, column)
        for row, (key, name) in enumerate(self._names.items(), start=1):
            title = QLabel(name)
            title.setToolTip(key)
            table.addWidget(title, row, 0)
            cells = (self._label("", "muted"), self._label("", ""), self._label("", "heading"))
            for column, cell in enumerate(cells, start=1):
                table.addWidget(cell, row, column)
            self._cells[key] = cells
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addLayout(table)
        layout.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that nothing was trained yet."""
        self.sentence.setText(
            self.tr("After a training you see here how much better the neighbours became.")
        )
        for cells in self._cells.values():
            for cell in cells:
                cell.setText("\u2013")

    def show_report(self, report: TrainingReport) -> None:
        """Show what a training brought."""
        before, after = report.before.as_json(), report.after.as_json()
        self.sentence.setText(self._in_words(report))
        for key, (old, new, change) in self._cells.items():
            old.setText(f"{before[key]:.2f}")
            new.setText(f"{after[key]:.2f}")
            change.setText(f"{after[key] - before[key]:+.2f}".replace("-", "\u2212"))

    def _in_words(self, report: TrainingReport) -> str:
        asked = report.held_out
        words = self.tr(
            "Of {asked} held-out images {after} have a right nearest neighbour; before, {before}."
        ).format(
            asked=asked,
            after=round(asked * report.after.recall_at_1),
            before=round(asked * report.before.recall_at_1),
        )
        if asked < _FEW:
            words += " " + self.tr("So few are a hint only.")
        if not report.kept:
            words += " " + self.tr("The model in use was no worse and stays in use.")
        return words

    @staticmethod
    def _label(text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role:
            label.setProperty("role", role)
        return label
