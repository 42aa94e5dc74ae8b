"""Writing files so that a crash leaves the old one or the new one, never half of one."""

import contextlib
import hashlib
import os
import platform
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

# What :func:`replacing` calls its files, and what SQLite leaves beside them.
_TORN = re.compile(
    r"\.([0-9a-f]{12}|[0-9a-f]{10}(?P<process>[0-9a-f]{8})[0-9a-f]{6})\.part(\.\w+)?(-\w+)?"
)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside `target`; at the end of the block it becomes `target`.

    The file is synced before it is renamed. If the block raises, `target` is left as it was
    and the temporary file is removed. The temporary path keeps the target's suffix, for
    writers that choose a format by it.
    """
    with unnamed(target.parent, target.name) as temporary:
        yield temporary
        sync(temporary)
        temporary.replace(target)
    sync(target.parent)


@contextlib.contextmanager
def unnamed(folder: Path, name: str) -> Iterator[Path]:
    """Give a temporary path in `folder` for what is to be called `name`, or alike.

    Unless it has got its name, it is removed at the end of the block.
    """
    unique = f"{_mark(name)}{os.getpid():08x}{secrets.token_hex(3)}"
    temporary = folder / f".{unique}.part{Path(name).suffix}"
    temporary.touch(exist_ok=False)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def remove_torn_of(target: Path) -> None:
    """Remove what processes of this computer that were killed have left of writing `target`."""
    with contextlib.suppress(OSError):
        for torn in list(target.parent.glob(f".{_mark(target.name)}*.part*")):
            found = _TORN.fullmatch(torn.name)
            if found and found["process"] and not _lives(int(found["process"], 16)):
                torn.unlink()


def _mark(name: str) -> str:
    """Ten digits that tell a file's name and this computer from others."""
    told = f"{platform.node()}/{name}".encode(errors="surrogateescape")
    return hashlib.sha256(told).hexdigest()[:10]


def _lives(process: int) -> bool:
    """Whether there is such a process; where that cannot be told without harm, the system keeps
    files that are open from being removed.
    """
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


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
