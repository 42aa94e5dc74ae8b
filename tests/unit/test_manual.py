"""The manual, in every language: all its pictures are there, and names in it are those in use."""

import re
from pathlib import Path

import pytest
from PIL import Image

from archive_gui import WHEEL
from archive_gui.learning.backbones import BACKBONES

MANUAL = Path(__file__).parents[2] / "resources" / "manual"
NAMES = {"en": "manual.html", "de": "manual_de.html", "fr": "manual_fr.html"}
PICTURE = re.compile(r'<img src="pictures/(\w+)/(\w+)\.webp" width="(\d+)"\s+alt="([^"]+)">')
MEGABYTES = 4


def pictures(language: str) -> list[tuple[str, int]]:
    """The names and widths of the pictures in a manual, in its order."""
    text = (MANUAL / NAMES[language]).read_text("utf-8")
    found = PICTURE.findall(text)
    assert len(found) == text.count('src="pictures/')
    assert {place for place, *_ in found} == {language}
    return [(name, int(width)) for _, name, width, _ in found]


@pytest.mark.parametrize("language", NAMES)
def test_each_picture_that_a_manual_shows_is_there_in_its_language(language: str):
    shown = pictures(language)
    assert shown == pictures("en")
    folder = MANUAL / "pictures" / language
    assert sorted(f"{name}.webp" for name, _ in shown) == sorted(f.name for f in folder.iterdir())
    for name, width in shown:
        with Image.open(folder / f"{name}.webp") as picture:
            assert picture.width == 2 * width


def test_the_pictures_are_small_enough_to_ship():
    size = sum(file.stat().st_size for file in (MANUAL / "pictures").rglob("*.webp"))
    assert size < MEGABYTES * 1_000_000


@pytest.mark.parametrize("language", NAMES)
def test_each_manual_names_the_wheel_and_every_network_as_they_are_called(language: str):
    text = (MANUAL / NAMES[language]).read_text("utf-8")
    for extra in ("cluster", "openvino"):
        assert f'pip install "{WHEEL}[{extra}]"' in " ".join(text.split())
    assert [name for name in BACKBONES if f"<code>{name}</code>" not in text] == []
