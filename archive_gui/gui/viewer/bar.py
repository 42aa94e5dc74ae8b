"""The bar above the picture: what it is called, its pages, and the tools."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QToolBar,
    QWidget,
)

from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import wear_icon
from archive_gui.gui.keys import offered
from archive_gui.gui.overflow import dress_overflow
from archive_gui.gui.translation import filled

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


@dataclass(frozen=True)
class Tool:
    """A button: its icon, which names it too, what it does, and its keys as they are shown."""

    icon: str
    text: str
    keys: str
    act: Callable[[], None]
    checkable: bool = False


class PageField(QSpinBox):
    """The number of the page, to read and to type.

    Signals:
        left(): the keyboard should go back to the picture.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that end typing from the shortcuts of the viewer."""
        if offered(event, *_ENDS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page that was typed and leave, or only leave."""
        if event.key() in _ENDS:
            if event.key() == Qt.Key.Key_Escape:
                self.lineEdit().setText(self.textFromValue(self.value()))
            self.interpretText()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ViewerBar(QFrame):
    """Name and facts on the left, pages in the middle, tools on the right.

    Tools for which there is no room are in a menu, except the last group, always in sight.

    Signals:
        page_wanted(int): a person wants to see this page, counted from 0.
    """

    page_wanted = Signal(int)

    def __init__(self, back: Tool, tools: Sequence[Sequence[Tool]]) -> None:
        super().__init__()
        self.setObjectName("gridHeader")
        self.tools: dict[str, QAction] = {}
        self.name = ElidedLabel()
        self.name.setProperty("role", "heading")
        self.name.setMinimumWidth(90)
        self.facts = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.facts.setProperty("role", "muted")
        self.field = PageField()
        self.field.setKeyboardTracking(False)
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field.setToolTip(self.tr("Go to a page  (G; Page Up and Page Down turn)"))
        self.field.setAccessibleName(self.tr("Page"))
        self.field.valueChanged.connect(lambda page: self.page_wanted.emit(page - 1))
        self._of = QLabel()
        self._pages = QWidget()
        pages = QHBoxLayout(self._pages)
        pages.setContentsMargins(8, 0, 0, 0)
        pages.setSpacing(4)
        pages.addWidget(QLabel(self.tr("Page")))
        pages.addWidget(self.field)
        pages.addWidget(self._of)
        self._first = self._tool_bar([[back]])
        self._second = self._tool_bar(tools[:-1])
        self._last = self._tool_bar(tools[-1:])
        self._last.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(6)
        row.addWidget(self._first)
        row.addWidget(self.name, 1)
        row.addWidget(self.facts)
        row.addWidget(self._pages)
        row.addWidget(self._second)
        row.addWidget(self._last)

    def show_pages(self, page: int, pages: int) -> None:
        """Show which page this is, counted from 0, of how many; nothing for a single one."""
        self._pages.setVisible(pages > 1)
        self._of.setText(filled(self.tr("of {pages:,}"), pages=pages))
        self.field.blockSignals(True)
        self.field.setRange(1, pages)
        self.field.setValue(page + 1)
        self.field.blockSignals(False)

    def _tool_bar(self, groups: Sequence[Sequence[Tool]]) -> QToolBar:
        bar = QToolBar()
        bar.setObjectName("viewerTools")
        bar.setIconSize(QSize(20, 20))
        for place, group in enumerate(groups):
            if place:
                bar.addSeparator()
            for tool in group:
                bar.addAction(self._action(tool))
        dress_overflow(bar)
        for action in bar.actions():
            if (button := bar.widgetForAction(action)) is not None:
                # All of them have keys, which go to the picture.
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                if not action.isSeparator():
                    button.setAccessibleName(action.toolTip())
        return bar

    def _action(self, tool: Tool) -> QAction:
        action = QAction(tool.text, self)
        action.setToolTip(f"{tool.text}  ({tool.keys})")
        action.setCheckable(tool.checkable)
        wear_icon(action, tool.icon)
        action.triggered.connect(lambda: tool.act())
        self.tools[tool.icon] = action
        return action
