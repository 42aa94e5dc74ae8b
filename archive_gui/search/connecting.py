"""Which search server a person has chosen, and the way to it."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archive_gui import WHEEL
from archive_gui.errors import ArchiveError
from archive_gui.words import say

if TYPE_CHECKING:
    from pymilvus import MilvusClient

_log = logging.getLogger(__name__)

CHOICE_VARIABLE, TOKEN_VARIABLE = "ARCHIVE_GUI_SEARCH", "ARCHIVE_GUI_MILVUS_TOKEN"
_LOCAL, _MILVUS = "local", "milvus:"
_SCHEMES = ("http", "https", "tcp")
_CONNECT_SECONDS = 10.0


def server_for(choice: str | None) -> str | None:
    """The address of the Milvus server that `choice` ("local" or "milvus:URI") names, if any.

    None stands for what the environment variable ARCHIVE_GUI_SEARCH says, or "local". Raises
    ArchiveError for anything else.
    """
    wanted = choice or os.environ.get(CHOICE_VARIABLE) or _LOCAL
    if wanted == _LOCAL:
        return None
    uri = wanted.removeprefix(_MILVUS)
    if "://" not in uri:
        uri = f"http://{uri}"
    try:
        parts = urlsplit(uri)
        understood = parts.scheme in _SCHEMES and bool(parts.hostname)
        # Asking for a port that is no number raises ValueError.
        understood = understood and parts.port != 0
    except ValueError:
        understood = False
    if not wanted.startswith(_MILVUS) or not understood:
        raise ArchiveError(
            say(
                "“{choice}” is no way to search; say “local”, or “milvus:” and the address of a "
                "Milvus server, as in milvus:http://localhost:19530.",
                choice=wanted,
            )
        )
    return uri


def connected(uri: str) -> "MilvusClient":
    """A client of the server at this address; ArchiveError without pymilvus or an answer."""
    try:
        from pymilvus import MilvusClient
    except ImportError as error:
        raise ArchiveError(
            say(
                "Searching by Milvus needs the package pymilvus ({why}); install it with "
                '“pip install "{wheel}[cluster]"”.',
                why=error,
                wheel=WHEEL,
            )
        ) from error
    # What goes wrong is told in a sentence, and is in the program's own log.
    logging.getLogger("pymilvus").setLevel(logging.CRITICAL)
    token = os.environ.get(TOKEN_VARIABLE, "")
    with errors_told(uri):
        return MilvusClient(uri, token=token, timeout=_CONNECT_SECONDS)


@contextmanager
def errors_told(uri: str) -> Iterator[None]:
    """Have what the server does not do in the block end in a sentence that names it."""
    from grpc import RpcError
    from pymilvus.exceptions import MilvusException

    try:
        yield
    except (MilvusException, RpcError, OSError) as error:
        _log.warning("Milvus", exc_info=True)
        host = urlsplit(uri)
        raise ArchiveError(
            say(
                "The Milvus server {server} did not do what it was asked ({why}); see that it "
                "runs and can be reached, then try again.",
                server=f"{host.hostname}:{host.port or 19530}",
                why=str(getattr(error, "message", "") or error).strip().split("\n")[0],
            )
        ) from error
