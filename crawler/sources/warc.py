"""Web archives: a WARC file in, its HTML responses out as documents, one at a time."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from crawler.errors import PageError
from crawler.sources.content import GZIP_ERRORS, is_gzip, read_bounded
from crawler.sources.source import Document, PassedOver, Refusal, Source, origin_of
from crawler.urls import is_web_address

HTML_TYPES = ("text/html", "application/xhtml+xml")
# What warcio raises on archives that are none or damaged; AttributeError: on a record without an address.
BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, OSError, ValueError, AttributeError)


class Unpacked(io.RawIOBase):
    """A gzip stream whose damage is an OSError: warcio takes an EOFError for the archive's end."""

    def __init__(self, stream: gzip.GzipFile) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, nothing at the end; what comes before damage is given out first."""
        try:
            return self._stream.read1(size)
        except GZIP_ERRORS as error:
            raise OSError(f"no valid gzip: {error}") from None


def read_warc(path: Path) -> Iterator[Source]:
    """Yield the HTML responses of an archive; other records are passed over, what is damaged is refused.

    Where the archive itself breaks off, what came before it is kept and one refusal says so.
    """
    number = 0
    try:
        for number, record in enumerate(_records(path), 1):
            found = _read_record(record, f"{origin_of(path)}#record={number}")
            if found:
                yield found
    except BROKEN as error:
        reason = f"archive cannot be read after record {number}: {_first_line(error)}"
        yield Refusal(origin=origin_of(path), outcome="failed", reason=reason)


def _records(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        # Unpacked here, not by warcio, so that an archive in one gzip piece is read and damage is an error.
        stream: IO[bytes] | Unpacked = Unpacked(gzip.GzipFile(fileobj=file)) if is_gzip(file) else file
        records = iter(ArchiveIterator(stream))
        while True:
            # warcio writes its warnings, with pieces of the archive in them, to stderr.
            with redirect_stderr(io.StringIO()):
                record = next(records, None)
            if record is None:
                return
            yield record


def _read_record(record: Any, origin: str) -> Source | None:
    """Return the page in one record, None for requests, metadata and revisits, which belong to another."""
    if record.rec_type != "response" or not record.http_headers:
        return None
    headers = record.http_headers
    content_type = headers.get_header("Content-Type") or ""
    status = headers.get_statuscode()
    if 300 <= (int(status) if status.isdecimal() else 0) < 400:
        return PassedOver(what="redirect")
    if content_type.partition(";")[0].strip().lower() not in HTML_TYPES:
        return PassedOver(
            what=f"record of type {content_type.partition(';')[0].strip().lower()[:60] or 'unknown'}"
        )
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not is_web_address(url):
        return Refusal(origin=origin, outcome="rejected", reason="record has no web address")
    try:
        body = _content(record)
    except PageError as error:
        return Refusal(origin=origin, outcome="rejected", reason=str(error))
    return Document(
        origin=origin,
        url=url,
        body=body,
        content_type=content_type,
        status=int(status) if status.isdecimal() else None,
        fetched_at=_utc(record.rec_headers.get_header("WARC-Date")),
        etag=headers.get_header("ETag"),
        last_modified=headers.get_header("Last-Modified"),
    )


def _content(record: Any) -> bytes:
    encoding = (record.http_headers.get_header("Content-Encoding") or "identity").strip().lower()
    if encoding != "identity" and encoding not in BufferedReader.get_supported_decompressors():
        raise PageError(f"packed as {encoding[:40]}, which cannot be unpacked here")
    with redirect_stderr(io.StringIO()) as warnings:
        body = read_bounded(record.content_stream())
    cut_off: int = getattr(record.raw_stream, "limit", 0)
    if warnings.getvalue() or cut_off:
        raise PageError("record is damaged or cut off")
    return body


def _utc(date: str | None) -> str | None:
    """Return a WARC date to the second, None when it is none.

    >>> _utc("2026-01-02T03:04:05.678Z")
    '2026-01-02T03:04:05Z'
    """
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), "") or type(error).__name__
