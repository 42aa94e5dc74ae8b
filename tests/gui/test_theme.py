import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.resources import resource
from archive_gui.gui.theme import Theme, ThemeManager, load_theme
from archive_gui.operations.licences import COMPONENTS

# What is written in a colour, and on which colours.
TEXT = [
    *[("text", ground) for ground in ("window", "surface", "canvas", "cell", "selection", "hover")],
    *[("muted", ground) for ground in ("window", "surface", "canvas", "cell", "selection")],
    *[(f"on_{kind}", kind) for kind in ("info", "success", "warning", "error")],
    *[(f"on_{role}", role) for role in ("anchor", "positive", "negative")],
    *[(role, "surface") for role in ("anchor", "positive", "negative")],
    *[(colour, "window") for colour in ("positive", "negative", "accent")],
    # The signs of a comparison stand on cells, also on that which is chosen.
    *[
        (colour, ground)
        for colour in ("positive", "negative", "accent", "anchor")
        for ground in ("cell", "selection")
    ],
    # An example that became better or worse, under the pointer.
    *[(colour, "hover") for colour in ("muted", "positive", "negative")],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "surface"),
]
# What is drawn to be seen, but not read.
SHAPES = [
    *[("control", ground) for ground in ("window", "surface", "canvas")],
    *[("accent", ground) for ground in ("window", "canvas", "surface", "hover")],
    # Ranges, distances, curves, and frames around what is right.
    *[(colour, "window") for colour in ("control", "positive", "negative", "muted")],
    *[("positive", ground) for ground in ("surface", "hover")],
    *[("control", kind) for kind in ("hover",)],
    # Not to be used now, but still to be read.
    *[("disabled", ground) for ground in ("window", "surface", "canvas", "cell", "hover")],
]


def style() -> str:
    """The style sheet, its colours by their names."""
    return resource("themes", "style.qss").read_text(encoding="utf-8")


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, first: str, second: str) -> float:
    lights = sorted((luminance(theme[first]), luminance(theme[second])))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), TEXT)
def test_text_can_be_read(name: str, colour: str, ground: str) -> None:
    assert contrast(load_theme(name), colour, ground) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), SHAPES)
def test_shapes_can_be_seen(name: str, colour: str, ground: str) -> None:
    assert contrast(load_theme(name), colour, ground) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_each_rule_of_the_style_can_be_read(name: str) -> None:
    checked = 0
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", style()):
        colours = dict(re.findall(r"(?<![-\w])(color|background): @(\w+)", body))
        if len(colours) == 2:
            least = 3 if ":disabled" in selectors else 4.5
            found = contrast(load_theme(name), colours["color"], colours["background"])
            assert found >= least, (selectors, colours, found)
            checked += 1
    assert checked >= 6


def test_no_colour_of_the_themes_is_left_unchecked() -> None:
    paired = {colour for pair in TEXT + SHAPES for colour in pair}
    assert load_theme("light").colours.keys() - paired == {"border"}


def test_both_themes_name_the_same_colours() -> None:
    assert load_theme("light").colours.keys() == load_theme("dark").colours.keys()


def test_the_window_follows_the_scheme_of_the_system(window: MainWindow) -> None:
    manager = ThemeManager.instance()
    try:
        manager.follow(Qt.ColorScheme.Dark)
        dark = window.grab().toImage().pixelColor(5, window.height() // 2)
        manager.follow(Qt.ColorScheme.Light)
        light = window.grab().toImage().pixelColor(5, window.height() // 2)
    finally:
        manager.follow(Qt.ColorScheme.Unknown)
    assert (dark.lightness() < 60, light.lightness() > 220) == (True, True)
    assert make_application().palette().window().color() == load_theme("light")["window"]


def test_links_take_the_colour_of_the_theme_that_is_put_on(window: MainWindow) -> None:
    window.window_actions.about.trigger()
    about, manager = window.assistance.about, ThemeManager.instance()
    assert about is not None
    try:
        for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
            manager.follow(scheme)
            link = about.licences.document().find(COMPONENTS[0].name)
            assert link.charFormat().foreground().color() == load_theme(name)["accent"]
    finally:
        manager.follow(Qt.ColorScheme.Unknown)
