import shutil
from pathlib import Path

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog import regrouping as r
from archive_gui.catalog.images import list_images
from archive_gui.catalog.journal import redo, undo, undo_label
from archive_gui.catalog.migrating import SCHEMA
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.triplets import export_triplets, import_triplets
from archive_gui.errors import ArchiveError
from tests.unit.catalog.conftest import scan_and_read


@pytest.fixture
def ids(scanned: Project) -> list[int]:
    return [image.id for image in list_images(scanned)]


def make(project: Project, anchor: int, name: str, positives: list[int]) -> int:
    grouping = g.create_grouping(project, anchor, name)
    g.mark(project, grouping, positives, Role.POSITIVE)
    return grouping


def members(project: Project) -> list[tuple[str, int, tuple[int, ...], tuple[int, ...]]]:
    return [(x.name, x.anchor, x.positives, x.negatives) for x in g.list_groupings(project)]


def related(project: Project) -> dict[int, tuple[int, ...]]:
    return {grouping.id: grouping.related for grouping in g.list_groupings(project)}


def test_merging_keeps_every_mark_and_says_where_two_differ(scanned: Project, ids):
    into = make(scanned, ids[0], "Stamps", [ids[5]])
    other = make(scanned, ids[1], "Seals", [ids[2], ids[3]])
    third = make(scanned, ids[5], "Wax", [ids[0], ids[6]])
    g.mark(scanned, into, [ids[2]], Role.NEGATIVE)
    g.mark(scanned, other, [ids[4]], Role.NEGATIVE)
    for grouping, note in ((into, "one"), (other, "two")):
        g.set_note(scanned, grouping, note)
    before = g.list_groupings(scanned)
    assert r.merge_groupings(scanned, into, [other]) == 1
    assert undo_label(scanned) == "Merge “Seals” into “Stamps”"
    assert members(scanned)[0] == (
        "Stamps",
        ids[0],
        (ids[1], ids[3], ids[5]),
        (ids[2], ids[4]),
    )
    assert g.list_groupings(scanned)[0].note == "one\ntwo"
    undo(scanned)
    assert g.list_groupings(scanned) == before
    assert r.merge_groupings(scanned, into, [other, third, third]) == 1
    assert undo_label(scanned) == "Merge 2 groupings into “Stamps”"
    assert members(scanned) == [
        ("Stamps", ids[0], (ids[1], ids[3], ids[5], ids[6]), (ids[2], ids[4]))
    ]
    with pytest.raises(ArchiveError, match="itself"):
        r.merge_groupings(scanned, into, [into])
    undo(scanned)
    assert g.list_groupings(scanned) == before


def test_a_split_moves_members_with_their_roles(scanned: Project, ids):
    old = make(scanned, ids[0], "Seals", ids[1:4])
    g.mark(scanned, old, ids[5:7], Role.NEGATIVE)
    new = r.split_grouping(scanned, old, [ids[2], ids[6], ids[3], ids[9]])
    assert undo_label(scanned) == "Split “Seals (2)” from “Seals”"
    assert members(scanned) == [
        ("Seals", ids[0], (ids[1],), (ids[5],)),
        ("Seals (2)", ids[2], (ids[3],), (ids[6],)),
    ]
    assert g.list_groupings(scanned)[1].id == new
    undo(scanned)
    # Where the anchor goes, the first positive that stays is the anchor.
    r.split_grouping(scanned, old, [ids[3], ids[0]])
    assert members(scanned) == [
        ("Seals", ids[1], (ids[2],), (ids[5], ids[6])),
        ("Seals (2)", ids[0], (ids[3],), ()),
    ]
    undo(scanned)
    # Negatives alone are a motif of their own.
    r.split_grouping(scanned, old, [ids[6], ids[5]])
    assert members(scanned)[1] == ("Seals (2)", ids[6], (ids[5],), ())
    undo(scanned)
    for refused, why in (([ids[9]], "None of these"), (ids[:4], "Nothing that is alike")):
        with pytest.raises(ArchiveError, match=why):
            r.split_grouping(scanned, old, refused)
    assert len(members(scanned)) == 1


def test_relations_hold_both_ways_and_follow_merge_split_and_delete(scanned: Project, ids):
    one, two, three, four = (
        make(scanned, ids[n], name, [ids[n + 4]])
        for n, name in enumerate(("Seals", "Stamps", "Wax", "Ink"))
    )
    r.relate_groupings(scanned, [two, one])
    assert undo_label(scanned) == "Relate “Stamps” and “Seals”"
    r.relate_groupings(scanned, [two, three, four])
    assert related(scanned) == {
        one: (two,),
        two: (one, three, four),
        three: (two, four),
        four: (two, three),
    }
    r.merge_groupings(scanned, one, [two])
    assert related(scanned) == {one: (three, four), three: (one, four), four: (one, three)}
    new = r.split_grouping(scanned, one, [ids[1], ids[5]])
    assert related(scanned)[new] == (three, four)
    g.delete_grouping(scanned, four)
    assert related(scanned) == {one: (three,), three: (one, new), new: (three,)}
    r.unrelate_groupings(scanned, [three])
    assert undo_label(scanned) == "Unrelate “Wax”"
    assert set(related(scanned).values()) == {()}
    for _ in range(3):
        undo(scanned)
    assert related(scanned)[one] == (three, four)
    for _ in range(3):
        redo(scanned)
    assert set(related(scanned).values()) == {()}
    r.relate_groupings(scanned, [one, three, new])
    r.unrelate_groupings(scanned, [one, new])
    assert related(scanned) == {one: (three,), three: (one, new), new: (three,)}
    with pytest.raises(ArchiveError, match="can be related at once"):
        r.relate_groupings(scanned, [one])


def test_relations_are_not_in_the_triplets_file(scanned: Project, ids, tmp_path: Path):
    one, two = (make(scanned, ids[n], f"{n}", [ids[n + 2]]) for n in (0, 1))
    g.mark(scanned, one, [ids[1]], Role.NEGATIVE)
    export_triplets(scanned, tmp_path / "before.csv")
    r.relate_groupings(scanned, [one, two])
    export_triplets(scanned, tmp_path / "after.csv")
    assert (tmp_path / "after.csv").read_bytes() == (tmp_path / "before.csv").read_bytes()
    import_triplets(scanned, tmp_path / "after.csv")
    assert related(scanned) == {one: (two,), two: (one,)}


def test_a_catalog_without_relations_is_migrated_with_its_marks_and_undo(
    tmp_path: Path, make_archive, monkeypatch: pytest.MonkeyPatch
):
    first = tmp_path / "schema"
    first.mkdir()
    shutil.copy(SCHEMA / "001_initial.sql", first)
    with monkeypatch.context() as patch:
        patch.setattr("archive_gui.catalog.migrating.SCHEMA", first)
        with Project.create(tmp_path / "project", make_archive(4)) as old:
            scan_and_read(old)
            connection = old.connection
            connection.execute("INSERT INTO steps (label, made) VALUES ('Start “a”', 'then')")
            connection.execute("INSERT INTO recording VALUES (1)")
            for number in (1, 2):
                connection.execute("INSERT INTO groupings (name) VALUES (?)", (f"{number}",))
                connection.execute("INSERT INTO marks VALUES (?, ?, 'anchor')", (number, number))
            connection.execute("DELETE FROM recording")
    with Project.open(tmp_path / "project") as migrated:
        assert [x.anchor for x in g.list_groupings(migrated)] == [1, 2]
        r.relate_groupings(migrated, [1, 2])
        assert related(migrated) == {1: (2,), 2: (1,)}
        assert undo(migrated) == "Relate “1” and “2”"
        assert undo(migrated) == "Start “a”"
        assert g.list_groupings(migrated) == []
    assert len(list((tmp_path / "project").glob("backups/*-update.sqlite3"))) == 1
