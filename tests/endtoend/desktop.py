"""Two programs of one desktop, for a drag by the mouse from one to the other.

`python -m tests.endtoend.desktop source FILE` shows a file that can be dragged;
`python -m tests.endtoend.desktop window ARCHIVE` opens the program, says where its drop zone is
(`ready X Y`) once the archive is searchable, and after a query what it found (`found NAME COUNT`).
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from archive_gui.gui.app import make_application
from archive_gui.gui.main_window import MainWindow

PATIENCE = 120
# Beside the window of the program, which lies at the left edge of the screen.
SOURCE_PLACE = QPoint(1320, 60)


class Source(QLabel):
    """A file as a file manager shows it: pressed and moved, it is dragged."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self._file = file
        self.setFixedSize(200, 120)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.move(SOURCE_PLACE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._file))])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def say(*words: object) -> None:
    print(*words, flush=True)


def show_source(file: Path) -> int:
    """Show the file until the process is ended."""
    application = QApplication([])
    source = Source(file)
    source.show()
    say("ready", SOURCE_PLACE.x() + 100, SOURCE_PLACE.y() + 60)
    return application.exec()


def show_window(archive: Path) -> int:
    """Open the archive, wait for one query, and end."""
    application = make_application()
    window = MainWindow()
    window.setGeometry(0, 0, 1280, 800)
    window.show()

    def ready() -> None:
        zone = window.query_panel.zone
        place = zone.mapToGlobal(zone.rect().center())
        say("ready", place.x(), place.y())

    def found() -> None:
        query, report = window.query.query, window.query.report
        assert query is not None
        assert report is not None
        say("found", query.name, len(report.results))
        window.close_now()

    window.scan_finished.connect(ready)
    window.query_finished.connect(found)
    window.window_closed.connect(application.quit)
    # Whoever waits for a word is not to wait for ever.
    QTimer.singleShot(PATIENCE * 1000, application.quit)
    window.project.open(archive)
    return application.exec()


if __name__ == "__main__":
    role, path = sys.argv[1], Path(sys.argv[2])
    sys.exit(show_source(path) if role == "source" else show_window(path))
