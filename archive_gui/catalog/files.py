"""Writing files so that a crash leaves the old one or the new one, never half of one."""

import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

# What :func:`replacing` calls its files, and what SQLite leaves beside them.
_TORN = re.compile(r"\.[0-9a-f]{12}\.part(\.\w+)?(-\w+)?")


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


def remove_torn(folder: Path) -> None:
    """Remove what killed processes were writing below `folder`, in which nobody writes now."""
    with contextlib.suppress(OSError):
        for torn in list(folder.rglob(".*.part*")):
            if _TORN.fullmatch(torn.name):
                if torn.is_dir() and not torn.is_symlink():
                    shutil.rmtree(torn, ignore_errors=True)
                else:
                    torn.unlink()


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
