"""What is said after a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from archive_gui.gui.translation import counted

if TYPE_CHECKING:
    from archive_gui.operations.indexing import IndexReport


def scan_words(report: IndexReport, missing_before: int) -> str:
    """What a person has to look at after a scan, "" if there is nothing."""
    translate = QCoreApplication.translate
    told = []
    if report.missing > missing_before:
        told.append(
            counted(
                report.missing,
                translate(
                    "ProjectController",
                    "{n:,} file is missing now; if a drive is not connected, connect it and scan "
                    "again. All marks are kept.",
                ),
                translate(
                    "ProjectController",
                    "{n:,} files are missing now; if a drive is not connected, connect it and "
                    "scan again. All marks are kept.",
                ),
            )
        )
    if report.failed:
        told.append(
            counted(
                len(report.failed),
                translate(
                    "ProjectController",
                    "{n:,} file could not be read. Choose “Filter” above the grid to see which "
                    "and why.",
                ),
                translate(
                    "ProjectController",
                    "{n:,} files could not be read. Choose “Filter” above the grid to see which "
                    "and why.",
                ),
            )
        )
    return " ".join(told)
