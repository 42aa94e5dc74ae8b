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

    translate = QCoreApplication.translate
    return [
        KeyGroup(
            translate("Keys", "In the grid"),
            (
                Key(translate("Keys", "Arrows"), translate("Keys", "Go from image to image")),
                Key(translate("Keys", "Shift+Arrows"), translate("Keys", "Select more")),
                Key(translate("Keys", "Home, End"), translate("Keys", "First, last image")),
                Key(translate("Keys", "Page Up, Page Down"), translate("Keys", "A page up, down")),
                Key(translate("Keys", "Ctrl+Wheel"), translate("Keys", "Larger, smaller images")),
            ),
        ),
        KeyGroup(
            translate("Keys", "Looking closely"),
            (
                Key(translate("Keys", "Left, Right"), translate("Keys", "Previous, next image")),
                Key(
                    translate("Keys", "Page Up, Page Down"),
                    translate("Keys", "Previous, next page"),
                ),
                Key("G", translate("Keys", "Go to a page by its number")),
                Key("+, -", translate("Keys", "Larger, smaller")),
                Key("0", translate("Keys", "Whole image")),
                Key("1", translate("Keys", "One to one")),
                Key(translate("Keys", "Shift+Arrows"), translate("Keys", "Move the picture")),
                Key("Z", translate("Keys", "Keep the zoom from image to image")),
                Key("T, Shift+T", translate("Keys", "Turn right, left")),
                Key("I", translate("Keys", "What is known of the image")),
                Key(
                    translate("Keys", "K, X, Tab"),
                    translate("Keys", "Comparing: link, swap, other side"),
                ),
                Key("R", translate("Keys", "Find what is like a part: draw a rectangle")),
                Key(translate("Keys", "Space, Escape"), translate("Keys", "Back to the grid")),
            ),
        ),
        KeyGroup(
            translate("Keys", "In the list of groupings"),
            (
                Key("F2", translate("Keys", "Rename")),
                Key(translate("Keys", "Delete"), translate("Keys", "Delete")),
                Key(
                    translate("Keys", "Alt, while dragging"),
                    translate("Keys", "Mark as negatives instead of positives"),
                ),
            ),
        ),
        KeyGroup(
            translate("Keys", "In the table of versions"),
            (
                Key(translate("Keys", "Return"), translate("Keys", "Use this version")),
                Key("F2", translate("Keys", "Rename")),
                Key(translate("Keys", "Delete"), translate("Keys", "Delete")),
            ),
        ),
        KeyGroup(
            translate("Keys", "Messages"),
            (Key(translate("Keys", "Escape"), translate("Keys", "Close the newest message")),),
        ),
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
