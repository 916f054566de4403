"""One page from the web: an address in, its document out; one request, bounded in time, size and redirects."""

from __future__ import annotations

import socket
import zlib
from collections.abc import Iterator, Mapping
from http.client import HTTPException, HTTPMessage, HTTPResponse
from time import monotonic
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from crawler.charset import MAX_BYTES
from crawler.errors import PageError, StatusError
from crawler.hosts import are_public
from crawler.sources.source import Document
from crawler.urls import is_web_address, normalise_url

# Seconds to wait for the server's next bytes, and for the whole answer: a page that takes longer is broken.
TIMEOUT = 20.0
TOTAL_TIMEOUT = 60.0
# As many as browsers of old followed (RFC 2068 section 10.3); today's sites need two or three.
MAX_REDIRECTS = 5
CHUNK = 65_536
# zlib's sign for 'gzip or zlib, as the header says'.
ANY_HEADER = zlib.MAX_WBITS | 32


class FewRedirects(HTTPRedirectHandler):
    """Follows a few redirects, to http(s) only."""

    max_redirections = MAX_REDIRECTS
    max_repeats = 2

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the request for the next station; PageError when it is no web address."""
        if not is_web_address(newurl):
            raise PageError(f"redirects to {newurl[:200]!r}, which is no web address")
        _check_host(urlsplit(newurl).hostname or "", req)
        followed = super().redirect_request(req, fp, code, msg, headers, newurl)
        if followed and _scheme_and_host(newurl) == _scheme_and_host(req.full_url):
            followed.unredirected_hdrs.update(req.unredirected_hdrs)
        return followed


def fetch_page(
    url: str, user_agent: str, *, timeout: float = TIMEOUT, extra: Mapping[str, str] | None = None
) -> Document:
    """Return the page at an address; PageError says in one sentence why there is none.

    robots.txt is not asked: this is one page that a person named, as in a browser. `extra` are headers that may be
    secret: they go to the host of the address and to no other that it redirects to.
    """
    headers = {"User-Agent": user_agent, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip"}
    opener: OpenerDirector = build_opener(FewRedirects)
    request = Request(normalise_url(url), headers=headers)  # noqa: S310 - http(s) only
    for name, value in (extra or {}).items():
        request.add_unredirected_header(name, value)
    until = monotonic() + max(timeout, TOTAL_TIMEOUT)
    try:
        with opener.open(request, timeout=timeout) as response:
            return _document(response, until)
    except HTTPError as error:
        raise StatusError(f"{url}: {_status(error)}", error.code) from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        raise PageError(f"{url}: {_reason(error)}") from None
    except PageError as error:
        raise PageError(f"{url}: {error}") from None


def _scheme_and_host(url: str) -> tuple[str, str]:
    return urlsplit(url)[:2]


def _check_host(host: str, request: Request) -> None:
    """Refuse a redirect into this machine or its network, unless it stays on the host that the user named."""
    if host == urlsplit(request.full_url).hostname:
        return
    if not are_public(socket.getaddrinfo(host, None)):
        raise PageError(f"redirects to the private host {host}; name it yourself if you mean it")


def _document(response: HTTPResponse, until: float) -> Document:
    body = b"".join(
        _unpacked(_chunks(response, until), response.headers.get("Content-Encoding") or "identity")
    )
    return Document(
        origin=response.url,
        url=response.url,
        body=body,
        content_type=response.headers.get("Content-Type"),
        status=response.status,
    )


def _chunks(response: HTTPResponse, until: float) -> Iterator[bytes]:
    while chunk := response.read1(CHUNK):
        yield chunk
        if monotonic() > until:
            raise PageError(f"the answer takes longer than {TOTAL_TIMEOUT:.0f} seconds")
    if response.length:
        raise PageError("the answer broke off; try again later")


def _unpacked(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the unpacked bytes; PageError when they are too many, wherever they come from."""
    size = 0
    for part in _gunzipped(chunks) if encoding.lower() in {"gzip", "x-gzip"} else chunks:
        size += len(part)
        if size > MAX_BYTES:
            raise PageError(f"larger than {MAX_BYTES // 1024**2} MB, which no article page is")
        yield part


def _gunzipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpack = zlib.decompressobj(ANY_HEADER)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                yield unpack.decompress(rest, CHUNK)
                rest = unpack.unconsumed_tail
    except zlib.error as error:
        raise PageError(f"the answer is no valid gzip: {error}") from None


def _status(error: HTTPError) -> str:
    if error.code in range(300, 400):
        return f"redirects more than {MAX_REDIRECTS} times, or to what is no web address"
    return f"HTTP {error.code} {error.reason}"


def _reason(error: Exception) -> str:
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, socket.gaierror):
        return "the host is unknown; check its name and the network"
    if isinstance(inner, TimeoutError):
        return "no answer in time; try again later"
    if isinstance(inner, OSError) and inner.strerror:
        return f"no connection: {inner.strerror}"
    return f"no readable answer: {inner or type(inner).__name__}"
