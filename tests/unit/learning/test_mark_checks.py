from collections.abc import Sequence

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.findings import Kind
from archive_gui.learning.mark_checks import check_marks
from archive_gui.learning.pairs import pairs_of, split


def record(number: int, digest: str = "", error: str | None = None, missing: bool = False):
    """The image `<number>.jpg`, of which each has a digest of its own unless one is given."""
    return ImageRecord(
        number, f"{number}.jpg", 1, 1, digest or f"{number:064x}", 1, 1, "JPEG", 1, error, missing
    )


def grouping(name: str, anchor: int, positives: Sequence[int] = (), negatives: Sequence[int] = ()):
    return Grouping(0, name, "", anchor, tuple(positives), tuple(negatives))


def found(groupings: list[Grouping], *others: ImageRecord) -> dict[Kind, str]:
    """The sentences by kind; images are all well but `others`."""
    images = {i: record(i) for g in groupings for i in (g.anchor, *g.positives, *g.negatives)}
    images |= {each.id: each for each in others}
    findings = check_marks(groupings, images)
    assert len({finding.kind for finding in findings}) == len(findings)
    return {finding.kind: finding.sentence for finding in findings}


def test_good_marks_are_not_found_fault_with():
    assert found([grouping("a", 1, [2, 3], [4, 5]), grouping("b", 5, [6, 7], [1, 2])]) == {}
    assert found([]) == {}


def test_two_images_that_are_alike_here_and_unlike_there_are_named_with_their_groupings():
    told = found([grouping("Letters", 1, [2, 3]), grouping("Cards", 2, [4, 5], [3, 6])])
    assert list(told) == [Kind.CONTRADICTION]
    assert (
        "2.jpg and 3.jpg are alike in \u201cLetters\u201d, but not in \u201cCards\u201d. Nothing"
    ) in told[Kind.CONTRADICTION]
    assert "unmark" in told[Kind.CONTRADICTION]


def test_of_many_contradictions_a_few_are_named_and_the_others_counted():
    told = found([grouping("a", 0, range(1, 9)), grouping("b", 0, [20, 21], range(1, 9))])
    sentence = told[Kind.CONTRADICTION]
    assert sentence.count("are alike in") == 3
    assert "and 5 more." in sentence


def test_contradictions_by_way_of_copies_name_the_files_that_were_marked():
    told = found([grouping("a", 1, [2, 3]), grouping("b", 1, [4, 5], [9])], record(9, f"{2:064x}"))
    assert list(told) == [Kind.CONTRADICTION]
    assert (
        "1.jpg and 2.jpg are alike in \u201ca\u201d, but not in \u201cb\u201d (9.jpg is a copy of "
        "2.jpg)"
    ) in told[Kind.CONTRADICTION]


def test_one_file_in_both_roles_of_a_grouping_is_named_once_and_is_no_contradiction_besides():
    told = found(
        [grouping("a", 1, [2, 3, 4, 5], [8, 9])], record(8, f"{3:064x}"), record(9, f"{1:064x}")
    )
    assert list(told) == [Kind.COPIES]
    assert "3.jpg (positive) and 8.jpg (negative) in \u201ca\u201d" in told[Kind.COPIES]
    assert "1.jpg (anchor) and 9.jpg (negative) in \u201ca\u201d" in told[Kind.COPIES]


def test_a_grouping_too_small_to_hold_a_mark_out_says_how_many_it_needs():
    told = found(
        [grouping("a", 1, [2]), grouping("b", 3), grouping("c", 4, [5, 6]), grouping("d", 7, [8])],
        record(8, f"{7:064x}"),
    )
    assert list(told) == [Kind.TOO_SMALL]
    for name, more in (("a", "1 more positive,"), ("b", "2 more positives"), ("d", "2 more")):
        assert f"\u201c{name}\u201d needs {more}" in told[Kind.TOO_SMALL]
    assert "\u201cc\u201d" not in told[Kind.TOO_SMALL]


def test_overlapping_groupings_whose_images_nobody_can_spare_are_too_small():
    pair = [grouping("a", 1, [2], [10, 11]), grouping("b", 1, [3], [10, 11])]
    told = found(pair)
    assert list(told) == [Kind.TOO_SMALL]
    assert "\u201ca\u201d needs 1 more positive, \u201cb\u201d needs 1 more" in told[Kind.TOO_SMALL]
    single = found([grouping("a", 1), grouping("b", 1, [2])])[Kind.TOO_SMALL]
    assert "\u201ca\u201d needs 2 more positives, \u201cb\u201d needs 1 more" in single
    # Each of three is the only one that somebody else is like.
    ring = [grouping("a", 1, [2, 3]), *(grouping(f"b{n}", n, [10 * n]) for n in (1, 2, 3))]
    assert "\u201ca\u201d needs 1 more positive" in found(ring)[Kind.TOO_SMALL]
    mended = found([grouping("a", 1, [2, 4], [10, 11]), grouping("b", 1, [3, 5], [10, 11])])
    assert mended == {}


def test_what_is_called_too_small_is_what_the_split_can_hold_nothing_out_of():
    for size in (1, 2, 3, 6):
        groupings = [
            grouping(n, start, range(start + 1, start + size))
            for n, start in (("a", 0), ("b", 10), ("c", 20))
        ]
        groupings.append(grouping("large", 30, range(31, 50)))
        pairs = pairs_of(groupings)
        digests = [f"{image:064x}" for image in pairs.images]
        held: set[int] = set()
        for salt in range(60):
            judge = split(pairs, [f"{salt}{digest}" for digest in digests]).judge
            held |= {image for image, out in zip(pairs.images, judge, strict=True) if out}
        small = Kind.TOO_SMALL in found(groupings)
        alike_held = {image for image in held if image < 30 and size > 1}
        assert small == (not alike_held), size


def test_marks_on_images_that_are_gone_or_damaged_are_named_and_do_not_count():
    told = found(
        [grouping("a", 1, [2, 3], [4]), grouping("b", 5, [6, 7, 8])],
        record(3, missing=True),
        record(4, error="the file ends too early"),
    )
    assert set(told) == {Kind.LEFT_OUT, Kind.TOO_SMALL}
    sentence = told[Kind.LEFT_OUT]
    assert "3.jpg (missing) in \u201ca\u201d, 4.jpg (cannot be read) in \u201ca\u201d." in sentence
    assert "\u201ca\u201d needs 1 more positive;" not in sentence
    assert "\u201ca\u201d needs 1 more positive." in told[Kind.TOO_SMALL]
