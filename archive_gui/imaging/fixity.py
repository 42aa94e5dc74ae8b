"""SHA-256 digests of files, and reading a file once for its digest and its pixels."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from archive_gui.progress import Progress

# A larger file is hashed in passing and decoded from its path, so that memory stays bounded.
IN_MEMORY = 512 * 1024**2
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's SHA-256 in hexadecimal, and its bytes unless it is very large."""

    sha256: str
    data: bytes | None


def sha256_of(file: Path, progress: Progress | None = None) -> str:
    """The SHA-256 of a file in hexadecimal; OSError when it cannot be read.

    `progress` is only asked whether to stop, about every millisecond; then Cancelled is raised.
    """
    progress = progress or Progress()
    digest = hashlib.sha256()
    with file.open("rb", buffering=0) as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
            progress.check()
    return digest.hexdigest()


def read_file(file: Path, limit: int = IN_MEMORY, progress: Progress | None = None) -> FileContent:
    """Read a file once; OSError when that cannot be done.

    The bytes of a file of more than `limit` bytes are not kept: decode it from its path.
    `progress` is only asked whether to stop.
    """
    if file.stat().st_size > limit:
        return FileContent(sha256_of(file, progress), None)
    data = file.read_bytes()
    return FileContent(hashlib.sha256(data).hexdigest(), data)
