from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from archive_gui.gui.app import make_application
from tests.endtoend.monkey import EVENTS, SEED, let_loose


def test_a_monkey_finds_no_defect_and_leaves_the_project_in_order(
    user_folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = user_folders / "XDG_CONFIG_HOME"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    make_application()
    assert let_loose(tmp_path, EVENTS, SEED) == []
    groupings, changes = (int(word) for word in capsys.readouterr().out.split() if word.isdigit())
    assert groupings > 3
    assert changes > 40
