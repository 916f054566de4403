"""Web archives: a WARC file in; its HTML responses out as documents, or what they are, one at a time."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, TypeVar

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from crawler.errors import PageError
from crawler.sources.content import GZIP_ERRORS, is_gzip, read_bounded
from crawler.sources.source import Document, PassedOver, Refusal, Source, origin_of
from crawler.urls import is_web_address, normalise_url

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

T = TypeVar("T")

# What a crawl asks for and warcio does not unpack: it knows no zstd, and fails with brotli's releases since 1.2, whose
# objects take no attribute of its own.
ZSTD, BROTLI = "zstd", "br"
BufferedReader.DECOMPRESSORS.pop(BROTLI, None)
HTML_TYPES = ("text/html", "application/xhtml+xml")
# What warcio raises on archives that are none or damaged; AttributeError: on a record without an address.
BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, OSError, ValueError, AttributeError)
# How the gzip module's words begin when a piece, all of which it has given out, is not what was packed.
FALSIFIED = ("CRC check failed", "Incorrect length")
# warcio quotes lines of what it cannot read.
MAX_REASON = 200
CHUNK = 65_536


class FalsifiedError(OSError):
    """A piece of a gzip stream was read to its end, and was not what its checksum says."""


class Unbrotlied(io.BufferedIOBase):
    """What a brotli stream holds, unpacked as it is read: a bomb is never whole in memory."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._unpack = brotli.Decompressor()

    def read(self, size: int | None = -1, /) -> bytes:
        """Return up to about `size` bytes, nothing at the end; EOFError when the stream ends before its end."""
        limit = size if size and size > 0 else CHUNK
        while not self._unpack.is_finished():
            packed = self._stream.read(CHUNK) if self._unpack.can_accept_more_data() else None
            if packed == b"":
                raise EOFError("it breaks off")
            part: bytes = self._unpack.process(packed or b"", output_buffer_limit=limit)
            if part:
                return part
        # What stands behind it belongs to the record.
        _read_out(self._stream)
        return b""


class Unpacked(io.RawIOBase):
    """A gzip stream whose damage is an OSError: warcio takes an EOFError for the archive's end."""

    def __init__(self, stream: gzip.GzipFile) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, nothing at the end; what comes before damage is given out first."""
        try:
            return self._stream.read1(size)
        except GZIP_ERRORS as error:
            kind = FalsifiedError if str(error).startswith(FALSIFIED) else OSError
            raise kind(f"no valid gzip: {error}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One page that an archive holds, not yet unpacked."""

    path: Path
    """The archive."""
    number: int
    """Which of its records, from 1."""
    url: str
    """The address that answered, normalised."""
    fetched_at: str
    """When, UTC, ISO 8601."""


def read_warc(path: Path, numbers: Collection[int] | None = None) -> Iterator[Source]:
    """Yield the HTML responses of an archive; other records are passed over, what is damaged is refused.

    `numbers`: only these records, counted from 1. Where the archive itself breaks off, what came before it is kept and
    one refusal says so.
    """

    def read(record: Any, number: int) -> Source | None:
        if numbers is not None and number not in numbers:
            return None
        return _read_record(record, f"{origin_of(path)}#record={number}")

    return _each(path, read)


def list_warc(path: Path) -> Iterator[Held | Refusal]:
    """Yield what pages an archive holds whole: HTML, answered with 2xx, of an address and a time that it names.

    Where the archive itself breaks off, one refusal says so.
    """

    def read(record: Any, number: int) -> Held | None:
        is_page = _is_response(record) and not _passed_over(record) and 200 <= (_status(record) or 200) < 300
        url = (record.rec_headers.get_header("WARC-Target-URI") or "") if is_page else ""
        fetched_at = _utc(record.rec_headers.get_header("WARC-Date"))
        if not fetched_at or not is_web_address(url) or not _is_whole(record):
            return None
        return Held(path=path, number=number, url=normalise_url(url), fetched_at=fetched_at)

    return _each(path, read)


def _each(path: Path, read: Callable[[Any, int], T | None]) -> Iterator[T | Refusal]:
    """Yield what is read of each record and its number, from 1, once the next one has begun.

    That a piece of gzip is damaged is known at its end only.
    """
    number, found = 0, None
    try:
        for number, record in enumerate(_records(path), 1):
            if found is not None:
                yield found
            found = None
            found = read(record, number)
        if found is not None:
            yield found
    except BROKEN as error:
        if isinstance(error, FalsifiedError):
            number -= 1
        elif found is not None:
            yield found
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
    if not _is_response(record):
        return None
    passed_over = _passed_over(record)
    if passed_over:
        return passed_over
    headers = record.http_headers
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
        content_type=headers.get_header("Content-Type"),
        status=_status(record),
        fetched_at=_utc(record.rec_headers.get_header("WARC-Date")),
        etag=headers.get_header("ETag"),
        last_modified=headers.get_header("Last-Modified"),
    )


def _is_response(record: Any) -> bool:
    return bool(record.rec_type == "response" and record.http_headers)


def _passed_over(record: Any) -> PassedOver | None:
    """Return what a response is that is meant to be no page, None for a page."""
    if 300 <= (_status(record) or 0) < 400:
        return PassedOver(what="redirect")
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return None if kind in HTML_TYPES else PassedOver(what=f"record of type {kind[:60] or 'unknown'}")


def _status(record: Any) -> int | None:
    status = record.http_headers.get_statuscode()
    return int(status) if status.isdecimal() else None


def _content(record: Any) -> bytes:
    encoding = (record.http_headers.get_header("Content-Encoding") or "identity").strip().lower()
    if encoding not in {"identity", *UNPACKED_HERE, *BufferedReader.get_supported_decompressors()}:
        raise PageError(f"packed as {encoding[:40]}, which cannot be unpacked here")
    with redirect_stderr(io.StringIO()) as warnings:
        content = record.content_stream()
        body = UNPACKED_HERE[encoding](content) if encoding in UNPACKED_HERE else read_bounded(content)
    if warnings.getvalue() or _is_cut_off(record):
        raise PageError("record is damaged or cut off")
    return body


def _is_whole(record: Any) -> bool:
    """Read a record to its end; raises one of BROKEN where a packed archive breaks off before it."""
    _read_out(record.raw_stream)
    return not _is_cut_off(record)


def _read_out(stream: IO[bytes]) -> None:
    while stream.read(CHUNK):
        pass


def _is_cut_off(record: Any) -> bool:
    """Tell of a record that was read out whether it is shorter than it says."""
    return bool(getattr(record.raw_stream, "limit", 0))


def _unpacked_zstd(content: IO[bytes]) -> bytes:
    """Return what a stream holds that warcio leaves packed; raises PageError."""
    try:
        with zstd.ZstdFile(content) as unpacked:
            return read_bounded(unpacked)
    except (zstd.ZstdError, EOFError) as error:
        raise PageError(f"no valid zstd: {error}") from None


def _unpacked_brotli(content: IO[bytes]) -> bytes:
    """Do the same."""
    try:
        return read_bounded(Unbrotlied(content))
    except (brotli.error, EOFError) as error:
        raise PageError(f"no valid brotli: {error}") from None


UNPACKED_HERE: Mapping[str, Callable[[IO[bytes]], bytes]] = {ZSTD: _unpacked_zstd, BROTLI: _unpacked_brotli}


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
    said: str = next(iter(str(error).strip().splitlines()), "")
    return said[:MAX_REASON] or type(error).__name__
