"""Qt's own button for the tools that have no room on a tool bar."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QToolBar, QToolButton, QWidget

from archive_gui.gui.icons import wear_icon

_EXTENT = 24


class _Wider(QProxyStyle):
    """Qt leaves twelve pixels for the button, half of what its icon takes."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The room for the button; all else as the style has it."""
        if metric is QStyle.PixelMetric.PM_ToolBarExtensionExtent:
            return _EXTENT
        return super().pixelMetric(metric, option, widget)


def dress_overflow(bar: QToolBar) -> None:
    """Give the button of a tool bar room, a name, and an icon in the colours of the theme."""
    # Named, since a style that is set on a widget is not of the kind of the program's.
    style = _Wider("fusion")
    style.setParent(bar)
    bar.setStyle(style)
    for more in bar.findChildren(QToolButton, "qt_toolbar_ext_button"):
        words = QCoreApplication.translate("Menus", "More tools")
        more.setToolTip(words)
        more.setAccessibleName(words)
        wear_icon(more, "more")
