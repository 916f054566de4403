"""Gzip as sitemaps are served in, the bytes out; bounded, so that a bomb costs no more than its limit."""

from __future__ import annotations

import zlib

GZIP_MAGIC = b"\x1f\x8b\x08"
# The sitemap protocol allows 50 MB a file, uncompressed.
MAX_BYTES = 50 * 1024 * 1024


def is_gzip(data: bytes) -> bool:
    """Tell whether the bytes begin like a gzip file."""
    return data.startswith(GZIP_MAGIC)


def gunzip(data: bytes, limit: int = MAX_BYTES) -> bytes | None:
    """Return what is inside, of a damaged file what could be read; None for nothing, or more than `limit`."""
    parts: list[bytes] = []
    size = 0
    while data.startswith(GZIP_MAGIC):
        unzip = zlib.decompressobj(wbits=31)
        try:
            part = unzip.decompress(data, limit - size + 1)
        except zlib.error:
            break
        size += len(part)
        if size > limit:
            return None
        parts.append(part)
        data = unzip.unused_data
    return b"".join(parts) or None
