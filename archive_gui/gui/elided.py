"""Labels and choices for names of any length: they show what there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import isolated


def in_two_lines(name: str, font: QFont, width: int) -> list[str]:
    """A name in one line of `width` pixels, or in two, of which the second is shortened.

    It is shortened in the middle, since file names differ at their ends more often than there.
    """
    layout = QTextLayout(name, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1, width))
    layout.endLayout()
    first, rest = name[: line.textLength()], name[line.textLength() :]
    if not rest:
        return [name]
    mode = Qt.TextElideMode.ElideMiddle
    return [first.rstrip(), QFontMetrics(font).elidedText(rest, mode, width)]


class ElidedLabel(QLabel):
    """One line that never asks for more width than it is given."""

    def __init__(
        self,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show a text, the whole of it also as a tip."""
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        """Nothing is too narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        del event
        painter = QPainter(self)
        area = self.contentsRect()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, area.width())
        painter.drawText(area, self.alignment(), isolated(shown))
        painter.end()


class ElidedComboBox(QComboBox):
    """A choice that shortens the name it shows, which the style would cut off within a letter."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice with as much of its name as there is room for."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, part, self).width() - 4
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + 6
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideMiddle, room
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
