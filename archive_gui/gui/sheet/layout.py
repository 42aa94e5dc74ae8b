"""Where things lie on the pages of a contact sheet; all lengths are in millimetres."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSizeF
from PySide6.QtGui import QPageSize

from archive_gui.gui.sheet.content import Sheet

SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 15.0, 13.0, 11.0
TITLE, LINE, FOOTER = 7.5, 4.6, 4.0
NAME, FOLDER, FACTS = 4.0, 3.3, 4.2
ABOVE_NOTE = 1.4
_ABOVE_NAME, _BELOW_HEADING, _ABOVE_FOOTER = 1.2, 5.0, 3.0
# Letters of a note that surely fit on one line.
_ONE_LINE = 80
_GAP = 5.0
# Columns and rows of a page for so many pictures at most; more than the last have several pages.
_GRIDS = ((1, 1, 1), (2, 1, 2), (4, 2, 2), (6, 2, 3), (12, 3, 4), (0, 4, 5))
# Pixels to the millimetre at 300 dots per inch; and no picture is decoded smaller than this.
_DENSITY, _FEWEST_PIXELS = 300 / 25.4, 600
# Where Letter is the paper that printers hold, according to the Unicode CLDR.
_LETTER = frozenset(
    {
        QLocale.Country.Belize,
        QLocale.Country.Canada,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.CostaRica,
        QLocale.Country.ElSalvador,
        QLocale.Country.Guatemala,
        QLocale.Country.Mexico,
        QLocale.Country.Nicaragua,
        QLocale.Country.Panama,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.UnitedStates,
        QLocale.Country.Venezuela,
    }
)


def paper_of(locale: QLocale) -> QPageSize:
    """The paper that printers hold where a locale is at home: Letter or A4."""
    letter = locale.territory() in _LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The places of a sheet's pictures; every page has the same ones."""

    page: QSizeF
    columns: int
    rows: int
    pages: int
    body_top: float
    picture: QSizeF
    caption: float
    with_folder: bool
    note_lines: int

    @property
    def places(self) -> int:
        """How many pictures a page has room for."""
        return self.columns * self.rows

    @property
    def pixels(self) -> int:
        """The side of a square that a decoded picture has to fit in to print well."""
        longest = max(self.picture.width(), self.picture.height())
        return max(_FEWEST_PIXELS, round(longest * _DENSITY))

    @property
    def heading(self) -> QRectF:
        """Where title, facts and note are."""
        width = self.page.width() - 2 * SIDE_MARGIN
        return QRectF(SIDE_MARGIN, TOP_MARGIN, width, self.body_top - TOP_MARGIN - _BELOW_HEADING)

    @property
    def footer(self) -> QRectF:
        """Where the number of the page is."""
        width = self.page.width() - 2 * SIDE_MARGIN
        return QRectF(SIDE_MARGIN, self.page.height() - BOTTOM_MARGIN - FOOTER, width, FOOTER)

    def picture_at(self, place: int) -> QRectF:
        """The box for the picture at a place of its page, which counts from 0 row by row."""
        row, column = divmod(place % self.places, self.columns)
        left = SIDE_MARGIN + column * (self.picture.width() + _GAP)
        top = self.body_top + row * (self.picture.height() + self.caption + _GAP)
        return QRectF(left, top, self.picture.width(), self.picture.height())

    def caption_at(self, place: int) -> QRectF:
        """The box for the words below that picture."""
        box = self.picture_at(place)
        box.translate(0, box.height() + _ABOVE_NAME)
        box.setHeight(self.caption - _ABOVE_NAME)
        return box


def lay_out(sheet: Sheet, paper: QPageSize) -> SheetLayout:
    """Find places for all pictures of a sheet: the fewer there are, the larger they are."""
    page = paper.size(QPageSize.Unit.Millimeter)
    count = len(sheet.entries)
    columns, rows = next(
        (columns, rows) for most, columns, rows in _GRIDS if count <= most or most == 0
    )
    with_folder = any(entry.folder for entry in sheet.entries)
    with_facts = any(entry.facts or entry.role is not None for entry in sheet.entries)
    caption = _ABOVE_NAME + NAME + with_folder * FOLDER + with_facts * FACTS
    note_lines = 0 if not sheet.note else 1 if len(sheet.note) <= _ONE_LINE else 2
    note = note_lines * LINE + (ABOVE_NOTE if note_lines else 0.0)
    top = TOP_MARGIN + TITLE + LINE + note + _BELOW_HEADING
    bottom = page.height() - BOTTOM_MARGIN - FOOTER - _ABOVE_FOOTER
    across = page.width() - 2 * SIDE_MARGIN
    picture = QSizeF(
        (across - (columns - 1) * _GAP) / columns,
        (bottom - top - (rows - 1) * _GAP) / rows - caption,
    )
    pages = max(1, -(-count // (columns * rows)))
    return SheetLayout(page, columns, rows, pages, top, picture, caption, with_folder, note_lines)
