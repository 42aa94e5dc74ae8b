"""The images that the grid shows, in their order, with their marks and distances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.grid.arrange import Arrangement, Marks, arrange
from archive_gui.gui.grid.contents import Contents
from archive_gui.gui.later import later
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled, translated

if TYPE_CHECKING:
    import numpy as np

    from archive_gui.gui.grid.contents import Numbers
else:
    np = later("numpy")

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractListModel):
    """A list of image records, filtered and ordered.

    Signals:
        about_to_arrange, arranged: around every change of what is shown or in which order.
    """

    about_to_arrange = Signal()
    arranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.contents = Contents()
        self.records: list[ImageRecord] = []
        self.arrangement = Arrangement()
        self._marks = Marks()
        self.distances: Mapping[int, float] = {}
        self.ranks: Mapping[int, int] = {}
        # The places in the contents; None for all of them as they stand there.
        self._shown: Numbers | None = None
        self._rows: Numbers | None = None

    @property
    def marks(self) -> Mapping[int, Role]:
        """The roles in the grouping in hand, by the ids of images."""
        return self._marks.in_hand

    @property
    def marks_elsewhere(self) -> Mapping[int, Role]:
        """The roles in the other groupings."""
        return self._marks.elsewhere

    def rowCount(self, parent: Index | None = None) -> int:
        """How many images are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The file name, a tool tip, and the text that a screen reader speaks."""
        if not index.isValid():
            return None
        record = self.records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.path.rsplit("/", 1)[-1]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.describe(record, "\n"))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.describe(record, ", ")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every image can be selected and dragged."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def describe(self, record: ImageRecord, between: str) -> str:
        """All that is known of an image, in words."""
        parts = [record.path]
        if record.width and record.height:
            parts.append(
                f"{record.width} \u00d7 {record.height} · {record.format or ''}".rstrip(" ·")
            )
        if record.pages and record.pages > 1:
            parts.append(filled(self.tr("{n} pages"), n=record.pages))
        if record.id in self.marks:
            parts.append(role_name(self.marks[record.id]))
        if record.id in self.distances:
            parts.append(
                filled(
                    self.tr("rank {rank}, distance {distance:.3f}"),
                    rank=self.ranks.get(record.id, 0),
                    distance=self.distances[record.id],
                )
            )
        if record.missing:
            parts.append(self.tr("This file is no longer in the archive folder."))
        elif record.error:
            parts.append(translated(record.error))
        return between.join(parts)

    def show_images(
        self,
        images: Sequence[ImageRecord],
        distances: Mapping[int, float] | None = None,
        ranks: Mapping[int, int] | None = None,
        words: Mapping[int, str] | None = None,
    ) -> None:
        """Show other images: `images` in the order of their names, or of their `ranks`."""
        self.show_contents(Contents(images, words), distances, ranks)

    def show_contents(
        self,
        contents: Contents,
        distances: Mapping[int, float] | None = None,
        ranks: Mapping[int, int] | None = None,
    ) -> None:
        """Show the images of `contents`, which stays with whoever gave it, too."""
        self.about_to_arrange.emit()
        self.contents = contents
        self.distances = distances or {}
        self.ranks = ranks or {}
        self._fill()

    def update_images(self, images: Iterable[ImageRecord]) -> None:
        """Take newer records of images that are shown already; others are not for this view."""
        places, changed = self.contents.update(images)
        if changed & self.arrangement.columns:
            self._arrange()
            return
        for place in places:
            row = self._row_at(place)
            if row >= 0:
                self.records[row] = self.contents.images[place]
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def take_words(self, words: Mapping[int, str]) -> None:
        """Take what is known of the images besides their paths."""
        self.contents.take_words(words)
        if "texts" in self.arrangement.columns:
            self._arrange()

    def set_marks(self, marks: Marks) -> None:
        """Take the marks of the grouping in hand, and those of the other groupings."""
        self._marks = marks
        if self.arrangement.on_marks:
            self._arrange()
        elif self.records:
            self.dataChanged.emit(self.index(0), self.index(len(self.records) - 1))

    def set_arrangement(self, wanted: Arrangement) -> None:
        """Filter and order anew."""
        if wanted != self.arrangement:
            self.arrangement = wanted
            self._arrange()

    def row_of(self, image: int) -> int:
        """The row of an image id, -1 when it is not shown."""
        place = self.contents.places.get(image)
        return -1 if place is None else self._row_at(place)

    def rows_of(self, images: Numbers | Sequence[int]) -> Numbers:
        """The rows, in ascending order, of those of these image ids that are shown."""
        return np.flatnonzero(np.isin(self.ids_at(slice(None)), images))

    def ids_at(self, rows: slice | Numbers) -> Numbers:
        """The image ids in some rows."""
        return self.contents.ids[rows if self._shown is None else self._shown[rows]]

    def _row_at(self, place: int) -> int:
        if self._shown is None:
            return place
        if self._rows is None:
            self._rows = np.full(len(self.contents), -1)
            self._rows[self._shown] = np.arange(len(self._shown))
        return int(self._rows[place])

    def _arrange(self) -> None:
        self.about_to_arrange.emit()
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        if self.arrangement == Arrangement() and not self.distances:
            self._shown = None
            # Not a copy: letting go of 100,000 images takes 16 ms if they were not used lately.
            self.records = self.contents.images
        else:
            self._shown = arrange(self.contents, self.arrangement, self._marks, self.distances)
            self.records = self.contents.table[self._shown].tolist()
        self._rows = None
        self.endResetModel()
        self.arranged.emit()


def role_name(role: Role) -> str:
    """The name of a role as a person reads it."""
    translate = QCoreApplication.translate
    match role:
        case Role.ANCHOR:
            return translate("Role", "Anchor")
        case Role.POSITIVE:
            return translate("Role", "Positive")
        case Role.NEGATIVE:
            return translate("Role", "Negative")
