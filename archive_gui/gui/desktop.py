"""What the desktop does with a file: show it in its folder, open it with its own program."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

# https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
_SERVICE = "org.freedesktop.FileManager1"
_PATH = "/org/freedesktop/FileManager1"


def open_file(file: Path) -> bool:
    """Open a file or a folder with the program that the desktop has for it; False without one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def encoded_url(file: Path) -> str:
    """The address of a file, in the letters that other programs take."""
    return QUrl.fromLocalFile(str(file)).toString(QUrl.ComponentFormattingOption.FullyEncoded)


def show_in_folder(files: Sequence[Path], parent: QObject) -> None:
    """Have the file manager show files in their folder, or open the folder of the first.

    Returns at once; the answer of the file manager waits in `parent`.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "ShowItems")
    message.setArguments([[encoded_url(file) for file in files], ""])
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        open_file(files[0].parent)
        return
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), parent)

    def answered() -> None:
        if watcher.isError():
            open_file(files[0].parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)
