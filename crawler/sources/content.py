"""Bytes from disk: a path in, its whole unpacked content out, never more than a page may hold."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import IO

from crawler.charset import MAX_BYTES
from crawler.errors import PageError

GZIP_MAGIC = b"\x1f\x8b"
# What the gzip module raises on bytes that are no gzip, damaged or cut off.
GZIP_ERRORS = (gzip.BadGzipFile, zlib.error, EOFError)


def read_content(path: Path) -> bytes:
    """Return the content of a regular file, unpacked where it is gzip by its first bytes.

    Raises PageError where it is no page: too large, no valid gzip, a device; OSError where it cannot be read.
    """
    if path.exists() and not path.is_file():
        raise PageError("no regular file")
    with path.open("rb") as file:
        if not path.name.lower().endswith(".gz") and not is_gzip(file):
            return read_bounded(file)
        try:
            with gzip.GzipFile(fileobj=file) as unpacked:
                return read_bounded(unpacked)
        except GZIP_ERRORS as error:
            raise PageError(f"no valid gzip: {error}") from None


def is_gzip(file: IO[bytes]) -> bool:
    """Tell by its first two bytes whether an open file is gzip; it stands at its beginning afterwards."""
    start = file.read(len(GZIP_MAGIC))
    file.seek(0)
    return start == GZIP_MAGIC


def read_bounded(stream: IO[bytes] | io.BufferedIOBase, limit: int = MAX_BYTES) -> bytes:
    """Return all that a stream holds; raises PageError when that is more than the limit.

    At most the limit is unpacked, whatever a gzip bomb claims.
    """
    parts, size = [], 0
    while size <= limit and (part := stream.read(min(1 << 20, limit + 1 - size))):
        parts.append(part)
        size += len(part)
    if size > limit:
        raise PageError(f"larger than {limit // 1024**2} MB, which no article page is")
    return b"".join(parts)
