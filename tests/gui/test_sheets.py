import csv
import weakref
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from archive_gui.catalog.records import Role
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.sheet.content import Entry, Sheet
from archive_gui.gui.sheet.layout import lay_out, paper_of
from archive_gui.gui.sheet.printer import SheetPrinter
from tests.conftest import draw
from tests.gui.conftest import Desktop
from tests.gui.events import CTRL, LEFT, SHIFT, click, make_grouping, select, wait_for, wait_until

LONG = "estate-of-a-collector_box-12_folder-07_1923-04-05_recto_600-dpi_colour-corrected.jpg"
NAMES = ("Zu\u0308rich cafe\u0301.png", "Архив письмо.jpg", "上海档案馆.jpg", LONG)


@pytest.fixture
def odd(open_window: Callable[[], MainWindow], tmp_path: Path) -> MainWindow:
    """A window on pictures of many scripts and shapes, one of them cut off after it was read."""
    folder = tmp_path / "archive" / "box"
    folder.mkdir(parents=True)
    for number, name in enumerate(NAMES):
        draw(number, (900, 500) if number % 2 else (400, 700)).save(folder / name)
    draw(9).save(folder / "bad.jpg")
    window = open_window()
    with wait_for(window.scan_finished):
        window.project.open(tmp_path / "archive")
    (folder / "bad.jpg").write_bytes((folder / "bad.jpg").read_bytes()[:300])
    window.grid.setFocus()
    return window


def row_of(window: MainWindow, name: str) -> int:
    paths = [record.path for record in window.grid_model.records]
    return paths.index(f"box/{name}")


def accept_dialog(window: MainWindow, folder: Path) -> Path:
    """Take the name that the dialog proposes, in `folder`."""
    dialog = window.findChild(QFileDialog)
    name = Path(dialog.selectedFiles()[0]).name
    dialog.setDirectory(str(folder))
    dialog.selectFile(name)
    dialog.accept()
    # As a window manager would, for which keys are meant next.
    window.activateWindow()
    wait_until(lambda: QApplication.activeWindow() is window)
    return folder / name


def texts_of(file: Path) -> list[str]:
    """The text of each page, which has to be selectable."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_grouping_is_printed_with_its_marks_and_every_name(
    odd: MainWindow, tmp_path: Path, desktop: Desktop
) -> None:
    others = [row_of(odd, name) for name in (NAMES[1], "bad.jpg")]
    make_grouping(odd, row_of(odd, NAMES[0]), others, [row_of(odd, NAMES[2])])
    grouping = odd.workspace.active
    assert grouping is not None
    with wait_for(odd.marks_changed):
        odd.marks.set_note(grouping.id, "Found in the attic")
    odd.browsing.show_active_grouping()
    assert [odd.grid_model.marks[entry.id] for entry in odd.grid_model.records]
    with wait_for(odd.exported) as exported:
        QTest.keyClick(odd, Qt.Key.Key_P, CTRL)
        file = accept_dialog(odd, tmp_path)
    assert exported.args == [file, 4]
    assert "1 picture could not be read" in odd.message_bar.text
    [text] = texts_of(file)
    for name in ("Zürich café.png", *NAMES[1:3]):
        assert name in text
    for words in ("Zürich café\r\n", "4 images", "untrained", "Found in the attic", "Page 1 of 1"):
        assert words in text
    assert "bad.jpg is damaged" in " ".join(text.split())
    # The anchor comes first, negatives come last.
    assert text.index("A Anchor") < text.index("P Positive") < text.index("N Negative")
    with pypdfium2.PdfDocument(file) as document:
        objects = [each.type for each in document[0].get_objects()]
        assert objects.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 3
        assert document.get_metadata_value("Title") == grouping.name
    assert b"FontFile" in file.read_bytes()
    check_buttons(odd, file, desktop)


def check_buttons(window: MainWindow, file: Path, desktop: Desktop) -> None:
    """The message offers to open the file and to show it in its folder."""
    message = window.message_bar.message
    for place in (0, 1):
        assert message is not None
        window.message_bar.show_message(message)
        QTest.mouseClick(window.message_bar.buttons[place], LEFT)
        wait_until(lambda: len(desktop.opened) > place)  # noqa: B023
    # Without a file manager to ask, its folder is opened.
    assert desktop.opened == [file, file.parent]


def test_results_are_printed_and_listed_as_they_are_shown(odd: MainWindow, tmp_path: Path) -> None:
    assert not odd.window_actions.export_results.isEnabled()
    make_grouping(odd, row_of(odd, NAMES[0]), [row_of(odd, LONG)])
    click(odd, row_of(odd, NAMES[0]))
    with wait_for(odd.query_finished) as found:
        QTest.keyClick(odd.grid, Qt.Key.Key_Return)
    results = found.args[0].results
    with wait_for(odd.exported) as exported:
        QTest.keyClick(odd, Qt.Key.Key_E, CTRL | SHIFT)
        table = accept_dialog(odd, tmp_path)
    assert exported.args == [table, 4]
    assert "4 results are written" in odd.message_bar.text
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["path"] for row in rows] == [result.image.path for result in results]
    assert {row["path"]: row["mark"] for row in rows}[f"box/{LONG}"] == "positive"
    with wait_for(odd.exported):
        QTest.keyClick(odd, Qt.Key.Key_P, CTRL)
        sheet = accept_dialog(odd, tmp_path)
    [text] = texts_of(sheet)
    assert "Similar to Zürich café.png" in text
    places = [f"{result.rank}  \u00b7  {result.distance:.3f}" for result in results]
    found_at = [text.index(words.replace("  ", " ")) for words in places]
    assert text.index("Query") < found_at[0]
    assert found_at == sorted(found_at)
    select(odd, [0, 1])
    chosen = odd.sheets.of_images(odd.grid.selected_records())
    assert "2 chosen images" in chosen.facts
    assert len(chosen.entries) == 2


def test_a_sheet_that_is_stopped_leaves_nothing(odd: MainWindow, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    odd.runner.progressed.connect(lambda job: job.cancel())
    with wait_for(odd.messages.posted):
        odd.sheets.write(odd.sheets.of_shown(), out / "sheet.pdf")
    assert "stopped" in odd.message_bar.text
    assert list(out.iterdir()) == []
    inside = tmp_path / "archive" / "sheet.pdf"
    odd.runner.progressed.disconnect()
    with wait_for(odd.runner.failed):
        odd.sheets.write(odd.sheets.of_shown(), inside)
    assert not inside.exists()
    assert "archive folder" in odd.message_bar.text


def test_the_window_goes_on_while_a_sheet_is_made(odd: MainWindow, tmp_path: Path) -> None:
    entries = odd.sheets.of_shown().entries
    sheet = Sheet("Many", "", "", tuple(entries[number % 4] for number in range(45)))
    beats: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()
    with wait_for(odd.exported):
        odd.sheets.write(sheet, tmp_path / "many.pdf")
    timer.stop()
    # Between any two pictures there is room for what a person does.
    assert len(beats) >= 45
    pages = texts_of(tmp_path / "many.pdf")
    assert [f"Page {number} of 3" in text for number, text in enumerate(pages, 1)] == [True] * 3


def test_no_object_of_qt_outlives_the_closing_of_its_printer(odd: MainWindow) -> None:
    sheet = odd.sheets.of_shown()
    paper = paper_of(QLocale.system())
    printer = SheetPrinter(sheet, lay_out(sheet, paper), paper)
    left = [weakref.ref(each) for each in vars(printer).values() if isinstance(each, QObject)]
    assert len(left) == 2
    # The job that printed holds on to the printer, and lets go of it in its own thread.
    printer.close()
    assert [reference() for reference in left] == [None, None]


@pytest.mark.parametrize("count", [1, 2, 4, 6, 12, 13, 61])
@pytest.mark.parametrize("home", ["de_DE", "en_US"])
def test_all_pictures_and_words_lie_within_the_page(count: int, home: str) -> None:
    entry = Entry(b"", "name", "folder", "1", Role.POSITIVE)
    paper = paper_of(QLocale(home))
    places = lay_out(Sheet("title", "facts", "note " * 40, (entry,) * count), paper)
    assert round(places.page.width()) == (210 if home == "de_DE" else 216)
    assert places.pages == -(-count // places.places)
    boxes = [
        box
        for place in range(min(count, places.places))
        for box in (places.picture_at(place), places.caption_at(place))
    ]
    for number, box in enumerate(boxes):
        assert box.top() > places.heading.bottom()
        assert box.bottom() < places.footer.top()
        assert box.left() > 10
        assert box.right() < places.page.width() - 10
        assert min(box.width(), box.height()) > 10
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
