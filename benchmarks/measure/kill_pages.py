"""Pages of an invented press for runs that are killed: files on disk, and a server of the same on loopback."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from crawler.items import Visit
from measure.made_up import visits

# When the files were saved; the second set has changed texts, a month later.
EARLIER, LATER = 1_735_700_000, 1_738_400_000
# One page in so many has another text in the second set.
CHANGED_EVERY = 3
SECTIONS = 3


def write_folders(folder: Path, seed: int, count: int) -> tuple[Path, Path]:
    """Write a folder of pages, and one with a third of them changed; return both."""
    first, second = folder / "saved", folder / "saved-later"
    made_up = list(visits(seed, count, copies=0.15))
    for number, visit in enumerate(made_up):
        _write(first / f"{number:04}.html", page(visit), EARLIER)
        if number % CHANGED_EVERY == 0:
            _write(
                second / f"{number:04}.html", page(visit, note="What happened since, in a few words."), LATER
            )
    return first, second


def _write(file: Path, html: str, saved_at: int) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(html, "utf-8")
    os.utime(file, (saved_at, saved_at))


def page(visit: Visit, *, origin: str | None = None, note: str = "") -> str:
    """Return a visit's article as HTML; with an origin all addresses are there."""
    article = visit.article
    assert article is not None
    assert article.url is not None
    links = "".join(
        f'<li><a href="{_address(link.url or "", origin)}">{escape(link.title or "")}</a></li>'
        for link in article.related
    )
    text = "".join(f"<p>{escape(block)}</p>" for block in [*article.body.split("\n\n"), note] if block)
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(article.title or "")}</title>'
        f'<link rel="canonical" href="{_address(article.url, origin)}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{article.published_at}"></head>'
        f"<body><article><h1>{escape(article.title or '')}</h1>{text}</article>"
        f"<aside><h2>Related articles</h2><ul>{links}</ul></aside></body></html>"
    )


def _address(url: str, origin: str | None) -> str:
    return url if origin is None else origin + urlsplit(url).path


def site(seed: int, count: int, origin: str) -> dict[str, str]:
    """Return path → page of a paper: a home page, some sections, the articles."""
    made_up = list(visits(seed, count, copies=0))
    routes = {urlsplit(visit.url).path: page(visit, origin=origin) for visit in made_up}
    sections = [list(routes)[start::SECTIONS] for start in range(SECTIONS)]
    for number, paths in enumerate(sections):
        routes[f"/section-{number}/"] = _listing(paths)
    routes["/"] = _listing([*(f"/section-{number}/" for number in range(SECTIONS)), *list(routes)[:6]])
    return routes


def _listing(paths: Sequence[str]) -> str:
    teasers = "".join(
        f'<div class="teaser"><h2><a href="{path}">What {" ".join(path.strip("/").split("-")[:6])} held back</a></h2>'
        "<p>A night by the canal.</p></div>"
        for path in paths
    )
    return f"<!doctype html><html><head><title>The Lock Log</title></head><body>{teasers}</body></html>"


@contextmanager
def served(seed: int, count: int) -> Iterator[str]:
    """Serve such a paper from a process of its own; the block has its origin."""
    server = _Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    pid = os.fork()
    if pid == 0:
        try:
            server.RequestHandlerClass = handler(site(seed, count, origin))
            server.serve_forever()
        finally:
            os._exit(0)
    server.socket.close()
    try:
        yield origin
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet about visitors who were killed."""


def handler(routes: Mapping[str, str]) -> type[BaseHTTPRequestHandler]:
    """Return what answers with these pages."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def do_GET(self) -> None:
            body = routes.get(self.path)
            data = (body or "<h1>Not found</h1>").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    return Handler
