"""Files from hosts that a person has named: bounded in size and time, and from nowhere else."""

import contextlib
import http.client
import io
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import IO
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import certifi

from archive_gui import __version__
from archive_gui.words import Sentence, say

_SCHEMES = ("http", "https")
_MOVED = frozenset({301, 302, 303, 307, 308})
# What is true of the moment only: too many requests, or a server that is not ready.
_LATER = frozenset({429, 503})
_REDIRECTS, _TRIES = 5, 4
_CHUNK = 1 << 16
_MEGABYTE = 1_000_000
# A server may ask for more patience, but not for any.
_LONGEST_WAIT = 60.0
_SAFE = "/%:@!$&'()*+,;=~?"


class NotFetched(Exception):
    """Why an address gave nothing, as part of a sentence.

    `host` is one that would have to be asked and was not named, else ""; `refused` tells that the
    server is there and has nothing at this address.
    """

    def __init__(self, reason: Sentence, *, host: str = "", refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.host = host
        self.refused = refused


def host_of(address: str) -> str:
    """The host that an address leads to, in lower case; "" where it is no address of the web."""
    try:
        parts = urlsplit(address.strip())
        # Asking for a port that is no number raises ValueError.
        plain = parts.username is None and parts.port != 0
        return (parts.hostname or "") if plain and parts.scheme in _SCHEMES else ""
    except ValueError:
        return ""


class Network:
    """Asks the `hosts` that a person has named, and no others; used by several threads at once.

    `patience` is how long, in seconds, a server may say nothing, `seconds` how long one file may
    take in all, as far as somebody calls :meth:`end_overdue` now and then.
    """

    def __init__(self, hosts: Iterable[str], *, patience: float, seconds: float) -> None:
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._patience = patience
        self._seconds = seconds
        self._stopped = threading.Event()
        self._guard = threading.Lock()
        # When each connection must have ended.
        self._open: dict[socket.socket, float] = {}
        trusted = ssl.create_default_context()
        # Systems keep those that they trust in different places, of which a frozen program knows
        # but one.
        trusted.load_verify_locations(certifi.where())
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            _Http(self._opened),
            _Https(self._opened, trusted),
        ):
            self._opener.add_handler(handler)

    def fetch(self, address: str, out: IO[bytes], limit: int) -> None:
        """Write what lies at an address to `out`, at most `limit` bytes; raises NotFetched."""
        for again in range(_TRIES):
            try:
                self._fetch(address, out, limit)
                return
            except _Busy as busy:
                if again == _TRIES - 1:
                    raise
                wait = min(busy.seconds if busy.seconds is not None else 2.0**again, _LONGEST_WAIT)
                if self._stopped.wait(wait):
                    raise
                out.seek(0)
                out.truncate()

    def read(self, address: str, limit: int) -> bytes:
        """What lies at an address, at most `limit` bytes; raises NotFetched."""
        out = io.BytesIO()
        self.fetch(address, out, limit)
        return out.getvalue()

    def stop(self) -> None:
        """End all connections; whoever fetches hears NotFetched."""
        self._stopped.set()
        self._end(float("inf"))

    def end_overdue(self) -> None:
        """End the connections that have had all the time that one file may take."""
        self._end(time.monotonic())

    def _end(self, moment: float) -> None:
        with self._guard:
            overdue = [each for each, end in self._open.items() if end <= moment]
        for each in overdue:
            # It may be closed at this very moment.
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _opened(self, opened: socket.socket) -> None:
        with self._guard:
            # Closed ones have no descriptor any more.
            self._open = {each: end for each, end in self._open.items() if each.fileno() >= 0}
            self._open[opened] = time.monotonic() + self._seconds
        if self._stopped.is_set():
            self.stop()

    def _fetch(self, address: str, out: IO[bytes], limit: int) -> None:
        end = time.monotonic() + self._seconds
        for _ in range(_REDIRECTS + 1):
            address = self._allowed(address)
            with self._ask(address) as answer:
                if answer.status not in _MOVED:
                    self._copy(answer, out, limit, host_of(address), end)
                    return
                target = urljoin(address, answer.headers.get("Location", ""))
            if address.startswith("https:") and not target.startswith("https:"):
                raise NotFetched(say("it leads to {address}, which is not safe", address=target))
            address = target
        raise NotFetched(say("it leads from place to place without end"))

    def _ask(self, address: str) -> http.client.HTTPResponse:
        headers = {
            "User-Agent": f"archive-gui/{__version__}",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
        }
        self._check(float("inf"))
        request = urllib.request.Request(address, headers=headers)
        with _errors_told(host_of(address)):
            answer = self._opener.open(request, timeout=self._patience)
        assert isinstance(answer, http.client.HTTPResponse)
        return answer

    def _copy(
        self,
        answer: http.client.HTTPResponse,
        out: IO[bytes],
        limit: int,
        host: str,
        end: float,
    ) -> None:
        if answer.status != HTTPStatus.OK:
            code, why = answer.status, answer.reason
            reason = say("{host} answers {code} {why}", host=host, code=code, why=why)
            if answer.status in _LATER:
                raise _Busy(reason, _seconds(answer.headers.get("Retry-After")))
            raise NotFetched(reason, refused=True)
        size, chunk = 0, b"more"
        while chunk:
            with _errors_told(host):
                chunk = answer.read1(_CHUNK)
            # Ended from here, a connection looks like one that has given all it had.
            self._check(end)
            size += len(chunk)
            if size > limit:
                raise NotFetched(say("it is larger than {n:,} MB", n=limit // _MEGABYTE))
            out.write(chunk)
        # What is left of the length that the server has announced.
        if answer.length:
            raise NotFetched(say("it was cut off on its way"))

    def _check(self, end: float) -> None:
        if self._stopped.is_set():
            raise NotFetched(say("fetching was stopped"))
        if time.monotonic() >= end:
            raise NotFetched(say("it takes too long"))

    def _allowed(self, address: str) -> str:
        """The address as it is asked for; NotFetched where no person has named its host."""
        host = host_of(address)
        if not host:
            reason = say("{address} does not begin with https:// or http://", address=address)
            raise NotFetched(reason)
        if host not in self._hosts:
            reason = say("it lies on {host}, which was not to be asked", host=host)
            raise NotFetched(reason, host=host)
        parts = urlsplit(address.strip())
        try:
            name = host if ":" not in host else f"[{host}]"
            place = name.encode("idna").decode() if name.isascii() is False else name
        except UnicodeError:
            raise NotFetched(say("{host} is no name of a computer", host=host)) from None
        if parts.port is not None:
            place = f"{place}:{parts.port}"
        path, asked = (quote(each, _SAFE) for each in (parts.path, parts.query))
        return urlunsplit((parts.scheme, place, path or "/", asked, ""))


class _Busy(NotFetched):
    """The server wants to be asked later, after so many `seconds` if it says so."""

    def __init__(self, reason: Sentence, seconds: float | None) -> None:
        super().__init__(reason)
        self.seconds = seconds


class _Http(urllib.request.HTTPHandler):
    """Opens connections that tell whoever wants to end them."""

    def __init__(self, opened: Callable[[socket.socket], None]) -> None:
        super().__init__()
        self._opened = opened

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        opened = self._opened

        class Connection(http.client.HTTPConnection):
            def connect(self) -> None:
                super().connect()
                opened(self.sock)

        return self.do_open(Connection, request)


class _Https(urllib.request.HTTPSHandler):
    """The same with certificates that are checked."""

    def __init__(self, opened: Callable[[socket.socket], None], trusted: ssl.SSLContext) -> None:
        super().__init__(context=trusted)
        self._opened = opened
        self._trusted = trusted

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        opened = self._opened

        class Connection(http.client.HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                opened(self.sock)

        return self.do_open(Connection, request, context=self._trusted)


def _seconds(told: str | None) -> float | None:
    return float(told) if told is not None and told.strip().isdecimal() else None


@contextlib.contextmanager
def _errors_told(host: str) -> Iterator[None]:
    """Turn whatever is raised over a connection into NotFetched."""
    try:
        yield
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = getattr(error, "reason", error)
        if isinstance(why, TimeoutError):
            raise NotFetched(say("{host} does not answer", host=host)) from error
        told = getattr(why, "strerror", None) or str(why) or type(why).__name__
        raise NotFetched(say("{host} cannot be reached ({why})", host=host, why=told)) from error
