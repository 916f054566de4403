"""Archive: every answer of a run, as it came, in one WARC file that `ingest` and `reparse` can read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.ending import end_crawl

# Describes how the bytes travelled, not what they are; the stored body is whole.
HOP_HEADERS = frozenset({b"transfer-encoding", b"connection", b"keep-alive"})
SUFFIX = ".warc.gz"


class Archive:
    """Writes request and response records, before decompression, to COPYDESK_ARCHIVE/copydesk-TIME.warc.gz."""

    def __init__(self, folder: Path, software: str, stop: Callable[[OSError], None]) -> None:
        """Take the folder, made when missing; the name of the maker for the info record; what ends a crawl."""
        self.folder = folder
        self.software = software
        self.broken = False
        self._stop = stop

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect to the download signals; disabled where COPYDESK_ARCHIVE is empty."""
        folder = crawler.settings.get("COPYDESK_ARCHIVE")
        if not folder:
            raise NotConfigured
        made = cls(Path(folder), crawler.settings["USER_AGENT"], partial(_end, crawler, folder))
        crawler.signals.connect(made.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(made.response_downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(made.spider_closed, signal=signals.spider_closed)
        return made

    def spider_opened(self) -> None:
        """Open a new file; a crawl whose answers cannot be kept is ended."""
        with self._or_stop():
            self._open()

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Write one exchange."""
        if not self.broken:
            with self._or_stop():
                self._write(response, request)

    def spider_closed(self) -> None:
        """Close the file."""
        with suppress(OSError) if self.broken else self._or_stop():
            self.file.close()

    @contextmanager
    def _or_stop(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.broken = True
            self._stop(error)

    def _open(self) -> None:
        """Open a file with a name of its own; one of the same instant is never written over."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"copydesk-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{SUFFIX}"
        self.file = path.open("xb")
        self.writer = WARCWriter(self.file, gzip=True)
        info = {"software": self.software, "format": "WARC File Format 1.1"}
        self.writer.write_record(self.writer.create_warcinfo_record(path.name, info))

    def _write(self, response: Response, request: Request) -> None:
        answer = self.writer.create_warc_record(
            response.url,
            "response",
            payload=BytesIO(response.body),
            http_headers=StatusAndHeaders(_status(response), _pairs(response.headers), protocol="HTTP/1.1"),
        )
        asked = self.writer.create_warc_record(
            request.url,
            "request",
            http_headers=StatusAndHeaders(
                _request_line(request), _pairs(request.headers), is_http_request=True
            ),
        )
        self.writer.write_request_response_pair(asked, answer)
        self.file.flush()


def _end(crawler: Crawler, folder: str, error: OSError) -> None:
    """Close the crawl with the reason `archive_error`, and say why."""
    said = (
        f"{folder}: the archive cannot be written ({error.strerror or error}); free some space, or choose another "
        "folder, and run again; everything stored so far is there"
    )
    end_crawl(crawler, said, "archive_error")


def _status(response: Response) -> str:
    try:
        return f"{response.status} {HTTPStatus(response.status).phrase}"
    except ValueError:
        return f"{response.status} Unknown"


def _request_line(request: Request) -> str:
    parts = urlsplit(request.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{request.method} {path} HTTP/1.1"


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        if name.lower() not in HOP_HEADERS
        for value in values
    ]
