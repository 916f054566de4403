"""Archive: every answer of a run, as it came, in one WARC file that `ingest` and `reparse` can read."""

from __future__ import annotations

from datetime import UTC, datetime
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

# Describes how the bytes travelled, not what they are; the stored body is whole.
HOP_HEADERS = frozenset({b"transfer-encoding", b"connection", b"keep-alive"})
SUFFIX = ".warc.gz"


class Archive:
    """Writes request and response records, before decompression, to COPYDESK_ARCHIVE/copydesk-TIME.warc.gz."""

    def __init__(self, folder: Path, software: str) -> None:
        """Take the folder, made when missing, and the name that the file's info record gives as its maker."""
        self.folder = folder
        self.software = software

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect to the download signals; disabled where COPYDESK_ARCHIVE is empty."""
        folder = crawler.settings.get("COPYDESK_ARCHIVE")
        if not folder:
            raise NotConfigured
        made = cls(Path(folder), crawler.settings["USER_AGENT"])
        crawler.signals.connect(made.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(made.response_downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(made.spider_closed, signal=signals.spider_closed)
        return made

    def spider_opened(self) -> None:
        """Open a new file; one of the same instant is never written over."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"copydesk-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{SUFFIX}"
        self.file = path.open("xb")
        self.writer = WARCWriter(self.file, gzip=True)
        info = {"software": self.software, "format": "WARC File Format 1.1"}
        self.writer.write_record(self.writer.create_warcinfo_record(path.name, info))

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Write one exchange."""
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

    def spider_closed(self) -> None:
        """Close the file."""
        self.file.close()


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
