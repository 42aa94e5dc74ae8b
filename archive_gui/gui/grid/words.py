"""How the grid's filters and orders are called."""

from PySide6.QtCore import QCoreApplication

from archive_gui.gui.grid.arrange import Show, Sort


def show_name(show: Show) -> str:
    """The name of a filter by marks."""
    tr = QCoreApplication.translate
    match show:
        case Show.ALL:
            return tr("GridHeader", "Any or none")
        case Show.MARKED:
            return tr("GridHeader", "Marked")
        case Show.ANCHOR:
            return tr("GridHeader", "Anchor")
        case Show.POSITIVE:
            return tr("GridHeader", "Positive")
        case Show.NEGATIVE:
            return tr("GridHeader", "Negative")
        case Show.UNMARKED:
            return tr("GridHeader", "Not marked")
        case Show.IN_NONE:
            return tr("GridHeader", "In no grouping")


def sort_name(sort: Sort) -> str:
    """The name of an order."""
    tr = QCoreApplication.translate
    match sort:
        case Sort.NAME:
            return tr("GridHeader", "Name")
        case Sort.DATE:
            return tr("GridHeader", "Date")
        case Sort.SIZE:
            return tr("GridHeader", "Size")
        case Sort.MARK:
            return tr("GridHeader", "Mark")
        case Sort.DISTANCE:
            return tr("GridHeader", "Distance")


def direction_name(sort: Sort, *, descending: bool) -> str:
    """What stands first in an order."""
    tr = QCoreApplication.translate
    match sort:
        case Sort.NAME:
            up, down = tr("GridHeader", "A to Z"), tr("GridHeader", "Z to A")
        case Sort.DATE:
            up, down = tr("GridHeader", "Oldest first"), tr("GridHeader", "Newest first")
        case Sort.SIZE:
            up, down = tr("GridHeader", "Smallest first"), tr("GridHeader", "Largest first")
        case Sort.MARK:
            up, down = tr("GridHeader", "Anchor first"), tr("GridHeader", "Not marked first")
        case Sort.DISTANCE:
            up, down = tr("GridHeader", "Nearest first"), tr("GridHeader", "Farthest first")
    return down if descending else up
