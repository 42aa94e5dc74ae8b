from pathlib import Path

import pytest

from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.errors import ArchiveError
from archive_gui.operations.exporting import export_parts
from archive_gui.operations.querying import QueryReport, QueryResult
from archive_gui.operations.results_csv import export_results


def image(number: int, path: str) -> ImageRecord:
    return ImageRecord(number, path, 1, 1, "0" * 64, 4, 3, "JPEG", 1, None, False)


def report_of(*found: tuple[ImageRecord, float]) -> QueryReport:
    results = tuple(
        QueryResult(rank, image, distance) for rank, (image, distance) in enumerate(found, start=1)
    )
    return QueryReport("a picture", 3, results, 1.0, 1.0)


def test_results_are_written_byte_for_byte(project: Project, tmp_path: Path):
    plain, formula = image(1, "photos/000.jpg"), image(2, "=1+1.jpg")
    odd = image(3, 'Архив, "Ящик" 上海.jpg')
    report = report_of((plain, -1e-7), (formula, 0.25), (odd, 1 / 3))
    marks = {1: Role.ANCHOR, 3: Role.NEGATIVE}
    file = tmp_path / "results.csv"
    assert export_results(project, report, marks, file) == 3
    assert (
        file.read_bytes()
        == (
            "\ufeffrank,path,distance,model,mark\r\n"
            "1,photos/000.jpg,0.000000,3,anchor\r\n"
            "2,./=1+1.jpg,0.250000,3,\r\n"
            '3,"Архив, ""Ящик"" 上海.jpg",0.333333,3,negative\r\n'
        ).encode()
    )
    assert list(tmp_path.glob(".*")) == []


def test_results_are_never_written_into_the_archive(project: Project, tmp_path: Path):
    report = report_of((image(1, "photos/000.jpg"), 0.1))
    for place in (project.archive / "results.csv", tmp_path / "nowhere" / "results.csv"):
        with pytest.raises(ArchiveError, match="choose another place"):
            export_results(project, report, {}, place)
        assert not place.exists()


def test_parts_that_fail_leave_the_file_as_it_was(project: Project, tmp_path: Path):
    file = tmp_path / "out" / "sheet.pdf"
    file.parent.mkdir()
    export_parts(project, file, [b"first ", b"", b"second"])
    assert file.read_bytes() == b"first second"

    def parts():
        yield b"half"
        raise ArchiveError("no more")

    with pytest.raises(ArchiveError, match="no more"):
        export_parts(project, file, parts())
    assert [(each.name, each.read_bytes()) for each in file.parent.iterdir()] == [
        ("sheet.pdf", b"first second")
    ]
