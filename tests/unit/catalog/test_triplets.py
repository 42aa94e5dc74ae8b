import csv
import unicodedata
from pathlib import Path

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog.images import list_images
from archive_gui.catalog.journal import undo
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.triplets import (
    count_triplets,
    export_triplets,
    import_groups,
    import_triplets,
)
from archive_gui.errors import ArchiveError
from tests.conftest import draw
from tests.unit.catalog.conftest import scan_and_read

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def marked(project: Project) -> Project:
    """Two groupings with triplets, one without negatives; odd names of files and groupings."""
    for name in ("=1+1.jpg", "a, b.jpg", 'say "x".jpg', "Ä.jpg"):
        draw(len(name) + 60).save(project.archive / name)
    scan_and_read(project)
    ids = {image.path: image.id for image in list_images(project)}
    first = g.create_grouping(project, ids["=1+1.jpg"], "@home")
    g.mark(project, first, [ids["a, b.jpg"], ids["photos/000.jpg"]], Role.POSITIVE)
    g.mark(project, first, [ids['say "x".jpg'], ids["Ä.jpg"]], Role.NEGATIVE)
    second = g.create_grouping(project, ids["photos/001.jpg"], "Lines, «quoted»")
    g.mark(project, second, [ids["photos/002.jpg"]], Role.POSITIVE)
    g.mark(project, second, [ids["photos/003.jpg"]], Role.NEGATIVE)
    third = g.create_grouping(project, ids["photos/004.jpg"])
    g.mark(project, third, [ids["photos/005.jpg"]], Role.POSITIVE)
    return project


def test_export_is_exactly_the_contract(marked: Project, tmp_path: Path):
    out = tmp_path / "t.csv"
    assert export_triplets(marked, out) == 5 == count_triplets(g.list_groupings(marked))
    data = out.read_bytes()
    assert data.startswith(BOM + b"grouping,anchor,positive,negative\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 6
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))[1:]
    assert rows == sorted(rows)
    assert rows[0] == ["./@home", "./=1+1.jpg", "a, b.jpg", 'say "x".jpg']


def test_export_import_export_gives_the_same_bytes(marked: Project, tmp_path: Path):
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    export_triplets(marked, first)
    with Project.create(tmp_path / "empty", marked.archive) as empty:
        scan_and_read(empty)
        report = import_triplets(empty, first)
        assert (report.groupings, report.marks, report.skipped) == (2, 8, ())
        export_triplets(empty, second)
        assert second.read_bytes() == first.read_bytes()
        assert import_triplets(empty, first).marks == 0
        undo(empty)
        assert g.list_groupings(empty) == []


def test_import_takes_any_column_order_more_columns_and_no_bom(scanned: Project, tmp_path: Path):
    file = tmp_path / "t.csv"
    file.write_text(
        "note,negative,positive,anchor,grouping\n"
        "hm,./photos/002.jpg,photos/001.jpg,photos/x/../000.jpg,G\n"
    )
    report = import_triplets(scanned, file)
    assert (report.groupings, report.marks, report.skipped) == (1, 3, ())


def test_import_adds_to_the_grouping_of_that_name_and_anchor(scanned: Project, tmp_path: Path):
    ids = [image.id for image in list_images(scanned)]
    grouping = g.create_grouping(scanned, ids[0], "G")
    file = tmp_path / "t.csv"
    file.write_text(
        "grouping,anchor,positive,negative\n"
        "G,photos/000.jpg,photos/001.jpg,photos/002.jpg\n"
        "G,photos/005.jpg,photos/001.jpg,photos/002.jpg\n"
    )
    assert import_triplets(scanned, file).groupings == 2
    assert g.list_groupings(scanned)[0].id == grouping
    assert g.list_groupings(scanned)[0].positives == (ids[1],)


def test_lines_that_cannot_be_taken_are_skipped_and_numbered(scanned: Project, tmp_path: Path):
    file = tmp_path / "t.csv"
    file.write_text(
        "grouping,anchor,positive,negative\n"
        "G,photos/000.jpg,photos/001.jpg,nowhere.jpg\n"
        'G,photos/000.jpg,photos/001.jpg,"../\nsecret.jpg"\n'
        "G,/etc/passwd,photos/001.jpg,photos/002.jpg\n"
        "\n"
        "G,photos/000.jpg,photos/001.jpg,photos/001.jpg\n"
        "G,photos/000.jpg,photos/001.jpg\n"
        ",photos/000.jpg,photos/001.jpg,photos/002.jpg\n"
        "G,photos/000.jpg,photos/001.jpg,photos/002.jpg\n"
        "G,photos/000.jpg,photos/002.jpg,photos/003.jpg\n"
    )
    report = import_triplets(scanned, file)
    assert [skip.line for skip in report.skipped] == [2, 3, 5, 7, 8, 9, 11]
    assert "no image" in report.skipped[0].reason
    assert "leads out" in report.skipped[1].reason
    assert "negative already" in report.skipped[-1].reason
    assert (report.groupings, report.marks) == (1, 3)


def test_decomposed_accents_find_their_file(marked: Project, tmp_path: Path):
    file = tmp_path / "g.csv"
    file.write_text("path,group\n" + unicodedata.normalize("NFD", "Ä.jpg") + ",umlaut\n")
    assert import_groups(marked, file).groupings == 1


def test_groups_become_groupings_with_the_first_row_as_anchor(scanned: Project, tmp_path: Path):
    ids = [image.id for image in list_images(scanned)]
    file = tmp_path / "g.csv"
    file.write_bytes(
        BOM + b"path,group\r\n"
        b"photos/003.jpg,b\r\ngone.jpg,a\r\nphotos/001.jpg,a\r\nphotos/000.jpg,b\r\n"
        b"photos/002.jpg,a\r\nphotos/003.jpg,b\r\n"
    )
    report = import_groups(scanned, file)
    assert (report.groupings, report.marks) == (2, 4)
    assert [skip.line for skip in report.skipped] == [3]
    assert [(x.name, x.anchor, x.positives) for x in g.list_groupings(scanned)] == [
        ("b", ids[3], (ids[0],)),
        ("a", ids[1], (ids[2],)),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"path,class\na,b\n", "no column"),
        (b"", "no column"),
        ("path,group\nä,b\n".encode("latin-1"), "UTF-8"),
        (b'path,group\n"a,b\n', "no CSV"),
    ],
)
def test_files_that_are_no_such_table_are_refused(scanned, tmp_path, content, sentence):
    file = tmp_path / "g.csv"
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match=sentence):
        import_groups(scanned, file)
    assert g.list_groupings(scanned) == []


def test_an_export_that_fails_leaves_the_older_file(marked: Project, tmp_path: Path):
    with pytest.raises(ArchiveError, match="cannot be written"):
        export_triplets(marked, tmp_path / "nowhere" / "t.csv")


def test_nothing_is_exported_over_an_original_or_over_the_catalog(scanned: Project):
    original = scanned.archive / "photos" / "000.jpg"
    before = original.read_bytes()
    for target in (original, scanned.archive / "triplets.csv", scanned.catalog_file):
        with pytest.raises(ArchiveError, match="choose another place"):
            export_triplets(scanned, target)
    assert original.read_bytes() == before
    assert not (scanned.archive / "triplets.csv").exists()
