from PySide6.QtTest import QTest

from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.panels.range_bar import RangeBar
from tests.gui.events import LEFT, make_grouping, wait_for
from tests.gui.test_training import get_ready


def test_a_training_ends_with_a_verdict_in_words_and_the_range_of_each_change(opened: MainWindow):
    get_ready(opened, 5)
    panel = opened.training_panel
    with (
        wait_for(opened.messages.posted, lambda message: "held-out" in message.text) as posted,
        wait_for(opened.training_finished) as finished,
    ):
        QTest.mouseClick(panel.start_button, LEFT)
    report = finished.args[0]
    assert panel.figures.sentence.text().startswith(report.in_words())
    assert report.in_words().startswith(("Better", "Perhaps", "No worse", "Worse"))
    assert report.in_words() in posted.args[0].text
    change = report.comparison.change["map@r"]
    low, high = (f"{end:+.2f}".replace("-", "\u2212") for end in (change.low, change.high))
    bars = [bar.accessibleName() for bar in panel.figures.findChildren(RangeBar)]
    assert [bar for bar in bars if "(mAP@R)" in bar and f"between {low} and {high}" in bar]
    assert not panel.figures.findings.isVisible()


def test_marks_that_contradict_each_other_are_told_while_the_training_goes_on(
    opened: MainWindow,
):
    get_ready(opened, 5)
    make_grouping(opened, 2, [10, 11], [3])
    panel = opened.training_panel
    with wait_for(opened.training_finished):
        with wait_for(opened.training.found_amiss):
            QTest.mouseClick(panel.start_button, LEFT)
        assert opened.training.running
        assert "Marks contradict each other" in opened.message_bar.text
        assert panel.figures.findings.isVisibleTo(panel.figures)
        assert "002.jpg and photos/003.jpg are alike in" in panel.figures.findings.text()
    assert panel.figures.findings.isVisible()
    with wait_for(opened.marks_changed):
        opened.window_actions.undo.trigger()
    with wait_for(opened.training_finished):
        QTest.mouseClick(panel.start_button, LEFT)
    assert not panel.figures.findings.isVisible()
