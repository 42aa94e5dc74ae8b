"""The one place for colours: two themes, chosen by a person or as the system asks."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from archive_gui.gui.preferences import Appearance
from archive_gui.gui.resources import resource

# How much larger than other letters those of a title are.
_TITLE = 1.75


@dataclass(frozen=True, eq=False)
class Theme:
    """Named colours, each as ``#rrggbb``; the names are the keys of ``resources/themes``."""

    name: str
    colours: dict[str, str]

    def __getitem__(self, colour: str) -> QColor:
        return QColor(self.colours[colour])

    def style_sheet(self) -> str:
        """The application's style sheet with this theme's colours filled in."""
        template = resource("themes", "style.qss").read_text(encoding="utf-8")
        if QGuiApplication.isRightToLeft():
            # Style sheets name the parts of a slider as if it always went from left to right.
            template = template.replace("QSlider::sub-page", "QSlider::add-page")
        size = f"{QApplication.font().pointSizeF() * _TITLE:.1f}pt"
        words = {**self.colours, "title_size": size}
        return re.sub(r"@(\w+)", lambda match: words[match[1]], template)

    def palette(self) -> QPalette:
        """The Qt palette for all that the style sheet leaves to the style."""
        palette = QPalette()
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        for target, colour in {
            role.Window: "window",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "window",
            role.Text: "text",
            role.PlaceholderText: "muted",
            role.Button: "window",
            role.ButtonText: "text",
            role.BrightText: "on_accent",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.Link: "accent",
            role.ToolTipBase: "surface",
            role.ToolTipText: "text",
            role.Light: "surface",
            role.Midlight: "hover",
            role.Mid: "border",
            role.Dark: "control",
            role.Shadow: "control",
            role.Accent: "accent",
        }.items():
            palette.setColor(target, self[colour])
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, target, self["disabled"])
        return palette


@cache
def load_theme(name: str) -> Theme:
    """The theme ``light`` or ``dark``."""
    text = resource("themes", f"{name}.json").read_text(encoding="utf-8")
    return Theme(name, json.loads(text))


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class ThemeManager(QObject):
    """Dresses the application, and dresses it again when the system's scheme changes.

    Signals:
        changed: after another theme was put on; what paints itself should paint again.
    """

    changed = Signal()
    _instance: ClassVar["ThemeManager | None"] = None

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        ThemeManager._instance = self
        self._application = application
        self.theme = load_theme("light")
        self._appearance = Appearance.SYSTEM
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow(QGuiApplication.styleHints().colorScheme())

    @classmethod
    def instance(cls) -> "ThemeManager":
        """The application's manager, made at the first call."""
        if cls._instance is None:
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            return cls(application)
        return cls._instance

    def choose(self, appearance: Appearance) -> None:
        """Put on the theme that a person has chosen, also where the system shows something."""
        self._appearance = appearance
        hints = QGuiApplication.styleHints()
        # Title bars and dialogs of the system follow it, where the system can.
        hints.setColorScheme(_SCHEMES[appearance])
        self.follow(hints.colorScheme())

    def take_font(self) -> None:
        """Fit the style to letters that have become larger or smaller."""
        style = self.theme.style_sheet()
        if style != self._application.styleSheet():
            self._application.setStyleSheet(style)

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Put on the theme for a colour scheme of the system (light where it has none).

        What a person has chosen goes before it.
        """
        if self._appearance is not Appearance.SYSTEM:
            scheme = _SCHEMES[self._appearance]
        self.theme = load_theme("dark" if scheme == Qt.ColorScheme.Dark else "light")
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(self.theme.style_sheet())
        self.changed.emit()


def theme() -> Theme:
    """The theme that the application wears now."""
    return ThemeManager.instance().theme
