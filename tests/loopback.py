"""Loopback: a real HTTP server on 127.0.0.1 for tests: routes in, answers and an access log out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

Answer = tuple[int, Mapping[str, str], bytes]
"""Status, headers and body; Content-Length is added unless the headers say how the body ends."""
Route = Answer | Callable[[BaseHTTPRequestHandler], Answer | None]
"""An answer, or what makes one of the request; None when it wrote to `wfile` itself."""

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request that came."""

    path: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Loopback:
    """Serves routes by path (query included, else without it); 404 for the others; every wait of it is bounded."""

    def __init__(
        self, routes: Mapping[str, Route], *, max_seconds: float = 20.0, host: str = "127.0.0.1"
    ) -> None:
        self.routes = dict(routes)
        self.log: list[Asked] = []
        self.max_seconds = max_seconds
        self.stopping = threading.Event()
        """Set at the end; a route that hangs waits for it, so that no thread outlives the test."""
        self._server = _Server((host, 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def origin(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    @property
    def paths(self) -> list[str]:
        """Paths asked, in order, robots.txt left out."""
        return [asked.path for asked in self.log if asked.path != "/robots.txt"]

    def url(self, path: str) -> str:
        return self.origin + path

    def hang(self, _: BaseHTTPRequestHandler | None = None) -> None:
        """Wait until the server is stopped, or max_seconds."""
        self.stopping.wait(self.max_seconds)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(self.max_seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet about visitors who leave early: that is what hostile routes are for."""


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = loopback.max_seconds

        def do_GET(self) -> None:
            loopback.log.append(Asked(path=self.path, headers=dict(self.headers)))
            route = loopback.routes.get(self.path) or loopback.routes.get(self.path.partition("?")[0])
            answer = route(self) if callable(route) else route or (404, HTML, b"<h1>Not found</h1>")
            if answer is None:
                self.close_connection = True
            else:
                self._send(*answer)

        def _send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if not {"Content-Length", "Transfer-Encoding"} & set(headers):
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

        def handle(self) -> None:
            try:
                super().handle()
            except (ConnectionError, TimeoutError):
                self.close_connection = True

    return Handler
