"""What queries are called, wherever they are named."""

from PySide6.QtCore import QCoreApplication

from archive_gui.operations.examples import Query, Side


def _tr(text: str) -> str:
    return QCoreApplication.translate("queries", text)


def query_title(query: Query) -> str:
    """What was asked with, in a few words."""
    parts = [query.name]
    if others := len(query.pictures) - 1:
        parts[0] = _tr("{name} and {n} more").format(name=query.name, n=others)
    if query.more:
        parts.append(_tr("{n} more like it").format(n=len(query.more)))
    if query.less:
        parts.append(_tr("{n} less like it").format(n=len(query.less)))
    return "  \u00b7  ".join(parts)


def side_name(side: Side) -> str:
    """What a side of a query is called."""
    match side:
        case Side.MORE:
            return _tr("More like this")
        case Side.LESS:
            return _tr("Less like this")
        case Side.PICTURE:
            return _tr("Asked with")
