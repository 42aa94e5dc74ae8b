"""What queries are called, wherever they are named."""

from PySide6.QtCore import QCoreApplication

from archive_gui.operations.examples import Query, Side

_tr = QCoreApplication.translate


def pictures_name(query: Query) -> str:
    """The pictures that were asked with, in a few words."""
    if others := len(query.pictures) - 1:
        return _tr("queries", "{name} and {n} more").format(name=query.name, n=others)
    return query.name


def query_title(query: Query) -> str:
    """What was asked with, and how many examples refine it."""
    parts = [pictures_name(query)]
    if query.more:
        parts.append(_tr("queries", "{n} more like it").format(n=len(query.more)))
    if query.less:
        parts.append(_tr("queries", "{n} less like it").format(n=len(query.less)))
    return "  \u00b7  ".join(parts)


def side_name(side: Side) -> str:
    """What a side of a query is called."""
    match side:
        case Side.MORE:
            return _tr("queries", "More like this")
        case Side.LESS:
            return _tr("queries", "Less like this")
        case Side.PICTURE:
            return _tr("queries", "Asked with")
