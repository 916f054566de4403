"""DemoSite: the invented newspaper of fixtures/site in, a web server on loopback out, for as long as it is needed."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from crawler.errors import CopydeskError

HTML = "text/html; charset=utf-8"
ORIGIN = b"{{origin}}"
# A connection that says nothing for so long is closed, so that no visitor holds a thread for ever.
IDLE_SECONDS = 10
STOP_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one path of the site answers with."""

    body: bytes
    """The bytes, origin filled in; empty for a redirect."""
    headers: Mapping[str, str]
    """Content-Type, ETag and Last-Modified, or Location."""
    status: HTTPStatus = HTTPStatus.OK
    """200, 301 or 404."""


def fixtures_path() -> Path:
    """Return the folder of the fixtures: inside the installed package, else beside it in the checkout.

    Raises CopydeskError when neither is there.
    """
    package = Path(str(files("crawler")))
    for folder in (package / "_fixtures", package.parent / "fixtures"):
        if (folder / "site" / "routes.json").is_file():
            return folder
    raise CopydeskError(
        "the demo's pages are missing: install copydesk again, or run it from a complete checkout"
    )


def read_replies(fixtures: Path, origin: str) -> dict[str, Reply]:
    """Return path → reply for every route of `site/routes.json`, with `{{origin}}` filled in where it is asked for.

    Raises CopydeskError when a route names a file outside the fixtures, or one that cannot be read.
    """
    routes: dict[str, dict[str, Any]] = json.loads((fixtures / "site" / "routes.json").read_text("utf-8"))
    return {path: _reply(fixtures, route, origin) for path, route in routes.items()}


class DemoSite:
    """Serves the demo's newspaper on 127.0.0.1 at a free port while the context lasts.

    Every file is read at the start and answered from memory by its exact path, so that nothing else on the
    machine can be asked for.
    """

    origin: str
    """Where the site is, once it is entered. Example: `http://127.0.0.1:40123`."""

    def __init__(self, fixtures: Path | None = None) -> None:
        self._fixtures = fixtures

    def __enter__(self) -> DemoSite:
        fixtures = self._fixtures or fixtures_path()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        try:
            self._server.open_with(fixtures, self.origin)
        except BaseException:
            self._server.server_close()
            raise
        # A short poll: leaving the context waits for the server's loop to notice.
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(STOP_SECONDS)


def _reply(fixtures: Path, route: Mapping[str, Any], origin: str) -> Reply:
    if "redirect" in route:
        return Reply(body=b"", headers={"Location": route["redirect"]}, status=HTTPStatus.MOVED_PERMANENTLY)
    file = (fixtures / "site" / route["file"]).resolve()
    if not file.is_relative_to(fixtures.resolve()):
        raise CopydeskError(f"routes.json names a file outside the fixtures: {route['file']}")
    try:
        body, changed = file.read_bytes(), file.stat().st_mtime
    except OSError as error:
        raise CopydeskError(f"routes.json names a file that cannot be read: {error}") from error
    if route.get("template"):
        body = body.replace(ORIGIN, origin.encode())
    headers = {
        "Content-Type": route["content_type"],
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:20]}"',
        "Last-Modified": format_datetime(datetime.fromtimestamp(int(changed), UTC), usegmt=True),
    }
    return Reply(body=body, headers=headers)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    replies: Mapping[str, Reply]
    not_found: Reply

    def open_with(self, fixtures: Path, origin: str) -> None:
        self.replies = read_replies(fixtures, origin)
        body = (fixtures / "site" / "404.html").read_bytes()
        self.not_found = Reply(body=body, headers={"Content-Type": HTML}, status=HTTPStatus.NOT_FOUND)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what goes wrong here, but not a visitor who hangs up."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "copydesk-demo"
    sys_version = ""
    timeout = IDLE_SECONDS

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal belongs to the command."""

    def _answer(self, *, with_body: bool) -> None:
        reply = self.server.replies.get(unquote(urlsplit(self.path).path), self.server.not_found)
        fresh = reply.status == HTTPStatus.OK and self._is_known(reply.headers)
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if not fresh:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body and not fresh:
            self.wfile.write(reply.body)

    def _is_known(self, headers: Mapping[str, str]) -> bool:
        """Tell whether the visitor has this version; the ETag decides when both are sent (RFC 9110, 13.2.2)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or headers["ETag"] in {
                tag.strip().removeprefix("W/") for tag in tags.split(",")
            }
        since = _moment(self.headers.get("If-Modified-Since"))
        return since is not None and parsedate_to_datetime(headers["Last-Modified"]) <= since


def _moment(header: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
