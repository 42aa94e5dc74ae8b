"""The strip that tells all that is known of the image that is looked at."""

from datetime import UTC, datetime
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from archive_gui.catalog.properties import properties_of
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.listing import roles_in
from archive_gui.gui.pictures import Picture
from archive_gui.gui.translation import filled, local_time
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.imaging.facts import Facts

BETWEEN = "  \u00b7  "
# What the strip has room for beside a picture.
_MOST_VALUES, _LONGEST_VALUE = 24, 200


class InfoStrip(QFrame):
    """Where the file is, what kind of file it is, what is known of it, and its groupings.

    What other programs know of it, a job reads from the catalog.
    """

    def __init__(self, workspace: Workspace, runner: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._told: ImageRecord | None = None
        workspace.images_replaced.connect(self._read_anew)
        workspace.closed.connect(self._forget)
        self.setObjectName("infoStrip")
        self.place = ElidedLabel()
        self.facts = QLabel()
        self.metadata = QLabel()
        self.metadata.hide()
        self.marks = QLabel()
        self.place.setProperty("role", "heading")
        self.marks.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(3)
        layout.addWidget(self.place)
        for label in (self.facts, self.metadata, self.marks):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            layout.addWidget(label)

    def tell(self, record: ImageRecord, picture: Picture | None) -> None:
        """Be about an image; `picture` is what was decoded of it, None before."""
        folder, _, name = record.path.rpartition("/")
        root = self.tr("in the archive folder itself")
        where = filled(self.tr("in {folder}"), folder=folder) if folder else root
        self.place.setText(f"{name}{BETWEEN}{where}")
        self.facts.setText(BETWEEN.join(self._facts(record, picture)))
        self.marks.setText(BETWEEN.join(self._marks(record)))
        if self._told is None or self._told.id != record.id:
            self._told = record
            self._show_metadata(record, ())
            self._read_metadata(record)
        self._name_all()

    def _name_all(self) -> None:
        labels = (self.place, self.facts, self.metadata, self.marks)
        words = [label.text() for label in labels if label.text()]
        self.setAccessibleName(", ".join(words).replace(BETWEEN, ", "))

    def _forget(self) -> None:
        """Be about no image any more: another archive may have one of the same number."""
        self._told = None

    def _read_anew(self) -> None:
        """Read again what is known of the image, which an import may have changed."""
        if self._told is not None:
            self._read_metadata(self._told)

    def _read_metadata(self, record: ImageRecord) -> None:
        project = self._workspace.project
        if project is not None and self._workspace.columns:
            self._runner.start(
                Lane.VIEWING,
                lambda _: properties_of(project, record.id),
                lambda found: self._show_metadata(record, found),
            )

    def _show_metadata(self, record: ImageRecord, found: tuple[tuple[str, str], ...]) -> None:
        if self._told is record:
            parts = [
                filled(
                    self.tr("{name}: {value}"),
                    name=name,
                    value=shorten(value, _LONGEST_VALUE, placeholder="…"),
                )
                for name, value in found[:_MOST_VALUES]
            ]
            self.metadata.setText(BETWEEN.join(parts))
            self.metadata.setVisible(bool(parts))
            self._name_all()

    def _facts(self, record: ImageRecord, picture: Picture | None) -> list[str]:
        locale = QLocale()
        size = (picture.width, picture.height) if picture else (record.width, record.height)
        parts = []
        if size[0] and size[1]:
            pixels = self.tr("{width} \u00d7 {height} pixels")
            parts.append(filled(pixels, width=size[0], height=size[1]))
        parts.append(locale.formattedDataSize(record.size))
        date = local_time(datetime.fromtimestamp(record.modified / 1e9, UTC))
        parts.append(filled(self.tr("changed {date}"), date=date))
        kind = picture.format if picture else record.format
        if kind:
            parts.append(kind)
        if picture is not None:
            if colours := colour_name(picture.facts):
                parts.append(colours)
            if picture.facts.ppi is not None:
                across, down = picture.facts.ppi
                shown = f"{across}" if across == down else f"{across} \u00d7 {down}"
                parts.append(filled(self.tr("{resolution} ppi"), resolution=shown))
        return parts

    def _marks(self, record: ImageRecord) -> list[str]:
        sentences = {
            Role.ANCHOR: self.tr("Anchor of “{name}”"),
            Role.POSITIVE: self.tr("Positive in “{name}”"),
            Role.NEGATIVE: self.tr("Negative in “{name}”"),
        }
        found = [
            filled(sentences[roles[record.id]], name=grouping.name)
            for grouping in self._workspace.groupings.values()
            if record.id in (roles := roles_in(grouping))
        ]
        return found or [self.tr("In no grouping")]


def colour_name(facts: Facts) -> str:
    """The colour mode of a file in words, empty where unknown."""

    translate = QCoreApplication.translate
    names = {
        "1": translate("InfoStrip", "black and white"),
        "L": translate("InfoStrip", "grey"),
        "LA": translate("InfoStrip", "grey with transparency"),
        "I": translate("InfoStrip", "grey"),
        "F": translate("InfoStrip", "grey"),
        "P": translate("InfoStrip", "palette of colours"),
        "PA": translate("InfoStrip", "palette of colours"),
        "RGB": translate("InfoStrip", "RGB"),
        "RGBA": translate("InfoStrip", "RGB with transparency"),
        "RGBX": translate("InfoStrip", "RGB"),
        "CMYK": translate("InfoStrip", "CMYK"),
        "YCbCr": translate("InfoStrip", "YCbCr"),
        "LAB": translate("InfoStrip", "Lab"),
    }
    name = names.get(facts.mode.split(";")[0], facts.mode)
    if name and facts.bits > 1:
        return filled(
            translate("InfoStrip", "{colours}, {bits} bits"), colours=name, bits=facts.bits
        )
    return name
