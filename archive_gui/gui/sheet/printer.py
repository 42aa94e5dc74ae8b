"""Draws a contact sheet as a PDF, picture by picture, on the GUI thread.

Qt shapes the text, finds a font for every script and embeds what it uses of it. Its writer is a
QObject, which no job may touch; so a job decodes and keeps the file, and has the pictures drawn
here one at a time, each in a moment that the window does not feel.
"""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextOption,
)

from archive_gui import __version__
from archive_gui.gui.grid.model import role_name
from archive_gui.gui.grid.painter import paint_badge
from archive_gui.gui.sheet import layout as mm
from archive_gui.gui.sheet.content import Entry, Sheet
from archive_gui.gui.sheet.layout import SheetLayout
from archive_gui.gui.theme import load_theme
from archive_gui.gui.translation import filled, translated

# Dots per inch, and per millimetre: the unit of all that is drawn.
_RESOLUTION = 600
_MM = _RESOLUTION / 25.4
# Tiny pictures are not blown up beyond this many dots of paper to a pixel.
_LARGEST_PIXEL = _RESOLUTION / 60
_BADGE = 3.4


class SheetPrinter:
    """One PDF under way; all is called on the GUI thread, :meth:`close` at last in any case."""

    def __init__(self, sheet: Sheet, places: SheetLayout, paper: QPageSize) -> None:
        self._sheet = sheet
        self._places = places
        self._colours = load_theme("light")
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_RESOLUTION)
        self._writer.setPageSize(paper)
        self._writer.setPageMargins(QMarginsF())
        self._writer.setTitle(sheet.title)
        self._writer.setCreator(f"archive-gui {__version__}")
        self._painter = QPainter(self._writer)
        self._drawn = 0

    def draw(self, picture: QImage | str) -> bytes:
        """Draw the next entry with its picture, or with the reason why there is none.

        Returns what of the PDF is ready since the last call.
        """
        place = self._drawn
        if place % self._places.places == 0:
            if place:
                self._writer.newPage()
            self._draw_frame(place // self._places.places + 1)
        self._drawn += 1
        box = _dots(self._places.picture_at(place))
        caption = self._places.caption_at(place)
        if isinstance(picture, QImage):
            size = _fitting(picture.size(), box.size())
            if self._places.columns == 1:
                # Nothing is beside it whose words it should be level with.
                caption.translate(0, (size.height() - box.height()) / _MM)
                box.setHeight(size.height())
            self._draw_picture(box, picture, size)
        else:
            self._draw_reason(box, picture)
        self._draw_caption(caption, self._sheet.entries[place])
        return self._ready()

    def finish(self) -> bytes:
        """End the PDF and return the rest of it."""
        self._painter.end()
        return self._ready()

    def close(self) -> None:
        """Let go of Qt's objects here, on the thread on which they were made."""
        if self._painter.isActive():
            self._painter.end()
        # The job that printed may be the last to know of this printer.
        del self._painter
        del self._writer
        del self._buffer

    def _ready(self) -> bytes:
        data = bytes(self._buffer.data().data())
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        return data

    def _draw_frame(self, page: int) -> None:
        """Draw what every page has: the heading and the footer."""
        sheet, places = self._sheet, self._places
        line = QRectF(places.heading)
        line.setHeight(mm.TITLE)
        self._draw_line(line, sheet.title, 15, "text", bold=True)
        line.translate(0, mm.TITLE)
        line.setHeight(mm.LINE)
        self._draw_line(line, sheet.facts, 9, "muted")
        if sheet.note:
            line.translate(0, mm.LINE + mm.ABOVE_NOTE)
            line.setHeight(places.note_lines * mm.LINE)
            self._draw_note(line, sheet.note)
        below = _dots(places.heading).bottom() + 1.5 * _MM
        self._painter.setPen(QPen(self._colours["border"], 0.2 * _MM))
        left, right = mm.SIDE_MARGIN * _MM, (places.page.width() - mm.SIDE_MARGIN) * _MM
        self._painter.drawLine(QPointF(left, below), QPointF(right, below))
        flag = Qt.AlignmentFlag
        numbers = QCoreApplication.translate("SheetPrinter", "Page {page} of {pages}")
        numbers = filled(numbers, page=page, pages=places.pages)
        self._draw_line(places.footer, numbers, 8, "muted", at=flag.AlignRight)
        self._draw_line(places.footer, "archive-gui", 8, "muted")

    def _draw_note(self, area: QRectF, note: str) -> None:
        metrics = self._choose(9, "text")
        box = _dots(area)
        # Lines break at words, so that two of them hold a little less than twice the width.
        room = (0.95 * self._places.note_lines) * box.width()
        shown = metrics.elidedText(" ".join(note.split()), Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(box, shown, _wrapped(Qt.AlignmentFlag.AlignLeft))

    def _draw_picture(self, box: QRectF, picture: QImage, size: QSizeF) -> None:
        """Draw a picture in the middle of its box, down at its words."""
        left = box.center().x() - size.width() / 2
        target = QRectF(QPointF(left, box.bottom() - size.height()), size)
        self._painter.drawImage(target, picture)
        self._outline(target)

    def _draw_reason(self, box: QRectF, reason: str) -> None:
        self._outline(box)
        self._choose(7.5, "muted")
        inner = box.adjusted(2 * _MM, 2 * _MM, -2 * _MM, -2 * _MM)
        self._painter.save()
        self._painter.setClipRect(inner)
        self._painter.drawText(inner, translated(reason), _wrapped(Qt.AlignmentFlag.AlignCenter))
        self._painter.restore()

    def _outline(self, area: QRectF) -> None:
        # A white scan would have no edge on white paper.
        self._painter.setPen(QPen(self._colours["border"], 0.15 * _MM))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(area)

    def _draw_caption(self, area: QRectF, entry: Entry) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        line = QRectF(area)
        line.setHeight(mm.NAME)
        self._draw_line(line, entry.name, 8, "text", at=middle)
        line.translate(0, mm.NAME)
        if self._places.with_folder:
            line.setHeight(mm.FOLDER)
            self._draw_line(line, entry.folder, 6.5, "muted", at=middle)
            line.translate(0, mm.FOLDER)
        line.setHeight(mm.FACTS)
        words = entry.facts or (role_name(entry.role) if entry.role is not None else "")
        if entry.role is None:
            self._draw_line(line, words, 7.5, "muted", at=middle)
            return
        width = self._choose(7.5, "muted").horizontalAdvance(words) / _MM
        left = line.center().x() - (_BADGE + 1.2 + width) / 2
        badge = QRectF(left, line.center().y() - _BADGE / 2, _BADGE, _BADGE)
        self._draw_badge(entry, _dots(badge))
        line.setLeft(left + _BADGE + 1.2)
        self._draw_line(line, words, 7.5, "muted")

    def _draw_badge(self, entry: Entry, area: QRectF) -> None:
        assert entry.role is not None
        self._painter.save()
        # Badges are made for the screen's pixels; so here a pixel is a twentieth of one.
        scale = area.width() / 20
        self._painter.translate(area.topLeft())
        self._painter.scale(scale, scale)
        paint_badge(self._painter, entry.role, QRectF(0, 0, 20, 20), colours=self._colours)
        self._painter.restore()

    def _draw_line(
        self,
        area: QRectF,
        text: str,
        points: float,
        colour: str,
        *,
        at: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        bold: bool = False,
    ) -> None:
        """Draw one line of text, its middle left out where it is too long."""
        metrics = self._choose(points, colour, bold=bold)
        box = _dots(area)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
        # Letters of other scripts may be higher than the line; they are not cut off.
        flags = at | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(box, int(flags | Qt.TextFlag.TextDontClip), shown)

    def _choose(self, points: float, colour: str, *, bold: bool = False) -> QFontMetricsF:
        font = QFont(QGuiApplication.font().families())
        font.setPointSizeF(points)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._painter.setFont(font)
        self._painter.setPen(self._colours[colour])
        return QFontMetricsF(self._painter.font(), self._painter.device())


def _dots(area: QRectF) -> QRectF:
    return QRectF(area.x() * _MM, area.y() * _MM, area.width() * _MM, area.height() * _MM)


def _fitting(picture: QSize, box: QSizeF) -> QSizeF:
    size = QSizeF(picture)
    fitted = size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
    largest = size * _LARGEST_PIXEL
    return fitted if fitted.width() <= largest.width() else largest


def _wrapped(at: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(at)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
