"""What queries are called, wherever they are named."""

from PySide6.QtCore import QCoreApplication

from archive_gui.gui.translation import filled
from archive_gui.operations.examples import Query, Side


def pictures_name(query: Query) -> str:
    """The pictures that were asked with, in a few words."""
    if others := len(query.pictures) - 1:
        return filled(
            QCoreApplication.translate("queries", "{name} and {n} more"), name=query.name, n=others
        )
    return query.name


def query_title(query: Query) -> str:
    """What was asked with, and how many examples refine it."""
    parts = [pictures_name(query)]
    if query.more:
        parts.append(
            filled(QCoreApplication.translate("queries", "{n} more like it"), n=len(query.more))
        )
    if query.less:
        parts.append(
            filled(QCoreApplication.translate("queries", "{n} less like it"), n=len(query.less))
        )
    return "  \u00b7  ".join(parts)


def side_name(side: Side) -> str:
    """What a side of a query is called."""
    match side:
        case Side.MORE:
            return QCoreApplication.translate("queries", "More like this")
        case Side.LESS:
            return QCoreApplication.translate("queries", "Less like this")
        case Side.PICTURE:
            return QCoreApplication.translate("queries", "Asked with")
