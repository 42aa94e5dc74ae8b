"""Marks as other programs read them: tables, annotations, sidecars."""

import csv
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.authorship import user_name
from archive_gui.catalog.interchange.exports import export_groupings
from archive_gui.catalog.interchange.metadata import import_metadata
from archive_gui.catalog.interchange.sidecars import export_sidecars
from archive_gui.catalog.journal import undo
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from tests.conftest import draw
from tests.unit.catalog.conftest import scan_and_read

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "archive": "urn:archive-gui:xmp:1:",
}


@pytest.fixture
def described(scanned: Project, tmp_path: Path) -> Project:
    """Images 0 to 3 in a grouping that is called like a formula, 0 and 5 with metadata."""
    ids = [image.id for image in list_images(scanned)]
    grouping = g.create_grouping(scanned, ids[0], "=Seals & <stamps>")
    g.mark(scanned, grouping, ids[1:3], Role.POSITIVE)
    g.mark(scanned, grouping, [ids[3]], Role.NEGATIVE)
    g.set_note(scanned, grouping, "from box 7")
    table = tmp_path / "metadata.csv"
    table.write_text(
        "filename,dc:title,dc:creator,Place,path\n"
        "000.jpg,Brücke <1>,Anna,\u000bBasel,x\n000.jpg,Brücke <1>,Bruno,,\n005.jpg,,,Bern,\n",
        "utf-8",
    )
    import_metadata(scanned, table, "filename")
    return scanned


def test_a_table_has_every_mark_with_the_metadata(described: Project, tmp_path: Path):
    assert export_groupings(described, tmp_path / "marks.csv") == 4
    with (tmp_path / "marks.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["mark"] for row in rows] == ["anchor", "positive", "positive", "negative"]
    assert rows[0]["grouping"] == "./=Seals & <stamps>"
    assert rows[0]["path"] == "photos/000.jpg"
    assert rows[0]["path (metadata)"] == "x"
    assert rows[0]["dc:creator"] == "Anna; Bruno"
    assert len(rows[0]["sha256"]) == 64
    assert rows[3]["Place"] == ""
    assert rows[0]["who"] == user_name()
    assert rows[0]["when"].endswith("+00:00")


def test_annotations_link_every_mark_to_its_anchor(described: Project, tmp_path: Path):
    assert export_groupings(described, tmp_path / "marks.jsonld") == 4
    page = json.loads((tmp_path / "marks.jsonld").read_text("utf-8"))
    assert page["type"] == "AnnotationPage"
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    anchor, positive, _, negative = page["items"]
    assert (anchor["motivation"], positive["motivation"]) == ("classifying", "linking")
    assert anchor["note"] == "from box 7"
    assert [body["value"] for body in anchor["body"]] == ["=Seals & <stamps>", "anchor"]
    linked, classified, tagged = negative["body"]
    assert (linked["purpose"], linked["source"]) == ("linking", anchor["target"])
    assert classified["value"] == "=Seals & <stamps>"
    assert (tagged["purpose"], tagged["value"]) == ("tagging", "negative")
    assert negative["target"]["id"] == "photos/003.jpg"
    assert negative["creator"] == {"type": "Person", "name": user_name()}
    moments = [each[key] for each in page["items"] for key in ("created", "generated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each) for each in moments)
    assert negative["generator"]["name"].startswith("archive-gui ")
    # The same marks have the same identities another time.
    export_groupings(described, tmp_path / "again.jsonld")
    again = json.loads((tmp_path / "again.jsonld").read_text("utf-8"))
    assert [item["id"] for item in again["items"]] == [item["id"] for item in page["items"]]
    assert len({item["id"] for item in page["items"]}) == 4


def test_who_took_a_mark_back_did_not_make_it(described: Project, tmp_path: Path):
    [grouping] = g.list_groupings(described)
    g.mark(described, grouping.id, [grouping.negatives[0]], Role.POSITIVE)
    undo(described)
    export_groupings(described, tmp_path / "marks.json")
    document = json.loads((tmp_path / "marks.json").read_text("utf-8"))
    [written] = document["groupings"]
    assert document["format"] == "archive-gui groupings"
    assert (written["name"], written["note"]) == ("=Seals & <stamps>", "from box 7")
    assert [mark["role"] for mark in written["marks"]] == [
        "anchor",
        "positive",
        "positive",
        "negative",
    ]
    assert all(mark["who"] == user_name() and mark["when"] for mark in written["marks"])


def test_sidecars_lie_beside_no_image_and_over_no_file_of_others(
    described: Project, tmp_path: Path
):
    out = tmp_path / "sidecars"
    (out / "photos").mkdir(parents=True)
    (out / "photos" / "001.jpg.xmp").write_text("<mine/>")
    report = export_sidecars(described, out)
    assert report.left == ("photos/001.jpg.xmp",)
    assert report.written == 4
    assert (out / "photos" / "001.jpg.xmp").read_text() == "<mine/>"
    assert sorted(file.name for file in (out / "photos").iterdir()) == [
        f"{number:03}.jpg.xmp" for number in (0, 1, 2, 3, 5)
    ]
    root = ElementTree.parse(out / "photos" / "000.jpg.xmp").getroot()
    texts = {
        element: [each.text for each in root.findall(f".//dc:{element}//rdf:li", SPACES)]
        for element in ("title", "creator", "subject")
    }
    assert texts == {
        "title": ["Brücke <1>"],
        "creator": ["Anna", "Bruno"],
        "subject": ["=Seals & <stamps>"],
    }
    names = [each.text for each in root.findall(".//archive:name", SPACES)]
    assert names == ["dc:title", "dc:creator", "Place", "path"]
    assert [each.text for each in root.findall(".//archive:mark", SPACES)] == ["anchor"]
    negative = ElementTree.parse(out / "photos" / "003.jpg.xmp").getroot()
    assert negative.findall(".//dc:subject", SPACES) == []
    # Another time they are written anew.
    assert export_sidecars(described, out).written == 4


def test_nothing_is_written_into_the_archive(described: Project, tmp_path: Path):
    first = described.archive / "photos" / "00"
    first.mkdir()
    draw(50).save(first / "050.jpg")
    scan_and_read(described)
    g.create_grouping(described, list_images(described)[0].id)
    (described.archive / "other").mkdir()
    before = sorted(described.archive.rglob("*"))
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "photos").symlink_to(described.archive / "photos")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "photos").symlink_to(described.archive / "other")
    for refused in (
        described.archive,
        described.archive / "new",
        tmp_path / "link",
        tmp_path / "deep",
    ):
        with pytest.raises(ArchiveError, match="nothing is ever written"):
            export_sidecars(described, refused)
    with pytest.raises(ArchiveError, match="nothing is ever written"):
        export_groupings(described, described.archive / "marks.csv")
    with pytest.raises(ArchiveError, match=r"\.jsonld"):
        export_groupings(described, tmp_path / "marks.xml")
    assert sorted(described.archive.rglob("*")) == before
