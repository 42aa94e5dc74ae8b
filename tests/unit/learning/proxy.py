"""A proxy on this computer that answers for every host on the net, by HTTPS too."""

import socket
import ssl
import subprocess
import threading
from pathlib import Path


class AnsweringProxy:
    """Gives `content` to whoever asks for anything; `held` keeps the second half back.

    Clients trust it by `authority`, a certificate that was made for it alone.
    """

    def __init__(self, folder: Path, content: bytes, *, held: bool = False) -> None:
        self._folder = folder
        self._content = content
        self._held = held
        self.authority = folder / "authority.pem"
        self._openssl("req", "-x509", *self._new_key("authority"), "-subj", "/CN=tests")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._going_on = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._going_on.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        host = connection.recv(65536).split()[1].decode().partition(":")[0]
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self._certificate(host))
        half = len(self._content) // 2
        try:
            with context.wrap_socket(connection, server_side=True) as secure:
                secure.recv(65536)
                length = len(self._content)
                secure.sendall(f"HTTP/1.0 200 OK\r\nContent-Length: {length}\r\n\r\n".encode())
                secure.sendall(self._content[:half])
                if self._held:
                    self._going_on.wait(30)
                secure.sendall(self._content[half:])
        except OSError:
            # The client has gone, as one does that is stopped.
            return

    def _certificate(self, host: str) -> tuple[Path, Path]:
        asked = ("-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}")
        issuer = ("-CA", str(self.authority), "-CAkey", str(self._folder / "authority.key"))
        self._openssl("req", "-x509", *self._new_key("host"), *issuer, *asked)
        return self._folder / "host.pem", self._folder / "host.key"

    def _new_key(self, name: str) -> tuple[str, ...]:
        key, certificate = self._folder / f"{name}.key", self._folder / f"{name}.pem"
        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        return (*curve, "-days", "1", "-keyout", str(key), "-out", str(certificate))

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], check=True, capture_output=True)
