"""Telling files that this program wrote for this user from those that came from elsewhere.

Some libraries read their own files without looking, and crash or worse on what others made. Such
a file is only ever given to them where it is sealed: HMAC-SHA256 (RFC 2104) under a key that no
project holds. A project from another computer is prepared again once.
"""

import hashlib
import hmac
import logging
import os
import secrets
from functools import cache
from pathlib import Path

from archive_gui.catalog.files import write_atomically
from archive_gui.places import cache_folder

_log = logging.getLogger(__name__)

_KEY_BYTES = 32


def seal_of(content: bytes) -> str:
    """The seal of `content` (most often a digest) under this user's key, in hexadecimal."""
    return hmac.new(_key(cache_folder() / "seal.key"), content, hashlib.sha256).hexdigest()


def is_sealed(content: bytes, seal: object) -> bool:
    """Whether `seal` is what :func:`seal_of` gives for this content."""
    return isinstance(seal, str) and hmac.compare_digest(seal_of(content).encode(), seal.encode())


def digest_of(file: Path) -> bytes:
    """The SHA-256 of a file; OSError when it cannot be read."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()


@cache
def _key(file: Path) -> bytes:
    """The key in `file`, made when there is none; where none can be kept, one for this process."""
    try:
        if not file.is_file() or file.stat().st_size != _KEY_BYTES:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, secrets.token_bytes(_KEY_BYTES))
            if os.name == "posix":
                file.chmod(0o600)
        # Another process may have put its own there in the same moment.
        return file.read_bytes()
    except OSError:
        _log.warning("the key %s cannot be kept", file, exc_info=True)
        return secrets.token_bytes(_KEY_BYTES)
