"""Single files: a path in, the one document, the refusal, the archive's or the export's records out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crawler.errors import PageError
from crawler.sources.content import read_content
from crawler.sources.exports import NAMES as EXPORTS
from crawler.sources.exports import read_export
from crawler.sources.source import Document, PassedOver, Refusal, Source, origin_of
from crawler.sources.warc import read_warc

HTML = (".html", ".htm", ".html.gz", ".htm.gz")
TEXT = (".txt",)
WARC = (".warc", ".warc.gz")


def is_single_page(path: Path) -> bool:
    """Tell by its name whether a file holds one page (and not an archive of many)."""
    return path.name.lower().endswith(HTML + TEXT)


def read_file(path: Path, url: str | None = None) -> Iterator[Source]:
    """Yield what a file holds, told by its name; `url` is the address of a single page."""
    name = path.name.lower()
    if name.endswith(WARC):
        yield from read_warc(path)
    elif name.endswith(EXPORTS):
        yield from read_export(path)
    elif name.endswith(HTML + TEXT):
        yield read_page_file(path, url)
    else:
        yield PassedOver(what=f"{path.suffix.lower() or 'nameless'} file")


def read_page_file(path: Path, url: str | None = None) -> Document | Refusal:
    """Return the page in an HTML or text file, or why there is none."""
    origin = origin_of(path)
    try:
        body = read_content(path)
    except PageError as error:
        return Refusal(origin=origin, outcome="rejected", reason=str(error))
    except OSError as error:
        return Refusal(origin=origin, outcome="failed", reason=f"cannot be read: {error.strerror or error}")
    if not body.strip():
        return Refusal(origin=origin, outcome="rejected", reason="empty file")
    if path.name.lower().endswith(TEXT):
        return Document(origin=origin, body=body, kind="text", url=url)
    # The name says HTML, whatever the file begins with; the charset is found out from the page.
    return Document(origin=origin, body=body, content_type="text/html", url=url)
