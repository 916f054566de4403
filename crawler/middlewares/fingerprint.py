"""AddressFingerprinter: Scrapy's duplicate filter sees one request for all spellings of one address."""

from __future__ import annotations

import hashlib

from scrapy import Request
from scrapy.utils.request import RequestFingerprinterProtocol

from crawler.middlewares.changed import SAID_BY
from crawler.urls import address_key


class AddressFingerprinter(RequestFingerprinterProtocol):
    """Fingerprints by method and `address_key`: tracking, www, http/https, AMP, slashes do not count."""

    def fingerprint(self, request: Request) -> bytes:
        """Return 20 bytes that requests for the same page share, and those for what is said to have changed."""
        what = " changed" if request.meta.get(SAID_BY) else ""
        return hashlib.sha1(
            f"{request.method} {address_key(request.url)}{what}".encode(), usedforsecurity=False
        ).digest()
