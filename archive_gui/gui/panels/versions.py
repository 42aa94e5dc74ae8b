"""The versions of the model: which is in use, what each is called, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import wear_icon
from archive_gui.gui.panels.naming import NamesOnly, Naming
from archive_gui.gui.panels.training_form import depth_name, model_name
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import counted, filled, local_time, written
from archive_gui.gui.workspace import Workspace

if TYPE_CHECKING:
    from archive_gui.operations.versions import ModelSummary

_NUMBER = Qt.ItemDataRole.UserRole
_MODEL, _NAME, _STATE, _MADE, _DEPTH, _MARKED, _RECALL, _RANKED = range(8)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURES = (_MARKED, _RECALL, _RANKED)
# What goes first where it is narrow; the card of a version has it too.
_LESS_NEEDED = (_MARKED, _DEPTH, _MADE)
_NAME_WIDTH = 96


class Versions(QWidget):
    """A table of all versions, with buttons and a menu for what can be done with them.

    Signals:
        use_wanted(int): somebody wants to search with this version.
        card_wanted(int): somebody wants to read the card of this version.
        compare_wanted(int, int): somebody wants to see the first version beside the second.
        rename_wanted(int, str): somebody typed another name for this version.
        export_wanted(int): somebody wants this version as a file.
        delete_wanted(int): somebody wants to be rid of this version.
        restore_wanted(): somebody wants the version back that was deleted last.
    """

    use_wanted = Signal(int)
    card_wanted = Signal(int)
    compare_wanted = Signal(int, int)
    rename_wanted = Signal(int, str)
    export_wanted = Signal(int)
    delete_wanted = Signal(int)
    restore_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._models: list[ModelSummary] = []
        self._deleted = 0
        # What was listed while a name was typed.
        self._waiting: tuple[list[ModelSummary], int] | None = None
        self._naming = Naming(self)
        self._naming.over.connect(self._show_waiting)
        self._make_table()
        self._make_actions()
        self.use_button = self._button(self.use_action)
        self.use_button.setProperty("primary", True)
        self.compare_button = self._button(self.compare_action)
        self.card_button = self._button(self.card_action)
        self.more_button = QPushButton(self.tr("More"))
        self.more_button.setAccessibleName(self.tr("More to do with this version"))
        self.menu = QMenu(self)
        self.menu.addActions([self.use_action, self.compare_action, self.card_action])
        self.menu.addSeparator()
        self.menu.addActions([self.rename_action, self.export_action])
        self.menu.addSeparator()
        self.menu.addActions([self.delete_action, self.restore_action])
        self.more_button.setMenu(self.menu)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.use_button, self.compare_button, self.card_button, self.more_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self._selected()

    def _make_table(self) -> None:
        self.table = QTreeWidget()
        self.table.setObjectName("plainTable")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setItemDelegate(NamesOnly(self.table, _NAME, self._naming))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(60)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(self.tr("Versions of the model"))
        self.table.setHeaderLabels(
            [
                self.tr("Model"),
                self.tr("Name"),
                self.tr("Use"),
                self.tr("Made"),
                self.tr("Depth"),
                self.tr("Learned from"),
                self.tr("First right"),
                self.tr("Order"),
            ]
        )
        heads = self.table.headerItem()
        for column, tip in (
            (_MARKED, self.tr("How many images were marked then")),
            (
                _RECALL,
                self.tr("Share of held-out images whose first neighbour is right (recall@1)"),
            ),
            (_RANKED, self.tr("How far the neighbours are in the right order (mAP@R)")),
        ):
            heads.setToolTip(column, tip)
        for column in _FIGURES:
            heads.setTextAlignment(column, _RIGHT)
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(6 * self.fontMetrics().averageCharWidth())
        header.setStretchLastSection(False)
        self.table.viewport().installEventFilter(self)
        self.table.itemSelectionChanged.connect(self._selected)
        self.table.itemActivated.connect(lambda *_: self.use_action.trigger())
        self.table.itemChanged.connect(self._edited)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show as many columns as leave the names their room."""
        if event.type() is QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _fit_columns(self) -> None:
        widths = {
            column: max(
                self.table.sizeHintForColumn(column), self.table.header().sectionSizeHint(column)
            )
            for column in range(self.table.columnCount())
        }
        room = self.table.viewport().width() - _NAME_WIDTH - sum(widths.values()) + widths[_NAME]
        for column in _LESS_NEEDED:
            self.table.setColumnHidden(column, room < 0)
            room += widths[column] if room < 0 else 0

    def _make_actions(self) -> None:
        self.use_action = self._action(
            self.tr("Use this version"), "", "use", self.tr("Search with this version"), self._use
        )
        self.compare_action = self._action(
            self.tr("Compare"),
            "",
            "compare",
            self.tr(
                "Two selected versions beside each other, or one beside the one in use, on the "
                "held-out marks as they are now"
            ),
            self._compare,
        )
        self.card_action = self._action(
            self.tr("Model card"),
            "",
            "info",
            self.tr("What the version learned from, how good it is, and how to use it elsewhere"),
            lambda: self._tell(self.card_wanted.emit),
        )
        self.rename_action = self._action(
            self.tr("Rename"), "F2", "rename", self.tr("Give this version a name"), self._rename
        )
        self.export_action = self._action(
            self.tr("Export\u2026"),
            "",
            "export",
            self.tr("Write this version as a Keras file for other programs"),
            lambda: self._tell(self.export_wanted.emit),
        )
        self.delete_action = self._action(
            self.tr("Delete"),
            "Del",
            "delete",
            self.tr("Put this version in the trash"),
            self._delete,
        )
        self.restore_action = self._action(
            self.tr("Bring back the deleted version"),
            "",
            "undo",
            self.tr("Take the version out of the trash that was deleted last"),
            self.restore_wanted.emit,
        )

    def _action(
        self, text: str, keys: str, name: str, tip: str, act: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self.table)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        action.triggered.connect(lambda: act())
        wear_icon(action, name)
        self.table.addAction(action)
        return action

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def show_models(self, models: list[ModelSummary], deleted: int = 0) -> None:
        """Show these versions, the newest first; `deleted` more can be brought back.

        While a name is typed the table waits for its end, unless the archive is closed.
        """
        if self._naming.active and models:
            self._waiting = models, deleted
            return
        self._waiting = None
        kept = {model.model for model in self.selected()}
        self._models, self._deleted = models, deleted
        self.table.blockSignals(True)
        self.table.clear()
        for model in sorted(models, key=lambda each: each.model, reverse=True):
            item = self._row(model)
            self.table.addTopLevelItem(item)
            if model.model in kept:
                item.setSelected(True)
                self.table.setCurrentItem(item, _MODEL, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.blockSignals(False)
        self._fit_columns()
        self._selected()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.show_models(*self._waiting)

    def _row(self, model: ModelSummary) -> QTreeWidgetItem:
        figures = model.after
        item = QTreeWidgetItem(
            [
                model_name(model.model),
                model.name,
                self._state(model),
                _local_time(model.created),
                self._depth(model) if model.model else "\u2013",
                counted(model.marked, self.tr("{n:,} image"), self.tr("{n:,} images"))
                if model.marked
                else "\u2013",
                written(figures.recall_at_1, ".2f") if figures is not None else "\u2013",
                written(figures.map_at_r, ".2f") if figures is not None else "\u2013",
            ]
        )
        item.setData(_MODEL, _NUMBER, model.model)
        item.setToolTip(_NAME, plain_tip(model.name))
        for column in _FIGURES:
            item.setTextAlignment(column, _RIGHT)
        if model.model and self._workspace.can_mark:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if model.quick_of is not None:
            item.setToolTip(
                _DEPTH,
                filled(
                    self.tr("The quick model of the training that made model {n}"), n=model.quick_of
                ),
            )
        if model.in_use and not model.answers:
            item.setToolTip(
                _STATE, self.tr("In use; answers as soon as the archive is prepared for it")
            )
        self._speak(item)
        if model.in_use:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(_MODEL, font)
        return item

    def _speak(self, item: QTreeWidgetItem) -> None:
        """Have each cell spoken with what it is, and the first one as the whole row."""
        heads, cells = self.table.headerItem(), range(self.table.columnCount())
        spoken = [
            filled(self.tr("{head}: {text}"), head=heads.text(c), text=item.text(c)) for c in cells
        ]
        spoken[_NAME] = item.text(_NAME) and spoken[_NAME]
        spoken[_STATE] = item.text(_STATE).removeprefix("\u2713").strip()
        whole = [item.text(_MODEL), *filter(None, spoken[_MODEL + 1 :])]
        spoken[_MODEL] = ", ".join(whole)
        spoken[_NAME] = spoken[_NAME] or self.tr("no name")
        spoken[_STATE] = spoken[_STATE] or self.tr("not in use")
        for column in cells:
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, spoken[column])

    def _state(self, model: ModelSummary) -> str:
        if model.answers:
            return self.tr("\u2713 answers")
        return self.tr("chosen, not ready yet") if model.in_use else ""

    def _depth(self, model: ModelSummary) -> str:
        name = depth_name(model.depth)
        if model.quick_of is None:
            return name
        return filled(self.tr("{name} \u2192 {n}"), name=name, n=model.quick_of)

    def selected(self) -> list[ModelSummary]:
        """The selected versions, the newest first."""
        numbers = {item.data(_MODEL, _NUMBER) for item in self.table.selectedItems()}
        found = [model for model in self._models if model.model in numbers]
        return sorted(found, key=lambda model: model.model, reverse=True)

    def _one(self) -> ModelSummary | None:
        selected = self.selected()
        return selected[0] if len(selected) == 1 else None

    def _pair(self) -> tuple[int, int] | None:
        """What to compare: two selected versions, or one and the one in use; the older first."""
        chosen = {model.model for model in self.selected()}
        if len(chosen) == 1:
            chosen |= {model.model for model in self._models if model.in_use}
        return (min(chosen), max(chosen)) if len(chosen) == 2 else None

    def _selected(self) -> None:
        one = self._one()
        busy = one is not None and (one.in_use or one.answers)
        # A copy to look at keeps its versions as they are.
        mine = one if self._workspace.can_mark else None
        self.use_action.setEnabled(mine is not None and not (mine.in_use and mine.answers))
        self.compare_action.setEnabled(self._pair() is not None)
        self.card_action.setEnabled(one is not None)
        self.export_action.setEnabled(one is not None)
        self.rename_action.setEnabled(mine is not None and mine.model != 0)
        self.delete_action.setEnabled(mine is not None and mine.model != 0 and not busy)
        self.restore_action.setEnabled(self._deleted > 0 and self._workspace.can_mark)

    def _tell(self, emit: Callable[[int], object]) -> None:
        one = self._one()
        if one is not None:
            emit(one.model)

    def _use(self) -> None:
        self._tell(self.use_wanted.emit)

    def _delete(self) -> None:
        self._tell(self.delete_wanted.emit)

    def _compare(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.compare_wanted.emit(*pair)

    def _rename(self) -> None:
        items = self.table.selectedItems()
        if items:
            self.table.setCurrentItem(items[0], _NAME)
            self.table.editItem(items[0], _NAME)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _NAME:
            self.rename_wanted.emit(item.data(_MODEL, _NUMBER), item.text(_NAME))

    def _show_menu(self, point: QPoint) -> None:
        self.menu.popup(self.table.viewport().mapToGlobal(point))


def _local_time(created: str) -> str:
    try:
        return local_time(datetime.fromisoformat(created))
    except ValueError:
        return "\u2013"
