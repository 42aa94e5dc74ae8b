"""The language of the window: its translations, and how it writes numbers."""

import os
import string
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from archive_gui.gui.resources import resource
from archive_gui.words import Sentence

# The languages that the window speaks, each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}
# For testers: says every text from right to left, in marks by which one that was forgotten shows.
PSEUDO = "pseudo"
_CHOICE = "ARCHIVE_GUI_LANGUAGE"
# The context of the sentences that are made below the window.
_SENTENCES = "Sentences"


class _Pseudo(QTranslator):
    """Translates every text to itself in marks."""

    def isEmpty(self) -> bool:
        """Not, or Qt would not ask."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text in marks."""
        del context, disambiguation, n
        # A letter that is written from right to left, but not seen, makes it a text of that kind.
        return f"\u200f⟦{text}⟧"


class _Filling(string.Formatter):
    """Fills templates as `str.format` does, with numbers and sentences in the window's language."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value in a form; see the class."""
        if isinstance(value, Sentence):
            return translated(value)
        if isinstance(value, str):
            return isolated(value)
        text = str(super().format_field(value, format_spec))
        numeric = isinstance(value, float) or (isinstance(value, int) and bool(format_spec))
        return as_written(text) if numeric else text


_filling = _Filling()
# Kept here: to look for them among the application's children, Python would have to load the
# classes of all of these.
_installed: list[QTranslator] = []


def speak(application: QApplication, language: str) -> None:
    """Have the window speak a language of `LANGUAGES` from now on, or the system's if empty.

    What is on the screen already keeps its language. ARCHIVE_GUI_LANGUAGE overrides the choice.
    """
    wanted = os.environ.get(_CHOICE) or language or QLocale.system().name().split("_")[0]
    while _installed:
        application.removeTranslator(_installed.pop())
    if wanted == PSEUDO:
        _install(application, _Pseudo())
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return
    spoken = wanted if wanted in LANGUAGES else "en"
    system = QLocale.system()
    same = system.name().split("_")[0] == spoken
    QLocale.setDefault(system if same else QLocale(spoken))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file, folder in (
        (f"qtbase_{spoken}", qt_folder),
        (f"archive_gui_{spoken}", str(resource("translations"))),
    ):
        translator = QTranslator()
        if translator.load(file, folder):
            _install(application, translator)


def _install(application: QApplication, translator: QTranslator) -> None:
    application.installTranslator(translator)
    _installed.append(translator)


def translated(text: str) -> str:
    """A sentence from below in the window's language; other texts as they are."""
    if not isinstance(text, Sentence):
        return text
    template = text.template
    if text.one and _is_one(text.values["n"]):
        template = text.one
    return filled(QCoreApplication.translate(_SENTENCES, template), **text.values)


def filled(template: str, **values: object) -> str:
    """A translated template with its values, as by `str.format` but with the language's numbers."""
    return _filling.vformat(template, (), values)


def isolated(name: str) -> str:
    """A name as it stands in a text: from right to left, its own order is to stay as it is."""
    return f"\u2068{name}\u2069" if QGuiApplication.isRightToLeft() else name


def written(value: float, form: str) -> str:
    """A number in a form of Python's, as the language writes it."""
    return filled(f"{{value:{form}}}", value=value)


def counted(n: int, one: str, many: str, **values: object) -> str:
    """Whichever of two translated templates suits the number `n`, with its values and `n`."""
    return filled(one if _is_one(n) else many, n=n, **values)


def _is_one(n: object) -> bool:
    """Whether so many are a singular: in French, nothing is, too."""
    return n == 1 or (n == 0 and QLocale().language() == QLocale.Language.French)


def as_written(figures: str) -> str:
    """A number of Python's as the language writes it."""
    locale = QLocale()
    signs = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    if locale.language() in (QLocale.Language.French, QLocale.Language.German):
        signs["%"] = "\u00a0%"
    return "".join(signs.get(sign, sign) for sign in figures)


def local_time(moment: datetime) -> str:
    """A moment as a person here writes it, to the minute."""
    shown = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
    return QLocale().toString(shown, QCoreApplication.translate("Versions", "d MMM yyyy, HH:mm"))
