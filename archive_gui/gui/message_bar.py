"""Where messages are read: a few cards over the lower edge of the middle of the window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import icon_pixmap, wear_icon
from archive_gui.gui.messages import Choice, Kind, Message, Messages
from archive_gui.gui.speech import announce
from archive_gui.gui.theme import ThemeManager

_SECONDS = 8
_WIDEST, _MARGIN = 680, 12
_SHOWN_AT_ONCE = 3


class MessageCard(QFrame):
    """One message with its choices.

    Signals:
        closed(): somebody has read or answered it, or its time is over.
    """

    closed = Signal()

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message
        self.setProperty("message", message.kind.value)
        kind = self._kind_name(message.kind)
        self.setAccessibleName(f"{kind}: {message.text}")
        self._icon = QLabel()
        self._icon.setAccessibleName(kind)
        self._text = text = QLabel(message.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QToolButton()
        close.setAccessibleName(self.tr("Close this message"))
        close.setToolTip(self.tr("Close this message  (Esc)"))
        close.setIconSize(QSize(16, 16))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wear_icon(close, "close", f"on_{message.kind.value}")
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(text, 1)
        self.buttons = [self._button(choice) for choice in message.choices]
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(close)
        self.first = self.buttons[0] if self.buttons else close
        self._timer = QTimer(self, interval=_SECONDS * 1000, singleShot=True)
        self._timer.timeout.connect(self.closed)
        if not message.lasting:
            self._timer.start()
        ThemeManager.instance().changed.connect(self._draw_icon)
        self._draw_icon()

    def whole_width(self) -> int:
        """How wide it would be with its text in one line."""
        text = self._text.fontMetrics().horizontalAdvance(self.message.text)
        return self.sizeHint().width() - self._text.sizeHint().width() + text + 8

    def start_again(self) -> None:
        """The same was said once more."""
        if not self.message.lasting:
            self._timer.start()

    def event(self, event: QEvent) -> bool:
        """Stay while the pointer is on it or the keyboard in it; Escape closes it."""
        match event.type():
            case QEvent.Type.Enter:
                self._timer.stop()
            case QEvent.Type.Leave:
                self.start_again()
            case QEvent.Type.ShortcutOverride | QEvent.Type.KeyPress if (
                isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            ):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.closed.emit()
                return True
            case _:
                pass
        return super().event(event)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text)
        # A click leaves the keyboard where it is, since the button goes with the message.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.closed)
        button.clicked.connect(lambda: choice.act())
        return button

    def _kind_name(self, kind: Kind) -> str:
        match kind:
            case Kind.INFO:
                return self.tr("Note")
            case Kind.SUCCESS:
                return self.tr("Done")
            case Kind.WARNING:
                return self.tr("Warning")
            case Kind.ERROR:
                return self.tr("Error")

    def _draw_icon(self) -> None:
        name = self.message.kind.value
        self._icon.setPixmap(icon_pixmap(name, 18, f"on_{name}", self.devicePixelRatioF()))


class MessageBar(QWidget):
    """Lies over the lower edge of its parent, so that nothing moves when it comes and goes.

    The newest message is on top and those before it stay where they are; of more than a few, the
    oldest wait until there is room for them again. What is said twice is shown once. Screen
    readers are told of every message.

    Signals:
        emptied(): the last message is gone, and the keyboard was in it.
        covered(int): the cards lie over the lowest so many pixels of the parent, 0 for none.
    """

    emptied = Signal()
    covered = Signal(int)

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.cards: list[MessageCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.setAccessibleName(self.tr("Messages"))
        messages.posted.connect(self.show_message)
        parent.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> Message | None:
        """The newest message that is shown."""
        return self.cards[-1].message if self.cards else None

    @property
    def text(self) -> str:
        """What the newest message says."""
        return self.message.text if self.message is not None else ""

    @property
    def buttons(self) -> list[QPushButton]:
        """The choices of the newest message."""
        return self.cards[-1].buttons if self.cards else []

    def show_message(self, message: Message) -> None:
        """Show a message above those before it."""
        announce(self, message.text, at_once=message.lasting)
        for card in self.cards:
            if (card.message.kind, card.message.text) == (message.kind, message.text):
                self._remove(card)
                break
        card = MessageCard(message)
        card.closed.connect(lambda: self._close(card))
        self.cards.append(card)
        self._layout.insertWidget(0, card)
        self._settle()

    def dismiss(self) -> bool:
        """Close the newest message that would not go by itself; whether there was one."""
        card = next((card for card in reversed(self.cards) if card.message.lasting), None)
        if card is not None:
            self._close(card)
        return card is not None

    @property
    def lasting(self) -> bool:
        """Whether a message is shown that would not go by itself."""
        return any(card.message.lasting for card in self.cards)

    def forget(self) -> None:
        """Close what was about something else; errors stay until they are read."""
        for card in [card for card in self.cards if card.message.kind is not Kind.ERROR]:
            self._remove(card)
        self._settle()

    def take_keyboard(self) -> None:
        """Give the keyboard to the newest message."""
        if self.cards:
            self.cards[-1].first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self, card: MessageCard) -> None:
        if card not in self.cards:
            return
        had_keyboard = card.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        had_keyboard = had_keyboard and self.window().focusWidget() is self.focusWidget()
        self._remove(card)
        self._settle()
        if had_keyboard:
            if self.cards:
                self.take_keyboard()
            else:
                self.emptied.emit()

    def _remove(self, card: MessageCard) -> None:
        self.cards.remove(card)
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _settle(self) -> None:
        shown = self.cards[-_SHOWN_AT_ONCE:]
        for card in self.cards:
            card.setVisible(card in shown)
        self.setVisible(bool(shown))
        self._place()

    def _place(self) -> None:
        if not self.cards:
            self.covered.emit(0)
            return
        room = self._parent.size()
        wanted = max(card.whole_width() for card in self.cards if not card.isHidden())
        width = min(_WIDEST, wanted, room.width() - 2 * _MARGIN)
        self._layout.activate()
        height = self._layout.heightForWidth(width)
        if height < 0:
            height = self._layout.sizeHint().height()
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - _MARGIN, width, height)
        self.raise_()
        self.covered.emit(height + 2 * _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge also after the window was resized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take the room that the cards need, also in another font."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)
