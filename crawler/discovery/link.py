"""Link: one address that an answer leads to, with what is known about it before it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LinkKind = Literal["article?", "listing?", "next", "feed", "sitemap"]
"""What a link is likely to lead to; only the answer decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One address that an answer leads to."""

    url: str
    """Absolute and normalised. Example: `https://news.example/2025/08/tides`."""
    kind: LinkKind
    """What it is likely to lead to; `next` is a further page of the same listing. Example: `article?`."""
    text: str | None = None
    """The anchor's text or the entry's title. Example: `The tide that came twice`."""
    score: float = 0.0
    """How much it looks like an article, higher first; see `crawler.discovery.address`. Example: `4.5`."""
    lastmod: str | None = None
    """When the source says it last changed, UTC, ISO 8601. Example: `2025-08-09T07:30:00Z`."""
    day: str | None = None
    """The day that a listing shows beside it. Example: `2025-08-09`."""
