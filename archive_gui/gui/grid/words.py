"""How the grid's filters and orders are called."""

from PySide6.QtCore import QCoreApplication

from archive_gui.gui.grid.arrange import Show, Sort


def show_name(show: Show) -> str:
    """The name of a filter by marks."""
    translate = QCoreApplication.translate
    match show:
        case Show.ALL:
            return translate("GridHeader", "Any or none")
        case Show.MARKED:
            return translate("GridHeader", "Marked")
        case Show.ANCHOR:
            return translate("GridHeader", "Anchor")
        case Show.POSITIVE:
            return translate("GridHeader", "Positive")
        case Show.NEGATIVE:
            return translate("GridHeader", "Negative")
        case Show.UNMARKED:
            return translate("GridHeader", "Not marked")
        case Show.IN_NONE:
            return translate("GridHeader", "In no grouping")


def sort_name(sort: Sort) -> str:
    """The name of an order."""
    translate = QCoreApplication.translate
    match sort:
        case Sort.NAME:
            return translate("GridHeader", "Name")
        case Sort.DATE:
            return translate("GridHeader", "Date")
        case Sort.SIZE:
            return translate("GridHeader", "Size")
        case Sort.MARK:
            return translate("GridHeader", "Mark")
        case Sort.DISTANCE:
            return translate("GridHeader", "Distance")


def direction_name(sort: Sort, *, descending: bool) -> str:
    """What stands first in an order."""
    translate = QCoreApplication.translate
    match sort:
        case Sort.NAME:
            up, down = translate("GridHeader", "A to Z"), translate("GridHeader", "Z to A")
        case Sort.DATE:
            up, down = (
                translate("GridHeader", "Oldest first"),
                translate("GridHeader", "Newest first"),
            )
        case Sort.SIZE:
            up, down = (
                translate("GridHeader", "Smallest first"),
                translate("GridHeader", "Largest first"),
            )
        case Sort.MARK:
            up, down = (
                translate("GridHeader", "Anchor first"),
                translate("GridHeader", "Not marked first"),
            )
        case Sort.DISTANCE:
            up, down = (
                translate("GridHeader", "Nearest first"),
                translate("GridHeader", "Farthest first"),
            )
    return down if descending else up
