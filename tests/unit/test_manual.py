"""The pictures of the manual: each is there, in every language, and none is left over."""

import re
from pathlib import Path

import pytest
from PIL import Image

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
