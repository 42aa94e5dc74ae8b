"""SHA-256 digests of files, and reading a file once for its digest and its pixels."""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive_gui.progress import Progress

# A larger file is hashed in passing and decoded from its path, so that memory stays bounded.
IN_MEMORY = 512 * 1024**2
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's SHA-256 in hexadecimal, and its bytes unless it is very large."""

    sha256: str
    data: bytes | None


def open_file(file: Path, buffering: int = -1) -> BinaryIO:
    """Open an ordinary file for reading; OSError when it is none or cannot be opened.

    A pipe or a device that has taken the place of a file would never come to its end.
    """

    def opener(path: str, flags: int) -> int:
        return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))

    opened: BinaryIO = open(file, "rb", buffering=buffering, opener=opener)  # noqa: SIM115
    if stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        return opened
    opened.close()
    raise OSError(errno.EINVAL, "it is no ordinary file", os.fspath(file))


def sha256_of(file: Path, progress: Progress | None = None) -> str:
    """The SHA-256 of a file in hexadecimal; OSError when it cannot be read.

    `progress` is only asked whether to stop, about every millisecond; then Cancelled is raised.
    """
    progress = progress or Progress()
    digest = hashlib.sha256()
    with open_file(file, buffering=0) as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
            progress.check()
    return digest.hexdigest()


def read_file(file: Path, limit: int = IN_MEMORY, progress: Progress | None = None) -> FileContent:
    """Read a file once; OSError when that cannot be done.

    The bytes of a file of more than `limit` bytes are not kept: decode it from its path.
    `progress` is only asked whether to stop.
    """
    with open_file(file) as opened:
        size = os.fstat(opened.fileno()).st_size
        if size <= limit:
            # No more than that, also of a file that grows meanwhile: the next scan notices.
            data = opened.read(size)
            return FileContent(hashlib.sha256(data).hexdigest(), data)
    return FileContent(sha256_of(file, progress), None)
