"""IIIF manifests of both versions, from files."""

import json
from pathlib import Path

import pytest

from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.manifests import import_manifest, read_manifest
from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import all_properties, properties_of
from archive_gui.errors import ArchiveError

HOST = "https://iiif.example"
TWO = {
    "@context": "http://iiif.io/api/presentation/2/context.json",
    "@type": "sc:Manifest",
    "label": [{"@value": "Album", "@language": "de"}],
    "metadata": [
        {"label": "Date", "value": "1901"},
        {"label": "Place", "value": ["Basel", "Bern"]},
    ],
    "license": "https://rights.example/",
    "sequences": [
        {
            "canvases": [
                {
                    "label": "f. 1r",
                    "images": [
                        {
                            "resource": {
                                "@id": f"{HOST}/2/photos%2F000.jpg/full/full/0/default.jpg",
                                "service": {"@id": f"{HOST}/2/photos%2F000.jpg"},
                            }
                        }
                    ],
                },
                {"label": "f. 1v", "images": [{"resource": {"@id": f"{HOST}/files/001.jpg"}}]},
                {"label": "002", "images": []},
                {"label": "f. 9", "images": [{"resource": {"@id": f"{HOST}/..%2F..%2Fetc.jpg"}}]},
            ]
        }
    ],
}
THREE = {
    "@context": "http://iiif.io/api/presentation/3/context.json",
    "type": "Manifest",
    "label": {"de": ["Album"], "fr": ["Recueil"]},
    "requiredStatement": {"label": {"en": ["Credit"]}, "value": {"en": ["<b>City</b> &amp; me"]}},
    "items": [
        {
            "type": "Canvas",
            "label": {"none": ["f. 1r"]},
            "metadata": [{"label": {"en": ["Date"]}, "value": {"en": ["1901", "1902"]}}],
            "items": [
                {
                    "items": [
                        {
                            "motivation": "painting",
                            "body": {
                                "id": f"{HOST}/3/000/full/max/0/default.jpg",
                                "type": "Image",
                                "service": [{"id": f"{HOST}/3/000", "type": "ImageService3"}],
                            },
                        }
                    ]
                }
            ],
        },
        {
            "type": "Canvas",
            "items": [
                {"items": [{"body": {"type": "Choice", "items": [{"id": f"{HOST}/001.JPG"}]}}]}
            ],
        },
    ],
}


def imported(project: Project, folder: Path, manifest: object) -> dict[str, dict[str, str]]:
    file = folder / "manifest.json"
    file.write_text(json.dumps(manifest), "utf-8")
    import_manifest(project, file)
    paths = {image.id: image.path for image in list_images(project)}
    return {paths[image]: values for image, values in all_properties(project).items()}


def test_a_manifest_of_version_2_is_kept_with_the_images_that_are_here(
    scanned: Project, tmp_path: Path
):
    album = {
        "Manifest": "Album",
        "Date": "1901",
        "Place": "Basel; Bern",
        "Rights": "https://rights.example/",
    }
    assert imported(scanned, tmp_path, TWO) == {
        "photos/000.jpg": {**album, "Label": "f. 1r"},
        "photos/001.jpg": {**album, "Label": "f. 1v"},
        "photos/002.jpg": {**album, "Label": "002"},
    }
    report = import_manifest(scanned, tmp_path / "manifest.json")
    assert (report.images, report.properties) == (3, 0)
    assert [skip.line for skip in report.skipped] == [4]


def test_a_manifest_of_version_3_is_kept_as_plain_text_of_one_language(
    scanned: Project, tmp_path: Path
):
    found = imported(scanned, tmp_path, THREE)
    assert found == {
        "photos/000.jpg": {
            "Manifest": "Album",
            "Credit": "City & me",
            "Label": "f. 1r",
            "Date": "1901; 1902",
        },
        "photos/001.jpg": {"Manifest": "Album", "Credit": "City & me"},
    }
    first = list_images(scanned)[0].id
    assert properties_of(scanned, first)[0] == ("Manifest", "Album")


def test_files_are_called_after_what_identifies_an_image():
    names = [canvas.file_name for canvas in read_manifest(json.dumps(TWO).encode(), "two")]
    assert names == ["0001-photos_000", "0002-001", "0003-002", "0004-etc"]


@pytest.mark.parametrize(
    "content",
    [
        b"<html>",
        b"[" * 100_000,
        b'{"type": "Collection", "items": []}',
        b'{"sequences": [7]}',
        b'{"type": "Manifest", "items": 3}',
    ],
)
def test_what_is_no_manifest_is_refused(scanned: Project, tmp_path: Path, content: bytes):
    (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(ArchiveError, match="no IIIF manifest"):
        import_manifest(scanned, tmp_path / "manifest.json")
    odd = {"type": "Manifest", "items": [3, {"label": {"en": [{"x": [1]}]}, "items": [[], "x"]}]}
    assert [canvas.number for canvas in read_manifest(json.dumps(odd).encode(), "odd")] == [2]


def test_half_characters_and_broken_addresses_do_no_harm(scanned: Project, tmp_path: Path):
    page = {"label": "000 \ud800", "images": [{"resource": {"@id": "http://[x/000.jpg"}}]}
    manifest = {"label": "000", "sequences": [{"canvases": [page, {"label": "000\ud800"}]}]}
    found = imported(scanned, tmp_path, manifest)
    assert found == {"photos/000.jpg": {"Manifest": "000", "Label": "000?"}}
    [first, _] = read_manifest(json.dumps(manifest).encode(), "odd")
    assert first.file_name == "0001-000"
    assert first.label == "000 ?"
