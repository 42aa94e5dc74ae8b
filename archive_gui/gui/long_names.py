"""Names of any length, in two lines and in a choice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


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
