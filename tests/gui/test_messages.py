"""Messages: several at once, what stays, what Escape closes, and that nothing moves."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from archive_gui.gui import message_bar
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.messages import Choice
from tests.gui.events import LEFT, click, let_pass, wait_for, wait_until


def texts(window: MainWindow) -> list[str]:
    return [card.message.text for card in window.message_bar.cards]


def test_messages_lie_over_the_grid_and_leave_its_controls_free(opened: MainWindow) -> None:
    place = opened.grid.geometry(), opened.header.geometry()
    opened.messages.error("a " * 300)
    let_pass(1)
    bar = opened.message_bar
    assert (opened.grid.geometry(), opened.header.geometry()) == place
    middle = opened.centralWidget()
    assert middle.rect().contains(bar.geometry())
    header = opened.header.mapTo(middle, opened.header.rect().bottomLeft()).y()
    assert bar.geometry().top() > header


def test_the_image_in_hand_is_never_under_a_message(opened: MainWindow) -> None:
    grid, bar = opened.grid, opened.message_bar
    grid.set_side(256)
    # The last one of which the lowest part is in sight.
    row = grid.visible_rows()[-1]
    click(opened, row)
    for number in range(3):
        opened.messages.error(f"error {number} {'a ' * 100}")
    let_pass(1)

    def is_free(row: int) -> bool:
        area = grid.visualRect(opened.grid_model.index(row))
        free = bar.geometry().top() - grid.mapTo(opened.centralWidget(), QPoint()).y()
        return area.top() >= 0 and area.bottom() < free

    assert is_free(row)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert is_free(len(opened.grid_model.records) - 1)
    end = grid.verticalScrollBar().maximum()
    while bar.dismiss():
        pass
    let_pass(1)
    assert grid.verticalScrollBar().maximum() < end


def test_several_messages_queue_and_errors_stay(window: MainWindow) -> None:
    for number in range(5):
        window.messages.error(f"error {number}")
    window.messages.error("error 4")
    bar = window.message_bar
    assert texts(window) == [f"error {n}" for n in range(5)]
    assert [card.isVisible() for card in bar.cards] == [False, False, True, True, True]
    bar.forget()
    assert len(bar.cards) == 5
    for left in range(4, -1, -1):
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert texts(window) == [f"error {n}" for n in range(left)]
    assert not bar.isVisible()


def test_good_news_goes_by_itself_but_not_from_under_the_pointer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_bar, "_SECONDS", 0.05)
    window.messages.warning("look at this")
    window.messages.success("done")
    wait_until(lambda: texts(window) == ["look at this"])


def test_escape_closes_a_message_before_it_leaves_the_results(opened: MainWindow) -> None:
    click(opened, 0)
    with wait_for(opened.query_finished):
        QTest.keyClick(opened.grid, Qt.Key.Key_Return)
    opened.messages.error("that did not work")
    QTest.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert texts(opened) == []
    assert len(opened.grid_model.records) == 11
    opened.messages.success("done")
    QTest.keyClick(opened.grid, Qt.Key.Key_Escape)
    assert len(opened.grid_model.records) == 12
    assert texts(opened) == ["done"]


def test_a_question_is_answered_by_keys_and_the_keyboard_goes_back(opened: MainWindow) -> None:
    answers: list[str] = []
    opened.messages.warning("Sure?", Choice("Yes", lambda: answers.append("yes")))
    opened.message_bar.take_keyboard()
    [yes] = opened.message_bar.buttons
    assert yes.hasFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert answers == ["yes"]
    assert opened.grid.hasFocus()


def test_a_click_on_the_cross_closes_only_that_message(window: MainWindow) -> None:
    window.messages.error("first")
    window.messages.error("second")
    card = window.message_bar.cards[0]
    QTest.mouseClick(card.first, LEFT)
    assert texts(window) == ["second"]
