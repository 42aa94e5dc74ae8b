"""The manual in a window of its own."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from archive_gui.gui.icons import program_icon
from archive_gui.gui.resources import resource


class ManualWindow(QWidget):
    """Shows the manual that comes with the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual of archive-gui"))
        self.setWindowIcon(program_icon())
        self.resize(720, 760)
        self.browser = QTextBrowser()
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
