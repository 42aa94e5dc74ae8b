"""Whom to ask for a manifest and its images, and where these are to lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from archive_gui.gui.choosing import lay_out
from archive_gui.gui.controllers.fetching import Order
from archive_gui.gui.elided import ElidedLabel
from archive_gui.gui.translation import filled

_SIDES = (None, 4000, 2000, 1000)


class FetchWindow(QDialog):
    """Says which host will be asked before anybody is; does not keep anybody from working.

    Signals:
        wanted(Order): somebody wants these images to be fetched.
    """

    wanted = Signal(object)

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fetch a IIIF manifest"))
        self.resize(640, 360)
        self._folder = folder
        self.address = QLineEdit()
        self.address.textChanged.connect(self._refresh)
        self.sides = QComboBox()
        for side in _SIDES:
            text = self.tr("as the manifest gives them") if side is None else self.tr("{n:,} px")
            self.sides.addItem(filled(text, n=side or 0), side)
        self._place = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._place.setText(str(folder))
        self.choose_button = QPushButton(self.tr("Choose…"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._choose)
        self.statement = QLabel()
        self.statement.setWordWrap(True)
        self.statement.setTextFormat(Qt.TextFormat.PlainText)
        self.statement.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.button = QPushButton(self.tr("Fetch"))
        self.button.setDefault(True)
        self.button.clicked.connect(self._fetch)
        close = QPushButton(self.tr("Cancel"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        words = self.tr(
            "The images of a manifest become files in a folder that this program makes for them: a "
            "new or an empty one, or one into which it has fetched before. Opened as an archive, "
            "they bring their labels and metadata with them."
        )
        lay_out(self, words, [self._form(), self.statement], [close, self.button])
        self.address.setFocus()
        self._refresh()

    def _form(self) -> QWidget:
        form = QWidget()
        layout = QFormLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        folder = QHBoxLayout()
        folder.addWidget(self._place, 1)
        folder.addWidget(self.choose_button)
        layout.addRow(self.tr("&Address of the manifest"), self.address)
        layout.addRow(self.tr("&Longer side at most"), self.sides)
        layout.addRow(self.tr("Folder for the images"), folder)
        for widget, name in (
            (self.address, self.tr("Address of the manifest")),
            (self.sides, self.tr("Longer side of the images at most")),
            (self.choose_button, self.tr("Choose the folder for the images")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        return form

    def _refresh(self) -> None:
        from archive_gui.operations.network import host_of

        host = host_of(self.address.text())
        self.button.setEnabled(bool(host))
        if not host:
            text = self.tr(
                "Paste the address that a library gives for the manifest of a work; it begins with "
                "https://. Nobody is asked for anything yet."
            )
        else:
            text = self.tr(
                "“Fetch” asks {host} for the manifest and its images, and no other host: where "
                "images lie elsewhere, you are told and can decide. The host learns what any web "
                "page learns of your computer; nothing of your archive is sent."
            )
        self.statement.setText(filled(text, host=host))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the images"), str(self._folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_folder(self, folder: str) -> None:
        """Take another folder for the images."""
        self._folder = Path(folder)
        self._place.setText(folder)

    def _fetch(self) -> None:
        order = Order(self.address.text().strip(), self._folder, self.sides.currentData())
        self.close()
        self.wanted.emit(order)
