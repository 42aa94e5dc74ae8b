"""The manual in a window of its own."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from archive_gui.gui.icons import program_icon
from archive_gui.gui.resources import resource

# Pictures of the window have so many pixels for one of the manual.
_SHARPNESS = 2


class _Pages(QTextBrowser):
    """Makes pictures smaller with care, where Qt would leave out lines of pixels."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """What an address in the manual stands for."""
        found = super().loadResource(kind, name)
        if not QUrl(name).path().endswith(".webp"):
            return found
        image = QImage()
        image.loadFromData(found)
        ratio = self.devicePixelRatioF()
        width = round(image.width() * ratio / _SHARPNESS)
        smaller = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        smaller.setDevicePixelRatio(ratio)
        return smaller


class ManualWindow(QWidget):
    """Shows the manual that comes with the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual of archive-gui"))
        self.setWindowIcon(program_icon())
        self.resize(820, 800)
        self.browser = _Pages()
        self.browser.setAccessibleName(self.tr("Manual"))
        self.browser.setOpenExternalLinks(True)
        self.browser.document().setDocumentMargin(24)
        # Every language has a manual of its own, which its translation names.
        file = resource("manual", self.tr("manual.html"))
        if not file.is_file():
            file = resource("manual", "manual.html")
        self.browser.setSource(QUrl.fromLocalFile(str(file)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
