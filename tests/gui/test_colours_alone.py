"""Nothing is told by colour alone: all of it is told apart in a theme of one ink, too."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from archive_gui.catalog.records import Grouping, ImageRecord, Role
from archive_gui.gui import theme as themes
from archive_gui.gui.app import make_application
from archive_gui.gui.compare.model import AFTER, BEFORE, ComparisonModel
from archive_gui.gui.compare.painter import ROW, ComparisonPainter
from archive_gui.gui.grid.painter import Cell, CellPainter, paint_badge
from archive_gui.gui.grid.thumbnails import ThumbnailCache
from archive_gui.gui.message_bar import MessageCard
from archive_gui.gui.messages import Kind, Message
from archive_gui.gui.panels.distances import DistanceChart
from archive_gui.gui.panels.example_strip import ExampleStrip
from archive_gui.gui.panels.examples import ExampleDelegate, ExampleModel, Examples
from archive_gui.gui.panels.grouping_delegate import Row, RowPainter
from archive_gui.gui.panels.plots import Plots
from archive_gui.gui.panels.range_bar import RangeBar
from archive_gui.gui.theme import Theme, ThemeManager, load_theme
from archive_gui.gui.workers import JobRunner
from archive_gui.learning.confidence import Interval
from archive_gui.operations.comparing import compare
from archive_gui.operations.examples import Example as QueryExample
from archive_gui.operations.examples import Side
from archive_gui.operations.judging import Example, Neighbour
from archive_gui.operations.querying import QueryReport, QueryResult

# What things are drawn on; all the other colours are inks.
GROUNDS = {"window", "surface", "canvas", "cell", "selection", "hover"}
GROUNDS |= {"info", "success", "warning", "error"}
GROUNDS |= {"on_accent", "on_anchor", "on_positive", "on_negative"}
# Fewer pixels that differ are not seen.
SEEN = 12
IMAGE = ImageRecord(1, "a.jpg", 9, 9, None, 40, 30, "JPEG", 1, None, missing=False)


@pytest.fixture(autouse=True)
def one_ink(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is black on white."""
    make_application()
    names = load_theme("light").colours
    ink = Theme("ink", {each: "#ffffff" if each in GROUNDS else "#000000" for each in names})
    with monkeypatch.context() as patch:
        patch.setattr(themes, "load_theme", lambda name: ink)
        ThemeManager.instance().follow(Qt.ColorScheme.Light)
        yield
    ThemeManager.instance().follow(Qt.ColorScheme.Unknown)


def drawn(size: QSize, draw: Callable[[QPainter], object]) -> QImage:
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return picture


def grabbed(widget: QWidget, size: QSize) -> QImage:
    widget.resize(size)
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def assert_told_apart(pictures: Mapping[object, QImage]) -> None:
    for (one, first), (other, second) in itertools.combinations(pictures.items(), 2):
        pair = [np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (first, second)]
        seen = int((abs(pair[0] - pair[1]).reshape(-1, 4).max(1) > 96).sum())
        assert seen >= SEEN, (one, other, seen)


def test_marks() -> None:
    area = QRectF(4, 4, 20, 20)
    assert_told_apart(
        {
            (role, hollow): drawn(
                QSize(28, 28), lambda p, r=role, h=hollow: paint_badge(p, r, area, hollow=h)
            )
            for role in Role
            for hollow in (False, True)
        }
    )


def test_images_of_the_grid() -> None:
    painter = CellPainter(100, QFont(), with_distance=False, ratio=1.0)
    plain = Cell(IMAGE, None, None, None, None, None, False, False, False)
    cells = {
        "plain": plain,
        "selected": replace(plain, selected=True),
        "current": replace(plain, current=True),
        "failed": replace(plain, record=replace(IMAGE, error="It is cut off.")),
        "missing": replace(plain, record=replace(IMAGE, missing=True)),
        "positive": replace(plain, role=Role.POSITIVE),
        "positive elsewhere": replace(plain, role_elsewhere=Role.POSITIVE),
    }
    size = painter.cell_size
    assert_told_apart(
        {
            name: drawn(size, lambda p, c=cell: painter.paint(p, QRect(QPoint(), size), c))
            for name, cell in cells.items()
        }
    )


def test_groupings_and_what_a_drop_on_them_would_do() -> None:
    plain = Row(Grouping(1, "a", "", 1, (), ()), None, False, False, False, False, None)
    rows = {
        "plain": plain,
        "selected": replace(plain, selected=True),
        "in hand": replace(plain, in_hand=True),
        "current": replace(plain, current=True),
        "falls as positive": replace(plain, falls_as=Role.POSITIVE),
        "falls as negative": replace(plain, falls_as=Role.NEGATIVE),
    }
    area = QRect(0, 0, 240, 64)
    assert_told_apart(
        {
            name: drawn(area.size(), lambda p, r=row: RowPainter(QFont()).paint(p, area, r))
            for name, row in rows.items()
        }
    )


def report(model: int, *images: int) -> QueryReport:
    found = (
        QueryResult(rank, replace(IMAGE, id=each), 0.5) for rank, each in enumerate(images, start=1)
    )
    return QueryReport("q", model, tuple(found), 1.0, 1.0)


def test_moves_between_two_versions() -> None:
    model = ComparisonModel()
    model.show(compare(report(1, 1, 2, 3, 4), report(2, 1, 3, 2, 5), 4))
    runner = JobRunner()
    painter = ComparisonPainter(model, ThumbnailCache(runner))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, ROW)
    pictures = {}
    for side, row in ((AFTER, 0), (AFTER, 1), (AFTER, 2), (AFTER, 3), (BEFORE, 3)):
        index = model.index(row, side)
        move = model.move_of(index)
        assert move is not None
        picture = drawn(option.rect.size(), lambda p, i=index: painter.paint(p, option, i))
        # Only the sign, not the rank.
        pictures[move.change] = picture.copy(300 - 58, 0, 58, ROW)
    assert len(pictures) == 5
    assert_told_apart(pictures)
    runner.close()


def test_better_and_worse() -> None:
    bars = {}
    for name, low, high in (("better", 0.1, 0.3), ("worse", -0.3, -0.1), ("unsure", -0.1, 0.1)):
        bar = RangeBar()
        bar.show_range((low + high) / 2, Interval(low, high), 0.4, name)
        bars[name] = grabbed(bar, bar.sizeHint())
    assert_told_apart(bars)
    right, wrong = Neighbour(IMAGE, right=True), Neighbour(IMAGE, right=False)
    pictures = {}
    runner = JobRunner()
    thumbnails = ThumbnailCache(runner)
    place, model = Examples(thumbnails), ExampleModel()
    delegate = ExampleDelegate(model, thumbnails, place.list)
    for gain, near in ((0.1, wrong), (-0.1, wrong), (0.1, right)):
        model.show_examples([Example(IMAGE, gain, (near,), (near,))])
        option = QStyleOptionViewItem()
        option.rect = QRect(QPoint(), delegate.sizeHint(option, model.index(0)))
        pictures[gain, near.right] = drawn(
            option.rect.size(), lambda p, o=option: delegate.paint(p, o, model.index(0))
        )
    assert_told_apart(pictures)
    runner.close()


def test_curves() -> None:
    plots = Plots()
    drawn_as = [
        (curve.opts["symbol"], curve.opts["pen"].style())
        for curve in (plots._map_curve, plots._recall_curve)
    ]
    assert drawn_as[0][0] != drawn_as[1][0]
    assert drawn_as[0][1] != drawn_as[1][1]


def test_messages(qtbot: QtBot) -> None:
    cards = {}
    for kind in Kind:
        card = MessageCard(Message(kind, "It is so."))
        qtbot.addWidget(card)
        cards[kind] = grabbed(card, QSize(400, 44))
    assert_told_apart(cards)


def test_examples_of_a_query(qtbot: QtBot) -> None:
    strips = {}
    for side in (None, *Side):
        strip = ExampleStrip()
        qtbot.addWidget(strip)
        if side is not None:
            strip.show_examples([(side, QueryExample("a", 1), None)])
        strips[side] = grabbed(strip, QSize(120, 72))
    del strips[None]
    assert_told_apart(strips)


def test_distances_beyond_the_line(qtbot: QtBot) -> None:
    charts = {}
    for nearest in (None, 0.2, 0.3):
        chart = DistanceChart()
        qtbot.addWidget(chart)
        chart.show_distances((0.1, 0.25, 0.4), nearest)
        charts[nearest] = grabbed(chart, QSize(200, 92))
    assert_told_apart(charts)


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_what_is_switched_on(kind: type[QPushButton | QToolButton], qtbot: QtBot) -> None:
    button = kind()
    qtbot.addWidget(button)
    button.setText("Keep")
    button.setCheckable(True)
    looks = {}
    for on in (False, True):
        button.setChecked(on)
        looks[on] = grabbed(button, QSize(80, 34))
    assert_told_apart(looks)
