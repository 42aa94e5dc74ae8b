"""What is dragged and pasted: images of the grid, files, pictures from elsewhere."""

import base64
import binascii
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

IMAGE_IDS = "application/x-archive-gui-images"


@dataclass(frozen=True)
class Dropped:
    """What somebody dropped or pasted; the first that is not empty counts.

    `ids` are images of the grid, `files` are local files or folders, `picture` is image data
    such as a browser gives, `data` is the file of a picture that came without a name, `remote`
    the address of one that came without its data.
    """

    ids: tuple[int, ...] = ()
    files: tuple[Path, ...] = ()
    picture: QImage | None = None
    data: bytes = b""
    remote: str = ""

    def __bool__(self) -> bool:
        return bool(self.ids or self.files or self.picture is not None or self.data or self.remote)


def images_mime(ids: Sequence[int], files: Sequence[Path], project: Path) -> QMimeData:
    """What a drag of archive images carries: their ids for us, their files for the others.

    Ids mean nothing without the folder of the `project` whose they are.
    """
    data = QMimeData()
    carried = {"project": os.fspath(project), "images": list(ids)}
    data.setData(IMAGE_IDS, QByteArray(json.dumps(carried).encode()))
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def dragged_ids(data: QMimeData, project: Path | None) -> tuple[int, ...]:
    """The ids of the project's images in a drag, empty where there are none.

    Of images of another project, which may come from another process, the files count.
    """
    if project is None or not data.hasFormat(IMAGE_IDS):
        return ()
    try:
        carried = json.loads(bytes(data.data(IMAGE_IDS).data()))
        of_project = carried["project"] == os.fspath(project)
        return tuple(int(number) for number in carried["images"]) if of_project else ()
    except (ValueError, TypeError, KeyError):
        return ()


def copied() -> QMimeData:
    """What the clipboard holds."""
    # Some platforms have None where nothing was copied yet, which Qt's own signature denies.
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if held is None else held


def can_read(data: QMimeData, project: Path | None) -> bool:
    """Whether :func:`read` would find something, without copying any picture."""
    if dragged_ids(data, project) or data.hasUrls() or data.hasImage() or _image_format(data):
        return True
    return _INLINE.search(data.html() or data.text()) is not None


def read(data: QMimeData, project: Path | None) -> Dropped:
    """What a drop or the clipboard holds for the `project` that is open."""
    if ids := dragged_ids(data, project):
        return Dropped(ids=ids)
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Dropped(files=files)
    if data.hasImage():
        picture = QImage(data.imageData())
        if not picture.isNull():
            return Dropped(picture=picture)
    if found := _image_format(data):
        return Dropped(data=bytes(data.data(found).data()))
    addresses = [url.toString() for url in data.urls()]
    for text in (*addresses, data.html(), data.text()):
        if inline := _inline_picture(text):
            return Dropped(data=inline)
    return Dropped(remote=next(iter(addresses), ""))


# A picture that stands in the page itself, as pages of search results have them.
_INLINE = re.compile(r"data:image/[\w.+-]+(;base64)?,([^\s\"'<>]+)")


def _image_format(data: QMimeData) -> str:
    """The format in which a program gives a picture's file, without being asked to decode it."""
    return next((name for name in data.formats() if name.startswith("image/")), "")


def _inline_picture(text: str) -> bytes:
    found = _INLINE.search(text)
    if found is None:
        return b""
    raw = unquote_to_bytes(found[2])
    if not found[1]:
        return raw
    try:
        return base64.b64decode(raw, validate=True)
    except binascii.Error:
        return b""
