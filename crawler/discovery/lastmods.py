"""What a feed or sitemap says of changes: its links in; the same without moments that only say when it was made out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from crawler.discovery.link import Link
from crawler.instant import parse_instant
from crawler.text import utc_text

# Many programs write the present moment into each <lastmod> at every request, or the moment of the last build. No
# newsroom changes most of what it lists within a quarter of an hour, or within one minute.
JUST_NOW = timedelta(minutes=15)
MINUTE = len("2025-08-09T07:30")
# Of two entries both may have changed; with three or more, more than half must have another moment.
MIN_ENTRIES = 3


def credible(links: Sequence[Link], now: datetime) -> tuple[Link, ...]:
    """Return the links with `lastmod` where it can tell that a page changed.

    Taken away is what lies in the future, and, where more than half of the moments are of the last minutes, or of one
    and the same minute, each of those. Links to sitemaps stay as they are.
    """
    moment = utc_text(now)
    said = [link.lastmod for link in links if link.kind == "article?" and link.lastmod]
    fresh = {text for text in said if _is_fresh(text, now)}
    minute, number = Counter(text[:MINUTE] for text in said).most_common(1)[0] if said else ("", 0)
    many = len(said) >= MIN_ENTRIES
    all_fresh = many and 2 * sum(text in fresh for text in said) > len(said)
    all_one = many and 2 * number > len(said)

    def is_made(text: str) -> bool:
        return text > moment or (all_fresh and text in fresh) or (all_one and text.startswith(minute))

    return tuple(
        replace(link, lastmod=None)
        if link.kind == "article?" and link.lastmod and is_made(link.lastmod)
        else link
        for link in links
    )


def _is_fresh(text: str, now: datetime) -> bool:
    found = parse_instant(text)
    return found is not None and now - found <= JUST_NOW
