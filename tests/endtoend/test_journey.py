from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from archive_gui.gui.app import make_application
from tests.endtoend.journey import Journey, Material, folder_material, sample_material
from tests.faults.census import census, differences
from tests.faults.originals import make_read_only

PHOTOS = Path(__file__).parents[3] / "shared" / "data" / "clothing"


@pytest.fixture(autouse=True)
def settings_folder(user_folders: Path) -> None:
    folder = user_folders / "XDG_CONFIG_HOME"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def travel(material: Material, out: Path) -> list[str]:
    """Go the whole way, on an archive that nobody may write; what the journey said."""
    make_application()
    make_read_only(material.archive)
    before, said = census(material.archive), []
    try:
        Journey(material, out, said.append).run()
        assert differences(before, census(material.archive)) == []
    finally:
        make_read_only(material.archive, read_only=False)
    return said


def test_the_journey_through_the_sample_archive(tmp_path: Path) -> None:
    said = travel(sample_material(tmp_path), tmp_path / "out")
    assert said[-1] == "The window is closed and the project is in order"
    assert (tmp_path / "out" / "triplets.csv").is_file()


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="these photographs are not part of the program")
def test_the_journey_through_photographs(tmp_path: Path) -> None:
    material = folder_material(PHOTOS, tmp_path, groups=8, images=20)
    said = travel(material, tmp_path / "out")
    assert said[-1] == "The window is closed and the project is in order"
