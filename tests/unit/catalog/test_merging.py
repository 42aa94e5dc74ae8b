"""Two curators at the same pictures in different folders, and the marks of one at the other's."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.authorship import authors_of_marks
from archive_gui.catalog.interchange.exports import export_groupings
from archive_gui.catalog.interchange.merging import merge_file, take_theirs
from archive_gui.catalog.journal import redo, undo, undo_label
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from tests.conftest import draw
from tests.unit.catalog.conftest import scan_and_read


@pytest.fixture
def other(scanned: Project, tmp_path: Path) -> Iterator[Project]:
    """The same pictures under other names; 000.jpg is another picture, 009.jpg is not there."""
    folder = tmp_path / "elsewhere" / "photos"
    shutil.copytree(scanned.archive / "photos", folder)
    (folder / "000.jpg").rename(folder / "first.jpg")
    draw(77).save(folder / "000.jpg")
    (folder / "009.jpg").unlink()
    with Project.create(tmp_path / "other", folder.parent) as opened:
        scan_and_read(opened)
        yield opened


def named(project: Project) -> dict[str, int]:
    return {image.path.rpartition("/")[2]: image.id for image in list_images(project)}


def roles(project: Project) -> dict[str, dict[str, str]]:
    """The roles by file name of each grouping by its name."""
    names = {number: name for name, number in named(project).items()}
    return {
        x.name: {names[x.anchor]: "A"}
        | {names[i]: "P" for i in x.positives}
        | {names[i]: "N" for i in x.negatives}
        for x in g.list_groupings(project)
    }


@pytest.fixture
def exported(scanned: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What Anna said of 000 (an anchor), 001, 002 and 009 (alike), 003 and 004 (not)."""
    monkeypatch.setenv("LOGNAME", "anna")
    here = named(scanned)
    grouping = g.create_grouping(scanned, here["000.jpg"], "Seals")
    alike = [here[name] for name in ("001.jpg", "002.jpg", "009.jpg")]
    g.mark(scanned, grouping, alike, Role.POSITIVE)
    g.mark(scanned, grouping, [here["003.jpg"], here["004.jpg"]], Role.NEGATIVE)
    g.set_note(scanned, grouping, "red wax")
    g.create_grouping(scanned, here["009.jpg"], "Lost")
    export_groupings(scanned, tmp_path / "anna.json")
    monkeypatch.setenv("LOGNAME", "bruno")
    return tmp_path / "anna.json"


def test_marks_are_merged_by_content_with_conflicts_and_one_undo(other: Project, exported: Path):
    here = named(other)
    grouping = g.create_grouping(other, here["first.jpg"], "Seals")
    g.mark(other, grouping, [here["003.jpg"]], Role.POSITIVE)
    g.mark(other, grouping, [here["001.jpg"]], Role.POSITIVE)
    g.set_note(other, grouping, "box 7")
    before = g.list_groupings(other)

    report = merge_file(other, exported)
    assert (report.who, report.groupings, report.marks) == ("anna", 1, 2)
    assert roles(other) == {
        "Seals": {
            "first.jpg": "A",
            "001.jpg": "P",
            "002.jpg": "P",
            "003.jpg": "P",
            "004.jpg": "N",
        }
    }
    assert g.list_groupings(other)[0].note == "box 7\nred wax"
    [conflict] = report.conflicts
    assert (conflict.name, conflict.path) == ("Seals", "photos/003.jpg")
    assert (conflict.here, conflict.here_by.who) == (Role.POSITIVE, "bruno")
    assert (conflict.there, conflict.there_by.who) == (Role.NEGATIVE, "anna")
    assert conflict.there_by.when
    assert conflict.here_by.when
    assert [left.path for left in report.left_out] == ["photos/009.jpg"] * 2
    authors = {image: author.who for (_, image), author in authors_of_marks(other).items()}
    assert authors == {
        here["first.jpg"]: "bruno",
        here["001.jpg"]: "bruno",
        here["003.jpg"]: "bruno",
        here["002.jpg"]: "anna",
        here["004.jpg"]: "anna",
    }

    again = merge_file(other, exported)
    assert (again.marks, again.conflicts) == (0, report.conflicts)
    assert undo_label(other) == "Merge the groupings of anna"
    undo(other)
    assert g.list_groupings(other) == before
    assert {author.who for author in authors_of_marks(other).values()} == {"bruno"}
    redo(other)
    assert take_theirs(other, report.conflicts) == 1
    assert roles(other)["Seals"]["003.jpg"] == "N"
    assert authors_of_marks(other)[grouping, here["003.jpg"]].who == "anna"
    assert take_theirs(other, report.conflicts) == 0
    undo(other)
    assert roles(other)["Seals"]["003.jpg"] == "P"


def test_what_was_merged_keeps_its_author_in_the_next_export(
    other: Project, exported: Path, tmp_path: Path
):
    merge_file(other, exported)
    export_groupings(other, tmp_path / "both.json")
    [written] = json.loads((tmp_path / "both.json").read_text("utf-8"))["groupings"]
    assert {mark["who"] for mark in written["marks"]} == {"anna"}
    assert written["marks"][0]["path"] == "photos/first.jpg"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[" * 100_000,
        b'{"format": "archive-gui groupings", "version": 1, "groupings": [7]}',
        b'{"format": "archive-gui groupings", "version": 1, "groupings": '
        b'[{"name": "x", "marks": [{"role": "owner", "path": "a"}]}]}',
        b'{"format": "archive-gui groupings", "version": 2, "groupings": []}',
    ],
)
def test_what_is_no_such_file_is_refused(scanned: Project, tmp_path: Path, content: bytes):
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(
        ArchiveError, match=r"bad\.json (holds no groupings|was written by a newer)"
    ):
        merge_file(scanned, file)
    assert undo_label(scanned) is None


def test_half_characters_of_another_curator_are_shown_as_question_marks(
    scanned: Project, tmp_path: Path
):
    half = "a\ud800"
    marks = [{"role": "anchor", "path": "photos/001.jpg", "who": half, "when": half}]
    marks.append({"role": "positive", "path": f"photos/{half}.jpg", "sha256": half})
    told = {"name": half, "note": half, "marks": marks}
    document = {"format": "archive-gui groupings", "version": 1, "who": half, "groupings": [told]}
    file = tmp_path / "half.json"
    file.write_text(json.dumps(document))
    report = merge_file(scanned, file)
    assert (report.who, report.marks, report.left_out[0].path) == ("a?", 1, "photos/a?.jpg")
    [grouping] = g.list_groupings(scanned)
    assert (grouping.name, grouping.note) == ("a?", "a?")
    assert [author.who for author in authors_of_marks(scanned).values()] == ["a?"]


def test_hostile_marks_name_nothing_outside(scanned: Project, tmp_path: Path):
    marks = [{"role": "anchor", "path": path} for path in ("../../etc/passwd", "/etc/passwd")]
    marks += [{"role": "anchor", "path": "photos/001.jpg", "sha256": 7, "who": []}]
    marks += [{"role": "anchor", "path": "photos/002.jpg"}]
    document = {"format": "archive-gui groupings", "version": 1, "who": 3}
    document["groupings"] = [{"name": " ", "marks": marks}, {"name": "x", "marks": marks}]
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps(document))
    report = merge_file(scanned, file)
    assert (report.groupings, report.marks) == (1, 2)
    assert roles(scanned) == {"x": {"001.jpg": "A", "002.jpg": "P"}}
    outside = [left for left in report.left_out if "leads out" in left.reason]
    assert len(outside) == 4
