"""A real server of this machine that gives a IIIF manifest and images, good ones and evil ones."""

import io
import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.conftest import draw

LABEL = "Album / ../Ä"


class Library(ThreadingHTTPServer):
    """Serves `/two.json` and `/three.json`, manifests of either version of all in `pages`.

    `asked` counts the requests by path. What is slow says nothing before the server is closed.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: Counter[str] = Counter()
        self.over = threading.Event()
        self.pages: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def elsewhere(self) -> str:
        """The same server by another name."""
        return f"http://localhost:{self.server_port}"

    def at(self, page: str) -> str:
        return page if ":" in page else f"{self.address}{page}"

    def two(self) -> dict[str, Any]:
        """A manifest of version 2, whose pages have the Image API."""
        images = [
            {"@id": self.at(f"{p}/full/full/0/default.jpg"), "service": {"@id": self.at(p)}}
            for p in self.pages
        ]
        canvases = [
            {"label": f"f. {n}", "images": [{"resource": image}]} for n, image in enumerate(images)
        ]
        metadata = [{"label": "Place", "value": "Chur"}]
        sequences = [{"canvases": canvases}]
        return {"label": LABEL, "metadata": metadata, "sequences": sequences}

    def three(self) -> dict[str, Any]:
        """A manifest of version 3, whose pages are plain files."""
        items = [
            {
                "label": {"none": [f"p{number}"]},
                "items": [{"items": [{"body": {"id": self.at(page)}}]}],
            }
            for number, page in enumerate(self.pages)
        ]
        return {"type": "Manifest", "label": {"en": [LABEL]}, "items": items}


@contextmanager
def library() -> Iterator[Library]:
    """A library that is open."""
    server = Library()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def picture(number: int, kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    draw(number).save(out, kind)
    return out.getvalue()


class _Answers(BaseHTTPRequestHandler):
    server: Library

    def do_GET(self) -> None:
        library, path = self.server, self.path.removesuffix("/full/full/0/default.jpg")
        library.asked[self.path] += 1
        match path.strip("/").split("/"):
            case ["two.json"]:
                self._give(json.dumps(library.two()).encode())
            case ["three.json"]:
                self._give(json.dumps(library.three()).encode())
            case ["picture", number, *_]:
                # What the name says of the kind is not so.
                self._give(picture(int(number), "PNG" if number == "7" else "JPEG"))
            case ["text", *_]:
                self._give(b"<html>No picture.</html>")
            case ["short", *_]:
                self._give(picture(3), announced=1_000_000)
            case ["busy"] if library.asked[self.path] < 3:
                self._answer(503, {"Retry-After": "0"})
            case ["busy"]:
                self._give(picture(4))
            case ["slow", *_]:
                library.over.wait()
            case ["endless"]:
                self._answer(200, {})
                while not library.over.is_set():
                    self.wfile.write(bytes(1 << 16))
            case ["to-file"]:
                self._answer(302, {"Location": "file:///etc/hostname"})
            case ["to-itself"]:
                self._answer(302, {"Location": "/to-itself"})
            case ["to-picture"]:
                self._answer(301, {"Location": "/picture/5"})
            case ["to-elsewhere"]:
                self._answer(302, {"Location": f"{library.elsewhere}/picture/6"})
            case _:
                self._answer(404, {})

    def _give(self, content: bytes, announced: int | None = None) -> None:
        self._answer(200, {"Content-Length": str(announced or len(content))})
        self.wfile.write(content)

    def _answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def handle_one_request(self) -> None:
        # Whoever asks may leave at any time.
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True
