"""Exports: a file of `copydesk export --format jsonl` in, its lines out, told by what the first one holds."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from crawler.errors import PageError
from crawler.sources.content import GZIP_ERRORS, is_gzip
from crawler.sources.source import ExportedLine, PassedOver, Refusal, Source, origin_of

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NAMES = tuple(f".jsonl{packing}" for packing in ("", ".gz", ".zst"))
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ERRORS = (*GZIP_ERRORS, zstd.ZstdError)
# The longest text, its Markdown and two thousand links fit with room to spare.
MAX_LINE = 96 * 1024 * 1024
# What tells an export from any other file of JSON lines.
MARKS = {"url", "fetched_url", "title", "body", "content_hash", "first_seen_at", "related"}


def read_export(path: Path) -> Iterator[Source]:
    """Yield the lines of an export; another file of JSON lines is passed over."""
    try:
        with path.open("rb") as file:
            yield from _read(path, _unpacked(file))
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        yield Refusal(origin=origin_of(path), outcome="failed", reason=reason)
    except ERRORS as error:
        reason = f"damaged from here on, no valid compression: {error}"
        yield Refusal(origin=origin_of(path), outcome="rejected", reason=reason)


def _read(path: Path, file: IO[bytes]) -> Iterator[Source]:
    for number, line in enumerate(iter(lambda: file.readline(MAX_LINE), b""), 1):
        if number == 1 and not _is_record(line):
            yield PassedOver(what=f"{path.suffix.lower()} file that is no export")
            return
        where = f"{origin_of(path)}#line={number}"
        if len(line) == MAX_LINE:
            yield Refusal(origin=where, outcome="rejected", reason=f"line {number} is longer than any record")
            return
        if line.strip():
            yield ExportedLine(origin=where, line=line)


def _is_record(line: bytes) -> bool:
    try:
        return record_of(line).keys() >= MARKS
    except PageError:
        return False


def record_of(line: bytes) -> dict[str, Any]:
    """Return the object on a line; PageError when there is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise PageError("no JSON; an export has one object a line") from None
    if not isinstance(record, dict):
        raise PageError("no JSON object; an export has one a line")
    return record


def _unpacked(file: IO[bytes]) -> IO[bytes]:
    """Return the content, told by its first bytes."""
    start = file.read(len(ZSTD_MAGIC))
    file.seek(0)
    if start == ZSTD_MAGIC:
        return cast(IO[bytes], zstd.ZstdFile(file))
    return cast(IO[bytes], gzip.GzipFile(fileobj=file)) if is_gzip(file) else file
