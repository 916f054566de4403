"""What reading from disk yields: documents to parse, lines of exports, refusals to record, and what was passed over."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page as it lay on disk, not yet parsed."""

    origin: str
    """Where it lay: `file:` and the absolute path. Example: `file:/data/page.html`."""
    body: bytes
    """Its bytes, unpacked."""
    kind: Literal["html", "text"] = "html"
    """`text` for a plain-text rendering, one block a line."""
    url: str | None = None
    """The address that was given for it; None: the page's own canonical one, else `origin`."""
    content_type: str | None = None
    """The HTTP header's value, where an archive holds it. Example: `text/html; charset=utf-8`."""
    status: int | None = None
    """The HTTP status, where an archive holds it. Example: `200`."""
    fetched_at: str | None = None
    """When an archive says it was fetched, UTC, ISO 8601. Example: `2026-01-02T03:04:05Z`."""
    etag: str | None = None
    """The ETag header, where an archive holds it."""
    last_modified: str | None = None
    """The Last-Modified header, where an archive holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something that should have been a page but cannot be read; recorded, since a person should see it."""

    origin: str
    """Where it lay. Example: `file:/data/pages.jsonl#line=3`."""
    outcome: Literal["rejected", "failed"]
    """`failed` when it could not be read, `rejected` when it was read and is no page."""
    reason: str
    """For a person to read. Example: `no valid gzip`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedLine:
    """One line of an export, not yet read."""

    origin: str
    """Where it lay. Example: `file:/data/news.jsonl#line=3`."""
    line: bytes
    """The JSON object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """Something beside the pages that is none, and is not meant to be one; it is only counted."""

    what: str
    """Example: `.css file`."""


Source = Document | ExportedLine | Refusal | PassedOver


def origin_of(path: Path) -> str:
    """Return `file:` and the absolute path; bytes of a name that are not UTF-8 are written as escapes.

    >>> origin_of(Path("/data/x/../page.html"))
    'file:/data/page.html'
    """
    return "file:" + os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")  # noqa: PTH100 - a link stays a link
