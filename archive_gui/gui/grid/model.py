"""The images that the grid shows, in their order, with their marks and distances."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.grid.arrange import Arrangement, Show, Sort, arrange

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
        self.records: list[ImageRecord] = []
        self.arrangement = Arrangement()
        self.marks: Mapping[int, Role] = {}
        self.marks_elsewhere: Mapping[int, Role] = {}
        self.distances: Mapping[int, float] = {}
        self.ranks: Mapping[int, int] = {}
        self._content: list[ImageRecord] = []
        self._place: dict[int, int] = {}
        self._rows: dict[int, int] | None = None

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
                return self.describe(record, "\n")
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
            parts.append(self.tr("{n} pages").format(n=record.pages))
        if record.id in self.marks:
            parts.append(role_name(self.marks[record.id]))
        if record.id in self.distances:
            parts.append(
                self.tr("rank {rank}, distance {distance:.3f}").format(
                    rank=self.ranks.get(record.id, 0), distance=self.distances[record.id]
                )
            )
        if record.missing:
            parts.append(self.tr("This file is no longer in the archive folder."))
        elif record.error:
            parts.append(record.error)
        return between.join(parts)

    def show_images(
        self,
        images: Sequence[ImageRecord],
        distances: Mapping[int, float] | None = None,
        ranks: Mapping[int, int] | None = None,
    ) -> None:
        """Show other images: `images` in the order of their names, or of their `ranks`."""
        self._content = list(images)
        self._place = {image.id: place for place, image in enumerate(self._content)}
        self.distances = distances or {}
        self.ranks = ranks or {}
        self._arrange()

    def update_images(self, images: Iterable[ImageRecord]) -> None:
        """Take newer records of images that are shown already; others are not for this view."""
        changed: list[ImageRecord] = []
        for image in images:
            place = self._place.get(image.id)
            if place is not None:
                self._content[place] = image
                changed.append(image)
        if self.arrangement.sort is not Sort.NAME or self.arrangement.show is Show.FAILED:
            self._arrange()
            return
        for image in changed:
            row = self.row_of(image.id)
            if row >= 0:
                self.records[row] = image
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def set_marks(self, marks: Mapping[int, Role], elsewhere: Mapping[int, Role]) -> None:
        """Take the marks of the grouping in hand, and those of the other groupings."""
        self.marks = marks
        self.marks_elsewhere = elsewhere
        wanted = self.arrangement
        if wanted.sort is Sort.MARK or wanted.show not in (Show.ALL, Show.FAILED):
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
        if self._rows is None:
            self._rows = {record.id: row for row, record in enumerate(self.records)}
        return self._rows.get(image, -1)

    @property
    def content_size(self) -> int:
        """How many images there are before filtering."""
        return len(self._content)

    def _arrange(self) -> None:
        self.about_to_arrange.emit()
        self.beginResetModel()
        self.records = arrange(self._content, self.arrangement, self.marks, self.distances)
        self._rows = None
        self.endResetModel()
        self.arranged.emit()


def role_name(role: Role) -> str:
    """The name of a role as a person reads it."""
    return _ROLE_NAMES[role]


_ROLE_NAMES = {Role.ANCHOR: "Anchor", Role.POSITIVE: "Positive", Role.NEGATIVE: "Negative"}
