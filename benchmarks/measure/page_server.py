"""A quick web server in a process of its own: pages in, a site on loopback and what was asked of it out."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import escape
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Protocol, Self
from urllib.request import urlopen

SITEMAP, COUNTS, LIST, EMPTY_LIST = "/sitemap.xml", "/-counts", "/-list", "/-empty-list"
BACKLOG = 1024
# The sitemap protocol's bound a file; a site of more pages has an index of several.
MOST_ENTRIES = 50_000
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class Pages(Protocol):
    """What is served."""

    count: int

    def path(self, number: int) -> str:
        """Return the path of a page."""

    def page(self, number: int) -> list[bytes]:
        """Return the bytes of a page, in pieces."""


@dataclass(slots=True)
class Asked:
    """What was asked since the last look."""

    requests: int = 0
    pages: int = 0
    not_modified: int = 0
    bytes: int = 0
    """Bytes of the answers' bodies."""
    first: float = 0.0
    """When the first page was asked for, by the system's monotonic clock."""


class PageServer:
    """A site on loopback for as long as it is needed; a context manager."""

    def __init__(self, make: Callable[[], Pages]) -> None:
        """Take what makes the pages; it is called in the server's process."""
        spawn = multiprocessing.get_context("spawn")
        self.ours, theirs = spawn.Pipe()
        self.process = spawn.Process(target=_serve, args=(make, theirs), daemon=True)

    def __enter__(self) -> Self:
        self.process.start()
        self.port, self.count = self.ours.recv()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.join()

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def asked(self) -> Asked:
        """Return what was asked since the last call."""
        with urlopen(self.url(COUNTS)) as answer:
            return Asked(**json.load(answer))


def _serve(make: Callable[[], Pages], pipe: Connection) -> None:
    asyncio.run(_run(make(), pipe))


async def _run(pages: Pages, pipe: Connection) -> None:
    site = _Site(pages)
    server = await asyncio.get_running_loop().create_server(
        lambda: _Visitor(site), "127.0.0.1", 0, backlog=BACKLOG
    )
    site.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    pipe.send((server.sockets[0].getsockname()[1], pages.count))
    await server.serve_forever()


class _Site:
    """Answers by path."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.numbers = {pages.path(number): number for number in range(pages.count)}
        paths = list(self.numbers)
        parts = [paths[first : first + MOST_ENTRIES] for first in range(0, len(paths), MOST_ENTRIES)]
        self.maps = {SITEMAP: parts[0]} if len(parts) == 1 else _numbered(parts)
        self.origin = ""
        self.asked = Asked()

    def answer(self, path: str, head: bytes) -> list[bytes]:
        """Return the answer to one request, in pieces."""
        if path == COUNTS:
            counts, self.asked = self.asked, Asked()
            return _answer("200 OK", "application/json", [json.dumps(asdict(counts)).encode()])
        if path in {LIST, EMPTY_LIST}:
            paths = list(self.numbers) if path == LIST else []
            return _answer("200 OK", "application/json", [json.dumps(paths).encode()])
        answer = self._page(path, head)
        self.asked.requests += 1
        self.asked.bytes += sum(map(len, answer[1:]))
        return answer

    def _page(self, path: str, head: bytes) -> list[bytes]:
        number = self.numbers.get(path)
        if number is None and path != SITEMAP and path not in self.maps:
            return _answer("404 Not Found", "text/html", [b"<h1>Not found</h1>"])
        tag = b'"' + str(number).encode() + b'"'
        if number is not None:
            self.asked.pages += 1
            self.asked.first = self.asked.first or time.monotonic()
        if b"if-none-match: " + tag in head.lower():
            self.asked.not_modified += 1
            return [b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n"]
        if number is None:
            return _answer("200 OK", "application/xml", [self._sitemap(path)], tag)
        return _answer("200 OK", "text/html; charset=utf-8", self.pages.page(number), tag)

    def _sitemap(self, path: str) -> bytes:
        kind, entry = ("urlset", "url") if path in self.maps else ("sitemapindex", "sitemap")
        paths = self.maps.get(path, self.maps)
        entries = "".join(f"<{entry}><loc>{escape(self.origin + path)}</loc></{entry}>\n" for path in paths)
        return f"<{kind} {SPACE}>\n{entries}</{kind}>".encode()


def _numbered(parts: list[list[str]]) -> dict[str, list[str]]:
    return {f"/sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}


class _Visitor(asyncio.Protocol):
    """One connection; kept open, as a browser's is."""

    def __init__(self, site: _Site) -> None:
        self.site = site
        self.waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, _, self.waiting = self.waiting.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("latin-1")
            self.transport.write(b"".join(self.site.answer(path, head)))


def _answer(status: str, kind: str, body: list[bytes], tag: bytes | None = None) -> list[bytes]:
    length = sum(map(len, body))
    etag = b"ETag: " + tag + b"\r\n" if tag else b""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n".encode()
    return [head + etag + b"\r\n", *body]
