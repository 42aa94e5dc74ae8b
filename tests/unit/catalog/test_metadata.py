"""Tables as Tropy, Omeka, ArchivesSpace and spreadsheets write them, into a real catalog."""

import shutil
from pathlib import Path

import pytest

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.metadata import import_metadata
from archive_gui.catalog.journal import undo
from archive_gui.catalog.migrating import SCHEMA
from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import (
    PropertyName,
    all_properties,
    group_by,
    properties_of,
    property_names,
    property_words,
)
from archive_gui.errors import ArchiveError
from tests.unit.catalog.conftest import scan_and_read


@pytest.fixture
def ids(scanned: Project) -> dict[str, int]:
    return {image.path: image.id for image in list_images(scanned)}


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "metadata.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("path,Title\nphotos/000.jpg,Brücke\nphotos/001.jpg,Markt\n", "path"),
        ("Title,Photo path\nBrücke,{archive}/photos/000.jpg\nMarkt,photos/./001.jpg\n", None),
        ("Item: Title;Item: Files\nBrücke;000.jpg\nMarkt;001.JPG\n", "Item: Files"),
        (
            "title\tfile_version_file_uri\nBrücke\thttps://a.example/x/000.jpg?s=1\n"
            "Markt\tfile://{archive}/photos/001.jpg\n",
            "file_version_file_uri",
        ),
        ("Title,scan,who\nBrücke,photos\\000.jpg,\nMarkt,001,\n", "scan"),
        ("o:id|o:source|Title\n7|000.jpg|Brücke\n8|001.jpg|Markt\n", "o:source"),
    ],
    ids=["plain", "Tropy", "Omeka", "ArchivesSpace", "spreadsheet", "Omeka S"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_of_other_programs_are_understood(
    scanned: Project, ids, tmp_path: Path, text: str, column: str | None, encoding: str
):
    file = write(tmp_path, text.replace("{archive}", str(scanned.archive)), encoding)
    report = import_metadata(scanned, file)
    assert report.skipped == ()
    assert report.images == 2
    assert report.file_column == column or column is None
    title = "title" if "\ttitle" in f"\t{text}" else "Title"
    title = "Item: Title" if "Item: Title" in text else title
    assert dict(properties_of(scanned, ids["photos/000.jpg"]))[title] == "Brücke"
    assert dict(properties_of(scanned, ids["photos/001.jpg"]))[title] == "Markt"
    assert len(all_properties(scanned)) == 2


def test_what_names_no_image_is_told_by_its_line(scanned: Project, tmp_path: Path):
    (scanned.archive / "more").mkdir()
    shutil.copy(scanned.archive / "photos" / "000.jpg", scanned.archive / "more" / "000.jpg")
    scan_and_read(scanned)
    lines = [
        ("file", "Note"),
        ("photos/002.jpg", '"two\nlines"'),
        ("nowhere.jpg", "x"),
        ("../../etc/passwd", "x"),
        ("/etc/passwd", "x"),
        ("C:\\scans\\003.jpg", "x"),
        ("000.jpg", "x"),
        ("", "x"),
        ("003.jpg; 004.jpg", "both"),
    ]
    text = "\n".join(",".join(cells) for cells in lines)
    report = import_metadata(scanned, write(tmp_path, text), "file")
    assert report.images == 3
    assert [(skip.line, skip.reason.split(" ", 1)[1][:20]) for skip in report.skipped] == [
        (4, "is no image of the a"),
        (5, "leads out of the arc"),
        (6, "leads out of the arc"),
        (7, "leads out of the arc"),
        (8, "images are called 00"),
        (9, "path is empty"),
    ]


def test_values_add_up_within_a_file_and_replace_those_of_an_older_one(
    scanned: Project, ids, tmp_path: Path
):
    first = "path,Subject,Subject,Place\n000.jpg,Bridge,River,Basel\n000.jpg,Bridge,Ferry,\n"
    assert import_metadata(scanned, write(tmp_path, first)).properties == 2
    image = ids["photos/000.jpg"]
    assert properties_of(scanned, image) == (
        ("Subject", "Bridge; River; Ferry"),
        ("Place", "Basel"),
    )
    words = property_words(scanned)[image]
    assert sorted(words.splitlines()) == ["Basel", "Bridge; River; Ferry"]
    second = "path,Place,Date\n000.jpg,,1901\n"
    assert import_metadata(scanned, write(tmp_path, second)).properties == 2
    assert properties_of(scanned, image) == (("Subject", "Bridge; River; Ferry"), ("Date", "1901"))
    assert import_metadata(scanned, write(tmp_path, second)).properties == 0


def test_a_column_becomes_groupings_that_one_undo_takes_back(scanned: Project, ids, tmp_path: Path):
    places = ["Basel", "Bern", "Basel", "Bern", "Chur", "Basel"]
    rows = [f"{n:03}.jpg,{place},{n}\n" for n, place in enumerate(places)]
    text = "filename,Place,Number\n" + "".join(rows)
    import_metadata(scanned, write(tmp_path, text))
    assert property_names(scanned) == [PropertyName("Place", 6, 2), PropertyName("Number", 6, 0)]
    report = group_by(scanned, "Place")
    assert (report.groupings, report.marks) == (2, 5)
    number = [ids[f"photos/{n:03}.jpg"] for n in range(6)]
    assert [(g.name, g.anchor, g.positives) for g in list_groupings(scanned)] == [
        ("Basel", number[0], (number[2], number[5])),
        ("Bern", number[1], (number[3],)),
    ]
    assert undo(scanned) == "Group by “Place”"
    assert list_groupings(scanned) == []
    assert len(all_properties(scanned)) == 6
    for refused in ("Date", "Number"):
        with pytest.raises(ArchiveError, match="nothing to group by"):
            group_by(scanned, refused)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"Colour,Size\nred,3\n", "no column that names images"),
        (b"\x81\x8d\x8f\xff,path\n1,000.jpg\n", "no table in UTF-8"),
        (b'path,x\n000.jpg,"' + b"a" * 200_000 + b'"\n', "no table in UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    scanned: Project, tmp_path: Path, content: bytes, told: str
):
    file = tmp_path / "metadata.csv"
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match=told):
        import_metadata(scanned, file)
    with pytest.raises(ArchiveError, match="cannot be read"):
        import_metadata(scanned, tmp_path / "none.csv")
    assert all_properties(scanned) == {}


def test_a_catalog_without_properties_is_migrated_with_its_marks(
    tmp_path: Path, make_archive, monkeypatch: pytest.MonkeyPatch
):
    earlier = tmp_path / "schema"
    earlier.mkdir()
    for script in sorted(SCHEMA.glob("*.sql"))[:2]:
        shutil.copy(script, earlier)
    with monkeypatch.context() as patch:
        patch.setattr("archive_gui.catalog.migrating.SCHEMA", earlier)
        with Project.create(tmp_path / "project", make_archive(3)) as old:
            scan_and_read(old)
            old.connection.execute("INSERT INTO groupings (name) VALUES ('a')")
            old.connection.execute("INSERT INTO marks VALUES (1, 2, 'anchor')")
    with Project.open(tmp_path / "project") as migrated:
        assert [g.anchor for g in list_groupings(migrated)] == [2]
        import_metadata(migrated, write(tmp_path, "path,Title\n002.jpg,x\n"))
        assert len(all_properties(migrated)) == 1
    assert len(list((tmp_path / "project").glob("backups/*-update.sqlite3"))) == 1
