"""The versions of the model, and which of them is in use."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive_gui.gui.icons import icon
from archive_gui.gui.panels.training_form import depth_name
from archive_gui.gui.theme import ThemeManager
from archive_gui.operations.versions import ModelSummary

_NUMBER = Qt.ItemDataRole.UserRole


class Versions(QWidget):
    """A table of all versions with buttons that put the chosen one in use and show its card.

    Signals:
        use_wanted(int): somebody wants to search with this version.
        card_wanted(int): somebody wants to read the card of this version.
    """

    use_wanted = Signal(int)
    card_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._models: list[ModelSummary] = []
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        # Keeps the names below each other where only one has a tick.
        self._no_icon = QIcon(blank)
        self.table = QTreeWidget()
        self.table.setObjectName("plainTable")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(60)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("Versions of the model"))
        self.table.setHeaderLabels(
            [self.tr("Model"), self.tr("Made"), self.tr("Depth"), self.tr("mAP@R")]
        )
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.use_button = QPushButton(self.tr("Use this version"))
        self.use_button.clicked.connect(self._use)
        self.card_button = QPushButton(self.tr("Model card"))
        self.card_button.setToolTip(
            self.tr("What the version learned from, how good it is, and how to use it elsewhere")
        )
        self.card_button.clicked.connect(self._read_card)
        self.table.itemSelectionChanged.connect(self._selected)
        self.table.itemActivated.connect(lambda *_: self._use())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.use_button, 1)
        buttons.addWidget(self.card_button, 1)
        layout.addLayout(buttons)
        ThemeManager.instance().changed.connect(self._dress)
        self._selected()

    def _dress(self) -> None:
        self.show_models(self._models)

    def show_models(self, models: list[ModelSummary]) -> None:
        """Show these versions, the newest first."""
        self._models = models
        self.table.clear()
        for model in sorted(models, key=lambda each: each.model, reverse=True):
            item = QTreeWidgetItem(
                [
                    self.tr("Model {n}").format(n=model.model)
                    if model.model
                    else self.tr("Untrained"),
                    _local_time(model.created),
                    self._depth(model) if model.model else "\u2013",
                    f"{model.after.map_at_r:.2f}" if model.after is not None else "\u2013",
                ]
            )
            item.setToolTip(1, item.text(1))
            item.setData(0, _NUMBER, model.model)
            if model.quick_of is not None:
                item.setToolTip(
                    2,
                    self.tr("The quick model of the training that made model {n}").format(
                        n=model.quick_of
                    ),
                )
            if model.answers:
                item.setIcon(0, icon("use", "accent"))
                item.setToolTip(0, self.tr("Answers"))
            else:
                item.setIcon(0, self._no_icon)
            if model.in_use:
                if not model.answers:
                    item.setToolTip(
                        0, self.tr("In use; answers as soon as the archive is prepared for it")
                    )
                font = QFont(self.font())
                font.setBold(True)
                item.setFont(0, font)
            self.table.addTopLevelItem(item)
        self._selected()

    def _depth(self, model: ModelSummary) -> str:
        name = depth_name(model.depth)
        if model.quick_of is None:
            return name
        return self.tr("{name} \u2192 {n}").format(name=name, n=model.quick_of)

    def _chosen(self) -> ModelSummary | None:
        items = self.table.selectedItems()
        number = items[0].data(0, _NUMBER) if items else None
        return next((model for model in self._models if model.model == number), None)

    def _selected(self) -> None:
        chosen = self._chosen()
        self.use_button.setEnabled(chosen is not None and not (chosen.in_use and chosen.answers))
        self.card_button.setEnabled(chosen is not None)

    def _read_card(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.card_wanted.emit(chosen.model)

    def _use(self) -> None:
        chosen = self._chosen()
        if chosen is not None and not (chosen.in_use and chosen.answers):
            self.use_wanted.emit(chosen.model)


def _local_time(created: str) -> str:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return "\u2013"
    shown = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
    return QLocale().toString(shown, "d MMM yyyy, HH:mm")
