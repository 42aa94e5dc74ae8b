"""Folders of its own for a program that runs outside of pytest, so that nobody's are touched."""

import os
from pathlib import Path

VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


def use_own_folders(folder: Path) -> None:
    """Keep projects, settings and logs in `folder`, also those of processes to come."""
    for variable in VARIABLES:
        os.environ[variable] = str(folder / variable)


def use_own_settings(folder: Path) -> None:
    """The same, and the settings of a window that this process opens."""
    # Most that use folders of their own never load Qt.
    from PySide6.QtCore import QSettings

    use_own_folders(folder)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
