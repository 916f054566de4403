"""Decompress: Scrapy's decompression of answers, in bounded time too."""

from __future__ import annotations

import re
import zlib

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Response

from crawler.middlewares.failures import TOO_LARGE
from crawler.middlewares.refusal import Refused

# A server that compresses twice is misconfigured; one that does it more often wants to cost us time.
MAX_ENCODINGS = 2
GZIP = frozenset({b"gzip", b"x-gzip"})
PLAIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*[<{]")
# What 'deflate' is by the book, and what some servers take it for.
DEFLATE_WINDOWS = (zlib.MAX_WBITS, -zlib.MAX_WBITS)


class Decompress(HttpCompressionMiddleware):
    """Unpacks gzip, deflate, br and zstd up to DOWNLOAD_MAXSIZE, at most twice; in place of Scrapy's.

    What is said to be a gzip file and begins like markup or JSON is taken as it is: servers say so of what a cache has
    unpacked for them. Scrapy's inflates in small steps, each of which copies all that is still packed: 50 MB of it
    would stop the crawl for seconds.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Unpack an answer, or refuse it."""
        headers = response.headers.getlist("Content-Encoding")
        number = sum(bool(name.strip()) for header in headers for name in header.split(b","))
        if number > MAX_ENCODINGS:
            raise Refused(f"packed {number} times", "rejected")
        return super().process_response(request, response)

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        if encoding == b"deflate":
            return inflated(body, max_size)
        if encoding in GZIP and PLAIN.match(body):
            return body
        return HttpCompressionMiddleware._decode(body, encoding, max_size)


def inflated(body: bytes, bound: int) -> bytes:
    """Return what a 'deflate' body holds, with or without zlib's frame.

    Raises Refused for more than `bound` bytes, OSError for what is neither.

    >>> inflated(zlib.compress(b"tide"), 10)
    b'tide'
    """
    for window in DEFLATE_WINDOWS:
        try:
            found = zlib.decompressobj(window).decompress(body, bound + 1)
        except zlib.error:
            continue
        if len(found) > bound:
            raise Refused(TOO_LARGE, "rejected")
        return found
    raise OSError("the deflate stream is broken")
