"""One page wherever it is: a path, a web address or standard input in, its document out; PageError says why not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import IO

from crawler.discovery.sniff import Kind, sniff
from crawler.errors import PageError
from crawler.sources.content import read_bounded, read_content
from crawler.sources.files import HTML, TEXT, WARC
from crawler.sources.source import Document, origin_of
from crawler.sources.web import fetch_page
from crawler.urls import is_web_address

STDIN = "-"
# Where a page from standard input lies; no address, and never shown as one.
STDIN_ORIGIN = "about:stdin"
NO_PAGE: dict[Kind, str] = {
    "xml": "no article page; `copydesk crawl` reads feeds and sitemaps",
    "json": "no article page",
    "binary": "no HTML page",
    "gzip": "no HTML page",
    "empty": "nothing to read",
}


def one_page(
    target: str,
    url: str | None,
    user_agent: str,
    stdin: IO[bytes],
    extra: Mapping[str, str] | None = None,
) -> Document:
    """Return the page that `target` names; `url` is its address when that is known better.

    `extra` are headers for a page from the web. A text without any markup is a text dump; what is neither HTML nor text
    raises PageError.
    """
    if is_web_address(target):
        return _checked(fetch_page(target, user_agent, extra=extra), target)
    if target == STDIN:
        return _checked(Document(origin=STDIN_ORIGIN, body=read_bounded(stdin), url=url), "standard input")
    path = Path(target)
    content_type = "text/html" if path.name.lower().endswith(HTML) else None
    document = Document(origin=origin_of(path), body=_file(path), url=url, content_type=content_type)
    return _checked(document, target, is_text=path.name.lower().endswith(TEXT))


def _file(path: Path) -> bytes:
    if path.is_dir():
        raise PageError(f"{path}: a folder; name one page, or use `copydesk ingest` for all of them")
    if path.name.lower().endswith(WARC):
        raise PageError(f"{path}: an archive of many pages; use `copydesk ingest`")
    try:
        return read_content(path)
    except FileNotFoundError:
        raise PageError(f"{path}: no such file; a web address begins with https://") from None
    except OSError as error:
        raise PageError(f"{path}: cannot be read: {error.strerror or error}") from None
    except PageError as error:
        raise PageError(f"{path}: {error}") from None


def _checked(document: Document, name: str, *, is_text: bool = False) -> Document:
    kind, what = sniff(document.body, document.content_type)
    if kind in NO_PAGE:
        raise PageError(f"{name}: {what}: {NO_PAGE[kind]}")
    if kind == "text" or is_text:
        return Document(origin=document.origin, body=document.body, kind="text", url=document.url)
    return document
