from dataclasses import replace

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.advice import Advice, Need, advise

IMAGES = {
    n: ImageRecord(n, f"{n}.jpg", 1, 1, f"{n}", 1, 1, "JPEG", 1, None, False) for n in range(100)
}


def grouping(number: int, positives: int, negatives: int) -> Grouping:
    first = 20 * number
    return Grouping(
        number,
        "",
        "",
        first,
        tuple(range(first + 1, first + 1 + positives)),
        tuple(range(first + 10, first + 10 + negatives)),
    )


def test_the_most_urgent_need_is_told_first():
    lonely, full = grouping(0, 0, 0), grouping(1, 5, 2)
    assert advise([], {}, 0) is None
    assert advise([full, lonely], IMAGES, 9) == Advice(Need.POSITIVES, 0, 0, 0)
    assert advise([grouping(0, 2, 0)], IMAGES, 0) == Advice(Need.CONTRAST, 0, 2, 0)
    small, plain = grouping(2, 1, 1), grouping(3, 3, 0)
    assert advise([small, plain, full], IMAGES, 9) == Advice(Need.NEGATIVES, 3, 3, 0)
    assert advise([small, full], IMAGES, 9) == Advice(Need.HOLDING_OUT, 2, 1, 0)
    assert advise([grouping(2, 4, 1), full], IMAGES, 9) == Advice(Need.MORE_POSITIVES, 2, 4, 0)
    assert advise([full], IMAGES, 9) is None


def test_of_equal_needs_the_grouping_in_hand_is_named_or_else_the_largest():
    groupings = [grouping(0, 2, 0), grouping(1, 4, 0), grouping(2, 3, 0)]
    assert advise(groupings, IMAGES, 9) == Advice(Need.NEGATIVES, 1, 4, 2)
    assert advise(groupings, IMAGES, 9, in_hand=2) == Advice(Need.NEGATIVES, 2, 3, 2)


def test_marks_on_images_that_are_missing_do_not_count():
    gone = IMAGES | {n: replace(IMAGES[n], missing=True) for n in (1, 2)}
    assert advise([grouping(0, 2, 2)], gone, 9) == Advice(Need.POSITIVES, 0, 0, 0)
