"""All keys on one sheet, made of the actions themselves: to look up, to filter, to print."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QSizeF, Qt
from PySide6.QtGui import QAction, QKeySequence, QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import program_icon, wear_icon


@dataclass(frozen=True)
class Key:
    """A key, and what it does."""

    keys: str
    does: str


@dataclass(frozen=True)
class KeyGroup:
    """Keys that belong together."""

    title: str
    keys: tuple[Key, ...]


def keys_of_menus(menus: Iterable[QMenu]) -> list[KeyGroup]:
    """The keys of all actions, by the menu that holds them; each action once."""
    seen: set[QAction] = set()
    groups = []
    for menu in menus:
        keys = tuple(_keys_of(menu, seen))
        if keys:
            groups.append(KeyGroup(_plain(menu.title()), keys))
    return groups


def _keys_of(menu: QMenu, seen: set[QAction]) -> Iterable[Key]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _keys_of(inner, seen)
        elif not action.shortcut().isEmpty() and action not in seen:
            seen.add(action)
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Key(shown, _plain(action.text()))


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def keys_of_places() -> list[KeyGroup]:
    """Keys that are no actions, since they belong to one place."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Keys", text)

    return [
        KeyGroup(
            tr("In the grid"),
            (
                Key(tr("Arrows"), tr("Go from image to image")),
                Key(tr("Shift+Arrows"), tr("Select more")),
                Key(tr("Home, End"), tr("First, last image")),
                Key(tr("Page Up, Page Down"), tr("A page up, down")),
                Key(tr("Ctrl+Wheel"), tr("Larger, smaller images")),
            ),
        ),
        KeyGroup(
            tr("Looking closely"),
            (
                Key(tr("Left, Right"), tr("Previous, next image")),
                Key(tr("Page Up, Page Down"), tr("Previous, next page")),
                Key("G", tr("Go to a page by its number")),
                Key("+, -", tr("Larger, smaller")),
                Key("0", tr("Whole image")),
                Key("1", tr("One to one")),
                Key(tr("Shift+Arrows"), tr("Move the picture")),
                Key("Z", tr("Keep the zoom from image to image")),
                Key("T, Shift+T", tr("Turn right, left")),
                Key("I", tr("What is known of the image")),
                Key(tr("K, X, Tab"), tr("Comparing: link, swap, other side")),
                Key("R", tr("Find what is like a part: draw a rectangle")),
                Key(tr("Space, Escape"), tr("Back to the grid")),
            ),
        ),
        KeyGroup(
            tr("In the list of groupings"),
            (
                Key("F2", tr("Rename")),
                Key(tr("Delete"), tr("Delete")),
                Key(tr("Alt, while dragging"), tr("Mark as negatives instead of positives")),
            ),
        ),
        KeyGroup(tr("Messages"), (Key(tr("Escape"), tr("Close the newest message")),)),
    ]


def sheet_html(groups: Iterable[KeyGroup], words: str = "") -> str:
    """The sheet in two columns, with the keys that have `words` in them or in what they do."""
    wanted = words.casefold().split()
    shown = []
    for group in groups:
        keys = [
            key
            for key in group.keys
            if all(word in f"{group.title} {key.keys} {key.does}".casefold() for word in wanted)
        ]
        if keys:
            shown.append(KeyGroup(group.title, tuple(keys)))
    if not shown:
        nothing = QCoreApplication.translate("Keys", "No key has these words.")
        return f"<p>{escape(nothing)}</p>"
    columns = "".join(
        f'<td width="50%" style="padding-right:18px">{"".join(map(_group_html, column))}</td>'
        for column in _balanced(shown)
    )
    return f'<table width="100%"><tr>{columns}</tr></table>'


def _group_html(group: KeyGroup) -> str:
    rows = "".join(
        f'<tr><td width="42%"><b>{escape(key.keys)}</b></td><td>{escape(key.does)}</td></tr>'
        for key in group.keys
    )
    return f'<h3>{escape(group.title)}</h3><table cellpadding="2" width="100%">{rows}</table>'


def _balanced(groups: list[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """The groups in two columns of about the same height, in their order."""
    heights = [len(group.keys) + 2 for group in groups]
    cut = min(range(1, len(groups) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return groups[:cut], groups[cut:]


class ShortcutSheet(QDialog):
    """Shows the keys beside the window; what is typed filters them."""

    def __init__(self, groups: list[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self._groups = groups
        self.setWindowTitle(self.tr("Keys of archive-gui"))
        self.setWindowIcon(program_icon())
        self.resize(760, 620)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter, such as “zoom”"))
        self.filter.setAccessibleName(self.tr("Filter the keys"))
        self.filter.setToolTip(self.tr("Show only keys with these words"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.setToolTip(self.tr("Print the sheet in two columns"))
        self.print_button.setAutoDefault(False)
        wear_icon(self.print_button, "print")
        self.print_button.clicked.connect(self._ask_printer)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("Keys"))
        self.browser.document().setDocumentMargin(14)
        above = QHBoxLayout()
        above.addWidget(self.filter, 1)
        above.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addLayout(above)
        layout.addWidget(self.browser, 1)
        self._fill()

    def _fill(self) -> None:
        self.browser.setHtml(sheet_html(self._groups, self.filter.text()))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print all keys, on one page if they fit."""
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        document = QTextDocument()
        font = document.defaultFont()
        font.setPointSizeF(8.5)
        document.setDefaultFont(font)
        title = escape(self.windowTitle())
        document.setHtml(f"<h2>{title}</h2>{sheet_html(self._groups)}")
        document.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.Point).size()))
        document.print_(printer)
