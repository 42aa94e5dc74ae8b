"""What the window shows while no archive is open."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.recent import RecentArchive, RecentArchives
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.icons import icon_pixmap, program_icon, wear_icon
from archive_gui.gui.theme import ThemeManager
from archive_gui.gui.translation import filled

_WIDTH = 760
_RECENT = 5


class WelcomePage(QScrollArea):
    """Open a folder, try the sample archive, or go on with what was open lately.

    Signals:
        recent_chosen(Path): somebody wants to open this folder again.
    """

    recent_chosen = Signal(object)

    def __init__(self, actions: Actions, recent: RecentArchives) -> None:
        super().__init__()
        self._recent = recent
        self.rows: list[RecentRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QFrame()
        self._page.setObjectName("welcome")
        self.setWidget(self._page)
        self.open_button = QPushButton(self.tr("Open a folder of images…"))
        self.open_button.setProperty("primary", True)
        self.open_button.setToolTip(actions.open_folder.toolTip())
        self.open_button.clicked.connect(actions.open_folder.trigger)
        self.sample_button = QPushButton(self.tr("Open the sample archive"))
        self.sample_button.setToolTip(actions.open_sample.toolTip())
        wear_icon(self.sample_button, "sample")
        self.sample_button.clicked.connect(actions.open_sample.trigger)
        self._recent_title = QLabel(self.tr("Open again"))
        self._recent_title.setProperty("role", "heading")
        self._recent_list = QVBoxLayout()
        self._recent_list.setSpacing(2)
        self._lay_out()
        recent.changed.connect(self._fill)
        self._fill()

    def _lay_out(self) -> None:
        symbol = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        symbol.setPixmap(program_icon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        title = QLabel(self.tr("What does “similar” mean in your archive?"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Show the program a few images that belong together. It learns what you mean and "
                "finds the rest."
            )
        )
        text.setProperty("role", "muted")
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        for label in (title, text, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for widget in (symbol, title, text):
            inner.addWidget(widget)
        inner.addSpacing(6)
        inner.addLayout(buttons)
        inner.addWidget(self._hint)
        inner.addSpacing(14)
        inner.addLayout(self._steps())
        inner.addSpacing(14)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent_list)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(32, 20, 32, 20)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)
        self.show_drop(False)

    def _steps(self) -> QHBoxLayout:
        steps = QHBoxLayout()
        steps.setSpacing(12)
        for number, (icon, heading, words) in enumerate(
            (
                (
                    "mark-anchor",
                    self.tr("Show"),
                    self.tr(
                        "Pick an image and mark a few that are like it, and a few that are not."
                    ),
                ),
                (
                    "train",
                    self.tr("Train"),
                    self.tr("The program learns from your marks while you go on working."),
                ),
                (
                    "similar",
                    self.tr("Find"),
                    self.tr("Ask with any image; the most similar ones come first."),
                ),
            ),
            start=1,
        ):
            steps.addWidget(Step(icon, f"{number}.  {heading}", words), 1)
        return steps

    def refresh(self) -> None:
        """Look anew which of the folders that were open lately are there."""
        self._recent.refresh()

    def show_drop(self, over: bool) -> None:
        """Invite to let go of what is dragged over the window, or to drag something there."""
        if over is self._page.property("drop"):
            return
        self._hint.setText(
            self.tr("Let go to open it.")
            if over
            else self.tr("Or drop a folder here. Your files are only read, never changed.")
        )
        self._page.setProperty("drop", over)
        self._page.style().unpolish(self._page)
        self._page.style().polish(self._page)

    def _fill(self) -> None:
        focused = next((row.entry.path for row in self.rows if row.has_keyboard), None)
        for row in self.rows:
            self._recent_list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(entry) for entry in self._recent.entries[:_RECENT]]
        self._recent_title.setVisible(bool(self.rows))
        for row in self.rows:
            row.chosen.connect(self.recent_chosen)
            row.removed.connect(self._remove)
            self._recent_list.addWidget(row)
            if row.entry.path == focused:
                row.open_button.setFocus()

    def _remove(self, path: Path) -> None:
        self.open_button.setFocus()
        self._recent.remove(path)


class Step(QFrame):
    """One of the steps by which the program is used."""

    def __init__(self, icon: str, heading: str, words: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._icon_name = icon
        self._icon = QLabel()
        title = QLabel(heading)
        title.setProperty("role", "heading")
        text = QLabel(words)
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._icon)
        above.addWidget(title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(text, 1)
        ThemeManager.instance().changed.connect(self._draw_icon)
        self._draw_icon()

    def _draw_icon(self) -> None:
        self._icon.setPixmap(icon_pixmap(self._icon_name, 22, "accent", self.devicePixelRatioF()))


class RecentRow(QFrame):
    """One archive that was open lately: its name, where it lies, and whether it is there.

    Signals:
        chosen(Path): open it.
        removed(Path): take it off the list.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, entry: RecentArchive) -> None:
        super().__init__()
        self.entry = entry
        self.open_button = QPushButton()
        self.open_button.setObjectName("recent")
        self.open_button.setToolTip(str(entry.path))
        self.open_button.clicked.connect(lambda: self.chosen.emit(entry.path))
        name = entry.path.name or str(entry.path)
        words = self.tr("Open {name} again") if entry.present else self.tr("{name}, not found")
        self.open_button.setAccessibleName(filled(words, name=name))
        title = ElidedLabel(Qt.TextElideMode.ElideRight)
        title.setProperty("role", "heading" if entry.present else "muted")
        title.setText(name)
        place = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        place.setProperty("role", "muted")
        place.setText(
            str(entry.path.parent)
            if entry.present
            else filled(
                self.tr("Not found; is a drive not connected?  {folder}"), folder=entry.path.parent
            )
        )
        inside = QVBoxLayout(self.open_button)
        inside.setContentsMargins(10, 5, 10, 5)
        inside.setSpacing(0)
        for label in (title, place):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        self.remove_button = QToolButton()
        self.remove_button.setIconSize(QSize(14, 14))
        self.remove_button.setToolTip(self.tr("Take off this list; nothing is deleted"))
        self.remove_button.setAccessibleName(
            filled(self.tr("Take {name} off this list"), name=name)
        )
        wear_icon(self.remove_button, "close", "muted")
        self.remove_button.clicked.connect(lambda: self.removed.emit(entry.path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.open_button, 1)
        row.addWidget(self.remove_button)
        # A button asks for the height of one line, whatever is laid out in it.
        policy = QSizePolicy.Policy
        self.open_button.setSizePolicy(policy.Expanding, policy.Expanding)
        self.setMinimumHeight(inside.sizeHint().height())

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in this row."""
        return self.open_button.hasFocus() or self.remove_button.hasFocus()
