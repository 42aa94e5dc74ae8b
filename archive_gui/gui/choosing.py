"""Small windows in which a person chooses among rows: what all of them look like."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import program_icon


def plain_table(name: str, headers: Sequence[str]) -> QTreeWidget:
    """A table of rows to choose from; `name` is what screen readers call it."""
    table = QTreeWidget()
    table.setObjectName("plainTable")
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAllColumnsShowFocus(True)
    table.setAccessibleName(name)
    table.setHeaderLabels(list(headers))
    return table


def lay_out(
    window: QDialog, words: str, middle: Sequence[QWidget], buttons: Sequence[QPushButton]
) -> None:
    """Have a window show what it is about, what there is to choose from, and its buttons."""
    window.setWindowIcon(program_icon())
    about = QLabel(words)
    about.setWordWrap(True)
    about.setProperty("role", "muted")
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 18, 20, 14)
    layout.setSpacing(14)
    layout.addWidget(about)
    for widget in middle:
        layout.addWidget(widget, 1)
    layout.addLayout(row)
