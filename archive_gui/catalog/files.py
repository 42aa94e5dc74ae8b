"""Writing files so that a crash leaves the old one or the new one, never half of one."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside `target`; at the end of the block it becomes `target`.

    The file is synced before it is renamed. If the block raises, `target` is left as it was
    and the temporary file is removed. The temporary path keeps the target's suffix, for
    writers that choose a format by it.
    """
    temporary = target.with_name(f".{secrets.token_hex(6)}.part{target.suffix}")
    temporary.touch(exist_ok=False)
    try:
        yield temporary
        sync(temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync(target.parent)


def write_atomically(target: Path, data: bytes) -> None:
    """Write `data` to `target`, all of it or nothing."""
    with replacing(target) as temporary:
        temporary.write_bytes(data)


def sync(path: Path) -> None:
    """Have the system put a file, or (where it can) the names in a folder, on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
