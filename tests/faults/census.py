"""What lies in a folder, to the last bit, so that any touch shows."""

import hashlib
import os
import stat
from pathlib import Path

Census = dict[str, tuple[int, int, int, int, str]]


def census(folder: Path) -> Census:
    """Of everything below: inode, size, time of modification, mode, and SHA-256 or target."""
    found: Census = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        status = path.lstat()
        content = ""
        if stat.S_ISREG(status.st_mode):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        elif stat.S_ISLNK(status.st_mode):
            content = os.readlink(path)  # noqa: PTH115
        found[os.fsdecode(os.path.relpath(path, folder))] = (
            status.st_ino,
            status.st_size,
            status.st_mtime_ns,
            status.st_mode,
            content,
        )
    return found


def differences(before: Census, after: Census) -> list[str]:
    """The names that came, went or differ."""
    return sorted(
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    )
