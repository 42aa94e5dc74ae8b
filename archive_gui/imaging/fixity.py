"""SHA-256 digests of files, and reading a file once for its digest and its pixels."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

# A larger file is hashed in passing and decoded from its path, so that memory stays bounded.
_IN_MEMORY = 256 * 1024**2


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's SHA-256 in hexadecimal, and its bytes unless it is very large."""

    sha256: str
    data: bytes | None


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file in hexadecimal; OSError when it cannot be read."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def read_file(file: Path) -> FileContent:
    """Read a file once; OSError when that cannot be done."""
    if file.stat().st_size > _IN_MEMORY:
        return FileContent(sha256_of(file), None)
    data = file.read_bytes()
    return FileContent(hashlib.sha256(data).hexdigest(), data)
