from pathlib import Path

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog.images import list_images
from archive_gui.catalog.journal import undo, undo_label
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.scanner import scan
from archive_gui.errors import ArchiveError
from archive_gui.imaging.decode import EXTENSIONS
from archive_gui.imaging.fixity import sha256_of
from archive_gui.progress import Progress
from tests.conftest import draw


@pytest.fixture
def ids(scanned: Project) -> list[int]:
    return [image.id for image in list_images(scanned)]


def only(project: Project) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    (grouping,) = g.list_groupings(project)
    return grouping.anchor, grouping.positives, grouping.negatives


def test_a_grouping_has_one_anchor_and_any_number_of_members(scanned: Project, ids):
    grouping = g.create_grouping(scanned, ids[0])
    g.mark(scanned, grouping, ids[1:4], Role.POSITIVE)
    g.mark(scanned, grouping, ids[4:6], Role.NEGATIVE)
    assert only(scanned) == (ids[0], tuple(ids[1:4]), tuple(ids[4:6]))
    assert g.list_groupings(scanned)[0].name == "000"


def test_an_image_has_one_role_in_a_grouping_and_another_elsewhere(scanned: Project, ids):
    first, second = g.create_grouping(scanned, ids[0]), g.create_grouping(scanned, ids[1])
    g.mark(scanned, first, [ids[2]], Role.POSITIVE)
    g.mark(scanned, first, [ids[2]], Role.NEGATIVE)
    g.mark(scanned, second, [ids[2], ids[0]], Role.POSITIVE)
    one, two = g.list_groupings(scanned)
    assert (one.positives, one.negatives) == ((), (ids[2],))
    assert two.positives == (ids[0], ids[2])


def test_a_new_anchor_makes_the_old_one_a_positive(scanned: Project, ids):
    grouping = g.create_grouping(scanned, ids[0])
    g.mark(scanned, grouping, [ids[3]], Role.ANCHOR)
    assert only(scanned) == (ids[3], (ids[0],), ())


def test_the_anchor_cannot_become_a_member(scanned: Project, ids):
    grouping = g.create_grouping(scanned, ids[0])
    with pytest.raises(ArchiveError, match="anchor"):
        g.mark(scanned, grouping, ids[:2], Role.NEGATIVE)
    assert only(scanned) == (ids[0], (), ())


def test_unmarking(scanned: Project, ids):
    grouping = g.create_grouping(scanned, ids[0])
    g.mark(scanned, grouping, ids[1:3], Role.POSITIVE)
    with pytest.raises(ArchiveError, match="cannot be taken out"):
        g.unmark(scanned, grouping, [ids[0]])
    g.unmark(scanned, grouping, [ids[1]])
    assert only(scanned) == (ids[0], (ids[2],), ())
    g.unmark(scanned, grouping, [ids[0], ids[2]])
    assert g.list_groupings(scanned) == []


def test_files_of_one_name_in_two_folders_start_groupings_of_two_names(
    project: Project, tmp_path: Path
):
    folder = tmp_path / "archive"
    (folder / "seals").mkdir()
    draw(50).save(folder / "seals" / "000.jpg")
    scan(project, EXTENSIONS, sha256_of, Progress())
    anchors = {image.path: image.id for image in list_images(project)}
    for path in ("photos/000.jpg", "seals/000.jpg"):
        g.create_grouping(project, anchors[path])
    assert [each.name for each in g.list_groupings(project)] == ["000", "seals 000"]


def test_names_of_one_anchor_differ(scanned: Project, ids):
    first = g.create_grouping(scanned, ids[0], "Ornament")
    second = g.create_grouping(scanned, ids[0], " Ornament\n")
    g.create_grouping(scanned, ids[1], "Ornament")
    assert [x.name for x in g.list_groupings(scanned)] == ["Ornament", "Ornament (2)", "Ornament"]
    with pytest.raises(ArchiveError, match="already"):
        g.rename_grouping(scanned, second, "Ornament")
    with pytest.raises(ArchiveError, match="needs a name"):
        g.rename_grouping(scanned, first, "  ")
    g.rename_grouping(scanned, first, "./=Sum")
    assert g.list_groupings(scanned)[0].name == "=Sum"


def test_deleting_a_grouping_leaves_the_images(scanned: Project, ids):
    grouping = g.create_grouping(scanned, ids[0])
    g.mark(scanned, grouping, [ids[1]], Role.POSITIVE)
    g.delete_grouping(scanned, grouping)
    assert g.list_groupings(scanned) == []
    assert len(list_images(scanned)) == 10
    with pytest.raises(ArchiveError, match="no longer there"):
        g.rename_grouping(scanned, grouping, "x")


def test_a_long_name_is_cut_in_what_undo_would_take_back(scanned: Project, ids):
    g.create_grouping(scanned, ids[0], "a" * 100)
    assert undo_label(scanned) == f"Start “{'a' * 39}…”"


def test_an_unknown_image_is_refused_and_nothing_is_left_behind(scanned: Project):
    with pytest.raises(ArchiveError):
        g.create_grouping(scanned, 12345)
    assert g.list_groupings(scanned) == []


def test_a_grouping_that_starts_with_marks_is_one_step_of_undo(scanned: Project, ids):
    g.create_marked(scanned, ids[0], [ids[1], ids[2]], Role.POSITIVE)
    assert only(scanned) == (ids[0], (ids[1], ids[2]), ())
    assert undo(scanned) == "Start “000”"
    assert not g.list_groupings(scanned)


def test_groupings_are_read_as_of_one_moment(scanned: Project, ids):
    g.create_grouping(scanned, ids[0])
    other = Project.as_guest(scanned.folder, scanned.archive)

    def add_meanwhile(statement: str) -> None:
        if "FROM groupings" in statement:
            scanned.connection.set_trace_callback(None)
            g.create_grouping(other, ids[1])

    scanned.connection.set_trace_callback(add_meanwhile)
    assert [grouping.anchor for grouping in g.list_groupings(scanned)] == [ids[0]]
    assert [grouping.anchor for grouping in g.list_groupings(scanned)] == [ids[0], ids[1]]
    other.close()
