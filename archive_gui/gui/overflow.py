"""Qt's own button for the tools that have no room on a tool bar."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStyle, QToolBar, QToolButton

from archive_gui.gui.icons import wear_icon
from archive_gui.gui.measures import set_measure

# Qt leaves twelve pixels, half of what the icon takes.
_EXTENT = 24


def dress_overflow(bar: QToolBar) -> None:
    """Give the button of a tool bar room, a name, and an icon in the colours of the theme."""
    set_measure(bar, QStyle.PixelMetric.PM_ToolBarExtensionExtent, _EXTENT)
    for more in bar.findChildren(QToolButton, "qt_toolbar_ext_button"):
        words = QCoreApplication.translate("Menus", "More tools")
        more.setToolTip(words)
        more.setAccessibleName(words)
        wear_icon(more, "more")
