"""The card of a version of the model, in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from archive_gui.gui.icons import program_icon
from archive_gui.gui.translation import filled

_ABOVE_HEADING = 20


class ModelCardWindow(QWidget):
    """Shows a model card beside the window, to be read and copied; Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowIcon(program_icon())
        self.resize(760, 760)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("Model card"))
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(24)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)

    def show_card(self, model: int, card: str) -> None:
        """Show the card, in Markdown, of a version, 0 for the untrained one."""
        if model:
            self.setWindowTitle(filled(self.tr("Card of model {n}"), n=model))
        else:
            self.setWindowTitle(self.tr("Card of the untrained model"))
        self.browser.setMarkdown(card)
        self._set_headings_apart()
        self.show()
        self.raise_()
        self.browser.setFocus()

    def _set_headings_apart(self) -> None:
        # Qt leaves no room above what Markdown makes a heading, and takes no style for it.
        block = self.browser.document().begin()
        while block.isValid():
            layout = block.blockFormat()
            if layout.headingLevel() > 1:
                layout.setTopMargin(_ABOVE_HEADING)
                QTextCursor(block).setBlockFormat(layout)
            block = block.next()
